//! The time of day within a phrase: "3pm", "15:00", "before noon", "tomorrow morning". Knows nothing of days.

use super::words::NUMBERS;
use chrono::NaiveTime;

/// What a phrase says of the time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Clock {
    /// Nothing for "by tonight": the day is named, no hour is.
    pub(super) time: Option<NaiveTime>,
    /// At any time before it.
    pub(super) before: bool,
}

/// Words that mean "not later than".
pub(super) const BEFORE: [&str; 6] = ["before", "by", "until", "till", "til", "latest"];
const AT: [&str; 5] = ["at", "@", "around", "about", "from"];

/// Parts of a day, longest first: the phrase, and the hour before which it ends if that can be said.
const PARTS: [(&[&str], Option<u32>); 15] = [
    (&["by", "the", "end", "of", "the", "day"], None),
    (&["end", "of", "the", "day"], None),
    (&["end", "of", "day"], None),
    (&["close", "of", "business"], None),
    (&["in", "the", "morning"], Some(12)),
    (&["in", "the", "afternoon"], None),
    (&["in", "the", "evening"], None),
    (&["this", "morning"], Some(12)),
    (&["this", "afternoon"], None),
    (&["this", "evening"], None),
    (&["morning"], Some(12)),
    (&["afternoon"], None),
    (&["evening"], None),
    (&["tonight"], None),
    (&["eod"], None),
];

/// Takes the words of the time of day out of the phrase. English words only where the language is English.
pub(super) fn take(tokens: &mut Vec<&str>, english: bool) -> Option<Clock> {
    for at in 0..tokens.len() {
        let led = at.checked_sub(1).map(|led| tokens[led]);
        let before = english && led.is_some_and(|led| BEFORE.contains(&led));
        let at_time = english && led.is_some_and(|led| AT.contains(&led));
        let Some((time, count)) = time(&tokens[at..], english, before || at_time) else { continue };
        tokens.drain(at..at + count);
        if before || at_time {
            tokens.remove(at - 1);
        }
        return Some(Clock { time: Some(time), before });
    }
    if !english {
        return None;
    }
    for (phrase, hour) in PARTS {
        if let Some(at) = tokens.windows(phrase.len()).position(|window| window == phrase) {
            tokens.drain(at..at + phrase.len());
            return Some(Clock { time: hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0)), before: true });
        }
    }
    None
}

/// The time that these words begin with, and how many words it takes. A bare hour counts only where "at" or "before" led.
fn time(tokens: &[&str], english: bool, led: bool) -> Option<(NaiveTime, usize)> {
    let first = *tokens.first()?;
    if english {
        match first {
            "noon" | "midday" => return Some((NaiveTime::from_hms_opt(12, 0, 0)?, 1)),
            // The last minute of the day that is named, and not the first of the next.
            "midnight" => return Some((NaiveTime::from_hms_opt(23, 59, 0)?, 1)),
            _ => {}
        }
        for half in ["am", "pm"] {
            if let Some(figures) = first.strip_suffix(half) {
                return Some((twelve(figures, half)?, 1));
            }
            if tokens.get(1) == Some(&half) {
                return Some((twelve(first, half)?, 2));
            }
        }
        if matches!(tokens.get(1), Some(&"o'clock" | &"o’clock")) {
            return Some((bare(first)?, 2));
        }
        if led && tokens.len() == 1 && bare(first).is_some() {
            return Some((bare(first)?, 1));
        }
    }
    let (hour, minute) = first.split_once(':')?;
    Some((NaiveTime::from_hms_opt(number(hour)?, number(minute)?, 0)?, 1))
}

/// "3", "3:30" or "3.30" in the half of the day.
fn twelve(figures: &str, half: &str) -> Option<NaiveTime> {
    let (hour, minute) = figures.split_once([':', '.']).unwrap_or((figures, "0"));
    let hour = number(hour).filter(|hour| (1..=12).contains(hour))? % 12;
    NaiveTime::from_hms_opt(hour + if half == "pm" { 12 } else { 0 }, number(minute)?, 0)
}

/// "At 3" is in the afternoon, "at 9" in the morning: what people say by day. The date is shown back, with its hour.
fn bare(hour: &str) -> Option<NaiveTime> {
    let word = NUMBERS.iter().position(|name| *name == hour).and_then(|hour| u32::try_from(hour).ok());
    let hour = word.or_else(|| number(hour))?;
    NaiveTime::from_hms_opt(if (1..=6).contains(&hour) { hour + 12 } else { hour }, 0, 0)
}

/// One or two figures.
fn number(text: &str) -> Option<u32> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}
