//! When something happened, as a person means it: a working day, and a local time if they know it.

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{fmt, str::FromStr};

/// A civil day, in JSON `"2026-02-28"`. For an entry it is the *shift day*: the day on which the shift began.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct Day(NaiveDate);

impl Day {
    /// The day, or nothing when it is outside the years 0–9999, which no format of ours can write.
    #[must_use]
    pub fn new(date: NaiveDate) -> Option<Self> {
        use chrono::Datelike;
        (0..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// The civil date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// Days since 0000-01-01, never negative: the first part of an entry's place in the time line.
    #[must_use]
    pub fn number(self) -> i64 {
        let zero = NaiveDate::from_ymd_opt(0, 1, 1).expect("the year 0 exists");
        (self.0 - zero).num_days()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_ascii(f, &spelled(self.0, NaiveTime::MIN)[..10])
    }
}

impl FromStr for Day {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != 10 {
            return Err(());
        }
        let date = date_of(text.as_bytes()).or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok());
        date.and_then(Self::new).ok_or(())
    }
}

// Dates are read and written once for every entry of an export: chrono's patterns, read anew each time, took a fifth of it.

/// `2026-02-28T21:10:05`, of a year between 0 and 9999.
fn spelled(date: NaiveDate, time: NaiveTime) -> [u8; 19] {
    use chrono::Datelike;
    let mut text = *b"0000-00-00T00:00:00";
    // A leap second is the sixtieth.
    let second = time.second() + time.nanosecond() / 1_000_000_000;
    let year = date.year().unsigned_abs();
    for (at, value) in
        [(0, year / 100), (2, year), (5, date.month()), (8, date.day()), (11, time.hour()), (14, time.minute()), (17, second)]
    {
        text[at] = b'0' + (value / 10 % 10) as u8;
        text[at + 1] = b'0' + (value % 10) as u8;
    }
    text
}

fn pad_ascii(f: &mut fmt::Formatter<'_>, text: &[u8]) -> fmt::Result {
    f.pad(std::str::from_utf8(text).map_err(|_| fmt::Error)?)
}

/// A number of two digits, or of four.
fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

/// A date in the spelling that is written here; what else chrono understands is left to it.
fn date_of(text: &[u8]) -> Option<NaiveDate> {
    let &[_, _, _, _, b'-', _, _, b'-', _, _] = text else { return None };
    let year = i32::try_from(digits(&text[..4])?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(&text[5..7])?, digits(&text[8..])?)
}

/// A local time likewise.
fn time_of(text: &[u8]) -> Option<NaiveDateTime> {
    let seconds = match text.len() {
        16 => 0,
        19 if text[16] == b':' => digits(&text[17..])?,
        _ => return None,
    };
    if (text[10], text[13]) != (b'T', b':') {
        return None;
    }
    let time = NaiveTime::from_hms_opt(digits(&text[11..13])?, digits(&text[14..16])?, seconds)?;
    Some(date_of(&text[..10])?.and_time(time))
}

/// The time of day at which one working day gives way to the next, in minutes after midnight.
///
/// A night shift from 19:00 to 07:30 belongs to the day on which it began when the day turns at
/// noon or at nine in the morning; 04:00 suits most day workers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "number"))]
pub struct DayTurn(u16);

impl DayTurn {
    /// From minutes after midnight, 0–1439.
    #[must_use]
    pub fn new(minutes: u16) -> Option<Self> {
        (minutes < 1440).then_some(Self(minutes))
    }

    /// The shift day of a local time: the calendar day before while the clock is short of the turn.
    #[must_use]
    pub fn day_of(self, local: NaiveDateTime) -> Day {
        let minutes = local.time().num_seconds_from_midnight() / 60;
        let date = local.date();
        let date = if minutes < u32::from(self.0) { date - Duration::days(1) } else { date };
        Day::new(date).unwrap_or(Day(local.date()))
    }

    /// Minutes since the shift day began, 0–1439 (plus a day for a time that lies outside it).
    #[must_use]
    pub fn minutes_into(self, day: Day, local: NaiveDateTime) -> i64 {
        let start = day.date().and_time(NaiveTime::MIN) + Duration::minutes(i64::from(self.0));
        (local - start).num_minutes()
    }
}

impl Default for DayTurn {
    fn default() -> Self {
        Self(4 * 60)
    }
}

impl TryFrom<u16> for DayTurn {
    type Error = &'static str;
    fn try_from(minutes: u16) -> Result<Self, Self::Error> {
        Self::new(minutes).ok_or("minutes after midnight, below 1440")
    }
}

impl From<DayTurn> for u16 {
    fn from(turn: DayTurn) -> u16 {
        turn.0
    }
}

/// How exactly a person knows when something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Precision {
    /// The day only.
    Date,
    /// A local time to the minute.
    Minute,
    /// A local time to the second.
    Second,
    /// A local time whose offset from UTC is known too.
    Instant,
}

/// When it happened in the person's own clock; in JSON `"2026-02-28"`, `"2026-02-28T21:10"` or `"2026-02-28T21:10:05"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub enum Happened {
    /// On that working day; the time is not known.
    Day(Day),
    /// At that local time, to the minute.
    Minute(NaiveDateTime),
    /// At that local time, to the second.
    Second(NaiveDateTime),
}

impl Happened {
    /// The local date and time, when a time is known.
    #[must_use]
    pub fn local(self) -> Option<NaiveDateTime> {
        match self {
            Self::Day(_) => None,
            Self::Minute(t) | Self::Second(t) => Some(t),
        }
    }

    /// The shift day: as said, or computed from the time by the day's turn.
    #[must_use]
    pub fn shift_day(self, turn: DayTurn) -> Day {
        match self {
            Self::Day(day) => day,
            Self::Minute(t) | Self::Second(t) => turn.day_of(t),
        }
    }
}

impl fmt::Display for Happened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Minute(t) => pad_ascii(f, &spelled(t.date(), t.time())[..16]),
            Self::Second(t) => pad_ascii(f, &spelled(t.date(), t.time())),
        }
    }
}

impl FromStr for Happened {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let in_range = |t: NaiveDateTime| Day::new(t.date()).map(|_| t).ok_or(());
        let read = |pattern| match time_of(text.as_bytes()) {
            Some(time) => in_range(time),
            None => NaiveDateTime::parse_from_str(text, pattern).map_err(drop).and_then(in_range),
        };
        match text.len() {
            10 => text.parse().map(Self::Day),
            16 => read("%Y-%m-%dT%H:%M").map(Self::Minute),
            19 => read("%Y-%m-%dT%H:%M:%S").map(Self::Second),
            _ => Err(()),
        }
    }
}

macro_rules! json_as_text {
    ($type:ty, $expected:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
                text.parse().map_err(|()| de::Error::custom($expected))
            }
        }
    };
}
json_as_text!(Day, "a day such as 2026-02-28 is expected");
json_as_text!(Happened, "a day or a local time such as 2026-02-28T21:10 is expected");

#[cfg(test)]
mod tests {
    use super::*;

    fn check(turn_minutes: u16, local: &str, day: &str) {
        let turn = DayTurn::new(turn_minutes).unwrap();
        let happened: Happened = local.parse().unwrap();
        assert_eq!(happened.shift_day(turn).to_string(), day, "{local} with the turn at {turn_minutes}");
    }

    #[test]
    fn a_night_shift_belongs_to_the_day_on_which_it_began() {
        check(240, "2026-02-28T21:10", "2026-02-28");
        check(240, "2026-03-01T03:59", "2026-02-28");
        check(240, "2026-03-01T04:00", "2026-03-01");
        check(720, "2026-03-01T07:30", "2026-02-28");
        check(0, "2026-03-01T00:00", "2026-03-01");
        check(1439, "2026-01-01T12:00:30", "2025-12-31");
        check(240, "2026-03-01", "2026-03-01");
    }

    #[test]
    fn a_clock_that_jumps_for_daylight_saving_does_not_move_the_day() {
        // Europe/Berlin, 29 March 2026: 02:00 becomes 03:00; and 25 October: 03:00 becomes 02:00.
        check(240, "2026-03-29T01:59", "2026-03-28");
        check(240, "2026-03-29T03:00", "2026-03-28");
        check(240, "2026-10-25T02:30", "2026-10-24");
        check(240, "2026-10-25T04:00", "2026-10-25");
    }

    #[test]
    fn dates_are_spelled_as_chrono_spells_them() {
        for day in (0..3_652_424).step_by(61) {
            let date = NaiveDate::from_ymd_opt(0, 1, 1).unwrap() + Duration::days(day);
            let second = day * 7919 % 86_400;
            let time = date.and_time(NaiveTime::MIN) + Duration::seconds(second);
            for (happened, pattern) in [
                (Happened::Day(Day(date)), "%Y-%m-%d"),
                (Happened::Minute(time - Duration::seconds(second % 60)), "%Y-%m-%dT%H:%M"),
                (Happened::Second(time), "%Y-%m-%dT%H:%M:%S"),
            ] {
                let text = happened.to_string();
                assert_eq!(text, time.format(pattern).to_string());
                assert_eq!(text.parse(), Ok(happened));
            }
        }
    }

    #[test]
    fn a_time_survives_its_own_spelling() {
        for text in ["2026-02-28", "2026-02-28T21:10", "2026-02-28T21:10:05", "0000-01-01", "9999-12-31T23:59:59", "2016-12-31T23:59:60"] {
            assert_eq!(text.parse::<Happened>().unwrap().to_string(), text);
        }
        for text in ["", "2026-02-30", "2026-2-3", "28.02.2026", "2026-02-28 21:10", "2026-02-28T25:00", "-001-01-01", "2026-02-28T21:10Z"]
        {
            assert!(text.parse::<Happened>().is_err(), "{text}");
        }
    }
}
