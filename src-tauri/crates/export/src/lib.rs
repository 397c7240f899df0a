//! Entries become documents: the purpose log that a person reads or hands over, the archive that holds everything, and a text as it is read.
//!
//! Pure: takes entries, gives text. No disk, no clock, no journal. Feelings and costs stay out of
//! a log unless they are asked for, each time; an archive holds everything.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod archive;
mod facts;
mod identifiers;
mod log;
mod markdown;
mod pseudo;
mod reading;
mod words;

pub use archive::{ARCHIVE_FORMAT, ARCHIVE_VERSION, ArchiveWriter};
pub use facts::fact_notes;
pub use identifiers::{Hit, Identifier, Known, identifiers};
pub use log::{Block, Fact, Log, LogBuilder, LogOptions};
pub use markdown::MarkdownWriter;
pub use reading::{Part, Passage, read};
pub use words::Words;
