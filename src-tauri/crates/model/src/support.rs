//! Who a person can count on, and the lines that they keep at hand. Part of the journal's settings.

use crate::named;
use serde::{Deserialize, Serialize};

/// Somebody the person can count on: name, how to reach them, and when.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Supporter {
    /// A name or a nickname.
    pub name: String,
    /// How to reach them.
    #[serde(default)]
    pub reach: String,
    /// When they can be reached.
    #[serde(default)]
    pub hours: String,
}

/// A line of help that the person wrote down themselves.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OwnHelpLine {
    /// Whose line it is.
    pub name: String,
    /// How to reach it.
    pub how: String,
}

named! {
    /// A day of the week.
    Weekday {
        /// Monday
        Monday = "monday",
        /// Tuesday
        Tuesday = "tuesday",
        /// Wednesday
        Wednesday = "wednesday",
        /// Thursday
        Thursday = "thursday",
        /// Friday
        Friday = "friday",
        /// Saturday
        Saturday = "saturday",
        /// Sunday
        Sunday = "sunday",
    }
}
