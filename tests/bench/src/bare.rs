//! The floor: the same engine, the same key, the same texts, and nothing else.

use crate::corpus::Piece;
use rusqlite::{Connection, OpenFlags, params};
use std::path::Path;

/// Opens a file with a raw key and reads nothing yet.
pub(crate) fn open(path: &Path, key: &[u8; 32]) -> Connection {
    let conn =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE).expect("the engine opens it");
    let hex: String = key.iter().map(|b| format!("{b:02x}")).collect();
    conn.execute_batch(&format!("PRAGMA key = \"x'{hex}'\"; PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY")).expect("the key");
    conn
}

/// As the journal keeps it: log, full sync, one owner.
pub(crate) fn settle(conn: &Connection) {
    conn.execute_batch("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").expect("the log");
}

/// One table and one index over it.
pub(crate) fn make(path: &Path, key: &[u8; 32], pieces: &[Piece]) {
    let conn = open(path, key);
    settle(&conn);
    conn.execute_batch(
        "CREATE TABLE entries (id INTEGER PRIMARY KEY, at TEXT NOT NULL, text TEXT NOT NULL);
         CREATE VIRTUAL TABLE found USING fts5 (text, content = 'entries', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
         BEGIN",
    )
    .expect("tables");
    for piece in pieces {
        insert(&conn, piece);
    }
    conn.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)").expect("a commit");
}

fn insert(conn: &Connection, piece: &Piece) {
    conn.prepare_cached("INSERT INTO entries (at, text) VALUES (?1, ?2)")
        .and_then(|mut s| s.execute(params![piece.when, piece.text]))
        .expect("a row");
    let id = conn.last_insert_rowid();
    conn.prepare_cached("INSERT INTO found (rowid, text) VALUES (?1, ?2)")
        .and_then(|mut s| s.execute(params![id, piece.text]))
        .expect("its words");
}

/// One entry and its words, on the disk when it returns.
pub(crate) fn keep(conn: &Connection, piece: &Piece) {
    conn.execute_batch("BEGIN IMMEDIATE").expect("a transaction");
    insert(conn, piece);
    conn.execute_batch("COMMIT").expect("on the disk");
}

/// The fifty newest that match, with a snippet of each.
pub(crate) fn search(conn: &Connection, ask: &str) -> usize {
    let sql = "SELECT rowid, snippet(found, 0, '[', ']', '…', 24) FROM found WHERE found MATCH ?1 ORDER BY rowid DESC LIMIT 50";
    let mut statement = conn.prepare_cached(sql).expect("a query");
    let rows = statement.query_map([ask], |r| r.get::<_, String>(1)).expect("rows");
    rows.map(|r| r.map_or(0, |text| text.len().min(1))).sum()
}

/// The newest row of the journal's own file.
pub(crate) fn newest(path: &Path, key: &[u8; 32]) -> String {
    let conn = open(path, key);
    conn.query_row("SELECT text FROM entries ORDER BY place DESC LIMIT 1", [], |r| r.get(0)).expect("the newest row")
}

/// A hundred rows from a place on, as they lie in the bare table.
pub(crate) fn page(conn: &Connection, before: i64) -> usize {
    let mut statement = conn.prepare_cached("SELECT id, at, text FROM entries WHERE id < ?1 ORDER BY id DESC LIMIT 50").expect("a query");
    statement.query_map([before], |r| r.get::<_, String>(2)).expect("rows").map(|r| r.map_or(0, |t| t.len())).sum()
}
