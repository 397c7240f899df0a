//! Putting a backup in the place of a journal that cannot be read. What stood there is moved aside, never deleted.

use crate::backup::{self, make_private};
use crate::swap;
use crate::{Home, JournalError, Passphrase, Session};
use std::fs;
use std::path::Path;
use vault::{atomic, slots};

/// What the folders of copies begin with that wait to be put in place.
const STAGED: &str = ".restoring-";

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
        if swap::is_pending(&self.home) {
            swap::finish(&self.home)?;
        }
        let staged = format!("{STAGED}{}", std::process::id());
        for left in fs::read_dir(self.home.root())?.flatten().filter(|e| e.file_name().to_string_lossy().starts_with(STAGED)) {
            // A copy that nobody put in place: the backup that it was made of is still there.
            let _ = fs::remove_dir_all(left.path());
        }
        copy_checked(&self.home.backups_dir().join(name), &self.home.root().join(&staged), passphrase)?;
        swap::begin(&self.home, &staged, &self.clock.now().local().format("%Y-%m-%d").to_string())?;
        drop(lock);
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
