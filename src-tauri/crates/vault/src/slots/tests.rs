//! The slots against damage, kills, full disks and every kind of passphrase.

use super::*;
use crate::atomic::probe;
use crate::testing::{CHEAP, Dice, copy_tree, names, noon, pass, vault};
use crate::{Chance, Missing, RecoveryKey, Standing, SystemChance, VaultError, VaultFile};
use std::cell::Cell;
use std::fs;
use std::rc::Rc;

fn flip(home: &Home, slot: SlotFile, bit: usize) {
    let mut bytes = fs::read(slot.path(home)).unwrap();
    bytes[bit / 8] ^= 1 << (bit % 8);
    fs::write(slot.path(home), bytes).unwrap();
}

fn bytes(home: &Home, slot: SlotFile) -> Vec<u8> {
    fs::read(slot.path(home)).unwrap()
}

#[test]
fn a_new_vault_opens_both_ways_and_nothing_needs_repair() {
    let (_dir, home, made) = vault("one two three");
    let by_pass = open_with_passphrase(&home, &pass("one two three")).unwrap();
    assert_eq!((&by_pass.master, by_pass.by, by_pass.log_n), (&made.master, SlotFile::Pass, Some(10)));
    let by_sheet = open_with_recovery(&home, &made.recovery).unwrap();
    assert_eq!((&by_sheet.master, by_sheet.by, by_sheet.log_n), (&made.master, SlotFile::Recovery, None));
    assert!(by_pass.repaired.is_empty() && by_sheet.repaired.is_empty());
    assert_eq!(names(&home.keys_dir()), ["pass.2.age", "pass.age", "recovery.2.age", "recovery.age"]);
    assert_eq!(open_with_passphrase(&home, &pass("one two")).unwrap_err(), VaultError::WrongPassphrase);
    let other = RecoveryKey::random(&mut SystemChance);
    assert_eq!(open_with_recovery(&home, &other).unwrap_err(), VaultError::WrongRecoveryKey);
    assert!(!format!("{made:?}").contains("SECRET"), "{made:?}");
}

#[test]
fn a_real_slot_has_log_n_18() {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::at(dir.path().to_owned());
    create(&home, &pass("real"), SlotCost::PINNED, noon(), &mut SystemChance).unwrap();
    let slot = bytes(&home, SlotFile::Pass);
    let header = String::from_utf8_lossy(&slot[..80]).into_owned();
    let line = header.lines().nth(1).unwrap();
    assert!(line.starts_with("-> scrypt ") && line.ends_with(" 18"), "{line}");
    assert_eq!(open_with_passphrase(&home, &pass("real")).unwrap().log_n, Some(18));
}

#[test]
fn two_vaults_with_one_passphrase_share_nothing() {
    let (_a, first, one) = vault("same");
    let dir = tempfile::tempdir().unwrap();
    let second = Home::at(dir.path().to_owned());
    let two = create(&second, &pass("same"), CHEAP, noon(), &mut Dice(2)).unwrap();
    assert_ne!(one.master, two.master);
    assert_ne!(one.file.id, two.file.id);
    for (slot, head) in [(SlotFile::Pass, "-> scrypt "), (SlotFile::Recovery, "-> X25519 ")] {
        let (a, b) = (bytes(&first, slot), bytes(&second, slot));
        // After the fixed words of the header, no sixteen bytes in the same place are the same. Fewer may be: age puts in
        // a line of its own at random, to keep readers supple, and "-grease" is in each.
        let start = 22 + head.len();
        let shared = a[start..].windows(16).zip(b[start..].windows(16)).filter(|(a, b)| a == b).count();
        assert_eq!(shared, 0, "{slot:?}");
    }
    // The same chance gives the same keys, and still other slots: age's salts are its own.
    let dir = tempfile::tempdir().unwrap();
    let third = Home::at(dir.path().to_owned());
    let again = create(&third, &pass("same"), CHEAP, noon(), &mut Dice(1)).unwrap();
    assert_eq!(one.master, again.master);
    assert_ne!(bytes(&first, SlotFile::Pass), bytes(&third, SlotFile::Pass));
}

#[test]
fn every_kind_of_passphrase_opens_again() {
    let longest = "x".repeat(1024);
    for (made_with, typed) in [
        ("a", "a\n"),
        ("\u{e9}t\u{e9}", "e\u{301}te\u{301}"),
        ("e\u{301}", "\u{e9}\r\n"),
        ("🐻‍❄️🧊", "🐻‍❄️🧊"),
        ("שלום עולם \u{202e}", "שלום עולם \u{202e}"),
        ("Straße\t ", "Straße\t "),
        (&longest, &longest),
    ] {
        let (_dir, home, made) = vault(made_with);
        assert_eq!(open_with_passphrase(&home, &pass(typed)).unwrap().master, made.master, "{typed:?}");
        let near = format!("{}x", &made_with[..made_with.len().min(1000)]);
        assert_eq!(open_with_passphrase(&home, &pass(&near)).unwrap_err(), VaultError::WrongPassphrase);
    }
}

/// Flips each bit (every `stride`th) of `slot`; the vault must open, and the slot be as before.
fn check_flips(slot: SlotFile, stride: usize, open: impl Fn(&Home) -> Result<Opened, VaultError>) {
    let (_dir, home, made) = vault("flip");
    let before = bytes(&home, slot);
    for bit in (0..before.len() * 8).step_by(stride) {
        // The work factor's own digits: a flip there can ask for 2^14 to 2^19, which is slow, not different.
        let line = before.iter().position(|b| *b == b'\n').unwrap() + 1;
        let end = line + before[line..].iter().position(|b| *b == b'\n').unwrap();
        if (end - 2..end).contains(&(bit / 8)) && stride > 1 {
            continue;
        }
        flip(&home, slot, bit);
        let opened = open(&home).unwrap_or_else(|error| panic!("bit {bit} of {slot:?}: {error}"));
        assert_eq!(opened.master, made.master, "bit {bit} of {slot:?}");
        assert_eq!(opened.repaired, [slot], "bit {bit}");
        assert_eq!(bytes(&home, slot), before, "bit {bit} of {slot:?}");
    }
}

fn by_pass(home: &Home) -> Result<Opened, VaultError> {
    open_with_passphrase(home, &pass("flip"))
}

/// Opens with the sheet of a vault made with `Dice(1)`.
fn by_sheet(home: &Home) -> Result<Opened, VaultError> {
    let mut dice = Dice(1);
    dice.fill(&mut [0; 32]);
    open_with_recovery(home, &RecoveryKey::random(&mut dice))
}

/// A sample of all bits in a short run; every one of them, which takes a minute, with `CAIRN_FAULTS=long`.
#[test]
fn flipped_bits_are_mended_from_the_twin() {
    let long = std::env::var("CAIRN_FAULTS").is_ok_and(|v| v == "long");
    // Strides without a common factor with eight reach every place of a byte.
    let stride = |short| if long { 1 } else { short };
    check_flips(SlotFile::Pass, stride(11), by_pass);
    check_flips(SlotFile::Pass2, stride(13), by_pass);
    check_flips(SlotFile::Recovery, stride(3), by_sheet);
    check_flips(SlotFile::Recovery2, stride(5), by_sheet);
}

/// Spoils both passphrase slots in the given ways and opens with the right passphrase.
fn check_damage(spoil: impl Fn(&Home), expected: Result<Vec<SlotFile>, VaultError>) {
    let (_dir, home, _) = vault("damage");
    spoil(&home);
    let got = open_with_passphrase(&home, &pass("damage")).map(|opened| opened.repaired);
    assert_eq!(got, expected);
}

#[test]
fn damage_is_told_from_a_wrong_passphrase() {
    let put = |home: &Home, slot: SlotFile, bytes: &[u8]| fs::write(slot.path(home), bytes).unwrap();
    let drop = |home: &Home, slot: SlotFile| fs::remove_file(slot.path(home)).unwrap();
    let damaged = || Err(VaultError::SlotsDamaged);
    let both = [SlotFile::Pass, SlotFile::Pass2];
    check_damage(|_| {}, Ok(vec![]));
    check_damage(|home| drop(home, SlotFile::Pass), Ok(vec![SlotFile::Pass]));
    check_damage(|home| drop(home, SlotFile::Pass2), Ok(vec![SlotFile::Pass2]));
    check_damage(|home| put(home, SlotFile::Pass, b""), Ok(vec![SlotFile::Pass]));
    check_damage(|home| put(home, SlotFile::Pass, &vec![0; 1 << 20]), Ok(vec![SlotFile::Pass]));
    check_damage(|home| both.into_iter().for_each(|slot| drop(home, slot)), damaged());
    check_damage(|home| both.into_iter().for_each(|slot| put(home, slot, b"")), damaged());
    check_damage(|home| both.into_iter().for_each(|slot| put(home, slot, &[0; 400])), damaged());
    check_damage(|home| both.into_iter().for_each(|slot| flip(home, slot, 9)), damaged());
    check_damage(|home| fs::remove_dir_all(home.keys_dir()).unwrap(), damaged());
    // The passphrase unwraps the file key, and what follows is damaged: not a wrong passphrase.
    let last = |home: &Home, slot| flip(home, slot, bytes(home, slot).len() * 8 - 1);
    check_damage(|home| both.into_iter().for_each(|slot| last(home, slot)), damaged());
    check_damage(
        |home| {
            let cut = bytes(home, SlotFile::Pass).len() - 1;
            both.into_iter().for_each(|slot| put(home, slot, &bytes(home, slot)[..cut]))
        },
        damaged(),
    );
    // A folder in the place of a slot is neither.
    check_damage(
        |home| {
            drop(home, SlotFile::Pass);
            fs::create_dir(SlotFile::Pass.path(home)).unwrap();
        },
        Ok(vec![]),
    );
}

#[test]
fn a_wrong_passphrase_beside_a_damaged_copy_repairs_nothing() {
    let (_dir, home, _) = vault("right");
    flip(&home, SlotFile::Pass, 9);
    let spoiled = bytes(&home, SlotFile::Pass);
    assert_eq!(open_with_passphrase(&home, &pass("wrong")).unwrap_err(), VaultError::WrongPassphrase);
    assert_eq!(bytes(&home, SlotFile::Pass), spoiled);
}

#[test]
fn the_right_sheet_before_damaged_slots_is_not_called_wrong() {
    let (_dir, home, made) = vault("sheet");
    let body = String::from_utf8_lossy(&bytes(&home, SlotFile::Recovery)).find("X25519").unwrap() + 60;
    flip(&home, SlotFile::Recovery, body * 8);
    flip(&home, SlotFile::Recovery2, (body + 1) * 8);
    assert_eq!(open_with_recovery(&home, &made.recovery).unwrap_err(), VaultError::SlotsDamaged);
}

#[test]
fn failing_to_repair_is_no_error() {
    let (_dir, home, made) = vault("full");
    flip(&home, SlotFile::Pass2, 9);
    let opened = probe::during(|_, _| true, || open_with_passphrase(&home, &pass("full"))).unwrap();
    assert_eq!((opened.master, opened.repaired), (made.master, vec![]));
}

/// Runs `work` and keeps a copy of the folder as a kill at each file step would leave it.
fn snapshots(home: &Home, work: impl FnOnce()) -> Vec<(tempfile::TempDir, Home)> {
    let dir = tempfile::tempdir().unwrap();
    let (from, to) = (home.root().to_owned(), dir.path().to_owned());
    let count = Rc::new(Cell::new(0));
    let taken = Rc::clone(&count);
    let keep = move |_: &'static str, _: &'static str| {
        copy_tree(&from, &to.join(taken.get().to_string()));
        taken.set(taken.get() + 1);
        false
    };
    probe::during(keep, work);
    (0..count.get())
        .map(|number| {
            let own = tempfile::tempdir().unwrap();
            copy_tree(&dir.path().join(number.to_string()), own.path());
            let home = Home::at(own.path().to_owned());
            (own, home)
        })
        .collect()
}

#[test]
fn a_set_up_cut_off_anywhere_can_start_over_and_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::at(dir.path().join("cairn"));
    let states = snapshots(&home, || {
        create(&home, &pass("first"), CHEAP, noon(), &mut Dice(1)).unwrap();
    });
    assert_eq!(states.len(), 15, "five files of three steps");
    for (number, (_own, home)) in states.into_iter().enumerate() {
        let standing = home.standing().unwrap();
        if standing != Standing::Empty {
            assert_eq!(standing, Standing::Unfinished, "step {number}");
            let refused = create(&home, &pass("second"), CHEAP, noon(), &mut Dice(2)).unwrap_err();
            assert_eq!(refused, VaultError::NotEmpty);
            let kept = names(&home.keys_dir());
            let aside = set_aside_unfinished(&home).unwrap();
            assert_eq!(names(&aside.join("keys")), kept, "step {number}");
        }
        assert_eq!(home.standing().unwrap(), Standing::Empty, "step {number}");
        create(&home, &pass("second"), CHEAP, noon(), &mut Dice(2)).unwrap();
        open_with_passphrase(&home, &pass("second")).unwrap();
    }
}

#[test]
fn what_is_not_unfinished_is_never_set_aside() {
    let (_dir, home, _) = vault("keep");
    fs::write(home.journal_db(), "rows").unwrap();
    assert_eq!(home.standing().unwrap(), Standing::Ready);
    assert_eq!(set_aside_unfinished(&home).unwrap_err(), VaultError::NotEmpty);
    fs::remove_dir_all(home.keys_dir()).unwrap();
    let missing = Missing { keys: true, ..Missing::default() };
    assert_eq!(home.standing().unwrap(), Standing::Damaged(missing));
    assert_eq!(set_aside_unfinished(&home).unwrap_err(), VaultError::NotEmpty);
    assert_eq!(create(&home, &pass("new"), CHEAP, noon(), &mut Dice(2)).unwrap_err(), VaultError::NotEmpty);
}

#[test]
fn a_passphrase_change_killed_at_any_step_leaves_a_known_passphrase() {
    let (_dir, home, made) = vault("old");
    let states = snapshots(&home, || {
        change_passphrase(&home, &made.master, &pass("new"), CHEAP).unwrap();
    });
    assert_eq!(states.len(), 9, "three files of three steps");
    for (number, (own, home)) in states.into_iter().enumerate() {
        let mut opens = Vec::new();
        for word in ["old", "new"] {
            let dir = tempfile::tempdir().unwrap();
            copy_tree(own.path(), dir.path());
            let home = Home::at(dir.path().to_owned());
            if let Ok(opened) = open_with_passphrase(&home, &pass(word)) {
                assert_eq!(opened.master, made.master);
                // Whichever was used is from now on the only one.
                let other = if word == "old" { "new" } else { "old" };
                let refused = open_with_passphrase(&home, &pass(other)).unwrap_err();
                assert_eq!(refused, VaultError::WrongPassphrase, "step {number}");
                open_with_passphrase(&home, &pass(word)).unwrap();
                assert!(!SlotFile::PassOld.path(&home).exists(), "step {number}");
                opens.push(word);
            }
        }
        assert!(!opens.is_empty(), "step {number}");
        // And the sheet, always.
        open_with_recovery(&home, &made.recovery).unwrap();
    }
}

#[test]
fn a_passphrase_change_that_fails_leaves_the_old_one() {
    for failing in 0..9 {
        for lasting in [false, true] {
            let (_dir, home, made) = vault("old");
            let mut step = 0;
            let fail = move |_: &'static str, _: &'static str| {
                step += 1;
                step == failing + 1 || (lasting && step > failing)
            };
            let done = probe::during(fail, || change_passphrase(&home, &made.master, &pass("new"), CHEAP));
            assert!(done.is_err(), "step {failing}");
            let old = open_with_passphrase(&home, &pass("old"));
            // A disk that fails for good after the very last rename: the change is there, only unconfirmed.
            if lasting && failing == 8 {
                assert!(old.is_err());
                open_with_passphrase(&home, &pass("new")).unwrap();
            } else {
                assert_eq!(old.unwrap().master, made.master, "step {failing}, lasting {lasting}");
            }
        }
    }
}

#[test]
fn after_a_change_the_old_passphrase_opens_nothing_and_its_slot_goes() {
    let (_dir, home, made) = vault("old");
    change_passphrase(&home, &made.master, &pass("new"), CHEAP).unwrap();
    assert!(SlotFile::PassOld.path(&home).exists());
    assert_eq!(open_with_passphrase(&home, &pass("old")).unwrap_err(), VaultError::WrongPassphrase);
    // One damaged copy does not bring it back either.
    flip(&home, SlotFile::Pass, 9);
    assert_eq!(open_with_passphrase(&home, &pass("old")).unwrap_err(), VaultError::WrongPassphrase);
    assert!(SlotFile::PassOld.path(&home).exists());
    let opened = open_with_passphrase(&home, &pass("new")).unwrap();
    assert_eq!(opened.repaired, [SlotFile::Pass]);
    assert!(SlotFile::PassOld.path(&home).exists(), "kept while something had to be mended");
    open_with_passphrase(&home, &pass("new")).unwrap();
    assert!(!SlotFile::PassOld.path(&home).exists());
}

#[test]
fn the_slot_before_the_change_is_the_last_resort() {
    let (_dir, home, made) = vault("old");
    change_passphrase(&home, &made.master, &pass("new"), CHEAP).unwrap();
    for slot in [SlotFile::Pass, SlotFile::Pass2] {
        fs::write(slot.path(&home), [0; 300]).unwrap();
    }
    assert_eq!(open_with_passphrase(&home, &pass("new")).unwrap_err(), VaultError::SlotsDamaged);
    let opened = open_with_passphrase(&home, &pass("old")).unwrap();
    assert_eq!((&opened.master, opened.by), (&made.master, SlotFile::PassOld));
    assert_eq!(opened.repaired, [SlotFile::Pass, SlotFile::Pass2]);
    assert_eq!(open_with_passphrase(&home, &pass("old")).unwrap().by, SlotFile::Pass);
}

#[test]
fn a_sheet_change_killed_at_any_step_leaves_a_known_sheet() {
    let (_dir, home, made) = vault("pass");
    let new = RecoveryKey::random(&mut Dice(77));
    let states = snapshots(&home, || replace_recovery(&home, &made.master, &new).unwrap());
    assert_eq!(states.len(), 9, "two slots and vault.json of three steps");
    for (number, (_own, home)) in states.into_iter().enumerate() {
        let opened = [&made.recovery, &new].map(|key| open_with_recovery(&home, key).is_ok());
        assert!(opened[0] || opened[1], "step {number}");
        open_with_passphrase(&home, &pass("pass")).unwrap();
        assert!(VaultFile::read(&home).is_ok(), "step {number}");
    }
    assert_eq!(open_with_recovery(&home, &made.recovery).unwrap_err(), VaultError::WrongRecoveryKey);
    assert_eq!(open_with_recovery(&home, &new).unwrap().master, made.master);
    let file = VaultFile::read(&home).unwrap();
    assert_eq!(file, VaultFile { recovery: new.recipient(), ..made.file });
}

#[test]
fn digests_find_and_mend_a_slot_nobody_opened() {
    let (_dir, home, made) = vault("digest");
    let known = slot_digests(&home);
    assert_eq!(known.len(), 4);
    assert!(mend(&home, &known).is_empty());
    fs::remove_file(SlotFile::Recovery.path(&home)).unwrap();
    flip(&home, SlotFile::Pass2, 1000);
    assert_eq!(mend(&home, &known), [SlotFile::Pass2, SlotFile::Recovery]);
    assert_eq!(slot_digests(&home), known);
    // Slots changed since are not "mended" back, and a pair that is gone stays gone.
    change_passphrase(&home, &made.master, &pass("new"), CHEAP).unwrap();
    fs::remove_file(SlotFile::Recovery.path(&home)).unwrap();
    fs::remove_file(SlotFile::Recovery2.path(&home)).unwrap();
    assert!(mend(&home, &known).is_empty());
    open_with_passphrase(&home, &pass("new")).unwrap();
}
