//! The purpose log and the archive.

use crate::replies::SavedFile;
use crate::requests::{AskLog, Nothing};
use crate::{Fault, Room};
use export::{Log, LogOptions};

pub(crate) fn log_preview(room: &mut Room<'_>, request: AskLog) -> Result<Log, Fault> {
    Ok(room.session.journal()?.log(&request.options)?.beginning(request.blocks as usize))
}

pub(crate) fn log_save(room: &mut Room<'_>, options: LogOptions) -> Result<SavedFile, Fault> {
    room.session.journal()?;
    room.save_open("purpose-log.md", |journal, path, _| journal.save_markdown(&options, path).map(drop))
}

pub(crate) fn archive_save(room: &mut Room<'_>, _: Nothing) -> Result<SavedFile, Fault> {
    room.session.journal()?;
    room.save_open("archive.json", |journal, path, generator| journal.save_archive(None, None, generator, path).map(drop))
}
