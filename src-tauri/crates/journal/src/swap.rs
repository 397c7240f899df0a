//! A checked copy takes the place of a journal, in steps that a kill or a power cut can part: what is to be done is written
//! down first, and whoever opens the folder next does the rest. Nothing is deleted; what stood there is moved aside.

use crate::backup::make_private;
use crate::{Home, JournalError};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};
use vault::atomic;

/// Parts of a journal that change places together.
const PARTS: [&str; 6] = ["journal.db", "journal.db-wal", "journal.db-journal", "vault.json", "keys", "reserve.bin"];
/// Where it is written down, in the journal's folder.
const INTENT: &str = "restoring.json";
/// The largest file that is ours.
const MAX: u64 = 4096;

/// What is to be done. Names within the journal's folder.
#[derive(Serialize, Deserialize)]
struct Intent {
    /// The folder of the copy.
    staged: String,
    /// The folder for what stood there.
    aside: String,
    /// What the copy consists of.
    parts: Vec<String>,
}

/// Whether a swap was begun and not ended.
pub(crate) fn is_pending(home: &Home) -> bool {
    home.root().join(INTENT).is_file()
}

/// Puts the folder of that name, a whole and checked copy in the journal's folder, in the journal's place. Needs the lock.
///
/// # Errors
/// What the disk says. Once the intent is on the disk, [`finish`] does what is left.
pub(crate) fn begin(home: &Home, staged: &str, day: &str) -> Result<(), JournalError> {
    let copy = home.root().join(staged);
    let parts: Vec<String> = PARTS.iter().filter(|part| copy.join(part).exists()).map(ToString::to_string).collect();
    let free = (1..).map(|n| format!("quarantine-{day}-{n}")).find(|name| !home.root().join(name).exists());
    let aside = free.ok_or(JournalError::Exists)?;
    make_private(&home.root().join(&aside))?;
    let keys = copy.join("keys");
    if keys.is_dir() {
        atomic::sync_dir(&keys)?;
    }
    atomic::sync_dir(&copy)?;
    let text =
        serde_json::to_vec(&Intent { staged: staged.to_owned(), aside, parts }).map_err(|_| JournalError::Disk("restoring".into()))?;
    atomic::write(&home.root().join(INTENT), &text)?;
    finish(home)
}

/// Does what is left of a swap that was begun. Needs the lock.
///
/// # Errors
/// `Damaged` when what was written down cannot be understood, and what the disk says; it can be tried again then.
pub(crate) fn finish(home: &Home) -> Result<(), JournalError> {
    let note = home.root().join(INTENT);
    let strange = JournalError::Damaged("restoring.json");
    let intent: Intent = serde_json::from_slice(&atomic::read_capped(&note, MAX)?).map_err(|_| strange.clone())?;
    let (Some(staged), Some(aside)) = (within(home, &intent.staged), within(home, &intent.aside)) else { return Err(strange) };
    for part in PARTS {
        let (place, new, old) = (home.root().join(part), staged.join(part), aside.join(part));
        let comes = intent.parts.iter().any(|name| name == part);
        // A part that came and is not staged any more stands in its place already.
        if place.exists() && (new.exists() || !comes) {
            fs::rename(&place, &old)?;
        }
        if comes && new.exists() {
            fs::rename(&new, &place)?;
        }
    }
    for folder in [&aside, &staged] {
        if folder.is_dir() {
            atomic::sync_dir(folder)?;
        }
    }
    atomic::sync_dir(home.root())?;
    fs::remove_file(&note)?;
    atomic::sync_dir(home.root())?;
    // Empty folders say nothing; one that is not empty stays.
    let _ = (fs::remove_dir(staged), fs::remove_dir(aside));
    Ok(())
}

/// A folder's name, and nothing that leads elsewhere.
fn within(home: &Home, name: &str) -> Option<PathBuf> {
    let mut parts = Path::new(name).components();
    let plain = matches!((parts.next(), parts.next()), (Some(std::path::Component::Normal(_)), None));
    plain.then(|| home.root().join(name))
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests make files")]
mod tests {
    use super::*;

    /// A folder with an old journal and a staged new one; each file holds which it is.
    fn folder() -> (tempfile::TempDir, Home) {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::at(dir.path().to_owned());
        for (at, what, parts) in [
            ("", "old", &["journal.db", "journal.db-wal", "vault.json", "keys/pass.age", "reserve.bin"][..]),
            (".staged", "new", &["journal.db", "vault.json", "keys/pass.age"]),
        ] {
            for part in parts {
                let file = dir.path().join(at).join(part);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, what).unwrap();
            }
        }
        (dir, home)
    }

    fn check(home: &Home, what: &str) {
        let read = |path: &str| fs::read_to_string(home.root().join(path)).ok();
        for part in ["journal.db", "vault.json", "keys/pass.age"] {
            assert_eq!(read(part).as_deref(), Some("new"), "{what}: {part}");
            assert_eq!(read(&format!("quarantine-d-1/{part}")).as_deref(), Some("old"), "{what}: {part} aside");
        }
        assert_eq!((read("journal.db-wal"), read("reserve.bin")), (None, None), "{what}");
        assert_eq!(read("quarantine-d-1/journal.db-wal").as_deref(), Some("old"), "{what}");
        assert!(!is_pending(home) && !home.root().join(".staged").exists(), "{what}");
    }

    #[test]
    fn a_swap_that_was_cut_short_anywhere_is_ended_by_whoever_comes_next() {
        let (_dir, home) = folder();
        begin(&home, ".staged", "d").unwrap();
        check(&home, "undisturbed");
        // Every state between two renames, one after the other.
        for cut in 0..8 {
            let (dir, home) = folder();
            let intent = Intent {
                staged: ".staged".into(),
                aside: "quarantine-d-1".into(),
                parts: ["journal.db", "vault.json", "keys"].map(str::to_owned).into(),
            };
            make_private(&dir.path().join("quarantine-d-1")).unwrap();
            fs::write(dir.path().join(INTENT), serde_json::to_vec(&intent).unwrap()).unwrap();
            let old = |part: &str| (dir.path().join(part), dir.path().join("quarantine-d-1").join(part));
            let new = |part: &str| (dir.path().join(".staged").join(part), dir.path().join(part));
            let steps = [
                old("journal.db"),
                new("journal.db"),
                old("journal.db-wal"),
                old("vault.json"),
                new("vault.json"),
                old("keys"),
                new("keys"),
                old("reserve.bin"),
            ];
            for (from, to) in &steps[..cut] {
                fs::rename(from, to).unwrap();
            }
            finish(&home).unwrap();
            check(&home, &format!("cut after {cut}"));
        }
    }

    #[test]
    fn a_note_that_leads_elsewhere_moves_nothing() {
        let (dir, home) = folder();
        for staged in ["../x", "/etc", "a/b", "..", ""] {
            fs::write(dir.path().join(INTENT), format!("{{\"staged\":{staged:?},\"aside\":\"q\",\"parts\":[\"journal.db\"]}}")).unwrap();
            assert_eq!(finish(&home), Err(JournalError::Damaged("restoring.json")), "{staged}");
            assert_eq!(fs::read_to_string(home.journal_db()).unwrap(), "old");
        }
    }
}
