//! What lies in a folder: pictures of it before and after, copies of it, and damage to it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder with its bytes. The lock's note about who holds it is not the journal.
pub(crate) fn picture(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    each(dir, &mut |path| {
        if path.file_name().is_none_or(|n| n != "vault.lock") {
            all.insert(path.strip_prefix(dir).unwrap().to_owned(), fs::read(path).unwrap());
        }
    });
    all
}

/// Fails with the names of what differs, never with pages of bytes.
#[track_caller]
pub(crate) fn assert_same(before: &BTreeMap<PathBuf, Vec<u8>>, dir: &Path) {
    let after = picture(dir);
    let names: Vec<_> = before.keys().chain(after.keys()).filter(|name| before.get(*name) != after.get(*name)).collect();
    assert!(names.is_empty(), "changed: {names:?}");
}

/// Calls with every file below a folder.
pub(crate) fn each(dir: &Path, seen: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { each(&path, seen) } else { seen(&path) }
    }
}

/// Copies a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Flips one bit of a file.
pub(crate) fn flip(file: &Path, at: usize) {
    let mut bytes = fs::read(file).unwrap();
    bytes[at] ^= 0x10;
    fs::write(file, bytes).unwrap();
}

/// Pages of 4096 bytes in a journal.
pub(crate) fn pages(file: &Path) -> usize {
    usize::try_from(fs::metadata(file).unwrap().len()).unwrap() / 4096
}

/// The only folder in a folder.
#[track_caller]
pub(crate) fn only_one_in(dir: &Path) -> PathBuf {
    let mut all: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    assert_eq!(all.len(), 1, "{all:?}");
    all.pop().unwrap()
}
