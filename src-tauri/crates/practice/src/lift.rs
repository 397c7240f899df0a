//! Which moments Lift shows today: three at most, the same all day, picked by weight and never from hard days.
//!
//! Reads nothing but what is said here about an entry: no text comes in.

use crate::chance;
use chrono::Duration;
use model::{Day, EntryId, Kind};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Lift stops after so many: a few of one's own moments, not a feed.
pub const AT_MOST: usize = 3;

/// What is known of an entry that could be shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The entry.
    pub id: EntryId,
    /// Its shift day.
    pub day: Day,
    /// Its kind.
    pub kind: Kind,
    /// Kept close.
    pub starred: bool,
    /// Somebody's thanks are in it: their words, or it is a kind word.
    pub thanked: bool,
}

/// That an entry was shown by Lift.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "LiftSeen"))]
pub struct Seen {
    /// The entry.
    pub id: EntryId,
    /// When.
    pub day: Day,
    /// The person does not want it shown again, ever.
    pub never: bool,
}

/// What Lift shows on that day, best kept in this order: first what was shown today already, then new ones.
///
/// One pass over the candidates, in any order. What was shown today counts towards the three even when it was put away
/// for good: putting one away brings no other in its place beyond the third.
#[must_use]
pub fn picks(today: Day, candidates: &[Candidate], seen: &[Seen]) -> Vec<EntryId> {
    let mut known: HashMap<EntryId, Known> = HashMap::new();
    let mut shown: Vec<EntryId> = Vec::new();
    for one in seen {
        let of = known.entry(one.id).or_insert(Known { last: None, never: false });
        of.never |= one.never;
        if one.day < today {
            of.last = of.last.max(Some(one.day));
        }
        if one.day == today && !shown.contains(&one.id) && shown.len() < AT_MOST {
            shown.push(one.id);
        }
    }
    let room = AT_MOST - shown.len();
    let mut best: Vec<(f64, EntryId)> = Vec::with_capacity(AT_MOST + 1);
    let mut still_there = [false; AT_MOST];
    for candidate in candidates.iter().filter(|candidate| may_lift(candidate.kind)) {
        let of = known.get(&candidate.id).copied().unwrap_or(Known { last: None, never: false });
        if of.never {
            continue;
        }
        if let Some(at) = shown.iter().position(|id| *id == candidate.id) {
            still_there[at] = true;
            continue;
        }
        let lot = lot(today, candidate) / weight(today, candidate, of.last);
        let at = best.partition_point(|(other, id)| (*other, *id) < (lot, candidate.id));
        best.insert(at, (lot, candidate.id));
        best.truncate(room);
    }
    let shown = shown.into_iter().enumerate().filter(|(at, _)| still_there[*at]).map(|(_, id)| id);
    shown.chain(best.into_iter().map(|(_, id)| id)).collect()
}

/// What earlier showings say of an entry.
#[derive(Clone, Copy)]
struct Known {
    last: Option<Day>,
    never: bool,
}

/// Kinds in which somebody made a difference. All others stay out, those that come later, too: a hard day, a reflection on
/// one, a fact note are the last things that somebody who is low needs to meet unasked.
fn may_lift(kind: Kind) -> bool {
    matches!(kind, Kind::Moment | Kind::KindWord)
}

fn weight(today: Day, candidate: &Candidate, last: Option<Day>) -> f64 {
    let ago = |day: Day| (today.date() - day.date()).max(Duration::zero()).num_days();
    let mut weight = 1.0;
    if candidate.starred {
        weight *= 3.0;
    }
    if candidate.thanked {
        weight *= 3.0;
    }
    // One forgets plain days and undervalues them until one meets them again.
    if ago(candidate.day) > 14 {
        weight *= 2.0;
    }
    match last.map(ago) {
        Some(..=14) => weight * 0.05,
        Some(..=60) => weight * 0.4,
        _ => weight,
    }
}

/// The entry's waiting time that day; the shortest three after division by their weights are a weighted choice without
/// replacement (Efraimidis and Spirakis).
fn lot(today: Day, candidate: &Candidate) -> f64 {
    let high = chance::of(today.number(), candidate.id.as_bytes()) >> 11;
    // 53 bits fit a double; a half keeps the logarithm finite.
    let uniform = (high as f64 + 0.5) / (1u64 << 53) as f64;
    -uniform.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(from: i64) -> Day {
        Day::new(chrono::NaiveDate::from_ymd_opt(2026, 3, 1).unwrap() + Duration::days(from)).unwrap()
    }

    fn id(number: u64) -> EntryId {
        EntryId::new(1_700_000_000_000 + number, [7; 10])
    }

    fn moment(number: u64) -> Candidate {
        Candidate { id: id(number), day: day(-100), kind: Kind::Moment, starred: false, thanked: false }
    }

    fn moments(count: u64) -> Vec<Candidate> {
        (0..count).map(moment).collect()
    }

    fn seen(number: u64, from: i64, never: bool) -> Seen {
        Seen { id: id(number), day: day(from), never }
    }

    #[test]
    fn there_are_never_more_than_three() {
        for (count, picked) in [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (1000, 3)] {
            let picks = picks(day(0), &moments(count), &[]);
            assert_eq!(picks.len(), picked, "{count} candidates");
            let different: std::collections::HashSet<_> = picks.iter().collect();
            assert_eq!(different.len(), picked);
        }
    }

    #[test]
    fn a_lifetime_is_one_pass() {
        let all = moments(100_000);
        assert_eq!(picks(day(0), &all, &[]).len(), 3);
        assert_ne!(picks(day(0), &all, &[]), picks(day(1), &all, &[]));
    }

    #[test]
    fn the_day_is_fixed_in_whatever_order_they_come() {
        let mut all = moments(50);
        let first = picks(day(0), &all, &[]);
        all.reverse();
        assert_eq!(picks(day(0), &all, &[]), first);
    }

    #[test]
    fn what_was_shown_today_stays_when_more_is_written() {
        let first = picks(day(0), &moments(10), &[]);
        let shown: Vec<Seen> = first.iter().map(|id| Seen { id: *id, day: day(0), never: false }).collect();
        assert_eq!(picks(day(0), &moments(1000), &shown), first);
        let one = picks(day(0), &moments(1000), &shown[..1]);
        assert_eq!((one[0], one.len()), (first[0], 3));
        let gone: Vec<_> = moments(10).into_iter().filter(|c| c.id != first[1]).collect();
        assert_eq!(picks(day(0), &gone, &shown), [first[0], first[2]], "one that is in the bin is not shown");
    }

    #[test]
    fn hard_days_and_their_like_never_come() {
        for kind in Kind::ALL {
            let candidate = Candidate { kind: *kind, ..moment(1) };
            let lifts = matches!(kind, Kind::Moment | Kind::KindWord);
            assert_eq!(!picks(day(0), &[candidate], &[]).is_empty(), lifts, "{kind}");
        }
    }

    #[test]
    fn never_is_for_good() {
        for from in [-4000, -1, 0] {
            assert!(picks(day(0), &[moment(1)], &[seen(1, from, true)]).is_empty(), "{from}");
            assert!(picks(day(0), &[moment(1)], &[seen(1, from, true), seen(1, from, false)]).is_empty(), "{from}");
        }
        let shown = [seen(1, 0, true), seen(2, 0, false), seen(3, 0, false)];
        assert_eq!(picks(day(0), &moments(9), &shown), [id(2), id(3)], "putting one away brings no fourth");
    }

    /// How often the first of twenty is among the three, in 2,000 days.
    fn often(change: impl Fn(&mut Candidate), shown: Option<i64>) -> usize {
        (0..2000)
            .filter(|at| {
                let mut all = moments(20);
                all.iter_mut().for_each(|one| one.day = day(-100));
                change(&mut all[0]);
                let seen: Vec<Seen> = shown.iter().map(|ago| Seen { id: id(0), day: day(at - ago), never: false }).collect();
                picks(day(*at), &all, &seen).contains(&id(0))
            })
            .count()
    }

    #[test]
    fn stars_thanks_age_and_rest_weigh() {
        let plain = often(|_| {}, None);
        assert!((200..400).contains(&plain), "three of twenty, in 2,000 days: about 300, not {plain}");
        let starred = often(|c| c.starred = true, None);
        let both = often(|c| (c.starred, c.thanked) = (true, true), None);
        assert!(starred > plain * 2 && both > starred + 200, "{plain}, {starred}, {both}");
        assert!(often(|c| c.thanked = true, None) > plain * 2);
        assert!(often(|c| c.day = day(1990), None) < plain * 3 / 4, "what is young waits");
        assert!(often(|_| {}, Some(5)) < plain / 5, "what was seen last week rests");
        assert!(often(|_| {}, Some(30)) < plain * 3 / 4);
    }
}
