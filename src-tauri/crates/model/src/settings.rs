//! What a person can set: in the journal (private), and on the device (needed before the journal opens, tells nothing).

use crate::{DayTurn, kind::named};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Settings kept inside the encrypted journal.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct JournalSettings {
    /// When the working day turns.
    pub day_turn: DayTurn,
    /// Whether two groups of the recovery sheet were typed back; set-up is not done before.
    pub sheet_confirmed: bool,
}

named! {
    /// Light or dark.
    Theme {
        /// As the desktop says.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

named! {
    /// How strongly things stand out.
    Contrast {
        /// As the desktop says.
        System = "system",
        /// The usual palette.
        Usual = "usual",
        /// Black and white with outlines.
        High = "high",
    }
}

named! {
    /// Whether things may move.
    Motion {
        /// As the desktop says.
        System = "system",
        /// Nothing moves.
        Still = "still",
    }
}

/// Settings of this computer, in a plain file: they are read before there is a passphrase, so they tell nothing private.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeviceSettings {
    /// Light, dark, or as the desktop says.
    pub theme: Theme,
    /// Contrast.
    pub contrast: Contrast,
    /// Movement.
    pub motion: Motion,
    /// Size of the text in percent of the usual, 80–200.
    pub text_size: u16,
    /// Whether the landscape is drawn.
    pub scene: bool,
    /// Language of the interface (`en`, or `qps` and `qps-rtl` to check it), as a BCP 47 tag.
    pub language: String,
}

impl Default for DeviceSettings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            contrast: Contrast::System,
            motion: Motion::System,
            text_size: 100,
            scene: true,
            language: "en".into(),
        }
    }
}

impl DeviceSettings {
    /// The same with every value inside its range, whatever the file said.
    #[must_use]
    pub fn within_range(mut self) -> Self {
        self.text_size = self.text_size.clamp(80, 200);
        if self.language.is_empty() || self.language.len() > 35 {
            self.language = "en".into();
        }
        self
    }
}
