//! Telling slots apart without opening them, and mending one from its twin. Must never need a secret.

use super::{MAX_SLOT, SlotFile};
use crate::Home;
use crate::atomic::{read_capped, write};
use sha2::{Digest, Sha256};

/// Name and SHA-256 of every slot that can be read, to be recorded inside the journal.
#[must_use]
pub fn slot_digests(home: &Home) -> Vec<(String, [u8; 32])> {
    SlotFile::ALL
        .into_iter()
        .filter_map(|slot| {
            let bytes = read_capped(&slot.path(home), MAX_SLOT).ok()?;
            Some((slot.name().to_owned(), digest(&bytes)))
        })
        .collect()
}

/// Mends each slot that no longer has the digest `known` for it from a twin that has. What cannot be mended is left.
///
/// This finds damage in the recovery slots while the journal is opened by passphrase, year after year.
#[must_use]
pub fn mend(home: &Home, known: &[(String, [u8; 32])]) -> Vec<SlotFile> {
    let recorded = |slot: SlotFile| known.iter().find(|(name, _)| name == slot.name()).map(|(_, digest)| *digest);
    let read = |slot: SlotFile| read_capped(&slot.path(home), MAX_SLOT).ok();
    SlotFile::ALL
        .into_iter()
        .filter(|slot| {
            let (Some(twin), Some(right)) = (slot.twin(), recorded(*slot)) else { return false };
            if read(*slot).is_some_and(|bytes| digest(&bytes) == right) {
                return false;
            }
            read(twin).filter(|bytes| digest(bytes) == right).is_some_and(|bytes| write(&slot.path(home), &bytes).is_ok())
        })
        .collect()
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
