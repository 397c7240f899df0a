//! Proves that a file is whole. What it reports names pages, tables and counts, never words.

use crate::{
    Store, StoreError,
    held::Hold,
    open::{PAGE, read_only},
    pragmas::pragma,
};
use rusqlite::{Connection, types::ValueRef};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// What was found in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verified {
    /// Entries, with those in the bin.
    pub entries: u64,
    /// SHA-256 over every row of every table but the index, to compare with [`Store::digest`]; zeros when it could not be read.
    pub digest: [u8; 32],
    /// What is wrong; empty when the file is whole.
    pub problems: Vec<String>,
}

/// The most problems that are listed.
const LISTED: usize = 100;

/// Checks a file on a connection of its own that changes nothing: every page's seal, the structure, the index,
/// the references, the size, and all rows.
///
/// # Errors
/// `Damaged` when it cannot be opened at all; `Missing`, `Busy` (open in this process), `Io`.
pub fn verify(path: &Path, key: &[u8; 32]) -> Result<Verified, StoreError> {
    let _hold = Hold::take(path)?;
    let size = fs::metadata(path)?.len();
    if size < PAGE {
        return Err(StoreError::Damaged);
    }
    let conn = read_only(path, key)?;
    let mut problems = Vec::new();
    // The seals first: after one page that cannot be read, SQLCipher answers nothing else on the same connection.
    complaints(&conn, "PRAGMA cipher_integrity_check", "", &mut problems);
    complaints(&conn, "PRAGMA integrity_check(100)", "ok", &mut problems);
    complaints(&conn, "PRAGMA foreign_key_check", "", &mut problems);
    match pragma(&conn, "PRAGMA page_count").ok().flatten().and_then(|n| n.parse::<u64>().ok()) {
        Some(pages) if pages * PAGE == size => {}
        Some(pages) => problems.push(format!("size: {size} bytes for {pages} pages")),
        None => problems.push("size: not readable".to_owned()),
    }
    let entries = conn.query_row("SELECT count(*) FROM entries", [], |r| r.get::<_, u32>(0)).map(u64::from).unwrap_or_else(|_| {
        problems.push("entries: not readable".to_owned());
        0
    });
    let digest = digest(&conn).unwrap_or_else(|_| {
        problems.push("rows: not readable".to_owned());
        [0; 32]
    });
    problems.truncate(LISTED);
    Ok(Verified { entries, digest, problems })
}

/// Collects what a checking pragma answers, but for the answer that means "nothing".
fn complaints(conn: &Connection, sql: &str, fine: &str, problems: &mut Vec<String>) {
    let name = sql.trim_start_matches("PRAGMA ");
    let asked = (|| -> Result<(), rusqlite::Error> {
        let mut statement = conn.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let answer = row.get_ref(0)?.as_str().unwrap_or("?").to_owned();
            if answer != fine && problems.len() < LISTED {
                problems.push(format!("{name}: {answer}"));
            }
        }
        Ok(())
    })();
    if asked.is_err() {
        problems.push(format!("{name}: not readable"));
    }
}

/// SHA-256 over the content of every table but the index, row by row in the order of their keys.
fn digest(conn: &Connection) -> Result<[u8; 32], StoreError> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'entry_fts*' AND name NOT GLOB 'index_*' ORDER BY name";
    let tables: Vec<String> = conn.prepare(sql)?.query_map([], |r| r.get(0))?.collect::<Result<_, _>>()?;
    let mut hash = Sha256::new();
    for table in tables {
        part(&mut hash, b't', table.as_bytes());
        // The first columns are the key in every table of ours.
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY 1, 2"))?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for i in 0..columns {
                match row.get_ref(i)? {
                    ValueRef::Null => part(&mut hash, b'n', &[]),
                    ValueRef::Integer(n) => part(&mut hash, b'i', &n.to_le_bytes()),
                    ValueRef::Real(n) => part(&mut hash, b'r', &n.to_le_bytes()),
                    ValueRef::Text(text) => part(&mut hash, b's', text),
                    ValueRef::Blob(bytes) => part(&mut hash, b'b', bytes),
                }
            }
        }
    }
    Ok(hash.finalize().into())
}

fn part(hash: &mut Sha256, mark: u8, bytes: &[u8]) {
    hash.update([mark]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

impl Store {
    /// SHA-256 over every row of every table but the index; equal for a faithful copy.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn digest(&self) -> Result<[u8; 32], StoreError> {
        digest(&self.conn)
    }
}
