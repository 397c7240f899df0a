//! What a script may rely on: exit codes, messages that say what happened, and nothing half done.

use crate::folder::{assert_same, only_one_in, picture};
use crate::place::{PASSPHRASE, Place, run};
use serde_json::json;
use std::process::Stdio;

#[test]
fn wrong_usage_is_2_and_touches_nothing() {
    let place = Place::holding(&["one"]);
    let before = picture(&place.home());
    let cases: &[&[&str]] = &[
        &[],
        &["frobnicate"],
        &["list", "--colour"],
        &["add"],
        &["add", "text", "--batch"],
        &["add", "text", "--kind", "secretkind"],
        &["add", "text", "--happened", "yesterday"],
        &["add", "text", "--know", "surely"],
        &["add", "text", "--cost", "9"],
        &["add", "text", "--felt", "odd"],
        &["add", "text", "--pursuit", "gold"],
        &["add", "text", "--pursuit", "grew", "--pursuit", "did-right", "--pursuit", "fresh-idea"],
        &["add", "text", "--promise-to", "x"],
        &["add", ""],
        &["add", "  \n "],
        &["add", "nul", "--tag", "a\u{7}b"],
        &["list", "--from", "2026-02-30"],
        &["list", "--kind", "moments"],
        &["show", "not-an-id"],
        &["add", "--happened", "2026-13-01", "x"],
        &["search"],
        &["search", "x", "--limit", "-1"],
        &["export", "--format", "docx", "--out", "x"],
        &["export", "--format", "md"],
        &["export", "--format", "md", "--out", "x", "--kind", "guides"],
        &["export", "--format", "md", "--out", "x", "--kind", "check-in"],
        &["export", "--format", "json", "--out", "x", "--kind", "guide"],
        &["restore", "x"],
    ];
    for args in cases {
        let ran = place.cli(args).refused(2, "");
        assert!(!ran.err.is_empty(), "{args:?} says why");
    }
    place.cli(&["add", "quiet", "--who", &"w".repeat(20_001)]).refused(2, "who");
    place.fed(&["add", "-"], b"\xff\xfe not text").refused(2, "not text");
    assert_same(&before, &place.home());
    assert_eq!(place.texts(), ["one"]);
}

#[test]
fn failures_are_1_and_say_what_happened() {
    let place = Place::empty();
    let nothing = picture(&place.home());
    for args in
        [&["list"][..], &["add", "x"], &["check", "--deep"], &["backup"], &["export", "--format", "md", "--out", "x.md"], &["stats"]]
    {
        place.cli(args).refused(1, "there is no journal");
    }
    assert_same(&nothing, &place.home());

    let place = Place::holding(&["one"]);
    place.cli(&["show", "019ca3c2-5e00-7000-8000-000000000000"]).refused(1, "not found");
    let mut no_file = place.plain(&["list"]);
    no_file.args(["--passphrase-file", "/nowhere/passphrase"]);
    run(no_file, b"").refused(1, "passphrase");
    // As JSON for machines: the same, on standard error.
    let ran = place.cli(&["--json", "show", "019ca3c2-5e00-7000-8000-000000000000"]).refused(1, "not found");
    let told: serde_json::Value = serde_json::from_str(&ran.err).unwrap();
    assert_told_keys(&told);
    assert_eq!(ran.out, "");
}

fn assert_told_keys(told: &serde_json::Value) {
    for name in ["error", "advice", "problems"] {
        assert!(told.get(name).is_some(), "{name}: {told}");
    }
}

#[test]
fn without_a_passphrase_and_without_a_terminal_it_stays_closed_with_3() {
    let place = Place::holding(&["one"]);
    let before = picture(&place.home());
    for args in [&["list"][..], &["add", "x"], &["add", "--batch"], &["search", "x"], &["check"], &["stats"], &["backup"]] {
        let ran = run(place.plain(args), b"{\"text\":\"x\"}\n").refused(3, "closed");
        assert!(ran.err.contains("--passphrase-file"), "it says what to do: {ran:?}");
    }
    for wrong in ["", "\n", "harbor violin ottoman crisp meado"] {
        place.write("passphrase", wrong);
        let code = if wrong.trim().is_empty() { 2 } else { 3 };
        place.cli(&["list"]).refused(code, "passphrase");
    }
    // One line ending is not part of a passphrase; everything after it is another line.
    place.write("passphrase", &format!("{PASSPHRASE}\r\nsecond line"));
    place.cli(&["list"]).ok();
    assert_same(&before, &place.home());
}

#[test]
fn a_bad_line_of_a_batch_ends_it_after_the_lines_before_and_is_named_without_its_words() {
    let bad: &[(&[u8], &str)] = &[
        (b"{\"text\":\"pelican words\"", "line 3"),
        (b"{\"text\":\"x\",\"pelican\":1}", "line 3"),
        (b"{\"text\":\"x\",\"kind\":\"pelican\"}", "line 3"),
        (b"{\"text\":\"pelican\",\"pursuits\":[\"grew\",\"did-right\",\"fresh-idea\"]}", "line 3: pursuits"),
        (b"{\"text\":\" \"}", "line 3: text"),
        (b"pelican", "line 3"),
        (b"\"pelican\"", "line 3"),
        (b"{\"text\":\"pelican\xff\"}", "line 3"),
    ];
    for (line, says) in bad {
        let place = Place::with_journal();
        let mut input = b"{\"text\":\"one\"}\n\n".to_vec();
        input.extend_from_slice(line);
        input.extend_from_slice(b"\n{\"text\":\"four\"}\n");
        let ran = place.fed(&["add", "--batch"], &input).refused(2, says);
        assert_eq!(ran.out.lines().count(), 1, "{}: {ran:?}", String::from_utf8_lossy(line));
        assert!(!ran.err.contains("pelican"), "{ran:?}");
        assert_eq!(place.texts(), ["one"], "{}", String::from_utf8_lossy(line));
    }
}

#[test]
fn a_batch_without_a_last_line_ending_and_with_a_thousand_lines_is_kept_whole() {
    let place = Place::with_journal();
    let lines: Vec<String> = (0..1201).map(|n| json!({ "text": format!("number {n}"), "happened": "2026-02-28" }).to_string()).collect();
    let ids = place.fed(&["add", "--batch"], lines.join("\n").as_bytes()).ok();
    assert_eq!(ids.lines().count(), 1201);
    let list = place.list();
    let listed: Vec<&str> = list.iter().rev().map(|e| e["id"].as_str().unwrap()).collect();
    assert!(ids.lines().eq(listed.iter().copied()), "acknowledged in the order of the lines, and listed so");
    assert_eq!(place.fed(&["add", "--batch"], b"").ok(), "");
}

#[test]
fn a_reader_that_goes_away_is_no_crash() {
    let place = Place::holding(&["one", "two"]);
    for args in [&["list"][..], &["list", "--json"], &["stats"], &["check"], &["search", "one"]] {
        let mut command = place.command(args);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let done = command.stdin(Stdio::null()).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        let err = String::from_utf8(done.stderr).unwrap();
        assert!(!err.contains("panicked"), "{args:?}: {err}");
        assert!(matches!(done.status.code(), Some(0 | 1)), "{args:?}: {:?}", done.status);
    }
    assert_eq!(place.cli(&["check", "--deep", "--json"]).json(), json!({ "entries": 2, "problems": [] }));
}

#[test]
fn a_backup_restores_into_a_new_folder_with_the_same_entries_and_never_over_something() {
    let place = Place::holding(&["one", "two", "three"]);
    let made = place.cli(&["backup", "--json"]).json();
    assert_eq!(made["entries"], 3);
    place.cli(&["backup", "--to", &place.arg("stick"), "--json"]).json();
    place.cli(&["add", "later"]).ok();
    let own = place.home().join("backups").join(made["name"].as_str().unwrap());
    let away = only_one_in(&place.file("stick"));
    let before = picture(&place.home());
    for (n, backup) in [own, away].iter().enumerate() {
        let into = place.arg(&format!("restored{n}"));
        let ran = place.cli(&["restore", backup.to_str().unwrap(), "--into", &into, "--json"]).json();
        assert_eq!(ran["entries"], 3);
        let listed = place.cli(&["list", "--json", "--home", &into]).json();
        let texts: Vec<_> = listed.as_array().unwrap().iter().map(|e| e["text"].as_str().unwrap()).collect();
        assert_eq!(texts, ["three", "two", "one"]);
        assert_eq!(listed, serde_json::Value::Array(place.list()[1..].to_vec()), "entry for entry");
        place.cli(&["check", "--deep", "--home", &into]).ok();
        // Again: it is not empty now.
        let now = picture(&place.file(&format!("restored{n}")));
        place.cli(&["restore", backup.to_str().unwrap(), "--into", &into]).refused(1, "");
        assert_same(&now, &place.file(&format!("restored{n}")));
    }
    std::fs::create_dir(place.file("full")).unwrap();
    place.write("full/notes.txt", "mine");
    let refused =
        place.cli(&["restore", place.file("stick").join(made["name"].as_str().unwrap()).to_str().unwrap(), "--into", &place.arg("full")]);
    refused.refused(1, "not empty");
    assert_eq!(picture(&place.file("full")).len(), 1);
    place.cli(&["restore", &place.arg("nowhere"), "--into", &place.arg("new")]).refused(1, "no such folder");
    assert!(!place.file("new").exists());
    assert_same(&before, &place.home());
}
