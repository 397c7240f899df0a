//! No network: the build that ships, driven by real key presses under strace, from the first line to the second opening.

use std::{collections::BTreeSet, path::Path};

use support::{Display, Scratch, keys::Hands, program, strace, wait_until};

use crate::seat::KEY_WORK;

const PASSPHRASE: &str = "walnut ferry copper thistle orbit";
const FIRST: &str = "The man with the blue hat got his refund";
const SECOND: &str = "She laughed on the phone at last";
/// Bytes of a picture of the screen with an empty page on it, and room to spare.
const BLANK: u64 = 60_000;

#[test]
fn whole_journey_of_the_shipped_program_asks_for_no_internet_socket() {
    let (scratch, display) = (Scratch::new(), Display::start());
    let log = scratch.journal().join("journal.db-wal");
    let mut watched = strace::watch(&scratch, Some(&display), &program("CAIRN_APP"), &[]).expect("strace starts");
    let hands = Hands::on(&display);
    hands.take_window("^Notes$", KEY_WORK);

    // First run: a line, a passphrase of one's own, the sheet put off.
    settled(&display);
    hands.type_text(FIRST);
    hands.press("ctrl+Return");
    settled(&display);
    press_all(hands, &["Tab", "Tab", "Return"]);
    hands.type_text(PASSPHRASE);
    hands.press("Return");
    wait_until(KEY_WORK, "the first moment to be kept", || size(&log) > 0);
    settled(&display);
    // Group, group, "It is right", "Do this later".
    press_all(hands, &["Tab", "Tab", "Tab", "Return"]);
    settled(&display);
    keep(hands, SECOND, &log);

    hands.press("ctrl+f");
    hands.type_text("blue hat");
    settled(&display);
    let before: BTreeSet<u32> = scratch.programs().into_iter().collect();
    hands.press("ctrl+l");
    wait_until(KEY_WORK, "the journal to close in its own program's end", || {
        !log.exists() && scratch.programs().iter().any(|id| !before.contains(id)) && !hands.windows("^Notes$").is_empty()
    });

    hands.take_window("^Notes$", KEY_WORK);
    settled(&display);
    hands.type_text(PASSPHRASE);
    hands.press("Return");
    wait_until(KEY_WORK, "the journal to open again", || log.exists());
    settled(&display);
    assert!(watched.sockets().unwrap() > 0, "strace saw nothing at all, so it proves nothing");
    assert_eq!(watched.attempts().unwrap(), [], "an internet socket was asked for");
    assert!(watched.lives(), "the program was there to the end");
}

fn press_all(hands: Hands<'_>, keys: &[&str]) {
    for key in keys {
        hands.press(key);
    }
}

/// Keeps a moment on the Today screen, whose box has the caret; done when the journal's log has grown.
fn keep(hands: Hands<'_>, text: &str, log: &Path) {
    hands.type_text(text);
    let before = size(log);
    hands.press("ctrl+Return");
    wait_until(KEY_WORK, "the moment to be on the disk", || size(log) > before);
}

/// Waits until something is painted and stands still: three pictures that weigh alike (a caret may blink).
fn settled(display: &Display) {
    let mut last = [0_u64; 3];
    wait_until(KEY_WORK, "the picture to stand still", || {
        last.rotate_left(1);
        last[2] = display.screenshot("network").map_or(0, |path| size(&path));
        last[0] > BLANK && last.iter().all(|weight| weight.abs_diff(last[0]) < 200)
    });
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |m| m.len())
}
