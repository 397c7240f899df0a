//! What the practice has shown, and what came of it. Ids and days, never a word.

use crate::{Store, StoreError, Tx, row};
use model::{Day, EntryId, Kind, Stamp};
use rusqlite::params;

/// Something that was shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// A prompt's or an entry's id.
    pub item: String,
    /// The shift day on which it was shown.
    pub day: Day,
    /// What came of it, in the practice's own word.
    pub answer: String,
}

/// An entry as Lift weighs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Weighed {
    /// The entry.
    pub id: EntryId,
    /// Its kind.
    pub kind: Kind,
    /// Its shift day.
    pub day: Day,
    /// Kept close.
    pub star: bool,
    /// Whether it holds somebody's own words.
    pub thanked: bool,
}

impl Tx<'_> {
    /// Notes what was shown on a day, in place of an earlier note of the same.
    ///
    /// # Errors
    /// `Full`, `Io`.
    pub fn note_shown(&self, what: &str, shown: &Shown, at: Stamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO shown (what, item, day, answer, at) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (what, item, day) DO UPDATE SET answer = excluded.answer, at = excluded.at";
        let row = params![what, shown.item, shown.day.to_string(), shown.answer, at.millis()];
        self.conn.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }
}

impl Store {
    /// What was shown of one sort, oldest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn shown(&self, what: &str) -> Result<Vec<Shown>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT item, day, answer FROM shown WHERE what = ?1 ORDER BY day, at, item")?;
        let mut rows = statement.query([what])?;
        let mut all = Vec::new();
        while let Some(r) = rows.next()? {
            all.push(Shown { item: r.get(0)?, day: row::named(r, 1)?, answer: r.get(2)? });
        }
        Ok(all)
    }

    /// The entries that Lift may weigh (moments and kind words outside the bin), oldest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn weighed(&self) -> Result<Vec<Weighed>, StoreError> {
        let thanked = {
            let sql = "SELECT place FROM entries WHERE json_extract(story, '$.their_words') IS NOT NULL ORDER BY place";
            let mut statement = self.conn.prepare_cached(sql)?;
            let rows = statement.query_map([], |r| r.get::<_, i64>(0))?;
            rows.collect::<Result<std::collections::HashSet<_>, _>>()?
        };
        let sql = "SELECT place, id, kind, star FROM entries WHERE binned IS NULL AND kind IN ('moment', 'kind-word') ORDER BY place";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(r) = rows.next()? {
            let place: i64 = r.get(0)?;
            let kind = row::kind(r, 2)?;
            let thanked = kind == Kind::KindWord || thanked.contains(&place);
            all.push(Weighed { id: row::id(r, 1)?, kind, day: crate::place::day_of(place)?, star: r.get(3)?, thanked });
        }
        Ok(all)
    }

    /// The entries of one of the few kinds (a mission, a check-in, a guide), newest first, outside the bin.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn of_kind(&self, kind: Kind, limit: u32) -> Result<Vec<model::Entry>, StoreError> {
        // The kind stands in the sentence: only so does the index of that kind alone answer it.
        let index = match kind {
            Kind::Mission => "INDEXED BY entries_mission",
            Kind::CheckIn => "INDEXED BY entries_check_in",
            Kind::Guide => "INDEXED BY entries_guide",
            _ => "",
        };
        let sql = format!(
            "SELECT {}, {} FROM entries e {index} WHERE e.kind = '{kind}' AND e.binned IS NULL ORDER BY e.place DESC LIMIT ?1",
            row::ENTRY_COLUMNS,
            row::NAME_COLUMNS
        );
        self.at_most(&sql, limit)
    }
}
