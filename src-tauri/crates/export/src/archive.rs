//! The archive: everything the journal holds, as one JSON object, documented in SECURITY.md.

use model::{Entry, JournalSettings, Stamp, Version};
use serde::Serialize;
use std::io::{self, Write};

/// The archive's own name, its first field.
pub const ARCHIVE_FORMAT: &str = "cairn-archive";
/// Rises when a reader of the older form would misread the newer one.
pub const ARCHIVE_VERSION: u32 = 1;

/// Writes an archive entry by entry, so that a journal of any size needs the memory of one.
pub struct ArchiveWriter<W: Write> {
    out: W,
    entries: u64,
}

/// One entry of the archive with its older versions.
#[derive(Serialize)]
struct Archived<'a> {
    #[serde(flatten)]
    entry: &'a Entry,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    versions: &'a [Version],
}

impl<W: Write> ArchiveWriter<W> {
    /// Begins the archive.
    ///
    /// # Errors
    /// What the writer says.
    pub fn begin(mut out: W, made: Stamp, generator: &str, settings: &JournalSettings) -> io::Result<Self> {
        let line = |value: &dyn erased::Json| value.json();
        writeln!(out, "{{\"format\":\"{ARCHIVE_FORMAT}\",\"version\":{ARCHIVE_VERSION},")?;
        writeln!(out, "\"exported_at\":{},\"generator\":{},", line(&made), line(&generator))?;
        writeln!(out, "\"settings\":{},", line(settings))?;
        write!(out, "\"entries\":[")?;
        Ok(Self { out, entries: 0 })
    }

    /// Adds one entry with its older versions, one line in the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn entry(&mut self, entry: &Entry, versions: &[Version]) -> io::Result<()> {
        self.out.write_all(if self.entries == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut self.out, &Archived { entry, versions })?;
        self.entries += 1;
        Ok(())
    }

    /// Ends the archive and says how many entries it holds.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self) -> io::Result<u64> {
        writeln!(self.out, "\n],\"count\":{}}}", self.entries)?;
        self.out.flush()?;
        Ok(self.entries)
    }
}

mod erased {
    //! One line of JSON from anything that serialises without failing.
    pub(super) trait Json {
        fn json(&self) -> String;
    }
    impl<T: serde::Serialize> Json for T {
        fn json(&self) -> String {
            serde_json::to_string(self).unwrap_or_else(|_| "null".into())
        }
    }
}
