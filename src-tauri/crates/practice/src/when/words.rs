//! Days in English words. Sorts the words and hands those that it knows to `interim`, which does the sums.

use super::{clock::BEFORE, figures};
use chrono::{Datelike, Duration, NaiveDateTime, NaiveTime, Utc};
use interim::{Dialect, parse_date_string};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/// As people write them, and as `interim` wants them. Its own reading of units is by their beginnings: "monkeys" are months.
const UNITS: [(&str, &str, u32); 9] = [
    ("minute", "minutes", 1),
    ("min", "minutes", 1),
    ("hour", "hours", 1),
    ("hr", "hours", 1),
    ("day", "days", 1),
    ("week", "weeks", 1),
    ("fortnight", "weeks", 2),
    ("month", "months", 1),
    ("year", "years", 1),
];
/// Numbers as words, from nought.
pub(super) const NUMBERS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
/// Words that say nothing about the day.
const FILLERS: [&str; 6] = ["on", "the", "in", "of", "this", "coming"];

/// A word that is known.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Next,
    Today,
    Tomorrow,
    Weekday(&'static str),
    Month(&'static str),
    /// What it is called, and how many of that it is.
    Unit(&'static str, u32),
    Number(u32),
    /// "28th".
    Nth(u32),
}
use Word::{Month, Next, Nth, Number, Today, Tomorrow, Unit, Weekday};

/// Takes "by", "not later than" and the like from the beginning; whether there was one.
pub(super) fn take_prepositions(tokens: &mut Vec<&str>) -> bool {
    if let ["no" | "not", "later", "than", ..] = tokens[..] {
        tokens.drain(..3);
        return true;
    }
    if tokens.first().is_some_and(|first| BEFORE.contains(first)) {
        tokens.remove(0);
        return true;
    }
    false
}

/// The day that the words name. True with it: its time counts, too ("in two hours").
pub(super) fn date(tokens: &[&str], now: NaiveDateTime, time: Option<NaiveTime>, language: &str) -> Option<(NaiveDateTime, bool)> {
    let mut tokens = tokens.to_vec();
    // "two weeks from now", and "the day after tomorrow" is two days from today.
    if let [.., "from", "now" | "today"] = tokens[..] {
        tokens.truncate(tokens.len() - 2);
    }
    if let ["day", "after", "tomorrow"] | ["the", "day", "after", "tomorrow"] = tokens[..] {
        tokens = vec!["2", "days"];
    }
    if let ["a", "couple", ..] | ["in", "a", "couple", ..] = tokens[..] {
        tokens.retain(|token| *token != "a");
    }
    tokens.retain(|token| !FILLERS.contains(token));
    let words: Vec<Word> = tokens.iter().map(|token| word(token)).collect::<Option<_>>()?;
    let day_at = |at: NaiveDateTime| Some((at, false));
    match words[..] {
        [Today] => day_at(now),
        [Tomorrow] => day_at(now.checked_add_signed(Duration::days(1))?),
        [Weekday(day)] => day_at(weekday(day, now, time)?),
        [Next, Weekday(day)] => day_at(next_weekday(day, now, time, language)?),
        [Weekday(_), Number(day) | Nth(day), Month(month)]
        | [Weekday(_), Month(month), Number(day) | Nth(day)]
        | [Number(day) | Nth(day), Month(month)]
        | [Month(month), Number(day) | Nth(day)] => day_at(ask(&format!("next {day} {month}"), now)?),
        [Number(day) | Nth(day), Month(month), Number(year)] | [Month(month), Number(day) | Nth(day), Number(year)] => {
            (year >= 1000).then_some(())?;
            day_at(ask(&format!("{day} {month} {year}"), now)?)
        }
        [Month(month)] | [Next, Month(month)] => day_at(ask(&format!("next {month}"), now)?),
        [Nth(day)] | [Weekday(_), Nth(day)] => day_at(figures::day_of_month(now.date(), day)?.and_time(NaiveTime::MIN)),
        [Next, Unit(unit, of)] => day_at(ask(&format!("{of} {unit}"), now)?),
        [Number(count), Unit(unit, of)] => {
            // Four figures are all that `interim` reads.
            let count = count.checked_mul(of).filter(|count| *count <= 9999)?;
            Some((ask(&format!("{count} {unit}"), now)?, matches!(unit, "hours" | "minutes")))
        }
        _ => None,
    }
}

/// The next such day to come: today only when the time that was named with it is still to come.
fn weekday(day: &str, now: NaiveDateTime, time: Option<NaiveTime>) -> Option<NaiveDateTime> {
    let time = time.unwrap_or(NaiveTime::MIN);
    let at = ask(&format!("{day} {}", time.format("%H:%M")), now)?;
    // At midnight sharp `interim` takes today for the next one.
    if at <= now { at.checked_add_signed(Duration::days(7)) } else { Some(at) }
}

/// In America the next one to come; elsewhere the one of next week.
fn next_weekday(day: &str, now: NaiveDateTime, time: Option<NaiveTime>, language: &str) -> Option<NaiveDateTime> {
    let coming = weekday(day, now, time)?;
    let this_week = coming.date().iso_week() == now.date().iso_week();
    let american = matches!(language, "en" | "en-us");
    if this_week && !american { coming.checked_add_signed(Duration::days(7)) } else { Some(coming) }
}

/// Asks `interim`, with words that were put together here.
fn ask(text: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    parse_date_string::<chrono::DateTime<Utc>>(text, now.and_utc(), Dialect::Us).ok().map(|at| at.naive_utc())
}

fn word(token: &str) -> Option<Word> {
    let begins = |names: &[&'static str]| (token.len() >= 3).then(|| names.iter().copied().find(|name| name.starts_with(token)))?;
    let plain = token.strip_suffix('s').unwrap_or(token);
    match token {
        "next" => return Some(Next),
        "today" => return Some(Today),
        "tomorrow" | "tmrw" => return Some(Tomorrow),
        "a" | "an" => return Some(Number(1)),
        "couple" => return Some(Number(2)),
        "sept" => return Some(Month("september")),
        _ => {}
    }
    if let Some(day) = begins(&WEEKDAYS) {
        return Some(Weekday(day));
    }
    if let Some(month) = begins(&MONTHS) {
        return Some(Month(month));
    }
    if let Some((_, unit, of)) = UNITS.iter().find(|(name, ..)| *name == plain) {
        return Some(Unit(unit, *of));
    }
    if let Some(number) = NUMBERS.iter().position(|name| *name == token) {
        return u32::try_from(number).ok().map(Number);
    }
    let figures = token.len() - token.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = (1..=4).contains(&figures).then(|| token[..figures].parse().ok())?;
    match &token[figures..] {
        "" => number.map(Number),
        "st" | "nd" | "rd" | "th" => number.map(Nth),
        _ => None,
    }
}
