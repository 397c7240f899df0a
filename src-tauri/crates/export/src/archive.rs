//! The archive: everything the journal holds, as one JSON object, documented in SECURITY.md.

use model::{Entry, FactVersion, JournalSettings, Promise, Stamp, Version};
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
    /// One entry's line, used again for the next.
    line: Vec<u8>,
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
        Ok(Self { out, entries: 0, line: Vec::new() })
    }

    /// Adds one entry with its older versions, one line in the file.
    ///
    /// # Errors
    /// What the writer says.
    pub fn entry(&mut self, entry: &Entry, versions: &[Version]) -> io::Result<()> {
        self.line.clear();
        self.line.extend_from_slice(if self.entries == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut self.line, &Archived { entry, versions })?;
        self.out.write_all(&self.line)?;
        self.entries += 1;
        Ok(())
    }

    /// Ends the archive with the promises and the fact notes, version by version in the order of their chain, and says
    /// how many entries it holds.
    ///
    /// # Errors
    /// What the writer says.
    pub fn finish(mut self, promises: &[Promise], facts: &[FactVersion]) -> io::Result<u64> {
        write!(self.out, "\n],\"promises\":")?;
        lines(&mut self.out, promises)?;
        write!(self.out, ",\"facts\":")?;
        lines(&mut self.out, facts)?;
        writeln!(self.out, ",\"count\":{}}}", self.entries)?;
        self.out.flush()?;
        Ok(self.entries)
    }
}

/// A list, one line each.
fn lines<T: Serialize>(out: &mut impl Write, all: &[T]) -> io::Result<()> {
    out.write_all(b"[")?;
    for (at, one) in all.iter().enumerate() {
        out.write_all(if at == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, one)?;
    }
    out.write_all(if all.is_empty() { b"]" } else { b"\n]" })
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
