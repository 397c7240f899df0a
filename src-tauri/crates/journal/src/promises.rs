//! Promises: made alone or in a moment, kept, moved, handed on, let go. Each action can be undone.

use crate::drafts::of_promise;
use crate::moments::new_id;
use crate::transact::Act;
use crate::views::{Op, PromiseDone, PromiseRow, Promises};
use crate::{Chance, Journal, JournalError};
use chrono::NaiveDateTime;
use model::{DayTurn, Entry, EntryId, Happened, Now, Pledge, Promise, PromiseState, Promising};

/// The language of natural words for days, until the words of another one are known; figures stand day first, as the window
/// writes them.
const LANGUAGE: &str = "en-GB";

/// The promise that a moment was kept with has a name of its own that follows from the moment's; so have those that came into
/// it after the first was answered, by their number.
fn id_of_pledge(entry: EntryId, number: u8) -> EntryId {
    let mut bytes = *entry.as_bytes();
    for byte in &mut bytes[10..] {
        *byte = !*byte;
    }
    bytes[15] = bytes[15].wrapping_add(number);
    EntryId(uuid::Uuid::from_bytes(bytes))
}

/// By when, read from the person's own words.
fn day_of(said: Option<&str>, now: NaiveDateTime) -> Option<Happened> {
    let when = ::practice::when::parse(said?, now, LANGUAGE)?;
    Some(match when.time {
        Some(time) => Happened::Minute(when.day.date().and_time(time)),
        None => Happened::Day(when.day),
    })
}

/// A promise with its day, which the words tell when nobody chose one.
fn dated(promising: Promising, now: NaiveDateTime) -> Promising {
    let by = promising.by.or_else(|| day_of(promising.said.as_deref(), now));
    Promising { by, ..promising }
}

fn of_pledge(pledge: &Pledge, now: NaiveDateTime) -> Promising {
    let some = |text: &str| Some(text.to_owned());
    let promising =
        Promising { what: pledge.what.clone(), to: some(&pledge.to), said: some(&pledge.by), by: None, reach: some(&pledge.reach) };
    dated(promising.tidied(), now)
}

/// A promise after the words of its moment were changed. Its day stays when the words for it stayed: it may have been moved since,
/// and "tomorrow" was said on the day that it was said.
fn changed(is: &Promising, old: Option<&Pledge>, pledge: &Pledge, now: NaiveDateTime) -> Promising {
    let promising = of_pledge(pledge, now);
    if old.is_some_and(|o| o.by == pledge.by) {
        return Promising { said: is.said.clone(), by: is.by, ..promising };
    }
    promising
}

/// Brings a promise into a state, whatever it is now.
pub(crate) fn bring_to(act: &mut Act<'_, '_>, wanted: Promise) -> Result<(), JournalError> {
    let is = act.rows.promise(wanted.id)?;
    if is.as_ref() != Some(&wanted) {
        act.rows.put_promise(&wanted)?;
        act.touched_promise(is, wanted);
    }
    Ok(())
}

/// What is promised in a moment follows the moment, as long as nobody answered it: it comes with it, changes with
/// it, and goes to the bin and comes back with it. Something else promised there after that is a promise of its own.
pub(crate) fn follow(act: &mut Act<'_, '_>, before: Option<&Entry>, after: &Entry, now: &Now, turn: DayTurn) -> Result<(), JournalError> {
    let old = before.and_then(|e| e.writing.promise.as_ref());
    let new = after.writing.promise.as_ref();
    let moved = before.is_some_and(|e| e.binned.is_some()) != after.binned.is_some();
    if (old, moved) == (new, false) {
        return Ok(());
    }
    let all = act.rows.promises_of(after.id)?;
    let numbered = |number: u8| all.iter().find(|p| p.id == id_of_pledge(after.id, number));
    let count = (0..u8::MAX).take_while(|n| numbered(*n).is_some()).count();
    let count = u8::try_from(count).unwrap_or(u8::MAX);
    let is = count.checked_sub(1).and_then(numbered).or_else(|| all.iter().find(|p| old.is_some_and(|o| o.what == p.promising.what)));
    let local = now.local();
    let wanted = match (is, new) {
        (None, None) => return Ok(()),
        (Some(p), None) if p.state != PromiseState::Open => return Ok(()),
        (Some(p), Some(pledge)) if p.state != PromiseState::Open && p.promising.what == pledge.what.trim() => return Ok(()),
        (Some(p), None) => Promise { dropped: true, ..p.clone() },
        (Some(p), Some(pledge)) if p.state == PromiseState::Open => {
            let promising = if old == new { p.promising.clone() } else { changed(&p.promising, old, pledge, local) };
            Promise { promising, dropped: after.binned.is_some(), ..p.clone() }
        }
        (_, Some(pledge)) => Promise {
            id: id_of_pledge(after.id, count),
            promising: of_pledge(pledge, local),
            state: PromiseState::Open,
            handed_to: None,
            entry: Some(after.id),
            day: turn.day_of(local),
            made: now.stamp,
            closed: None,
            dropped: after.binned.is_some(),
        },
    };
    bring_to(act, wanted)
}

impl Journal {
    /// Makes a promise that stands alone, or that was made in an entry. A day is read from its words when none is given. What was
    /// begun of it is let go with the same act.
    ///
    /// # Errors
    /// `Invalid`, `NotFound` for an entry that is none, `DiskFull`, `ReadOnly`, and what the disk says.
    pub fn promise(&mut self, promising: Promising, entry: Option<EntryId>, chance: &mut dyn Chance) -> Result<PromiseDone, JournalError> {
        let now = self.clock.now();
        let promising = dated(promising.tidied(), now.local());
        promising.check()?;
        if let Some(entry) = entry {
            self.store.get(entry)?.ok_or(JournalError::NotFound)?;
        }
        let promise = Promise {
            id: new_id(now.stamp, chance),
            promising,
            state: PromiseState::Open,
            handed_to: None,
            entry,
            day: self.settings.day_turn.day_of(now.local()),
            made: now.stamp,
            closed: None,
            dropped: false,
        };
        let ((), changes) = self.transact(Op::Promise, &|act| {
            act.rows.drop_draft(&of_promise(entry))?;
            bring_to(act, promise.clone())
        })?;
        Ok(PromiseDone { promise: self.promise_row(promise), changes })
    }

    /// Gives a promise other words or another day. One that was answered is open again when it is moved.
    ///
    /// # Errors
    /// `NotFound`, `Invalid`, and what the disk says.
    pub fn move_promise(&mut self, id: EntryId, promising: Promising) -> Result<PromiseDone, JournalError> {
        let promising = dated(promising.tidied(), self.clock.now().local());
        promising.check()?;
        self.alter_promise(Op::PromiseMove, id, |p| Promise {
            promising: promising.clone(),
            state: PromiseState::Open,
            handed_to: None,
            closed: None,
            ..p
        })
    }

    /// The promise was kept.
    ///
    /// # Errors
    /// `NotFound`, and what the disk says.
    pub fn keep_promise(&mut self, id: EntryId) -> Result<PromiseDone, JournalError> {
        self.answer_promise(Op::PromiseKeep, id, PromiseState::Kept, None)
    }

    /// Somebody else has it now.
    ///
    /// # Errors
    /// `NotFound`, `Invalid`, and what the disk says.
    pub fn hand_on_promise(&mut self, id: EntryId, to: Option<String>) -> Result<PromiseDone, JournalError> {
        let to = to.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        if to.as_ref().is_some_and(|t| t.len() > model::limits::FIELD) {
            return Err(model::Invalid { field: "to", why: model::Why::TooLong }.into());
        }
        self.answer_promise(Op::PromiseHandOn, id, PromiseState::HandedOn, to)
    }

    /// It is let go.
    ///
    /// # Errors
    /// `NotFound`, and what the disk says.
    pub fn let_promise_go(&mut self, id: EntryId) -> Result<PromiseDone, JournalError> {
        self.answer_promise(Op::PromiseLetGo, id, PromiseState::LetGo, None)
    }

    /// The day that words mean, if they are understood.
    #[must_use]
    pub fn read_when(&self, said: &str) -> Option<Happened> {
        day_of(Some(said), self.clock.now().local())
    }

    /// All promises: what is open by its day, then what was answered, newest first.
    ///
    /// # Errors
    /// What the file says.
    pub fn promises(&self) -> Result<Promises, JournalError> {
        let today = self.settings.day_turn.day_of(self.clock.now().local());
        let (mut open, mut done): (Vec<_>, Vec<_>) = self.store.promises()?.into_iter().partition(|p| p.state == PromiseState::Open);
        done.sort_by_key(|p| std::cmp::Reverse((p.closed, p.id)));
        let tally = ::practice::promise::tally(open.iter().chain(&done).map(|p| p.state));
        open.append(&mut done);
        let rows = open.into_iter().map(|p| self.promise_row(p)).collect();
        Ok(Promises { rows, kept: tally.kept, answered: tally.answered, today })
    }

    fn answer_promise(&mut self, op: Op, id: EntryId, state: PromiseState, handed_to: Option<String>) -> Result<PromiseDone, JournalError> {
        let now = self.clock.now().stamp;
        self.alter_promise(op, id, |p| Promise { state, handed_to: handed_to.clone(), closed: Some(now), ..p })
    }

    fn alter_promise(&mut self, op: Op, id: EntryId, next: impl Fn(Promise) -> Promise) -> Result<PromiseDone, JournalError> {
        let (promise, changes) = self.transact(op, &|act| {
            let is = act.rows.promise(id)?.filter(|p| !p.dropped).ok_or(JournalError::NotFound)?;
            let wanted = next(is);
            // Changes that were begun are of the promise as it was.
            act.rows.drop_draft(&of_promise(Some(id)))?;
            bring_to(act, wanted.clone())?;
            Ok(wanted)
        })?;
        Ok(PromiseDone { promise: self.promise_row(promise), changes })
    }

    fn promise_row(&self, promise: Promise) -> PromiseRow {
        let today = self.settings.day_turn.day_of(self.clock.now().local());
        let by = promise.promising.by.map(|by| match by {
            Happened::Day(day) => day,
            // A time in the small hours belongs to the night shift before it.
            timed => timed.shift_day(self.settings.day_turn),
        });
        let standing = ::practice::promise::standing(promise.state, by, today);
        PromiseRow { promise, standing }
    }
}
