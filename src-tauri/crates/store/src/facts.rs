//! Fact notes: links of one chain, added and never changed. What a link's seal is made of is not known here.

use crate::{Store, StoreError, Tx, row};
use model::{EntryId, Stamp};
use rusqlite::params;

/// A link as it lies in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FactLink {
    /// Its place in the chain, from 1.
    pub link: u64,
    /// The note.
    pub note: EntryId,
    /// The version of that note, from 1.
    pub version: u32,
    /// When it was written.
    pub written: Stamp,
    /// The words, as the JSON that was sealed, byte for byte.
    pub body: String,
    /// The seal.
    pub seal: [u8; 32],
}

impl Tx<'_> {
    /// Adds a link.
    ///
    /// # Errors
    /// `Taken` when there is one in its place already; `Full`, `Io`.
    pub fn add_fact(&self, link: &FactLink) -> Result<(), StoreError> {
        let place = i64::try_from(link.link).map_err(|_| StoreError::Damaged)?;
        if self.number("SELECT count(*) FROM facts WHERE link = ?1", [place])? > 0 {
            return Err(StoreError::Taken);
        }
        let sql = "INSERT INTO facts (link, note, version, written, body, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let row = params![place, link.note.as_bytes(), link.version, link.written.millis(), link.body, link.seal];
        self.conn.prepare_cached(sql)?.execute(row)?;
        Ok(())
    }
}

impl Store {
    /// Every link, in the order of the chain.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn facts(&self) -> Result<Vec<FactLink>, StoreError> {
        let mut statement = self.conn.prepare_cached("SELECT link, note, version, written, body, seal FROM facts ORDER BY link")?;
        let mut rows = statement.query([])?;
        let mut links = Vec::new();
        while let Some(r) = rows.next()? {
            let link = u64::try_from(r.get::<_, i64>(0)?).map_err(|_| StoreError::Damaged)?;
            let (version, written, body, seal) = (r.get(2)?, Stamp::from_millis(r.get(3)?), r.get(4)?, r.get(5)?);
            links.push(FactLink { link, note: row::id(r, 1)?, version, written, body, seal });
        }
        Ok(links)
    }
}
