//! Undo and redo: the states before and after of the last actions, in memory only.
//!
//! Undoing never destroys: an entry that was just kept goes to the bin, and words that are taken
//! back stay as an older version.

use crate::moments;
use crate::views::{Op, Undone};
use crate::{Journal, JournalError};
use model::Entry;

/// Actions that can be taken back.
const STEPS: usize = 30;

/// One entry's state before and after an action. `None` before: the action made it.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    pub(crate) before: Option<Entry>,
    pub(crate) after: Entry,
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
        let turned = step.images.iter().rev().map(|i| (i.before.clone(), i.after.clone())).collect::<Vec<_>>();
        match self.set_states(turned) {
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
        let wanted = step.images.iter().map(|i| (Some(i.after.clone()), i.after.clone())).collect::<Vec<_>>();
        match self.set_states(wanted) {
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

    /// Brings entries into the given states; one that should not exist goes to the bin.
    fn set_states(&mut self, states: Vec<(Option<Entry>, Entry)>) -> Result<model::Changes, JournalError> {
        let (now, turn) = (self.clock.now().stamp, self.settings.day_turn);
        let ((), _, mut changes) = self.commit(|act| {
            for (wanted, stand_in) in states {
                let wanted = wanted.unwrap_or(Entry { binned: Some(now), ..stand_in });
                moments::bring_to(act, wanted, now, turn)?;
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
