//! A journal file that is damaged, empty or gone: told, left as it is, never made anew; a backup takes its place.

use crate::folder::{assert_same, flip, only_one_in, pages, picture};
use crate::place::Place;
use std::fs;

/// A journal of some thirty pages.
fn filled() -> Place {
    let texts: Vec<String> = (0..40).map(|n| format!("entry {n} {}", "lorem ipsum ".repeat(60))).collect();
    Place::holding(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_flipped_bit_in_any_page_is_found_by_the_deep_check_and_left_as_it_is() {
    let place = filled();
    let file = place.home().join("journal.db");
    let whole = fs::read(&file).unwrap();
    let pages = pages(&file);
    assert!(pages > 20, "{pages}");
    for page in 1..pages {
        flip(&file, page * 4096 + (page * 997) % 4096);
        let damaged = picture(&place.home());
        let ran = place.cli(&["check", "--deep"]).refused(4, "");
        assert!(ran.err.contains("damaged") || ran.err.contains("cannot be read"), "page {}: {ran:?}", page + 1);
        assert!(!ran.err.contains("lorem") && !ran.err.contains("entry"), "no words of an entry: {ran:?}");
        let ran = place.cli(&["list"]);
        assert!(matches!(ran.code, 0 | 4), "page {}: {ran:?}", page + 1);
        assert!(!ran.err.contains("panicked"), "{ran:?}");
        assert_same(&damaged, &place.home());
        fs::write(&file, &whole).unwrap();
    }
    place.cli(&["check", "--deep"]).ok();
}

#[test]
fn a_flipped_bit_in_the_first_page_is_damage_and_never_a_wrong_passphrase() {
    let place = filled();
    let file = place.home().join("journal.db");
    let whole = fs::read(&file).unwrap();
    for at in [0, 15, 16, 100, 2000, 4095] {
        flip(&file, at);
        let damaged = picture(&place.home());
        for args in [&["list"][..], &["check", "--deep"], &["add", "x"]] {
            let ran = place.cli(args).refused(4, "cannot be read");
            assert!(ran.err.contains("restore"), "it says what to do: {ran:?}");
        }
        place.cli(&["init"]).refused(1, "there is a journal already");
        assert_same(&damaged, &place.home());
        fs::write(&file, &whole).unwrap();
    }
    assert_eq!(place.texts().len(), 40);
}

#[test]
fn a_file_that_was_cut_short_or_overwritten_is_damage_and_stays() {
    let place = filled();
    let file = place.home().join("journal.db");
    let whole = fs::read(&file).unwrap();
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    let half = whole[..4096 * 9].to_vec();
    let cases: Vec<(&str, Vec<u8>, &[&str])> = vec![
        ("one byte", vec![7], &["list"]),
        ("half a page", whole[..2000].to_vec(), &["list"]),
        ("zeros", vec![0; whole.len()], &["list"]),
        ("text", b"hello ".repeat(4000), &["list"]),
        ("an open database", plain, &["list"]),
        ("nine pages", half, &["check", "--deep"]),
        ("a page too many", [whole.clone(), vec![0; 4096]].concat(), &["check", "--deep"]),
    ];
    for (how, bytes, args) in cases {
        fs::write(&file, &bytes).unwrap();
        let damaged = picture(&place.home());
        let ran = place.cli(args).refused(4, "");
        assert!(!ran.err.is_empty(), "{how}");
        place.cli(&["init"]).refused(1, "there is a journal already");
        assert_same(&damaged, &place.home());
    }
    fs::write(&file, &whole).unwrap();
    place.cli(&["check", "--deep"]).ok();
}

#[test]
fn an_empty_or_missing_journal_is_4_and_never_made_anew() {
    for backed_up in [true, false] {
        for gone in [false, true] {
            let place = Place::holding(&["one"]);
            if backed_up {
                place.cli(&["backup"]).ok();
            }
            let file = place.home().join("journal.db");
            if gone {
                fs::remove_file(&file).unwrap()
            } else {
                fs::write(&file, "").unwrap()
            }
            let before = picture(&place.home());
            for args in [&["list"][..], &["add", "x"], &["check", "--deep"], &["backup"], &["stats"]] {
                place.cli(args).refused(4, "cannot be read");
            }
            place.cli(&["init"]).refused(1, "there is a journal already");
            assert_eq!(place.session().standing(), journal::views::Standing::Damaged, "the window offers the backups, not a first run");
            assert_same(&before, &place.home());
            if backed_up {
                let backup = only_one_in(&place.home().join("backups"));
                place.cli(&["restore", backup.to_str().unwrap(), "--into", &place.arg("new")]).ok();
                let listed = place.cli(&["list", "--json", "--home", &place.arg("new")]).json();
                assert_eq!(listed[0]["text"], "one");
            }
        }
    }
}

#[test]
fn everything_empty_at_once_is_4_and_stays_empty() {
    let place = Place::holding(&["one"]);
    for name in ["journal.db", "vault.json", "keys/pass.age", "keys/pass.2.age", "keys/recovery.age", "keys/recovery.2.age"] {
        fs::write(place.home().join(name), "").unwrap();
    }
    let before = picture(&place.home());
    place.cli(&["list"]).refused(4, "cannot be read");
    place.cli(&["init"]).refused(1, "there is a journal already");
    assert_same(&before, &place.home());
}

#[test]
fn a_damaged_backup_is_refused_with_4_and_leaves_nothing_behind() {
    let place = filled();
    place.cli(&["backup"]).ok();
    let backup = only_one_in(&place.home().join("backups"));
    let file = backup.join("journal.db");
    let whole = fs::read(&file).unwrap();
    let before = picture(&place.home());
    let restore = |code: i32| {
        place.cli(&["restore", backup.to_str().unwrap(), "--into", &place.arg("new")]).refused(code, "");
        assert!(!place.file("new").exists());
    };
    for at in [0, 20, 4095, 4096 * 3 + 7, whole.len() / 2, whole.len() - 1] {
        flip(&file, at);
        restore(4);
        fs::write(&file, &whole).unwrap();
    }
    fs::write(&file, &whole[..whole.len() - 4096]).unwrap();
    restore(4);
    fs::write(&file, "").unwrap();
    restore(4);
    fs::remove_file(&file).unwrap();
    restore(4);
    fs::write(&file, &whole).unwrap();
    place.write("passphrase", "not this one");
    restore(3);
    place.write("passphrase", crate::place::PASSPHRASE);
    for name in ["pass.age", "pass.2.age"] {
        fs::write(backup.join("keys").join(name), "").unwrap();
    }
    restore(4);
    fs::copy(place.home().join("keys/pass.age"), backup.join("keys/pass.age")).unwrap();
    fs::copy(place.home().join("keys/pass.age"), backup.join("keys/pass.2.age")).unwrap();
    assert_same(&before, &place.home());
    place.cli(&["restore", backup.to_str().unwrap(), "--into", &place.arg("new")]).ok();
}
