//! The time line and the search, one page at a time, newest first.

use crate::{
    Store, StoreError,
    excerpt::{self, Excerpt, Sought},
    query::Ask,
    row::{self, NAME_COLUMNS},
};
use model::{Day, EntryId, Happened, Kind, Query, Stamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{
    fmt,
    str::FromStr,
    sync::{Arc, Mutex, PoisonError},
};

/// The columns that [`row`] reads, of a table called `e`.
pub(crate) const ROW_COLUMNS: &str = "e.place, e.id, e.kind, e.day, e.happened, e.written, e.binned, e.star, e.text, e.story";

/// The most rows of one page.
const LONGEST_PAGE: u32 = 1000;

/// Where a page ended. Only ever handed back; survives restarts, and stays right when entries come and go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cursor(i64);

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

impl FromStr for Cursor {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        i64::from_str_radix(text, 16).ok().filter(|p| (0..=1 << 54).contains(p)).map(Self).ok_or(())
    }
}

impl Serialize for Cursor {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(|()| de::Error::custom("a cursor is expected"))
    }
}

/// An entry as a list shows it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Row {
    /// Its name.
    pub id: EntryId,
    /// What sort of entry.
    pub kind: Kind,
    /// The shift day it belongs to.
    pub day: Day,
    /// When, as the person said it; the day alone when they did not.
    pub happened: Happened,
    /// When it was first written.
    pub written: Stamp,
    /// When it was put in the bin, if it lies there.
    pub binned: Option<Stamp>,
    /// Kept close.
    pub star: bool,
    /// A piece of it: around the first word found (in the text, else in what stands beside it), or its beginning.
    pub excerpt: Excerpt,
    /// The guide that it was written in, by its name.
    pub guide: Option<String>,
}

/// One page of the time line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Page {
    /// Newest first.
    pub rows: Vec<Row>,
    /// What to ask the next page with; none at the end.
    pub next: Option<Cursor>,
}

/// Reads [`ROW_COLUMNS`]: the place and the row.
pub(crate) fn row(r: &rusqlite::Row<'_>, sought: &Sought) -> Result<(i64, Row), StoreError> {
    let text = r.get_ref(8)?.as_str().map_err(|_| StoreError::Damaged)?;
    let excerpt = match excerpt::around(text, sought) {
        Some(found) => found,
        None => {
            let column = r.get_ref(9)?.as_str_or_null().map_err(|_| StoreError::Damaged)?;
            let side = if column.is_some() { row::story(column)?.0.side_text() } else { String::new() };
            match excerpt::around(&side, sought) {
                Some(found) => found,
                None => excerpt::beginning(if text.trim().is_empty() { &side } else { text }),
            }
        }
    };
    let day = row::named(r, 3)?;
    let kind = row::kind(r, 2)?;
    let guide = if kind == Kind::Guide {
        row::story(r.get_ref(9)?.as_str_or_null().map_err(|_| StoreError::Damaged)?)?.0.guide.map(|walk| walk.id)
    } else {
        None
    };
    let row = Row {
        id: row::id(r, 1)?,
        kind,
        day,
        happened: row::happened(r, 4, day)?,
        written: Stamp::from_millis(r.get(5)?),
        binned: r.get::<_, Option<i64>>(6)?.map(Stamp::from_millis),
        star: r.get(7)?,
        excerpt,
        guide,
    };
    Ok((r.get(0)?, row))
}

/// Whether an entry bears the names that are asked for, and holds what is looked for in its text, beside it or in its names.
/// Reads [`ROW_COLUMNS`] and after them, if something is `broad`, [`NAME_COLUMNS`].
fn fits(r: &rusqlite::Row<'_>, ask: &Ask) -> Result<bool, StoreError> {
    let text = r.get_ref(8)?.as_str().map_err(|_| StoreError::Damaged)?;
    if ask.borne.is_empty() && ask.broad.all_in(&[text]) {
        return Ok(true);
    }
    let (writing, _) = row::story(r.get_ref(9)?.as_str_or_null().map_err(|_| StoreError::Damaged)?)?;
    let snag = (row::kind(r, 2)? == Kind::Snag).then_some(text);
    let bears = ask.borne.iter().all(|name| name.fits(&writing, snag));
    if !bears || ask.broad.is_empty() {
        return Ok(bears);
    }
    let names = [row::names(r, 10)?, row::names(r, 11)?].concat().join("\n");
    Ok(ask.broad.all_in(&[text, &writing.side_text(), &names]))
}

impl Store {
    /// A page of what answers the question and is of one of the kinds (none: all) and kept close (if asked),
    /// newest first, after the page that `after` came from. At most `limit` rows, and never more than 1000.
    /// Parts of the question without a letter, digit or picture ask nothing.
    ///
    /// # Errors
    /// `Interrupted` by an [`Interrupter`]; `Damaged`, `Io`.
    pub fn page(&self, query: &Query, kinds: &[Kind], starred: bool, after: Option<Cursor>, limit: u32) -> Result<Page, StoreError> {
        let _searching = self.searching.begin();
        let limit = limit.min(LONGEST_PAGE);
        let ask = Ask::new(self, query, kinds, starred, after.map(|c| c.0))?;
        let mut page = Page { rows: Vec::new(), next: None };
        if ask.hopeless || limit == 0 {
            return Ok(page);
        }
        let sought = Sought::of(query);
        let columns = if ask.broad.is_empty() { ROW_COLUMNS.to_owned() } else { format!("{ROW_COLUMNS}, {NAME_COLUMNS}") };
        // One row more than asked tells whether there is a next page.
        let (sql, bound) = ask.statement(&columns, limit + 1);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(bound))?;
        let mut last = None;
        while let Some(r) = rows.next()? {
            if page.rows.len() == limit as usize {
                page.next = last.map(Cursor);
                break;
            }
            if ask.sifts() && !fits(r, &ask)? {
                continue;
            }
            let (place, row) = row(r, &sought)?;
            last = Some(place);
            page.rows.push(row);
        }
        Ok(page)
    }

    /// Ends a search from another thread.
    #[must_use]
    pub fn interrupter(&self) -> Interrupter {
        Interrupter(Arc::clone(&self.searching.0))
    }
}

/// Ends the [`Store::page`] that is running, from another thread. Never touches anything else, least of all a change.
#[derive(Clone)]
pub struct Interrupter(Arc<Mutex<State>>);

struct State {
    handle: rusqlite::InterruptHandle,
    running: bool,
}

impl Interrupter {
    /// Makes the running search fail with `Interrupted`; does nothing when none is running.
    pub fn interrupt(&self) {
        let state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.running {
            state.handle.interrupt();
        }
    }
}

/// Whether a search is running. Changed under the lock that an interrupter takes, so that it cannot hit what comes after.
pub(crate) struct Searching(Arc<Mutex<State>>);

impl Searching {
    pub(crate) fn new(handle: rusqlite::InterruptHandle) -> Self {
        Self(Arc::new(Mutex::new(State { handle, running: false })))
    }

    fn set(&self, running: bool) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).running = running;
    }

    fn begin(&self) -> Running<'_> {
        self.set(true);
        Running(self)
    }
}

struct Running<'a>(&'a Searching);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

#[cfg(test)]
mod tests;
