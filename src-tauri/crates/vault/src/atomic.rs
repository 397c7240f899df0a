//! The one way a file outside the database is written: whole, checked, or not at all.
//!
//! Temporary file in the same folder → write → fsync → read back and compare → rename → fsync of the
//! folder. Leaving out the last fsync lost 18 acknowledged changes in 40 power cuts; with it none in
//! 40 (trust.md §1). Must never hold: what the files mean.

use crate::error::{DiskKind, VaultError, disk};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Writes `bytes` to `path`, replacing what is there; afterwards the file is on the disk with mode 0600.
///
/// # Errors
/// [`VaultError::Disk`]. Until the rename the old file is untouched; an error after it (only
/// the folder's fsync can fail then) leaves the new file in place.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let file = role(path);
    let mut draft = Draft::write(path, bytes)?;
    probe::hit("written", file)?;
    fs::rename(&draft.path, path).map_err(disk("replace", file))?;
    draft.gone = true;
    probe::hit("renamed", file)?;
    sync_dir(parent(path))
}

/// Writes `bytes` to `path` where nothing may be yet; mode 0600.
///
/// # Errors
/// [`VaultError::Disk`] with [`DiskKind::Exists`] when something is there: it is never overwritten, not even in a race.
pub fn write_new(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let file = role(path);
    let mut draft = Draft::write(path, bytes)?;
    probe::hit("written", file)?;
    draft.gone = rename_new(&draft.path, path).map_err(disk("create", file))?;
    probe::hit("renamed", file)?;
    drop(draft);
    sync_dir(parent(path))
}

/// Reads a regular file of at most `max` bytes.
///
/// # Errors
/// [`VaultError::Disk`]; [`DiskKind::TooLarge`] when there is more.
pub fn read_capped(path: &Path, max: u64) -> Result<Vec<u8>, VaultError> {
    let file = role(path);
    let failed = disk("read", file);
    // A pipe or a device in the place of a file would block or never end.
    if !fs::metadata(path).map_err(&failed)?.is_file() {
        return Err(failed(io::ErrorKind::InvalidInput.into()));
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|open| open.take(max.saturating_add(1)).read_to_end(&mut bytes)).map_err(&failed)?;
    if bytes.len() as u64 > max {
        return Err(VaultError::Disk { verb: "read", file, kind: DiskKind::TooLarge });
    }
    Ok(bytes)
}

/// Makes the names in a folder durable. Folders that cannot be synced at all count as synced.
///
/// # Errors
/// [`VaultError::Disk`] when the disk reports a failure.
pub fn sync_dir(dir: &Path) -> Result<(), VaultError> {
    #[cfg(unix)]
    {
        let synced = File::open(dir).and_then(|open| open.sync_all());
        match synced.as_ref().map_err(io::Error::kind) {
            // Some FUSE and SMB mounts know no fsync of a folder; there is nothing more to be had.
            Err(io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            _ => synced.map_err(disk("sync", "folder")),
        }
    }
    #[cfg(not(unix))]
    {
        let _ = dir;
        Ok(())
    }
}

/// The folder a file lies in.
fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    }
}

/// The name of a file's role for messages; names that are not part of the layout are never repeated.
pub(crate) fn role(path: &Path) -> &'static str {
    const NAMES: [&str; 12] = [
        "vault.json",
        "vault.lock",
        "journal.db",
        "ui.toml",
        "window.toml",
        "drawing.toml",
        "reserve.bin",
        "keys/pass.age",
        "keys/pass.2.age",
        "keys/pass.old.age",
        "keys/recovery.age",
        "keys/recovery.2.age",
    ];
    NAMES.into_iter().find(|name| path.ends_with(name)).unwrap_or("file")
}

/// A temporary file beside its target; removed again unless it became the target.
struct Draft {
    path: PathBuf,
    gone: bool,
}

impl Draft {
    fn write(target: &Path, bytes: &[u8]) -> Result<Self, VaultError> {
        let file = role(target);
        let failed = disk("write", file);
        probe::hit("begin", file)?;
        let (mut open, draft) = Self::open(target).map_err(&failed)?;
        open.write_all(bytes).and_then(|()| open.sync_all()).map_err(&failed)?;
        drop(open);
        if fs::read(&draft.path).map_err(&failed)? != bytes {
            return Err(VaultError::Disk { verb: "write", file, kind: DiskKind::NotKept });
        }
        Ok(draft)
    }

    fn open(target: &Path) -> io::Result<(File, Self)> {
        let name = target.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let mut tail = [0; 8];
        getrandom::fill(&mut tail).map_err(io::Error::other)?;
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{:016x}.tmp", u64::from_le_bytes(tail)));
        let path = parent(target).join(hidden);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let open = options.open(&path)?;
        Ok((open, Self { path, gone: false }))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.gone {
            // A draft that cannot be removed is clutter, not a loss.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Gives `from` the name `to` unless that name is taken; true when `from` no longer exists.
fn rename_new(from: &Path, to: &Path) -> io::Result<bool> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            Ok(()) => return Ok(true),
            // Kernel or file system without the flag; a hard link refuses to overwrite as well.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            Err(error) => return Err(error.into()),
        }
    }
    fs::hard_link(from, to)?;
    Ok(false)
}

/// Points between file steps at which a test can look at the folder or make the next step fail.
#[cfg(test)]
pub(crate) mod probe {
    use crate::{DiskKind, VaultError};
    use std::cell::RefCell;

    type Hook = Box<dyn FnMut(&'static str, &'static str) -> bool>;
    thread_local!(static HOOK: RefCell<Option<Hook>> = const { RefCell::new(None) });

    /// Runs `work` with `hook` called at every point of this thread; a hook that answers true makes the step fail.
    pub(crate) fn during<T>(hook: impl FnMut(&'static str, &'static str) -> bool + 'static, work: impl FnOnce() -> T) -> T {
        HOOK.set(Some(Box::new(hook)));
        let done = work();
        HOOK.set(None);
        done
    }

    pub(super) fn hit(point: &'static str, file: &'static str) -> Result<(), VaultError> {
        let fails = HOOK.with_borrow_mut(|hook| hook.as_mut().is_some_and(|hook| hook(point, file)));
        if fails { Err(VaultError::Disk { verb: point, file, kind: DiskKind::NoSpace }) } else { Ok(()) }
    }
}

#[cfg(not(test))]
mod probe {
    use crate::VaultError;

    #[inline]
    #[expect(clippy::unnecessary_wraps, reason = "the test build can fail here")]
    pub(super) fn hit(_: &'static str, _: &'static str) -> Result<(), VaultError> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::names;

    #[test]
    fn replaces_and_leaves_no_draft() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("vault.json");
        for bytes in [&b"one"[..], b"", &[7; 100_000]] {
            write(&path, bytes).unwrap();
            assert_eq!(read_capped(&path, 100_000).unwrap(), bytes);
            assert_eq!(names(dir.path()), ["vault.json"]);
        }
    }

    #[test]
    fn write_new_never_overwrites() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("vault.json");
        write_new(&path, b"first").unwrap();
        let error = write_new(&path, b"second").unwrap_err();
        assert_eq!(error, VaultError::Disk { verb: "create", file: "vault.json", kind: DiskKind::Exists });
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(names(dir.path()), ["vault.json"]);
    }

    #[test]
    fn the_link_fallback_never_overwrites_either() {
        let dir = tempfile::tempdir().unwrap();
        let (from, to) = (dir.path().join("a"), dir.path().join("b"));
        fs::write(&from, "new").unwrap();
        fs::write(&to, "old").unwrap();
        assert_eq!(fs::hard_link(&from, &to).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(rename_new(&from, &to).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&to).unwrap(), b"old");
    }

    #[test]
    fn a_failure_before_the_rename_keeps_the_old_file() {
        for point in ["begin", "written"] {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("vault.json");
            write(&path, b"old").unwrap();
            let failed = probe::during(move |at, _| at == point, || write(&path, b"new"));
            assert!(failed.is_err(), "{point}");
            assert_eq!(fs::read(dir.path().join("vault.json")).unwrap(), b"old", "{point}");
            assert_eq!(names(dir.path()), ["vault.json"], "{point}");
        }
    }

    #[test]
    fn reading_is_capped_and_wants_a_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("ui.toml");
        write(&path, b"12345").unwrap();
        assert_eq!(read_capped(&path, 5).unwrap(), b"12345");
        let kind = |e| match e {
            VaultError::Disk { kind, .. } => kind,
            other => panic!("{other}"),
        };
        assert_eq!(kind(read_capped(&path, 4).unwrap_err()), DiskKind::TooLarge);
        assert_eq!(kind(read_capped(dir.path(), 9).unwrap_err()), DiskKind::Other(io::ErrorKind::InvalidInput));
        assert!(read_capped(&dir.path().join("none"), 9).unwrap_err().is_not_found());
    }

    #[test]
    fn a_folder_that_is_a_file_is_an_error_and_no_panic() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("keys"), "not a folder").unwrap();
        let error = write(&dir.path().join("keys/pass.age"), b"x").unwrap_err();
        assert_eq!(error, VaultError::Disk { verb: "write", file: "keys/pass.age", kind: DiskKind::Other(io::ErrorKind::NotADirectory) });
    }

    #[test]
    fn roles_never_repeat_a_name_that_is_not_ours() {
        assert_eq!(role(Path::new("/home/me/.local/share/cairn/keys/pass.2.age")), "keys/pass.2.age");
        assert_eq!(role(Path::new("/home/me/about Anna.md")), "file");
        assert_eq!(role(Path::new("/home/me/other/pass.age")), "file");
    }
}
