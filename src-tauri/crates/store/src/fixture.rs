//! Journals for the tests of this room.

use crate::{JournalMode, Store};
use model::{DayTurn, Entry, EntryId, Happened, Kind, Precision, Stamp, Writing};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) const KEY: [u8; 32] = [7; 32];

pub(crate) fn fresh() -> (TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::create(&file(&dir), &KEY, JournalMode::Wal).unwrap();
    (dir, store)
}

pub(crate) fn file(dir: &TempDir) -> PathBuf {
    dir.path().join("journal.db")
}

/// A connection past all checks, for breaking things.
pub(crate) fn raw(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    crate::key::hand_over(&conn, &KEY).unwrap();
    conn
}

pub(crate) fn id(n: u64) -> EntryId {
    EntryId::new(1_772_000_000_000 + n, [3; 10])
}

pub(crate) fn turn() -> DayTurn {
    DayTurn::default()
}

pub(crate) fn entry(n: u64, happened: &str, text: &str) -> Entry {
    of(n, happened, Writing::new(Kind::Moment, text))
}

pub(crate) fn of(n: u64, happened: &str, mut writing: Writing) -> Entry {
    let happened: Happened = happened.parse().unwrap();
    writing.happened = Some(happened);
    Entry {
        id: id(n),
        writing,
        day: happened.shift_day(turn()),
        precision: if happened.local().is_some() { Precision::Minute } else { Precision::Date },
        offset_minutes: None,
        zone: None,
        written: Stamp::from_millis(1_772_000_000_000),
        edited: None,
        binned: None,
        source: None,
        extra: serde_json::Map::new(),
    }
}

pub(crate) fn insert(store: &mut Store, entries: &[Entry]) {
    store.transact(|tx| entries.iter().try_for_each(|e| tx.insert(e, turn()))).unwrap();
}
