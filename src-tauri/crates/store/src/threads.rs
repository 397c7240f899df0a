//! What runs through a time: how often a need, a pursuit, a person or a tag is named.

use crate::{Store, StoreError, place, row, spelling};
use model::{Cost, Day, Kind, Writing};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Characters of a line that can be the name of something; a longer one is a sentence.
const LONGEST: usize = 120;

/// Names and how many entries bear them, in no order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Threads {
    /// What people needed, as first spelled.
    pub needs: Vec<(String, u32)>,
    /// What moments were an example of, by its name in files.
    pub pursuits: Vec<(String, u32)>,
    /// Whom it was for, and who else was there.
    pub people: Vec<(String, u32)>,
    /// Tags.
    pub tags: Vec<(String, u32)>,
    /// What the entries name that took a lot, as first spelled: the need, else whom it was for, else what was in the way.
    /// Only what is named twice or more: once is no thread, and says nothing about a load.
    pub drains: Vec<(String, u32)>,
    /// What was in the way or tripped people up twice or more, as first spelled, and the first day of it.
    pub snags: Vec<(String, u32, Day)>,
}

/// Names in one spelling, each as it was first spelled, with how often it came and the first day of it.
#[derive(Default)]
struct Tally(BTreeMap<String, (String, u32, Day)>);

impl Tally {
    fn add(&mut self, name: String, day: Day) {
        self.0.entry(key(&name)).or_insert((name, 0, day)).1 += 1;
    }

    fn all(self) -> impl Iterator<Item = (String, u32, Day)> {
        self.0.into_values()
    }

    fn again(self) -> impl Iterator<Item = (String, u32, Day)> {
        self.all().filter(|(_, times, _)| *times > 1)
    }
}

/// The words as the index spells them, so that what is counted as one is found as one: "To be heard." and "to be heard".
fn key(name: &str) -> String {
    let mut key = String::new();
    spelling::words(name, |_, word| {
        key.push_str(word);
        key.push(' ');
        ControlFlow::Continue(())
    });
    if key.is_empty() { model::fold(name) } else { key }
}

/// The first line of what somebody wrote, if it is so short that it can be the name of something.
fn title(text: &str) -> Option<&str> {
    text.lines().map(str::trim).find(|line| !line.is_empty()).filter(|line| line.chars().nth(LONGEST).is_none())
}

/// What an entry is called among those that took a lot.
fn load(writing: &Writing) -> Option<&str> {
    let told = writing.need.as_deref().or(writing.who.as_deref()).or(writing.in_the_way.as_deref());
    told.filter(|_| writing.cost == Some(Cost::TookALot)).and_then(title)
}

/// What an entry tells of as being in the way, each thing once.
fn obstacles<'a>(writing: &'a Writing, snag: Option<&'a str>) -> impl Iterator<Item = &'a str> {
    let way = writing.in_the_way.as_deref().and_then(title);
    let snag = snag.and_then(title).filter(|snag| way.is_none_or(|way| key(way) != key(snag)));
    way.into_iter().chain(snag)
}

/// A thread that an entry is asked to be part of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Strand {
    Need,
    Load,
    Way,
}

/// A name in one of the threads: it fits the very entries that are counted under it.
pub(crate) struct Borne {
    strand: Strand,
    key: String,
}

impl Borne {
    pub(crate) fn new(strand: Strand, name: &str) -> Self {
        Self { strand, key: key(name) }
    }

    /// Whether an entry bears it; `snag` is the text of an entry that is one.
    pub(crate) fn fits(&self, writing: &Writing, snag: Option<&str>) -> bool {
        let same = |name: &str| key(name) == self.key;
        match self.strand {
            Strand::Need => writing.need.as_deref().is_some_and(same),
            Strand::Load => load(writing).is_some_and(same),
            Strand::Way => obstacles(writing, snag).any(same),
        }
    }
}

impl Store {
    /// The threads between two days (both included), outside the bin.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn threads(&self, from: Day, to: Day) -> Result<Threads, StoreError> {
        let (first, after) = (place::first_of(from), place::after(to));
        let snag = Kind::Snag;
        let sql = format!(
            "SELECT place, story, CASE WHEN kind = '{snag}' THEN text END FROM entries
             WHERE binned IS NULL AND place >= ?1 AND place < ?2 AND (story IS NOT NULL OR kind = '{snag}') ORDER BY place"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([first, after])?;
        let (mut needs, mut drains, mut snags) = (Tally::default(), Tally::default(), Tally::default());
        let mut pursuits: BTreeMap<&'static str, u32> = BTreeMap::new();
        while let Some(r) = rows.next()? {
            let text = |column: usize| -> Result<Option<&str>, StoreError> {
                r.get_ref(column)?.as_str_or_null().map_err(|_| StoreError::Damaged)
            };
            let day = place::day_of(r.get(0)?)?;
            let (writing, _) = row::story(text(1)?)?;
            if let Some(load) = load(&writing) {
                drains.add(load.to_owned(), day);
            }
            for obstacle in obstacles(&writing, text(2)?) {
                snags.add(obstacle.to_owned(), day);
            }
            for pursuit in &writing.pursuits {
                *pursuits.entry(pursuit.name()).or_default() += 1;
            }
            if let Some(need) = writing.need {
                needs.add(need, day);
            }
        }
        let plain = |(name, times, _)| (name, times);
        Ok(Threads {
            needs: needs.all().map(plain).collect(),
            pursuits: pursuits.into_iter().map(|(name, n)| (name.to_owned(), n)).collect(),
            people: self.named("entry_people", "people", first, after)?,
            tags: self.named("entry_tags", "tags", first, after)?,
            drains: drains.again().map(plain).collect(),
            snags: snags.again().collect(),
        })
    }

    fn named(&self, links: &str, names: &str, first: i64, after: i64) -> Result<Vec<(String, u32)>, StoreError> {
        let sql = format!(
            "SELECT n.name, count(*) FROM {links} x JOIN {names} n ON n.id = x.name JOIN entries e ON e.place = x.place
             WHERE x.place >= ?1 AND x.place < ?2 AND e.binned IS NULL GROUP BY n.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([first, after], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The years in which something was written, oldest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn years(&self) -> Result<Vec<i32>, StoreError> {
        // Jumps from the first entry of a year to the first one after it: as many steps as years, however long the line.
        let mut years = Vec::new();
        let mut from = 0;
        let mut next = self.conn.prepare_cached("SELECT min(place) FROM entries WHERE binned IS NULL AND place >= ?1")?;
        while let Some(found) = next.query_row([from], |r| r.get::<_, Option<i64>>(0))? {
            let year = chrono::Datelike::year(&place::day_of(found)?.date());
            years.push(year);
            let end = chrono::NaiveDate::from_ymd_opt(year, 12, 31).and_then(Day::new).ok_or(StoreError::Damaged)?;
            from = place::after(end);
        }
        Ok(years)
    }
}

#[cfg(test)]
mod tests;
