//! The rows of the seed map that are answered by the content itself: each names what must be there. The table of all
//! rows stands in `tests/README.md`.

use crate::content::Theme;
use crate::content::{Choice, Group, Item, Note, check_in, guide, note, prompt, prompts, word_lists};

/// The prompts are there.
#[track_caller]
fn asked(ids: &[&str]) {
    for id in ids {
        assert!(prompt(id).is_some(), "{id}");
    }
}

/// The guide is there, with steps for these fields.
#[track_caller]
fn walked(id: &str, fields: &[&str]) {
    let guide = guide(id).unwrap_or_else(|| panic!("{id}"));
    for field in fields {
        assert!(guide.steps.iter().any(|step| step.field == *field), "{id}: {field}");
    }
}

#[test]
fn s0_7_s0_9_s0_10_s0_12_s0_13_s0_19_s0_20_s0_21_the_first_essay_is_asked_about() {
    asked(&["moment-nobody-saw", "purpose-no-one-watching"]);
    walked("before-the-shift", &["recall", "their_side", "if_then"]);
    walked("week-in-review", &["one_ask"]);
    asked(&["purpose-life-outside"]);
    assert!(note(Note::LeavingIsOkay).contains("choose to leave"));
    asked(&["empathy-passed-around", "empathy-before-you"]);
    walked("after-a-hard-call", &["complaint", "why_upset", "sorry_for", "action", "promise", "reset"]);
    asked(&["looking-back-lead-follow-sink", "purpose-job-and-more", "looking-back-what-you-care-about"]);
    walked("lead-follow-wallow", &["happened", "where", "pull", "in_my_hands", "not_mine"]);
    let meaning: Vec<Item> = check_in().items.iter().filter(|item| item.group == Group::Meaning).map(|item| item.id).collect();
    assert_eq!(meaning, [Item::Mattered, Item::WorthIt, Item::UsedSkill]);
}

#[test]
fn s1_1_s1_2_s1_4_s1_8_s1_9_s1_10_s1_11_s1_12_empathy_is_offered_and_never_ordered() {
    let conditions = check_in().items.iter().filter(|item| item.group == Group::Conditions).count();
    assert_eq!(conditions, 3, "the cause lies where it belongs");
    assert_eq!(prompts().iter().filter(|p| p.theme == Theme::Empathy).count(), 12);
    asked(&["empathy-warm-and-clear", "empathy-heard-at-last", "purpose-stand-for", "empathy-second-look"]);
    walked("duck-check", &["above", "below", "air", "must_know", "ease"]);
    asked(&["colleague-show-the-ropes", "colleague-learned-from", "colleague-sour-talk"]);
    asked(&["empathy-teach-kindly", "empathy-our-odd-rule"]);
    walked("before-the-shift", &["if_then"]);
    walked("week-in-review", &["keep", "energy", "better", "open", "look_out_for", "one_ask"]);
}

#[test]
fn s2_1_s2_2_s2_3_s2_8_s2_9_s2_14_s2_15_s2_16_s2_20_s2_21_needs_are_named_on_both_sides() {
    let roles: Vec<&str> = word_lists().roles.iter().map(|one| one.label).collect();
    assert!(["teammate", "boss", "other team"].iter().all(|role| roles.contains(role)), "{roles:?}");
    asked(&["boss-keep-doing", "boss-tell-first"]);
    walked("motive-check", &["for_whom", "cost"]);
    let boss = guide("boss-hardest-customer").expect("it is there");
    assert!(boss.steps.iter().any(|step| step.field == "my_line" && step.required), "serving has a line, and it is not left out");
    asked(&["craft-your-choice", "boss-some-say", "craft-now-easy", "hard-day-not-fair"]);
    assert_eq!((word_lists().needs.len(), word_lists().my_needs.len()), (13, 12));
    asked(&["empathy-unsaid-need", "hard-day-unmet-need", "boss-your-needs"]);
    assert!(guide("say-sorry-well").and_then(|g| g.gate).is_some_and(|gate| gate.contains("never owe a sorry")));
    asked(&["moment-spoke-up"]);
    walked("week-in-review", &["look_out_for"]);
}

#[test]
fn s3_4_s3_5_s3_7_s3_8_s3_9_s3_11_calm_never_hides_a_danger() {
    walked("motive-check", &["unseen", "cost", "next"]);
    asked(&["boss-keep-doing", "colleague-rubs-off", "colleague-stinging-remark", "colleague-trusted-view", "purpose-why-you-began"]);
    walked("duck-check", &["must_know"]);
    assert!(note(Note::UnsafeCare).contains("Tell the person in charge"));
    assert_eq!(prompts().iter().filter(|p| p.theme == Theme::Moment).count(), 13);
}

#[test]
fn s4_1_s4_4_s4_5_s4_6_s4_7_s4_8_s4_9_s4_10_better_is_enough_and_not_all_of_it_is_yours() {
    asked(&["moment-plain-task", "purpose-made-possible", "purpose-down-the-line", "purpose-who-taught-you"]);
    assert_eq!((word_lists().pursuits.len(), word_lists().more_aims.len()), (7, 5));
    walked("seven-pursuits-check", &["pursuits_used", "pursuit_missing"]);
    asked(&["craft-bit-better", "craft-good-enough", "promises-too-big", "craft-tried-new", "craft-wondered"]);
    asked(&["craft-your-choice", "looking-back-stayed-true"]);
    walked("three-hands", &["mine", "not_mine", "someone_else"]);
    assert!(note(Note::ItIsNotAllYou).contains("Some are not"));
    assert!(note(Note::LeavingIsOkay).contains("leave"));
}

/// The words that can be tapped into the answers of a guide's question.
fn tapped(id: &str, field: &str) -> &'static [&'static str] {
    let step = guide(id).and_then(|guide| guide.steps.iter().find(|step| step.field == field));
    step.unwrap_or_else(|| panic!("{id} asks for {field}")).taps
}

#[test]
fn s0_3_s2_9_s2_15_s4_5_needs_and_pursuits_can_be_tapped_where_they_are_asked_for() {
    let labels = |list: &[Choice]| list.iter().map(|one| one.label).collect::<Vec<_>>();
    let mine = labels(word_lists().my_needs);
    for (id, field) in [("from-jerk-to-human", "my_need"), ("boss-hardest-customer", "my_need"), ("put-down-the-resentment", "need")] {
        assert_eq!(tapped(id, field), mine, "{id}");
    }
    assert_eq!(tapped("boss-hardest-customer", "their_need"), labels(word_lists().needs));
    let pursuits: Vec<&str> = word_lists().pursuits.iter().map(|one| one.label).collect();
    assert_eq!(tapped("seven-pursuits-check", "pursuits_used"), pursuits);
    assert_eq!(tapped("seven-pursuits-check", "pursuit_missing"), pursuits);
    for id in ["hard-day-unmet-need", "boss-your-needs"] {
        assert_eq!(prompt(id).map(|one| one.taps), Some(mine.as_slice()), "{id}");
    }
    for one in prompts().iter().filter(|one| one.framework == "autonomy-mastery-purpose") {
        assert_eq!(one.taps, ["a say", "skill", "purpose"], "{}", one.id);
    }
}

#[test]
fn s0_21_what_work_mostly_is_comes_twice_a_year_at_most_and_ranks_nothing() {
    let asks = prompt("purpose-mostly").expect("it is there");
    assert_eq!(asks.taps, ["a way to earn", "a way to grow", "a way to help", "a mix"]);
    assert_eq!((asks.rest_days, asks.when), (Some(182), crate::content::When::Off));
    assert!(!asks.text.contains("only"), "to earn is a fully good answer");
}

#[test]
fn s3_1_a_story_is_told_by_one_person_of_their_own_part() {
    let story = guide("story-for-review").expect("it is there");
    let hint = |field: &str| story.steps.iter().find(|step| step.field == field).map(|step| step.hint).unwrap_or_default();
    assert!(hint("task").contains("not the whole team's") && hint("action").contains("Say 'I'"));
    for form in super::super::forms() {
        let asked = format!("{} {}", form.opening.question, form.opening.hint);
        assert!(!asked.contains(" we ") && !asked.contains("your team"), "{} asks one person: {asked}", form.kind);
    }
}
