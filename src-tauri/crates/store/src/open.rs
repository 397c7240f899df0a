//! Makes and opens the file. Never recreates, repairs or deletes one that was there.

use crate::{
    StoreError,
    held::Hold,
    index, key,
    pragmas::{self, pragma},
    schema,
    timeline::Searching,
};
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use std::{
    fs::{self, File, OpenOptions},
    io::Read,
    path::{Path, PathBuf},
};

/// Bytes in a page.
pub(crate) const PAGE: u64 = 4096;
/// What a file that is not encrypted begins with.
const PLAIN: &[u8; 16] = b"SQLite format 3\0";

/// Whether the journal may be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Read and change.
    Write,
    /// Read only; works where nothing can be written, and with files of a newer version.
    ReadOnly,
}

/// How the file is kept whole through a power cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JournalMode {
    /// Write-ahead log, for local disks.
    Wal,
    /// One file at rest, for sticks, network and synchronised folders.
    Single,
}

/// An open journal. Dropping it closes the file; [`Store::close`] also says whether that went well.
pub struct Store {
    // Before `hold`: the connection must be gone when the file is given back.
    pub(crate) conn: Connection,
    pub(crate) searching: Searching,
    access: Access,
    /// Of the schema.
    pub(crate) version: u32,
    _hold: Hold,
}

impl Store {
    /// Makes a new journal with mode 0600 and opens it.
    ///
    /// # Errors
    /// `Exists` when anything is there; `Full`, `ReadOnlyMedia`, `Io`. Nothing is left behind then.
    pub fn create(path: &Path, key: &[u8; 32], mode: JournalMode) -> Result<Self, StoreError> {
        let hold = Hold::take(path)?;
        new_file(path)?;
        let made = (|| {
            let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            pragmas::before_key(&conn)?;
            key::hand_over(&conn, key)?;
            pragmas::check_engine(&conn)?;
            pragmas::armour(&conn)?;
            pragmas::settle(&conn, mode)?;
            schema::found(&conn)?;
            sync_folder(path)?;
            Ok(conn)
        })();
        match made {
            Ok(conn) => Self::around(conn, Access::Write, hold),
            Err(error) => {
                // Made a moment ago by this call, and empty.
                for part in [path.to_owned(), beside(path, "-wal"), beside(path, "-journal")] {
                    let _ = fs::remove_file(part);
                }
                Err(error)
            }
        }
    }

    /// Opens a journal.
    ///
    /// With `ReadOnly`, a file with nothing beside it is opened as unchanging; the caller makes sure (by the
    /// vault's lock) that no other process writes to it meanwhile.
    ///
    /// # Errors
    /// `Missing`, `Damaged`, `Newer` and `NeedsUpgrade` (for `Write`), `Unsettled` (for `ReadOnly`), `Busy`,
    /// `ReadOnlyMedia`, `Io`.
    pub fn open(path: &Path, key: &[u8; 32], mode: JournalMode, access: Access) -> Result<Self, StoreError> {
        let hold = Hold::take(path)?;
        inspect(path)?;
        let conn = match access {
            Access::Write => {
                let (conn, version) = writable(path, key)?;
                if version < schema::KNOWN_VERSION {
                    return Err(StoreError::NeedsUpgrade { from: version, to: schema::KNOWN_VERSION });
                }
                pragmas::settle(&conn, mode)?;
                index::respell(&conn)?;
                conn
            }
            Access::ReadOnly => read_only(path, key)?,
        };
        Self::around(conn, access, hold)
    }

    /// Brings an older journal to [`KNOWN_VERSION`](crate::KNOWN_VERSION) in one transaction and opens it. Back it up before.
    ///
    /// # Errors
    /// As [`Store::open`]; the file is as it was then.
    pub fn upgrade(path: &Path, key: &[u8; 32], mode: JournalMode) -> Result<Self, StoreError> {
        let hold = Hold::take(path)?;
        inspect(path)?;
        let (conn, version) = writable(path, key)?;
        pragmas::settle(&conn, mode)?;
        schema::climb(&conn, version)?;
        index::respell(&conn)?;
        // Gives back the room of what the older version needed. Without room for a copy the file stays as large as it is.
        let _ = conn.execute_batch("VACUUM");
        Self::around(conn, Access::Write, hold)
    }

    /// Whether it may be changed.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    /// Takes the log into the file, closes it, and leaves nothing beside it: the file alone is the whole journal.
    ///
    /// # Errors
    /// `Full`, `Io`: what was committed is safe, in the file or in the log beside it.
    pub fn close(self) -> Result<(), StoreError> {
        if self.access == Access::Write {
            self.checkpoint()?;
            self.conn.flush_prepared_statement_cache();
            // In exclusive mode a rollback journal is emptied and kept; this removes it.
            if pragma(&self.conn, "PRAGMA journal_mode")?.as_deref() == Some("delete") {
                pragma(&self.conn, "PRAGMA locking_mode = NORMAL")?;
                pragma(&self.conn, "SELECT count(*) FROM sqlite_schema")?;
                pragma(&self.conn, "PRAGMA journal_mode = PERSIST")?;
                pragma(&self.conn, "PRAGMA journal_mode = DELETE")?;
            }
        }
        let Self { conn, _hold: hold, .. } = self;
        conn.close().map_err(|(_, error)| StoreError::from(error))?;
        drop(hold);
        Ok(())
    }

    fn around(conn: Connection, access: Access, hold: Hold) -> Result<Self, StoreError> {
        let searching = Searching::new(conn.get_interrupt_handle());
        let version = schema::version(&conn)?;
        Ok(Self { conn, searching, access, version, _hold: hold })
    }

    /// The same schema and settings without a key, so that a test can read every byte of the file.
    #[cfg(test)]
    pub(crate) fn create_plain(path: &Path) -> Self {
        let hold = Hold::take(path).unwrap();
        let conn = Connection::open(path).unwrap();
        pragmas::armour(&conn).unwrap();
        pragmas::settle(&conn, JournalMode::Wal).unwrap();
        schema::found(&conn).unwrap();
        Self::around(conn, Access::Write, hold).unwrap()
    }
}

/// A new empty file that only its owner may read.
pub(crate) fn new_file(path: &Path) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?;
    Ok(())
}

/// Makes a new name in a folder survive a power cut.
pub(crate) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

/// The path of what SQLite keeps beside the file.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Looks at the file before SQLite does: SQLite would take an empty one for a new database.
fn inspect(path: &Path) -> Result<(), StoreError> {
    let mut file = File::open(path)?;
    if file.metadata()?.len() < PAGE {
        return Err(StoreError::Damaged);
    }
    let mut head = [0u8; 16];
    file.read_exact(&mut head)?;
    if &head == PLAIN { Err(StoreError::Damaged) } else { Ok(()) }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE)?;
    // Whoever holds the file holds it for long; waiting would freeze the caller for nothing.
    conn.busy_timeout(std::time::Duration::from_millis(100))?;
    Ok(conn)
}

/// Gives the key, reads for the first time, and checks that this is a journal. Answers its version.
fn unlock(conn: &Connection, key: &[u8; 32]) -> Result<u32, StoreError> {
    pragmas::before_key(conn)?;
    key::hand_over(conn, key)?;
    pragma(conn, "SELECT count(*) FROM sqlite_schema")?;
    pragmas::check_engine(conn)?;
    pragmas::armour(conn)?;
    schema::version(conn)
}

fn writable(path: &Path, key: &[u8; 32]) -> Result<(Connection, u32), StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if conn.is_readonly("main")? {
        return Err(StoreError::ReadOnlyMedia);
    }
    pragma(&conn, "PRAGMA locking_mode = EXCLUSIVE")?;
    let version = unlock(&conn, key)?;
    if version > schema::KNOWN_VERSION {
        return Err(StoreError::Newer { found: version, known: schema::KNOWN_VERSION });
    }
    Ok((conn, version))
}

/// A reading connection, for any version. What lies beside the file is read too, and left there.
pub(crate) fn read_only(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    let size = |ending| fs::metadata(beside(path, ending)).map(|m| m.len()).ok();
    let (wal, journal) = (size("-wal"), size("-journal"));
    if wal.is_none() && journal.unwrap_or(0) == 0 {
        return unchanging(path, key);
    }
    match read_with_log(path, key) {
        Err(StoreError::ReadOnlyMedia) if wal.unwrap_or(0) == 0 && journal.unwrap_or(0) == 0 => unchanging(path, key),
        Err(StoreError::ReadOnlyMedia) => Err(StoreError::Unsettled),
        other => other,
    }
}

/// SQLite needs the right to write to take in a log, even for reading; `query_only` keeps the rows as they are.
fn read_with_log(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if conn.is_readonly("main")? {
        return Err(StoreError::ReadOnlyMedia);
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    pragma(&conn, "PRAGMA locking_mode = EXCLUSIVE")?;
    unlock(&conn, key)?;
    pragma(&conn, "PRAGMA query_only = ON")?;
    Ok(conn)
}

fn unchanging(path: &Path, key: &[u8; 32]) -> Result<Connection, StoreError> {
    let uri = format!("file:{}?immutable=1", percent(&fs::canonicalize(path)?));
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let conn = connect(Path::new(&uri), flags)?;
    unlock(&conn, key)?;
    pragma(&conn, "PRAGMA query_only = ON")?;
    Ok(conn)
}

/// A path as SQLite's URIs spell it.
fn percent(path: &Path) -> String {
    let mut out = String::new();
    #[cfg(not(unix))]
    out.push('/');
    for &b in path.as_os_str().as_encoded_bytes() {
        match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' | b':' => out.push(char::from(b)),
            b'\\' if cfg!(windows) => out.push('/'),
            _ => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests;
