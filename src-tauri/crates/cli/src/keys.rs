//! Making a journal, and its keys.

use crate::args::{Args, Change, Init, Recover};
use crate::outcome::{Outcome, Trouble, print};
use crate::secrets;
use journal::{RecoveryKey, Session, Setup};
use serde_json::json;

pub(crate) fn init(session: &mut Session, args: &Args, init: &Init) -> Outcome {
    if init.recovery_out.as_deref().is_some_and(std::path::Path::exists) {
        return Err(Trouble::usage("the file for the recovery sheet is there already"));
    }
    let passphrase = secrets::new_passphrase(args.passphrase_file.as_deref())?;
    session.create(Setup { passphrase, weak_ok: init.weak_ok, first: None })?;
    let sheet = session.sheet_text()?;
    let home = session.home().root().display().to_string();
    match &init.recovery_out {
        Some(file) => {
            if let Err(error) = journal::write_new_or_replace(file, |out| Ok(out.write_all(sheet.as_bytes())?)) {
                // The journal is made, and this is the only sheet that opens it: better on the terminal than lost.
                print(&*sheet)?;
                return Err(error.into());
            }
            if args.json {
                print(json!({ "home": home }))
            } else {
                print(format_args!("Your journal is at {home}. The recovery sheet is in the file: print it and remove the file."))
            }
        }
        None => print(&*sheet),
    }
}

pub(crate) fn change(session: &mut Session, args: &Args, change: &Change) -> Outcome {
    let old = secrets::passphrase(args.passphrase_file.as_deref(), "Passphrase: ")?;
    session.unlock(&old)?;
    let new = secrets::new_passphrase(change.new_passphrase_file.as_deref())?;
    session.change_passphrase(&old, &new, change.weak_ok)?;
    say(args, "The new passphrase opens your journal. Older copies and backups still open with the old one.")
}

pub(crate) fn recover(session: &mut Session, args: &Args, recover: &Recover) -> Outcome {
    let typed = secrets::recovery_text(recover.recovery_file.as_deref())?;
    let key = RecoveryKey::parse_forgiving(&typed).map_err(journal::JournalError::from)?;
    let new = secrets::new_passphrase(recover.new.new_passphrase_file.as_deref())?;
    session.recover(&key.key, &new, recover.new.weak_ok)?;
    say(args, "Your journal opens with the new passphrase.")
}

fn say(args: &Args, text: &str) -> Outcome {
    if args.json { print(json!({ "ok": true })) } else { print(text) }
}
