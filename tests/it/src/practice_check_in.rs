//! The weekly check-in keeps its distance to the others, whichever door it comes through.

use crate::bench::Bench;
use crate::place::{PASSPHRASE, Place, Ran, passphrase};
use journal::{JournalError, New};
use model::{Day, Happened, Kind, Writing};
use serde_json::json;
use wire::Code;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn check_in(on: &str) -> Writing {
    Writing { marks: [("mattered".to_owned(), 4)].into(), happened: Some(Happened::Day(day(on))), ..Writing::new(Kind::CheckIn, "") }
}

#[test]
fn a_check_in_less_than_six_days_from_another_is_refused_with_the_next_day() {
    let place = Place::with_journal();
    let add = |on: &str| -> Ran {
        place.write("week.json", &json!({ "marks": { "mattered": 4 }, "happened": on }).to_string());
        place.cli(&["checkin", "add", "--file", &place.arg("week.json")])
    };
    add("2026-03-10").ok();
    for (on, next) in [
        ("2026-03-10", "2026-03-16"),
        ("2026-03-15", "2026-03-16"),
        ("2026-03-05", "2026-03-16"),
        ("2026-03-12T23:10", "2026-03-16"),
        // In the small hours it is still the shift day before.
        ("2026-03-16T02:00", "2026-03-16"),
    ] {
        let ran = add(on).refused(1, &format!("6 days apart or more; this one can be for {next} or later"));
        assert!(ran.err.contains("Nothing was kept."), "{ran:?}");
    }
    // For weeks that are past it can be filled in late.
    for on in ["2026-03-04", "2025-12-24", "2026-03-16", "2026-03-22T09:00"] {
        add(on).ok();
    }
    add("2026-03-19").refused(1, "2026-03-28");
    // The same by the other way to add one, and for two that come together.
    let one = |on: &str| format!("{}\n", json!({ "kind": "check-in", "text": "", "marks": { "mattered": 2 }, "happened": on }));
    place.fed(&["add", "--batch"], one("2026-03-21").as_bytes()).refused(1, "2026-03-28");
    place.fed(&["add", "--batch"], (one("2026-05-01") + &one("2026-05-04")).as_bytes()).refused(1, "2026-05-07");
    assert_eq!(place.list().len(), 5);
}

#[test]
fn a_check_in_is_moved_only_to_where_there_is_room_and_comes_back_from_the_bin_to_where_it_was() {
    let place = Place::with_journal();
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let (journal, chance) = session.journal_and_chance().unwrap();
    let mut keep = |on: &str| Ok::<_, JournalError>(journal.keep(vec![New::of(check_in(on))], None, chance)?.remove(0).id);
    let (first, second) = (keep("2026-03-01").unwrap(), keep("2026-03-08").unwrap());
    assert_eq!(keep("2026-03-03"), Err(JournalError::TooSoon { between: 6, next: day("2026-03-14") }));
    let journal = session.journal().unwrap();
    let refused = journal.change(second, check_in("2026-03-06"), None).unwrap_err();
    assert_eq!(refused, JournalError::TooSoon { between: 6, next: day("2026-03-07") });
    journal.change(second, check_in("2026-03-07"), None).unwrap();
    // Other words for the same day, with others close by or not.
    journal.change(second, Writing { text: "Two left".into(), ..check_in("2026-03-07") }, None).unwrap();
    journal.bin(first).unwrap();
    let (journal, chance) = session.journal_and_chance().unwrap();
    journal.keep(vec![New::of(check_in("2026-02-28"))], None, chance).unwrap();
    // What somebody once kept is theirs to bring back.
    journal.unbin(first).unwrap();
    journal.change(first, Writing { text: "One left".into(), ..check_in("2026-03-01") }, None).unwrap();
    assert_eq!(
        journal.check_ins().unwrap().points.iter().map(|p| p.day.to_string()).collect::<Vec<_>>(),
        ["2026-02-28", "2026-03-01", "2026-03-07"]
    );
    // A moment becomes no check-in beside one.
    let (journal, chance) = session.journal_and_chance().unwrap();
    let moment = journal
        .keep(vec![New::of(Writing { happened: Some(Happened::Day(day("2026-03-02"))), ..Writing::new(Kind::Moment, "x") })], None, chance)
        .unwrap()
        .remove(0);
    assert!(matches!(journal.change(moment.id, check_in("2026-03-02"), None), Err(JournalError::TooSoon { .. })));
    session.close().unwrap();
}

#[test]
fn the_window_is_told_which_field_why_and_the_next_day() {
    let mut bench = Bench::open();
    let save =
        |on: &str| json!({ "writing": { "kind": "check-in", "text": "", "marks": { "mattered": 3 }, "happened": on }, "draft": null });
    bench.ask("moment_save", save("2026-02-20"));
    let fault = bench.refused("moment_save", save("2026-02-22"), Code::Invalid);
    assert_eq!(["field", "why", "next"].map(|name| fault.params[name].as_str()), ["happened", "toosoon", "2026-02-26"]);
    bench.ask("moment_save", save("2026-02-26"));
}
