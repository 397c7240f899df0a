//! Backups: whole journals in folders of their own, each checked before it counts as one.
//!
//! Nothing here ever deletes a backup.

use crate::views::Backup;
use crate::{Chance, Home, Journal, JournalError, MasterKey};
use model::{Clock, Now, Stamp};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use vault::atomic;

/// The largest manifest that is ours.
const MAX: u64 = 64 * 1024;

/// Where the journal notes that it changed since its last backup.
pub(crate) const CHANGED: &str = "changed-since-backup";

/// What a backup says about itself. No word of an entry: it lies in the open.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    format: u32,
    sequence: u64,
    made: Stamp,
    entries: u64,
    bytes: u64,
    digest: String,
    why: String,
}

/// A copy that was made and not checked yet. The journal is not needed for the rest.
pub struct PendingCopy {
    building: PathBuf,
    place: PathBuf,
    key: MasterKey,
    sequence: u64,
    made: Stamp,
    digest: [u8; 32],
    why: &'static str,
}

impl Journal {
    /// Makes a backup and checks it, in the journal's own folder or in another one.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, `Damaged` when the copy or the journal fails its check, and what the disk says.
    pub fn back_up(&mut self, to: Option<&Path>) -> Result<Backup, JournalError> {
        self.start_backup(to, "asked for")?.finish()
    }

    /// Copies the journal as it stands now. The copy counts only once [`PendingCopy::finish`] has checked it.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn start_backup(&mut self, to: Option<&Path>, why: &'static str) -> Result<PendingCopy, JournalError> {
        let now = self.clock.now();
        let folder = to.map_or_else(|| self.home.backups_dir(), Path::to_path_buf);
        let (building, place, sequence) = prepare(&folder, &now, to.is_none())?;
        let copied = self.store.copy_into(&building.join("journal.db")).map_err(JournalError::from);
        copied.and_then(|()| bundle(&self.home, &building)).inspect_err(|_| abandon(&building))?;
        let digest = self.store.digest()?;
        self.changed_since_backup(false)?;
        let key = self.master.clone();
        Ok(PendingCopy { building, place, key, sequence, made: now.stamp, digest, why })
    }

    /// Whether the day's backup is due: something was kept since the last one, and that was before today.
    ///
    /// # Errors
    /// What the disk says.
    pub fn backup_is_due(&self) -> Result<bool, JournalError> {
        // Asked at every opening: nothing here may count the entries.
        if self.is_read_only() || self.store.newest_day()?.is_none() {
            return Ok(false);
        }
        let turn = self.settings.day_turn;
        let now = self.clock.now();
        let Some(last) = list(&self.home)?.into_iter().next() else { return Ok(true) };
        let last_day = turn.day_of(Now { stamp: last.made, ..now.clone() }.local());
        let changed = self.changed || self.store.meta(CHANGED)?.is_some();
        Ok(last_day < turn.day_of(now.local()) && changed)
    }

    /// Notes in the journal that something changed since the last backup, or that nothing did.
    fn changed_since_backup(&mut self, changed: bool) -> Result<(), JournalError> {
        if !self.is_read_only() {
            self.store.transact(|tx| tx.set_meta(CHANGED, changed.then_some(b"1".as_slice())))?;
        }
        self.changed = changed;
        Ok(())
    }
}

impl PendingCopy {
    /// Checks the copy page by page and row by row against the journal that it was made of, and only then gives it its name.
    ///
    /// # Errors
    /// `Damaged` when it fails; the copy is removed then, and every earlier backup stays.
    pub fn finish(self) -> Result<Backup, JournalError> {
        self.check().inspect_err(|_| abandon(&self.building))
    }

    fn check(&self) -> Result<Backup, JournalError> {
        let file = self.building.join("journal.db");
        let checked = store::verify(&file, self.key.expose())?;
        if !checked.problems.is_empty() || checked.digest != self.digest {
            return Err(JournalError::Damaged("a new backup did not pass its check"));
        }
        let bytes = fs::metadata(&file)?.len();
        let digest = self.digest.iter().map(|b| format!("{b:02x}")).collect();
        let manifest =
            Manifest { format: 1, sequence: self.sequence, made: self.made, entries: checked.entries, bytes, digest, why: self.why.into() };
        let text = serde_json::to_vec_pretty(&manifest).map_err(|_| JournalError::Disk("manifest".into()))?;
        atomic::write(&self.building.join("manifest.json"), &text)?;
        atomic::write(&self.building.join("README.txt"), README.as_bytes())?;
        fs::rename(&self.building, &self.place)?;
        if let Some(folder) = self.place.parent() {
            atomic::sync_dir(folder)?;
        }
        Ok(shown(&self.place, &manifest))
    }
}

/// Before an upgrade: the file as it is, checked as far as an older one can be, with its keys.
pub(crate) fn before_upgrade(home: &Home, key: &MasterKey, clock: &dyn Clock, _chance: &mut dyn Chance) -> Result<(), JournalError> {
    let now = clock.now();
    let (building, place, sequence) = prepare(&home.backups_dir(), &now, true)?;
    let old = store::Store::open(&home.journal_db(), key.expose(), crate::session::mode(home), store::Access::ReadOnly)?;
    old.copy_into(&building.join("journal.db"))?;
    let digest = old.digest()?;
    old.close()?;
    bundle(home, &building).inspect_err(|_| abandon(&building))?;
    PendingCopy { building, place, key: key.clone(), sequence, made: now.stamp, digest, why: "before an upgrade" }.finish().map(drop)
}

/// Backups in the journal's folder, newest first. What cannot be understood is passed over, never touched.
pub(crate) fn list(home: &Home) -> Result<Vec<Backup>, JournalError> {
    let folder = match fs::read_dir(home.backups_dir()) {
        Ok(folder) => folder,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut found: Vec<(u64, Backup)> =
        folder.flatten().filter_map(|entry| manifest(&entry.path()).map(|m| (m.sequence, shown(&entry.path(), &m)))).collect();
    // By number, not by clock: a clock can be wrong.
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| b.1.name.cmp(&a.1.name)));
    Ok(found.into_iter().map(|(_, backup)| backup).collect())
}

pub(crate) fn manifest(folder: &Path) -> Option<Manifest> {
    serde_json::from_slice(&atomic::read_capped(&folder.join("manifest.json"), MAX).ok()?).ok()
}

fn shown(place: &Path, manifest: &Manifest) -> Backup {
    let name = place.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    Backup { name, made: manifest.made, entries: manifest.entries, bytes: manifest.bytes }
}

/// A folder to build in, and the name that it will have: the next free number and the day. In our own folder, which
/// nobody else writes to while we hold the lock, what a program that was cut short left half-built is cleared away.
fn prepare(folder: &Path, now: &Now, own: bool) -> Result<(PathBuf, PathBuf, u64), JournalError> {
    make_private(folder)?;
    let mine = format!("-{}", std::process::id());
    let half_built = |name: &str| name.starts_with(".building-") && !name.ends_with(&mine);
    for entry in fs::read_dir(folder)?.flatten().filter(|e| own && e.file_name().to_str().is_some_and(half_built)) {
        abandon(&entry.path());
    }
    let numbers = fs::read_dir(folder)?.flatten().filter_map(|e| e.file_name().to_str()?.split('-').next()?.parse::<u64>().ok());
    let sequence = numbers.max().unwrap_or(0) + 1;
    let name = format!("{sequence:06}-{}", now.local().format("%Y-%m-%d"));
    let building = folder.join(format!(".building-{name}-{}", std::process::id()));
    // Left behind by a backup that was cut short; nothing else bears this name.
    abandon(&building);
    make_private(&building)?;
    make_private(&building.join("keys"))?;
    Ok((building, folder.join(name), sequence))
}

/// The key slots and the public description: with them the backup opens by itself.
fn bundle(home: &Home, building: &Path) -> Result<(), JournalError> {
    for slot in vault::SlotFile::ALL {
        let from = slot.path(home);
        if from.is_file() {
            let name = from.file_name().unwrap_or_default();
            atomic::write(&building.join("keys").join(name), &atomic::read_capped(&from, MAX)?)?;
        }
    }
    if home.vault_json().is_file() {
        atomic::write(&building.join("vault.json"), &atomic::read_capped(&home.vault_json(), MAX)?)?;
    }
    Ok(())
}

pub(crate) fn make_private(folder: &Path) -> Result<(), JournalError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Removes what this module was building and had not finished.
fn abandon(building: &Path) {
    let _ = fs::remove_dir_all(building);
}

const README: &str = "\
This folder is a whole backup of a journal. It is encrypted.

It opens with Cairn (choose it when a journal cannot be read), with
  cairn-cli restore THIS-FOLDER --into NEW-FOLDER
or without Cairn, with the standard programs age and SQLCipher (version 4):
  age -d keys/pass.age            asks for the passphrase, prints: journal-mk-v1 <64 digits>
  sqlcipher journal.db            then: PRAGMA key = \"x'<the 64 digits>'\"; SELECT day, kind, text FROM entries;
The passphrase is the one that was in use when the backup was made. The recovery sheet opens keys/recovery.age.
";
