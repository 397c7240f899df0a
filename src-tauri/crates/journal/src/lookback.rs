//! Looking back: a year of days, what runs through it, and totals that only grow. No goal, no streak, no share of days.

use crate::views::{SnagThread, Thread, YearBack, YearDay};
use crate::{Journal, JournalError};
use ::practice::content;
use chrono::{Datelike, NaiveDate};
use model::{Day, Kind, PromiseState, fold};
use store::Threads;

/// Names that a thread lists at the most.
const LONGEST: usize = 12;

/// Names and how many entries bear them.
type Counts = Vec<(String, u32)>;

fn threads(mut counts: Counts) -> Vec<Thread> {
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().take(LONGEST).map(|(name, entries)| Thread { name, entries }).collect()
}

fn snag_threads(mut counts: Vec<(String, u32, Day)>) -> Vec<SnagThread> {
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().take(LONGEST).map(|(name, entries, since)| SnagThread { name, entries, since }).collect()
}

/// Names that can be tapped as a role, and all others.
///
/// What is tapped is a role for certain. What was typed is a nickname or a role in somebody's own words, and nothing in
/// the journal tells those two apart: it all stands with the people. An entry keeps the word alone, so a person who is
/// called by the very word of a role counts as that role.
fn roles_apart(names: Counts) -> (Counts, Counts) {
    let roles: Vec<String> = content::word_lists().roles.iter().map(|role| fold(role.label)).collect();
    names.into_iter().partition(|(name, _)| roles.contains(&fold(name)))
}

impl Journal {
    /// A year, or the one that it is now.
    ///
    /// # Errors
    /// What the file says.
    pub fn year(&self, year: Option<i32>) -> Result<YearBack, JournalError> {
        let today = self.this_day();
        let year = year.unwrap_or(today.date().year());
        let edge = |month, day| NaiveDate::from_ymd_opt(year, month, day).and_then(Day::new).ok_or(JournalError::NotFound);
        let (from, to) = (edge(1, 1)?, edge(12, 31)?);
        let mut days: Vec<YearDay> = Vec::new();
        for (_, kind, day) in self.store.stones(Some(from), Some(to))? {
            if !kind.lays_a_stone() {
                continue;
            }
            match days.last_mut().filter(|d| d.day == day) {
                Some(last) => last.kinds.push(kind),
                None => days.push(YearDay { day, kinds: vec![kind] }),
            }
        }
        let Threads { needs, pursuits, people, tags, drains, snags } = self.store.threads(from, to)?;
        let (roles, people) = roles_apart(people);
        let counts = self.store.count_by_kind()?;
        let helped = counts.iter().find(|(kind, _)| *kind == Kind::Moment).map_or(0, |(_, n)| *n);
        let stones = counts.iter().filter(|(kind, _)| kind.lays_a_stone()).map(|(_, n)| n).sum();
        let kept = self.store.promises()?.iter().filter(|p| p.state == PromiseState::Kept).count();
        Ok(YearBack {
            year,
            years: self.store.years()?,
            today,
            days,
            needs: threads(needs),
            pursuits: threads(pursuits),
            roles: threads(roles),
            people: threads(people),
            tags: threads(tags),
            drains: threads(drains),
            snags: snag_threads(snags),
            helped,
            stones,
            kept: u32::try_from(kept).unwrap_or(u32::MAX),
        })
    }
}

#[cfg(test)]
mod tests;
