//! Where passphrases and recovery keys come from: a file or a question on the terminal, never an argument.

use crate::args::Args;
use crate::outcome::{Outcome, Trouble};
use journal::{JournalError, Passphrase, Session};
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// A passphrase file holds one line; more is some other file.
const MAX: u64 = 64 * 1024;

/// Opens the journal with the passphrase that the arguments say or the person types.
pub(crate) fn open(session: &mut Session, args: &Args) -> Outcome {
    let passphrase = passphrase(args.passphrase_file.as_deref(), "Passphrase: ")?;
    Ok(session.unlock(&passphrase)?)
}

pub(crate) fn passphrase(file: Option<&Path>, question: &str) -> Outcome<Passphrase> {
    let text = match file {
        Some(file) => first_line(&read(file)?),
        None => ask(question)?,
    };
    Passphrase::new(&text).map_err(|e| Trouble::Journal(e.into()))
}

/// A new passphrase: from its file, or typed twice.
pub(crate) fn new_passphrase(file: Option<&Path>) -> Outcome<Passphrase> {
    let passphrase = passphrase(file, "New passphrase: ")?;
    if file.is_none() && *ask("Once more: ")? != *passphrase.expose() {
        return Err(Trouble::usage("the two differ"));
    }
    Ok(passphrase)
}

pub(crate) fn recovery_text(file: Option<&Path>) -> Outcome<Zeroizing<String>> {
    file.map_or_else(|| ask("Recovery key: "), read)
}

fn first_line(text: &str) -> Zeroizing<String> {
    Zeroizing::new(text.lines().next().unwrap_or_default().to_owned())
}

fn read(file: &Path) -> Outcome<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::new());
    let read = std::fs::File::open(file).and_then(|file| file.take(MAX).read_to_string(&mut text));
    // What is in it is a secret; which of the files it was is not.
    read.map_err(|e| Trouble::Failed(format!("the file with the passphrase or key cannot be read: {}", e.kind())))?;
    Ok(text)
}

fn ask(question: &str) -> Outcome<Zeroizing<String>> {
    match rpassword::prompt_password(question) {
        Ok(text) => Ok(Zeroizing::new(text)),
        // Nobody there to ask: the journal stays locked.
        Err(_) => Err(Trouble::Journal(JournalError::Locked)),
    }
}
