//! Key slots: the master key, wrapped once by the passphrase and once to the recovery sheet, each kept twice.
//!
//! Both files of a pair hold the same bytes, so that one can be mended from the other without any secret.
//! Each is an ordinary age file whose payload is the line `journal-mk-v1 <64 lower-case hex>`.
//! Must never hold: an unwrapped key on disk, another key derivation than age's.

mod make;
mod mend;
mod open;
#[cfg(test)]
mod tests;
mod wrap;

pub use make::{Made, change_passphrase, create, replace_recovery, set_aside_unfinished};
pub use mend::{mend, slot_digests};
pub use open::{Opened, open_with_passphrase, open_with_recovery};

use crate::Home;
use std::path::PathBuf;

/// One file in `keys/`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SlotFile {
    /// `keys/pass.age`
    Pass,
    /// `keys/pass.2.age`
    Pass2,
    /// `keys/pass.old.age`: the slot before the last change of passphrase, until the new one has opened the
    /// journal. Asked only when neither of the two above is an age file any more.
    PassOld,
    /// `keys/recovery.age`
    Recovery,
    /// `keys/recovery.2.age`
    Recovery2,
}

impl SlotFile {
    /// Every file that may be in `keys/`.
    pub const ALL: [Self; 5] = [Self::Pass, Self::Pass2, Self::PassOld, Self::Recovery, Self::Recovery2];

    /// The file's name within the vault, such as `keys/pass.age`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "keys/pass.age",
            Self::Pass2 => "keys/pass.2.age",
            Self::PassOld => "keys/pass.old.age",
            Self::Recovery => "keys/recovery.age",
            Self::Recovery2 => "keys/recovery.2.age",
        }
    }

    /// Where it lies.
    #[must_use]
    pub fn path(self, home: &Home) -> PathBuf {
        home.root().join(self.name())
    }

    /// The other file of the pair.
    fn twin(self) -> Option<Self> {
        match self {
            Self::Pass => Some(Self::Pass2),
            Self::Pass2 => Some(Self::Pass),
            Self::Recovery => Some(Self::Recovery2),
            Self::Recovery2 => Some(Self::Recovery),
            Self::PassOld => None,
        }
    }
}

/// How much work one guess at the passphrase costs: scrypt with N = 2^log_n, r = 8, p = 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SlotCost(u8);

impl SlotCost {
    /// 2^18: 256 MiB and about two seconds. Never measured on the machine: age's own measurement gave
    /// 2^13 on a throttled one (trust.md §1).
    pub const PINNED: Self = Self(18);

    /// A cheap slot for tests, from 10.
    ///
    /// # Panics
    /// Outside 10–18.
    #[doc(hidden)]
    #[must_use]
    pub const fn insecure_for_tests(log_n: u8) -> Self {
        assert!(10 <= log_n && log_n <= 18);
        Self(log_n)
    }
}

/// The most work a slot may ask for when it is opened: 2^22, the limit of the Go program `age` as well.
const MOST_WORK: u8 = 22;

/// A slot has some 250 bytes; a file beyond this is not one.
const MAX_SLOT: u64 = 64 * 1024;
