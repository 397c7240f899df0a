//! Making and changing slots. Every step leaves a folder that some secret in the person's hands opens.

use super::wrap::{is_whole, pass_slot, recovery_slot};
use super::{MAX_SLOT, SlotCost, SlotFile};
use crate::atomic::{read_capped, sync_dir, write, write_new};
use crate::error::{DiskKind, disk};
use crate::sheet::random_identity;
use crate::{Chance, FORMAT, Home, MasterKey, Passphrase, RecoveryKey, Standing, VaultError, VaultFile};
use model::Stamp;
use std::path::{Path, PathBuf};
use std::{fmt, fs};
use zeroize::Zeroizing;

/// A new vault. The journal is not there yet: until `journal.db` is written, the folder counts as unfinished.
pub struct Made {
    /// The key to the journal's database.
    pub master: MasterKey,
    /// To be shown to the person once, on paper.
    pub recovery: RecoveryKey,
    /// The age identity that opens sealed captures; to be kept inside the journal and nowhere else.
    pub inbox_identity: Zeroizing<String>,
    /// What `vault.json` says.
    pub file: VaultFile,
}

impl fmt::Debug for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Made").field("file", &self.file).finish_non_exhaustive()
    }
}

/// Makes keys, slots and `vault.json` in an empty folder; overwrites nothing. The caller holds the lock. Four seconds.
///
/// `vault.json` is written last. Cut off anywhere, the folder is [`Standing::Unfinished`].
///
/// # Errors
/// [`VaultError::NotEmpty`] unless the folder is [`Standing::Empty`]; [`VaultError::SlotNotVerified`]; [`VaultError::Disk`].
pub fn create(home: &Home, passphrase: &Passphrase, cost: SlotCost, now: Stamp, chance: &mut dyn Chance) -> Result<Made, VaultError> {
    if home.standing()? != Standing::Empty {
        return Err(VaultError::NotEmpty);
    }
    home.prepare()?;
    let master = MasterKey::random(chance);
    let recovery = RecoveryKey::random(chance);
    let inbox_identity = random_identity(chance);
    let inbox: age::x25519::Identity = inbox_identity.parse().map_err(|_| VaultError::SlotNotVerified)?;
    let mut tail = [0; 10];
    chance.fill(&mut tail);
    let millis = u64::try_from(now.millis()).unwrap_or(0);
    let file = VaultFile {
        format: FORMAT,
        id: uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid(),
        created: now,
        inbox: inbox.to_public().to_string(),
        recovery: recovery.recipient(),
        extra: serde_json::Map::new(),
    };
    let pass = pass_slot(&master, passphrase, cost)?;
    let sheet = recovery_slot(&master, &recovery)?;
    for (slot, bytes) in [(SlotFile::Pass, &pass), (SlotFile::Pass2, &pass), (SlotFile::Recovery, &sheet), (SlotFile::Recovery2, &sheet)] {
        write_new(&slot.path(home), bytes)?;
    }
    file.write_new(home)?;
    Ok(Made { master, recovery, inbox_identity, file })
}

/// Renames what an unfinished set-up left into `set-aside-<n>/`, so that [`create`] can start over. Deletes nothing.
///
/// # Errors
/// [`VaultError::NotEmpty`] unless the folder is [`Standing::Unfinished`]; [`VaultError::Disk`].
pub fn set_aside_unfinished(home: &Home) -> Result<PathBuf, VaultError> {
    if home.standing()? != Standing::Unfinished {
        return Err(VaultError::NotEmpty);
    }
    let aside = make_aside(home.root())?;
    for path in [home.keys_dir(), home.vault_json(), home.journal_db()] {
        let Some(name) = path.file_name() else { continue };
        match fs::rename(&path, aside.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(disk("move", "set-aside")(error));
            }
            _ => {}
        }
    }
    sync_dir(&aside)?;
    sync_dir(home.root())?;
    Ok(aside)
}

fn make_aside(root: &Path) -> Result<PathBuf, VaultError> {
    for number in 1..10_000 {
        let path = root.join(format!("set-aside-{number}"));
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(disk("create", "set-aside")(error)),
        }
    }
    Err(VaultError::Disk { verb: "create", file: "set-aside", kind: DiskKind::Exists })
}

/// Gives the vault a new passphrase. Four seconds.
///
/// Order: the old slot is copied to `pass.old.age`, the twin becomes new, then the first. Cut off
/// between the last two, each passphrase opens one copy, and the one used next becomes the only one.
///
/// # Errors
/// [`VaultError::SlotNotVerified`], [`VaultError::Disk`]. After an error the old passphrase opens the vault; only when
/// the disk stops answering after the very last rename, so that nothing can be put back, it is the new one that does.
pub fn change_passphrase(home: &Home, master: &MasterKey, passphrase: &Passphrase, cost: SlotCost) -> Result<(), VaultError> {
    let new = pass_slot(master, passphrase, cost)?;
    let old = whole_copy(home, SlotFile::Pass, SlotFile::Pass2);
    if let Some(old) = &old {
        write(&SlotFile::PassOld.path(home), old)?;
    }
    replace_pair(home, [SlotFile::Pass, SlotFile::Pass2], old.as_deref(), &new)
}

/// Gives the vault a new recovery sheet: `key` is to be made, shown and typed back *before* this is called, so that
/// the person holds a sheet that opens, whenever the work is cut off. The old sheet no longer opens this folder
/// afterwards (old copies of the folder it still does).
///
/// # Errors
/// [`VaultError::SlotNotVerified`], [`VaultError::Disk`], those of [`VaultFile::read`]. After an error from the
/// slots the old sheet opens the vault (but for the case named at [`change_passphrase`]); after one from `vault.json`
/// the new sheet does.
pub fn replace_recovery(home: &Home, master: &MasterKey, key: &RecoveryKey) -> Result<(), VaultError> {
    let mut file = VaultFile::read(home)?;
    let new = recovery_slot(master, key)?;
    let old = whole_copy(home, SlotFile::Recovery, SlotFile::Recovery2);
    replace_pair(home, [SlotFile::Recovery, SlotFile::Recovery2], old.as_deref(), &new)?;
    file.recovery = key.recipient();
    file.write(home)
}

/// The twin first: until the first file is new, the slot that is asked first is the old one.
fn replace_pair(home: &Home, pair: [SlotFile; 2], old: Option<&[u8]>, new: &[u8]) -> Result<(), VaultError> {
    let [first, twin] = pair.map(|slot| slot.path(home));
    let done = write(&twin, new).and_then(|()| write(&first, new));
    if let (Err(_), Some(old)) = (&done, old) {
        // An error says "nothing changed"; so far as the disk allows, make it so. Were neither
        // possible, each secret still opens one copy.
        if write(&first, old).is_ok() {
            let _ = write(&twin, old);
        }
    }
    done
}

/// The bytes of a slot from the copy that is an age file.
fn whole_copy(home: &Home, first: SlotFile, twin: SlotFile) -> Option<Vec<u8>> {
    [first, twin].into_iter().filter_map(|slot| read_capped(&slot.path(home), MAX_SLOT).ok()).find(|bytes| is_whole(bytes))
}
