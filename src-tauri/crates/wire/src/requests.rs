//! What the interface may ask, field by field. Unknown fields are refused; no path ever comes this way.

use export::LogOptions;
use model::{EntryId, Kind, Writing};
use serde::Deserialize;
use ts_rs::TS;
use zeroize::{Zeroize, ZeroizeOnDrop};

macro_rules! request {
    ($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Deserialize, TS)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
    };
    (secret $(#[$doc:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Deserialize, TS, Zeroize, ZeroizeOnDrop)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
    };
}

mod practice;

pub use practice::*;

request! {
    /// Nothing to say.
    #[derive(serde::Serialize)]
    pub struct Nothing {}
}
request! {
    secret
    /// Words that are being written.
    pub struct WordsGiven {
        /// All of them.
        pub text: String,
    }
}
request! {
    secret
    /// A passphrase to weigh or to open with.
    pub struct PassphraseGiven {
        /// As typed.
        pub passphrase: String,
    }
}
request! {
    /// A first journal.
    pub struct CreateJournal {
        /// As typed twice, or taken from the suggestion.
        pub passphrase: String,
        /// A weak one was confirmed.
        pub weak_ok: bool,
        /// The first moment, written before there was a journal.
        pub first: Option<Writing>,
    }
}
request! {
    secret
    /// Opening with the recovery sheet; a new passphrase takes the lost one's place.
    pub struct RecoverJournal {
        /// As typed from the sheet, in any spelling.
        pub recovery_key: String,
        /// The new passphrase.
        pub passphrase: String,
        /// A weak one was confirmed.
        pub weak_ok: bool,
    }
}
request! {
    secret
    /// A backup takes the place of a journal that cannot be read.
    pub struct RestoreBackup {
        /// Its folder name, as listed.
        pub name: String,
        /// The passphrase that it was made under.
        pub passphrase: String,
    }
}
request! {
    secret
    /// Another passphrase.
    pub struct ChangePassphrase {
        /// The one in use.
        pub old: String,
        /// The new one.
        pub new: String,
        /// A weak one was confirmed.
        pub weak_ok: bool,
    }
}
request! {
    secret
    /// A group typed back from the sheet.
    pub struct GroupTyped {
        /// Its number, from 1.
        pub group: u8,
        /// As typed.
        pub text: String,
    }
}
request! {
    /// The groups that were asked for.
    pub struct ConfirmSheet {
        /// Each group that was asked for.
        pub answers: Vec<GroupTyped>,
    }
}
request! {
    /// Something written, to be kept.
    pub struct SaveMoment {
        /// The words.
        pub writing: Writing,
        /// The draft that it was, to be dropped in the same breath.
        pub draft: Option<String>,
    }
}
request! {
    /// New words for a kept entry.
    pub struct ChangeMoment {
        /// The entry.
        pub id: EntryId,
        /// Its new words, whole.
        pub writing: Writing,
        /// The draft that they were, to be dropped in the same breath.
        pub draft: Option<String>,
    }
}
request! {
    /// One entry.
    pub struct OneMoment {
        /// Which.
        pub id: EntryId,
    }
}
request! {
    /// Kept close, or no longer.
    pub struct StarMoment {
        /// Which.
        pub id: EntryId,
        /// Kept close.
        pub star: bool,
    }
}
request! {
    /// An older version to bring back.
    pub struct RestoreVersion {
        /// Of which entry.
        pub id: EntryId,
        /// Its number.
        pub number: u32,
    }
}
request! {
    /// A page of the time line.
    pub struct AskPage {
        /// The search line as typed; empty for everything.
        pub query: String,
        /// Only these kinds; none for all.
        pub kinds: Vec<Kind>,
        /// Only what is kept close.
        pub starred: bool,
        /// Where the page before ended.
        pub after: Option<String>,
        /// Rows, 1–100.
        pub limit: u32,
    }
}
request! {
    /// Unfinished writing.
    pub struct KeepDraft {
        /// `today`, or `edit:` and an id.
        pub slot: String,
        /// As it stands.
        pub writing: Writing,
    }
}
request! {
    /// A place for unfinished writing.
    pub struct DraftSlot {
        /// `today`, or `edit:` and an id.
        pub slot: String,
    }
}
request! {
    /// The log as it would be saved, or as much of it as is looked at.
    pub struct AskLog {
        /// What goes in.
        pub options: LogOptions,
        /// Parts of the document at the most, from its beginning.
        pub blocks: u32,
    }
}
