//! By when, in a person's own words: "Thursday before noon", "in two weeks", "28 Feb". Never a day that is past.
//!
//! What is read is shown back as a date before it is kept, so nothing is guessed at length: words that are not understood
//! give nothing, and the words themselves stay with the promise. English words go, sorted and one by one known, to
//! `interim`, which knows weekdays, months and spans; it is never given what somebody typed as it stands, since it panics
//! at some of that. Other languages have dates in figures.

mod clock;
mod figures;
mod words;

use chrono::{Duration, NaiveDateTime, NaiveTime, Timelike};
use clock::Clock;
use model::Day;
use serde::{Serialize, Serializer};

/// Longer texts are no dates.
const LONGEST: usize = 100;

/// A day that somebody named, with a time if they named one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "WhenRead"))]
pub struct When {
    /// The day on the calendar.
    pub day: Day,
    /// The local time, in JSON `"12:00"`.
    #[serde(serialize_with = "hours_and_minutes")]
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub time: Option<NaiveTime>,
    /// At any time before it ("by", "before", "until"), not at it.
    pub before: bool,
}

#[allow(clippy::ref_option, reason = "serde hands the field over like this")]
fn hours_and_minutes<S: Serializer>(time: &Option<NaiveTime>, out: S) -> Result<S::Ok, S::Error> {
    match time {
        Some(time) => out.collect_str(&time.format("%H:%M")),
        None => out.serialize_none(),
    }
}

/// Reads when something is to be, as seen from `now` on the person's own clock.
///
/// `language` is a tag such as `en-GB`: it says which words are known and in which order the figures of a date stand. A
/// date that could be two (`3/4` where nobody says which English it is) gives nothing, as does everything that is past. A
/// weekday is the next one to come; a "next" before it means next week where English is not American.
#[must_use]
pub fn parse(text: &str, now: NaiveDateTime, language: &str) -> Option<When> {
    if text.len() > LONGEST {
        return None;
    }
    let language = language.to_lowercase().replace('_', "-");
    let whole = read(text, now, &language);
    // "Thursday before noon, even if there is no news."
    whole.or_else(|| read(text.split_once(',')?.0, now, &language)).filter(|when| when.day.date() >= now.date())
}

fn read(text: &str, now: NaiveDateTime, language: &str) -> Option<When> {
    let text = text.to_lowercase().replace(',', " ").replace("a.m", "am").replace("p.m", "pm");
    // The dots of "28. 2." belong to the date, that of "Friday." does not.
    let dotted = |token: &str| token.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let bare = |token| if dotted(token) { token } else { token.trim_end_matches(['.', ';', ':', '?']) };
    let mut tokens: Vec<&str> = text.split_whitespace().map(bare).collect();
    tokens.retain(|token| !token.is_empty());
    let english = language == "en" || language.starts_with("en-");
    let mut before = false;
    let clock = clock::take(&mut tokens, english);
    if let Some(Clock { before: at, .. }) = clock {
        before |= at;
    }
    if english {
        before |= words::take_prepositions(&mut tokens);
    }
    let time = clock.and_then(|clock| clock.time);
    if tokens.is_empty() {
        // Only a time of day: the next one to come.
        clock?;
        let gone = time.is_some_and(|time| time <= now.time());
        let day = if gone { now.date().checked_add_signed(Duration::days(1))? } else { now.date() };
        return Some(When { day: Day::new(day)?, time, before });
    }
    if let Some(date) = figures::date(&tokens.join(" "), now.date(), language) {
        return Some(When { day: Day::new(date)?, time, before });
    }
    if !english {
        return None;
    }
    let (at, exact) = words::date(&tokens, now, time, language)?;
    let time = if exact { at.time().with_second(0)?.with_nanosecond(0) } else { time };
    Some(When { day: Day::new(at.date())?, time, before })
}

#[cfg(test)]
mod tests;
