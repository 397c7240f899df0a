//! What each verb says it touched, and that undoing any of them destroys nothing.

use crate::bench::Bench;
use serde_json::{Value, json};

/// The flags that are raised, in the order of their names.
fn raised(changes: &Value) -> Vec<&str> {
    changes.as_object().unwrap().iter().filter(|(_, v)| **v == json!(true)).map(|(k, _)| k.as_str()).collect()
}

fn tagged(text: &str, tag: &str) -> Value {
    json!({ "text": text, "tags": [tag], "people": ["Ada"], "happened": "2026-02-20" })
}

#[test]
fn each_verb_says_what_it_touched_and_nothing_else() {
    let mut bench = Bench::open();
    let kept = bench.ask("moment_save", json!({ "writing": { "text": "plain", "happened": "2026-02-20" }, "draft": null }));
    assert_eq!(raised(&kept["changes"]), ["entries", "undo"]);
    assert_eq!(kept["changes"]["days"], json!(["2026-02-20"]));
    let kept = bench.ask("moment_save", json!({ "writing": tagged("one", "a"), "draft": "today" }));
    assert_eq!(raised(&kept["changes"]), ["drafts", "entries", "people", "tags", "undo"]);
    let id = kept["entry"]["id"].clone();
    let mut ask = |name: &str, more: Value| {
        let mut request = json!({ "id": id });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        bench.ask(name, request)["changes"].clone()
    };
    let changed = ask(
        "moment_change",
        json!({ "writing": { "text": "two", "tags": ["a"], "people": ["Ada"], "happened": "2026-02-21" }, "draft": null }),
    );
    assert_eq!(raised(&changed), ["entries", "undo"]);
    assert_eq!(changed["days"], json!(["2026-02-20", "2026-02-21"]), "the day it left and the day it came to");
    assert_eq!(raised(&ask("moment_change", json!({ "writing": tagged("two", "b"), "draft": null }))), ["entries", "tags", "undo"]);
    assert_eq!(raised(&ask("moment_star", json!({ "star": true }))), ["entries", "undo"]);
    assert_eq!(raised(&ask("moment_star", json!({ "star": true }))), [""; 0], "nothing was done");
    assert_eq!(raised(&ask("moment_bin", json!({}))), ["bin", "entries", "undo"]);
    assert_eq!(raised(&ask("moment_restore", json!({}))), ["bin", "entries", "undo"]);
    assert_eq!(raised(&ask("version_restore", json!({ "number": 1 }))), ["entries", "tags", "undo"]);
    ask("moment_bin", json!({}));
    let undone = bench.ask("action_undo", json!({}));
    assert_eq!((&undone["op"], raised(&undone["changes"])), (&json!("bin"), vec!["bin", "entries", "undo"]));
    let settings = bench.ask("settings_show", json!({}));
    assert_eq!(raised(&bench.ask("settings_change", settings)["changes"]), ["settings"]);
    bench.ask("moment_bin", json!({ "id": id }));
    let emptied = bench.ask("bin_empty", json!({}));
    assert_eq!(emptied["removed"], 1);
    assert!(raised(&emptied["changes"]).contains(&"bin") && raised(&emptied["changes"]).contains(&"undo"));
    assert_eq!(
        bench.ask("action_undo", json!({}))["op"],
        Value::Null,
        "what was emptied cannot be brought back, and nothing pretends it could"
    );
}

/// Does one thing to an entry, takes it back, does it again; the entry's words are somewhere at every moment.
fn check(op: &str, verb: impl Fn(&mut Bench, &Value)) {
    let mut bench = Bench::open();
    let id = json!(bench.keep("first words"));
    bench.ask("moment_change", json!({ "id": id, "writing": { "text": "second words" }, "draft": null }));
    if op == "restore" {
        bench.ask("moment_bin", json!({ "id": id }));
    }
    let before = whole(&mut bench, &id);
    verb(&mut bench, &id);
    let after = whole(&mut bench, &id);
    assert_ne!(before, after, "{op}");
    for round in 0..3 {
        let undone = bench.ask("action_undo", json!({}));
        assert_eq!(undone["op"], op);
        assert_eq!(whole(&mut bench, &id), before, "{op} undone, round {round}");
        let redone = bench.ask("action_redo", json!({}));
        assert_eq!(redone["op"], op);
        assert_eq!(whole(&mut bench, &id), after, "{op} redone, round {round}");
        for words in ["first words", "second words"] {
            let versions = bench.ask("moment_versions", json!({ "id": id })).to_string();
            assert!(versions.contains(words) || after.to_string().contains(words), "{op}: {words} are gone");
        }
    }
}

fn whole(bench: &mut Bench, id: &Value) -> Value {
    bench.ask("moment_show", json!({ "id": id }))["entry"].clone()
}

#[test]
fn undo_and_redo_bring_an_entry_to_exactly_what_it_was_and_lose_no_words() {
    check("change", |bench, id| {
        drop(bench.ask("moment_change", json!({ "id": id, "writing": tagged("third words", "t"), "draft": null })))
    });
    check("star", |bench, id| drop(bench.ask("moment_star", json!({ "id": id, "star": true }))));
    check("bin", |bench, id| drop(bench.ask("moment_bin", json!({ "id": id }))));
    check("restore", |bench, id| drop(bench.ask("moment_restore", json!({ "id": id }))));
    check("version", |bench, id| drop(bench.ask("version_restore", json!({ "id": id, "number": 1 }))));
}

#[test]
fn undoing_a_kept_moment_puts_it_in_the_bin_with_every_word() {
    let mut bench = Bench::open();
    let kept = bench.ask("moment_save", json!({ "writing": tagged("every word", "t"), "draft": null }))["entry"].clone();
    let undone = bench.ask("action_undo", json!({}));
    assert_eq!(undone["op"], "keep");
    assert!(bench.all().is_empty());
    let bin = bench.ask("bin_list", json!({}));
    assert_eq!(bin[0]["id"], kept["id"]);
    let mut there = whole(&mut bench, &kept["id"]);
    assert!(there.as_object_mut().unwrap().remove("binned").is_some());
    assert_eq!(there, kept);
    assert_eq!(bench.ask("action_redo", json!({}))["op"], "keep");
    assert_eq!(bench.all(), [kept]);
    assert_eq!(bench.ask("bin_list", json!({})), json!([]));
}

#[test]
fn words_that_were_undone_are_older_versions_in_the_archive_too() {
    let mut bench = Bench::open();
    let id = json!(bench.keep("first words"));
    bench.ask("moment_change", json!({ "id": id, "writing": { "text": "undone words" }, "draft": null }));
    bench.ask("action_undo", json!({}));
    assert_eq!(bench.ask("moment_show", json!({ "id": id }))["versions"], 2);
    bench.host.save_in = Some(bench.dir.path().to_owned());
    bench.ask("archive_save", json!({}));
    let archive: Value = serde_json::from_str(&std::fs::read_to_string(bench.dir.path().join("archive.json")).unwrap()).unwrap();
    let versions = archive["entries"][0]["versions"].to_string();
    assert!(versions.contains("undone words"), "everything the journal holds: {archive}");
}

/// All entries by their names: an entry that comes back to a minute that others share is the last of them.
fn entries(bench: &mut Bench) -> Vec<Value> {
    let mut all = bench.all();
    all.sort_by_key(|e| e["id"].to_string());
    all
}

#[test]
fn a_long_row_of_actions_can_be_taken_back_and_done_again_in_order() {
    let mut bench = Bench::open();
    let mut states = vec![entries(&mut bench)];
    let id = json!(bench.keep("one"));
    states.push(entries(&mut bench));
    for step in 0..12 {
        let starred = bench.ask("moment_show", json!({ "id": id }))["entry"]["star"] == json!(true);
        let request = match step % 4 {
            0 => ("moment_change", json!({ "id": id, "writing": tagged(&format!("words {step}"), "t"), "draft": null })),
            1 => ("moment_star", json!({ "id": id, "star": !starred })),
            2 => ("version_restore", json!({ "id": id, "number": 1 + step / 4 })),
            _ => ("moment_save", json!({ "writing": tagged(&format!("another {step}"), "u"), "draft": null })),
        };
        bench.ask(request.0, request.1);
        states.push(entries(&mut bench));
    }
    for state in states.iter().rev().skip(1) {
        bench.ask("action_undo", json!({}));
        assert_eq!(&entries(&mut bench), state);
    }
    assert_eq!(bench.ask("action_undo", json!({}))["op"], Value::Null);
    for state in states.iter().skip(1) {
        bench.ask("action_redo", json!({}));
        assert_eq!(&entries(&mut bench), state);
    }
    // Something new: what was undone before cannot be redone over it.
    bench.ask("action_undo", json!({}));
    bench.keep("new");
    assert_eq!(bench.ask("action_redo", json!({}))["op"], Value::Null);
}

#[test]
fn an_older_version_keeps_the_offset_and_the_zone_of_its_time() {
    let mut bench = Bench::open();
    let id = bench.keep("said now");
    let first = bench.all().remove(0);
    assert_eq!((&first["offset_minutes"], &first["zone"], &first["precision"]), (&json!(60), &json!("Europe/Berlin"), &json!("instant")));
    bench.ask("moment_change", json!({ "id": id, "writing": { "text": "said now", "happened": "2026-02-20T08:00" }, "draft": null }));
    let moved = bench.all().remove(0);
    assert_eq!((&moved["zone"], &moved["precision"]), (&Value::Null, &json!("minute")), "nobody said where");
    let versions = bench.ask("moment_versions", json!({ "id": id }));
    for field in ["offset_minutes", "zone", "precision", "day"] {
        assert_eq!(versions[0][field], first[field], "{field}");
    }
    let back = bench.ask("version_restore", json!({ "id": id, "number": 1 }))["entry"].clone();
    for field in ["happened", "offset_minutes", "zone", "precision", "day"] {
        assert_eq!(back[field], first[field], "{field}");
    }
}
