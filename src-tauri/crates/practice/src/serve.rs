//! Which prompt is offered today: one at a time, chosen from the date and from which prompts came before.
//!
//! Never looks at what anybody wrote. The same day and the same history give the same prompt, on every computer.

use crate::chance;
use crate::content::{Care, Prompt, Theme, When, prompt, prompts};
use chrono::Datelike;
use model::Day;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A prompt that was used does not come back for so many days, unless it has its own.
pub const REST_DAYS: i64 = 21;

named! {
    /// What became of a prompt that was offered.
    Answer as "PromptAnswer" {
        /// It was on the screen.
        Shown = "shown",
        /// The person asked for another one.
        Swapped = "swapped",
        /// Not now: no more prompts that day.
        NotNow = "not-now",
        /// Something was written to it.
        Written = "written",
    }
}

named! {
    /// Where in the day the person is.
    Shift as "PromptShift" {
        /// Before the shift.
        Before = "before",
        /// After it, or in it.
        After = "after",
        /// A day off.
        Off = "off",
    }
}

/// That a prompt was offered on a day. One record for a prompt and a day, or one for each thing that became of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ServedPrompt"))]
pub struct Served {
    /// The prompt's name.
    pub prompt: String,
    /// The shift day.
    pub day: Day,
    /// What became of it.
    pub answer: Answer,
}

/// The day for which a prompt is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PromptSetting"))]
pub struct Setting {
    /// The shift day.
    pub day: Day,
    /// Where in it.
    pub shift: Shift,
    /// Whether the person named days off. While nobody knows one, what is for a day off fits after a shift as well: people
    /// whose weeks change would never meet it otherwise.
    pub days_off_known: bool,
    /// Whether the person marked it as a hard day.
    pub hard_day: bool,
}

/// The mix of a week after its shifts: three moments, one craft, one empathy, one recovery or promises, one of the rest.
const WEEK: [&[Theme]; 7] = [
    &[Theme::Moment],
    &[Theme::Moment],
    &[Theme::Moment],
    &[Theme::Craft],
    &[Theme::Empathy],
    &[Theme::Recovery, Theme::Promises],
    &[Theme::Purpose, Theme::Boss, Theme::Colleague, Theme::LookingBack],
];

/// The prompt to show now. `history` may hold more than is needed, in the order in which it happened.
///
/// A prompt that is on the screen stays until it is swapped, put off or written to, or until the day turns out to be a
/// hard one that it does not suit. Nothing after "not now", or when swapping went through all that may be shown.
#[must_use]
pub fn prompt_for(setting: &Setting, history: &[Served]) -> Option<&'static Prompt> {
    let today: Vec<&Served> = history.iter().filter(|served| served.day == setting.day).collect();
    if today.iter().any(|served| served.answer == Answer::NotNow) {
        return None;
    }
    let closed = |id: &str| today.iter().any(|served| served.prompt == id && served.answer != Answer::Shown);
    let open = today.iter().rev().find(|served| !closed(&served.prompt)).and_then(|served| prompt(&served.prompt));
    if let Some(open) = open
        && (!setting.hard_day || suits_a_hard_day(open))
    {
        return Some(open);
    }
    let used: HashMap<&str, i64> = history.iter().filter(|served| served.day <= setting.day).fold(HashMap::new(), |mut used, served| {
        let last = used.entry(served.prompt.as_str()).or_insert(i64::MIN);
        *last = served.day.number().max(*last);
        used
    });
    let rests = |prompt: &Prompt| used.get(prompt.id).is_some_and(|last| setting.day.number() - last <= rest(prompt));
    let swapped = today.iter().any(|served| served.answer == Answer::Swapped);
    prompts()
        .iter()
        .filter(|prompt| !rests(prompt) && (swapped || prompt.care != Care::MayStir))
        .filter_map(|prompt| Some((rank(prompt, setting)?, chance::of(setting.day.number(), prompt.id.as_bytes()), prompt)))
        .min_by_key(|(rank, chance, _)| (*rank, *chance))
        .map(|(_, _, prompt)| prompt)
}

/// Days for which a prompt does not come back. A few questions are for twice a year.
fn rest(prompt: &Prompt) -> i64 {
    prompt.rest_days.map_or(REST_DAYS, i64::from)
}

/// Whether a prompt may be shown while a hard day is marked: no cheer, nothing that asks for a good side.
#[must_use]
pub fn suits_a_hard_day(prompt: &Prompt) -> bool {
    let theme = matches!(prompt.theme, Theme::HardDay | Theme::Recovery) || prompt.id == "boss-plain-facts";
    theme && !matches!(prompt.care, Care::NotOnHardDays | Care::MayStir)
}

/// How well a prompt suits: 0 best; nothing when it does not.
///
/// After a shift each day of the week has prompts of its own themes. Before a shift and on days off nearly all about moments
/// are missing, since they ask about a shift that was: on those three days of a week another theme stands in, unless the one
/// that fits has rested. The other four days keep theirs.
fn rank(prompt: &Prompt, setting: &Setting) -> Option<u8> {
    let fits = match prompt.when {
        When::Any => true,
        When::Before => setting.shift == Shift::Before,
        When::After => setting.shift == Shift::After,
        When::Off => setting.shift == Shift::Off || (!setting.days_off_known && setting.shift != Shift::Before),
    };
    if setting.hard_day {
        // There are few prompts for hard days, and most are for after the shift. One of those is better than none.
        return suits_a_hard_day(prompt).then_some(u8::from(!fits));
    }
    if !fits {
        return None;
    }
    if slot(setting.day).contains(&prompt.theme) {
        return Some(0);
    }
    // Swapping went through all of the day's own, or the shift has none of them.
    WEEK.iter().any(|themes| themes.contains(&prompt.theme)).then_some(1)
}

/// The themes that are the day's turn: the week's seven, shuffled afresh each week.
fn slot(day: Day) -> &'static [Theme] {
    let weekday = day.date().weekday().num_days_from_monday();
    let monday = day.number() - i64::from(weekday);
    let mut week = WEEK;
    for at in (1..week.len()).rev() {
        let with = chance::of(monday, &[at.to_le_bytes()[0]]) % (at as u64 + 1);
        week.swap(at, usize::try_from(with).unwrap_or(0));
    }
    week[weekday as usize]
}

#[cfg(test)]
mod tests;
