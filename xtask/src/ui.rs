//! The interface's own tools, called through npm: install, build, types, tests.
//!
//! Skips what is already done, judged by contents: a rebuilt `ui/dist` makes the shell compile again.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use crate::command::{Failed, Run, root};

fn folder() -> PathBuf {
    root().join("ui")
}

/// `npm ci`, unless `node_modules` was made from this very lock file.
pub(crate) fn install() -> Result<(), Failed> {
    let stamp = folder().join("node_modules/.cairn-stamp");
    let lock = folder().join("package-lock.json");
    let now = std::fs::read(&lock).map(|bytes| mark(&bytes)).map_err(|e| Failed::new(format!("{}: {e}", lock.display())))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|was| was == now) {
        return Ok(());
    }
    Run::npm(&["ci", "--no-audit", "--no-fund"]).go()?;
    note(&stamp, &now)
}

/// `npm run build`, unless `ui/dist` was made from these very sources.
pub(crate) fn build() -> Result<(), Failed> {
    let stamp = root().join("target/ui-dist.stamp");
    let now = sources_mark()?;
    if folder().join("dist/index.html").is_file() && std::fs::read_to_string(&stamp).is_ok_and(|was| was == now) {
        return Ok(());
    }
    Run::npm(&["run", "build"]).go()?;
    note(&stamp, &now)
}

/// Types and the accessibility warnings of the components.
pub(crate) fn check() -> Result<(), Failed> {
    Run::npm(&["run", "check"]).go()
}

/// The interface's unit tests, to be counted while they run.
pub(crate) fn tests() -> Run {
    Run::npm(&["test"]).env("NO_COLOR", "1")
}

/// One mark for everything that goes into the build: all files of `ui` but what is installed or built.
fn sources_mark() -> Result<String, Failed> {
    let mut files = BTreeMap::new();
    gather(&folder(), &mut files).map_err(|e| Failed::new(format!("ui could not be read: {e}")))?;
    let mut hasher = DefaultHasher::new();
    files.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

fn gather(dir: &Path, files: &mut BTreeMap<PathBuf, String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        if name == "node_modules" || name == "dist" {
            continue;
        }
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            gather(&path, files)?;
        } else {
            files.insert(path.clone(), mark(&std::fs::read(&path)?));
        }
    }
    Ok(())
}

/// Tells contents apart on one machine; not a checksum to keep.
fn mark(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn note(stamp: &Path, text: &str) -> Result<(), Failed> {
    let why = |e: std::io::Error| Failed::new(format!("{}: {e}", stamp.display()));
    std::fs::create_dir_all(stamp.parent().expect("a file lies in a folder")).map_err(why)?;
    #[allow(clippy::disallowed_methods, reason = "a stamp beside build products; nothing of a person is in it")]
    std::fs::write(stamp, text).map_err(why)
}
