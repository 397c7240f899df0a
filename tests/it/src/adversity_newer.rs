//! A journal that a newer program made: read and taken away, never changed, and told so.

use crate::bench::Bench;
use crate::folder::{assert_same, picture};
use crate::place::Place;
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use wire::Code;

/// Says that the schema is of that version, past every door.
fn set_version(place: &Place, version: u32) {
    let home = vault::Home::at(place.home());
    let opened = vault::slots::open_with_passphrase(&home, &crate::place::passphrase(crate::place::PASSPHRASE)).unwrap();
    let key: String = opened.master.expose().iter().map(|b| format!("{b:02x}")).collect();
    let conn = Connection::open(home.journal_db()).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{key}'\"; PRAGMA user_version = {version}")).unwrap();
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
