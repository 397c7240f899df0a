//! Unfinished writing: kept in the journal, so that closing, locking or crashing in mid-sentence loses nothing.

use crate::{Journal, JournalError};
use model::{EntryId, Invalid, Pledge, Why, Writing, limits};

/// The place of an unfinished fact note.
pub(crate) const FACT: &str = "fact";
/// The longest name of a draft's place: `edit:` and an id.
const SLOT: usize = 64;

/// The place of a promise that is being made, in an entry or alone, or of one that is being changed, by its own id.
pub(crate) fn of_promise(id: Option<EntryId>) -> String {
    id.map_or_else(|| "promise".to_owned(), |id| format!("promise:{id}"))
}

impl Journal {
    /// Keeps a draft, replacing what was in its place. A blank one lets it go.
    ///
    /// # Errors
    /// `Invalid` when it is larger than an entry can be, `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn keep_draft(&mut self, slot: &str, writing: &Writing) -> Result<(), JournalError> {
        if slot.is_empty() || slot.len() > SLOT {
            return Err(Invalid { field: "slot", why: Why::TooLong }.into());
        }
        if writing.text.len() > limits::TEXT {
            return Err(Invalid { field: "text", why: Why::TooLong }.into());
        }
        let now = self.clock.now().stamp;
        // To whom and by when may come before what: no promise yet, but words.
        let blank = writing.is_blank() && writing.promise.as_ref().is_none_or(Pledge::is_blank);
        self.commit(&|act| {
            if blank {
                act.rows.drop_draft(slot)?
            } else {
                act.rows.keep_draft(slot, writing, now)?
            };
            Ok(())
        })
        .map(drop)
    }

    /// Lets a draft go.
    ///
    /// # Errors
    /// What the disk says.
    pub fn drop_draft(&mut self, slot: &str) -> Result<(), JournalError> {
        self.commit(&|act| Ok(act.rows.drop_draft(slot)?)).map(drop)
    }

    /// A draft, if there is one.
    ///
    /// # Errors
    /// What the disk says.
    pub fn draft(&self, slot: &str) -> Result<Option<Writing>, JournalError> {
        Ok(self.store.draft(slot)?.map(|d| d.writing))
    }
}
