//! Older states of entries: added, never changed, gone only with their entry.

use crate::{
    Store, StoreError, Tx,
    unknown::{self, Unknown},
};
use model::{Day, Entry, EntryId, Precision, Stamp, Version, Writing};
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

/// An entry's state as it lies in the column `body`.
#[derive(Serialize)]
struct Body<'a> {
    writing: &'a Writing,
    day: Day,
    precision: Precision,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset_minutes: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<&'a str>,
}

/// The same as it is read. Version 1 kept neither precision nor offset nor zone.
#[derive(Deserialize)]
struct Read<W> {
    writing: W,
    day: Day,
    precision: Option<Precision>,
    offset_minutes: Option<i32>,
    zone: Option<String>,
}

/// The columns that [`version`] reads, of a table called `v`.
pub(crate) const VERSION_COLUMNS: &str = "v.place, v.number, v.replaced, v.body";

/// Reads [`VERSION_COLUMNS`].
pub(crate) fn version(row: &Row<'_>) -> Result<Version, StoreError> {
    let body = row.get_ref(3)?.as_str().map_err(|_| StoreError::Damaged)?;
    let (read, extra) = match serde_json::from_str::<Read<Writing>>(body) {
        Ok(read) => (read, Unknown::new()),
        Err(_) => {
            let Read { writing, day, precision, offset_minutes, zone } = serde_json::from_str::<Read<Unknown>>(body)?;
            let (writing, extra) = unknown::writing(writing)?;
            (Read { writing, day, precision, offset_minutes, zone }, extra)
        }
    };
    Ok(Version {
        number: row.get(1)?,
        replaced: Stamp::from_millis(row.get(2)?),
        writing: read.writing,
        day: read.day,
        precision: read.precision,
        offset_minutes: read.offset_minutes,
        zone: read.zone,
        extra,
    })
}

impl Tx<'_> {
    /// Keeps the state that an entry had until `replaced`. Answers its number, counted from 1.
    ///
    /// # Errors
    /// `NoSuchEntry`; `Full`.
    pub fn push_version(&self, was: &Entry, replaced: Stamp) -> Result<u32, StoreError> {
        let place = self.place(was.id)?.ok_or(StoreError::NoSuchEntry)?;
        let number = self.number("SELECT coalesce(max(number), 0) + 1 FROM versions WHERE place = ?1", [place])?;
        let number = u32::try_from(number).map_err(|_| StoreError::Damaged)?;
        let Entry { writing, day, precision, offset_minutes, zone, .. } = was;
        let body = Body { writing, day: *day, precision: *precision, offset_minutes: *offset_minutes, zone: zone.as_deref() };
        let body = serde_json::to_string(&body)?;
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
        let sql = format!("SELECT {VERSION_COLUMNS} FROM versions v JOIN entries e ON e.place = v.place WHERE e.id = ?1 ORDER BY v.number");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([id.as_bytes()])?;
        let mut versions = Vec::new();
        while let Some(row) = rows.next()? {
            versions.push(version(row)?);
        }
        Ok(versions)
    }
}
