//! Answers that only the interface needs.

use model::{Changes, Entry};
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
