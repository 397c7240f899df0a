//! The verbs: make a journal, open it, keep a moment, find it, change it, take it away, close it.
//!
//! The one door between whoever asks (the window, the command line) and the rooms that decide and keep.
//! Synchronous; never calls up; clock and chance are handed in. Holds no SQL, no key derivation, no
//! JSON of the window, no sentence for people.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod backup;
mod clock;
pub mod device;
mod drafts;
mod error;
mod facts;
mod help;
mod history;
mod identified;
mod lookback;
mod moments;
mod practice;
mod promises;
mod reading;
mod restore;
mod safekeeping;
mod session;
mod swap;
mod takeout;
mod transact;
pub mod views;

pub use ::practice::content::Form;
pub use backup::PendingCopy;
pub use clock::SystemClock;
pub use error::JournalError;
pub use export::LogOptions;
pub use moments::New;
pub use practice::forms;
pub use reading::AskPage;
pub use restore::copy_checked;
pub use session::{Journal, Session, Setup};
pub use takeout::{ArchiveSaved, write_new_or_replace};
pub use vault::{Chance, FolderKind, Home, MasterKey, Passphrase, RecoveryKey, SlotCost, SystemChance};
