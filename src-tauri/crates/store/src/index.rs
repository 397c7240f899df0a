//! The full-text index: words of the entries that are not in the bin.
//!
//! Its rows are numbered by [`lines`](crate::lines), in the order of the places. It keeps no copy of the text (`content=''`), so that the file stays small; taking an entry out therefore needs
//! the very words that went in. They come from the same `spelling` of the same row, and when the spelling of a
//! newer version differs, the whole index is built again at the next opening.

use crate::{
    Store, StoreError, Tx,
    lines::{self, Move},
    row::{self, ENTRY_COLUMNS, NAME_COLUMNS},
    spelling::{spell, stands_alone},
};
use model::Writing;
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// Where in `meta` the spelling of the index is named.
pub(crate) const SPELLING_KEY: &str = "index.spelling";

/// Names the rules by which words are spelled: those of this room, and the Unicode tables.
pub(crate) fn spelling() -> Vec<u8> {
    let (major, minor, patch) = unicode_normalization::UNICODE_VERSION;
    let (std_major, std_minor, std_patch) = char::UNICODE_VERSION;
    format!("1 {major}.{minor}.{patch} {std_major}.{std_minor}.{std_patch}").into_bytes()
}

fn columns(writing: &Writing) -> [String; 3] {
    let names: Vec<&str> = writing.tags.iter().chain(&writing.people).map(String::as_str).collect();
    [spell(&writing.text), spell(&writing.side_text()), spell(&names.join("\n"))]
}

/// Makes an entry findable.
pub(crate) fn add(conn: &Connection, place: i64, writing: &Writing) -> Result<(), StoreError> {
    let (line, moves) = lines::free(conn, place)?;
    make_way(conn, &moves)?;
    lines::note(conn, line, place)?;
    let columns = columns(writing);
    fill(conn, line, &columns)?;
    let mut know = conn.prepare_cached("INSERT OR IGNORE INTO index_words (word) VALUES (?1)")?;
    for word in distinct(&columns) {
        know.execute([word])?;
    }
    Ok(())
}

/// Takes an entry's words out. `writing` is what the row held when they went in.
pub(crate) fn remove(conn: &Connection, place: i64, writing: &Writing) -> Result<(), StoreError> {
    let line = lines::of(conn, place)?.ok_or(StoreError::Damaged)?;
    lines::forget(conn, line)?;
    let columns = columns(writing);
    empty(conn, line, &columns)?;
    let mut left = conn.prepare_cached("SELECT 1 FROM entry_fts WHERE entry_fts MATCH ?1 LIMIT 1")?;
    let mut forget = conn.prepare_cached("DELETE FROM index_words WHERE word = ?1")?;
    for word in distinct(&columns) {
        if !left.exists([format!("\"{word}\"")])? {
            forget.execute([word])?;
        }
    }
    Ok(())
}

fn fill(conn: &Connection, line: i64, [text, side, names]: &[String; 3]) -> Result<(), StoreError> {
    let sql = "INSERT INTO entry_fts (rowid, text, side, names) VALUES (?1, ?2, ?3, ?4)";
    conn.prepare_cached(sql)?.execute(params![line, text, side, names])?;
    Ok(())
}

fn empty(conn: &Connection, line: i64, [text, side, names]: &[String; 3]) -> Result<(), StoreError> {
    let sql = "INSERT INTO entry_fts (entry_fts, rowid, text, side, names) VALUES ('delete', ?1, ?2, ?3, ?4)";
    conn.prepare_cached(sql)?.execute(params![line, text, side, names])?;
    Ok(())
}

/// Gives entries other numbers: all leave theirs before the first takes its new one.
fn make_way(conn: &Connection, moves: &[Move]) -> Result<(), StoreError> {
    let words = |place: i64| -> Result<[String; 3], StoreError> {
        let sql = format!("SELECT {ENTRY_COLUMNS}, {NAME_COLUMNS} FROM entries e WHERE e.place = ?1");
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query([place])?;
        Ok(columns(&row::entry(rows.next()?.ok_or(StoreError::Damaged)?)?.writing))
    };
    for step in moves {
        lines::forget(conn, step.from)?;
        empty(conn, step.from, &words(step.place)?)?;
    }
    for step in moves {
        lines::note(conn, step.to, step.place)?;
        fill(conn, step.to, &words(step.place)?)?;
    }
    Ok(())
}

/// The words that something can begin with, each once and in order.
fn distinct(columns: &[String; 3]) -> BTreeSet<&str> {
    let all = columns.iter().flat_map(|c| c.split(' '));
    all.filter(|w| w.chars().next().is_some_and(|c| !stands_alone(c))).collect()
}

/// The words that begin so, up to one more than `most`.
pub(crate) fn beginning(conn: &Connection, start: &str, most: usize) -> Result<Vec<String>, StoreError> {
    let mut statement = conn.prepare_cached("SELECT word FROM index_words WHERE word >= ?1 ORDER BY word")?;
    let mut rows = statement.query([start])?;
    let mut words = Vec::new();
    while let Some(r) = rows.next()? {
        let word: String = r.get(0)?;
        if words.len() > most || !word.starts_with(start) {
            break;
        }
        words.push(word);
    }
    Ok(words)
}

/// Builds the index again if it was spelled by other rules.
pub(crate) fn respell(conn: &Connection) -> Result<(), StoreError> {
    let sql = "SELECT value FROM meta WHERE key = ?1";
    let found: Option<Vec<u8>> = conn.query_row(sql, [SPELLING_KEY], |r| r.get(0)).optional()?;
    if found == Some(spelling()) {
        return Ok(());
    }
    let work = conn.unchecked_transaction()?;
    rebuild(&work)?;
    work.commit()?;
    Ok(())
}

/// Fills the index again from the entries.
pub(crate) fn rebuild(conn: &Connection) -> Result<(), StoreError> {
    conn.execute("INSERT INTO entry_fts (entry_fts) VALUES ('delete-all')", [])?;
    conn.execute_batch("DELETE FROM index_words; DELETE FROM index_lines")?;
    let sql = format!("SELECT {ENTRY_COLUMNS}, {NAME_COLUMNS} FROM entries e WHERE e.binned IS NULL ORDER BY e.place");
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(r) = rows.next()? {
        add(conn, r.get(0)?, &row::entry(r)?.writing)?;
    }
    let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    conn.execute(sql, params![SPELLING_KEY, spelling()])?;
    Ok(())
}

impl Tx<'_> {
    /// Builds the full-text index again from the entries.
    ///
    /// # Errors
    /// `Damaged` when entries cannot be read; `Full`.
    pub fn rebuild_index(&self) -> Result<(), StoreError> {
        rebuild(&self.conn)
    }
}

impl Store {
    /// Whether that exact word is anywhere in the index; for checking that removing removed.
    #[cfg(test)]
    pub(crate) fn index_knows(&self, word: &str) -> bool {
        self.conn.execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, entry_fts, instance)").unwrap();
        self.number("SELECT count(*) FROM temp.vocabulary WHERE term = ?1", [word]).unwrap() > 0
    }
}
