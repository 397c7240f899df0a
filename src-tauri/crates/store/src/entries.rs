//! The spine: every entry, in the time line or in the bin.

use crate::{
    Row, Store, StoreError, Tx,
    excerpt::Sought,
    index, names, place,
    row::{self, ENTRY_COLUMNS, NAME_COLUMNS},
    timeline,
};
use model::{Day, DayTurn, Entry, EntryId, Kind, Stamp};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;
use std::{collections::BTreeMap, ops::ControlFlow};

/// Fewer entries are always put into the index one by one.
const REFILL: usize = 256;

/// What a journal holds, in numbers; what lies in the bin is not counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Stats {
    /// Entries.
    pub entries: u64,
    /// Shift days with at least one entry.
    pub days: u64,
    /// The oldest entry's day.
    pub first: Option<Day>,
    /// The newest entry's day.
    pub last: Option<Day>,
    /// Bytes of the file, without what lies beside it.
    pub bytes: u64,
}

impl Tx<'_> {
    /// Adds an entry. `turn` is the day's turn, for its place in the day.
    ///
    /// # Errors
    /// `Taken` when its id is there already; `Full`.
    pub fn insert(&self, entry: &Entry, turn: DayTurn) -> Result<(), StoreError> {
        let place = self.insert_row(entry, turn)?;
        if entry.binned.is_none() {
            index::add(&self.conn, place, &entry.writing)?;
        }
        Ok(())
    }

    /// Adds many entries. Those of one minute keep the order in which they come.
    ///
    /// # Errors
    /// As [`Tx::insert`].
    pub fn insert_all(&self, entries: &[Entry], turn: DayTurn) -> Result<(), StoreError> {
        // Along the line: in any other order the index would have to make room for each.
        let mut order: Vec<(i64, &Entry)> = entries.iter().map(|e| (place::minute_of(e, turn), e)).collect();
        order.sort_by_key(|(minute, _)| *minute);
        let newest = self.conn.prepare_cached("SELECT max(place) FROM index_lines")?.query_row([], |r| r.get::<_, Option<i64>>(0))?;
        let amid = order.first().zip(newest).is_some_and(|((minute, _), newest)| *minute < newest);
        // Brought into the middle of a journal that is not much larger: filling the index again is quicker.
        let refill = amid && entries.len() >= REFILL && entries.len() as u64 * 4 > self.number("SELECT count(*) FROM index_lines", [])?;
        for (_, entry) in order {
            if refill {
                self.insert_row(entry, turn)?;
            } else {
                self.insert(entry, turn)?;
            }
        }
        if refill { index::rebuild(&self.conn) } else { Ok(()) }
    }

    fn insert_row(&self, entry: &Entry, turn: DayTurn) -> Result<i64, StoreError> {
        if self.place(entry.id)?.is_some() {
            return Err(StoreError::Taken);
        }
        let place = place::free(&self.conn, place::minute_of(entry, turn))?;
        row::put(&mut self.conn.prepare_cached(include_str!("sql/insert.sql"))?, entry, place)?;
        names::link(&self.conn, place, &entry.writing)?;
        Ok(place)
    }

    /// Gives an entry its new state; another time moves it. The older state is kept by [`Tx::push_version`] only.
    ///
    /// # Errors
    /// `NoSuchEntry`; `Full`.
    pub fn replace(&self, entry: &Entry, turn: DayTurn) -> Result<(), StoreError> {
        let (old_place, old) = self.placed(entry.id)?.ok_or(StoreError::NoSuchEntry)?;
        if old.binned.is_none() {
            index::remove(&self.conn, old_place, &old.writing)?;
        }
        names::unlink(&self.conn, old_place)?;
        let minute = place::minute_of(entry, turn);
        let new_place = if place::is_in(old_place, minute) { old_place } else { place::free(&self.conn, minute)? };
        row::put(&mut self.conn.prepare_cached(include_str!("sql/replace.sql"))?, entry, new_place)?;
        names::link(&self.conn, new_place, &entry.writing)?;
        names::drop_unused(&self.conn)?;
        if entry.binned.is_none() {
            index::add(&self.conn, new_place, &entry.writing)?;
        }
        Ok(())
    }

    /// Puts an entry into the bin (it is not found any more) or takes it out again.
    ///
    /// # Errors
    /// `NoSuchEntry`; `Full`.
    pub fn set_binned(&self, id: EntryId, binned: Option<Stamp>) -> Result<(), StoreError> {
        let (place, old) = self.placed(id)?.ok_or(StoreError::NoSuchEntry)?;
        match (old.binned, binned) {
            (None, Some(_)) => index::remove(&self.conn, place, &old.writing)?,
            (Some(_), None) => index::add(&self.conn, place, &old.writing)?,
            _ => {}
        }
        let sql = "UPDATE entries SET binned = ?2 WHERE place = ?1";
        self.conn.prepare_cached(sql)?.execute(params![place, binned.map(Stamp::millis)])?;
        Ok(())
    }

    /// Removes an entry for good: its row, its older versions, its words in the index, names that nothing else bears, what is
    /// unfinished about it, and the promises that went to the bin with it. Promises that live on without it stay.
    ///
    /// # Errors
    /// `NoSuchEntry`; `Full`.
    pub fn purge(&self, id: EntryId) -> Result<(), StoreError> {
        let (place, old) = self.placed(id)?.ok_or(StoreError::NoSuchEntry)?;
        if old.binned.is_none() {
            index::remove(&self.conn, place, &old.writing)?;
        }
        self.conn.prepare_cached("DELETE FROM entries WHERE place = ?1")?.execute([place])?;
        self.drop_drafts_about(id)?;
        for promise in self.promises_of(id)?.into_iter().filter(|p| p.dropped) {
            self.purge_promise(promise.id)?;
        }
        names::drop_unused(&self.conn)
    }
}

impl Store {
    pub(crate) fn place(&self, id: EntryId) -> Result<Option<i64>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT place FROM entries WHERE id = ?1")?;
        Ok(statement.query_row([id.as_bytes()], |r| r.get(0)).optional()?)
    }

    fn placed(&self, id: EntryId) -> Result<Option<(i64, Entry)>, StoreError> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT {ENTRY_COLUMNS}, {NAME_COLUMNS} FROM entries e WHERE e.id = ?1"))?;
        let mut rows = statement.query([id.as_bytes()])?;
        rows.next()?.map(|r| Ok((r.get(0)?, row::entry(r)?))).transpose()
    }

    /// The entry with that id, in the bin or not.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn get(&self, id: EntryId) -> Result<Option<Entry>, StoreError> {
        Ok(self.placed(id)?.map(|(_, entry)| entry))
    }

    /// The entry that another journal called so.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn by_source(&self, app: &str, id: &str) -> Result<Option<EntryId>, StoreError> {
        let sql = "SELECT id FROM entries WHERE source_app = ?1 AND source_id = ?2";
        Ok(self.ids(sql, params![app, id])?.into_iter().next())
    }

    /// The entries that one import brought, oldest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn in_batch(&self, batch: &str) -> Result<Vec<EntryId>, StoreError> {
        self.ids("SELECT id FROM entries WHERE batch = ?1 ORDER BY place", params![batch])
    }

    /// The entries that were put in the bin before then, longest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn binned_before(&self, then: Stamp) -> Result<Vec<EntryId>, StoreError> {
        self.ids("SELECT id FROM entries WHERE binned < ?1 ORDER BY binned", params![then.millis()])
    }

    fn ids(&self, sql: &str, params: &[&dyn rusqlite::ToSql]) -> Result<Vec<EntryId>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut ids = Vec::new();
        while let Some(r) = rows.next()? {
            ids.push(row::id(r, 0)?);
        }
        Ok(ids)
    }

    /// What lies in the bin, last put there first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn binned(&self, limit: u32) -> Result<Vec<Row>, StoreError> {
        let sql = format!(
            "SELECT {} FROM entries e WHERE e.binned IS NOT NULL ORDER BY e.binned DESC, e.place DESC LIMIT ?1",
            timeline::ROW_COLUMNS
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([limit])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            found.push(timeline::row(r, &Sought::default())?.1);
        }
        Ok(found)
    }

    /// How many entries lie in the bin.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn bin_count(&self) -> Result<u64, StoreError> {
        self.number("SELECT count(*) FROM entries WHERE binned IS NOT NULL", [])
    }

    /// The newest entries as they stand, newest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn newest(&self, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let sql = format!("SELECT {ENTRY_COLUMNS}, {NAME_COLUMNS} FROM entries e WHERE e.binned IS NULL ORDER BY e.place DESC LIMIT ?1");
        self.at_most(&sql, limit)
    }

    /// The entries that such a question answers, asked with how many there may be.
    pub(crate) fn at_most(&self, sql: &str, limit: u32) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([limit])?;
        let mut found = Vec::new();
        while let Some(r) = rows.next()? {
            found.push(row::entry(r)?);
        }
        Ok(found)
    }

    /// The entries of one shift day, oldest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn on_day(&self, day: Day) -> Result<Vec<Entry>, StoreError> {
        let mut found = Vec::new();
        self.each(Some(day), Some(day), &[], &mut |entry| {
            found.push(entry);
            ControlFlow::Continue(())
        })?;
        Ok(found)
    }

    /// Id, kind and day of every entry between two days (both included), oldest first: what the landscape is drawn from.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn stones(&self, from: Option<Day>, to: Option<Day>) -> Result<Vec<(EntryId, Kind, Day)>, StoreError> {
        let sql = "SELECT id, kind, place FROM entries WHERE binned IS NULL AND place >= ?1 AND place < ?2 ORDER BY place";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([from.map_or(0, place::first_of), to.map_or(i64::MAX, place::after)])?;
        let mut stones = Vec::new();
        while let Some(r) = rows.next()? {
            stones.push((row::id(r, 0)?, row::kind(r, 1)?, place::day_of(r.get(2)?)?));
        }
        Ok(stones)
    }

    /// The days of the first and the last entry between two days (both included), of one of the kinds (none: all) and kept
    /// close (if asked); nothing when there is none.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn span(&self, from: Option<Day>, to: Option<Day>, kinds: &[Kind], starred: bool) -> Result<Option<(Day, Day)>, StoreError> {
        let sql = "SELECT place, kind, star FROM entries INDEXED BY entries_line WHERE binned IS NULL AND place >= ?1 AND place < ?2";
        let find = |order: &str| -> Result<Option<Day>, StoreError> {
            let mut statement = self.conn.prepare_cached(&format!("{sql} ORDER BY place {order}"))?;
            let mut rows = statement.query([from.map_or(0, place::first_of), to.map_or(i64::MAX, place::after)])?;
            while let Some(r) = rows.next()? {
                if (kinds.is_empty() || kinds.contains(&row::kind(r, 1)?)) && (!starred || r.get(2)?) {
                    return place::day_of(r.get(0)?).map(Some);
                }
            }
            Ok(None)
        };
        Ok(find("ASC")?.zip(find("DESC")?))
    }

    /// How many entries of each kind, in the order in which kinds are offered; kinds without one are left out.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn count_by_kind(&self) -> Result<Vec<(Kind, u64)>, StoreError> {
        let sql = "SELECT kind, count(*) FROM entries INDEXED BY entries_line WHERE place >= 0 AND binned IS NULL GROUP BY kind";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut counts = BTreeMap::new();
        while let Some(r) = rows.next()? {
            *counts.entry(row::kind(r, 0)?).or_insert(0) += u64::from(r.get::<_, u32>(1)?);
        }
        Ok(counts.into_iter().collect())
    }

    /// How many entries on the days of that month; 0 for a month that is none.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn count_in_month(&self, year: i32, month: u32) -> Result<u64, StoreError> {
        let first = chrono::NaiveDate::from_ymd_opt(year, month, 1);
        let last = first.and_then(|d| d.checked_add_months(chrono::Months::new(1))).and_then(|d| d.pred_opt());
        let (Some(first), Some(last)) = (first.and_then(Day::new), last.and_then(Day::new)) else { return Ok(0) };
        let sql = "SELECT count(*) FROM entries INDEXED BY entries_line WHERE binned IS NULL AND place >= ?1 AND place < ?2";
        self.number(sql, [place::first_of(first), place::after(last)])
    }

    /// The day of the newest entry; nothing for an empty journal.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn newest_day(&self) -> Result<Option<Day>, StoreError> {
        let sql = "SELECT place FROM entries INDEXED BY entries_line WHERE place >= 0 AND binned IS NULL ORDER BY place DESC LIMIT 1";
        let place: Option<i64> = self.conn.prepare_cached(sql)?.query_row([], |r| r.get(0)).optional()?;
        place.map(place::day_of).transpose()
    }

    /// The journal in numbers; reads the whole line, so not for a screen that opens often.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn stats(&self) -> Result<Stats, StoreError> {
        let sql = "SELECT count(*), count(DISTINCT place >> 32), min(place), max(place)
                   FROM entries INDEXED BY entries_line WHERE place >= 0 AND binned IS NULL";
        let mut statement = self.conn.prepare_cached(sql)?;
        let (entries, days, first, last): (u32, u32, Option<i64>, Option<i64>) =
            statement.query_row([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?, r.get(3)?)))?;
        Ok(Stats {
            entries: entries.into(),
            days: days.into(),
            first: first.map(place::day_of).transpose()?,
            last: last.map(place::day_of).transpose()?,
            bytes: self.number("PRAGMA page_count", [])? * crate::open::PAGE,
        })
    }

    pub(crate) fn number(&self, sql: &str, params: impl rusqlite::Params) -> Result<u64, StoreError> {
        let number: i64 = self.conn.prepare_cached(sql)?.query_row(params, |r| r.get(0))?;
        u64::try_from(number).map_err(|_| StoreError::Damaged)
    }
}

#[cfg(test)]
mod tests;
