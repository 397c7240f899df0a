//! The engine's settings, in the order in which they have to be made. Never holds a key.

use crate::{JournalMode, StoreError};
use rusqlite::{Connection, config::DbConfig, limits::Limit};

/// The oldest SQLCipher whose format and defences were tested.
const OLDEST_CIPHER: (u32, u32) = (4, 19);

/// Runs one pragma to its end and gives the first value that it answers.
pub(crate) fn pragma(conn: &Connection, sql: &str) -> Result<Option<String>, StoreError> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut first = None;
    while let Some(row) = rows.next()? {
        if first.is_none() {
            first = Some(match row.get_ref(0)? {
                rusqlite::types::ValueRef::Integer(n) => n.to_string(),
                other => other.as_str().unwrap_or_default().to_owned(),
            });
        }
    }
    Ok(first)
}

/// What has to be said before the key is given.
pub(crate) fn before_key(conn: &Connection) -> Result<(), StoreError> {
    pragma(conn, "PRAGMA cipher_memory_security = ON")?;
    // SQLCipher writes page errors to stderr unless told not to.
    pragma(conn, "PRAGMA cipher_log_level = NONE")?;
    Ok(())
}

/// Checks that the engine is the one it has to be: built without SQLCipher, a key is silently ignored.
pub(crate) fn check_engine(conn: &Connection) -> Result<(), StoreError> {
    let version = pragma(conn, "PRAGMA cipher_version")?.unwrap_or_default();
    let mut parts = version.split(['.', ' ']).map(|p| p.parse::<u32>().unwrap_or(0));
    let found = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    let encrypted = pragma(conn, "PRAGMA cipher_status")?.as_deref() == Some("1");
    if found >= OLDEST_CIPHER && encrypted { Ok(()) } else { Err(StoreError::Refused(rusqlite::ffi::SQLITE_MISUSE)) }
}

/// Defences and sizes that hold for every connection. Call after the first read succeeded.
pub(crate) fn armour(conn: &Connection) -> Result<(), StoreError> {
    for sql in [
        "PRAGMA foreign_keys = ON",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA mmap_size = 0",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA cell_size_check = ON",
        "PRAGMA secure_delete = ON",
        "PRAGMA fullfsync = ON",
        "PRAGMA checkpoint_fullfsync = ON",
        // 8 MiB of decrypted pages: the newest screens and the index's upper levels.
        "PRAGMA cache_size = -8192",
    ] {
        pragma(conn, sql)?;
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Plans made without a look at what is bound: else every question about entries is prepared anew each time it is
    // asked, which took longer than answering it.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(64);
    for (limit, value) in [
        // Bytes in one value: a text of `model::limits` as JSON with every character escaped, with room to spare.
        (Limit::SQLITE_LIMIT_LENGTH, 64 << 20),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 256 << 10),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 200),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 20),
        (Limit::SQLITE_LIMIT_ATTACHED, 1),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 1_000),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        conn.set_limit(limit, value)?;
    }
    Ok(())
}

/// Brings the file into that journal mode and takes it for this connection alone.
///
/// Exclusive locking comes first: write-ahead logging then keeps its index in memory and needs no `-shm` file.
/// `FULL` (write-ahead) and `EXTRA` (single file) are what kept every acknowledged commit through power cuts.
pub(crate) fn settle(conn: &Connection, mode: JournalMode) -> Result<(), StoreError> {
    pragma(conn, "PRAGMA locking_mode = EXCLUSIVE")?;
    let (journal, sync, expected) = match mode {
        JournalMode::Wal => ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "wal"),
        JournalMode::Single => ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = EXTRA", "delete"),
    };
    if pragma(conn, journal)?.as_deref() != Some(expected) {
        return Err(StoreError::Refused(rusqlite::ffi::SQLITE_ERROR));
    }
    pragma(conn, sync)?;
    conn.execute_batch("BEGIN EXCLUSIVE; COMMIT")?;
    Ok(())
}
