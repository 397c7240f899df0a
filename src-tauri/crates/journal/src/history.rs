//! Undo and redo: the states before and after of the last actions, in memory only.
//!
//! Undoing never destroys: an entry that was just kept goes to the bin, and words that are taken
//! back stay as an older version.

use crate::views::{Op, Undone};
use crate::{Journal, JournalError};
use crate::{moments, promises};
use model::{Entry, Promise};

/// Actions that can be taken back.
const STEPS: usize = 30;

/// What was touched, before and after an action. `None` before: the action made it.
#[derive(Clone, Debug)]
pub(crate) enum Image {
    Entry { before: Option<Box<Entry>>, after: Box<Entry> },
    Promise { before: Option<Box<Promise>>, after: Box<Promise> },
}

#[derive(Clone, Debug)]
struct Step {
    op: Op,
    images: Vec<Image>,
}

/// What was done, and what was undone.
#[derive(Default)]
pub(crate) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// A new action: it can be undone, and what had been undone cannot be redone any more.
    pub(crate) fn did(&mut self, op: Op, images: Vec<Image>) {
        self.undone.clear();
        self.done.push(Step { op, images });
        if self.done.len() > STEPS {
            self.done.remove(0);
        }
    }

    /// Forgets everything: after something that cannot be taken back.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}

impl Journal {
    /// Takes the last action back.
    ///
    /// # Errors
    /// What the disk says; the action can then still be undone.
    pub fn undo(&mut self) -> Result<Undone, JournalError> {
        let Some(step) = self.history.done.pop() else { return Ok(nothing()) };
        match self.set_states(step.images.iter().rev(), false) {
            Ok(changes) => {
                let op = step.op;
                self.history.undone.push(step);
                Ok(Undone { op: Some(op), changes })
            }
            Err(error) => {
                self.history.done.push(step);
                Err(error)
            }
        }
    }

    /// Does the last undone action again.
    ///
    /// # Errors
    /// What the disk says; the action can then still be redone.
    pub fn redo(&mut self) -> Result<Undone, JournalError> {
        let Some(step) = self.history.undone.pop() else { return Ok(nothing()) };
        match self.set_states(step.images.iter(), true) {
            Ok(changes) => {
                let op = step.op;
                self.history.done.push(step);
                Ok(Undone { op: Some(op), changes })
            }
            Err(error) => {
                self.history.undone.push(step);
                Err(error)
            }
        }
    }

    /// Brings what was touched to how it was after the action, or before it; what should not exist goes to the bin.
    fn set_states<'a>(&mut self, images: impl Iterator<Item = &'a Image> + Clone, after: bool) -> Result<model::Changes, JournalError> {
        let (now, turn) = (self.clock.now(), self.settings.day_turn);
        // Promises last: those of a moment follow it when it is set, and what they were is what they are to be.
        let of_promise = |image: &&Image| matches!(image, Image::Promise { .. });
        let ((), _, mut changes) = self.commit(&|act| {
            for image in images.clone().filter(|i| !of_promise(i)).chain(images.clone().filter(of_promise)) {
                match image {
                    Image::Entry { before, after: made } => {
                        let wanted = if after { Some(made) } else { before.as_ref() };
                        let wanted = wanted.map_or_else(|| Entry { binned: Some(now.stamp), ..Entry::clone(made) }, |e| Entry::clone(e));
                        moments::bring_to(act, wanted, &now, turn)?;
                    }
                    Image::Promise { before, after: made } => {
                        let wanted = if after { Some(made) } else { before.as_ref() };
                        let wanted = wanted.map_or_else(|| Promise { dropped: true, ..Promise::clone(made) }, |p| Promise::clone(p));
                        promises::bring_to(act, wanted)?;
                    }
                }
            }
            Ok(())
        })?;
        changes.undo = true;
        Ok(changes)
    }
}

fn nothing() -> Undone {
    Undone { op: None, changes: model::Changes::default() }
}
