//! Opening the vault: one pair of slots, the secret, and mending the copy that differs. Must never make a key.

use super::wrap::{Opener, Tried, is_whole, log_n};
use super::{MAX_SLOT, SlotFile};
use crate::atomic::{read_capped, sync_dir, write};
use crate::{Home, MasterKey, Passphrase, RecoveryKey, VaultError, VaultFile};

/// An opened vault.
#[derive(Debug)]
pub struct Opened {
    /// The key to the journal's database.
    pub master: MasterKey,
    /// The slot that opened. [`SlotFile::PassOld`] means that the passphrase before the last change is valid again.
    pub by: SlotFile,
    /// Slots that were damaged, missing or different and are whole again.
    pub repaired: Vec<SlotFile>,
    /// The scrypt cost of the slot that opened (log2 of N); none for the recovery key.
    pub log_n: Option<u8>,
}

/// Opens the vault with the passphrase. Two seconds, four when the copies differ.
///
/// A copy that differs is replaced by the one that opened; failing at that (a read-only folder) is no error.
/// So is a passphrase change that was cut off undone or completed, by whichever passphrase is used.
///
/// # Errors
/// [`VaultError::WrongPassphrase`] when a slot that reads well refuses; [`VaultError::SlotsDamaged`] when none
/// reads well or the passphrase is right and what it wraps is damaged; [`VaultError::Disk`] when the slots may not be read.
pub fn open_with_passphrase(home: &Home, passphrase: &Passphrase) -> Result<Opened, VaultError> {
    let opener = Opener::passphrase(passphrase);
    let pair = Pair::read(home, SlotFile::Pass, SlotFile::Pass2);
    match pair.open(&opener) {
        Ok((winner, master)) => {
            let repaired = pair.mend(home, winner);
            if winner == SlotFile::Pass && pair.is_equal() {
                forget_old(home);
            }
            Ok(Opened { master, by: winner, repaired, log_n: log_n(pair.bytes(winner)) })
        }
        Err(_) if !pair.is_any_whole() => open_with_old(home, &opener, pair),
        Err(refusal) => Err(refusal.or_wrong(VaultError::WrongPassphrase)),
    }
}

/// Opens the vault with the recovery key; otherwise as [`open_with_passphrase`].
///
/// # Errors
/// [`VaultError::WrongRecoveryKey`], [`VaultError::SlotsDamaged`], [`VaultError::Disk`].
pub fn open_with_recovery(home: &Home, key: &RecoveryKey) -> Result<Opened, VaultError> {
    let pair = Pair::read(home, SlotFile::Recovery, SlotFile::Recovery2);
    match pair.open(&Opener::recovery(key)) {
        Ok((winner, master)) => {
            let repaired = pair.mend(home, winner);
            Ok(Opened { master, by: winner, repaired, log_n: None })
        }
        // The key is the one vault.json names, and the copies disagree: it is they who are wrong.
        Err(Refusal::Refused) if !pair.is_equal() && VaultFile::read(home).is_ok_and(|file| file.recovery == key.recipient()) => {
            Err(VaultError::SlotsDamaged)
        }
        Err(refusal) => Err(refusal.or_wrong(VaultError::WrongRecoveryKey)),
    }
}

/// The last resort when neither copy of the passphrase slot is an age file: the slot from before the last change.
fn open_with_old(home: &Home, opener: &Opener, pair: Pair) -> Result<Opened, VaultError> {
    let unreadable = match (pair.first, pair.second) {
        (Err(error), _) | (_, Err(error)) if !error.is_not_found() => error,
        _ => VaultError::SlotsDamaged,
    };
    let Ok(old) = read_capped(&SlotFile::PassOld.path(home), MAX_SLOT) else { return Err(unreadable) };
    let Tried::Opened(master) = opener.try_open(&old) else { return Err(unreadable) };
    let repaired = [SlotFile::Pass, SlotFile::Pass2].into_iter().filter(|slot| write(&slot.path(home), &old).is_ok()).collect();
    Ok(Opened { master, by: SlotFile::PassOld, repaired, log_n: log_n(&old) })
}

/// Removes the slot from before the last change: the new passphrase has opened both copies.
fn forget_old(home: &Home) {
    let old = SlotFile::PassOld.path(home);
    if std::fs::remove_file(old).is_ok() {
        // Gone tomorrow instead of today, if this fails; the next unlock removes it again.
        let _ = sync_dir(&home.keys_dir());
    }
}

/// Why neither copy opened.
enum Refusal {
    Refused,
    Damaged,
    Unreadable(VaultError),
}

impl Refusal {
    fn or_wrong(self, wrong: VaultError) -> VaultError {
        match self {
            Self::Refused => wrong,
            Self::Damaged => VaultError::SlotsDamaged,
            Self::Unreadable(error) => error,
        }
    }
}

/// Both copies of one slot as they were read.
struct Pair {
    names: [SlotFile; 2],
    first: Result<Vec<u8>, VaultError>,
    second: Result<Vec<u8>, VaultError>,
}

impl Pair {
    fn read(home: &Home, first: SlotFile, second: SlotFile) -> Self {
        Self { names: [first, second], first: read_capped(&first.path(home), MAX_SLOT), second: read_capped(&second.path(home), MAX_SLOT) }
    }

    fn copies(&self) -> [&Result<Vec<u8>, VaultError>; 2] {
        [&self.first, &self.second]
    }

    fn bytes(&self, slot: SlotFile) -> &[u8] {
        let copy = if slot == self.names[0] { &self.first } else { &self.second };
        copy.as_deref().unwrap_or_default()
    }

    fn is_equal(&self) -> bool {
        matches!((&self.first, &self.second), (Ok(a), Ok(b)) if a == b)
    }

    fn is_any_whole(&self) -> bool {
        self.copies().into_iter().flatten().any(|slot| is_whole(slot))
    }

    /// Tries the first copy, then the second unless it is the same.
    fn open(&self, opener: &Opener) -> Result<(SlotFile, MasterKey), Refusal> {
        let (mut refused, mut fits, mut unreadable) = (false, false, None);
        let tries = if self.is_equal() { 1 } else { 2 };
        for (name, copy) in self.names.into_iter().zip(self.copies()).take(tries) {
            match copy {
                Ok(slot) => match opener.try_open(slot) {
                    Tried::Opened(master) => return Ok((name, master)),
                    Tried::Refused => refused = true,
                    Tried::Torn { fits: right } => fits |= right,
                },
                Err(error) if error.is_not_found() => {}
                Err(error) => unreadable = Some(error.clone()),
            }
        }
        Err(match unreadable {
            _ if fits => Refusal::Damaged,
            _ if refused => Refusal::Refused,
            Some(error) => Refusal::Unreadable(error),
            None => Refusal::Damaged,
        })
    }

    /// Makes the other copy the same as the one that opened.
    fn mend(&self, home: &Home, winner: SlotFile) -> Vec<SlotFile> {
        let other = if winner == self.names[0] { self.names[1] } else { self.names[0] };
        let mended = !self.is_equal() && write(&other.path(home), self.bytes(winner)).is_ok();
        if mended { vec![other] } else { Vec::new() }
    }
}
