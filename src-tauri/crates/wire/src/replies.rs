//! Answers that only the interface needs.

use export::Passage;
use journal::views;
use model::{Changes, Day, Entry, Precision, Stamp, Writing};
use serde::Serialize;
use ts_rs::TS;

macro_rules! reply {
    ($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Serialize, TS)]
        pub struct $name { $($body)* }
    };
}

reply! {
    /// A passphrase that nobody else has.
    pub struct PassphraseOffer {
        /// Five words.
        pub passphrase: String,
    }
}
reply! {
    /// How a passphrase would stand up.
    pub struct PassphraseRating {
        /// Too easy to guess: a second yes is needed.
        pub weak: bool,
    }
}
reply! {
    /// A journal was made.
    pub struct Created {
        /// Its recovery sheet, to be written down and two groups of it typed back.
        pub sheet: journal::views::Sheet,
        /// The first moment, kept.
        pub entry: Option<Entry>,
    }
}
reply! {
    /// What became of the groups that were typed back.
    pub struct SheetAnswer {
        /// All right: set-up is done.
        pub confirmed: bool,
        /// Numbers of the groups that differ.
        pub wrong: Vec<u8>,
    }
}
reply! {
    /// A file was saved, or the person thought better of it.
    pub struct SavedFile {
        /// Whether there is a file now.
        pub saved: bool,
        /// Its name without its folder.
        pub name: Option<String>,
    }
}
reply! {
    /// The bin is empty.
    pub struct BinEmptied {
        /// Entries that are gone for good.
        pub removed: u32,
        /// What to ask again.
        pub changes: Changes,
    }
}
reply! {
    /// An entry as it is read.
    pub struct Shown {
        /// The entry.
        pub entry: Entry,
        /// Its text, passage by passage.
        pub passages: Vec<Passage>,
        /// How many older versions there are.
        pub versions: u32,
        /// Unfinished changes to it.
        pub draft: Option<Writing>,
    }
}
reply! {
    /// The answer to everything that kept or changed an entry, given after it is on the disk.
    pub struct Kept {
        /// As it stands now.
        pub entry: Entry,
        /// Its text, passage by passage.
        pub passages: Vec<Passage>,
        /// What to ask again.
        pub changes: Changes,
    }
}
reply! {
    /// An older state of an entry.
    pub struct Version {
        /// Counts from 1, oldest first.
        pub number: u32,
        /// When it was replaced.
        pub replaced: Stamp,
        /// The words as they were.
        pub writing: Writing,
        /// Its text, passage by passage.
        pub passages: Vec<Passage>,
        /// The day as it was.
        pub day: Day,
        /// How exactly its time was known; not known of the oldest versions.
        pub precision: Option<Precision>,
        /// Minutes east of UTC where it happened, when it was known.
        pub offset_minutes: Option<i32>,
        /// IANA zone where it happened, when it was known.
        pub zone: Option<String>,
    }
}

impl From<views::Shown> for Shown {
    fn from(views::Shown { entry, versions, draft }: views::Shown) -> Self {
        Self { passages: export::read(&entry.writing.text), entry, versions, draft }
    }
}

impl From<views::Kept> for Kept {
    fn from(views::Kept { entry, changes }: views::Kept) -> Self {
        Self { passages: export::read(&entry.writing.text), entry, changes }
    }
}

impl From<model::Version> for Version {
    fn from(version: model::Version) -> Self {
        let model::Version { number, replaced, writing, day, precision, offset_minutes, zone, .. } = version;
        Self { passages: export::read(&writing.text), number, replaced, writing, day, precision, offset_minutes, zone }
    }
}
