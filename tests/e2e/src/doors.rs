//! What stands before the journal: a wrong passphrase, the recovery sheet, another window, a file that cannot be read.

use std::{
    fs,
    io::{BufRead, BufReader, Seek, SeekFrom, Write},
    process::Stdio,
};

use support::wait_until;

use crate::{
    seat::{Desk, KEY_WORK, Seat},
    seed::{FILLED, PASSPHRASE, filled, text},
};

const NEW: &str = "another five words of peat";

#[test]
fn wrong_passphrase_is_said_without_a_count_and_the_right_one_opens() {
    let desk = Desk::with(filled());
    let seat = desk.sit();
    seat.click("button", "Open");
    seat.says("Type your passphrase first.");
    for _ in 0..2 {
        seat.fill("Passphrase", "not this one");
        seat.keys(&["Enter"]);
        wait_until(KEY_WORK, "the refusal", || seat.shows("That did not open it. Try again, or use your recovery sheet."));
        seat.focus_is("textbox", "Passphrase");
        // Typed over at once: what is wrong is selected.
        seat.types("x");
        assert_eq!(seat.field("Passphrase").value().unwrap(), "x");
        seat.until("the refusal to go", || !seat.shows("That did not open it."));
    }
    seat.click("button", "Show Passphrase");
    assert_eq!(seat.css("input").attribute("type").unwrap().as_deref(), Some("text"));
    seat.unlock(PASSPHRASE);
}

#[test]
fn recovery_sheet_opens_and_sets_a_new_passphrase_and_the_old_one_is_refused() {
    let desk = Desk::with(filled());
    let seat = desk.sit();
    seat.click("button", "Use my recovery sheet");
    let wrong = filled().recovery.chars().rev().collect::<String>();
    seat.fill("Recovery key", &wrong);
    seat.fill("New passphrase", NEW);
    seat.click("button", "Open my journal");
    wait_until(KEY_WORK, "the refusal", || seat.shows("That key does not fit this journal."));
    // As people copy from paper: small letters, dashes, line ends.
    seat.fill("Recovery key", &filled().recovery.to_lowercase().replace(' ', "-"));
    seat.click("button", "Open my journal");
    seat.at_today();
    seat.lock();

    let seat = desk.sit();
    seat.fill("Passphrase", PASSPHRASE);
    seat.keys(&["Enter"]);
    wait_until(KEY_WORK, "the old passphrase to be refused", || seat.shows("That did not open it."));
    seat.unlock(NEW);
    reads_all(&seat);
}

#[test]
fn busy_journal_is_said_to_be_open_elsewhere_and_opens_once_it_is_free() {
    let desk = Desk::with(filled());
    let mut other = desk.cli(&["add", "--batch"]);
    let mut other = other.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut pipe = other.stdin.take().unwrap();
    pipe.write_all(b"{\"text\": \"kept by the other one\"}\n").unwrap();
    let mut id = String::new();
    BufReader::new(other.stdout.take().unwrap()).read_line(&mut id).unwrap();
    assert!(!id.is_empty(), "the command line holds the journal");

    // Started without clearing away what runs in this home.
    let seat = desk.sit_beside();
    // Said before a passphrase is asked for.
    wait_until(KEY_WORK, "the other window to be named", || seat.sees("heading", "Another window has your journal open"));
    assert!(!seat.sees("textbox", "Passphrase"));
    seat.focus_is("button", "Try again");
    seat.keys(&["Enter"]);
    // Tried again while it is still open there.
    seat.says("It is still open there.");
    drop(pipe);
    assert!(other.wait().unwrap().success());
    seat.click("button", "Try again");
    seat.unlock(PASSPHRASE);
    seat.says("kept by the other one");
}

#[test]
fn damaged_journal_is_set_aside_and_the_newest_backup_takes_its_place() {
    let desk = Desk::with(filled());
    let journal = desk.scratch.journal().join("journal.db");
    let mut file = fs::OpenOptions::new().write(true).open(&journal).unwrap();
    file.seek(SeekFrom::Start(100)).unwrap();
    file.write_all(&[0x5a; 9000]).unwrap();
    drop(file);
    let broken = fs::read(&journal).unwrap();

    let seat = desk.sit();
    seat.fill("Passphrase", PASSPHRASE);
    seat.keys(&["Enter"]);
    restore(&seat);
    reads_all(&seat);
    seat.lock();
    desk.scratch.end_programs();
    assert!(lies_below(&desk.scratch.journal(), &broken), "the file that could not be read still lies in the folder");
}

#[test]
fn journal_file_of_no_bytes_is_not_taken_for_a_new_journal() {
    let desk = Desk::with(filled());
    let home = desk.scratch.journal();
    fs::write(home.join("journal.db"), b"").unwrap();
    let _ = fs::remove_file(home.join("journal.db-wal"));
    let seat = desk.sit();
    if seat.either("button", &["Open", "Put this backup in place"]) == "Open" {
        seat.fill("Passphrase", PASSPHRASE);
        seat.keys(&["Enter"]);
    }
    restore(&seat);
    reads_all(&seat);
}

/// Through the screen that offers the backups.
fn restore(seat: &Seat<'_>) {
    wait_until(KEY_WORK, "the damage to be named", || seat.sees("heading", "Your journal file cannot be read"));
    let backups = seat.roles("radio").unwrap();
    assert!(
        backups.first().is_some_and(|(_, name)| name.contains("60 entries, newest")),
        "{:?}",
        backups.iter().map(|b| &b.1).collect::<Vec<_>>()
    );
    seat.fill("The passphrase from that time", "not this one");
    seat.click("button", "Put this backup in place");
    wait_until(KEY_WORK, "the refusal", || seat.shows("That did not open this backup."));
    seat.fill("The passphrase from that time", PASSPHRASE);
    seat.click("button", "Put this backup in place");
    if seat.either("button", &["Open", "Lock"]) == "Open" {
        seat.unlock(PASSPHRASE);
    }
    seat.at_today();
}

fn reads_all(seat: &Seat<'_>) {
    seat.go("Timeline");
    seat.row(&text(0));
    seat.go("Settings");
    seat.says(&format!("{FILLED}"));
}

/// Whether a file with these bytes lies anywhere below.
fn lies_below(folder: &std::path::Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).into_iter().flatten().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() { lies_below(&path, bytes) } else { fs::read(&path).is_ok_and(|found| found == bytes) }
    })
}
