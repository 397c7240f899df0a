//! The one door for changes. Holds no SQL of any table.

use crate::{Store, StoreError};
use std::ops::Deref;

/// A running transaction: every change is a method of it, and every question to the [`Store`] can be asked in it.
pub struct Tx<'a> {
    store: &'a Store,
}

impl Store {
    /// Runs `f` as one change: all of it is on the disk when this returns `Ok`, none of it otherwise.
    ///
    /// # Errors
    /// What `f` failed with; `Full`, `ReadOnlyMedia`, `Busy`, `Io` from the commit.
    pub fn transact<T>(&mut self, f: impl FnOnce(&Tx<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let tx = Tx { store: self };
        let value = f(&tx)?;
        tx.conn.execute_batch("COMMIT")?;
        Ok(value)
    }
}

impl Deref for Tx<'_> {
    type Target = Store;
    fn deref(&self) -> &Store {
        self.store
    }
}

impl Drop for Tx<'_> {
    fn drop(&mut self) {
        // Still open: something failed or panicked on the way. SQLite rolls back by itself when this cannot.
        if !self.store.conn.is_autocommit() {
            let _ = self.store.conn.execute_batch("ROLLBACK");
        }
    }
}
