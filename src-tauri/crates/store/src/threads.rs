//! What runs through a time: how often a need, a pursuit, a person or a tag is named.

use crate::{Store, StoreError, place, row};
use model::Day;
use std::collections::BTreeMap;

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
}

impl Store {
    /// The threads between two days (both included), outside the bin.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn threads(&self, from: Day, to: Day) -> Result<Threads, StoreError> {
        let (first, after) = (place::first_of(from), place::after(to));
        let sql = "SELECT story FROM entries WHERE binned IS NULL AND place >= ?1 AND place < ?2 AND story IS NOT NULL ORDER BY place";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([first, after])?;
        // By the folded spelling: "To be heard" and "to be heard" are one need.
        let mut needs: BTreeMap<String, (String, u32)> = BTreeMap::new();
        let mut pursuits: BTreeMap<&'static str, u32> = BTreeMap::new();
        while let Some(r) = rows.next()? {
            let (writing, _) = row::story(r.get_ref(0)?.as_str_or_null().map_err(|_| StoreError::Damaged)?)?;
            if let Some(need) = writing.need {
                needs.entry(model::fold(&need)).or_insert((need, 0)).1 += 1;
            }
            for pursuit in writing.pursuits {
                *pursuits.entry(pursuit.name()).or_default() += 1;
            }
        }
        Ok(Threads {
            needs: needs.into_values().collect(),
            pursuits: pursuits.into_iter().map(|(name, n)| (name.to_owned(), n)).collect(),
            people: self.named("entry_people", "people", first, after)?,
            tags: self.named("entry_tags", "tags", first, after)?,
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
