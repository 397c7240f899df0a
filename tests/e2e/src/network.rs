//! No network: the build that ships, driven by real key presses under strace, from the first line to the second opening.

use std::{collections::BTreeSet, path::Path};

use support::{
    Display, Scratch,
    keys::Hands,
    program, strace,
    wait::{PATIENCE, shows_within},
    wait_until,
};

use crate::seat::KEY_WORK;

const PASSPHRASE: &str = "walnut ferry copper thistle orbit";
const FIRST: &str = "The man with the blue hat got his refund";
const SECOND: &str = "She laughed on the phone at last";
#[test]
fn whole_journey_of_the_shipped_program_asks_for_no_internet_socket() {
    let (scratch, display) = (Scratch::new(), Display::start());
    let log = scratch.journal().join("journal.db-wal");
    let mut watched = strace::watch(&scratch, Some(&display), &program("CAIRN_APP"), &[]).expect("strace starts");
    let hands = Hands::on(&display);
    hands.take_window("^Notes$", KEY_WORK);

    // First run: a line, a passphrase of one's own, the sheet put off.
    let first = display.settled(&[], KEY_WORK);
    hands.type_text(FIRST);
    hands.press("ctrl+Return");
    let choice = display.settled(&first, KEY_WORK);
    press_all(hands, &["Tab", "Tab", "Return"]);
    hands.type_text(PASSPHRASE);
    hands.press("Return");
    wait_until(KEY_WORK, "the first moment to be kept", || size(&log) > 0);
    // "Do this later" stands behind group, group and "It is right"; on the page behind it the same keys do no harm. Keys that came
    // before the sheet is there would land on its buttons, and a dialogue of the system's would take all the others until it is closed.
    display.settled(&choice, KEY_WORK);
    let before = size(&log);
    until(
        || size(&log) > before,
        || {
            press_all(hands, &["Escape", "Tab", "Tab", "Tab", "Return", "ctrl+n", "ctrl+a"]);
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
        shows_within(PATIENCE / 2, &shows)
    });
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |m| m.len())
}
