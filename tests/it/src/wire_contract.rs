//! The whole list of commands: each is answered, each keeps quiet while the journal is closed, none takes what it should not.

use crate::bench::{Bench, PASSPHRASE};
use serde_json::{Map, Value, json};
use wire::{Code, NAMES};

const NOBODY: &str = "019ca3c2-5e00-7000-8000-000000000000";

/// A request for every command that is well formed. A command that is missing here fails [`no_command_is_left_out`].
pub(crate) fn requests(id: &str) -> Vec<(&'static str, Value)> {
    let writing = json!({ "kind": "moment", "text": "words", "happened": "2026-02-28T20:00", "star": false, "may_share": false });
    let device = json!({ "theme": "dark", "contrast": "high", "motion": "still", "text_size": 120, "scene": false, "language": "en" });
    let log = json!({ "from": null, "to": "2026-03-01", "kinds": ["moment"], "starred": false, "with_days": true, "with_their_words": false, "with_feelings": false });
    let mut all = vec![
        ("app_show", json!({})),
        ("app_drawn", json!({})),
        ("device_change", device),
        ("passphrase_suggest", json!({})),
        ("passphrase_rate", json!({ "passphrase": "password" })),
        ("journal_create", json!({ "passphrase": PASSPHRASE, "weak_ok": false, "first": writing })),
        ("journal_unlock", json!({ "passphrase": PASSPHRASE })),
        ("journal_recover", json!({ "recovery_key": "AGE-SECRET-KEY-1", "passphrase": PASSPHRASE, "weak_ok": false })),
        ("app_quit", json!({})),
        ("journal_lock", json!({})),
        ("backup_list", json!({})),
        ("backup_restore", json!({ "name": "000001-2026-02-28", "passphrase": PASSPHRASE })),
        ("backup_make", json!({})),
        ("sheet_show", json!({})),
        ("sheet_confirm", json!({ "answers": [{ "group": 3, "text": "ABCDEF" }, { "group": 4, "text": "ABCDEF" }] })),
        ("sheet_renew", json!({ "passphrase": PASSPHRASE })),
        ("sheet_save", json!({})),
        ("sheet_print", json!({})),
        ("passphrase_change", json!({ "old": "not this one", "new": "another harbor violin ottoman", "weak_ok": false })),
        ("settings_show", json!({})),
        (
            "settings_change",
            json!({
                "day_turn": 240, "sheet_confirmed": false, "days_off": ["sunday"], "check_in": "friday",
                "count_on": [{ "name": "Jo", "reach": "next desk", "hours": "nights" }],
                "help_lines": [{ "name": "Union", "how": "0800 1" }], "help_region": "uk", "help_hidden": ["Acas"],
            }),
        ),
        ("place_show", json!({})),
        ("today_show", json!({})),
        ("moment_save", json!({ "writing": writing, "draft": "today" })),
        ("moment_change", json!({ "id": id, "writing": writing, "draft": null })),
        ("moment_show", json!({ "id": id })),
        ("moment_star", json!({ "id": id, "star": true })),
        ("moment_bin", json!({ "id": id })),
        ("moment_restore", json!({ "id": id })),
        ("moment_versions", json!({ "id": id })),
        ("version_restore", json!({ "id": id, "number": 1 })),
        ("bin_list", json!({})),
        ("bin_empty", json!({})),
        ("timeline_page", json!({ "query": "words", "kinds": ["moment"], "starred": false, "after": null, "limit": 10 })),
        ("draft_keep", json!({ "slot": "today", "writing": writing })),
        ("draft_show", json!({ "slot": "today" })),
        ("draft_drop", json!({ "slot": "today" })),
        ("names_list", json!({})),
        ("identifiers_find", json!({ "text": "the lady in bed 12" })),
        ("action_undo", json!({})),
        ("action_redo", json!({})),
    ];
    all.extend(of_the_practice(id));
    all.extend([("log_preview", json!({ "options": log, "blocks": 10 })), ("log_save", log), ("archive_save", json!({}))]);
    all
}

fn of_the_practice(id: &str) -> Vec<(&'static str, Value)> {
    let promising = json!({ "what": "Call her back", "to": "blue folder", "said": "Thursday before noon", "reach": "front desk" });
    vec![
        ("prompt_today", json!({})),
        ("prompt_answer", json!({ "id": "craft-bit-better", "swap": true })),
        ("prompt_begun", json!({})),
        ("prompt_themes", json!({})),
        ("guide_list", json!({})),
        ("guide_show", json!({ "id": "duck-check" })),
        ("form_list", json!({})),
        ("mission_list", json!({})),
        ("lift_show", json!({ "step": 0 })),
        ("lift_never", json!({ "id": id })),
        ("check_in_show", json!({})),
        ("week_show", json!({})),
        ("year_show", json!({ "year": 2026 })),
        ("ripple_add", json!({ "id": id, "text": "she came back" })),
        ("promise_list", json!({})),
        ("promise_add", json!({ "promising": promising, "entry": id })),
        ("promise_move", json!({ "id": NOBODY, "promising": promising })),
        ("promise_keep", json!({ "id": NOBODY })),
        ("promise_hand_on", json!({ "id": NOBODY, "to": "Jo" })),
        ("promise_let_go", json!({ "id": NOBODY })),
        ("promise_when", json!({ "said": "tomorrow" })),
        ("fact_list", json!({})),
        ("fact_keep", json!({ "note": null, "writing": { "account": "He threw the tray" } })),
        ("fact_draft", json!({ "note": null, "writing": { "account": "He thr" } })),
        ("fact_save", json!({})),
        ("help_show", json!({})),
    ]
}

/// Those that make sense without an open journal.
const OUTSIDE: [&str; 15] = [
    "app_show",
    "app_drawn",
    "device_change",
    "passphrase_suggest",
    "passphrase_rate",
    "journal_create",
    "journal_unlock",
    "journal_recover",
    "app_quit",
    "journal_lock",
    "backup_list",
    "backup_restore",
    // The library's own forms, help, and a look at words of no journal: none of them waits for a passphrase.
    "form_list",
    "help_show",
    "identifiers_find",
];

#[test]
fn no_command_is_left_out() {
    let mine: Vec<&str> = requests(NOBODY).into_iter().map(|(name, _)| name).collect();
    assert_eq!(mine, NAMES, "a command was added or taken away: add its request here and a proof of what it does");
}

#[test]
fn every_command_is_answered_in_an_open_journal() {
    // What each may be refused with when the request is well formed and the state is not one in which it makes sense.
    let excused = |name: &str| match name {
        "journal_create" => Some(Code::Exists),
        "journal_unlock" => Some(Code::Busy),
        "journal_recover" => Some(Code::WrongRecoveryKey),
        "backup_restore" => Some(Code::BadRequest),
        "passphrase_change" => Some(Code::WrongPassphrase),
        // Of a promise that is none.
        "promise_move" | "promise_keep" | "promise_hand_on" | "promise_let_go" => Some(Code::NotFound),
        _ => None,
    };
    for n in 0..NAMES.len() {
        let mut bench = Bench::open();
        let id = bench.keep("first words");
        bench.ask("moment_change", json!({ "id": id, "writing": { "text": "second words" }, "draft": null }));
        bench.host.save_in = Some(bench.dir.path().to_owned());
        let (name, request) = requests(&id).swap_remove(n);
        match excused(name) {
            Some(code) => drop(bench.refused(name, request, code)),
            None => drop(bench.ask(name, request)),
        }
    }
}

#[test]
fn every_entry_command_of_a_closed_journal_is_refused_as_locked() {
    let mut bench = Bench::open();
    let id = bench.keep("words");
    bench.ask("journal_lock", json!({}));
    assert_eq!(bench.host.relocks, 1);
    let before = crate::folder::picture(&bench.home());
    bench.host.save_in = Some(bench.dir.path().to_owned());
    for (name, request) in requests(&id).into_iter().filter(|(name, _)| !OUTSIDE.contains(name)) {
        // The sheet is gone with the session; whether that is told as closed or as not there matters to nobody, but it is never shown.
        let fault = bench.door.answer(&mut bench.host, name, &request.to_string()).expect_err(name);
        let allowed: &[Code] = if name.starts_with("sheet_") { &[Code::Locked, Code::NotFound] } else { &[Code::Locked] };
        assert!(allowed.contains(&fault.code), "{name}: {fault:?}");
    }
    assert_eq!(bench.host.suggested, [""; 0], "nobody is asked where to save what cannot be read");
    crate::folder::assert_same(&before, &bench.home());
}

#[test]
fn unknown_fields_missing_fields_and_other_shapes_are_refused_by_every_command() {
    let mut bench = Bench::open();
    let id = bench.keep("words");
    for (name, request) in requests(&id) {
        let Value::Object(fields) = &request else { panic!("{name}") };
        let mut more = fields.clone();
        more.insert("pelican".into(), json!("secret pelican"));
        // `model::JournalSettings` is also what a newer program's journal holds, so it lets pass what it does not know.
        if name != "settings_change" {
            bad(&mut bench, name, &Value::Object(more).to_string());
        }
        bad(&mut bench, name, "\"pelican\"");
        bad(&mut bench, name, "[\"pelican\",\"pelican\",1,2,3,4,5,6,7,8]");
        bad(&mut bench, name, "");
        bad(&mut bench, name, "{");
        bad(&mut bench, name, &format!("{request} trailing"));
        for (field, value) in fields {
            let mut wrong = fields.clone();
            wrong.insert(field.clone(), json!({ "pelican": [value] }));
            bad(&mut bench, name, &Value::Object(wrong).to_string());
            let mut without: Map<String, Value> = fields.clone();
            let nullable = without.remove(field).is_none_or(|v| v.is_null())
                || matches!(field.as_str(), "first" | "draft" | "from" | "to" | "after" | "entry" | "year");
            // Settings have defaults; everything else has to be said.
            if !nullable && !matches!(name, "device_change" | "settings_change") {
                bad(&mut bench, name, &Value::Object(without).to_string());
            }
        }
    }
    bad(&mut bench, "moment_burn", "{}");
    bad(&mut bench, "", "{}");
    assert_eq!(bench.all().len(), 1);
}

#[track_caller]
fn bad(bench: &mut Bench, name: &str, request: &str) {
    match bench.door.answer(&mut bench.host, name, request) {
        Ok(reply) => panic!("{name} took {request:.200} and said {reply:.200}"),
        Err(fault) => {
            assert_eq!(fault.code, Code::BadRequest, "{name} {request:.200}: {fault:?}");
            assert!(!format!("{fault:?}").contains("pelican"), "{fault:?}");
        }
    }
}

#[test]
fn what_is_too_large_is_refused_and_what_just_fits_is_kept() {
    let mut bench = Bench::open();
    bad(&mut bench, "moment_save", &format!("{{\"writing\":{{\"text\":\"{}\"}},\"draft\":null}}", "x".repeat(8_000_000)));
    let save = |text: String| json!({ "writing": { "text": text }, "draft": null });
    let fault = bench.refused("moment_save", save("x".repeat(1_000_001)), Code::Invalid);
    assert_eq!((fault.params["field"].as_str(), fault.params["why"].as_str()), ("text", "toolong"));
    // Every character escaped: six bytes a character on the way.
    let longest = "\u{1}".repeat(1_000_000);
    let kept = bench.ask("moment_save", save(longest.clone()));
    assert_eq!(kept["entry"]["text"], longest);
    bench.refused("draft_keep", json!({ "slot": "today", "writing": { "text": "x".repeat(1_000_001) } }), Code::Invalid);
    bench.refused("draft_keep", json!({ "slot": "x".repeat(65), "writing": { "text": "x" } }), Code::Invalid);
    bench.refused("moment_save", json!({ "writing": { "text": "x", "tags": vec!["t"; 101].iter().enumerate().map(|(n, t)| format!("{t}{n}")).collect::<Vec<_>>() }, "draft": null }), Code::Invalid);
    for (field, value) in [("who", json!("w".repeat(20_001))), ("people", json!(["p".repeat(201)])), ("who", json!("nul\u{0}"))] {
        let fault = bench.refused("moment_save", json!({ "writing": { "text": "x", field: value }, "draft": null }), Code::Invalid);
        assert_eq!(fault.params["field"], field);
    }
    assert_eq!(bench.all().len(), 1);
}

#[test]
fn what_is_not_there_is_not_found() {
    let mut bench = Bench::open();
    for (name, request) in requests(NOBODY) {
        let about_one = ["moment_change", "moment_show", "moment_star", "moment_bin", "moment_restore", "version_restore"].contains(&name);
        if about_one {
            bench.refused(name, request, Code::NotFound);
        }
    }
    assert_eq!(bench.ask("moment_versions", json!({ "id": NOBODY })), json!([]));
    assert_eq!(bench.ask("draft_show", json!({ "slot": "today" })), Value::Null);
    assert_eq!(bench.ask("action_undo", json!({}))["op"], Value::Null);
    assert_eq!(bench.ask("action_redo", json!({}))["op"], Value::Null);
    let page = json!({ "query": "", "kinds": [], "starred": false, "after": "no place", "limit": 10 });
    bench.refused("timeline_page", page, Code::NotFound);
    bench.ask("journal_lock", json!({}));
    bench.refused("backup_restore", json!({ "name": "../../etc", "passphrase": PASSPHRASE }), Code::NotFound);
    bench.refused("journal_unlock", json!({ "passphrase": "not this one" }), Code::WrongPassphrase);
    bench.refused("journal_unlock", json!({ "passphrase": "" }), Code::BadPassphrase);
}
