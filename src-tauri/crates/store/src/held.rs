//! Which files this process has open. Holds paths in memory only.
//!
//! On Unix, closing *any* handle of a file drops the process's locks on it: looking into a file that a store
//! of ours holds would unlock it for other programs. So a second opening is refused before the file is touched.
//! Against other processes, `vault`'s lock and SQLite's own are the authority.

use crate::StoreError;
use std::{
    path::{Path, PathBuf},
    sync::Mutex,
};

static OPEN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// The right to touch one file, given back when dropped.
pub(crate) struct Hold(PathBuf);

impl Hold {
    /// Takes it, or fails with `Busy` when this process has it already. The file need not exist; its folder must.
    pub(crate) fn take(path: &Path) -> Result<Self, StoreError> {
        let folder = match path.parent() {
            Some(p) if !p.as_os_str().is_empty() => p,
            _ => Path::new("."),
        };
        let whole = path.canonicalize().or_else(|_| {
            let name = path.file_name().ok_or(std::io::ErrorKind::InvalidInput)?;
            Ok::<_, std::io::Error>(folder.canonicalize()?.join(name))
        })?;
        let mut open = lock();
        if open.contains(&whole) {
            return Err(StoreError::Busy);
        }
        open.push(whole.clone());
        Ok(Self(whole))
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        lock().retain(|p| *p != self.0);
    }
}

fn lock() -> std::sync::MutexGuard<'static, Vec<PathBuf>> {
    OPEN.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
