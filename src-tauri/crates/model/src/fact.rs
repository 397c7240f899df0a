//! A fact note: what happened when something was not okay, as plain facts, in a room of its own.
//!
//! Never an entry: no search, no log, no Lift and no prompt can meet it by accident. Nothing is ever replaced;
//! a change is a further version, and each version is a link of one chain (the practice knows how to verify it).

use crate::{EntryId, Happened, Invalid, Stamp, Why, limits};
use serde::{Deserialize, Serialize};

/// The words of a fact note.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct FactWriting {
    /// What happened, in the person's own order. The only field that has to be filled.
    pub account: String,
    /// When it happened on the person's own clock, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Happened>,
    /// The words that were used, exactly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Who saw or heard it; initials will do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witnesses: Option<String>,
    /// Other proof, and where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
    /// Who was told, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<String>,
    /// What was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<String>,
}

/// A fact note that is not finished.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FactDraft {
    /// The note of which it will be a further version; nothing for a new one.
    pub note: Option<EntryId>,
    /// The words so far.
    pub writing: FactWriting,
}

/// One version of a fact note, as a link of the chain.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FactVersion {
    /// Its place in the chain, from 1, over all notes.
    pub link: u64,
    /// The note.
    pub note: EntryId,
    /// The version of that note, from 1.
    pub version: u32,
    /// When it was written.
    pub written: Stamp,
    /// The words.
    pub writing: FactWriting,
    /// The link's seal, in hexadecimal digits: SHA-256 over this version and the seal before it.
    pub seal: String,
}

impl FactWriting {
    /// Every field with its name.
    fn fields(&mut self) -> [&mut Option<String>; 6] {
        [&mut self.words, &mut self.place, &mut self.witnesses, &mut self.proof, &mut self.told, &mut self.asked]
    }

    /// The same with blank fields gone. The account keeps every character inside it.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        for field in self.fields() {
            *field = field.take().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        }
        self.account = self.account.trim().to_owned();
        self
    }

    /// Whether there is nothing in it worth keeping as a draft.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        Self { happened: None, ..self.clone().tidied() } == Self::default()
    }

    /// Checks what no fact note may break.
    ///
    /// # Errors
    /// The first field that is empty, too long, or holds what cannot be kept.
    pub fn check(&self) -> Result<(), Invalid> {
        if self.account.trim().is_empty() {
            return Err(Invalid { field: "account", why: Why::Empty });
        }
        let mut all = vec![("account", self.account.clone(), limits::TEXT)];
        all.extend(self.clone().fields().into_iter().filter_map(|f| Some(("fact", f.take()?, limits::FIELD))));
        for (field, text, limit) in all {
            if text.len() > limit {
                return Err(Invalid { field, why: Why::TooLong });
            }
            if text.contains('\0') {
                return Err(Invalid { field, why: Why::Unreadable });
            }
        }
        Ok(())
    }
}
