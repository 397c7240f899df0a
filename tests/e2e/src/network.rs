//! No network: the build that ships, driven by real key presses under strace, from the first line to the second opening.

use std::{collections::BTreeSet, path::Path};

use support::{Display, Scratch, keys::Hands, program, strace, wait::PATIENCE, wait_until};

use crate::seat::KEY_WORK;

const PASSPHRASE: &str = "walnut ferry copper thistle orbit";
const FIRST: &str = "The man with the blue hat got his refund";
const SECOND: &str = "She laughed on the phone at last";
/// Bytes of a picture of the screen with an empty page on it, and room to spare.
const BLANK: u64 = 60_000;
/// Bytes by which pictures of two screens differ at the least, and those of one screen at the most.
const OTHER: u64 = 2_000;
const ALIKE: u64 = 200;

#[test]
fn whole_journey_of_the_shipped_program_asks_for_no_internet_socket() {
    let (scratch, display) = (Scratch::new(), Display::start());
    let log = scratch.journal().join("journal.db-wal");
    let mut watched = strace::watch(&scratch, Some(&display), &program("CAIRN_APP"), &[]).expect("strace starts");
    let hands = Hands::on(&display);
    hands.take_window("^Notes$", KEY_WORK);

    // First run: a line, a passphrase of one's own, the sheet put off.
    let first = settled(&display, 0);
    hands.type_text(FIRST);
    hands.press("ctrl+Return");
    settled(&display, first);
    press_all(hands, &["Tab", "Tab", "Return"]);
    hands.type_text(PASSPHRASE);
    hands.press("Return");
    wait_until(KEY_WORK, "the first moment to be kept", || size(&log) > 0);
    // "Do this later" stands behind group, group and "It is right"; on the page behind it the same keys do no harm.
    let before = size(&log);
    until(
        || size(&log) > before,
        || {
            press_all(hands, &["Tab", "Tab", "Tab", "Return", "ctrl+n", "ctrl+a"]);
            hands.type_text(SECOND);
            hands.press("ctrl+Return");
        },
    );

    hands.press("ctrl+f");
    hands.type_text("blue hat");
    let before: BTreeSet<u32> = scratch.programs().into_iter().collect();
    hands.press("ctrl+l");
    wait_until(KEY_WORK, "the journal to close in its own program's end", || {
        !log.exists() && scratch.programs().iter().any(|id| !before.contains(id)) && !hands.windows("^Notes$").is_empty()
    });

    hands.take_window("^Notes$", KEY_WORK);
    until(
        || log.exists(),
        || {
            hands.press("ctrl+a");
            hands.type_text(PASSPHRASE);
            hands.press("Return");
        },
    );
    assert!(watched.sockets().unwrap() > 0, "strace saw nothing at all, so it proves nothing");
    assert_eq!(watched.attempts().unwrap(), [], "an internet socket was asked for");
    assert!(watched.lives(), "the program was there to the end");
}

fn press_all(hands: Hands<'_>, keys: &[&str]) {
    for key in keys {
        hands.press(key);
    }
}

/// Does something again until it shows: keys that come before a page is there are lost.
fn until(shows: impl Fn() -> bool, act: impl Fn()) {
    wait_until(KEY_WORK, "keys to be heard", || {
        act();
        let end = support::wait::now() + PATIENCE / 2;
        while support::wait::now() < end {
            if shows() {
                return true;
            }
        }
        false
    });
}

/// Waits until another screen than that of the given weight is painted and stands still, and tells its weight: the bytes
/// of its picture, three times alike (a caret may blink).
fn settled(display: &Display, before: u64) -> u64 {
    let mut last = [0_u64; 3];
    wait_until(KEY_WORK, "another screen to stand still", || {
        last.rotate_left(1);
        last[2] = display.screenshot("network").map_or(0, |path| size(&path));
        last[0] > BLANK && last[0].abs_diff(before) > OTHER && last.iter().all(|weight| weight.abs_diff(last[0]) < ALIKE)
    });
    last[2]
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |m| m.len())
}
