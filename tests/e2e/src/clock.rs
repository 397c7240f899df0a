//! The clock that journeys live by: a time zone in which it is noon now, so that no journey ever meets midnight or the turn
//! of the working day by chance.

use std::{
    sync::OnceLock,
    time::{SystemTime, UNIX_EPOCH},
};

/// Hours east of Greenwich where it is between eleven and one, as long as this program runs.
fn hours_east() -> i64 {
    static EAST: OnceLock<i64> = OnceLock::new();
    *EAST.get_or_init(|| 12 - seconds() / 3600 % 24)
}

fn seconds() -> i64 {
    i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs()).expect("a small number")
}

/// For the variable TZ. Its names have the sign the other way round.
pub(crate) fn zone() -> String {
    format!("Etc/GMT{:+}", -hours_east())
}

/// Days since 1970 there.
pub(crate) fn today() -> i64 {
    (seconds() + hours_east() * 3600) / 86_400
}

/// `2026-11-19` of days since 1970.
pub(crate) fn civil(days: i64) -> String {
    // Howard Hinnant's civil_from_days, for years after 1970.
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (year + era * 400, if month < 10 { month + 3 } else { month - 9 });
    format!("{:04}-{month:02}-{day:02}", year + i64::from(month <= 2))
}

#[test]
fn days_are_counted_as_calendars_do() {
    assert_eq!([civil(0), civil(59), civil(19_782), civil(20_513)], ["1970-01-01", "1970-03-01", "2024-02-29", "2026-03-01"]);
    assert!((-12..=12).contains(&hours_east()));
}
