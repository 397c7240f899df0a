//! A promise: what, to whom, by when, and what became of it. Holds no rule of when it is late (the practice does).

use crate::named;
use crate::{Day, EntryId, Happened, Invalid, Stamp, Why, limits};
use serde::{Deserialize, Serialize};

named! {
    /// What became of a promise.
    PromiseState {
        /// Nothing yet.
        Open = "open",
        /// It was kept.
        Kept = "kept",
        /// Somebody else has it now.
        HandedOn = "handed-on",
        /// It was let go.
        LetGo = "let-go",
    }
}

/// A promise as somebody makes it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct Promising {
    /// What was promised.
    pub what: String,
    /// To whom: a role or a nickname.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// By when, in the person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
    /// By when, as far as it is known: a day, or a time on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Happened>,
    /// How that person can reach back, within paid hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<String>,
}

/// A promise in the journal.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct Promise {
    /// Its name.
    pub id: EntryId,
    /// The words.
    #[serde(flatten)]
    pub promising: Promising,
    /// What became of it.
    pub state: PromiseState,
    /// Who has it now, when it was handed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handed_to: Option<String>,
    /// The moment or guide in which it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// The shift day on which it was made.
    pub day: Day,
    /// When it was written down.
    pub made: Stamp,
    /// When it was answered: kept, handed on or let go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Stamp>,
    /// Taken back together with the action that made it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<bool>"))]
    pub dropped: bool,
}

impl Promising {
    /// The same with blank fields gone.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        self.what = self.what.trim().to_owned();
        for field in [&mut self.to, &mut self.said, &mut self.reach] {
            *field = field.take().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        }
        self
    }

    /// Checks what no promise may break.
    ///
    /// # Errors
    /// The first field that is empty, too long, or holds what cannot be kept.
    pub fn check(&self) -> Result<(), Invalid> {
        let fail = |field, why| Err(Invalid { field, why });
        if self.what.trim().is_empty() {
            return fail("what", Why::Empty);
        }
        let empty = String::new();
        for (field, text) in [
            ("what", &self.what),
            ("to", self.to.as_ref().unwrap_or(&empty)),
            ("said", self.said.as_ref().unwrap_or(&empty)),
            ("reach", self.reach.as_ref().unwrap_or(&empty)),
        ] {
            if text.len() > limits::FIELD {
                return fail(field, Why::TooLong);
            }
            if text.contains('\0') {
                return fail(field, Why::Unreadable);
            }
        }
        Ok(())
    }
}
