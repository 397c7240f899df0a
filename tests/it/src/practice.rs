//! The practice by its public doors: prompt, lift, promises, guides, check-in, fact notes.

use crate::bench::Bench;
use crate::place::{PASSPHRASE, Place, passphrase};
use journal::{Home, New, Session, SlotCost, SystemChance};
use model::{Clock, Cost, Kind, Now, Pledge, PromiseState, Promising, Stamp, Writing};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};

mod prompts;

/// A clock that is one thousandth of a second further at each look: two looks in the same one would not tell their order.
struct Counting(AtomicI64);

impl Clock for Counting {
    fn now(&self) -> Now {
        Now { stamp: Stamp::from_millis(self.0.fetch_add(1, Ordering::Relaxed)), offset_minutes: 0, zone: None }
    }
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

#[test]
fn lift_shows_moments_and_kind_words_three_at_most_and_never_the_rest() {
    let place = Place::with_journal();
    assert_eq!(place.cli(&["lift", "--json"]).json(), json!([]));
    for (n, kind) in Kind::ALL.iter().enumerate() {
        let mut one = json!({ "kind": kind.name(), "text": format!("text {n}"), "happened": "2026-01-05" });
        if *kind == Kind::Mission {
            one["answers"] = json!([{ "field": "limits", "text": "paid hours" }, { "field": "mission", "text": "I call back" }]);
        }
        place.fed(&["add", "--batch"], one.to_string().as_bytes()).ok();
    }
    let fact = place.cli(&["fact", "add", "He threw the tray"]).ok();
    let lifted = place.cli(&["lift", "--date", "2026-03-01", "--json"]).json();
    assert!(!lifted.as_array().unwrap().is_empty());
    for one in lifted.as_array().unwrap() {
        assert!(["moment", "kind-word"].contains(&one["kind"].as_str().unwrap()), "{one}");
        assert_ne!(one["id"].as_str(), Some(fact.trim()));
    }
    let many: String = (0..500).map(|n| json!({ "text": format!("moment {n}"), "happened": "2026-01-05" }).to_string() + "\n").collect();
    place.fed(&["add", "--batch"], many.as_bytes()).ok();
    let first = place.cli(&["lift", "--date", "2026-03-01", "--json"]).json();
    assert_eq!(ids(&first).len(), 3);
    assert_eq!(ids(&first), ids(&place.cli(&["lift", "--date", "2026-03-01", "--json"]).json()), "fixed for the day");
}

#[test]
fn a_days_lift_shows_the_same_three_in_the_same_order_however_often_it_is_opened() {
    let place = Place::with_journal();
    let many: String = (0..40).map(|n| json!({ "text": format!("moment {n}"), "happened": "2026-01-05" }).to_string() + "\n").collect();
    place.fed(&["add", "--batch"], many.as_bytes()).ok();
    let clock = Counting(AtomicI64::new(Stamp::parse("2026-03-01T12:00:00Z").unwrap().millis()));
    let home = Home::at(place.home());
    let mut session = Session::new(home, Box::new(clock), Box::new(SystemChance)).with_cost(SlotCost::insecure_for_tests(10));
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let journal = session.journal().unwrap();
    let mut walk = || (0..3).map(|step| journal.lift(step).unwrap().entry.map(|entry| entry.id)).collect::<Vec<_>>();
    let first = walk();
    assert_eq!(first.iter().flatten().collect::<std::collections::HashSet<_>>().len(), 3);
    assert_eq!(walk(), first);
    session.close().unwrap();
}

#[test]
fn s0_15_a_promise_is_made_moved_kept_handed_on_and_let_go() {
    let place = Place::with_journal();
    let add = |args: &[&str]| place.cli(&[&["promise", "add"], args].concat()).ok().trim().to_owned();
    let call = add(&["--to", "blue folder", "--by", "2026-12-03", "Call her back"]);
    let ask = add(&["--by", "when the form is there", "Ask Jo"]);
    let swap = add(&["Swap the late shift"]);
    let list = place.cli(&["promise", "list", "--json"]).json();
    assert_eq!(ids(&list), [call.as_str(), ask.as_str(), swap.as_str()], "by their day, those without one last");
    assert_eq!((&list[0]["by"], &list[0]["to"], &list[0]["state"]), (&json!("2026-12-03"), &json!("blue folder"), &json!("open")));
    assert_eq!((&list[1]["by"], &list[1]["said"]), (&Value::Null, &json!("when the form is there")), "words that name no day stay words");
    assert_eq!(place.cli(&["promise", "move", &ask, "--by", "2026-12-24", "--json"]).json()["by"], json!("2026-12-24"));
    place.cli(&["promise", "keep", &call]).ok();
    place.cli(&["promise", "hand-on", &ask, "--to", "Jo"]).ok();
    place.cli(&["promise", "let-go", &swap]).ok();
    let states: HashMap<String, String> = place
        .cli(&["promise", "list", "--json"])
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|p| (p["id"].as_str().unwrap().to_owned(), p["state"].as_str().unwrap().to_owned()))
        .collect();
    assert_eq!((&*states[&call], &*states[&ask], &*states[&swap]), ("kept", "handed-on", "let-go"));
    place.cli(&["promise", "keep", "0190163d-8694-739b-aea5-966c26f8ad91"]).refused(1, "");
}

#[test]
fn words_for_a_day_are_read_as_a_person_means_them() {
    let place = Place::with_journal();
    let by = |words: &str| place.cli(&["promise", "add", "--by", words, "--json", "Call"]).json()["by"].clone();
    let thursday = by("Thursday before noon");
    let text = thursday.as_str().expect("Thursday is understood");
    let date: chrono::NaiveDate = text[..10].parse().unwrap();
    assert_eq!(chrono::Datelike::weekday(&date), chrono::Weekday::Thu);
    assert!(text.ends_with("T12:00"), "{text}");
    assert!(date >= chrono::Local::now().date_naive());
    for nonsense in ["", "soon", "before the moon", "\u{202e}Thursday", "99999999999999 days"] {
        let ran = place.cli(&["promise", "add", "--by", nonsense, "--json", "Call"]);
        if ran.code == 0 {
            assert_eq!(ran.json()["by"], Value::Null, "{nonsense:?}");
        }
    }
}

#[test]
fn s2_18_what_is_promised_in_a_moment_follows_the_moment() {
    let place = Place::with_journal();
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let (journal, chance) = session.journal_and_chance().unwrap();
    let pledged = |what: &str| Writing {
        promise: Some(model::Pledge { what: what.into(), to: "her son".into(), ..model::Pledge::default() }),
        ..Writing::new(Kind::Moment, "Sat with her")
    };
    let entry = journal.keep(vec![New::of(pledged("Call her son"))], None, chance).unwrap().remove(0);
    let open = |journal: &journal::Journal| -> Vec<String> {
        journal
            .promises()
            .unwrap()
            .rows
            .iter()
            .filter(|r| r.promise.state == PromiseState::Open)
            .map(|r| r.promise.promising.what.clone())
            .collect()
    };
    assert_eq!(open(journal), ["Call her son"]);
    journal.change(entry.id, pledged("Write to her son"), None).unwrap();
    assert_eq!(open(journal), ["Write to her son"]);
    journal.undo().unwrap();
    assert_eq!(open(journal), ["Call her son"]);
    journal.undo().unwrap();
    assert_eq!(open(journal), [""; 0], "taken back with the moment");
    journal.redo().unwrap();
    assert_eq!(open(journal), ["Call her son"]);
    journal.bin(entry.id).unwrap();
    assert_eq!(open(journal), [""; 0]);
    journal.unbin(entry.id).unwrap();
    assert_eq!(open(journal), ["Call her son"]);
    // Once answered it is the person's own record: it stays kept whatever becomes of the moment.
    let id = journal.promises().unwrap().rows[0].promise.id;
    journal.keep_promise(id).unwrap();
    journal.change(entry.id, Writing::new(Kind::Moment, "Sat with her"), None).unwrap();
    journal.bin(entry.id).unwrap();
    let all = journal.promises().unwrap();
    assert_eq!((all.kept, all.answered), (1, 1));
    session.close().unwrap();
}

#[test]
fn a_promise_of_a_moment_keeps_the_day_that_it_was_moved_to_and_another_one_is_its_own() {
    let place = Place::with_journal();
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let (journal, chance) = session.journal_and_chance().unwrap();
    let pledged = |what: &str, to: &str| Writing {
        promise: Some(model::Pledge { what: what.into(), to: to.into(), by: "tomorrow".into(), ..model::Pledge::default() }),
        ..Writing::new(Kind::Moment, "Sat with her")
    };
    let entry = journal.keep(vec![New::of(pledged("Call her son", "her"))], None, chance).unwrap().remove(0);
    let one = |journal: &journal::Journal| journal.promises().unwrap().rows[0].promise.clone();
    let moved = Promising { said: Some("in nine days".into()), ..one(journal).promising };
    let moved = journal.move_promise(one(journal).id, Promising { by: None, ..moved }).unwrap().promise.promise;
    assert!(moved.promising.by.is_some(), "{moved:?}");
    // A word beside the day is changed: the day stays where it was moved to, and comes back with an undo.
    journal.change(entry.id, pledged("Call her son", "her son"), None).unwrap();
    assert_eq!((one(journal).promising.by, one(journal).promising.to.as_deref()), (moved.promising.by, Some("her son")));
    journal.undo().unwrap();
    assert_eq!(one(journal).promising, moved.promising);

    // Once it is answered, what else is promised there is another promise.
    journal.keep_promise(moved.id).unwrap();
    journal.change(entry.id, pledged("Send the form", "her son"), None).unwrap();
    let all = journal.promises().unwrap();
    let open: Vec<&str> =
        all.rows.iter().filter(|r| r.promise.state == PromiseState::Open).map(|r| r.promise.promising.what.as_str()).collect();
    assert_eq!((open, all.kept), (vec!["Send the form"], 1));
    journal.change(entry.id, pledged("Send the form today", "her son"), None).unwrap();
    assert_eq!(journal.promises().unwrap().rows.len(), 2, "it changes with the moment, as the first did");
    session.close().unwrap();
}

#[test]
fn what_is_begun_of_a_promise_waits_and_goes_with_the_promise_itself() {
    let place = Place::with_journal();
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let (journal, chance) = session.journal_and_chance().unwrap();
    let begun = |pledge: Pledge| Writing { promise: Some(pledge), ..Writing::default() };
    // To whom comes before what.
    let half = begun(Pledge { to: "the school".into(), ..Pledge::default() });
    journal.keep_draft("promise", &half).unwrap();
    assert_eq!(journal.draft("promise").unwrap(), Some(half));
    let promising = Promising { what: "Call".into(), ..Promising::default() };
    let id = journal.promise(promising.clone(), None, chance).unwrap().promise.promise.id;
    assert_eq!(journal.draft("promise").unwrap(), None);

    let slot = format!("promise:{id}");
    let change = begun(Pledge { what: "Call".into(), by: "friday".into(), ..Pledge::default() });
    type Action<'a> = (&'a str, Box<dyn Fn(&mut journal::Journal)>);
    let actions: [Action<'_>; 4] = [
        ("move", Box::new(move |j| drop(j.move_promise(id, promising.clone()).unwrap()))),
        ("keep", Box::new(move |j| drop(j.keep_promise(id).unwrap()))),
        ("hand on", Box::new(move |j| drop(j.hand_on_promise(id, None).unwrap()))),
        ("let go", Box::new(move |j| drop(j.let_promise_go(id).unwrap()))),
    ];
    for (name, act) in actions {
        journal.keep_draft(&slot, &change).unwrap();
        act(journal);
        assert_eq!(journal.draft(&slot).unwrap(), None, "{name}");
    }
    // What holds nothing is no draft.
    journal.keep_draft("promise", &begun(Pledge::default())).unwrap();
    assert_eq!(journal.draft("promise").unwrap(), None);
    session.close().unwrap();
}

#[test]
fn every_action_on_a_promise_can_be_undone() {
    let place = Place::with_journal();
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let (journal, chance) = session.journal_and_chance().unwrap();
    let id = journal.promise(Promising { what: "Call".into(), ..Promising::default() }, None, chance).unwrap().promise.promise.id;
    let state = |journal: &journal::Journal| journal.promises().unwrap().rows.first().map(|r| r.promise.state);
    type Action<'a> = (&'a str, Box<dyn Fn(&mut journal::Journal)>);
    let actions: [Action<'_>; 4] = [
        ("keep", Box::new(move |j| drop(j.keep_promise(id).unwrap()))),
        ("hand on", Box::new(move |j| drop(j.hand_on_promise(id, Some("Jo".into())).unwrap()))),
        ("let go", Box::new(move |j| drop(j.let_promise_go(id).unwrap()))),
        ("move", Box::new(move |j| drop(j.move_promise(id, Promising { what: "Write".into(), ..Promising::default() }).unwrap()))),
    ];
    for (name, act) in actions {
        let before = journal.promises().unwrap();
        act(journal);
        let after = journal.promises().unwrap();
        assert_ne!(before, after, "{name}");
        journal.undo().unwrap();
        assert_eq!(journal.promises().unwrap(), before, "{name}");
        journal.redo().unwrap();
        assert_eq!(journal.promises().unwrap(), after, "{name}");
        journal.undo().unwrap();
    }
    journal.undo().unwrap();
    assert_eq!(state(journal), None, "making it, too");
    session.close().unwrap();
}

#[test]
fn all_fifteen_guides_take_answers_and_carry_their_rule() {
    let place = Place::with_journal();
    let guides = place.cli(&["guide", "list", "--json"]).json();
    let core: Vec<&Value> = guides.as_array().unwrap().iter().filter(|g| g["tier"] != "small").collect();
    assert_eq!(core.len(), 15);
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let all: Vec<_> = ids(&guides).iter().map(|id| session.journal().unwrap().guide(id).unwrap().guide).collect();
    session.close().unwrap();
    for guide in all {
        let answers: serde_json::Map<String, Value> =
            guide.steps.iter().map(|s| (s.field.to_owned(), json!(format!("my {} of {}", s.id, guide.id)))).collect();
        place.write("answers.json", &Value::Object(answers.clone()).to_string());
        let id = place.cli(&["guide", "answer", guide.id, "--answers", &place.arg("answers.json")]).ok();
        if guide.makes.to_string() == "fact-note" {
            // Its answers are no entry.
            assert_eq!(ids(&place.cli(&["fact", "list", "--json"]).json()), [id.trim()]);
            place.cli(&["show", id.trim()]).refused(1, "");
            continue;
        }
        let kept = place.cli(&["show", id.trim(), "--json"]).json();
        assert_eq!(kept["guide"], json!({ "id": guide.id, "export": guide.export.to_string() }));
        let told: Vec<(String, String)> = kept["answers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|a| (a["field"].as_str().unwrap().into(), a["text"].as_str().unwrap().into()))
            .collect();
        let sent: Vec<(String, String)> = guide.steps.iter().map(|s| (s.field.into(), format!("my {} of {}", s.id, guide.id))).collect();
        assert_eq!(told, sent, "in the order of the guide");
        place.write("answers.json", &json!({ "no_such_field": "x" }).to_string());
        place.cli(&["guide", "answer", guide.id, "--answers", &place.arg("answers.json")]).refused(2, "no field");
    }
    // What is marked never is in no log, whatever is asked for.
    place.cli(&["export", "--format", "md", "--out", &place.arg("log.md")]).ok();
    let log = std::fs::read_to_string(place.file("log.md")).unwrap();
    assert!(!log.contains("my label of from-jerk-to-human"), "{log}");
}

#[test]
fn h3_h4_a_guide_is_not_finished_without_its_limits() {
    let place = Place::with_journal();
    for (guide, answers) in [
        ("boss-hardest-customer", json!({ "facts": "She asked three times" })),
        ("my-mission-statement", json!({ "mission": "I call you back" })),
    ] {
        place.write("answers.json", &answers.to_string());
        place.cli(&["guide", "answer", guide, "--answers", &place.arg("answers.json")]).refused(2, "answers");
    }
    let without = json!({ "kind": "mission", "answers": [{ "field": "mission", "text": "I call you back" }] });
    let ran = place.fed(&["add", "--batch"], without.to_string().as_bytes());
    assert_eq!(ran.code, 2, "{ran:?}");
    assert_eq!(place.list(), [Value::Null; 0]);
}

#[test]
fn a_check_in_is_kept_with_its_marks_and_without_a_total() {
    let place = Place::with_journal();
    let file = |marks: Value| place.write("week.json", &json!({ "marks": marks, "line": "The new girl's jokes" }).to_string());
    file(json!({ "mattered": 4, "worth-it": 5, "safe-respected": 2 }));
    let id = place.cli(&["checkin", "add", "--file", &place.arg("week.json")]).ok();
    let kept = place.cli(&["show", id.trim(), "--json"]).json();
    assert_eq!(kept["marks"], json!({ "mattered": 4, "worth-it": 5, "safe-respected": 2 }));
    assert!(kept.get("total").is_none() && kept.get("score").is_none());
    for bad in [json!({ "mattered": 0 }), json!({ "mattered": 6 }), json!({ "happiness": 3 }), json!({ "mattered": -1 }), json!("no")] {
        file(bad.clone());
        let ran = place.cli(&["checkin", "add", "--file", &place.arg("week.json")]);
        assert_eq!(ran.code, 2, "{bad}: {ran:?}");
    }
    place.cli(&["checkin", "add", "--file", &place.arg("not-there.json")]).refused(2, "cannot be read");
    assert_eq!(place.list().len(), 1);
}

#[test]
fn f13_a_fact_note_is_in_no_list_no_search_no_log_and_in_the_archive() {
    let place = Place::holding(&["A cup of tea"]);
    let note =
        place.cli(&["fact", "add", "--happened", "2026-03-02T09:40", "--witnesses", "K. and R.", "He said it in the supply room"]).ok();
    let further = place.cli(&["fact", "add", "--note", note.trim(), "He said it in the supply room, twice"]).ok();
    assert_eq!(note, further);
    let notes = place.cli(&["fact", "list", "--json"]).json();
    assert_eq!((ids(&notes), notes[0]["versions"].as_array().unwrap().len()), (vec![note.trim()], 2));
    assert_eq!(notes[0]["versions"][0]["writing"]["witnesses"], json!("K. and R."));
    assert_eq!(place.cli(&["search", "supply", "--json"]).json(), json!([]));
    assert_eq!(place.texts(), ["A cup of tea"]);
    place.cli(&["export", "--format", "md", "--out", &place.arg("log.md")]).ok();
    assert!(!std::fs::read_to_string(place.file("log.md")).unwrap().contains("supply"));
    place.cli(&["export", "--format", "json", "--out", &place.arg("all.json")]).ok();
    let archive: Value = serde_json::from_str(&std::fs::read_to_string(place.file("all.json")).unwrap()).unwrap();
    assert_eq!(archive["facts"].as_array().unwrap().len(), 2);
    let verified = place.cli(&["fact", "verify", "--json"]).json();
    assert_eq!((&verified["state"], &verified["links"]), (&json!("whole"), &json!(2)));
    place.cli(&["fact", "add", "--note", "0190163d-8694-739b-aea5-966c26f8ad91", "x"]).refused(1, "");
    place.cli(&["fact", "add", "  "]).refused(2, "account");
}

#[test]
fn s1_12_the_week_tells_what_it_gave_and_what_it_cost_side_by_side() {
    let place = Place::with_journal();
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let (journal, chance) = session.journal_and_chance().unwrap();
    let cost = |kind: Kind, cost: Cost| New::of(Writing { cost: Some(cost), ..Writing::new(kind, "Sat with her") });
    let all = vec![
        cost(Kind::Moment, Cost::GaveEnergy),
        cost(Kind::Moment, Cost::GaveEnergy),
        cost(Kind::Lesson, Cost::Even),
        cost(Kind::HardDay, Cost::TookALot),
        // The end of a shift has no place among the moments, and still tells what the day cost.
        cost(Kind::Guide, Cost::TookALot),
        New::of(Writing::new(Kind::QuietDay, "")),
    ];
    journal.keep(all, None, chance).unwrap();
    let id = journal.promise(Promising { what: "Call".into(), ..Promising::default() }, None, chance).unwrap().promise.promise.id;
    journal.promise(Promising { what: "Write".into(), ..Promising::default() }, None, chance).unwrap();
    journal.keep_promise(id).unwrap();
    let week = journal.week().unwrap();
    assert_eq!((week.gave, week.even, week.took, week.quiet, week.hard), (2, 1, 2, 1, 1));
    assert_eq!((week.entries.len(), week.open.len(), week.kept), (5, 1, 1));
    session.close().unwrap();
}

#[test]
fn the_region_chosen_once_is_known_before_the_journal_is_open() {
    let mut bench = Bench::open();
    let mut settings = bench.ask("settings_show", json!({}));
    settings["help_region"] = json!("uk");
    bench.ask("settings_change", settings);
    bench.ask("journal_lock", json!({}));
    assert_eq!(bench.ask("help_show", json!({}))["region"], json!("uk"));
    // As it was before there was a note on the computer.
    std::fs::remove_file(bench.home().join("help.toml")).unwrap();
    assert_eq!(bench.ask("help_show", json!({}))["region"], Value::Null);
    bench.unlock();
    bench.ask("journal_lock", json!({}));
    let help = bench.ask("help_show", json!({}));
    assert_eq!((&help["region"], &help["lines"][0]["region"]), (&json!("uk"), &json!("uk")));
}
