//! The practice: prompt, guides, lift, promises, check-in, fact notes, help.

use crate::replies::{Kept, SavedFile};
use crate::requests::*;
use crate::{Fault, Room};
use journal::Form;
use journal::views::{
    CheckIns, Done, FactKept, Facts, GuideLine, GuideShown, Help, Lifted, Mission, PromiseDone, Promises, PromptCard, ThemePrompts,
    WeekReview, YearBack,
};
use model::{FactDraft, Happened};

pub(crate) fn prompt_today(room: &mut Room<'_>, _: Nothing) -> Result<Option<PromptCard>, Fault> {
    Ok(room.session.journal()?.prompt_today()?)
}

pub(crate) fn prompt_answer(room: &mut Room<'_>, request: AnswerPrompt) -> Result<Option<PromptCard>, Fault> {
    Ok(room.session.journal()?.answer_prompt(&request.id, request.swap)?)
}

pub(crate) fn prompt_begun(room: &mut Room<'_>, _: Nothing) -> Result<Vec<PromptCard>, Fault> {
    Ok(room.session.journal()?.begun_prompts()?)
}

pub(crate) fn prompt_themes(room: &mut Room<'_>, _: Nothing) -> Result<Vec<ThemePrompts>, Fault> {
    Ok(room.session.journal()?.prompts_by_theme()?)
}

pub(crate) fn guide_list(room: &mut Room<'_>, _: Nothing) -> Result<Vec<GuideLine>, Fault> {
    Ok(room.session.journal()?.guides()?)
}

pub(crate) fn guide_show(room: &mut Room<'_>, request: OneGuide) -> Result<GuideShown, Fault> {
    Ok(room.session.journal()?.guide(&request.id)?)
}

pub(crate) fn form_list(_: &mut Room<'_>, _: Nothing) -> Result<Vec<Form>, Fault> {
    Ok(journal::forms().to_vec())
}

pub(crate) fn mission_list(room: &mut Room<'_>, _: Nothing) -> Result<Vec<Mission>, Fault> {
    Ok(room.session.journal()?.missions()?)
}

pub(crate) fn lift_show(room: &mut Room<'_>, request: ShowLift) -> Result<Lifted, Fault> {
    Ok(room.session.journal()?.lift(request.step)?)
}

pub(crate) fn lift_never(room: &mut Room<'_>, request: OneMoment) -> Result<Done, Fault> {
    Ok(Done { changes: room.session.journal()?.never_lift(request.id)? })
}

pub(crate) fn check_in_show(room: &mut Room<'_>, _: Nothing) -> Result<CheckIns, Fault> {
    Ok(room.session.journal()?.check_ins()?)
}

pub(crate) fn week_show(room: &mut Room<'_>, _: Nothing) -> Result<WeekReview, Fault> {
    Ok(room.session.journal()?.week()?)
}

pub(crate) fn year_show(room: &mut Room<'_>, request: ShowYear) -> Result<YearBack, Fault> {
    Ok(room.session.journal()?.year(request.year)?)
}

pub(crate) fn ripple_add(room: &mut Room<'_>, request: AddRipple) -> Result<Kept, Fault> {
    Ok(room.session.journal()?.add_ripple(request.id, &request.text)?.into())
}

pub(crate) fn promise_list(room: &mut Room<'_>, _: Nothing) -> Result<Promises, Fault> {
    Ok(room.session.journal()?.promises()?)
}

pub(crate) fn promise_add(room: &mut Room<'_>, request: MakePromise) -> Result<PromiseDone, Fault> {
    let (journal, chance) = room.session.journal_and_chance()?;
    Ok(journal.promise(request.promising, request.entry, chance)?)
}

pub(crate) fn promise_move(room: &mut Room<'_>, request: MovePromise) -> Result<PromiseDone, Fault> {
    Ok(room.session.journal()?.move_promise(request.id, request.promising)?)
}

pub(crate) fn promise_keep(room: &mut Room<'_>, request: OnePromise) -> Result<PromiseDone, Fault> {
    Ok(room.session.journal()?.keep_promise(request.id)?)
}

pub(crate) fn promise_hand_on(room: &mut Room<'_>, request: HandOnPromise) -> Result<PromiseDone, Fault> {
    Ok(room.session.journal()?.hand_on_promise(request.id, request.to)?)
}

pub(crate) fn promise_let_go(room: &mut Room<'_>, request: OnePromise) -> Result<PromiseDone, Fault> {
    Ok(room.session.journal()?.let_promise_go(request.id)?)
}

pub(crate) fn promise_when(room: &mut Room<'_>, request: ReadWhen) -> Result<Option<Happened>, Fault> {
    Ok(room.session.journal()?.read_when(&request.said))
}

pub(crate) fn fact_list(room: &mut Room<'_>, _: Nothing) -> Result<Facts, Fault> {
    Ok(room.session.journal()?.facts()?)
}

pub(crate) fn fact_keep(room: &mut Room<'_>, request: KeepFact) -> Result<FactKept, Fault> {
    let (journal, chance) = room.session.journal_and_chance()?;
    Ok(journal.keep_fact(request.note, &request.writing, chance)?)
}

pub(crate) fn fact_draft(room: &mut Room<'_>, request: FactDraft) -> Result<Nothing, Fault> {
    room.session.journal()?.keep_fact_draft(&request)?;
    Ok(Nothing {})
}

pub(crate) fn fact_save(room: &mut Room<'_>, _: Nothing) -> Result<SavedFile, Fault> {
    room.session.journal()?;
    room.save_open("fact-notes.md", |journal, path, _| journal.save_facts(path))
}

pub(crate) fn help_show(room: &mut Room<'_>, _: Nothing) -> Result<Help, Fault> {
    // Also while the journal is closed: help does not wait for a passphrase.
    Ok(room.session.help())
}
