//! What can go wrong with a vault. Holds roles and kinds; must never hold a secret, a path or a user's text.

use std::io;

/// Everything the vault can answer instead of doing what it was asked. A variant exists where a caller branches.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum VaultError {
    /// An intact key slot refuses the passphrase.
    #[error("the passphrase does not open the journal")]
    WrongPassphrase,
    /// An intact key slot refuses the recovery key.
    #[error("the recovery key does not open the journal")]
    WrongRecoveryKey,
    /// No copy of the key slot can be used, whatever is typed: a backup is the way on.
    #[error("the key files are damaged or missing")]
    SlotsDamaged,
    /// A freshly made key slot did not open again; it was not used.
    #[error("a new key file did not pass its check")]
    SlotNotVerified,
    /// Another process has the journal open.
    #[error("the journal is open elsewhere")]
    Busy {
        /// The holder's process id, when the lock file tells it. For the message only.
        pid: Option<u32>,
    },
    /// The folder's file system cannot lock files, so nobody can be kept from writing at the same time.
    #[error("this folder cannot be locked")]
    LockUnsupported,
    /// The folder already holds a journal or part of one.
    #[error("the folder is not empty")]
    NotEmpty,
    /// `vault.json` was written by a newer Cairn.
    #[error("the journal has format {found}, which is newer than this program")]
    NewerFormat {
        /// The format number found.
        found: u32,
    },
    /// `vault.json` cannot be understood.
    #[error("vault.json is damaged")]
    VaultFileDamaged,
    /// The system names no folder for local data, and `CAIRN_HOME` is not set.
    #[error("no folder for the journal is known")]
    NoHome,
    /// The disk or the system refused.
    #[error("could not {verb} {file}: {kind}")]
    Disk {
        /// What was tried, such as `"write"`.
        verb: &'static str,
        /// The file's role, such as `"keys/pass.age"`; never a path.
        file: &'static str,
        /// Why.
        kind: DiskKind,
    },
}

/// Why the disk refused, as far as advice differs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DiskKind {
    /// The disk or the user's share of it is full.
    #[error("no space left")]
    NoSpace,
    /// The file system is mounted read-only.
    #[error("read-only")]
    ReadOnly,
    /// The account may not do this.
    #[error("permission denied")]
    PermissionDenied,
    /// The file is not there.
    #[error("not found")]
    NotFound,
    /// A file is there which must not be overwritten.
    #[error("already there")]
    Exists,
    /// The file is larger than such a file can be.
    #[error("too large")]
    TooLarge,
    /// What was written could not be read back unchanged.
    #[error("read back differently")]
    NotKept,
    /// Anything else.
    #[error("{0:?}")]
    Other(io::ErrorKind),
}

impl From<io::ErrorKind> for DiskKind {
    fn from(kind: io::ErrorKind) -> Self {
        match kind {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoSpace,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::PermissionDenied => Self::PermissionDenied,
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::AlreadyExists => Self::Exists,
            other => Self::Other(other),
        }
    }
}

impl VaultError {
    /// True when a file was simply not there.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        matches!(self, Self::Disk { kind: DiskKind::NotFound, .. })
    }
}

/// Turns an I/O error into a [`VaultError`] that says what was tried and on which role of file.
pub(crate) fn disk(verb: &'static str, file: &'static str) -> impl Fn(io::Error) -> VaultError {
    move |error| VaultError::Disk { verb, file, kind: error.kind().into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: io::ErrorKind, expected: DiskKind) {
        let error = disk("write", "keys/pass.age")(io::Error::new(kind, "/home/someone/secret"));
        assert_eq!(error, VaultError::Disk { verb: "write", file: "keys/pass.age", kind: expected });
        assert!(!error.to_string().contains("someone"), "{error}");
        assert!(!format!("{error:?}").contains("someone"), "{error:?}");
    }

    #[test]
    fn disk_errors_keep_the_kind_and_drop_the_text() {
        check(io::ErrorKind::StorageFull, DiskKind::NoSpace);
        check(io::ErrorKind::QuotaExceeded, DiskKind::NoSpace);
        check(io::ErrorKind::ReadOnlyFilesystem, DiskKind::ReadOnly);
        check(io::ErrorKind::PermissionDenied, DiskKind::PermissionDenied);
        check(io::ErrorKind::NotFound, DiskKind::NotFound);
        check(io::ErrorKind::AlreadyExists, DiskKind::Exists);
        check(io::ErrorKind::TimedOut, DiskKind::Other(io::ErrorKind::TimedOut));
    }
}
