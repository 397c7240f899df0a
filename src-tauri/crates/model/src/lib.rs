//! The nouns of Cairn: what a person writes, when it happened, how it is found again, what changed.
//!
//! Pure: no clock, no disk, no randomness, no SQL, no secret. Every type here is plain data with
//! the rules that hold for it wherever it travels.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod changes;
mod clock;
mod entry;
mod fact;
mod fold;
mod happened;
mod id;
mod kind;
mod promise;
mod query;
mod settings;
mod story;
mod support;
mod walk;

pub use changes::Changes;
pub use clock::{Clock, Now, Stamp};
pub use entry::{Entry, Invalid, Source, Version, Why, Writing, limits};
pub use fact::{FactDraft, FactVersion, FactWriting};
pub use fold::fold;
pub use happened::{Day, DayTurn, Happened, Precision};
pub use id::EntryId;
pub use kind::Kind;
pub use promise::{Promise, PromiseState, Promising};
pub use query::{Query, Term};
pub use settings::{Contrast, DeviceSettings, JournalSettings, Motion, Theme};
pub use story::{Cost, Felt, Know, Pledge, Pursuit};
pub use support::{OwnHelpLine, Supporter, Weekday};
pub use walk::{Answer, ExportRule, Ripple, Walk};
