//! Entries become documents: the purpose log that a person reads or hands over, and the archive that holds everything.
//!
//! Pure: takes entries, gives text. No disk, no clock, no journal. Feelings and costs stay out of
//! a log unless they are asked for, each time; an archive holds everything.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod archive;
mod log;
mod markdown;
mod words;

pub use archive::{ARCHIVE_FORMAT, ARCHIVE_VERSION, ArchiveWriter};
pub use log::{Block, Fact, Log, LogOptions};
pub use markdown::markdown;
pub use words::Words;
