//! What a screen or a script is shown: plain answers, made here so that no screen has to work anything out.

use export::Identifier;
use model::{Changes, Day, DeviceSettings, Entry, EntryId, Happened, Kind, Stamp, Writing};
use serde::Serialize;

macro_rules! view {
    ($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Debug, Serialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        pub struct $name { $($body)* }
    };
}

mod practice;
mod prompts;

pub use practice::*;
pub use prompts::*;

/// How the journal on this computer stands before anybody opened it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Standing {
    /// There is none yet.
    New,
    /// There is one, and it is closed.
    Locked,
    /// It is open in this window.
    Open,
    /// Another window or program has it open.
    Busy,
    /// It is there and cannot be read as it is.
    Damaged,
}

view! {
    /// The first thing that a window asks.
    pub struct AppState {
        /// How the journal stands.
        pub standing: Standing,
        /// Open, but nothing can be kept: made by a newer version, or the folder cannot be written.
        pub read_only: bool,
        /// Whether two groups of the recovery sheet were typed back. Only meaningful while open.
        pub sheet_confirmed: bool,
        /// Settings of this computer.
        pub device: DeviceSettings,
        /// Version of the program.
        pub version: String,
    }
}

view! {
    /// A stone of the cairn.
    pub struct Stone {
        /// Seed of its shape.
        pub id: EntryId,
        /// Its mineral.
        pub kind: Kind,
        /// The shift day on which it was laid.
        pub day: Day,
    }
}

view! {
    /// Everything that the Today screen shows.
    pub struct Today {
        /// The shift day that it is now.
        pub day: Day,
        /// The time on the person's clock.
        pub now: Happened,
        /// Today's entries, newest first.
        pub entries: Vec<Entry>,
        /// The stones of the last seven shift days, oldest first.
        pub week: Vec<Stone>,
        /// What was being written when it was last left.
        pub draft: Option<Writing>,
        /// Shift days since the newest entry; nothing in an empty journal.
        pub days_away: Option<u32>,
    }
}

view! {
    /// Something in words that are being written that could tell who somebody is.
    pub struct Identified {
        /// What sort of thing it is.
        pub kind: Identifier,
        /// As it was written.
        pub text: String,
    }
}

view! {
    /// A piece of an excerpt.
    pub struct Piece {
        /// The words.
        pub text: String,
        /// Whether they were sought.
        pub hit: bool,
    }
}

view! {
    /// One line of the time line.
    pub struct Row {
        /// The entry.
        pub id: EntryId,
        /// Its kind.
        pub kind: Kind,
        /// Its shift day.
        pub day: Day,
        /// When it happened.
        pub happened: Happened,
        /// Kept close.
        pub star: bool,
        /// The words around the first hit, or the first words.
        pub excerpt: Vec<Piece>,
        /// What its guide is called, if it was written in one.
        pub title: Option<String>,
        /// Whether words were left out before the excerpt.
        pub cut_before: bool,
        /// Whether words were left out after it.
        pub cut_after: bool,
        /// When it was put in the bin, if it lies there.
        pub binned: Option<Stamp>,
    }
}

view! {
    /// How many stones a month holds.
    pub struct MonthCount {
        /// `"2026-11"`.
        pub month: String,
        /// Entries in it, whatever is being sought.
        pub stones: u64,
    }
}

view! {
    /// A page of the time line, newest first.
    pub struct Page {
        /// At most as many as were asked for.
        pub rows: Vec<Row>,
        /// Where the next page begins; nothing when this was the last.
        pub next: Option<String>,
        /// A count for each month that begins on this page; empty while something is sought.
        pub months: Vec<MonthCount>,
    }
}

view! {
    /// An entry as it is read.
    pub struct Shown {
        /// The entry.
        pub entry: Entry,
        /// How many older versions there are.
        pub versions: u32,
        /// Unfinished changes to it.
        pub draft: Option<Writing>,
    }
}

view! {
    /// The answer to everything that kept or changed an entry, given after it is on the disk.
    pub struct Kept {
        /// As it stands now.
        pub entry: Entry,
        /// What to ask again.
        pub changes: Changes,
    }
}

view! {
    /// The answer to an action that leaves no single entry to show.
    pub struct Done {
        /// What to ask again.
        pub changes: Changes,
    }
}

/// An action as it can be undone; the screen has a sentence for each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Op {
    /// An entry was kept.
    Keep,
    /// An entry was changed.
    Change,
    /// An entry was marked, or no longer, as kept close.
    Star,
    /// An entry was put in the bin.
    Bin,
    /// An entry was taken out of the bin.
    Restore,
    /// An older version was brought back.
    Version,
    /// Several entries were brought in.
    Batch,
    /// The bin was emptied; cannot be undone.
    EmptyBin,
    /// Settings were changed.
    Settings,
    /// What was learned later was added to a moment.
    Ripple,
    /// A promise was made.
    Promise,
    /// A promise got other words or another day.
    PromiseMove,
    /// A promise was kept.
    PromiseKeep,
    /// A promise was handed on.
    PromiseHandOn,
    /// A promise was let go.
    PromiseLetGo,
}

view! {
    /// The answer to undo and redo.
    pub struct Undone {
        /// What was undone or redone; nothing when there was nothing.
        pub op: Option<Op>,
        /// What to ask again.
        pub changes: Changes,
    }
}

view! {
    /// A tag or nickname and how many entries bear it.
    pub struct NameCount {
        /// As it was first written.
        pub name: String,
        /// Entries.
        pub entries: u32,
    }
}

view! {
    /// The names in use, for completing them while typing.
    pub struct Names {
        /// Tags by use.
        pub tags: Vec<NameCount>,
        /// People by use.
        pub people: Vec<NameCount>,
    }
}

view! {
    /// The recovery sheet, while it may be seen.
    pub struct Sheet {
        /// The key in its groups, in order.
        pub groups: Vec<String>,
        /// The numbers (from 1) of the two groups to be typed back.
        pub ask: Vec<u8>,
    }
}

view! {
    /// A backup that stands in the journal's folder.
    pub struct Backup {
        /// Folder name, `000012-2026-11-21`.
        pub name: String,
        /// When it was made.
        pub made: Stamp,
        /// Entries in it.
        pub entries: u64,
        /// Bytes.
        pub bytes: u64,
    }
}

view! {
    /// Where the journal lives and how it is kept.
    pub struct Place {
        /// The folder, to be shown, never to be sent back.
        pub folder: String,
        /// `local`, `synced`, `network`, `unknown`.
        pub kind: String,
        /// Bytes of the journal file.
        pub bytes: u64,
        /// Entries.
        pub entries: u64,
        /// Backups in the folder.
        pub backups: u32,
        /// The newest of them.
        pub last_backup: Option<Backup>,
    }
}
