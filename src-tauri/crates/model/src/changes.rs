//! What one action touched, so that each screen asks again for what it shows and nothing else.

use crate::Day;
use serde::Serialize;
use std::collections::BTreeSet;

/// What a committed action changed. Derived where the action ran; never guessed by a screen.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Changes {
    /// Entries were added, changed, binned or brought back.
    pub entries: bool,
    /// The shift days on which that happened.
    pub days: BTreeSet<Day>,
    /// The list of tags.
    pub tags: bool,
    /// The list of people.
    pub people: bool,
    /// What lies in the bin.
    pub bin: bool,
    /// Unfinished writing.
    pub drafts: bool,
    /// The journal's settings.
    pub settings: bool,
    /// What can be undone or redone.
    pub undo: bool,
    /// Promises.
    pub promises: bool,
    /// Fact notes.
    pub facts: bool,
    /// What the practice has shown today.
    pub practice: bool,
}

impl Changes {
    /// Adds what another action touched.
    pub fn merge(&mut self, other: Self) {
        self.entries |= other.entries;
        self.days.extend(other.days);
        self.tags |= other.tags;
        self.people |= other.people;
        self.bin |= other.bin;
        self.drafts |= other.drafts;
        self.settings |= other.settings;
        self.undo |= other.undo;
        self.promises |= other.promises;
        self.facts |= other.facts;
        self.practice |= other.practice;
    }
}
