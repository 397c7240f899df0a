//! Before there is an open journal, and the end of one.

use crate::replies::{Created, PassphraseOffer, PassphraseRating};
use crate::requests::*;
use crate::{Code, Fault, Room};
use journal::views::{AppState, Backup, Standing};
use journal::{Passphrase, RecoveryKey, Session, Setup, device};
use model::DeviceSettings;

pub(crate) fn app_show(room: &mut Room<'_>, _: Nothing) -> Result<AppState, Fault> {
    Ok(state(room))
}

pub(crate) fn app_drawn(room: &mut Room<'_>, _: Nothing) -> Result<Nothing, Fault> {
    room.host.drawn();
    Ok(Nothing {})
}

fn state(room: &mut Room<'_>) -> AppState {
    let standing = room.session.standing();
    let (read_only, sheet_confirmed) = match room.session.journal() {
        Ok(journal) => (journal.is_read_only(), journal.settings().sheet_confirmed),
        Err(_) => (false, false),
    };
    AppState { standing, read_only, sheet_confirmed, device: device::load(room.session.home()), version: room.version.into() }
}

/// How things stand with a journal that was closed a moment ago.
fn opened(room: &mut Room<'_>) -> AppState {
    room.session.note_help_region();
    state(room)
}

pub(crate) fn device_change(room: &mut Room<'_>, device: DeviceSettings) -> Result<DeviceSettings, Fault> {
    let device = device.within_range();
    device::save(room.session.home(), &device)?;
    room.host.device_changed(&device);
    Ok(device)
}

pub(crate) fn passphrase_suggest(room: &mut Room<'_>, _: Nothing) -> Result<PassphraseOffer, Fault> {
    Ok(PassphraseOffer { passphrase: room.session.suggest_passphrase().to_string() })
}

pub(crate) fn passphrase_rate(_: &mut Room<'_>, request: PassphraseGiven) -> Result<PassphraseRating, Fault> {
    Ok(PassphraseRating { weak: Session::is_weak(&request.passphrase) })
}

pub(crate) fn journal_create(room: &mut Room<'_>, mut request: CreateJournal) -> Result<Created, Fault> {
    let passphrase = Passphrase::new(&request.passphrase).map_err(journal::JournalError::from)?;
    zeroize::Zeroize::zeroize(&mut request.passphrase);
    let entry = room.session.create(Setup { passphrase, weak_ok: request.weak_ok, first: request.first })?;
    room.session.note_help_region();
    let sheet = room.session.sheet().ok_or_else(|| Fault::new(Code::BadRequest, "no sheet"))?;
    Ok(Created { sheet, entry })
}

pub(crate) fn journal_unlock(room: &mut Room<'_>, request: PassphraseGiven) -> Result<AppState, Fault> {
    let passphrase = Passphrase::new(&request.passphrase).map_err(journal::JournalError::from)?;
    room.session.unlock(&passphrase)?;
    Ok(opened(room))
}

pub(crate) fn journal_recover(room: &mut Room<'_>, request: RecoverJournal) -> Result<AppState, Fault> {
    let typed = RecoveryKey::parse_forgiving(&request.recovery_key).map_err(journal::JournalError::from)?;
    let new = Passphrase::new(&request.passphrase).map_err(journal::JournalError::from)?;
    room.session.recover(&typed.key, &new, request.weak_ok)?;
    Ok(opened(room))
}

pub(crate) fn journal_lock(room: &mut Room<'_>, _: Nothing) -> Result<Nothing, Fault> {
    room.session.close()?;
    room.host.relock();
    Ok(Nothing {})
}

pub(crate) fn app_quit(room: &mut Room<'_>, _: Nothing) -> Result<Nothing, Fault> {
    room.host.quit();
    Ok(Nothing {})
}

pub(crate) fn backup_list(room: &mut Room<'_>, _: Nothing) -> Result<Vec<Backup>, Fault> {
    Ok(room.session.backups()?)
}

pub(crate) fn backup_restore(room: &mut Room<'_>, request: RestoreBackup) -> Result<AppState, Fault> {
    // An open journal that can be read is nobody's to replace from here.
    if room.session.standing() == Standing::Open {
        return Err(Fault::new(Code::BadRequest, "the journal is open"));
    }
    let passphrase = Passphrase::new(&request.passphrase).map_err(journal::JournalError::from)?;
    room.session.restore_here(&request.name, &passphrase)?;
    Ok(opened(room))
}
