//! What a person can set: in the journal (private), and on the device (needed before the journal opens, tells nothing).

use crate::{DayTurn, Invalid, OwnHelpLine, Supporter, Weekday, Why, limits, named};
use serde::{Deserialize, Serialize};

/// Settings kept inside the encrypted journal.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct JournalSettings {
    /// When the working day turns.
    pub day_turn: DayTurn,
    /// Whether two groups of the recovery sheet were typed back; set-up is not done before.
    pub sheet_confirmed: bool,
    /// Days of the week without a shift.
    pub days_off: Vec<Weekday>,
    /// The day on which the weekly check-in is offered; off while there is none.
    pub check_in: Option<Weekday>,
    /// People I can count on, in the person's own order.
    pub count_on: Vec<Supporter>,
    /// Lines of help that the person wrote down; they come first.
    pub help_lines: Vec<OwnHelpLine>,
    /// The region whose lines of help are shown; chosen once.
    pub help_region: Option<String>,
    /// Lines of the library that the person does not want to see, by name.
    pub help_hidden: Vec<String>,
}

impl JournalSettings {
    /// Checks what no settings may break.
    ///
    /// # Errors
    /// The first list that is too long, or a field in it.
    pub fn check(&self) -> Result<(), Invalid> {
        let people = self.count_on.iter().flat_map(|p| [("count_on", &p.name), ("count_on", &p.reach), ("count_on", &p.hours)]);
        let lines = self.help_lines.iter().flat_map(|l| [("help_lines", &l.name), ("help_lines", &l.how)]);
        let rest = self.help_region.iter().chain(&self.help_hidden).map(|t| ("help_region", t));
        for (field, text) in people.chain(lines).chain(rest) {
            if text.len() > limits::NAME * 2 {
                return Err(Invalid { field, why: Why::TooLong });
            }
            if text.contains('\0') {
                return Err(Invalid { field, why: Why::Unreadable });
            }
        }
        for (field, count) in
            [("count_on", self.count_on.len()), ("help_lines", self.help_lines.len()), ("help_region", self.help_hidden.len())]
        {
            if count > limits::NAMES {
                return Err(Invalid { field, why: Why::TooMany });
            }
        }
        if self.days_off.len() > 7 {
            return Err(Invalid { field: "days_off", why: Why::TooMany });
        }
        Ok(())
    }
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
