//! Wrong secrets and damaged key files: a clear answer, nothing lost, the twin mends.

use crate::folder::{assert_same, flip, picture};
use crate::place::{Place, key_line};
use std::fs;
use std::path::Path;

const SLOTS: [&str; 4] = ["keys/pass.age", "keys/pass.2.age", "keys/recovery.age", "keys/recovery.2.age"];

/// A name, and what is done to the file.
type Way = (&'static str, fn(&Path));

/// The ways in which a small file is lost.
const WAYS: [Way; 5] = [
    ("a bit flipped in the head", |file| flip(file, 25)),
    ("a bit flipped in the wrapped key", |file| {
        let length = usize::try_from(fs::metadata(file).unwrap().len()).unwrap();
        flip(file, length - 5);
    }),
    ("cut short", |file| fs::write(file, &fs::read(file).unwrap()[..90]).unwrap()),
    ("empty", |file| fs::write(file, "").unwrap()),
    ("gone", |file| fs::remove_file(file).unwrap()),
];

#[test]
fn a_wrong_passphrase_is_3_and_changes_no_file() {
    let place = Place::holding(&["one"]);
    let before = picture(&place.home());
    for wrong in ["not this one", "Harbor violin ottoman crisp meadow", "harbor violin ottoman crisp meadow "] {
        place.write("passphrase", wrong);
        for args in [&["list"][..], &["add", "x"], &["check", "--deep"], &["backup"], &["search", "one"]] {
            place.cli(args).refused(3, "the passphrase does not open the journal");
        }
        assert_same(&before, &place.home());
    }
}

#[test]
fn each_damaged_key_file_is_mended_from_its_twin() {
    let place = Place::holding(&["one"]);
    let before = picture(&place.home());
    for slot in SLOTS {
        for (how, damage) in WAYS {
            damage(&place.home().join(slot));
            assert_ne!(picture(&place.home()), before, "{how}");
            assert_eq!(place.cli(&["list"]).ok().lines().count(), 1, "{slot}: {how}");
            let after = picture(&place.home());
            for name in SLOTS {
                assert_eq!(after.get(Path::new(name)), before.get(Path::new(name)), "{slot}: {how}, {name} is as it was");
            }
        }
    }
    place.cli(&["check", "--deep"]).ok();
}

#[test]
fn both_passphrase_slots_damaged_is_4_and_the_sheet_still_opens() {
    for (how, damage) in WAYS {
        let place = Place::holding(&["one"]);
        damage(&place.home().join(SLOTS[0]));
        damage(&place.home().join(SLOTS[1]));
        let before = picture(&place.home());
        place.cli(&["list"]).refused(4, "key files");
        assert_same(&before, &place.home());
        let mut session = place.session();
        let key = journal::RecoveryKey::parse_forgiving(&place.recovery).unwrap();
        session.recover(&key.key, &crate::place::passphrase(crate::place::PASSPHRASE), true).unwrap();
        session.close().unwrap();
        assert_eq!(place.texts(), ["one"], "{how}");
    }
}

#[test]
fn both_sheet_slots_damaged_still_opens_by_passphrase_and_every_slot_lost_is_4() {
    let place = Place::holding(&["one"]);
    for slot in &SLOTS[2..] {
        fs::write(place.home().join(slot), "").unwrap();
    }
    assert_eq!(place.texts(), ["one"]);
    let key = journal::RecoveryKey::parse_forgiving(&place.recovery).unwrap();
    let refused = place.session().recover(&key.key, &crate::place::passphrase("x y z"), true);
    assert_eq!(refused, Err(journal::JournalError::Damaged("key files")));
    for slot in SLOTS {
        fs::write(place.home().join(slot), "").unwrap();
    }
    let before = picture(&place.home());
    for args in [&["list"][..], &["add", "x"], &["check"]] {
        place.cli(args).refused(4, "key files");
    }
    assert_same(&before, &place.home());
    fs::remove_dir_all(place.home().join("keys")).unwrap();
    let before = picture(&place.home());
    place.cli(&["list"]).refused(4, "key files");
    place.cli(&["init"]).refused(1, "there is a journal already");
    assert_same(&before, &place.home());
}

#[test]
fn a_damaged_public_description_keeps_nobody_out() {
    for content in [Some(""), Some("{"), Some("{\"format\":0}"), None] {
        let place = Place::holding(&["one"]);
        let file = place.home().join("vault.json");
        match content {
            Some(text) => fs::write(&file, text).unwrap(),
            None => fs::remove_file(&file).unwrap(),
        }
        assert_eq!(place.texts(), ["one"], "{content:?}");
        place.cli(&["add", "two"]).ok();
        place.cli(&["check", "--deep"]).ok();
        let backup = place.cli(&["backup", "--to", &place.arg("stick")]);
        backup.ok();
        assert_eq!(fs::read_to_string(&file).ok().as_deref(), content, "never recreated out of thin air");
        place.cli(&["init"]).refused(1, "there is a journal already");
        assert_eq!(place.texts(), ["two", "one"]);
    }
}

#[test]
fn the_sheet_of_a_journal_made_here_is_its_own() {
    let (one, two) = (Place::with_journal(), Place::with_journal());
    assert_ne!(one.recovery, two.recovery);
    assert_eq!(key_line(&one.recovery), one.recovery);
    let key = journal::RecoveryKey::parse_forgiving(&two.recovery).unwrap();
    let before = picture(&one.home());
    let refused = one.session().recover(&key.key, &crate::place::passphrase("x y z"), true);
    assert_eq!(refused, Err(journal::JournalError::WrongRecoveryKey { group: None }));
    assert_same(&before, &one.home());
}
