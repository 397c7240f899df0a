//! Room kept back for the day the disk is full. Its file also tells that a journal lived here, so it is never removed:
//! given up, it becomes small. Holds nothing of the journal.

use crate::{Home, VaultError, atomic};
use std::fs;

/// Bytes kept back: enough for the longest entry, its words and the log they pass through.
pub const RESERVE: u64 = 8 << 20;
/// Bytes that stay when it was given up.
const MARK: u64 = 16 * 1024;

/// Makes the reserve if it is missing or was given up, and there is room for it and as much again. Without that room only
/// the small file is made.
///
/// # Errors
/// [`VaultError::Disk`]; what was there stays.
pub fn keep(home: &Home) -> Result<(), VaultError> {
    let file = home.reserve_file();
    let there = fs::metadata(&file).map_or(0, |found| found.len());
    if there >= RESERVE {
        return Ok(());
    }
    let bytes = if room(home).is_none_or(|free| free >= 2 * RESERVE) { RESERVE } else { MARK };
    if there >= bytes { Ok(()) } else { atomic::write(&file, &filling(bytes)) }
}

/// Gives the room back to the disk. Says whether there was any.
#[must_use]
pub fn give_up(home: &Home) -> bool {
    let file = home.reserve_file();
    fs::metadata(&file).is_ok_and(|found| found.len() > MARK)
        && fs::OpenOptions::new().write(true).open(&file).and_then(|open| open.set_len(MARK).and_then(|()| open.sync_all())).is_ok()
}

/// Bytes that no file system packs into fewer (SplitMix64).
fn filling(bytes: u64) -> Vec<u8> {
    let mut state = 0_u64;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    (0..bytes / 8).flat_map(|_| next().to_le_bytes()).collect()
}

/// Bytes free for this account, where the system tells.
fn room(home: &Home) -> Option<u64> {
    #[cfg(unix)]
    {
        let found = rustix::fs::statvfs(home.root()).ok()?;
        Some(found.f_bavail.saturating_mul(found.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = home;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_made_given_up_once_and_made_again() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().join("cairn"));
        assert!(!give_up(&home) && !home.root().exists());
        home.prepare().unwrap();
        let size = || fs::metadata(home.reserve_file()).unwrap().len();
        keep(&home).unwrap();
        assert_eq!(size(), RESERVE);
        assert!(give_up(&home));
        assert_eq!(size(), MARK, "that there was a journal is still told");
        assert!(!give_up(&home), "there is nothing more to give");
        keep(&home).unwrap();
        assert_eq!(size(), RESERVE);
    }
}
