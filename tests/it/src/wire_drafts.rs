//! Unfinished writing outlives everything but being finished; the working day turns when the person says.

use crate::bench::Bench;
use serde_json::{Value, json};

#[test]
fn drafts_survive_closing_and_being_killed_and_go_with_their_moment() {
    let mut bench = Bench::open();
    let id = bench.keep("kept");
    let edit = format!("edit:{id}");
    let draft = |text: &str| json!({ "kind": "reflection", "text": text, "who": "half a na", "star": false, "may_share": false });
    bench.ask("draft_keep", json!({ "slot": "today", "writing": draft("half a sen") }));
    bench.ask("draft_keep", json!({ "slot": edit, "writing": draft("kept and mo") }));
    assert_eq!(bench.ask("today_show", json!({}))["draft"], draft("half a sen"));
    assert_eq!(bench.ask("moment_show", json!({ "id": id }))["draft"], draft("kept and mo"));

    bench.ask("journal_lock", json!({}));
    bench.unlock();
    assert_eq!(bench.ask("today_show", json!({}))["draft"], draft("half a sen"));
    bench.ask("draft_keep", json!({ "slot": "today", "writing": draft("half a sentence, th") }));

    let mut bench = bench.killed_and_started_again();
    bench.unlock();
    assert_eq!(bench.ask("draft_show", json!({ "slot": "today" })), draft("half a sentence, th"));
    assert_eq!(bench.ask("moment_show", json!({ "id": id }))["draft"], draft("kept and mo"));

    // Kept: the draft goes in the same breath, and only that one.
    let kept = bench.ask("moment_save", json!({ "writing": { "text": "a sentence, then" }, "draft": "today" }));
    assert_eq!(kept["changes"]["drafts"], true);
    assert_eq!(bench.ask("draft_show", json!({ "slot": "today" })), Value::Null);
    assert_eq!(bench.ask("draft_show", json!({ "slot": edit })), draft("kept and mo"));
    bench.ask("moment_change", json!({ "id": id, "writing": { "text": "kept and more" }, "draft": edit }));
    assert_eq!(bench.ask("draft_show", json!({ "slot": edit })), Value::Null);

    // A moment that is refused leaves its draft where it was.
    bench.ask("draft_keep", json!({ "slot": "today", "writing": draft("again") }));
    bench.refused("moment_save", json!({ "writing": { "text": " " }, "draft": "today" }), wire::Code::Invalid);
    assert_eq!(bench.ask("draft_show", json!({ "slot": "today" })), draft("again"));
    // Emptied by hand, or dropped.
    bench.ask("draft_keep", json!({ "slot": "today", "writing": { "text": " " } }));
    assert_eq!(bench.ask("draft_show", json!({ "slot": "today" })), Value::Null);
    bench.ask("draft_keep", json!({ "slot": "today", "writing": draft("again") }));
    bench.ask("draft_drop", json!({ "slot": "today" }));
    assert_eq!(bench.ask("draft_show", json!({ "slot": "today" })), Value::Null);
}

#[test]
fn a_door_that_is_dropped_without_closing_loses_nothing() {
    let mut bench = Bench::open();
    bench.keep("kept");
    bench.ask("draft_keep", json!({ "slot": "today", "writing": { "text": "half" } }));
    let mut next = bench.beside("cairn");
    next.refused("journal_unlock", json!({ "passphrase": crate::bench::PASSPHRASE }), wire::Code::Busy);
    drop(bench);
    next.unlock();
    assert_eq!(next.all()[0]["text"], "kept");
    assert_eq!(next.ask("draft_show", json!({ "slot": "today" }))["text"], "half");
}

#[test]
fn the_working_day_turns_when_the_person_says_and_past_days_stay() {
    let mut bench = Bench::open();
    let keep =
        |bench: &mut Bench, text: &str| bench.ask("moment_save", json!({ "writing": { "text": text }, "draft": null }))["entry"].clone();
    bench.set_clock("2026-03-01T03:59:30+01:00");
    assert_eq!(bench.ask("today_show", json!({}))["day"], "2026-02-28");
    assert_told_day(&keep(&mut bench, "before four"), "2026-02-28", "2026-03-01T03:59");
    bench.set_clock("2026-03-01T04:00:00+01:00");
    assert_eq!(bench.ask("today_show", json!({}))["day"], "2026-03-01");
    assert_told_day(&keep(&mut bench, "at four"), "2026-03-01", "2026-03-01T04:00");

    let mut settings = bench.ask("settings_show", json!({}));
    assert_eq!(settings["day_turn"], 240);
    settings["day_turn"] = json!(720);
    assert_eq!(bench.ask("settings_change", settings)["changes"]["settings"], true);
    bench.set_clock("2026-03-01T11:59:00+01:00");
    assert_eq!(bench.ask("today_show", json!({}))["day"], "2026-02-28");
    assert_told_day(&keep(&mut bench, "night shift"), "2026-02-28", "2026-03-01T11:59");
    // Told times are read by the same turn; a told day is a day.
    let told =
        bench.ask("moment_save", json!({ "writing": { "text": "x", "happened": "2026-03-05T11:59" }, "draft": null }))["entry"].clone();
    assert_eq!((&told["day"], &told["precision"]), (&json!("2026-03-04"), &json!("minute")));
    let told = bench.ask("moment_save", json!({ "writing": { "text": "x", "happened": "2026-03-05" }, "draft": null }))["entry"].clone();
    assert_eq!((&told["day"], &told["precision"]), (&json!("2026-03-05"), &json!("date")));
    for out_of_range in [json!(1440), json!(-1), json!("04:00")] {
        bench.refused("settings_change", json!({ "day_turn": out_of_range, "sheet_confirmed": false }), wire::Code::BadRequest);
    }
    // What was kept before keeps its day, over a closing too.
    bench.ask("journal_lock", json!({}));
    bench.unlock();
    assert_eq!(bench.ask("settings_show", json!({}))["day_turn"], 720);
    let days: Vec<_> = bench.all().iter().map(|e| (e["text"].as_str().unwrap().to_owned(), e["day"].clone())).collect();
    assert!(days.contains(&("at four".into(), json!("2026-03-01"))), "{days:?}");
}

#[track_caller]
fn assert_told_day(entry: &Value, day: &str, happened: &str) {
    assert_eq!((&entry["day"], &entry["happened"]), (&json!(day), &json!(happened)));
    assert_eq!((&entry["offset_minutes"], &entry["zone"], &entry["precision"]), (&json!(60), &json!("Europe/Berlin"), &json!("instant")));
}
