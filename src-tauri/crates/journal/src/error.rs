//! What can go wrong, as far as somebody acts differently on it. No path, no secret, no word of an entry.

use model::{Day, Invalid};
use store::StoreError;
use vault::{DiskKind, PassphraseError, SheetError, VaultError};

/// A verb that could not be done. Nothing was changed by it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum JournalError {
    /// The passphrase does not open this journal.
    #[error("the passphrase does not open the journal")]
    WrongPassphrase,
    /// The recovery key does not open this journal, or was mistyped in that group.
    #[error("the recovery key does not open the journal")]
    WrongRecoveryKey {
        /// The group that looks wrong, from 1, when that can be told.
        group: Option<usize>,
    },
    /// Easy to guess, and not confirmed.
    #[error("the passphrase is easy to guess")]
    WeakPassphrase,
    /// Empty, or longer than 1 KiB.
    #[error("the passphrase is empty or too long")]
    BadPassphrase,
    /// The journal is closed.
    #[error("the journal is closed")]
    Locked,
    /// Somebody else has it open.
    #[error("the journal is open elsewhere")]
    Busy,
    /// It is there and cannot be read.
    #[error("the journal cannot be read: {0}")]
    Damaged(&'static str),
    /// A newer version made it; it opens for reading only.
    #[error("the journal was made by a newer version")]
    Newer,
    /// There is one already.
    #[error("there is a journal already")]
    Exists,
    /// A file was to be saved where a journal keeps its own, or in place of something that is no file.
    #[error("a journal lives there, or it is no file that could be replaced")]
    NoPlace,
    /// There is none.
    #[error("there is no journal")]
    Missing,
    /// No space left.
    #[error("the disk is full")]
    DiskFull,
    /// Nothing can be written here.
    #[error("nothing can be written here")]
    ReadOnly,
    /// Another trouble with the disk.
    #[error("the disk refused: {0}")]
    Disk(String),
    /// That is not there any more.
    #[error("not found")]
    NotFound,
    /// A field cannot be kept as it is.
    #[error("{0}")]
    Invalid(#[from] Invalid),
    /// A check-in less than so many days from another one: asked more often it would be a test.
    #[error("check-ins lie {between} days apart or more; this one can be for {next} or later")]
    TooSoon {
        /// Days between two of them.
        between: u8,
        /// The first day after the one that was asked for on which there is room.
        next: Day,
    },
    /// A newer question made this one pointless.
    #[error("interrupted")]
    Interrupted,
}

impl From<VaultError> for JournalError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::WrongPassphrase => Self::WrongPassphrase,
            VaultError::WrongRecoveryKey => Self::WrongRecoveryKey { group: None },
            VaultError::SlotsDamaged => Self::Damaged("key files"),
            VaultError::VaultFileDamaged => Self::Damaged("vault.json"),
            VaultError::Busy { .. } | VaultError::LockUnsupported => Self::Busy,
            VaultError::NotEmpty => Self::Exists,
            VaultError::NewerFormat { .. } => Self::Newer,
            VaultError::Disk { kind: DiskKind::NoSpace, .. } => Self::DiskFull,
            VaultError::Disk { kind: DiskKind::ReadOnly | DiskKind::PermissionDenied, .. } => Self::ReadOnly,
            other => Self::Disk(other.to_string()),
        }
    }
}

impl From<StoreError> for JournalError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged => Self::Damaged("journal.db"),
            StoreError::Missing => Self::Damaged("journal.db is missing"),
            StoreError::Newer { .. } => Self::Newer,
            StoreError::Full => Self::DiskFull,
            StoreError::ReadOnlyMedia | StoreError::Unsettled => Self::ReadOnly,
            StoreError::Exists => Self::Exists,
            StoreError::Busy => Self::Busy,
            StoreError::NoSuchEntry => Self::NotFound,
            StoreError::Interrupted => Self::Interrupted,
            StoreError::Io(std::io::ErrorKind::PermissionDenied) => Self::ReadOnly,
            other => Self::Disk(other.to_string()),
        }
    }
}

impl From<PassphraseError> for JournalError {
    fn from(_: PassphraseError) -> Self {
        Self::BadPassphrase
    }
}

impl From<SheetError> for JournalError {
    fn from(error: SheetError) -> Self {
        let group = match error {
            SheetError::Wrong { groups } => groups.first().copied(),
            SheetError::NotFound | SheetError::Short { .. } | SheetError::Long { .. } => None,
        };
        Self::WrongRecoveryKey { group }
    }
}

impl From<std::io::Error> for JournalError {
    fn from(error: std::io::Error) -> Self {
        match DiskKind::from(error.kind()) {
            DiskKind::NoSpace => Self::DiskFull,
            DiskKind::ReadOnly | DiskKind::PermissionDenied => Self::ReadOnly,
            kind => Self::Disk(kind.to_string()),
        }
    }
}
