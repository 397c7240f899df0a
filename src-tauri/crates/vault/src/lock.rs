//! The lock that keeps a second Cairn from writing to the same journal.
//!
//! Authority is the operating system's lock on `vault.lock`, held for life; the process id inside
//! is for the message alone. Must never hold: a decision from what the file says.

use crate::atomic::{read_capped, role};
use crate::{Home, VaultError, error::disk};
use model::Stamp;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek, Write};
use std::path::Path;

/// The right to have a journal open. Dropping it gives the right back; the file stays.
#[derive(Debug)]
pub struct HomeLock {
    file: File,
}

#[derive(Serialize, Deserialize)]
struct Holder {
    pid: u32,
    started: String,
}

impl HomeLock {
    /// Takes the lock or says who has it; never waits. `started` is written for the message only.
    ///
    /// The folder must exist ([`Home::prepare`]). On read-only media an existing lock file is enough.
    ///
    /// # Errors
    /// [`VaultError::Busy`], [`VaultError::LockUnsupported`], [`VaultError::Disk`].
    pub fn take(home: &Home, started: Stamp) -> Result<Self, VaultError> {
        let path = home.lock_file();
        let mut file = open(&path).map_err(disk("open", role(&path)))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(VaultError::Busy { pid: holder(&path) }),
            Err(TryLockError::Error(error)) if unsupported(&error) => return Err(VaultError::LockUnsupported),
            Err(TryLockError::Error(error)) => return Err(disk("lock", role(&path))(error)),
        }
        // The lock is ours whether or not the note about it could be written (full disk, read-only).
        let _ = note(&mut file, &Holder { pid: std::process::id(), started: started.to_string() });
        Ok(Self { file })
    }
}

impl HomeLock {
    /// Whether somebody has the journal open. Takes the lock together with others who only look, and gives it back at
    /// once; makes no file. A folder that cannot tell is held by nobody.
    #[must_use]
    pub fn is_held(home: &Home) -> bool {
        let Ok(file) = File::open(home.lock_file()) else { return false };
        let tried = file.try_lock_shared();
        if tried.is_ok() {
            let _ = file.unlock();
        }
        matches!(tried, Err(TryLockError::WouldBlock))
    }
}

impl Drop for HomeLock {
    /// Gives the lock back by name: a process that was being started just now still has a copy of the handle,
    /// and closing ours alone would leave the journal locked until that one is gone.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).or_else(|error| match error.kind() {
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => File::open(path).map_err(|_| error),
        _ => Err(error),
    })
}

fn note(file: &mut File, holder: &Holder) -> io::Result<()> {
    let text = serde_json::to_vec(holder)?;
    file.rewind()?;
    file.set_len(0)?;
    file.write_all(&text)?;
    file.sync_data()
}

fn holder(path: &Path) -> Option<u32> {
    let text = read_capped(path, 1024).ok()?;
    serde_json::from_slice::<Holder>(&text).ok().map(|holder| holder.pid)
}

fn unsupported(error: &io::Error) -> bool {
    #[cfg(unix)]
    if error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error()) {
        return true;
    }
    error.kind() == io::ErrorKind::Unsupported
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::noon;

    fn home() -> (tempfile::TempDir, Home) {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().join("cairn"));
        home.prepare().unwrap();
        (dir, home)
    }

    #[test]
    fn one_holder_at_a_time_and_the_file_stays() {
        let (_dir, home) = home();
        let lock = HomeLock::take(&home, noon()).unwrap();
        let busy = HomeLock::take(&home, noon()).unwrap_err();
        assert_eq!(busy, VaultError::Busy { pid: Some(std::process::id()) });
        assert!(HomeLock::is_held(&home));
        drop(lock);
        assert!(!HomeLock::is_held(&home), "looking takes nothing");
        assert!(home.lock_file().exists());
        HomeLock::take(&home, noon()).unwrap();
    }

    #[test]
    fn what_an_old_lock_file_says_decides_nothing() {
        let (_dir, home) = home();
        for junk in ["", "{\"pid\":1,\"started\":\"\"}", "\0\0\0", &"x".repeat(5000)] {
            std::fs::write(home.lock_file(), junk).unwrap();
            let lock = HomeLock::take(&home, noon()).unwrap();
            let text = std::fs::read_to_string(home.lock_file()).unwrap();
            assert!(text.contains("2026-02-28T12:00:00.000Z"), "{text}");
            drop(lock);
        }
    }

    #[test]
    fn busy_without_a_readable_note_names_nobody() {
        let (_dir, home) = home();
        let _lock = HomeLock::take(&home, noon()).unwrap();
        std::fs::write(home.lock_file(), "not json").unwrap();
        assert_eq!(HomeLock::take(&home, noon()).unwrap_err(), VaultError::Busy { pid: None });
    }

    #[test]
    fn a_missing_folder_is_a_disk_error() {
        let dir = tempfile::tempdir().unwrap();
        let error = HomeLock::take(&Home::at(dir.path().join("none")), noon()).unwrap_err();
        assert!(error.is_not_found(), "{error}");
        assert!(!HomeLock::is_held(&Home::at(dir.path().join("none"))) && !dir.path().join("none").exists());
    }

    #[test]
    fn lock_errors_that_mean_unsupported() {
        #[cfg(target_os = "linux")]
        assert!(unsupported(&io::Error::from_raw_os_error(37)), "ENOLCK");
        assert!(unsupported(&io::ErrorKind::Unsupported.into()));
        assert!(!unsupported(&io::ErrorKind::PermissionDenied.into()));
    }
}
