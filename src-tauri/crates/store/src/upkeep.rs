//! Looks after the file as a whole: takes in the log, copies it, makes removing final.

use crate::{
    Access, Store, StoreError,
    open::{new_file, sync_folder},
    pragmas::pragma,
};
use std::{fs, path::Path};

impl Store {
    /// Takes the write-ahead log into the file and empties it; nothing to do in a single-file journal.
    ///
    /// # Errors
    /// `Full`, `Io`; nothing is lost then.
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        // Answers 1 when somebody reads from the log; the file is ours alone.
        match pragma(&self.conn, "PRAGMA wal_checkpoint(TRUNCATE)")?.as_deref() {
            Some("1") => Err(StoreError::Busy),
            _ => Ok(()),
        }
    }

    /// Writes the journal as it stands into a new file under the same key: compact, mode 0600, on the disk when this returns.
    ///
    /// # Errors
    /// `Exists` when anything is there; `Full`, `Io`. No half copy is left.
    pub fn copy_into(&self, path: &Path) -> Result<(), StoreError> {
        let name = path.to_str().ok_or(StoreError::Io(std::io::ErrorKind::InvalidFilename))?;
        new_file(path)?;
        let copied = (|| {
            // `query_only` also refuses to write another file, which a copy of a read-only journal has to be.
            let closed = self.access() == Access::ReadOnly;
            if closed {
                pragma(&self.conn, "PRAGMA query_only = OFF")?;
            }
            let written = self.conn.execute("VACUUM INTO ?1", [name]);
            if closed {
                pragma(&self.conn, "PRAGMA query_only = ON")?;
            }
            written?;
            fs::OpenOptions::new().write(true).open(path)?.sync_all()?;
            sync_folder(path)
        })();
        if copied.is_err() {
            // Made a moment ago by this call.
            let _ = fs::remove_file(path);
        }
        copied
    }

    /// Merges the index and writes the file anew without the room that removed entries left. Takes as long as a copy.
    ///
    /// # Errors
    /// `Full` (needs room for a copy), `Io`; nothing is lost then.
    pub fn compact(&mut self) -> Result<(), StoreError> {
        self.transact(|tx| {
            tx.conn.execute("INSERT INTO entry_fts (entry_fts) VALUES ('optimize')", [])?;
            Ok(())
        })?;
        self.conn.flush_prepared_statement_cache();
        self.conn.execute_batch("VACUUM")?;
        self.checkpoint()
    }
}
