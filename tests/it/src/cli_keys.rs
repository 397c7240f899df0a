//! Making a journal and its keys, at the real cost of a guess: the slow ones, so one journal serves many questions.

use crate::folder::{assert_same, picture};
use crate::place::{Place, key_line, run};

const NEW: &str = "walnut ferry tulip anvil gazette";
const NEWER: &str = "pebble orchid thimble rowing saddle";

/// The cost of a guess as the slot itself says it.
fn log_n(place: &Place, slot: &str) -> String {
    let bytes = std::fs::read(place.home().join(slot)).unwrap();
    let head = String::from_utf8_lossy(&bytes).into_owned();
    head.lines().nth(1).unwrap().rsplit(' ').next().unwrap().to_owned()
}

/// The key with other letters at those places.
fn slipped(key: &str, at: &[usize]) -> String {
    key.chars()
        .enumerate()
        .map(|(n, c)| {
            if !at.contains(&n) {
                c
            } else if c == 'Q' {
                'P'
            } else {
                'Q'
            }
        })
        .collect()
}

#[test]
fn init_passphrase_and_recover_leave_a_journal_that_every_secret_of_now_opens() {
    let place = Place::empty();
    // Weak, empty, and a sheet's file that is somebody else's: refused before anything is made.
    place.write("passphrase", "password");
    place.cli(&["init", "--recovery-out", &place.arg("sheet")]).refused(2, "easy to guess");
    place.write("passphrase", "");
    place.cli(&["init"]).refused(2, "empty");
    place.write("passphrase", crate::place::PASSPHRASE);
    place.write("sheet", "mine");
    place.cli(&["init", "--recovery-out", &place.arg("sheet")]).refused(2, "there already");
    assert_eq!(std::fs::read_to_string(place.file("sheet")).unwrap(), "mine");
    assert!(picture(&place.home()).is_empty());
    std::fs::remove_file(place.file("sheet")).unwrap();

    let said = place.cli(&["init", "--recovery-out", &place.arg("sheet")]).ok();
    let sheet = std::fs::read_to_string(place.file("sheet")).unwrap();
    let key = key_line(&sheet);
    assert_eq!(key.len(), 74);
    assert!(!said.contains("AGE-SECRET"), "to a file means not to the terminal");
    for slot in ["keys/pass.age", "keys/pass.2.age"] {
        assert_eq!(log_n(&place, slot), "18", "{slot}");
    }
    place.cli(&["add", "before"]).ok();

    // Twice: refused, nothing changed.
    let before = picture(&place.home());
    place.cli(&["init", "--recovery-out", &place.arg("second")]).refused(1, "there is a journal already");
    assert_same(&before, &place.home());
    assert!(!place.file("second").exists());

    // Another passphrase; a weak one and a wrong old one change nothing.
    place.write("new", "password");
    place.cli(&["passphrase", "--new-passphrase-file", &place.arg("new")]).refused(2, "easy to guess");
    assert_same(&before, &place.home());
    place.write("new", NEW);
    place.cli(&["passphrase", "--new-passphrase-file", &place.arg("new")]).ok();
    place.cli(&["list"]).refused(3, "does not open");
    place.write("passphrase", NEW);
    assert_eq!(place.texts(), ["before"]);
    assert_eq!(log_n(&place, "keys/pass.age"), "18");

    // The sheet, in any spelling, when the passphrase is lost.
    let recover =
        |file: &str| run(place.plain(&["recover", "--recovery-file", &place.arg(file), "--new-passphrase-file", &place.arg("newer")]), b"");
    place.write("newer", NEWER);
    let before = picture(&place.home());
    place.write("typo", &slipped(&key, &[30, 45, 60]));
    recover("typo").refused(3, "recovery key");
    place.write("typo", "no key here");
    recover("typo").refused(3, "recovery key");
    assert_same(&before, &place.home());
    // Small letters, in groups, and with one slip of the pen: still this key and no other.
    let spelled: String =
        slipped(&key, &[40]).to_lowercase().as_bytes().chunks(6).map(|g| format!("{} ", String::from_utf8_lossy(g))).collect();
    place.write("spelled", &spelled);
    recover("spelled").ok();
    place.write("passphrase", NEWER);
    assert_eq!(place.texts(), ["before"]);
}

#[test]
fn a_sheet_that_cannot_be_written_to_its_file_is_shown_instead_of_lost() {
    let place = Place::empty();
    let ran = place.cli(&["init", "--recovery-out", &place.arg("no/such/folder/sheet")]);
    let made = place.home().join("journal.db").exists();
    // Either nothing was made, or the person has the sheet before them.
    assert!(ran.code != 0 && (!made || ran.out.contains("AGE-SECRET-KEY-1")), "{ran:?}");
}
