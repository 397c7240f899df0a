//! Promises as rows. When one is due is not known here.

use crate::{Store, StoreError, Tx, row};
use model::{EntryId, Promise, PromiseState, Promising, Stamp};
use rusqlite::{Row, named_params};

const COLUMNS: &str = "id, what, toward, said, by, reach, state, handed_to, entry, day, made, closed, dropped";

impl Tx<'_> {
    /// Keeps a promise, new or in place of what it was.
    ///
    /// # Errors
    /// `Full`, `Io`.
    pub fn put_promise(&self, promise: &Promise) -> Result<(), StoreError> {
        let p = &promise.promising;
        self.conn.prepare_cached(include_str!("sql/put_promise.sql"))?.execute(named_params! {
            ":id": promise.id.as_bytes(),
            ":what": p.what,
            ":toward": p.to,
            ":said": p.said,
            ":by": p.by.map(|b| b.to_string()),
            ":reach": p.reach,
            ":state": promise.state.name(),
            ":handed_to": promise.handed_to,
            ":entry": promise.entry.as_ref().map(EntryId::as_bytes),
            ":day": promise.day.to_string(),
            ":made": promise.made.millis(),
            ":closed": promise.closed.map(Stamp::millis),
            ":dropped": promise.dropped,
        })?;
        Ok(())
    }

    /// Removes for good every promise that was dropped, with what is unfinished about it. Those of entries in the bin go too, so
    /// that only who empties the bin may call this. Says how many there were.
    ///
    /// # Errors
    /// `Damaged`, `Full`, `Io`.
    pub fn purge_dropped_promises(&self) -> Result<usize, StoreError> {
        let dropped = self.promises_where("dropped <> 0", [])?;
        dropped.iter().try_for_each(|p| self.purge_promise(p.id))?;
        Ok(dropped.len())
    }

    /// Removes one promise for good, with what is unfinished about it.
    pub(crate) fn purge_promise(&self, id: EntryId) -> Result<(), StoreError> {
        self.conn.prepare_cached("DELETE FROM promises WHERE id = ?1")?.execute([id.as_bytes()])?;
        self.drop_drafts_about(id)
    }
}

impl Store {
    /// The promise with that id, dropped or not.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn promise(&self, id: EntryId) -> Result<Option<Promise>, StoreError> {
        Ok(self.promises_where("id = ?1", [id.as_bytes()])?.pop())
    }

    /// The promises that were made in that entry, dropped or not.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn promises_of(&self, entry: EntryId) -> Result<Vec<Promise>, StoreError> {
        self.promises_where("entry = ?1", [entry.as_bytes()])
    }

    /// Every promise that was not dropped, those without a day last, else the earliest first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn promises(&self) -> Result<Vec<Promise>, StoreError> {
        self.promises_where("dropped = 0", [])
    }

    fn promises_where(&self, condition: &str, params: impl rusqlite::Params) -> Result<Vec<Promise>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM promises WHERE {condition} ORDER BY by IS NULL, by, made, id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut promises = Vec::new();
        while let Some(row) = rows.next()? {
            promises.push(promise(row)?);
        }
        Ok(promises)
    }
}

/// Reads [`COLUMNS`].
fn promise(r: &Row<'_>) -> Result<Promise, StoreError> {
    let entry: Option<[u8; 16]> = r.get(8)?;
    let state: PromiseState = row::named(r, 6)?;
    Ok(Promise {
        id: row::id(r, 0)?,
        promising: Promising { what: r.get(1)?, to: r.get(2)?, said: r.get(3)?, by: row::optional(r, 4)?, reach: r.get(5)? },
        state,
        handed_to: r.get(7)?,
        entry: entry.map(|bytes| EntryId(uuid::Uuid::from_bytes(bytes))),
        day: row::named(r, 9)?,
        made: Stamp::from_millis(r.get(10)?),
        closed: r.get::<_, Option<i64>>(11)?.map(Stamp::from_millis),
        dropped: r.get(12)?,
    })
}
