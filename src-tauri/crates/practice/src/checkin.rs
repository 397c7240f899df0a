//! What a check-in amounts to: a value for each of three lines, a word about a change, a note when it is time for one.
//!
//! No total, no norm, no verdict, and never anything about moments: what the work gives and how the place treats somebody
//! are kept apart. Values are whole numbers of twenty-fourths inside, so that "two of three answers moved by one step" is
//! exact, and not a matter of rounding.

use crate::content::{Group, Item, Note, check_in};
use chrono::Datelike;
use model::{Day, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was answered, 1 to 5. An item that was skipped is not in it; a value outside of the scale counts as skipped.
pub type Answers = BTreeMap<Item, u8>;

/// One check-in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "CheckInTaken"))]
pub struct Taken {
    /// The day on which it was taken.
    pub day: Day,
    /// The answers.
    #[cfg_attr(feature = "ts", ts(as = "BTreeMap<String, u8>"))]
    pub answers: Answers,
}

named! {
    /// How a line lies against the four check-ins before.
    Trend as "CheckInTrend" {
        /// Lower than a month ago.
        Lower = "lower",
        /// Higher than a month ago.
        Higher = "higher",
        /// Lower than before, and those before lie elsewhere than a month ago.
        LowerThanBefore = "lower-than-before",
        /// Higher than before, likewise.
        HigherThanBefore = "higher-than-before",
    }
}

/// What may be said under the charts. Nothing for a line that is much as it was, or not known well enough.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "CheckInTrends"))]
pub struct Trends {
    /// What the work gave.
    pub meaning: Option<Trend>,
    /// How the place treated the person.
    pub conditions: Option<Trend>,
    /// What was left.
    pub fuel: Option<Trend>,
}

/// So many check-ins are compared with as many before.
const FOUR: usize = 4;
/// One step of the scale.
const STEP: i32 = 24;
/// Two of three answers moved by one step.
const CHANGE: i32 = STEP * 2 / 3;
/// Days that somebody calls a month ago: weekly check-ins have the middle of the four before 38 to 45 days back.
const A_MONTH: std::ops::RangeInclusive<i64> = 21..=49;

/// A line's value: the mean of what was answered, 1.0 to 5.0; nothing unless two of its three items were.
#[must_use]
pub fn value(answers: &Answers, group: Group) -> Option<f64> {
    exact(answers, group).map(|value| f64::from(value) / f64::from(STEP))
}

/// The same in twenty-fourths of a step.
fn exact(answers: &Answers, group: Group) -> Option<i32> {
    let of_group = answers.iter().filter(|(item, value)| item.group() == group && (1..=5).contains(*value));
    let (count, sum) = of_group.fold((0, 0), |(count, sum), (_, value)| (count + 1, sum + i32::from(*value)));
    (count >= 2).then(|| sum * STEP / count)
}

/// What may be said about each line today. The history may come in any order.
#[must_use]
pub fn words(history: &[Taken], today: Day) -> Trends {
    let of = |group| change(history, group).and_then(|change| trend(&change, today));
    Trends { meaning: of(Group::Meaning), conditions: of(Group::Conditions), fuel: of(Group::Fuel) }
}

/// The last four check-ins of a line against the four before.
struct Change {
    /// Median against median, in twenty-fourths.
    by: i32,
    /// The day in the middle of the four before, as a number.
    since: i64,
}

impl Change {
    fn fell(&self) -> bool {
        self.by <= -CHANGE
    }
}

/// Nothing before there are eight of this line.
fn change(history: &[Taken], group: Group) -> Option<Change> {
    let values: Vec<(i64, i32)> =
        in_order(history).into_iter().filter_map(|taken| Some((taken.day.number(), exact(&taken.answers, group)?))).collect();
    let (before, last) = values.get(values.len().checked_sub(2 * FOUR)?..)?.split_at(FOUR);
    let since = before.iter().map(|(day, _)| day).sum::<i64>() / FOUR as i64;
    Some(Change { by: median(last) - median(before), since })
}

/// Nobody has to fill one in each week: the four before may lie a year back, and then the words name no month.
fn trend(change: &Change, today: Day) -> Option<Trend> {
    let a_month_ago = A_MONTH.contains(&(today.number() - change.since));
    match (change.fell(), change.by >= CHANGE) {
        (true, _) => Some(if a_month_ago { Trend::Lower } else { Trend::LowerThanBefore }),
        (_, true) => Some(if a_month_ago { Trend::Higher } else { Trend::HigherThanBefore }),
        _ => None,
    }
}

/// Of four: half way between the two in the middle.
fn median(four: &[(i64, i32)]) -> i32 {
    let mut four: Vec<i32> = four.iter().map(|(_, value)| *value).collect();
    four.sort_unstable();
    i32::midpoint(four[1], four[2])
}

fn in_order(history: &[Taken]) -> Vec<&Taken> {
    let mut taken: Vec<&Taken> = history.iter().collect();
    taken.sort_by_key(|taken| taken.day);
    taken
}

/// The notes to show after the latest check-in: offers, no alarms. The history may come in any order.
#[must_use]
pub fn notes(history: &[Taken]) -> Vec<Note> {
    let taken = in_order(history);
    let Some(latest) = taken.last() else { return Vec::new() };
    let mut notes = Vec::new();
    if latest.answers.get(&Item::SafeRespected).is_some_and(|value| (1..=2).contains(value)) {
        notes.push(Note::NotOkayLink);
    }
    let low = |taken: &&&Taken| exact(&taken.answers, Group::Fuel).is_some_and(|fuel| fuel <= 2 * STEP);
    if taken.iter().rev().take(FOUR).filter(low).count() >= 3 {
        notes.push(Note::RunningOnEmpty);
    }
    // "Held up" is said only where it is known: a meaning that nobody answered for did not hold.
    let held = change(history, Group::Meaning).is_some_and(|change| !change.fell());
    if held && change(history, Group::Conditions).is_some_and(|change| change.fell()) {
        notes.push(Note::ConditionsNotYou);
    }
    notes
}

/// Whether a check-in may be offered. A clock that went back offers nothing.
#[must_use]
pub fn may_offer(last: Option<Day>, today: Day) -> bool {
    last.is_none_or(|last| today.number() - last.number() >= between())
}

/// Whether a check-in waits: from the chosen day of the week on, until there is one that lies within the week that begins with
/// it. Whoever misses that day has the days after it, and two still keep their distance. `last` is the day of the latest one.
#[must_use]
pub fn due(chosen: Weekday, last: Option<Day>, today: Day) -> bool {
    let weekday = i64::from(today.date().weekday().num_days_from_monday());
    let begins = Weekday::ALL.iter().zip(0_i64..).find(|(day, _)| **day == chosen).map_or(0, |(_, index)| index);
    let since = today.number() - (weekday - begins).rem_euclid(7);
    may_offer(last, today) && last.is_none_or(|last| last.number() < since)
}

/// The first day from `day` on that lies far enough from every check-in of `others`, before and after it: what counts is
/// the day that a check-in is about, so that one for last month can be filled in late. `day` itself, if nothing is near.
#[must_use]
pub fn next_free(day: Day, mut others: Vec<Day>) -> Day {
    others.sort_unstable();
    others.into_iter().fold(day, |day, other| {
        let near = (day.number() - other.number()).abs() < between();
        if near { Day::new(other.date() + chrono::Duration::days(between())).unwrap_or(other) } else { day }
    })
}

/// Days from one check-in to the next, or more.
fn between() -> i64 {
    i64::from(check_in().days_between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Item::{BackedUp, EnergyLeft, HadASay, Mattered, SafeRespected, StillWarm, SwitchOff, UsedSkill, WorthIt};

    fn day(number: i64) -> Day {
        Day::new(chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Duration::days(number)).unwrap()
    }

    fn three(group: Group, values: [u8; 3]) -> Answers {
        let items = Item::ALL.iter().filter(|item| item.group() == group);
        items.zip(values).filter(|(_, value)| *value != 0).map(|(item, value)| (*item, value)).collect()
    }

    /// Check-ins a week apart, each with its answers for these groups.
    fn weeks(groups: &[(Group, &[[u8; 3]])]) -> Vec<Taken> {
        let count = groups.iter().map(|(_, values)| values.len()).max().unwrap_or(0);
        let of = |at: usize| groups.iter().filter_map(|(group, values)| Some(three(*group, *values.get(at)?))).flatten().collect();
        (0..count).map(|at| Taken { day: day(7 * at as i64), answers: of(at) }).collect()
    }

    #[test]
    fn a_line_is_the_mean_of_what_was_answered() {
        for (values, wanted) in [
            ([0, 0, 0], None),
            ([5, 0, 0], None),
            ([0, 2, 3], Some(2.5)),
            ([1, 1, 1], Some(1.0)),
            ([5, 5, 5], Some(5.0)),
            ([1, 2, 4], Some(7.0 / 3.0)),
            ([9, 2, 4], Some(3.0)),
            ([9, 9, 4], None),
        ] {
            for group in Group::ALL {
                let got = value(&three(*group, values), *group);
                assert_eq!(got.is_some(), wanted.is_some(), "{values:?}");
                assert!(got.zip(wanted).is_none_or(|(a, b)| (a - b).abs() < 1e-9), "{values:?}: {got:?}");
            }
        }
        let mixed: Answers = [(Mattered, 4), (WorthIt, 5), (HadASay, 1), (EnergyLeft, 2), (SwitchOff, 2), (StillWarm, 5)].into();
        assert_eq!(value(&mixed, Group::Meaning), Some(4.5));
        assert_eq!(value(&mixed, Group::Conditions), None, "one answer is not enough");
        assert_eq!(value(&mixed, Group::Fuel), Some(3.0));
        assert!(![UsedSkill, BackedUp, SafeRespected].iter().any(|item| mixed.contains_key(item)));
    }

    #[test]
    fn a_change_is_said_when_two_of_three_answers_moved() {
        let (three, two_up, one_up, two_down) = ([3, 3, 3], [4, 4, 3], [4, 3, 3], [3, 2, 2]);
        for (last, wanted) in [
            ([three; 4], None),
            ([one_up; 4], None),
            ([two_up; 4], Some(Trend::Higher)),
            ([two_down; 4], Some(Trend::Lower)),
            ([[5, 5, 5], three, three, three], None),
            ([[5, 5, 5], [1, 1, 1], two_up, two_up], Some(Trend::Higher)),
            ([two_up, three, two_up, three], None),
        ] {
            let all: Vec<[u8; 3]> = [three; 4].into_iter().chain(last).collect();
            assert_eq!(words(&weeks(&[(Group::Fuel, &all)]), day(49)).fuel, wanted, "{last:?}");
            let none = words(&weeks(&[(Group::Fuel, &all[1..])]), day(49));
            assert_eq!(none, Trends::default(), "seven check-ins say nothing");
        }
    }

    #[test]
    fn lines_are_told_apart_and_gaps_are_passed_over() {
        let high = [[4, 4, 4]; 4];
        let low = [[2, 2, 2]; 4];
        let conditions: Vec<_> = high.into_iter().chain(low).collect();
        let meaning: Vec<_> = low.into_iter().chain(high).collect();
        let gap: Vec<_> = high.into_iter().chain([[0, 3, 0]]).chain(low).collect();
        let mut history = weeks(&[(Group::Conditions, &conditions), (Group::Meaning, &meaning), (Group::Fuel, &gap)]);
        let wanted = Trends { meaning: Some(Trend::Higher), conditions: Some(Trend::Lower), fuel: Some(Trend::Lower) };
        assert_eq!(words(&history, day(49)), wanted);
        history.reverse();
        assert_eq!(words(&history, day(49)), wanted, "in whatever order they come");
    }

    #[test]
    fn a_month_ago_is_said_only_of_a_month_ago() {
        // Every so many days, and how long after the last one somebody reads it.
        for (every, later, a_month) in [
            (7, 0, true),
            (7, 6, true),
            (6, 0, true),
            (8, 0, true),
            (7, 12, false),
            (14, 0, false),
            (30, 0, false),
            (365, 0, false),
            (7, -40, false),
        ] {
            for (last, near, far) in
                [([2, 2, 2], Trend::Lower, Trend::LowerThanBefore), ([4, 4, 4], Trend::Higher, Trend::HigherThanBefore)]
            {
                let taken = |at: i64| Taken { day: day(at * every), answers: three(Group::Fuel, if at < 4 { [3, 3, 3] } else { last }) };
                let history: Vec<Taken> = (0..8).map(taken).collect();
                let wanted = if a_month { near } else { far };
                assert_eq!(words(&history, day(7 * every + later)).fuel, Some(wanted), "every {every} days, {later} days later");
            }
        }
        // However far apart, the note of how the place treats somebody comes alike.
        let year = |at: i64| Taken {
            day: day(at * 45),
            answers: three(Group::Conditions, if at < 4 { [4; 3] } else { [3; 3] })
                .into_iter()
                .chain(three(Group::Meaning, [3; 3]))
                .collect(),
        };
        assert_eq!(notes(&(0..8).map(year).collect::<Vec<_>>()), [Note::ConditionsNotYou]);
    }

    #[test]
    fn three_gentle_rules() {
        let safe = |value| weeks(&[(Group::Conditions, &[[3, 3, value]])]);
        let (full, empty) = ([3, 3, 3], [2, 2, 2]);
        let fuel = |values: &[[u8; 3]]| weeks(&[(Group::Fuel, values)]);
        let year = |before: [u8; 3], last: [u8; 3]| [before, before, before, before, last, last, last, last];
        let both = |meaning: [[u8; 3]; 8]| weeks(&[(Group::Conditions, &year([4; 3], [3; 3])), (Group::Meaning, &meaning)]);
        for (name, history, wanted) in [
            ("nothing", vec![], vec![]),
            ("safe", safe(3), vec![]),
            ("not safe", safe(2), vec![Note::NotOkayLink]),
            ("not safe at all", safe(1), vec![Note::NotOkayLink]),
            ("skipped", safe(0), vec![]),
            ("three low", fuel(&[empty, empty, empty]), vec![Note::RunningOnEmpty]),
            ("two low", fuel(&[empty, empty]), vec![]),
            ("three of four", fuel(&[empty, full, empty, [1, 2, 3]]), vec![Note::RunningOnEmpty]),
            ("long ago", fuel(&[empty, empty, empty, full, full]), vec![]),
            ("a little more than low", fuel(&[[2, 2, 3]; 4]), vec![]),
            ("held up", both(year([3; 3], [3; 3])), vec![Note::ConditionsNotYou]),
            ("rose", both(year([3; 3], [5; 3])), vec![Note::ConditionsNotYou]),
            ("fell, too", both(year([4; 3], [3; 3])), vec![]),
            ("nobody knows", both([[0; 3]; 8]), vec![]),
        ] {
            assert_eq!(notes(&history), wanted, "{name}");
        }
    }

    #[test]
    fn a_check_in_is_offered_after_six_days() {
        for (days, may) in [(-3, false), (0, false), (1, false), (5, false), (6, true), (7, true), (900, true)] {
            assert_eq!(may_offer(Some(day(0)), day(days)), may, "{days}");
        }
        assert!(may_offer(None, day(0)));
    }

    #[test]
    fn a_check_in_waits_from_the_chosen_day_on_until_there_is_one_in_that_week() {
        // The fifth of January is a Monday. Days are those of the month.
        for (chosen, last, today, wanted, name) in [
            (Weekday::Monday, Some(5), 12, true, "on the day itself"),
            (Weekday::Monday, Some(5), 13, true, "missed by one day"),
            (Weekday::Monday, Some(5), 17, true, "missed by five"),
            (Weekday::Monday, Some(5), 18, true, "missed by six"),
            (Weekday::Monday, Some(5), 19, true, "missed by a week"),
            (Weekday::Monday, Some(12), 12, false, "filled in on the day"),
            (Weekday::Monday, Some(12), 18, false, "six days on is the same week"),
            (Weekday::Monday, Some(14), 18, false, "filled in late"),
            (Weekday::Monday, Some(17), 19, false, "filled in very late, the next day is too close"),
            (Weekday::Monday, Some(17), 22, false, "five days apart"),
            (Weekday::Monday, Some(17), 23, true, "six days apart, in the week after"),
            (Weekday::Monday, Some(11), 12, false, "filled in a day early"),
            (Weekday::Monday, Some(11), 16, false, "five days after"),
            (Weekday::Monday, Some(11), 17, true, "six days after"),
            (Weekday::Monday, Some(6), 12, true, "filled in six days early"),
            (Weekday::Monday, None, 12, true, "never filled in, on the day"),
            (Weekday::Monday, None, 16, true, "never filled in, later"),
            (Weekday::Thursday, None, 15, true, "switched on today, for today"),
            (Weekday::Friday, None, 15, true, "switched on today, for a week that began last Friday"),
            (Weekday::Sunday, Some(11), 17, false, "the week of a Sunday ends with a Saturday"),
            (Weekday::Sunday, Some(11), 18, true, "and the next one begins"),
            (Weekday::Monday, Some(30), 12, false, "a clock that went back"),
        ] {
            assert_eq!(due(chosen, last.map(|of| day(of - 1)), day(today - 1)), wanted, "{name}");
        }
    }

    #[test]
    fn check_ins_keep_their_distance_to_both_sides() {
        for (wanted, others, free) in [
            (10, vec![], 10),
            (10, vec![4], 10),
            (10, vec![5], 11),
            (10, vec![10], 16),
            (10, vec![16], 10),
            (10, vec![15], 21),
            (10, vec![4, 16], 10),
            (10, vec![14, 5], 20),
            (10, vec![30, 24, 18, 12], 36),
            (10, vec![7, 18, 40], 24),
            (10, vec![-300, 300], 10),
        ] {
            assert_eq!(next_free(day(wanted), others.iter().copied().map(day).collect()), day(free), "{wanted} beside {others:?}");
        }
        let end: Day = "9999-12-31".parse().unwrap();
        assert_eq!(next_free(end, vec![end]), end, "after the last day there is none");
    }

    #[test]
    fn answers_are_named_in_json() {
        let taken = Taken { day: day(0), answers: [(SafeRespected, 2)].into() };
        let json = serde_json::to_string(&taken).unwrap();
        assert_eq!(json, r#"{"day":"2026-01-01","answers":{"safe-respected":2}}"#);
        assert_eq!(serde_json::from_str::<Taken>(&json).unwrap(), taken);
    }
}
