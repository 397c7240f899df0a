//! Taking it away: the purpose log and the archive, written to a file that the person chose.

use crate::views::ChainState;
use crate::{Home, Journal, JournalError};
use export::{ArchiveWriter, Log, LogBuilder, LogOptions, MarkdownWriter, Words};
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
    /// The log as it would be saved, in the language that this computer is set to.
    ///
    /// # Errors
    /// What the file says.
    pub fn log(&self, options: &LogOptions) -> Result<Log, JournalError> {
        let words = Words::of(&crate::device::load(&self.home).language);
        let mut log = LogBuilder::new(options, &words);
        self.each(options.from, options.to, &options.kinds, &mut |entry| {
            log.add(entry);
            ControlFlow::Continue(())
        })?;
        Ok(log.finish())
    }

    /// Saves the log as Markdown. What stood there is replaced only by the whole new file.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn save_markdown(&self, options: &LogOptions, path: &Path) -> Result<u32, JournalError> {
        let words = Words::of(&crate::device::load(&self.home).language);
        let span = self.store.span(options.from, options.to, &options.kinds, options.starred)?;
        let mut moments = 0;
        write_new_or_replace(path, |out| {
            let mut log = MarkdownWriter::begin(out, span, options, &words)?;
            let mut wrote = Ok(());
            self.store.each(options.from, options.to, &options.kinds, &mut |entry| {
                wrote = log.entry(entry);
                if wrote.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })?;
            wrote?;
            moments = log.finish()?;
            Ok(())
        })?;
        Ok(moments)
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
        write_new_or_replace(path, |out| {
            let mut archive = ArchiveWriter::begin(out, now, generator, &self.settings)?;
            let mut wrote = Ok(());
            // The versions of every entry: one whose change was undone says of itself that it never was changed.
            self.store.each_with_versions(from, to, &mut |entry, versions| {
                wrote = archive.entry(entry, versions);
                if wrote.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            })?;
            wrote?;
            if from.is_none() && to.is_none() {
                for row in self.store.binned(u32::MAX)? {
                    if let Some(entry) = self.store.get(row.id)? {
                        archive.entry(&entry, &self.store.versions(row.id)?)?;
                    }
                }
            }
            // A part of the days is a part of the entries; promises and fact notes go with the whole.
            let whole = from.is_none() && to.is_none();
            let promises = if whole { self.store.promises()? } else { Vec::new() };
            let facts = if whole { self.fact_versions()? } else { Vec::new() };
            count = archive.finish(&promises, &facts)?;
            Ok(())
        })?;
        Ok(ArchiveSaved { entries: count })
    }
}

impl Journal {
    /// Saves the fact notes as Markdown: every version with both of its times and its seal, and whether the chain is whole.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn save_facts(&self, path: &Path) -> Result<(), JournalError> {
        let facts = self.facts()?;
        let broken = match facts.chain {
            ChainState::Whole { .. } => None,
            ChainState::Broken { link, .. } => Some(link),
        };
        let notes: Vec<&[model::FactVersion]> = facts.notes.iter().map(|n| n.versions.as_slice()).collect();
        let text = export::fact_notes(&notes, broken, &Words::of(&crate::device::load(&self.home).language));
        write_new_or_replace(path, |out| Ok(out.write_all(text.as_bytes())?))
    }
}

/// Writes a file of the person's own: beside its place first, for the owner alone, and only when it is whole and
/// on the disk does it take its name.
///
/// # Errors
/// `NoPlace` for the folder of a journal and for what is no file, `DiskFull`, `ReadOnly`, and what the disk says; what stood there
/// is untouched then.
pub fn write_new_or_replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<(), JournalError>) -> Result<(), JournalError> {
    // A link is followed: what it leads to is replaced, and never the link itself.
    let path = &fs::canonicalize(path).or_else(|_| std::path::absolute(path))?;
    may_stand(path)?;
    let name = path.file_name().ok_or_else(|| JournalError::Disk("a folder, not a file".into()))?;
    let beside = path.with_file_name(format!(".{}.{}.part", name.to_string_lossy(), std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let attempt = || -> Result<(), JournalError> {
        let mut out = BufWriter::with_capacity(1 << 16, options.open(&beside)?);
        write(&mut out)?;
        out.into_inner().map_err(std::io::IntoInnerError::into_error)?.sync_all()?;
        Ok(fs::rename(&beside, path)?)
    };
    let done = attempt();
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}

/// No journal, this one or another, loses a part of itself to a file that is saved over it; and only a file is ever replaced.
fn may_stand(path: &Path) -> Result<(), JournalError> {
    let strange = fs::symlink_metadata(path).is_ok_and(|there| !there.is_file());
    let folder = path.parent().map(|folder| fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()));
    let journals = folder.iter().flat_map(|folder| folder.ancestors()).any(Home::is_one);
    if strange || journals { Err(JournalError::NoPlace) } else { Ok(()) }
}
