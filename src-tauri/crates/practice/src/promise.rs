//! Where a promise stands, and how many were kept. Counts totals that only grow; knows no streak and no share in percent.

use model::{Day, PromiseState};
use serde::Serialize;

named! {
    /// Where it stands today.
    Standing as "PromiseStanding" {
        /// Its day is today.
        Due = "due",
        /// Its day is past. Nobody "missed" it: do it, move it or let it go.
        Late = "late",
        /// Its day is to come.
        Later = "later",
        /// It has no day.
        Undated = "undated",
        /// Kept.
        Kept = "kept",
        /// Handed on.
        HandedOn = "handed-on",
        /// Let go.
        LetGo = "let-go",
    }
}

/// Where a promise stands on that day.
#[must_use]
pub fn standing(state: PromiseState, by: Option<Day>, today: Day) -> Standing {
    match (state, by) {
        (PromiseState::Kept, _) => Standing::Kept,
        (PromiseState::HandedOn, _) => Standing::HandedOn,
        (PromiseState::LetGo, _) => Standing::LetGo,
        (PromiseState::Open, None) => Standing::Undated,
        (PromiseState::Open, Some(day)) if day < today => Standing::Late,
        (PromiseState::Open, Some(day)) if day == today => Standing::Due,
        (PromiseState::Open, Some(_)) => Standing::Later,
    }
}

/// "29 of 31 kept".
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "PromiseTally"))]
pub struct Tally {
    /// How many were kept.
    pub kept: u64,
    /// How many were kept, handed on or let go. Open ones, late or not, count for nothing.
    pub answered: u64,
}

/// Counts promises over all time.
#[must_use]
pub fn tally(states: impl IntoIterator<Item = PromiseState>) -> Tally {
    states.into_iter().fold(Tally::default(), |so_far, state| Tally {
        kept: so_far.kept + u64::from(state == PromiseState::Kept),
        answered: so_far.answered + u64::from(state != PromiseState::Open),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_stands_where_its_day_says() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let today = day("2026-03-05");
        for (state, by, wanted) in [
            (PromiseState::Open, None, Standing::Undated),
            (PromiseState::Open, Some("2026-03-04"), Standing::Late),
            (PromiseState::Open, Some("2025-12-31"), Standing::Late),
            (PromiseState::Open, Some("2026-03-05"), Standing::Due),
            (PromiseState::Open, Some("2026-03-06"), Standing::Later),
            (PromiseState::Kept, Some("2026-03-04"), Standing::Kept),
            (PromiseState::Kept, None, Standing::Kept),
            (PromiseState::HandedOn, Some("2026-03-04"), Standing::HandedOn),
            (PromiseState::LetGo, Some("2026-03-06"), Standing::LetGo),
        ] {
            assert_eq!(standing(state, by.map(day), today), wanted, "{state} by {by:?}");
        }
    }

    #[test]
    fn open_promises_are_not_held_against_anybody() {
        use PromiseState::{HandedOn, Kept, LetGo, Open};
        for (states, kept, answered) in [
            (vec![], 0, 0),
            (vec![Open, Open], 0, 0),
            (vec![Kept, Open], 1, 1),
            (vec![Kept, HandedOn, LetGo, Open, Kept], 2, 4),
            (vec![LetGo], 0, 1),
        ] {
            assert_eq!(tally(states.clone()), Tally { kept, answered }, "{states:?}");
        }
    }
}
