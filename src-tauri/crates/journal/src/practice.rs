//! The practice beside the entries: the day's prompt, the guides, one moment to lift, the check-in, the week.
//!
//! What is asked and chosen is decided in the `practice` crate, by day and by what was shown, never by what was
//! written; here it meets what the file remembers.

use crate::transact::Act;
use crate::views::{CheckInPoint, CheckIns, GroupValue, GuideLine, GuideShown, Lifted, Mission, PromptCard, ThemePrompts, WeekReview};
use crate::{Journal, JournalError};
use ::practice::checkin::{self, Answers, Taken};
use ::practice::content::{self, Form, Group, Guide, Makes};
use ::practice::lift;
use ::practice::serve::{self, Answer, Served, Setting, Shift};
use model::{Changes, Cost, Day, Entry, EntryId, ExportRule, Invalid, Kind, PromiseState, Weekday, Why, Writing};
use std::ops::ControlFlow;
use store::{Shown, Weighed};

/// How the file calls what was shown.
const PROMPT: &str = "prompt";
const LIFT: &str = "lift";
/// What came of a moment that was lifted.
const SEEN: &str = "shown";
const NEVER: &str = "never";
/// Older versions of the mission that are shown side by side.
const MISSIONS: u32 = 20;
/// Check-ins that the charts look back on: two years.
const CHECK_INS: u32 = 104;
/// Guides walked that are listed.
const WALKED: u32 = 20;
/// Hours after the day turned that still count as before the shift, while nothing is written.
const BEFORE: i64 = 4;

fn invalid(field: &'static str, why: Why) -> JournalError {
    Invalid { field, why }.into()
}

/// The small forms of the kinds that have one, and of fact notes.
#[must_use]
pub fn forms() -> &'static [Form] {
    content::forms()
}

/// What only the practice knows of a writing: the fields of its guide and what they need. Sets the guide's own rule
/// for logs, whatever the writing said.
pub(crate) fn prepare(writing: &mut Writing) -> Result<(), JournalError> {
    if let Some(walk) = &mut writing.guide {
        // A guide that another version knew: its answers stay, and stay home.
        let guide = content::guide(&walk.id);
        walk.export = guide.map_or(ExportRule::Never, |guide| guide.export);
        if let Some(guide) = guide.filter(|_| writing.kind == Kind::Guide) {
            needs(guide, writing)?;
        }
    }
    if writing.kind == Kind::Mission {
        let guide = content::guide(MISSION_GUIDE).ok_or_else(|| invalid("guide", Why::Unreadable))?;
        needs(guide, writing)?;
        if !writing.answers.iter().any(|a| a.field == MISSION_LINE) {
            return Err(invalid("answers", Why::Empty));
        }
    }
    let check_in = content::check_in();
    if writing.marks.keys().any(|item| !check_in.items.iter().any(|i| i.id.name() == item)) {
        return Err(invalid("marks", Why::Unreadable));
    }
    Ok(())
}

/// No entry is begun in a guide that makes a fact note: those answers belong to the notes, in no list, search or log.
pub(crate) fn makes_an_entry(writing: &Writing) -> Result<(), JournalError> {
    let guide = writing.guide.as_ref().and_then(|walk| content::guide(&walk.id));
    if guide.is_some_and(|guide| guide.makes == Makes::FactNote) { Err(invalid("guide", Why::Unreadable)) } else { Ok(()) }
}

/// The guide whose answers a mission card holds, and the field of its one line.
const MISSION_GUIDE: &str = "my-mission-statement";
const MISSION_LINE: &str = "mission";

/// A step that a guide cannot do without has an answer.
fn needs(guide: &Guide, writing: &Writing) -> Result<(), JournalError> {
    let answered = |field: &str| writing.answers.iter().any(|a| a.field == field);
    if guide.steps.iter().all(|step| !step.required || answered(step.field)) { Ok(()) } else { Err(invalid("answers", Why::Empty)) }
}

/// A prompt that was answered is noted in the same breath.
pub(crate) fn note_written(act: &mut Act<'_, '_>, entry: &Entry, today: Day) -> Result<(), JournalError> {
    let Some(id) = &entry.writing.prompt else { return Ok(()) };
    let shown = Shown { item: id.clone(), day: today, answer: Answer::Written.name().into() };
    act.rows.note_shown(PROMPT, &shown, entry.written)?;
    act.also(|c| c.practice = true);
    Ok(())
}

/// The marks of a check-in by their items; what is no item is passed over.
fn answers_of(marks: &std::collections::BTreeMap<String, u8>) -> Answers {
    marks.iter().filter_map(|(item, mark)| Some((item.parse().ok()?, *mark))).collect()
}

fn weekday(day: Day) -> Weekday {
    let index = chrono::Datelike::weekday(&day.date()).num_days_from_monday() as usize;
    Weekday::ALL[index]
}

impl Journal {
    /// The shift day that it is now.
    pub(crate) fn this_day(&self) -> Day {
        self.settings.day_turn.day_of(self.clock.now().local())
    }

    /// Whether a hard day was marked on that shift day: until the next one begins, nothing upbeat is said.
    ///
    /// # Errors
    /// What the file says.
    pub fn hard_day(&self, day: Day) -> Result<bool, JournalError> {
        Ok(self.store.stones(Some(day), Some(day))?.iter().any(|(_, kind, _)| *kind == Kind::HardDay))
    }

    /// A check-in keeps its distance to those that are there. `own` is the one that is being changed.
    pub(crate) fn keeps_distance(&self, new: &[Entry], own: Option<EntryId>) -> Result<(), JournalError> {
        if !new.iter().any(|e| e.writing.kind == Kind::CheckIn) {
            return Ok(());
        }
        // Nothing can be kept in a journal of an older version either, and it has no index of check-ins.
        self.writable()?;
        let all = self.store.of_kind(Kind::CheckIn, u32::MAX)?;
        let mut there: Vec<Day> = all.into_iter().filter(|e| Some(e.id) != own).map(|e| e.day).collect();
        for entry in new.iter().filter(|e| e.writing.kind == Kind::CheckIn) {
            let next = checkin::next_free(entry.day, there.clone());
            if next != entry.day {
                return Err(JournalError::TooSoon { between: content::check_in().days_between, next });
            }
            there.push(entry.day);
        }
        Ok(())
    }

    fn shift(&self, day: Day) -> Result<Shift, JournalError> {
        if self.settings.days_off.contains(&weekday(day)) {
            return Ok(Shift::Off);
        }
        let now = self.clock.now().local();
        let early = self.settings.day_turn.day_of(now - chrono::Duration::hours(BEFORE)) != day;
        let early = early && day == self.this_day();
        let wrote = !self.store.stones(Some(day), Some(day))?.is_empty();
        Ok(if early && !wrote { Shift::Before } else { Shift::After })
    }

    fn served(&self) -> Result<Vec<Served>, JournalError> {
        let shown = self.store.shown(PROMPT)?;
        Ok(shown
            .into_iter()
            .filter_map(|s| Some(Served { prompt: s.item, day: s.day, answer: s.answer.parse::<Answer>().ok()? }))
            .collect())
    }

    /// The prompt of a day. Today's is noted as shown, so that it does not come back before its own days of rest are over, three
    /// weeks for most; to look at another day costs nothing. Chosen by the day and by what was shown, never by what was written.
    /// Nothing when there is none to show any more on that day.
    ///
    /// # Errors
    /// What the file says.
    pub fn prompt_on(&mut self, day: Day) -> Result<Option<PromptCard>, JournalError> {
        let days_off_known = !self.settings.days_off.is_empty();
        let setting = Setting { day, shift: self.shift(day)?, days_off_known, hard_day: self.hard_day(day)? };
        let served = self.served()?;
        let Some(prompt) = serve::prompt_for(&setting, &served) else { return Ok(None) };
        if day == self.this_day() && !self.is_read_only() && !served.iter().any(|s| s.day == day && s.prompt == prompt.id) {
            self.note(PROMPT, prompt.id, day, Answer::Shown.name())?;
        }
        Ok(Some(PromptCard::of(prompt)))
    }

    /// The prompt of today.
    ///
    /// # Errors
    /// What the file says.
    pub fn prompt_today(&mut self) -> Result<Option<PromptCard>, JournalError> {
        self.prompt_on(self.this_day())
    }

    /// Another prompt in place of that one, or none any more today.
    ///
    /// # Errors
    /// `NotFound` for a prompt that is none, and what the disk says.
    pub fn answer_prompt(&mut self, id: &str, swap: bool) -> Result<Option<PromptCard>, JournalError> {
        content::prompt(id).ok_or(JournalError::NotFound)?;
        let answer = if swap { Answer::Swapped } else { Answer::NotNow };
        self.note(PROMPT, id, self.this_day(), answer.name())?;
        self.prompt_today()
    }

    /// All prompts, theme by theme, for those who would rather choose. On a hard day only those that suit one.
    ///
    /// # Errors
    /// What the file says.
    pub fn prompts_by_theme(&self) -> Result<Vec<ThemePrompts>, JournalError> {
        let hard = self.hard_day(self.this_day())?;
        let of = |theme: content::Theme| {
            let suits = |prompt: &&content::Prompt| prompt.theme == theme && (!hard || serve::suits_a_hard_day(prompt));
            content::prompts().iter().filter(suits).map(PromptCard::of).collect::<Vec<_>>()
        };
        let themes = content::themes().iter().map(|theme| (theme, of(theme.id))).filter(|(_, cards)| !cards.is_empty());
        Ok(themes.map(|(theme, cards)| ThemePrompts { title: theme.title.to_owned(), blurb: theme.blurb.to_owned(), cards }).collect())
    }

    /// The prompts whose answer is begun and not kept, the latest first: also those that another day's prompt has replaced.
    ///
    /// # Errors
    /// What the file says.
    pub fn begun_prompts(&self) -> Result<Vec<PromptCard>, JournalError> {
        let drafts = self.store.drafts()?;
        let ids = drafts.iter().filter_map(|draft| draft.slot.strip_prefix("prompt:"));
        Ok(ids.filter_map(content::prompt).map(PromptCard::of).collect())
    }

    fn note(&mut self, what: &str, item: &str, day: Day, answer: &str) -> Result<Changes, JournalError> {
        let at = self.clock.now().stamp;
        let shown = Shown { item: item.into(), day, answer: answer.into() };
        self.commit(&|act| {
            act.rows.note_shown(what, &shown, at)?;
            act.also(|c| c.practice = true);
            Ok(())
        })
        .map(|(.., changes)| changes)
    }

    /// The guides and the small walks, with what is begun and what was walked last.
    ///
    /// # Errors
    /// What the file says.
    pub fn guides(&self) -> Result<Vec<GuideLine>, JournalError> {
        let walked = self.store.of_kind(Kind::Guide, WALKED * 10)?;
        let last = |id: &str| walked.iter().find(|e| e.writing.guide.as_ref().is_some_and(|g| g.id == id)).map(|e| e.day);
        content::guides()
            .iter()
            .chain(content::small_walks())
            .map(|guide| {
                let begun = self.store.draft(&format!("guide:{}", guide.id))?.is_some();
                Ok(GuideLine::of(guide, begun, last(guide.id)))
            })
            .collect()
    }

    /// One guide, with what is begun of it.
    ///
    /// # Errors
    /// `NotFound`, and what the file says.
    pub fn guide(&self, id: &str) -> Result<GuideShown, JournalError> {
        let guide = content::guide(id).ok_or(JournalError::NotFound)?;
        Ok(GuideShown { guide: *guide, draft: self.draft(&format!("guide:{id}"))? })
    }

    /// The mission card and its older versions, the one in force first.
    ///
    /// # Errors
    /// What the file says.
    pub fn missions(&self) -> Result<Vec<Mission>, JournalError> {
        Ok(self.store.of_kind(Kind::Mission, MISSIONS)?.into_iter().map(Mission::of).collect())
    }

    /// The `step`th moment (from 0) of the day's lift. The day's picks stay what they are; a moment is noted as seen
    /// when it is shown.
    ///
    /// # Errors
    /// What the file says.
    pub fn lift(&mut self, step: u32) -> Result<Lifted, JournalError> {
        let picks = self.picks(self.this_day())?;
        let entry = match picks.get(step as usize) {
            Some(id) => self.store.get(*id)?,
            None => None,
        };
        if let Some(entry) = &entry
            && !self.is_read_only()
        {
            // Noted once a day: the day's picks stand in the order in which they were seen first.
            let (item, day) = (entry.id.to_string(), self.this_day());
            if !self.store.shown(LIFT)?.iter().any(|seen| seen.day == day && seen.item == item) {
                self.note(LIFT, &item, day, SEEN)?;
            }
        }
        let count = u32::try_from(picks.len()).unwrap_or(u32::MAX);
        Ok(Lifted { entry, step, count, hard_day: self.hard_day(self.this_day())? })
    }

    /// The moments that a day's lift shows, at most three.
    ///
    /// # Errors
    /// What the file says.
    pub fn picks(&self, day: Day) -> Result<Vec<EntryId>, JournalError> {
        let candidate = |w: Weighed| lift::Candidate { id: w.id, day: w.day, kind: w.kind, starred: w.star, thanked: w.thanked };
        let candidates: Vec<_> = self.store.weighed()?.into_iter().map(candidate).collect();
        let seen = self.store.shown(LIFT)?;
        let seen: Vec<_> =
            seen.iter().filter_map(|s| Some(lift::Seen { id: s.item.parse().ok()?, day: s.day, never: s.answer == NEVER })).collect();
        Ok(lift::picks(day, &candidates, &seen))
    }

    /// That moment is not lifted any more.
    ///
    /// # Errors
    /// `NotFound`, and what the disk says.
    pub fn never_lift(&mut self, id: EntryId) -> Result<Changes, JournalError> {
        self.store.get(id)?.ok_or(JournalError::NotFound)?;
        self.note(LIFT, &id.to_string(), self.this_day(), NEVER)
    }

    /// The check-ins so far, oldest first, with what may be said of them and whether one is offered.
    ///
    /// # Errors
    /// What the file says.
    pub fn check_ins(&self) -> Result<CheckIns, JournalError> {
        let today = self.this_day();
        let mut entries = self.store.of_kind(Kind::CheckIn, CHECK_INS)?;
        entries.reverse();
        let taken: Vec<Taken> = entries.iter().map(|e| Taken { day: e.day, answers: answers_of(&e.writing.marks) }).collect();
        let last = entries.last().map(|e| e.day);
        let may_offer = checkin::may_offer(last, today);
        let due = self.settings.check_in.is_some_and(|chosen| checkin::due(chosen, last, today));
        let trends = checkin::words(&taken, today);
        let notes = checkin::notes(&taken).into_iter().map(|n| content::note(n).to_owned()).collect();
        let value = |group, taken: &Taken| GroupValue { group, value: checkin::value(&taken.answers, group) };
        let points = entries
            .into_iter()
            .zip(&taken)
            .map(|(entry, taken)| CheckInPoint {
                id: entry.id,
                day: taken.day,
                values: Group::ALL.iter().map(|group| value(*group, taken)).collect(),
                marks: entry.writing.marks,
                line: entry.writing.text,
            })
            .collect();
        Ok(CheckIns { form: *content::check_in(), points, may_offer, due, trends, notes })
    }

    /// The last seven shift days: what they gave and what they cost, side by side.
    ///
    /// # Errors
    /// What the file says.
    pub fn week(&self) -> Result<WeekReview, JournalError> {
        let to = self.this_day();
        let from = Day::new(to.date() - chrono::Duration::days(6)).unwrap_or(to);
        let mut week =
            WeekReview { from, to, gave: 0, even: 0, took: 0, quiet: 0, hard: 0, entries: Vec::new(), open: Vec::new(), kept: 0 };
        self.store.each(Some(from), Some(to), &[], &mut |entry| {
            let writing = &entry.writing;
            match writing.cost {
                Some(Cost::GaveEnergy) => week.gave += 1,
                Some(Cost::Even) => week.even += 1,
                Some(Cost::TookALot) => week.took += 1,
                None => {}
            }
            match writing.kind {
                Kind::QuietDay => week.quiet += 1,
                Kind::HardDay => week.hard += 1,
                Kind::CheckIn | Kind::Mission | Kind::Guide => return ControlFlow::Continue(()),
                _ => {}
            }
            week.entries.push(entry);
            ControlFlow::Continue(())
        })?;
        for row in self.promises()?.rows {
            let closed_here = |p: &model::Promise| p.closed.is_some_and(|at| self.day_at(at) >= from);
            match row.promise.state {
                PromiseState::Open => week.open.push(row),
                PromiseState::Kept if closed_here(&row.promise) => week.kept += 1,
                _ => {}
            }
        }
        Ok(week)
    }

    /// The shift day of a point in time, on the person's clock as it is now.
    fn day_at(&self, stamp: model::Stamp) -> Day {
        let now = model::Now { stamp, ..self.clock.now() };
        self.settings.day_turn.day_of(now.local())
    }

    /// Adds what was learned later to an entry, with its own time.
    ///
    /// # Errors
    /// `NotFound`, `Invalid`, and what the disk says.
    pub fn add_ripple(&mut self, id: EntryId, text: &str) -> Result<crate::views::Kept, JournalError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(invalid("ripples", Why::Empty));
        }
        let at = self.clock.now().stamp;
        self.ripple(id, model::Ripple { at, text: text.to_owned() })
    }

    /// Rows of the guides that were walked, newest first.
    ///
    /// # Errors
    /// What the file says.
    pub fn walked(&self) -> Result<Vec<Entry>, JournalError> {
        Ok(self.store.of_kind(Kind::Guide, WALKED)?)
    }
}

#[cfg(test)]
mod tests;
