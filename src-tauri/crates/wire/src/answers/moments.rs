//! Keeping, changing and finding entries.

use crate::replies::{BinEmptied, Kept, Shown, Version};
use crate::requests::*;
use crate::{Fault, Room};
use journal::New;
use journal::views::{self, Identified, Names, Page, Row, Today, Undone};
use model::Writing;

pub(crate) fn today_show(room: &mut Room<'_>, _: Nothing) -> Result<Today, Fault> {
    Ok(room.session.journal()?.today()?)
}

pub(crate) fn moment_save(room: &mut Room<'_>, request: SaveMoment) -> Result<Kept, Fault> {
    let (journal, chance) = room.session.journal_and_chance()?;
    let (mut entries, changes) = journal.keep_telling(vec![New::of(request.writing)], request.draft.as_deref(), chance)?;
    let entry = entries.pop().ok_or(journal::JournalError::NotFound)?;
    Ok(views::Kept { entry, changes }.into())
}

pub(crate) fn moment_change(room: &mut Room<'_>, request: ChangeMoment) -> Result<Kept, Fault> {
    Ok(room.session.journal()?.change(request.id, request.writing, request.draft.as_deref())?.into())
}

pub(crate) fn moment_show(room: &mut Room<'_>, request: OneMoment) -> Result<Shown, Fault> {
    Ok(room.session.journal()?.show(request.id)?.into())
}

pub(crate) fn moment_star(room: &mut Room<'_>, request: StarMoment) -> Result<Kept, Fault> {
    Ok(room.session.journal()?.star(request.id, request.star)?.into())
}

pub(crate) fn moment_bin(room: &mut Room<'_>, request: OneMoment) -> Result<Kept, Fault> {
    Ok(room.session.journal()?.bin(request.id)?.into())
}

pub(crate) fn moment_restore(room: &mut Room<'_>, request: OneMoment) -> Result<Kept, Fault> {
    Ok(room.session.journal()?.unbin(request.id)?.into())
}

pub(crate) fn moment_versions(room: &mut Room<'_>, request: OneMoment) -> Result<Vec<Version>, Fault> {
    Ok(room.session.journal()?.versions(request.id)?.into_iter().map(Version::from).collect())
}

pub(crate) fn version_restore(room: &mut Room<'_>, request: RestoreVersion) -> Result<Kept, Fault> {
    Ok(room.session.journal()?.bring_back(request.id, request.number)?.into())
}

pub(crate) fn bin_list(room: &mut Room<'_>, _: Nothing) -> Result<Vec<Row>, Fault> {
    Ok(room.session.journal()?.binned()?)
}

pub(crate) fn bin_empty(room: &mut Room<'_>, _: Nothing) -> Result<BinEmptied, Fault> {
    let (removed, changes) = room.session.journal()?.empty_bin()?;
    Ok(BinEmptied { removed, changes })
}

pub(crate) fn timeline_page(room: &mut Room<'_>, request: AskPage) -> Result<Page, Fault> {
    let AskPage { query, kinds, starred, after, limit } = request;
    Ok(room.session.journal()?.page(&journal::AskPage { query, kinds, starred, after, limit })?)
}

pub(crate) fn draft_keep(room: &mut Room<'_>, request: KeepDraft) -> Result<Nothing, Fault> {
    room.session.journal()?.keep_draft(&request.slot, &request.writing)?;
    Ok(Nothing {})
}

pub(crate) fn draft_show(room: &mut Room<'_>, request: DraftSlot) -> Result<Option<Writing>, Fault> {
    Ok(room.session.journal()?.draft(&request.slot)?)
}

pub(crate) fn draft_drop(room: &mut Room<'_>, request: DraftSlot) -> Result<Nothing, Fault> {
    room.session.journal()?.drop_draft(&request.slot)?;
    Ok(Nothing {})
}

pub(crate) fn identifiers_find(room: &mut Room<'_>, request: WordsGiven) -> Result<Vec<Identified>, Fault> {
    Ok(room.session.identified(&request.text))
}

pub(crate) fn names_list(room: &mut Room<'_>, _: Nothing) -> Result<Names, Fault> {
    Ok(room.session.journal()?.names()?)
}

pub(crate) fn action_undo(room: &mut Room<'_>, _: Nothing) -> Result<Undone, Fault> {
    Ok(room.session.journal()?.undo()?)
}

pub(crate) fn action_redo(room: &mut Room<'_>, _: Nothing) -> Result<Undone, Fault> {
    Ok(room.session.journal()?.redo()?)
}
