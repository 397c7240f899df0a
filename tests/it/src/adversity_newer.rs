//! A journal that a newer program made: read and taken away, never changed, and told so.

use crate::bench::Bench;
use crate::folder::{assert_same, picture};
use crate::place::Place;
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use std::path::Path;
use wire::Code;

/// A journal's or a backup's file past every door, by the passphrase of the place.
pub(crate) fn raw(place: &Place, folder: &Path) -> Connection {
    let home = vault::Home::at(folder.to_owned());
    let text = fs::read_to_string(place.file("passphrase")).unwrap();
    let opened = vault::slots::open_with_passphrase(&home, &crate::place::passphrase(text.trim_end())).unwrap();
    let key: String = opened.master.expose().iter().map(|b| format!("{b:02x}")).collect();
    let conn = Connection::open(home.journal_db()).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{key}'\"")).unwrap();
    conn
}

/// Says that the schema is of that version.
fn set_version(place: &Place, version: u32) {
    let conn = raw(place, &place.home());
    conn.execute_batch(&format!("PRAGMA user_version = {version}")).unwrap();
    conn.close().unwrap();
}

fn only_reads(place: &Place) {
    let before = picture(&place.home());
    assert_eq!(place.texts(), ["two", "one"]);
    assert_eq!(place.cli(&["search", "two", "--json"]).json().as_array().unwrap().len(), 1);
    place.cli(&["stats"]).ok();
    place.cli(&["check"]).ok();
    place.cli(&["check", "--deep"]).ok();
    place.cli(&["export", "--format", "json", "--out", &place.arg("all.json"), "--force"]).ok();
    for args in [&["add", "three"][..], &["add", "--batch"]] {
        let ran = place.fed(args, b"{\"text\":\"three\"}\n").refused(1, "made by a newer version");
        assert_eq!(ran.out, "", "nothing is acknowledged");
    }
    assert_same(&before, &place.home());
}

#[test]
fn a_newer_schema_is_read_only_and_says_why() {
    let place = Place::holding(&["one", "two"]);
    set_version(&place, store::KNOWN_VERSION + 1);
    only_reads(&place);
    set_version(&place, store::KNOWN_VERSION);
    place.cli(&["add", "three"]).ok();
    assert_eq!(place.texts(), ["three", "two", "one"]);
}

#[test]
fn what_a_newer_program_wrote_is_shown_and_taken_away_and_never_called_damage() {
    let place = Place::holding(&["one", "two"]);
    let conn = raw(&place, &place.home());
    conn.execute_batch(&format!(
        "UPDATE entries SET kind = 'vow', precision = 'century', story = '{{\"who\":\"ben\",\"weather\":\"rain\",\"felt\":[\"sleepy\"]}}'
         WHERE text = 'two';
         INSERT INTO versions SELECT place, 1, 5, '{{\"writing\":{{\"kind\":\"vow\",\"text\":\"too\",\"mood\":7}},\"day\":\"2026-02-28\",\"sky\":1}}'
         FROM entries WHERE text = 'two';
         INSERT INTO drafts VALUES ('today', '{{\"kind\":\"vow\",\"text\":\"half\"}}', 5);
         INSERT INTO settings VALUES (1, '{{\"day_turn\":\"at dawn\"}}') ON CONFLICT DO UPDATE SET body = excluded.body;
         PRAGMA user_version = {}",
        store::KNOWN_VERSION + 1
    ))
    .unwrap();
    conn.close().unwrap();
    only_reads(&place);
    let entry = place.list().remove(0);
    assert_eq!((&entry["kind"], &entry["who"]), (&json!("reflection"), &json!("ben")));
    let strange = json!({ "kind": "vow", "precision": "century", "weather": "rain", "felt": ["sleepy"] });
    assert_eq!(entry["extra"], strange);
    let archive: serde_json::Value = serde_json::from_str(&fs::read_to_string(place.file("all.json")).unwrap()).unwrap();
    let taken = archive["entries"].as_array().unwrap().iter().find(|e| e["text"] == "two").unwrap();
    assert_eq!((&taken["extra"], &taken["versions"][0]["writing"]["text"]), (&strange, &json!("too")));
    assert_eq!(taken["versions"][0]["extra"], json!({ "kind": "vow", "mood": 7 }));
    let mut session = place.session();
    session.unlock(&crate::place::passphrase(crate::place::PASSPHRASE)).unwrap();
    let today = session.journal().unwrap().today().unwrap();
    assert_eq!(today.draft.unwrap().text, "half");
    assert_eq!(session.journal().unwrap().stats().unwrap().1.len(), 2);
    session.close().unwrap();
}

#[test]
fn a_newer_folder_format_is_read_only_and_says_why() {
    let place = Place::holding(&["one", "two"]);
    let file = place.home().join("vault.json");
    let now = fs::read_to_string(&file).unwrap();
    for newer in [now.replace("\"format\": 1", "\"format\": 2"), "{\"format\":9,\"all\":\"different\"}".into()] {
        fs::write(&file, &newer).unwrap();
        only_reads(&place);
        place.cli(&["init"]).refused(1, "");
        assert_eq!(fs::read_to_string(&file).unwrap(), newer);
    }
}

#[test]
fn the_window_is_told_that_a_newer_journal_is_for_reading() {
    let mut bench = Bench::open();
    let id = bench.keep("one");
    let key = crate::wire_keys::key(&bench.ask("sheet_show", json!({})));
    bench.ask("journal_lock", json!({}));
    let file = bench.home().join("vault.json");
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("\"format\": 1", "\"format\": 2")).unwrap();
    assert_eq!(bench.unlock()["read_only"], true);
    assert_eq!(bench.all().len(), 1);
    let writing = json!({ "text": "x" });
    for (name, request) in [
        ("moment_save", json!({ "writing": writing, "draft": null })),
        ("moment_change", json!({ "id": id, "writing": writing, "draft": null })),
        ("moment_star", json!({ "id": id, "star": true })),
        ("moment_bin", json!({ "id": id })),
        ("draft_keep", json!({ "slot": "today", "writing": writing })),
        ("settings_change", json!({ "day_turn": 0, "sheet_confirmed": true })),
    ] {
        bench.refused(name, request, Code::Newer);
    }
    // Nothing half done: an answer that says no leaves the keys as they are.
    let keys = picture(&bench.home().join("keys"));
    let (old, new) = (crate::bench::PASSPHRASE, "walnut ferry tulip anvil gazette");
    bench.refused("passphrase_change", json!({ "old": old, "new": new, "weak_ok": true }), Code::Newer);
    let sheet = bench.ask("sheet_renew", json!({ "passphrase": old }));
    bench.refused("sheet_confirm", crate::wire_keys::answers(&sheet), Code::Newer);
    bench.ask("journal_lock", json!({}));
    bench.refused("journal_recover", json!({ "recovery_key": key, "passphrase": new, "weak_ok": true }), Code::Newer);
    assert_eq!(bench.ask("app_show", json!({}))["standing"], "locked");
    assert_same(&keys, &bench.home().join("keys"));
    bench.unlock();
    bench.host.save_in = Some(bench.dir.path().to_owned());
    assert_eq!(bench.ask("archive_save", json!({}))["saved"], true);
}

#[test]
fn a_version_of_nothing_is_damage() {
    let place = Place::holding(&["one"]);
    set_version(&place, 0);
    let before = picture(&place.home());
    place.cli(&["list"]).refused(4, "cannot be read");
    assert_same(&before, &place.home());
}
