//! The journal's settings, and small values that other rooms keep in it under a name.

use crate::{Store, StoreError, Tx, unknown};
use model::JournalSettings;
use rusqlite::{OptionalExtension, params};

impl Store {
    /// The settings; the defaults when none were made.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn settings(&self) -> Result<JournalSettings, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT body FROM settings")?;
        let body: Option<String> = statement.query_row([], |r| r.get(0)).optional()?;
        Ok(body.map(|b| unknown::record(&b)).transpose()?.unwrap_or_default().0)
    }

    /// The value under that name.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn meta(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
        Ok(statement.query_row([key], |r| r.get(0)).optional()?)
    }
}

impl Tx<'_> {
    /// Makes these the settings.
    ///
    /// # Errors
    /// `Full`, `Io`.
    pub fn set_settings(&self, settings: &JournalSettings) -> Result<(), StoreError> {
        let sql = "INSERT INTO settings (one, body) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET body = excluded.body";
        self.conn.prepare_cached(sql)?.execute([serde_json::to_string(settings)?])?;
        Ok(())
    }

    /// Keeps a value under a name, or forgets the name. `index.` is this room's own beginning of names.
    ///
    /// # Errors
    /// `Full`, `Io`.
    pub fn set_meta(&self, key: &str, value: Option<&[u8]>) -> Result<(), StoreError> {
        match value {
            Some(value) => {
                let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
                self.conn.prepare_cached(sql)?.execute(params![key, value])?
            }
            None => self.conn.prepare_cached("DELETE FROM meta WHERE key = ?1")?.execute([key])?,
        };
        Ok(())
    }
}
