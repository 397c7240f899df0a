//! What can go wrong with the file. Holds no path, no SQL and no words of an entry, so every error may be logged.

use rusqlite::ErrorCode;

/// Why the store did not do what was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is not a journal that this key opens, or parts of it cannot be read. It was left as it is.
    #[error("the journal's file is damaged")]
    Damaged,
    /// Made by a newer version: it can be opened with [`Access::ReadOnly`](crate::Access::ReadOnly).
    #[error("the journal has version {found}, known is {known}")]
    Newer {
        /// The file's version.
        found: u32,
        /// The newest version known here.
        known: u32,
    },
    /// Made by an older version: back it up, then call [`Store::upgrade`](crate::Store::upgrade).
    #[error("the journal has version {from} and has to become {to}")]
    NeedsUpgrade {
        /// The file's version.
        from: u32,
        /// The version after the upgrade.
        to: u32,
    },
    /// No room on the disk.
    #[error("the disk is full")]
    Full,
    /// The place can be read and not written.
    #[error("the journal lies where nothing can be written")]
    ReadOnlyMedia,
    /// Changes of an interrupted session lie beside the file (`-wal` or `-journal`), and they cannot be taken in
    /// where nothing can be written. Copy the file and what lies beside it to a writable place and open that.
    #[error("unfinished changes lie beside the journal and cannot be taken in here")]
    Unsettled,
    /// There is no such file.
    #[error("there is no journal")]
    Missing,
    /// A file is there already.
    #[error("a file is there already")]
    Exists,
    /// Another window or process has it open.
    #[error("the journal is open elsewhere")]
    Busy,
    /// A newer question took its place.
    #[error("interrupted")]
    Interrupted,
    /// An entry with that id is there already.
    #[error("that id is taken")]
    Taken,
    /// No entry has that id.
    #[error("no such entry")]
    NoSuchEntry,
    /// The operating system refused.
    #[error("input or output failed: {0}")]
    Io(std::io::ErrorKind),
    /// SQLite refused, with its extended result code.
    #[error("the database refused: {0}")]
    Refused(i32),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(e, _) => match e.code {
                ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt => Self::Damaged,
                ErrorCode::DiskFull => Self::Full,
                // The file itself was found readable before: what cannot be opened is what has to lie beside it.
                ErrorCode::ReadOnly | ErrorCode::CannotOpen => Self::ReadOnlyMedia,
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
                ErrorCode::OperationInterrupted => Self::Interrupted,
                ErrorCode::SystemIoFailure => Self::Io(std::io::ErrorKind::Other),
                ErrorCode::PermissionDenied => Self::Io(std::io::ErrorKind::PermissionDenied),
                ErrorCode::OutOfMemory => Self::Io(std::io::ErrorKind::OutOfMemory),
                _ => Self::Refused(e.extended_code),
            },
            // A value of another shape than the schema's: written by nothing of ours.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::QueryReturnedNoRows
            | rusqlite::Error::Utf8Error(..) => Self::Damaged,
            _ => Self::Refused(0),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::AlreadyExists => Self::Exists,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyMedia,
            kind => Self::Io(kind),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    /// JSON of ours that cannot be read back is damage; its message could hold words and is dropped.
    fn from(_: serde_json::Error) -> Self {
        Self::Damaged
    }
}
