//! Older states of entries: added, never changed, gone only with their entry.

use crate::{Store, StoreError, Tx};
use model::{Day, EntryId, Stamp, Version, Writing};
use rusqlite::params;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Body<'a> {
    writing: &'a Writing,
    day: Day,
}

#[derive(Deserialize)]
struct OwnedBody {
    writing: Writing,
    day: Day,
}

impl Tx<'_> {
    /// Keeps the state that an entry had until `replaced`. Answers its number, counted from 1.
    ///
    /// # Errors
    /// `NoSuchEntry`; `Full`.
    pub fn push_version(&self, id: EntryId, replaced: Stamp, writing: &Writing, day: Day) -> Result<u32, StoreError> {
        let place = self.place(id)?.ok_or(StoreError::NoSuchEntry)?;
        let number = self.number("SELECT coalesce(max(number), 0) + 1 FROM versions WHERE place = ?1", [place])?;
        let number = u32::try_from(number).map_err(|_| StoreError::Damaged)?;
        let body = serde_json::to_string(&Body { writing, day })?;
        let sql = "INSERT INTO versions (place, number, replaced, body) VALUES (?1, ?2, ?3, ?4)";
        self.conn.prepare_cached(sql)?.execute(params![place, number, replaced.millis(), body])?;
        Ok(number)
    }
}

impl Store {
    /// The older states of an entry, oldest first; empty when there is no such entry.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn versions(&self, id: EntryId) -> Result<Vec<Version>, StoreError> {
        let sql = "SELECT v.number, v.replaced, v.body FROM versions v JOIN entries e ON e.place = v.place
                   WHERE e.id = ?1 ORDER BY v.number";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([id.as_bytes()])?;
        let mut versions = Vec::new();
        while let Some(row) = rows.next()? {
            let body: OwnedBody = serde_json::from_str(&row.get::<_, String>(2)?)?;
            let replaced = Stamp::from_millis(row.get(1)?);
            versions.push(Version { number: row.get(0)?, replaced, writing: body.writing, day: body.day });
        }
        Ok(versions)
    }
}
