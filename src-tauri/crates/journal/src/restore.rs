//! Putting a backup in the place of a journal that cannot be read. What stood there is moved aside, never deleted.

use crate::backup::{self, make_private};
use crate::{Home, JournalError, Passphrase, Session};
use std::fs;
use std::path::{Path, PathBuf};
use vault::{atomic, slots};

/// Parts of a journal that change places together.
const PARTS: [&str; 6] = ["journal.db", "journal.db-wal", "journal.db-journal", "vault.json", "keys", "reserve.bin"];

impl Session {
    /// Backups in the journal's folder, newest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn backups(&self) -> Result<Vec<crate::views::Backup>, JournalError> {
        backup::list(&self.home)
    }

    /// Puts one of the folder's own backups in the journal's place, and opens it.
    ///
    /// # Errors
    /// `NotFound`, `WrongPassphrase`, `Damaged` when the backup fails its check (nothing is moved then), and what the disk says.
    pub fn restore_here(&mut self, name: &str, passphrase: &Passphrase) -> Result<(), JournalError> {
        let known = self.backups()?.into_iter().any(|b| b.name == name);
        if !known {
            return Err(JournalError::NotFound);
        }
        self.close()?;
        let lock = vault::HomeLock::take(&self.home, self.clock.now().stamp)?;
        let staged = self.home.root().join(format!(".restoring-{}", std::process::id()));
        let _ = fs::remove_dir_all(&staged);
        copy_checked(&self.home.backups_dir().join(name), &staged, passphrase)?;
        let aside = set_aside(&self.home, &self.clock.now().local().format("%Y-%m-%d").to_string())?;
        for part in PARTS {
            if staged.join(part).exists() {
                fs::rename(staged.join(part), self.home.root().join(part))?;
            }
        }
        atomic::sync_dir(self.home.root())?;
        fs::remove_dir_all(&staged)?;
        drop(lock);
        // An empty folder aside says nothing; everything else in it stays.
        let _ = fs::remove_dir(aside);
        self.unlock(passphrase)
    }
}

/// Copies a backup into a new folder and makes sure that it opens there. The folder must not exist, or be empty.
///
/// # Errors
/// `Exists`, `WrongPassphrase`, `Damaged`, and what the disk says. An unfinished copy is removed.
pub fn copy_checked(backup: &Path, into: &Path, passphrase: &Passphrase) -> Result<u64, JournalError> {
    let source = Home::at(backup.to_path_buf());
    let opened = slots::open_with_passphrase(&source, passphrase)?;
    let checked = store::verify(&source.journal_db(), opened.master.expose())?;
    if !checked.problems.is_empty() {
        return Err(JournalError::Damaged("the backup does not pass its check"));
    }
    if fs::read_dir(into).is_ok_and(|mut d| d.next().is_some()) {
        return Err(JournalError::Exists);
    }
    let copied = copy(&source, into, opened.master.expose(), checked.digest);
    if copied.is_err() {
        let _ = fs::remove_dir_all(into);
    }
    copied.map(|()| checked.entries)
}

fn copy(source: &Home, into: &Path, key: &[u8; 32], digest: [u8; 32]) -> Result<(), JournalError> {
    make_private(into)?;
    let target = Home::at(into.to_path_buf());
    make_private(&target.keys_dir())?;
    for slot in vault::SlotFile::ALL {
        let (from, to) = (slot.path(source), slot.path(&target));
        if from.is_file() {
            atomic::write(&to, &atomic::read_capped(&from, 64 * 1024)?)?;
        }
    }
    if source.vault_json().is_file() {
        atomic::write(&target.vault_json(), &atomic::read_capped(&source.vault_json(), 64 * 1024)?)?;
    }
    copy_file(&source.journal_db(), &target.journal_db())?;
    let again = store::verify(&target.journal_db(), key)?;
    if !again.problems.is_empty() || again.digest != digest {
        return Err(JournalError::Damaged("the copy does not pass its check"));
    }
    atomic::sync_dir(into)?;
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<(), JournalError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut out = options.open(to)?;
    std::io::copy(&mut fs::File::open(from)?, &mut out)?;
    Ok(out.sync_all()?)
}

/// Moves what stands in the journal's place into a folder of its own.
fn set_aside(home: &Home, day: &str) -> Result<PathBuf, JournalError> {
    let free = (1..).map(|n| home.root().join(format!("quarantine-{day}-{n}"))).find(|p| !p.exists());
    let aside = free.ok_or(JournalError::Exists)?;
    make_private(&aside)?;
    for part in PARTS {
        let from = home.root().join(part);
        if from.exists() {
            fs::rename(&from, aside.join(part))?;
        }
    }
    atomic::sync_dir(&aside)?;
    atomic::sync_dir(home.root())?;
    Ok(aside)
}
