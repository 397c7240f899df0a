//! The content holds together, keeps its tone, and can be read by somebody who is tired.

mod reading;
mod seeds;

use super::*;
use model::{Cost, Felt, Know, Pursuit};
use reading::{Grade, grade};
use serde_json::Value;
use std::collections::BTreeSet;

/// A text with the place where it stands.
struct Said {
    place: String,
    text: String,
}

/// Names and the like, which are not read as sentences.
const NAMES: [&str; 6] = ["label", "title", "name", "how", "blurb", "taps"];
/// Not for people.
const MARKS: [&str; 14] =
    ["id", "source", "theme", "when", "care", "framework", "field", "tier", "makes", "export", "kind", "region", "group", "checked_on"];

/// Everything that people read.
fn everything() -> Vec<Said> {
    let mut all = Vec::new();
    let json = |value: &dyn Fn() -> Result<Value, serde_json::Error>| value().expect("content is plain data");
    for (name, value) in [
        ("frameworks", json(&|| serde_json::to_value(frameworks()))),
        ("themes", json(&|| serde_json::to_value(themes()))),
        ("prompts", json(&|| serde_json::to_value(prompts()))),
        ("guides", json(&|| serde_json::to_value(guides()))),
        ("small walks", json(&|| serde_json::to_value(small_walks()))),
        ("forms", json(&|| serde_json::to_value(written::FORMS))),
        ("words", json(&|| serde_json::to_value(word_lists()))),
        ("check-in", json(&|| serde_json::to_value(check_in()))),
        ("help lines", json(&|| serde_json::to_value(help_lines()))),
        ("regions", json(&|| serde_json::to_value(regions()))),
    ] {
        walk(name.to_owned(), "", &value, &mut all);
    }
    all.extend(Note::ALL.iter().map(|n| Said { place: format!("note {n}"), text: note(*n).into() }));
    assert!(all.len() > 600, "{} texts are found", all.len());
    all
}

fn walk(place: String, key: &str, value: &Value, all: &mut Vec<Said>) {
    match value {
        Value::String(text) if !MARKS.contains(&key) => all.push(Said { place: format!("{place} {key}"), text: text.clone() }),
        Value::Array(items) => items.iter().for_each(|item| walk(place.clone(), key, item, all)),
        Value::Object(fields) => {
            let name = ["id", "kind", "field"].iter().find_map(|key| fields.get(*key)).and_then(Value::as_str).unwrap_or(key);
            fields.iter().for_each(|(key, field)| walk(format!("{place}/{name}"), key, field, all));
        }
        _ => {}
    }
}

fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n  {}\n({} in all)", complaints.join("\n  "), complaints.len());
}

fn once<'a>(what: &str, names: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for name in names {
        assert!(!name.is_empty() && seen.insert(name), "{what} {name:?} is there twice or has no name");
    }
}

#[test]
fn names_are_given_once() {
    once("prompt", prompts().iter().map(|p| p.id));
    once("prompt's text", prompts().iter().map(|p| p.text));
    once("guide", guides().iter().chain(small_walks()).map(|g| g.id));
    once("framework", frameworks().iter().map(|f| f.id));
    once("form", written::FORMS.iter().map(|f| f.kind));
    for guide in guides().iter().chain(small_walks()) {
        once(guide.id, guide.steps.iter().map(|s| s.id));
        once(guide.id, guide.steps.iter().map(|s| s.field));
    }
    for form in written::FORMS {
        once(form.kind, form.fields.iter().map(|f| f.field).chain([form.opening.field]));
    }
    let words = word_lists();
    for list in [
        words.roles,
        words.needs,
        words.my_needs,
        words.what_i_did,
        words.say_skill_purpose,
        words.work_is_mostly,
        words.feelings,
        words.how_i_know,
        words.cost_to_me,
    ] {
        once("choice", list.iter().map(|c| c.id));
    }
}

#[test]
fn nothing_is_missing() {
    assert_eq!(prompts().len(), 125);
    assert_eq!(guides().len(), 15);
    assert_eq!(guides().iter().map(|g| g.steps.len()).sum::<usize>(), 81);
    assert_eq!(small_walks().iter().map(|g| g.id).collect::<Vec<_>>(), ["three-hands", "feedback-sieve"]);
    assert!(guides().iter().all(|g| g.tier != Tier::Small) && small_walks().iter().all(|g| g.tier == Tier::Small));
    for id in ["before-the-shift", "when-it-is-not-okay", "three-hands", "feedback-sieve"] {
        assert!(guide(id).is_some(), "{id}");
    }
    assert_eq!(themes().iter().map(|t| t.id).collect::<Vec<_>>(), Theme::ALL);
    for theme in Theme::ALL {
        assert!((12..=13).contains(&prompts().iter().filter(|p| p.theme == *theme).count()), "{theme}");
        assert_eq!(theme.words().id, *theme);
    }
    for framework in frameworks() {
        let used = prompts().iter().any(|p| p.framework == framework.id)
            || guides().iter().chain(small_walks()).any(|g| g.framework == framework.id);
        assert!(used, "{} is drawn on by nothing", framework.id);
    }
}

#[test]
fn only_limits_and_my_line_are_required() {
    let required: Vec<_> = guides()
        .iter()
        .chain(small_walks())
        .flat_map(|guide| guide.steps.iter().filter(|step| step.required).map(|step| (guide.id, step.id)))
        .collect();
    assert_eq!(required, [("boss-hardest-customer", "my-line"), ("my-mission-statement", "limits")]);
    assert!(guides().iter().chain(small_walks()).flat_map(|g| g.steps).all(|step| !(step.required && step.optional)));
}

#[test]
fn guides_that_could_please_or_excuse_somebody_who_hurts_have_a_gate() {
    for id in [
        "after-a-hard-call",
        "say-sorry-well",
        "from-jerk-to-human",
        "boss-hardest-customer",
        "put-down-the-resentment",
        "lead-follow-wallow",
        "when-it-is-not-okay",
        "three-hands",
        "feedback-sieve",
    ] {
        assert!(guide(id).and_then(|guide| guide.gate).is_some_and(|gate| gate.len() > 40), "{id}");
    }
}

#[test]
fn mine_not_mine_and_someone_elses_are_equal_fields() {
    let hands = guide("three-hands").expect("the walk is there");
    let three: Vec<_> = hands.steps.iter().filter(|s| ["mine", "not_mine", "someone_else"].contains(&s.field)).collect();
    assert_eq!(three.len(), 3);
    assert!(three.iter().all(|step| !step.optional && !step.required));
}

#[test]
fn the_lists_are_those_of_the_record() {
    let words = word_lists();
    let ids = |list: &[Choice]| list.iter().map(|c| c.id.to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(ids(words.feelings), Felt::ALL.iter().map(ToString::to_string).collect());
    assert_eq!(ids(words.how_i_know), Know::ALL.iter().map(ToString::to_string).collect());
    assert_eq!(ids(words.cost_to_me), Cost::ALL.iter().map(ToString::to_string).collect());
    let aims: Vec<_> = words.pursuits.iter().chain(words.more_aims).map(|a| a.id).collect();
    assert_eq!(aims, Pursuit::ALL.iter().map(|p| p.name()).collect::<Vec<_>>());
    assert_eq!((words.pursuits.len(), words.more_aims.len()), (7, 5));
}

#[test]
fn small_forms_belong_to_kinds() {
    for form in written::FORMS {
        assert!(form.kind == "fact-note" || form.kind.parse::<Kind>().is_ok(), "{} is no kind", form.kind);
        assert_eq!(form.opening.field, "text");
        assert!(!form.fields.is_empty());
    }
    assert_eq!(form(Kind::Snag).map(|fields| fields.iter().map(|f| f.field).collect()), Some(vec!["hurts", "my_fix", "could_say_yes"]));
    assert_eq!(opening(Kind::KindWord).map(|o| o.field), Some("text"));
    assert!(form(Kind::Moment).is_none());
    assert_eq!(form_named("fact-note").map(|form| form.fields.len()), Some(6));
}

#[test]
fn the_check_in_has_three_lines_of_three() {
    let sheet = check_in();
    assert_eq!(sheet.groups.iter().map(|g| g.id).collect::<Vec<_>>(), Group::ALL);
    assert_eq!(sheet.items.iter().map(|i| i.id).collect::<Vec<_>>(), Item::ALL);
    assert_eq!(sheet.scale.iter().map(|p| p.value).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    for group in Group::ALL {
        assert_eq!(Item::ALL.iter().filter(|item| item.group() == *group).count(), 3, "{group}");
    }
}

#[test]
fn every_region_has_an_emergency_number() {
    let help = help_lines();
    assert_eq!(help.checked_on.is_some(), written::CHECKED_ON.is_some(), "the day of the check is a real day");
    assert_eq!(regions().iter().map(|r| r.id).collect::<Vec<_>>(), Region::ALL);
    for region in Region::ALL {
        assert!(help.lines.iter().any(|l| l.region == *region && l.kind == HelpKind::Emergency), "{region}");
    }
    assert!(help.lines.iter().all(|line| line.how.contains(|c: char| c.is_ascii_digit()) && !line.name.is_empty()));
}

#[test]
fn a_prompt_is_one_sentence() {
    for prompt in prompts() {
        let ends = prompt.text.matches(['.', '?', '!']).count();
        assert!(ends == 1 && prompt.text.ends_with(['.', '?']), "{}: {}", prompt.id, prompt.text);
    }
}

/// What is said to people never presses, praises or judges.
const NOT_SAID: [&str; 10] =
    ["should", "just", "at least", "resilient", "resilience", "positive attitude", "great job", "privilege", "toxic", "you missed"];

#[test]
fn the_tone_is_kept() {
    let mut complaints = Vec::new();
    for Said { place, text } in everything() {
        let plain = format!(" {} ", reading::words(&text).join(" "));
        complaints
            .extend(NOT_SAID.iter().filter(|word| plain.contains(&format!(" {word} "))).map(|word| format!("{place}: “{word}” in {text}")));
        if text.contains('!') {
            complaints.push(format!("{place} shouts: {text}"));
        }
    }
    none(&complaints);
}

#[test]
fn everything_can_be_read_in_the_seventh_grade() {
    let mut complaints = Vec::new();
    let mut graded = 0;
    for Said { place, text } in everything() {
        let key = place.rsplit(' ').next().unwrap_or_default();
        if NAMES.contains(&key) {
            continue;
        }
        graded += 1;
        let Grade(grade) = grade(&text);
        if grade > 7.0 {
            complaints.push(format!("{place}: grade {grade:.1}: {text}"));
        }
    }
    assert!(graded > 400, "{graded} texts are graded");
    none(&complaints);
}

#[test]
fn no_five_words_in_a_row_are_from_the_essays() {
    let Some(folder) = std::env::var_os("CAIRN_ESSAYS") else {
        eprintln!("SKIPPED: CAIRN_ESSAYS names no folder with the essays, so nothing was compared with them");
        return;
    };
    let mut theirs = BTreeSet::new();
    for file in std::fs::read_dir(&folder).expect("CAIRN_ESSAYS is a folder").flatten() {
        let text = String::from_utf8_lossy(&std::fs::read(file.path()).unwrap_or_default()).into_owned();
        theirs.extend(reading::words(&text).windows(5).map(|run| run.join(" ")));
    }
    assert!(theirs.len() > 1000, "the folder holds the essays as text");
    let mut complaints = Vec::new();
    for Said { place, text } in everything() {
        let shared = reading::words(&text).windows(5).map(|run| run.join(" ")).find(|run| theirs.contains(run));
        complaints.extend(shared.map(|run| format!("{place}: “{run}”")));
    }
    none(&complaints);
}
