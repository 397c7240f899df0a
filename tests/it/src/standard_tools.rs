//! The journal opens without Cairn: `age` gives the key from the recovery sheet, and another SQLCipher reads every entry.
//!
//! The steps are those of SECURITY.md:
//! ```sh
//! age -d -i sheet.txt keys/recovery.age                  # prints: journal-mk-v1 <64 digits>
//! python3 -m venv py && py/bin/pip install apsw-sqlite3mc
//! echo <64 digits> | py/bin/python read_with_apsw.py journal.db
//! ```

use crate::place::{Place, run};
use crate::skip;
use crate::writings::full_ones;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const READER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/read_with_apsw.py");

/// A Python that has another SQLCipher; made once in `target/py` with what PyPI has.
fn python() -> Option<PathBuf> {
    let venv = support::root().join("target/py");
    let python = venv.join("bin/python");
    let has = |module: &str| Command::new(&python).args(["-c", &format!("import {module}")]).output().is_ok_and(|o| o.status.success());
    if !has("apsw.mc_version") && !has("apsw") && !has("sqlcipher3") {
        let made = Command::new("python3").args(["-m", "venv"]).arg(&venv).output().is_ok_and(|o| o.status.success());
        let pip = |package: &str| {
            Command::new(&python).args(["-m", "pip", "install", "--quiet", package]).output().is_ok_and(|o| o.status.success())
        };
        if !made || !(pip("apsw-sqlite3mc") || pip("sqlcipher3-wheels")) {
            skip("reading with another SQLCipher: no Python with venv, or no PyPI, here");
            return None;
        }
    }
    Some(python)
}

/// The key as `age` gives it.
fn key(place: &Place, sheet: &Path, slot: &Path) -> Option<String> {
    let mut age = Command::new("age");
    age.arg("-d").arg("-i").arg(sheet).arg(slot).current_dir(place.scratch.home());
    if Command::new("age").arg("--version").output().is_err() {
        skip("opening a key file with `age`: it is not installed");
        return None;
    }
    let line = run(age, b"").ok();
    let hex =
        line.strip_prefix("journal-mk-v1 ").and_then(|l| l.strip_suffix('\n')).unwrap_or_else(|| panic!("not the line of the format"));
    assert!(hex.len() == 64 && hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)), "64 lower-case digits");
    Some(hex.to_owned())
}

fn read(python: &Path, file: &Path, key: &str) -> Vec<Value> {
    let mut command = Command::new(python);
    // The key goes by standard input: arguments are for all to see.
    command.arg(READER).arg(file);
    run(command, key.as_bytes()).ok().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

#[test]
fn age_and_another_sqlcipher_read_every_entry_of_a_journal_and_of_its_backup() {
    let place = Place::empty();
    place.cli(&["init", "--recovery-out", &place.arg("sheet.txt")]).ok();
    let lines: String = full_ones().iter().map(|w| format!("{w}\n")).collect();
    place.fed(&["add", "--batch"], lines.as_bytes()).ok();
    place.cli(&["backup", "--to", &place.arg("stick")]).ok();
    let list = place.list();
    let sheet = place.file("sheet.txt");
    let backup = crate::folder::only_one_in(&place.file("stick"));
    let before = crate::folder::picture(&place.home());
    let mut keys = Vec::new();
    for folder in [place.home(), backup] {
        for slot in ["keys/recovery.age", "keys/recovery.2.age"] {
            let Some(key) = key(&place, &sheet, &folder.join(slot)) else { return };
            keys.push(key);
        }
        let Some(python) = python() else { return };
        let rows = read(&python, &folder.join("journal.db"), keys.last().unwrap());
        assert_eq!(rows.len(), list.len());
        for (row, entry) in rows.iter().rev().zip(&list) {
            for name in
                ["id", "kind", "day", "happened", "text", "who", "need", "changed", "their_words", "felt", "cost", "tags", "people", "star"]
            {
                assert_eq!(row[name], entry[name], "{name}");
            }
        }
        // And with a key that is not the key it reads nothing.
        let mut wrong = Command::new(&python);
        wrong.arg(READER).arg(folder.join("journal.db"));
        assert_ne!(run(wrong, "0".repeat(64).as_bytes()).code, 0);
    }
    keys.dedup();
    assert_eq!(keys.len(), 1, "one key, wherever it is wrapped");
    crate::folder::assert_same(&before, &place.home());
}
