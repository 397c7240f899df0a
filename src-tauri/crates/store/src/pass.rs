//! Many entries in one pass along the time line: their names and older versions are read beside them, in the same order,
//! instead of being asked for one entry at a time.

use crate::{
    Store, StoreError, place,
    row::{self, ENTRY_COLUMNS},
    versions::{self, VERSION_COLUMNS},
};
use model::{Day, Entry, Kind, Version};
use rusqlite::{Row, Rows};
use std::ops::ControlFlow;

const TAGS: &str = "SELECT x.place, n.name FROM entry_tags x CROSS JOIN tags n ON n.id = x.name
                    WHERE x.place >= ?1 AND x.place < ?2 ORDER BY x.place, x.position";
const PEOPLE: &str = "SELECT x.place, n.name FROM entry_people x CROSS JOIN people n ON n.id = x.name
                      WHERE x.place >= ?1 AND x.place < ?2 AND x.position > 0 ORDER BY x.place, x.position";

/// Rows that belong to entries, in the order of their places; the place is the first column.
struct Beside<'s, T> {
    rows: Rows<'s>,
    read: fn(&Row<'_>) -> Result<T, StoreError>,
    ahead: Option<(i64, T)>,
}

impl<'s, T> Beside<'s, T> {
    fn new(rows: Rows<'s>, read: fn(&Row<'_>) -> Result<T, StoreError>) -> Result<Self, StoreError> {
        let mut beside = Self { rows, read, ahead: None };
        beside.step()?;
        Ok(beside)
    }

    fn step(&mut self) -> Result<(), StoreError> {
        self.ahead = match self.rows.next()? {
            Some(r) => Some((r.get(0)?, (self.read)(r)?)),
            None => None,
        };
        Ok(())
    }

    /// What belongs to that place. What belongs to places before it is passed over.
    fn take(&mut self, place: i64, mut add: impl FnMut(T)) -> Result<(), StoreError> {
        while self.ahead.as_ref().is_some_and(|(at, _)| *at <= place) {
            if let Some((_, value)) = self.ahead.take().filter(|(at, _)| *at == place) {
                add(value);
            }
            self.step()?;
        }
        Ok(())
    }
}

fn name(r: &Row<'_>) -> Result<String, StoreError> {
    Ok(r.get(1)?)
}

impl Store {
    /// Hands over every entry that is not in the bin, oldest first, one at a time: memory stays flat.
    /// `from` and `to` are both included; no kinds means all of them. Ends early when `f` breaks.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn each(
        &self,
        from: Option<Day>,
        to: Option<Day>,
        kinds: &[Kind],
        f: &mut dyn FnMut(Entry) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        self.pass(from, to, kinds, &mut |_, entry| Ok(f(entry)))
    }

    /// The same, of all kinds and each with its older versions, oldest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn each_with_versions(
        &self,
        from: Option<Day>,
        to: Option<Day>,
        f: &mut dyn FnMut(&Entry, &[Version]) -> ControlFlow<()>,
    ) -> Result<(), StoreError> {
        let sql = format!("SELECT {VERSION_COLUMNS} FROM versions v WHERE v.place >= ?1 AND v.place < ?2 ORDER BY v.place, v.number");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut older = Beside::new(statement.query(bounds(from, to))?, versions::version)?;
        let mut versions = Vec::new();
        self.pass(from, to, &[], &mut |place, entry| {
            versions.clear();
            older.take(place, |version| versions.push(version))?;
            Ok(f(&entry, &versions))
        })
    }

    /// Reads along the line: an entry, and where it lies.
    pub(crate) fn pass(
        &self,
        from: Option<Day>,
        to: Option<Day>,
        kinds: &[Kind],
        f: &mut dyn FnMut(i64, Entry) -> Result<ControlFlow<()>, StoreError>,
    ) -> Result<(), StoreError> {
        let sql =
            format!("SELECT {ENTRY_COLUMNS} FROM entries e WHERE e.binned IS NULL AND e.place >= ?1 AND e.place < ?2 ORDER BY e.place");
        let (mut entries, mut tags, mut people) =
            (self.conn.prepare_cached(&sql)?, self.conn.prepare_cached(TAGS)?, self.conn.prepare_cached(PEOPLE)?);
        let mut tags = Beside::new(tags.query(bounds(from, to))?, name)?;
        let mut people = Beside::new(people.query(bounds(from, to))?, name)?;
        let mut rows = entries.query(bounds(from, to))?;
        while let Some(r) = rows.next()? {
            if !kinds.is_empty() && !kinds.contains(&row::kind(r, 2)?) {
                continue;
            }
            let (place, mut entry) = (r.get(0)?, row::nameless(r)?);
            tags.take(place, |tag| entry.writing.tags.push(tag))?;
            people.take(place, |person| entry.writing.people.push(person))?;
            if f(place, entry)?.is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// From the first place of a day to before the first place after another.
fn bounds(from: Option<Day>, to: Option<Day>) -> [i64; 2] {
    [from.map_or(0, place::first_of), to.map_or(i64::MAX, place::after)]
}
