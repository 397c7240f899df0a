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
        self.0.format("%Y-%m-%d").fmt(f)
    }
}

impl FromStr for Day {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != 10 {
            return Err(());
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().and_then(Self::new).ok_or(())
    }
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
            Self::Minute(t) => t.format("%Y-%m-%dT%H:%M").fmt(f),
            Self::Second(t) => t.format("%Y-%m-%dT%H:%M:%S").fmt(f),
        }
    }
}

impl FromStr for Happened {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let in_range = |t: NaiveDateTime| Day::new(t.date()).map(|_| t).ok_or(());
        match text.len() {
            10 => text.parse().map(Self::Day),
            16 => NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(drop).and_then(in_range).map(Self::Minute),
            19 => NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").map_err(drop).and_then(in_range).map(Self::Second),
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
    fn a_time_survives_its_own_spelling() {
        for text in ["2026-02-28", "2026-02-28T21:10", "2026-02-28T21:10:05", "0000-01-01", "9999-12-31T23:59:59"] {
            assert_eq!(text.parse::<Happened>().unwrap().to_string(), text);
        }
        for text in ["", "2026-02-30", "2026-2-3", "28.02.2026", "2026-02-28 21:10", "2026-02-28T25:00", "-001-01-01", "2026-02-28T21:10Z"]
        {
            assert!(text.parse::<Happened>().is_err(), "{text}");
        }
    }
}
