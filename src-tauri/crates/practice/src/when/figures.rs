//! Dates in figures, in the order of the language: `2026-02-28`, `28.2.`, `2/28/2026`. Knows no words.

use chrono::{Datelike, NaiveDate};

/// In which order day and month stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    /// Both are usual: only a date that can be read in one way is read.
    Either,
}

/// Languages that put the year first, and so the month before the day when there is no year.
const YEAR_FIRST: [&str; 7] = ["ja", "zh", "ko", "hu", "lt", "mn", "eu"];

fn order(language: &str) -> Order {
    match language {
        "en-us" => Order::MonthFirst,
        "en" | "en-ca" | "en-ph" => Order::Either,
        _ if YEAR_FIRST.contains(&language.split('-').next().unwrap_or_default()) => Order::MonthFirst,
        _ => Order::DayFirst,
    }
}

/// The date; without a year the next such day from today on.
pub(super) fn date(text: &str, today: NaiveDate, language: &str) -> Option<NaiveDate> {
    // "28. 2. 2026" and "2026. 2. 28."
    let text = text.replace(". ", ".");
    let sign = ['.', '/', '-'].into_iter().find(|sign| text.contains(*sign))?;
    let parts: Vec<u32> = text.trim_end_matches(sign).split(sign).map(number).collect::<Option<_>>()?;
    let long = |at: usize| text.split(sign).nth(at).is_some_and(|part| part.len() == 4);
    match parts[..] {
        [year, month, day] if long(0) => ymd(year, month, day),
        [one, two, year] if long(2) || year >= 20 => either(one, two, language, |month, day| ymd(full(year), month, day)),
        // A dash between two numbers is as often a span as a date.
        [one, two] if sign != '-' && !long(0) && !long(1) => either(one, two, language, |month, day| coming(today, month, day)),
        _ => None,
    }
}

/// Reads two figures as month and day in the language's order.
fn either(one: u32, two: u32, language: &str, read: impl Fn(u32, u32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let (day_first, month_first) = (read(two, one), read(one, two));
    match order(language) {
        Order::DayFirst => day_first,
        Order::MonthFirst => month_first,
        Order::Either if one == two => day_first,
        Order::Either => day_first.xor(month_first),
    }
}

/// That day of the year, this year or next.
fn coming(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
    // The 29th of February waits for its year, eight years at most.
    (0..=8).filter_map(|more| in_year(today.year() + more)).find(|date| *date >= today)
}

/// The coming day of that number in its month: "the 28th".
pub(super) fn day_of_month(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    let months = (0..3).filter_map(|more| first.checked_add_months(chrono::Months::new(more)));
    months.filter_map(|month| month.with_day(day)).find(|date| *date >= today)
}

fn full(year: u32) -> u32 {
    if year < 100 { 2000 + year } else { year }
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// One to four figures.
fn number(text: &str) -> Option<u32> {
    ((1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}
