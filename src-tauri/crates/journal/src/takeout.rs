//! Taking it away: the purpose log and the archive, written to a file that the person chose.

use crate::{Journal, JournalError};
use export::{ArchiveWriter, Log, LogOptions, Words};
use model::Entry;
use std::fs;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;

/// What an archive holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ArchiveSaved {
    /// Entries in it.
    pub entries: u64,
}

impl Journal {
    /// The log as it would be saved.
    ///
    /// # Errors
    /// What the file says.
    pub fn log(&self, options: &LogOptions) -> Result<Log, JournalError> {
        let mut entries: Vec<Entry> = Vec::new();
        self.each(options.from, options.to, &options.kinds, &mut |entry| {
            if options.takes(&entry) {
                entries.push(entry);
            }
            ControlFlow::Continue(())
        })?;
        Ok(Log::build(&entries, options, &Words::english()))
    }

    /// Saves the log as Markdown. What stood there is replaced only by the whole new file.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn save_markdown(&self, options: &LogOptions, path: &Path) -> Result<u32, JournalError> {
        let log = self.log(options)?;
        write_new_or_replace(path, |out| out.write_all(export::markdown(&log).as_bytes()))?;
        Ok(log.moments)
    }

    /// Saves everything that the journal holds (in a range of days, or all of it, with the bin and all older versions).
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn save_archive(
        &self,
        from: Option<model::Day>,
        to: Option<model::Day>,
        generator: &str,
        path: &Path,
    ) -> Result<ArchiveSaved, JournalError> {
        let now = self.clock.now().stamp;
        let mut count = 0;
        let mut trouble = None;
        write_new_or_replace(path, |out| {
            let mut archive = ArchiveWriter::begin(out, now, generator, &self.settings)?;
            let mut add = |entry: &Entry| -> std::io::Result<()> {
                // Asked of every entry: one whose change was undone says of itself that it never was changed.
                let versions = self.store.versions(entry.id).map_err(|e| {
                    trouble = Some(e);
                    std::io::Error::other("versions")
                })?;
                archive.entry(entry, &versions)
            };
            let mut wrote = Ok(());
            let read = self.store.each(from, to, &[], &mut |entry| {
                wrote = add(&entry);
                if wrote.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
            wrote?;
            read.map_err(std::io::Error::other)?;
            if from.is_none() && to.is_none() {
                for row in self.store.binned(u32::MAX).map_err(std::io::Error::other)? {
                    if let Some(entry) = self.store.get(row.id).map_err(std::io::Error::other)? {
                        add(&entry)?;
                    }
                }
            }
            count = archive.finish()?;
            Ok(())
        })?;
        trouble.map_or(Ok(ArchiveSaved { entries: count }), |e| Err(e.into()))
    }
}

/// Writes a file of the person's own: beside its place first, for the owner alone, and only when it is whole and
/// on the disk does it take its name.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, and what the disk says; what stood there is untouched then.
pub fn write_new_or_replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>) -> Result<(), JournalError> {
    let name = path.file_name().ok_or_else(|| JournalError::Disk("a folder, not a file".into()))?;
    let beside = path.with_file_name(format!(".{}.{}.part", name.to_string_lossy(), std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let attempt = || {
        let mut out = BufWriter::with_capacity(1 << 16, options.open(&beside)?);
        write(&mut out)?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        fs::rename(&beside, path)
    };
    let done = attempt();
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    Ok(done?)
}
