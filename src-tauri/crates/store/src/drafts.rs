//! Unfinished writing, one piece per slot.

use crate::{Store, StoreError, Tx, unknown};
use model::{EntryId, Stamp, Writing};
use rusqlite::params;
use serde::Serialize;

/// How the slots about one entry or promise begin, before its id: other words for it, what was learned later, a promise made in
/// it or moved.
const ABOUT: [&str; 3] = ["edit", "later", "promise"];

/// An unfinished writing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Draft {
    /// The caller's name for the place it is written in.
    pub slot: String,
    /// The words so far.
    pub writing: Writing,
    /// When it was last kept.
    pub at: Stamp,
}

impl Tx<'_> {
    /// Keeps a draft in place of the slot's last one.
    ///
    /// # Errors
    /// `Full`, `Io`.
    pub fn keep_draft(&self, slot: &str, writing: &Writing, at: Stamp) -> Result<(), StoreError> {
        let sql = "INSERT INTO drafts (slot, body, at) VALUES (?1, ?2, ?3)
                   ON CONFLICT (slot) DO UPDATE SET body = excluded.body, at = excluded.at";
        self.conn.prepare_cached(sql)?.execute(params![slot, serde_json::to_string(writing)?, at.millis()])?;
        Ok(())
    }

    /// Removes a slot's draft, if there is one.
    ///
    /// # Errors
    /// `Full`, `Io`.
    pub fn drop_draft(&self, slot: &str) -> Result<(), StoreError> {
        self.conn.prepare_cached("DELETE FROM drafts WHERE slot = ?1")?.execute([slot])?;
        Ok(())
    }

    /// Removes what is unfinished about an entry or a promise that is gone: no screen would show it any more.
    pub(crate) fn drop_drafts_about(&self, gone: EntryId) -> Result<(), StoreError> {
        ABOUT.iter().try_for_each(|place| self.drop_draft(&format!("{place}:{gone}")))
    }
}

impl Store {
    /// The draft of a slot.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn draft(&self, slot: &str) -> Result<Option<Draft>, StoreError> {
        Ok(self.drafts()?.into_iter().find(|d| d.slot == slot))
    }

    /// All drafts, last kept first.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT slot, body, at FROM drafts ORDER BY at DESC, slot")?;
        let mut rows = statement.query([])?;
        let mut drafts = Vec::new();
        while let Some(row) = rows.next()? {
            let body = row.get_ref(1)?.as_str().map_err(|_| StoreError::Damaged)?;
            let writing = match serde_json::from_str(body) {
                Ok(writing) => writing,
                Err(_) => unknown::writing(serde_json::from_str(body)?)?.0,
            };
            drafts.push(Draft { slot: row.get(0)?, writing, at: Stamp::from_millis(row.get(2)?) });
        }
        Ok(drafts)
    }
}
