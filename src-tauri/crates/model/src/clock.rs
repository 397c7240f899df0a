//! Points on the world's clock, and where they come from.

use chrono::{DateTime, FixedOffset, NaiveDateTime, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A point in time in UTC, to the millisecond; in JSON `"2026-02-28T20:12:03.123Z"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct Stamp(i64);

impl Stamp {
    /// From milliseconds since 1970 in UTC; what lies outside the years 0–9999 is moved to the nearest end.
    #[must_use]
    pub fn from_millis(millis: i64) -> Self {
        const YEAR_0: i64 = -62_167_219_200_000;
        const YEAR_9999: i64 = 253_402_300_799_999;
        Self(millis.clamp(YEAR_0, YEAR_9999))
    }

    /// Milliseconds since 1970 in UTC.
    #[must_use]
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Reads RFC 3339 (`2026-02-28T20:12:03Z`, any offset).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|t| Self::from_millis(t.timestamp_millis()))
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("a time in UTC is expected"))
    }
}

/// What the wall clock says at one moment: the point in time, and how the person's clock shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Now {
    /// The point in time.
    pub stamp: Stamp,
    /// Minutes east of UTC.
    pub offset_minutes: i32,
    /// IANA name of the zone, when the system tells it.
    pub zone: Option<String>,
}

impl Now {
    /// The date and time on the person's clock, to the second.
    #[must_use]
    pub fn local(&self) -> NaiveDateTime {
        let offset = FixedOffset::east_opt(self.offset_minutes * 60).unwrap_or_else(|| {
            // East of UTC by more than a day is not a place on Earth; UTC is the honest reading.
            FixedOffset::east_opt(0).expect("zero is a valid offset")
        });
        let local = self.stamp.utc().with_timezone(&offset).naive_local();
        chrono::Timelike::with_nanosecond(&local, 0).unwrap_or(local)
    }
}

/// Where the core learns the time; handed in, so that a test can say what time it is.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Now;
}
