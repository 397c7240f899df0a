//! The content: prompts, guides, check-in, safety texts, help lines, lists, all as constants that the build made of
//! `content/*.yaml`. Nothing is read or parsed while the program runs; nothing here depends on what anybody wrote.

use model::{Day, ExportRule, Kind};
use serde::Serialize;

/// A text of the content.
type Text = &'static str;
/// A list of the content.
type List<T> = &'static [T];
/// Words of a list, as they are kept when they are tapped; most things have none.
type Taps = List<Text>;

/// The build reads the same lists by a macro of its own.
macro_rules! named {
    ($($list:tt)*) => { model::named! { $($list)* } };
}

macro_rules! record {
    ($(#[$doc:meta])* $type:ident as $ts:literal { $($(#[$field_doc:meta])* $field:ident: $of:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = $ts))]
        pub struct $type { $($(#[$field_doc])* pub $field: $of),+ }
    };
}

mod kinds;
mod shape;
#[cfg(test)]
mod tests;

pub use kinds::{Care, Group, HelpKind, Item, Makes, Note, Region, Seen, Theme, Tier, When};
pub use shape::{
    Aim, CheckIn, Choice, Form, FormField, Framework, GroupWords, Guide, HelpLine, ItemWords, Prompt, RegionWords, ScalePoint, Step,
    ThemeWords, WordLists,
};

/// What the build wrote.
mod written {
    use super::ExportRule;
    use super::kinds::{Care, Group, HelpKind, Item, Makes, Region, Seen, Theme, Tier, When};
    use super::shape::{
        Aim, CheckIn, Choice, Form, FormField, Framework, GroupWords, Guide, HelpLine, ItemWords, Prompt, RegionWords, ScalePoint, Step,
        ThemeWords, WordLists,
    };

    include!(concat!(env!("OUT_DIR"), "/content.rs"));
}

/// The help lines, with the day on which somebody last checked them all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct HelpLines {
    /// Nobody has, when absent. The page says so, and also when it is more than a year ago.
    pub checked_on: Option<Day>,
    /// All of them; those of one region are picked by their region.
    pub lines: &'static [HelpLine],
}

/// The ideas that the content draws on, for the page that gives credit.
#[must_use]
pub fn frameworks() -> &'static [Framework] {
    written::FRAMEWORKS
}

/// The themes with their words, in the order in which they are listed.
#[must_use]
pub fn themes() -> &'static [ThemeWords] {
    written::THEMES
}

/// All prompts, theme by theme.
#[must_use]
pub fn prompts() -> &'static [Prompt] {
    written::PROMPTS
}

/// The prompt of that name. Nothing for one that an older or newer Cairn knew.
#[must_use]
pub fn prompt(id: &str) -> Option<&'static Prompt> {
    prompts().iter().find(|prompt| prompt.id == id)
}

/// The fifteen guides.
#[must_use]
pub fn guides() -> &'static [Guide] {
    written::GUIDES
}

/// The small walks of a minute: three hands, feedback sieve.
#[must_use]
pub fn small_walks() -> &'static [Guide] {
    written::SMALL_WALKS
}

/// The guide or small walk of that name.
#[must_use]
pub fn guide(id: &str) -> Option<&'static Guide> {
    guides().iter().chain(small_walks()).find(|guide| guide.id == id)
}

/// The fields beside the text of an entry of that kind. Nothing for kinds without a small form.
#[must_use]
pub fn form(kind: Kind) -> Option<&'static [FormField]> {
    form_named(kind.name()).map(|form| form.fields)
}

/// The question over the text itself of an entry of that kind. Nothing for kinds without a small form.
#[must_use]
pub fn opening(kind: Kind) -> Option<&'static FormField> {
    form_named(kind.name()).map(|form| &form.opening)
}

/// The small forms of the kinds that have one, and of fact notes.
#[must_use]
pub fn forms() -> &'static [Form] {
    written::FORMS
}

/// The whole small form by the kind's name, e.g. `fact-note`.
#[must_use]
pub fn form_named(kind: &str) -> Option<&'static Form> {
    written::FORMS.iter().find(|form| form.kind == kind)
}

/// The lists to tap from.
#[must_use]
pub fn word_lists() -> &'static WordLists {
    &written::WORD_LISTS
}

/// The weekly check-in.
#[must_use]
pub fn check_in() -> &'static CheckIn {
    &written::CHECK_IN
}

/// A safety text.
#[must_use]
pub fn note(note: Note) -> &'static str {
    written::NOTES[note as usize]
}

/// The help lines of all regions. The person's own lines come before them.
#[must_use]
pub fn help_lines() -> HelpLines {
    HelpLines { checked_on: written::CHECKED_ON.and_then(|day| day.parse().ok()), lines: written::HELP_LINES }
}

/// The regions that can be picked.
#[must_use]
pub fn regions() -> &'static [RegionWords] {
    written::REGIONS
}

impl Theme {
    /// Its title and its line.
    ///
    /// # Panics
    /// Never: a test holds that every theme has its words.
    #[must_use]
    pub fn words(self) -> &'static ThemeWords {
        themes().iter().find(|words| words.id == self).expect("every theme has its words")
    }
}

impl Item {
    /// The line of the check-in that it belongs to.
    ///
    /// # Panics
    /// Never: a test holds that every item has its words.
    #[must_use]
    pub fn group(self) -> Group {
        check_in().items.iter().find(|item| item.id == self).expect("every item has its words").group
    }
}
