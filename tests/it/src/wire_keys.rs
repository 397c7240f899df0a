//! First run, recovery sheet, passphrase, backups and the computer's settings, as the window does them.

use crate::bench::{Bench, PASSPHRASE};
use crate::writings::assert_told;
use serde_json::{Value, json};
use wire::Code;

const NEW: &str = "walnut ferry tulip anvil gazette";

/// The answers that the sheet asks for, spelled as somebody types.
pub(crate) fn answers(sheet: &Value) -> Value {
    let typed = |number: &Value| {
        let group = sheet["groups"][usize::try_from(number.as_u64().unwrap()).unwrap() - 1].as_str().unwrap();
        json!({ "group": number, "text": format!(" {} ", group.to_lowercase()) })
    };
    json!({ "answers": sheet["ask"].as_array().unwrap().iter().map(typed).collect::<Vec<_>>() })
}

pub(crate) fn key(sheet: &Value) -> String {
    sheet["groups"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect()
}

#[test]
fn the_first_run_keeps_the_first_moment_and_asks_for_the_sheet_until_it_is_confirmed() {
    let mut bench = Bench::empty();
    let state = bench.ask("app_show", json!({}));
    assert_told(&json!({ "standing": "new", "read_only": false, "sheet_confirmed": false, "version": "9.8.7" }), &state);
    assert!(!bench.home().exists(), "asking how things stand makes nothing");

    let offer = bench.ask("passphrase_suggest", json!({}))["passphrase"].as_str().unwrap().to_owned();
    assert_eq!(offer.split(' ').count(), 5);
    assert_eq!(bench.ask("passphrase_rate", json!({ "passphrase": offer }))["weak"], false);
    assert_eq!(bench.ask("passphrase_rate", json!({ "passphrase": "password1" }))["weak"], true);
    let create = |passphrase: &str, first: Value| json!({ "passphrase": passphrase, "weak_ok": false, "first": first });
    bench.refused("journal_create", create("password1", Value::Null), Code::WeakPassphrase);
    bench.refused("journal_create", create("", Value::Null), Code::BadPassphrase);
    bench.refused("journal_create", create(PASSPHRASE, json!({ "text": "x", "who": "w".repeat(20_001) })), Code::Invalid);
    assert!(!bench.home().join("vault.json").exists());

    let made = bench.ask("journal_create", create(PASSPHRASE, json!({ "text": "My first moment" })));
    assert_eq!(made["entry"]["text"], "My first moment");
    assert_eq!(bench.ask("app_show", json!({}))["standing"], "open");
    assert_eq!(bench.ask("action_undo", json!({}))["op"], Value::Null, "the first moment is not undone by a slip");
    assert_eq!(bench.ask("sheet_show", json!({})), made["sheet"], "the same sheet for as long as it is shown");
    bench.refused("journal_create", create(PASSPHRASE, Value::Null), Code::Exists);

    // Wrong, half, none: not confirmed, and told which.
    let right = answers(&made["sheet"]);
    let ask = made["sheet"]["ask"].clone();
    assert_eq!(bench.ask("sheet_confirm", json!({ "answers": [] })), json!({ "confirmed": false, "wrong": ask }));
    let mut half = right.clone();
    half["answers"][1]["text"] = json!("QQQQQQ");
    assert_eq!(bench.ask("sheet_confirm", half), json!({ "confirmed": false, "wrong": [ask[1]] }));
    let mut settings = bench.ask("settings_show", json!({}));
    settings["sheet_confirmed"] = json!(true);
    bench.ask("settings_change", settings);
    assert_eq!(bench.ask("app_show", json!({}))["sheet_confirmed"], false, "only typing it back confirms it");

    bench.host.save_in = Some(bench.dir.path().to_owned());
    assert_eq!(bench.ask("sheet_save", json!({}))["saved"], true);
    let saved = std::fs::read_to_string(bench.dir.path().join("recovery-sheet.txt")).unwrap();
    assert_eq!(crate::place::key_line(&saved), key(&made["sheet"]));
    bench.ask("sheet_print", json!({}));
    assert_eq!(bench.host.prints, 1);
    assert_eq!(bench.ask("sheet_confirm", right.clone()), json!({ "confirmed": true, "wrong": [] }));
    assert_eq!(bench.ask("app_show", json!({}))["sheet_confirmed"], true);
    assert_eq!(bench.ask("sheet_show", json!({})), Value::Null, "confirmed: shown no more");
    bench.refused("sheet_confirm", right, Code::NotFound);
    bench.ask("journal_lock", json!({}));
    assert_told(&json!({ "standing": "locked" }), &bench.ask("app_show", json!({})));
    assert_told(&json!({ "standing": "open", "sheet_confirmed": true }), &bench.unlock());
}

/// Whether that sheet opens a copy of the journal as it lies there now.
fn opens(bench: &Bench, key: &str, name: &str) -> bool {
    crate::folder::copy(&bench.home(), &bench.dir.path().join(name));
    let mut copy = bench.beside(name);
    let request = json!({ "recovery_key": key, "passphrase": NEW, "weak_ok": false });
    let opened = copy.door.answer(&mut copy.host, "journal_recover", &request.to_string());
    if let Err(fault) = &opened {
        assert_eq!(fault.code, Code::WrongRecoveryKey);
    } else {
        assert_eq!(copy.all().len(), 1);
        copy.ask("journal_lock", json!({}));
        copy.refused("journal_unlock", json!({ "passphrase": PASSPHRASE }), Code::WrongPassphrase);
        copy.ask("journal_unlock", json!({ "passphrase": NEW }));
    }
    opened.is_ok()
}

#[test]
fn a_renewed_sheet_leaves_the_old_one_working_until_it_is_typed_back() {
    let mut bench = Bench::open();
    bench.keep("words");
    let old = bench.ask("sheet_show", json!({}));
    bench.ask("sheet_confirm", answers(&old));
    assert!(opens(&bench, &key(&old), "a"));

    bench.refused("sheet_renew", json!({ "passphrase": "not this one" }), Code::WrongPassphrase);
    let new = bench.ask("sheet_renew", json!({ "passphrase": PASSPHRASE }));
    assert_ne!(key(&new), key(&old));
    assert!(opens(&bench, &key(&old), "b") && !opens(&bench, &key(&new), "c"), "shown, not confirmed: the one on paper works");
    // Never typed back: nothing has happened.
    bench.ask("journal_lock", json!({}));
    bench.unlock();
    assert_eq!(bench.ask("sheet_show", json!({})), Value::Null);
    assert!(opens(&bench, &key(&old), "d"));

    let new = bench.ask("sheet_renew", json!({ "passphrase": PASSPHRASE }));
    assert_eq!(bench.ask("sheet_confirm", answers(&new))["confirmed"], true);
    assert!(!opens(&bench, &key(&old), "e") && opens(&bench, &key(&new), "f"));
    // One with slips of the pen opens nothing, and is not repeated.
    let slip: String = key(&new)
        .chars()
        .enumerate()
        .map(|(n, c)| {
            if ![30, 45, 60].contains(&n) {
                c
            } else if c == 'Q' {
                'P'
            } else {
                'Q'
            }
        })
        .collect();
    bench.ask("journal_lock", json!({}));
    let request = json!({ "recovery_key": slip, "passphrase": NEW, "weak_ok": false });
    let fault = bench.refused("journal_recover", request, Code::WrongRecoveryKey);
    assert!(!format!("{fault:?}").contains("SECRET"), "{fault:?}");
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_no_longer() {
    let mut bench = Bench::open();
    bench.keep("words");
    let change = |old: &str, new: &str, weak_ok: bool| json!({ "old": old, "new": new, "weak_ok": weak_ok });
    bench.refused("passphrase_change", change("not this one", NEW, false), Code::WrongPassphrase);
    bench.refused("passphrase_change", change("", NEW, false), Code::WrongPassphrase);
    bench.refused("passphrase_change", change(PASSPHRASE, "password1", false), Code::WeakPassphrase);
    bench.refused("passphrase_change", change(PASSPHRASE, "", true), Code::BadPassphrase);
    bench.ask("passphrase_change", change(PASSPHRASE, NEW, false));
    bench.keep("more words");
    bench.ask("journal_lock", json!({}));
    bench.refused("journal_unlock", json!({ "passphrase": PASSPHRASE }), Code::WrongPassphrase);
    bench.ask("journal_unlock", json!({ "passphrase": NEW }));
    assert_eq!(bench.all().len(), 2);
    bench.ask("passphrase_change", change(NEW, "é1", true));
    bench.ask("journal_lock", json!({}));
    // The same letter, spelled in two parts by another keyboard.
    bench.ask("journal_unlock", json!({ "passphrase": "e\u{301}1" }));
}

#[test]
fn a_backup_made_here_takes_the_place_of_a_journal_that_cannot_be_read() {
    let mut bench = Bench::open();
    bench.keep("in the backup");
    let made = bench.ask("backup_make", json!({}));
    assert_told(&json!({ "name": "000001-2026-02-28", "entries": 1 }), &made);
    assert_eq!(bench.ask("backup_list", json!({})), json!([made]));
    let place = bench.ask("place_show", json!({}));
    assert_told(&json!({ "entries": 1, "backups": 1, "last_backup": made, "folder": bench.home().to_str().unwrap() }), &place);
    bench.keep("after the backup");
    let restore = json!({ "name": made["name"], "passphrase": PASSPHRASE });
    bench.refused("backup_restore", restore.clone(), Code::BadRequest);
    bench.ask("journal_lock", json!({}));

    let damaged = b"not a journal any more".repeat(400);
    std::fs::write(bench.home().join("journal.db"), &damaged).unwrap();
    bench.refused("journal_unlock", json!({ "passphrase": PASSPHRASE }), Code::Damaged);
    bench.refused("backup_restore", json!({ "name": made["name"], "passphrase": "not this one" }), Code::WrongPassphrase);
    assert_eq!(std::fs::read(bench.home().join("journal.db")).unwrap(), damaged, "left as it is until there is something better");
    assert_told(&json!({ "standing": "open" }), &bench.ask("backup_restore", restore));
    assert_eq!(bench.all().iter().map(|e| e["text"].clone()).collect::<Vec<_>>(), ["in the backup"]);
    let aside = bench.home().join("quarantine-2026-02-28-1/journal.db");
    assert_eq!(std::fs::read(aside).unwrap(), damaged, "set aside, never deleted");
    assert_eq!(bench.ask("backup_list", json!({})), json!([made]), "no backup is ever deleted");
    bench.keep("goes on");
}

#[test]
fn the_computers_settings_are_kept_before_there_is_a_journal_and_stay_in_range() {
    let mut bench = Bench::empty();
    let defaults = bench.ask("app_show", json!({}))["device"].clone();
    let wanted = json!({ "theme": "dark", "contrast": "high", "motion": "still", "text_size": 500, "scene": false, "language": "" });
    let set = bench.ask("device_change", wanted);
    assert_eq!(set, json!({ "theme": "dark", "contrast": "high", "motion": "still", "text_size": 200, "scene": false, "language": "en" }));
    assert_eq!(serde_json::to_value(&bench.host.devices).unwrap(), json!([set]), "the window follows");
    assert_eq!(bench.ask("app_show", json!({}))["device"], set);
    assert_eq!(bench.ask("app_show", json!({}))["standing"], "new", "settings of the computer are no journal");
    bench.ask("journal_create", json!({ "passphrase": PASSPHRASE, "weak_ok": false, "first": null }));
    assert_eq!(bench.ask("app_show", json!({}))["device"], set);
    bench.refused("device_change", json!({ "theme": "pink" }), Code::BadRequest);
    // A file that says nonsense keeps nobody out.
    for nonsense in ["", "\0\0\0", "theme = \"pink\"", "text_size = 70000", &"x".repeat(100_000)] {
        std::fs::write(bench.home().join("ui.toml"), nonsense).unwrap();
        assert_eq!(bench.ask("app_show", json!({}))["device"], defaults, "{nonsense:.20}");
    }
    bench.ask("app_drawn", json!({}));
    assert_eq!(bench.host.drawn, 1);
    bench.ask("app_quit", json!({}));
    assert_eq!(bench.host.quits, 1);
}

#[test]
fn a_second_window_is_told_that_the_journal_is_open_before_it_asks_for_a_passphrase() {
    let mut bench = Bench::open();
    let mut second = bench.beside("cairn");
    for _ in 0..2 {
        assert_told(&json!({ "standing": "busy" }), &second.ask("app_show", json!({})));
    }
    bench.keep("the first window goes on");
    bench.ask("journal_lock", json!({}));
    assert_told(&json!({ "standing": "locked" }), &second.ask("app_show", json!({})));
    second.unlock();
    assert_told(&json!({ "standing": "open" }), &second.ask("app_show", json!({})));
    assert_told(&json!({ "standing": "busy" }), &bench.ask("app_show", json!({})));
}
