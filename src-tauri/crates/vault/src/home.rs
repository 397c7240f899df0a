//! The folder a journal lives in: its names, and what can be told from which files are there.
//!
//! Names are part of the format (trust.md §4.0). Looking never creates or deletes anything. Must
//! never hold: the contents of the files, beyond whether `vault.json` can be understood.

use crate::atomic::sync_dir;
use crate::error::{VaultError, disk};
use crate::{SlotFile, VaultFile};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of one journal; it need not exist yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Home {
    root: PathBuf,
}

/// What the files in the folder say about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// Nothing of a journal is here.
    Empty,
    /// Setting up began and no journal was ever written; it can be started over
    /// ([`crate::slots::set_aside_unfinished`]).
    Unfinished,
    /// Journal, keys and `vault.json` are here.
    Ready,
    /// There was a journal and something of it is missing: never a case for a new one.
    Damaged(Missing),
    /// `vault.json` was written by a newer Cairn.
    Newer {
        /// The format number found.
        found: u32,
    },
}

/// What is missing or, for `vault.json`, unreadable. At least one is true.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Missing {
    /// `journal.db` is missing or empty.
    pub journal: bool,
    /// No key slot is here, or all are empty.
    pub keys: bool,
    /// `vault.json` is missing or cannot be understood. The key slots still open without it.
    pub vault_file: bool,
}

impl Home {
    /// The folder at `root`.
    #[must_use]
    pub fn at(root: PathBuf) -> Self {
        Self { root }
    }

    /// The folder named by `CAIRN_HOME`, else the one the system keeps for local data (never roaming, never Documents).
    ///
    /// # Errors
    /// [`VaultError::NoHome`] when neither is known.
    pub fn find() -> Result<Self, VaultError> {
        Self::named(std::env::var_os("CAIRN_HOME"))
    }

    fn named(path: Option<OsString>) -> Result<Self, VaultError> {
        match path {
            Some(path) if !path.is_empty() => std::path::absolute(PathBuf::from(path)).map(Self::at).map_err(|_| VaultError::NoHome),
            _ => directories::ProjectDirs::from("", "", "cairn")
                .map(|dirs| Self::at(dirs.data_local_dir().to_owned()))
                .ok_or(VaultError::NoHome),
        }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The encrypted database.
    #[must_use]
    pub fn journal_db(&self) -> PathBuf {
        self.root.join("journal.db")
    }

    /// The public description of the vault.
    #[must_use]
    pub fn vault_json(&self) -> PathBuf {
        self.root.join("vault.json")
    }

    /// The file whose lock says who has the journal open.
    #[must_use]
    pub fn lock_file(&self) -> PathBuf {
        self.root.join("vault.lock")
    }

    /// The folder of the key slots.
    #[must_use]
    pub fn keys_dir(&self) -> PathBuf {
        self.root.join("keys")
    }

    /// The folder of sealed captures.
    #[must_use]
    pub fn inbox_dir(&self) -> PathBuf {
        self.root.join("inbox")
    }

    /// The folder of backups.
    #[must_use]
    pub fn backups_dir(&self) -> PathBuf {
        self.root.join("backups")
    }

    /// What was chosen for this device alone: the look of the window, nothing of the journal.
    #[must_use]
    pub fn device_file(&self) -> PathBuf {
        self.root.join("ui.toml")
    }

    /// The size of the window when it was last closed.
    #[must_use]
    pub fn window_file(&self) -> PathBuf {
        self.root.join("window.toml")
    }

    /// By which way the window is being drawn, for as long as that has to be remembered.
    #[must_use]
    pub fn drawing_file(&self) -> PathBuf {
        self.root.join("drawing.toml")
    }

    /// The region whose help lines come first while the journal is closed.
    #[must_use]
    pub fn help_file(&self) -> PathBuf {
        self.root.join("help.toml")
    }

    /// Whether a folder is the home of a journal, this one or another; a backup is one, too.
    #[must_use]
    pub fn is_one(folder: &Path) -> bool {
        Self::at(folder.to_owned()).vault_json().exists()
    }

    /// Space kept back for the day the disk is full.
    #[must_use]
    pub fn reserve_file(&self) -> PathBuf {
        self.root.join("reserve.bin")
    }

    /// What is here. Creates, changes and deletes nothing.
    ///
    /// # Errors
    /// [`VaultError::Disk`] when the folder cannot be looked at: not being allowed to look is
    /// not the same as there being nothing.
    pub fn standing(&self) -> Result<Standing, VaultError> {
        let journal = size(&self.journal_db())?.unwrap_or(0) > 0 || size(&self.root.join("journal.db-wal"))?.unwrap_or(0) > 0;
        let mut slot_sizes = Vec::new();
        for slot in SlotFile::ALL {
            slot_sizes.extend(size(&slot.path(self))?);
        }
        let keys = slot_sizes.iter().any(|size| *size > 0);
        let vault_file = match VaultFile::read(self) {
            Ok(_) => Some(true),
            Err(VaultError::NewerFormat { found }) => return Ok(Standing::Newer { found }),
            Err(VaultError::VaultFileDamaged) => Some(false),
            Err(error) if error.is_not_found() => None,
            Err(error) => return Err(error),
        };
        // Only a journal that was once open leaves these behind.
        let lived = journal
            || size(&self.reserve_file())?.is_some()
            || holds_something(&self.backups_dir())?
            || holds_something(&self.inbox_dir())?;
        Ok(match (lived, journal && keys && vault_file == Some(true)) {
            (_, true) => Standing::Ready,
            (false, _) if slot_sizes.is_empty() && vault_file.is_none() => Standing::Empty,
            (false, _) => Standing::Unfinished,
            (true, _) => Standing::Damaged(Missing { journal: !journal, keys: !keys, vault_file: vault_file != Some(true) }),
        })
    }

    /// Creates the folder and those within it, readable by their owner alone; harmless when they are there.
    ///
    /// # Errors
    /// [`VaultError::Disk`].
    pub fn prepare(&self) -> Result<(), VaultError> {
        make_dir(&self.root, "the journal's folder")?;
        make_dir(&self.keys_dir(), "keys")?;
        make_dir(&self.inbox_dir(), "inbox")?;
        make_dir(&self.backups_dir(), "backups")?;
        sync_dir(&self.root)?;
        // A parent one may not open (as `/home` on some systems) cannot be synced by us.
        if let Some(above) = self.root.parent() {
            let _ = sync_dir(above);
        }
        Ok(())
    }
}

/// Creates a folder, and those above it, for the owner alone.
pub(crate) fn make_dir(path: &Path, file: &'static str) -> Result<(), VaultError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(disk("create", file))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path).map_err(disk("read", file))?.permissions().mode();
        if mode & 0o777 != 0o700 {
            // FAT and some network folders have no modes; that is no reason to refuse them.
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o700));
        }
    }
    Ok(())
}

/// A file's size; none when it is not there.
fn size(path: &Path) -> Result<Option<u64>, VaultError> {
    match fs::metadata(path) {
        Ok(found) => Ok(Some(found.len())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(disk("read", crate::atomic::role(path))(error)),
    }
}

fn holds_something(dir: &Path) -> Result<bool, VaultError> {
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(disk("read", "folder")(error)),
    };
    for entry in entries {
        let name = entry.map_err(disk("read", "folder"))?.file_name();
        // Hidden names are drafts of ours or a file manager's notes.
        if !name.as_encoded_bytes().starts_with(b".") {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{names, vault};

    /// Builds a folder with `files` (journal.db gets contents unless marked `=0`) and looks at it.
    fn check(files: &[&str], expected: Standing) {
        let (_dir, made, _) = vault("table");
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().to_owned());
        home.prepare().unwrap();
        for file in files {
            let (name, empty) = file.strip_suffix("=0").map_or((*file, false), |name| (name, true));
            let (name, text) = name.split_once(':').unwrap_or((name, ""));
            let bytes = match fs::read(made.root().join(name)) {
                _ if empty => Vec::new(),
                _ if !text.is_empty() => text.as_bytes().to_vec(),
                Ok(bytes) => bytes,
                Err(_) => b"something".to_vec(),
            };
            fs::write(dir.path().join(name), bytes).unwrap();
        }
        let before = names(dir.path());
        assert_eq!(home.standing().unwrap(), expected, "{files:?}");
        assert_eq!(names(dir.path()), before);
    }

    #[test]
    fn the_set_of_files_tells_the_standing() {
        let damaged = |journal, keys, vault_file| Standing::Damaged(Missing { journal, keys, vault_file });
        check(&[], Standing::Empty);
        check(&["vault.lock", "ui.toml", "keys/.pass.age.0011.tmp", "backups/.DS_Store"], Standing::Empty);
        check(&["keys/pass.age"], Standing::Unfinished);
        check(&["keys/pass.age=0"], Standing::Unfinished);
        check(&["keys/pass.age", "keys/recovery.age", "vault.json"], Standing::Unfinished);
        check(&["keys/pass.age", "vault.json", "journal.db=0"], Standing::Unfinished);
        check(&["vault.json:{"], Standing::Unfinished);
        check(&["journal.db", "keys/pass.age", "vault.json"], Standing::Ready);
        check(&["journal.db", "keys/recovery.2.age", "vault.json"], Standing::Ready);
        check(&["journal.db", "vault.json"], damaged(false, true, false));
        check(&["journal.db", "vault.json", "keys/pass.age=0"], damaged(false, true, false));
        check(&["journal.db"], damaged(false, true, true));
        check(&["journal.db-wal"], damaged(false, true, true));
        check(&["journal.db", "keys/pass.age", "vault.json:{}"], damaged(false, false, true));
        check(&["journal.db", "keys/pass.age"], damaged(false, false, true));
        check(&["keys/pass.age", "vault.json", "reserve.bin"], damaged(true, false, false));
        check(&["keys/pass.age", "vault.json", "inbox/x.age"], damaged(true, false, false));
        check(&["backups/1-2026-02-28"], damaged(true, true, true));
        check(&["journal.db", "keys/pass.age", "vault.json:{\"format\":2}"], Standing::Newer { found: 2 });
    }

    #[test]
    fn the_environment_names_the_folder_or_the_system_does() {
        let named = |path: &str| Home::named(Some(path.into())).unwrap();
        assert_eq!(named("/tmp/x").root(), Path::new("/tmp/x"));
        assert!(named("relative").root().is_absolute());
        assert!(named("relative").root().ends_with("relative"));
        // No home folder at all is possible; an empty variable is the same as none.
        assert_eq!(Home::named(Some("".into())), Home::named(None));
    }

    #[test]
    fn a_folder_that_cannot_be_looked_at_is_not_empty() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("file");
        fs::write(&file, "x").unwrap();
        assert!(Home::at(file.clone()).standing().is_err());
        assert!(Home::at(file).prepare().is_err());
        assert_eq!(Home::at(dir.path().join("none")).standing().unwrap(), Standing::Empty);
        assert!(!dir.path().join("none").exists());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_made_is_for_the_owner_alone_whatever_the_umask() {
        use std::os::unix::fs::PermissionsExt as _;
        rustix::process::umask(rustix::fs::Mode::empty());
        let (dir, home, _) = vault("umask");
        let _lock = crate::HomeLock::take(&home, crate::testing::noon()).unwrap();
        let mut seen = 0;
        let mut waiting = vec![home.root().to_owned()];
        while let Some(path) = waiting.pop() {
            let found = fs::metadata(&path).unwrap();
            let expected = if found.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(found.permissions().mode() & 0o777, expected, "{path:?}");
            seen += 1;
            if found.is_dir() {
                waiting.extend(fs::read_dir(path).unwrap().map(|e| e.unwrap().path()));
            }
        }
        assert_eq!(seen, 4 + 4 + 2, "four folders, four slots, vault.json, vault.lock");
        let loose = dir.path().join("loose");
        fs::create_dir(&loose).unwrap();
        fs::set_permissions(&loose, fs::Permissions::from_mode(0o777)).unwrap();
        Home::at(loose.clone()).prepare().unwrap();
        assert_eq!(fs::metadata(loose).unwrap().permissions().mode() & 0o777, 0o700);
    }
}
