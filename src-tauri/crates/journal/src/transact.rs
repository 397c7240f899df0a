//! The one door for changes: atomic, named, undoable, and telling what it touched.

use crate::backup::CHANGED;
use crate::history::Image;
use crate::views::Op;
use crate::{Journal, JournalError};
use model::{Changes, Entry, Promise};
use store::{StoreError, Tx};

/// What an action does while its transaction is open.
pub(crate) struct Act<'a, 'tx> {
    /// Rows.
    pub(crate) rows: &'a Tx<'tx>,
    images: Vec<Image>,
    changes: Changes,
}

/// What is done to the rows; runs again where the first time there was no room.
pub(crate) type Action<'a, T> = dyn Fn(&mut Act<'_, '_>) -> Result<T, JournalError> + 'a;

impl Act<'_, '_> {
    /// Notes that an entry went from one state to another; undo and the screens live from it.
    pub(crate) fn touched(&mut self, before: Option<Entry>, after: Entry) {
        let changes = &mut self.changes;
        changes.entries = true;
        changes.days.insert(after.day);
        changes.bin |= after.binned.is_some() || before.as_ref().is_some_and(|b| b.binned.is_some());
        let names = |entry: Option<&Entry>| entry.map(|e| (e.writing.tags.clone(), e.writing.people.clone())).unwrap_or_default();
        let (old, new) = (names(before.as_ref()), names(Some(&after)));
        changes.tags |= old.0 != new.0;
        changes.people |= old.1 != new.1;
        if let Some(before) = &before {
            changes.days.insert(before.day);
        }
        self.images.push(Image::Entry { before: before.map(Box::new), after: Box::new(after) });
    }

    /// The same for a promise.
    pub(crate) fn touched_promise(&mut self, before: Option<Promise>, after: Promise) {
        self.changes.promises = true;
        self.images.push(Image::Promise { before: before.map(Box::new), after: Box::new(after) });
    }

    /// Notes another kind of change.
    pub(crate) fn also(&mut self, note: impl FnOnce(&mut Changes)) {
        note(&mut self.changes);
    }
}

impl Journal {
    /// Runs one action: all of it is on the disk when this returns, or none of it ever was.
    /// On a full disk the room kept back is given up, and the action runs once more.
    ///
    /// # Errors
    /// `ReadOnly`, and what the action or the disk says.
    pub(crate) fn transact<T>(&mut self, op: Op, act: &Action<'_, T>) -> Result<(T, Changes), JournalError> {
        let (value, images, mut changes) = self.commit(act)?;
        if !images.is_empty() {
            self.history.did(op, images);
            changes.undo = true;
        }
        Ok((value, changes))
    }

    /// The same without a step in the history: for undo itself, drafts and upkeep.
    pub(crate) fn commit<T>(&mut self, act: &Action<'_, T>) -> Result<(T, Vec<Image>, Changes), JournalError> {
        self.writable()?;
        match self.attempt(act) {
            Err(JournalError::DiskFull) if vault::reserve::give_up(&self.home) => self.attempt(act),
            done => done,
        }
    }

    fn attempt<T>(&mut self, act: &Action<'_, T>) -> Result<(T, Vec<Image>, Changes), JournalError> {
        let noted = self.changed;
        // The store speaks its own errors; ours waits beside the transaction that it rolls back.
        let mut refused = None;
        let done = self.store.transact(|rows| {
            let mut open = Act { rows, images: Vec::new(), changes: Changes::default() };
            match act(&mut open) {
                Ok(value) => {
                    if !noted {
                        rows.set_meta(CHANGED, Some(b"1"))?;
                    }
                    Ok((value, open.images, open.changes))
                }
                Err(error) => {
                    refused = Some(error);
                    Err(StoreError::Interrupted)
                }
            }
        });
        match (done, refused) {
            (Ok(done), _) => {
                self.changed = true;
                Ok(done)
            }
            (Err(_), Some(error)) => Err(error),
            (Err(error), None) => Err(error.into()),
        }
    }
}
