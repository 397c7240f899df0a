//! No word of the journal outside of its file: not while it is open, not after locking, not after a power cut.

use std::path::PathBuf;

use support::{
    Display, Scratch, canary,
    keys::Hands,
    program,
    wait::{PATIENCE, shows_within},
    wait_until,
};

use crate::{
    seat::{Desk, KEY_WORK},
    seed::{PASSPHRASE, filled},
};

const KEPT: &str = "pelican kept at dawn";
const HALF: &str = "heron half a word";
const SOUGHT: &str = "bittern sought";
const BOX: &str = "Who did you help today, and what did you do?";

#[test]
fn canary_of_the_driven_window_is_nowhere_while_open_and_after_lock_and_power_cut() {
    let desk = Desk::with(filled());
    let seat = desk.sit_open();
    seat.focus_is("textbox", BOX);
    seat.types(KEPT);
    seat.keys(&["Control+Enter"]);
    seat.see("button", &format!("Open: {KEPT}"));
    seat.types(HALF);
    seat.says("Draft kept");
    seat.keys(&["Control+f"]);
    seat.focus_is("searchbox", "Search your moments");
    seat.types(SOUGHT);
    seat.says("Nothing found for");
    nowhere(&desk.scratch, "while the journal is open");
    seat.lock();
    nowhere(&desk.scratch, "after locking");

    let seat = desk.sit_open();
    seat.until("the draft", || seat.field(BOX).value().is_ok_and(|t| t == HALF));
    seat.keys(&["Control+f"]);
    seat.focus_is("searchbox", "Search your moments");
    seat.types(KEPT);
    seat.row(KEPT);
    seat.kill();
    nowhere(&desk.scratch, "after a power cut");
}

/// The build that ships, by real key presses: nothing in it is there for tests.
#[test]
fn canary_of_the_shipped_window_is_nowhere_while_open_and_after_lock_and_power_cut() {
    let desk = Desk::with(filled());
    let (scratch, display) = (&desk.scratch, &desk.display);
    let hands = open_shipped(scratch, display);
    hands.type_text(KEPT);
    let before = desk.written();
    hands.press("ctrl+Return");
    wait_until(PATIENCE, "the moment on the disk", || desk.written() > before);
    let before = desk.written();
    hands.type_text(HALF);
    wait_until(PATIENCE, "the draft on the disk", || desk.written() > before);
    hands.press("ctrl+f");
    hands.type_text(SOUGHT);
    nowhere(scratch, "while the journal is open");
    let old = scratch.programs();
    hands.press("ctrl+l");
    let afresh = || scratch.programs().iter().all(|id| !old.contains(id)) && !hands.windows("Notes").is_empty();
    wait_until(KEY_WORK, "the closed journal's own program and window", afresh);
    nowhere(scratch, "after locking");
    scratch.end_programs();

    let hands = open_shipped(scratch, display);
    hands.type_text(" and on");
    scratch.end_programs();
    nowhere(scratch, "after a power cut");
    // Both were really written down.
    assert!(String::from_utf8_lossy(&desk.cli_done(&["search", "pelican"], "").stdout).contains(KEPT));
}

/// Starts the build that ships, types the passphrase, and waits until the journal is open.
fn open_shipped<'d>(scratch: &Scratch, display: &'d Display) -> Hands<'d> {
    let mut command = scratch.command(program("CAIRN_APP"));
    command.env("DISPLAY", display.name()).env("GDK_BACKEND", "x11");
    let mut child = command.spawn().expect("the program starts");
    // It is ended with the others of its home; somebody has to wait for it.
    std::thread::spawn(move || child.wait());
    let hands = Hands::on(display);
    hands.take_window("Notes", KEY_WORK);
    let open = scratch.journal().join("journal.db-wal");
    let unlock = display.settled(&[], KEY_WORK);
    // Keys that come before the page is there are lost; a passphrase typed twice is refused and typed over.
    wait_until(KEY_WORK, "the journal to open", || {
        hands.press("ctrl+a");
        hands.type_text(PASSPHRASE);
        hands.press("Return");
        shows_within(PATIENCE / 4, || open.exists())
    });
    // The first words typed into it are not to be lost, either.
    display.settled(&unlock, KEY_WORK);
    hands
}

fn nowhere(scratch: &Scratch, when: &str) {
    let folders: [PathBuf; 2] = [scratch.top().to_owned(), "/dev/shm".into()];
    for phrase in [KEPT, HALF, SOUGHT, PASSPHRASE] {
        // The file that hands the passphrase to the command line is the test's own.
        let own = scratch.top().join("passphrase");
        let mut hits = canary::search(phrase, &folders).expect("every file is read");
        hits.retain(|hit| hit.path != own);
        assert!(hits.is_empty(), "{phrase:?} lies open {when}: {hits:?}");
    }
}
