//! R6: the disk is full. What was acknowledged stays, the program says why, and goes on when there is room.

use crate::Plan;
use crate::figure::Figure;
use crate::kill::{PASS, make};
use crate::ledger::Ledger;
use faults::{CHEAP, Dice, pass, session};
use journal::{JournalError, New, Session};
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// All the room there is.
const ROOM: &str = "size=8m";

pub(crate) fn full(plan: &Plan) -> Vec<Figure> {
    let mut dice = plan.dice("R6");
    let mut rows = Vec::new();
    for (mode, folder) in [("log (WAL)", "cairn"), ("single file", "Dropbox")] {
        let mut figure = Figure::of("R6", "disk full (tmpfs)").mode(mode);
        let mut refused = 0;
        for _ in 0..plan.cycles(12, 1_000) {
            let dir = tempfile::tempdir().expect("a temporary folder");
            mount(dir.path(), ROOM);
            refused += once(&dir.path().join(folder), dir.path(), &mut dice, &mut figure);
            let gone = Command::new("umount").arg(dir.path()).status();
            assert!(gone.is_ok_and(|s| s.success()), "everything is closed again");
        }
        figure.note = format!("{refused} times refused as full");
        figure.expect_acknowledged();
        rows.push(figure);
    }
    rows
}

/// Room for the reserve and as much again.
const WIDE: &str = "size=40m";
/// Bytes of the reserve.
const RESERVE: u64 = 8 << 20;

/// With the reserve, the entry in hand is kept on a full disk, drafts and the bin work, and there is a reserve again later.
pub(crate) fn reserve(plan: &Plan) -> Vec<Figure> {
    let mut dice = plan.dice("R6 reserve");
    let mut rows = Vec::new();
    for (mode, folder) in [("log (WAL)", "cairn"), ("single file", "Dropbox")] {
        let mut figure = Figure::of("R6", "disk full, room kept back (tmpfs)").mode(mode);
        for _ in 0..plan.cycles(4, 200) {
            let dir = tempfile::tempdir().expect("a temporary folder");
            mount(dir.path(), WIDE);
            last_words(&dir.path().join(folder), dir.path(), &mut dice, &mut figure);
            let gone = Command::new("umount").arg(dir.path()).status();
            assert!(gone.is_ok_and(|s| s.success()), "everything is closed again");
        }
        figure.expect_acknowledged();
        rows.push(figure);
    }
    rows
}

fn last_words(home: &Path, top: &Path, dice: &mut Dice, figure: &mut Figure) {
    make(home, CHEAP);
    let reserve = || std::fs::metadata(home.join("reserve.bin")).map_or(0, |m| m.len());
    if reserve() != RESERVE {
        complain(figure, &format!("a new journal has a reserve of {} bytes", reserve()));
    }
    let mut ledger = Ledger::default();
    let mut session = session(home, CHEAP);
    session.unlock(&pass(PASS)).expect("it opens");
    let ballast = top.join("ballast");
    fill(&ballast, top, 0);
    // Longer than what the log still has room for.
    for _ in 0..12 {
        match keep(&mut session, &mut ledger, dice) {
            Ok(()) => figure.acknowledged += 1,
            Err(error) => complain(figure, &format!("keeping with the reserve: {error}")),
        }
    }
    let long = model::Writing::new(model::Kind::Moment, dice.words(300_000));
    let id = ledger.acknowledged.keys().next().and_then(|id| id.parse().ok());
    let done = session.journal().and_then(|j| {
        j.keep_draft("today", &long)?;
        let id = id.ok_or(JournalError::NotFound)?;
        j.bin(id)?;
        j.empty_bin().map(|_| id)
    });
    match done {
        Ok(id) => drop(ledger.acknowledged.remove(&id.to_string())),
        Err(error) => complain(figure, &format!("a draft and deleting with the reserve: {error}")),
    }
    if reserve() >= RESERVE {
        complain(figure, "nothing was given up, so nothing was tried");
    }
    if let Err(error) = session.close() {
        complain(figure, &format!("closing with the reserve: {error}"));
    }
    std::fs::remove_file(&ballast).expect("room again");
    if let Err(error) = session.unlock(&pass(PASS)).and_then(|()| session.close()) {
        complain(figure, &format!("opening with room again: {error}"));
    }
    if reserve() != RESERVE {
        complain(figure, "there is room, and no reserve");
    }
    drop(session);
    figure.kills += 1;
    figure.add(&ledger.inspect(home, PASS, CHEAP, true));
}

fn mount(at: &Path, room: &str) {
    let done = Command::new("mount").args(["-t", "tmpfs", "-o", room, "none"]).arg(at).status();
    assert!(done.is_ok_and(|s| s.success()), "a tmpfs");
}

fn once(home: &Path, top: &Path, dice: &mut Dice, figure: &mut Figure) -> u64 {
    make(home, CHEAP);
    let mut ledger = Ledger::default();
    let mut session = session(home, CHEAP);
    session.unlock(&pass(PASS)).expect("it opens");
    // Something else takes most of the room.
    let left = 60_000 + dice.below(2_000_000);
    let ballast = top.join("ballast");
    fill(&ballast, top, left);
    let mut refused = keep_until_refused(&mut session, &mut ledger, dice, figure);
    match session.journal().and_then(|j| j.back_up(None)) {
        Ok(_) | Err(JournalError::DiskFull) => {}
        Err(error) => complain(figure, &format!("a backup on a full disk: {error}")),
    }
    figure.unsound += missing(&mut session, &ledger);
    // In half of the runs it is closed and opened again while there is still no room.
    if dice.once_in(2) {
        if let Err(error) = session.close() {
            refused += 1;
            expect_full(figure, "closing", &error);
        }
        if let Err(error) = session.unlock(&pass(PASS)) {
            refused += 1;
            expect_full(figure, "opening", &error);
        }
    }
    std::fs::remove_file(&ballast).expect("room again");
    if session.journal().is_err()
        && let Err(error) = session.unlock(&pass(PASS))
    {
        complain(figure, &format!("opening with room again: {error}"));
    }
    for _ in 0..5 {
        match keep(&mut session, &mut ledger, dice) {
            Ok(()) => figure.acknowledged += 1,
            Err(error) => complain(figure, &format!("keeping with room again: {error}")),
        }
    }
    if let Err(error) = session.journal().and_then(|j| j.back_up(None)) {
        complain(figure, &format!("a backup with room again: {error}"));
    }
    if let Err(error) = session.close() {
        complain(figure, &format!("closing with room again: {error}"));
    }
    drop(session);
    figure.kills += 1;
    figure.add(&ledger.inspect(home, PASS, CHEAP, true));
    refused
}

fn keep_until_refused(session: &mut Session, ledger: &mut Ledger, dice: &mut Dice, figure: &mut Figure) -> u64 {
    let mut refused = 0;
    // Three refusals: after the first, a shorter entry may still find room.
    while refused < 3 {
        match keep(session, ledger, dice) {
            Ok(()) => figure.acknowledged += 1,
            Err(error) => {
                refused += 1;
                expect_full(figure, "keeping", &error);
            }
        }
    }
    refused
}

fn keep(session: &mut Session, ledger: &mut Ledger, dice: &mut Dice) -> Result<(), JournalError> {
    let line = Ledger::lines(dice, 1).remove(0);
    let new = New::of(serde_json::from_str(&line).expect("lines are entries"));
    let (journal, chance) = session.journal_and_chance()?;
    let kept = journal.keep(vec![new], None, chance);
    let id = kept.as_ref().ok().and_then(|k| k.first()).map(|e| e.id.to_string());
    ledger.note(vec![(line, id)]);
    kept.map(drop)
}

/// Acknowledged entries that the open journal does not give back.
fn missing(session: &mut Session, ledger: &Ledger) -> u64 {
    let Ok(journal) = session.journal() else { return 1 };
    let gone = |id: &String| id.parse().ok().and_then(|id| journal.show(id).ok()).is_none();
    ledger.acknowledged.keys().filter(|id| gone(id)).count() as u64
}

fn expect_full(figure: &mut Figure, doing: &str, error: &JournalError) {
    if *error != JournalError::DiskFull {
        complain(figure, &format!("{doing} on a full disk: {error:?}"));
    }
}

fn complain(figure: &mut Figure, what: &str) {
    println!("    {what}");
    figure.unsound += 1;
}

/// Writes until only so many bytes are left.
fn fill(file: &Path, top: &Path, left: u64) {
    let mut out = std::fs::File::create(file).expect("a file");
    let free = || rustix::fs::statvfs(top).map(|s| s.f_bavail * s.f_frsize).unwrap_or(0);
    while free() > left {
        if out.write_all(&[7; 4096]).is_err() {
            return;
        }
    }
}
