//! Passphrase, recovery sheet, settings, backups.

use crate::replies::{SavedFile, SheetAnswer};
use crate::requests::*;
use crate::{Code, Fault, Room};
use journal::views::{Backup, Done, Place, Sheet};
use journal::{JournalError, Passphrase};
use model::JournalSettings;

pub(crate) fn backup_make(room: &mut Room<'_>, _: Nothing) -> Result<Backup, Fault> {
    Ok(room.session.journal()?.back_up(None)?)
}

pub(crate) fn sheet_show(room: &mut Room<'_>, _: Nothing) -> Result<Option<Sheet>, Fault> {
    room.session.journal()?;
    Ok(room.session.sheet())
}

pub(crate) fn sheet_confirm(room: &mut Room<'_>, request: ConfirmSheet) -> Result<SheetAnswer, Fault> {
    let answers: Vec<(u8, &str)> = request.answers.iter().map(|a| (a.group, a.text.as_str())).collect();
    let wrong = room.session.confirm_sheet(&answers)?;
    Ok(SheetAnswer { confirmed: wrong.is_empty(), wrong })
}

pub(crate) fn sheet_renew(room: &mut Room<'_>, request: PassphraseGiven) -> Result<Sheet, Fault> {
    let passphrase = Passphrase::new(&request.passphrase).map_err(JournalError::from)?;
    room.session.renew_sheet(&passphrase)?;
    room.session.sheet().ok_or_else(|| Fault::new(Code::NotFound, "no sheet"))
}

pub(crate) fn sheet_save(room: &mut Room<'_>, _: Nothing) -> Result<SavedFile, Fault> {
    let text = room.session.sheet_text()?;
    room.save_to_chosen("recovery-sheet.txt", |path| journal::write_new_or_replace(path, |out| Ok(out.write_all(text.as_bytes())?)))
}

pub(crate) fn sheet_print(room: &mut Room<'_>, _: Nothing) -> Result<Nothing, Fault> {
    room.session.journal()?;
    room.host.print();
    Ok(Nothing {})
}

pub(crate) fn passphrase_change(room: &mut Room<'_>, request: ChangePassphrase) -> Result<Nothing, Fault> {
    let old = Passphrase::new(&request.old).map_err(|_| JournalError::WrongPassphrase)?;
    let new = Passphrase::new(&request.new).map_err(JournalError::from)?;
    room.session.change_passphrase(&old, &new, request.weak_ok)?;
    Ok(Nothing {})
}

pub(crate) fn settings_show(room: &mut Room<'_>, _: Nothing) -> Result<JournalSettings, Fault> {
    Ok(room.session.journal()?.settings().clone())
}

pub(crate) fn settings_change(room: &mut Room<'_>, settings: JournalSettings) -> Result<Done, Fault> {
    let journal = room.session.journal()?;
    // Only typing the groups back confirms a sheet.
    let sheet_confirmed = journal.settings().sheet_confirmed;
    let done = journal.change_settings(JournalSettings { sheet_confirmed, ..settings })?;
    room.session.note_help_region();
    Ok(done)
}

pub(crate) fn place_show(room: &mut Room<'_>, _: Nothing) -> Result<Place, Fault> {
    Ok(room.session.journal()?.place()?)
}
