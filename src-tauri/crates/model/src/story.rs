//! The parts of a moment beyond the one line: what it took, how one knows, how it felt.
//!
//! Names and wording follow the field's own lists; the labels shown to people live with the words, not here.

use crate::named;
use serde::{Deserialize, Serialize};

named! {
    /// How the person knows that something changed.
    Know {
        /// "They told me."
        TheySaid = "they-said",
        /// "It is in a record or number."
        Record = "record",
        /// "I saw or heard the change."
        ISaw = "i-saw",
        /// "Someone else told me."
        SomeoneSaid = "someone-said",
        /// "My best guess." Allowed, and always labelled.
        MyGuess = "my-guess",
    }
}

impl Know {
    /// How well it supports the story before a reader, 1 (a guess) to 4 (they told me, or a record).
    #[must_use]
    pub fn strength(self) -> u8 {
        match self {
            Self::TheySaid | Self::Record => 4,
            Self::ISaw => 3,
            Self::SomeoneSaid => 2,
            Self::MyGuess => 1,
        }
    }
}

named! {
    /// What it cost the person. Never leaves the journal without being asked.
    Cost {
        /// "It gave me energy."
        GaveEnergy = "gave-energy",
        /// "About even."
        Even = "even",
        /// "It took a lot out of me."
        TookALot = "took-a-lot",
    }
}

named! {
    /// How it felt. Never leaves the journal without being asked.
    Felt {
        /// proud
        Proud = "proud",
        /// useful
        Useful = "useful",
        /// moved
        Moved = "moved",
        /// calm
        Calm = "calm",
        /// relieved
        Relieved = "relieved",
        /// hopeful
        Hopeful = "hopeful",
        /// tired
        Tired = "tired",
        /// sad
        Sad = "sad",
        /// angry
        Angry = "angry",
        /// worried
        Worried = "worried",
        /// flat
        Flat = "flat",
        /// mixed
        Mixed = "mixed",
    }
}

named! {
    /// The seven pursuits and the five more: what a moment is an example of.
    Pursuit {
        /// Kept the person in mind when choosing.
        ClearWhy = "clear-why",
        /// Found a new way to help.
        FreshIdea = "fresh-idea",
        /// Did it well.
        GoodSkill = "good-skill",
        /// Made how we deal with people better.
        ChangedIt = "changed-it",
        /// Fewer steps, plain words, a clear result.
        MadeSimple = "made-simple",
        /// Chose what was good for them, even when it was hard.
        DidRight = "did-right",
        /// Linked the pieces so that it felt like one.
        JoinedItUp = "joined-it-up",
        /// Looked for a way to be of use.
        BroughtValue = "brought-value",
        /// Learned, or helped somebody learn.
        Grew = "grew",
        /// Asked and wondered.
        StayedCurious = "stayed-curious",
        /// Stuck with it and changed on the way.
        KeptGoing = "kept-going",
        /// Not perfect. Better.
        BitBetter = "bit-better",
    }
}

/// A promise made in a moment: what, to whom, by when, how that person can reach back.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Pledge {
    /// What was promised.
    pub what: String,
    /// To whom: a role or nickname.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub to: String,
    /// By when, in the person's own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub by: String,
    /// How that person can reach back, within paid hours.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<String>"))]
    pub reach: String,
}

impl Pledge {
    /// Nothing of it is written yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        [&self.what, &self.to, &self.by, &self.reach].into_iter().all(|text| text.trim().is_empty())
    }
}
