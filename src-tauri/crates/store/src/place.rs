//! An entry's place in the time line: one number that sorts as a person reads, and the row's number everywhere.
//!
//! Shift day (22 bits) · minutes into that day (12 bits) · sequence (20 bits): 54 bits together. What is written
//! later at the same minute comes later.

use crate::StoreError;
use model::{Day, DayTurn, Entry};
use rusqlite::Connection;

const DAY: u32 = 32;
const MINUTE: u32 = 20;
const LAST_IN_MINUTE: i64 = (1 << MINUTE) - 1;
const LAST_MINUTE: i64 = 4095;

/// The first place of a day.
pub(crate) fn first_of(day: Day) -> i64 {
    day.number() << DAY
}

/// The first place after a day.
pub(crate) fn after(day: Day) -> i64 {
    (day.number() + 1) << DAY
}

/// The day that a place lies in.
pub(crate) fn day_of(place: i64) -> Result<Day, StoreError> {
    let zero = chrono::NaiveDate::from_ymd_opt(0, 1, 1).and_then(|z| z.checked_add_signed(chrono::Duration::try_days(place >> DAY)?));
    zero.and_then(Day::new).ok_or(StoreError::Damaged)
}

/// The first place of the entry's minute; an entry of which only the day is known lies at the day's beginning.
pub(crate) fn minute_of(entry: &Entry, turn: DayTurn) -> i64 {
    let local = entry.writing.happened.and_then(model::Happened::local);
    let minutes = local.map_or(0, |t| turn.minutes_into(entry.day, t)).clamp(0, LAST_MINUTE);
    first_of(entry.day) | minutes << MINUTE
}

/// Whether a place lies in the minute that begins at `minute`.
pub(crate) fn is_in(place: i64, minute: i64) -> bool {
    place & !LAST_IN_MINUTE == minute
}

/// The next free place of a minute.
pub(crate) fn free(conn: &Connection, minute: i64) -> Result<i64, StoreError> {
    let last = minute | LAST_IN_MINUTE;
    let newest: Option<i64> =
        conn.prepare_cached("SELECT max(place) FROM entries WHERE place BETWEEN ?1 AND ?2")?.query_row([minute, last], |r| r.get(0))?;
    match newest {
        None => Ok(minute),
        Some(place) if place < last => Ok(place + 1),
        Some(_) => Err(StoreError::Refused(rusqlite::ffi::SQLITE_FULL)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_can_be_read_back_and_all_fit_54_bits() {
        for text in ["0000-01-01", "1970-01-01", "2024-02-29", "2026-02-28", "9999-12-31"] {
            let day: Day = text.parse().unwrap();
            assert_eq!(day_of(first_of(day)).unwrap(), day);
            assert_eq!(day_of(after(day) - 1).unwrap(), day);
            assert!(after(day) <= 1 << 54);
        }
    }
}
