//! Remembers: the journal's one encrypted file, and the only room that knows SQL.
//!
//! It holds the rows of entries, names, older versions, drafts, promises, fact notes and settings, the full-text index over them,
//! and the checks of the file itself. It never holds a passphrase or makes a key (`vault` does), never decides
//! what a person may do (`journal` does), never reads a clock, and never puts words of an entry or a path into
//! an error or a log. A file that cannot be read is reported and left as it is.

#![warn(missing_docs)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make and break files"))]

mod drafts;
mod entries;
mod error;
mod excerpt;
mod facts;
mod held;
mod index;
mod key;
mod lines;
mod names;
mod open;
mod pass;
mod place;
mod pragmas;
mod promises;
mod query;
mod row;
mod schema;
mod settings;
mod shown;
mod spelling;
mod threads;
mod timeline;
mod transact;
mod unknown;
mod upkeep;
mod verify;
mod versions;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod practice_tests;

pub use drafts::Draft;
pub use entries::Stats;
pub use error::StoreError;
pub use excerpt::{Excerpt, Part};
pub use facts::FactLink;
pub use open::{Access, JournalMode, Store};
pub use schema::KNOWN_VERSION;
pub use shown::{Shown, Weighed};
pub use threads::Threads;
pub use timeline::{Cursor, Interrupter, Page, Row};
pub use transact::Tx;
pub use verify::{Verified, verify};
