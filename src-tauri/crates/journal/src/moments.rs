//! Keeping and changing entries.

use crate::transact::Act;
use crate::views::{Done, Kept, Op};
use crate::{Chance, Journal, JournalError};
use crate::{practice, promises};
use model::{Changes, DayTurn, Entry, EntryId, Happened, Now, Precision, Source, Stamp, Writing};
use store::StoreError;

/// Something to be kept, with what another journal said of it.
#[derive(Clone, Debug)]
pub struct New {
    /// The words.
    pub writing: Writing,
    /// When it was first written, if not now.
    pub written: Option<Stamp>,
    /// Where it came from.
    pub source: Option<Source>,
}

impl New {
    /// Written here and now.
    #[must_use]
    pub fn of(writing: Writing) -> Self {
        Self { writing, written: None, source: None }
    }
}

/// Ids keep their order in time; the random part makes two of the same millisecond differ.
pub(crate) fn new_id(now: Stamp, chance: &mut dyn Chance) -> EntryId {
    let mut random = [0; 10];
    chance.fill(&mut random);
    EntryId::new(now.millis().max(0).unsigned_abs(), random)
}

/// The entry that a writing becomes.
fn entry_of(new: New, id: EntryId, now: &Now, turn: DayTurn) -> Entry {
    let mut writing = new.writing;
    let told = writing.happened;
    let happened = told.unwrap_or_else(|| {
        let local = now.local();
        Happened::Minute(chrono::Timelike::with_second(&local, 0).unwrap_or(local))
    });
    writing.happened = Some(happened);
    let precision = match (told, happened) {
        (None, _) => Precision::Instant,
        (_, Happened::Day(_)) => Precision::Date,
        (_, Happened::Minute(_)) => Precision::Minute,
        (_, Happened::Second(_)) => Precision::Second,
    };
    // A time that was typed in has no known offset: the person may have been anywhere.
    let here = told.is_none();
    Entry {
        id,
        day: happened.shift_day(turn),
        precision,
        offset_minutes: here.then_some(now.offset_minutes),
        zone: now.zone.clone().filter(|_| here),
        written: new.written.unwrap_or(now.stamp),
        edited: None,
        binned: None,
        source: new.source,
        extra: serde_json::Map::new(),
        writing,
    }
}

/// An entry with other words: the time is read again only if it was told anew.
fn with_words(old: &Entry, mut writing: Writing, now: Stamp, turn: DayTurn) -> Entry {
    let told_anew = writing.happened.is_some_and(|h| Some(h) != old.writing.happened);
    let mut entry = old.clone();
    if told_anew {
        let happened = writing.happened.unwrap_or(Happened::Day(old.day));
        entry.day = happened.shift_day(turn);
        entry.precision = match happened {
            Happened::Day(_) => Precision::Date,
            Happened::Minute(_) => Precision::Minute,
            Happened::Second(_) => Precision::Second,
        };
        (entry.offset_minutes, entry.zone) = (None, None);
    } else {
        writing.happened = old.writing.happened;
    }
    entry.writing = writing;
    entry.edited = Some(now);
    entry
}

/// Whether the words differ, apart from marks that are no words.
fn differs(a: &Writing, b: &Writing) -> bool {
    let bare = |w: &Writing| Writing { star: false, may_share: false, ..w.clone() };
    bare(a) != bare(b)
}

/// Brings an entry into a state, whatever it is now. Words that are replaced stay as an older version.
pub(crate) fn bring_to(act: &mut Act<'_, '_>, wanted: Entry, now: &Now, turn: DayTurn) -> Result<(), JournalError> {
    let is = act.rows.get(wanted.id)?.ok_or(JournalError::NotFound)?;
    if is == wanted {
        return Ok(());
    }
    if differs(&is.writing, &wanted.writing) {
        act.rows.push_version(&is, now.stamp)?;
    }
    if (Entry { binned: is.binned, ..wanted.clone() }) != is {
        act.rows.replace(&Entry { binned: is.binned, ..wanted.clone() }, turn)?;
    }
    if is.binned != wanted.binned {
        act.rows.set_binned(wanted.id, wanted.binned)?;
    }
    act.touched(Some(is.clone()), wanted.clone());
    promises::follow(act, Some(&is), &wanted, now, turn)
}

impl Journal {
    /// Keeps entries, all or none. They are on the disk when this returns. A draft is let go in the same breath.
    ///
    /// # Errors
    /// `Invalid`, `TooSoon`, `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn keep(&mut self, new: Vec<New>, draft: Option<&str>, chance: &mut dyn Chance) -> Result<Vec<Entry>, JournalError> {
        self.keep_telling(new, draft, chance).map(|(entries, _)| entries)
    }

    /// The same, telling what it touched.
    ///
    /// # Errors
    /// As [`Journal::keep`].
    pub fn keep_telling(
        &mut self,
        new: Vec<New>,
        draft: Option<&str>,
        chance: &mut dyn Chance,
    ) -> Result<(Vec<Entry>, Changes), JournalError> {
        let (now, turn) = (self.clock.now(), self.settings.day_turn);
        let mut entries = Vec::with_capacity(new.len());
        for mut one in new {
            one.writing = one.writing.tidied();
            one.writing.check()?;
            practice::prepare(&mut one.writing)?;
            practice::makes_an_entry(&one.writing)?;
            entries.push(entry_of(one, new_id(now.stamp, chance), &now, turn));
        }
        self.keeps_distance(&entries, None)?;
        let op = if entries.len() == 1 { Op::Keep } else { Op::Batch };
        self.transact(op, &|act| {
            act.rows.insert_all(&entries, turn)?;
            for entry in &entries {
                act.touched(None, entry.clone());
                promises::follow(act, None, entry, &now, turn)?;
                practice::note_written(act, entry, turn.day_of(now.local()))?;
            }
            if let Some(slot) = draft {
                act.rows.drop_draft(slot)?;
                act.also(|c| c.drafts = true);
            }
            Ok(())
        })
        .map(|((), changes)| (entries, changes))
    }

    /// Gives an entry other words. The old ones stay as an older version.
    ///
    /// # Errors
    /// `NotFound`, `Invalid`, `TooSoon`, `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn change(&mut self, id: EntryId, writing: Writing, draft: Option<&str>) -> Result<Kept, JournalError> {
        let mut writing = writing.tidied();
        writing.check()?;
        practice::prepare(&mut writing)?;
        let (now, turn) = (self.clock.now().stamp, self.settings.day_turn);
        if let Some(old) = self.store.get(id)? {
            let new = with_words(&old, writing.clone(), now, turn);
            // What an earlier version kept as an entry stays one, and can be mended.
            let guide = |entry: &Entry| entry.writing.guide.as_ref().map(|walk| walk.id.clone());
            if guide(&new) != guide(&old) {
                practice::makes_an_entry(&new.writing)?;
            }
            // Where it lay it may stay, whatever is beside it.
            if (new.writing.kind, new.day) != (old.writing.kind, old.day) {
                self.keeps_distance(&[new], Some(id))?;
            }
        }
        self.alter(Op::Change, id, |act, old| {
            if let Some(slot) = draft {
                act.rows.drop_draft(slot)?;
                act.also(|c| c.drafts = true);
            }
            let new = with_words(old, writing.clone(), now, turn);
            Ok(if new.writing == old.writing { old.clone() } else { new })
        })
    }

    /// Adds what was learned later.
    pub(crate) fn ripple(&mut self, id: EntryId, ripple: model::Ripple) -> Result<Kept, JournalError> {
        let now = self.clock.now().stamp;
        self.alter(Op::Ripple, id, |_, old| {
            let mut entry = old.clone();
            entry.writing.ripples.push(ripple.clone());
            entry.writing.check()?;
            entry.edited = Some(now);
            Ok(entry)
        })
    }

    /// Marks an entry as kept close, or no longer.
    ///
    /// # Errors
    /// `NotFound`, and what the disk says.
    pub fn star(&mut self, id: EntryId, star: bool) -> Result<Kept, JournalError> {
        self.alter(Op::Star, id, |_, old| {
            let mut entry = old.clone();
            entry.writing.star = star;
            Ok(entry)
        })
    }

    /// Puts an entry in the bin.
    ///
    /// # Errors
    /// `NotFound`, and what the disk says.
    pub fn bin(&mut self, id: EntryId) -> Result<Kept, JournalError> {
        let now = self.clock.now().stamp;
        self.alter(Op::Bin, id, |_, old| Ok(Entry { binned: old.binned.or(Some(now)), ..old.clone() }))
    }

    /// Takes an entry out of the bin.
    ///
    /// # Errors
    /// `NotFound`, and what the disk says.
    pub fn unbin(&mut self, id: EntryId) -> Result<Kept, JournalError> {
        self.alter(Op::Restore, id, |_, old| Ok(Entry { binned: None, ..old.clone() }))
    }

    /// Brings an older version back; what it replaces becomes a version itself.
    ///
    /// # Errors
    /// `NotFound`, and what the disk says.
    pub fn bring_back(&mut self, id: EntryId, number: u32) -> Result<Kept, JournalError> {
        let version = self.store.versions(id)?.into_iter().find(|v| v.number == number).ok_or(JournalError::NotFound)?;
        let (now, turn) = (self.clock.now().stamp, self.settings.day_turn);
        // Marks are not words: they stay as they are now.
        self.alter(Op::Version, id, |_, old| {
            let (star, may_share) = (old.writing.star, old.writing.may_share);
            let mut entry = with_words(old, Writing { star, may_share, ..version.writing.clone() }, now, turn);
            if entry.writing.happened != old.writing.happened {
                // The old time in the old place: not told anew, but known as it was.
                entry.precision = version.precision.unwrap_or(entry.precision);
                (entry.offset_minutes, entry.zone) = (version.offset_minutes, version.zone.clone());
            }
            Ok(entry)
        })
    }

    /// Removes everything in the bin for good, with what is unfinished about it, from the rows, the index and the file's free
    /// pages; and the promises that were taken back, for which there is no way back but the history. Says how many entries
    /// there were.
    ///
    /// # Errors
    /// What the disk says.
    pub fn empty_bin(&mut self) -> Result<(u32, Changes), JournalError> {
        let rows = self.store.binned(u32::MAX)?;
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let (dropped, _, changes) = self.commit(&|act| {
            for row in &rows {
                act.rows.purge(row.id)?;
            }
            act.also(|c| (c.bin, c.tags, c.people, c.drafts, c.undo) = (true, true, true, true, true));
            Ok(act.rows.purge_dropped_promises()?)
        })?;
        // The history holds the words of what is gone.
        self.history.forget();
        if count > 0 || dropped > 0 {
            match self.store.compact() {
                // Its words are gone and overwritten; only the file stays as large as it is until there is room for a copy.
                Ok(()) | Err(StoreError::Full) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok((count, changes))
    }

    /// Changes the journal's settings.
    ///
    /// # Errors
    /// `Invalid`, and what the disk says.
    pub fn change_settings(&mut self, settings: model::JournalSettings) -> Result<Done, JournalError> {
        settings.check()?;
        let ((), _, changes) = self.commit(&|act| {
            act.rows.set_settings(&settings)?;
            act.also(|c| c.settings = true);
            Ok(())
        })?;
        self.settings = settings;
        Ok(Done { changes })
    }

    /// One entry from one state to the next.
    fn alter(
        &mut self,
        op: Op,
        id: EntryId,
        next: impl Fn(&mut Act<'_, '_>, &Entry) -> Result<Entry, JournalError>,
    ) -> Result<Kept, JournalError> {
        let (now, turn) = (self.clock.now(), self.settings.day_turn);
        let (entry, changes) = self.transact(op, &|act| {
            let old = act.rows.get(id)?.ok_or(JournalError::NotFound)?;
            let new = next(act, &old)?;
            bring_to(act, new.clone(), &now, turn)?;
            Ok(new)
        })?;
        Ok(Kept { entry, changes })
    }
}
