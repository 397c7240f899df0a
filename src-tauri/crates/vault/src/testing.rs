//! What the tests of this room share: predictable chance, small folders, copies of folders.

use crate::{Chance, Home, Made, Passphrase, SlotCost, slots};
use model::Stamp;
use std::fs;
use std::path::Path;

/// The cheapest slot the tests may use.
pub(crate) const CHEAP: SlotCost = SlotCost::insecure_for_tests(10);

/// A repeatable stream of bytes (SplitMix64), so that a failing test fails again.
pub(crate) struct Dice(pub(crate) u64);

impl Chance for Dice {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = self.0;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            *byte = (z ^ (z >> 31)) as u8;
        }
    }
}

pub(crate) fn pass(text: &str) -> Passphrase {
    Passphrase::new(text).unwrap()
}

pub(crate) fn noon() -> Stamp {
    Stamp::parse("2026-02-28T12:00:00Z").unwrap()
}

/// A vault with cheap slots; the folder lives as long as the first part.
pub(crate) fn vault(passphrase: &str) -> (tempfile::TempDir, Home, Made) {
    let dir = tempfile::tempdir().unwrap();
    let home = Home::at(dir.path().join("cairn"));
    let made = slots::create(&home, &pass(passphrase), CHEAP, noon(), &mut Dice(1)).unwrap();
    (dir, home, made)
}

/// The names in a folder, sorted.
pub(crate) fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Copies a folder as a kill at this moment would leave it.
pub(crate) fn copy_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
