//! The contract with the interface: commands by name, requests and replies as JSON, faults as codes.
//!
//! The only room that knows the JSON of the window's calls. Holds no rule of the journal (those live
//! in `journal`) and no sentence for people (those live with the words).

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod answers;
#[cfg(test)]
mod bindings;
mod commands;
mod fault;
pub mod replies;
pub mod requests;

pub use commands::NAMES;
pub use fault::{Code, Fault};

use journal::{Journal, JournalError, PendingCopy, Session};
use model::DeviceSettings;
use replies::SavedFile;
use std::path::{Path, PathBuf};

/// The longest request: the longest text, escaped, and its fields.
const LONGEST: usize = 8_000_000;

/// What only the program around the page can do. Paths come from here, never from the page.
pub trait Host {
    /// Asks the person where to save a file that could be called so. Nothing: they thought better of it.
    fn choose_save(&mut self, suggested: &str) -> Option<PathBuf>;
    /// Prints the page.
    fn print(&mut self);
    /// The window's frame follows new settings of this computer.
    fn device_changed(&mut self, device: &DeviceSettings);
    /// The page has been painted.
    fn drawn(&mut self);
    /// Once the reply is on its way: a new process paints the closed journal, this one ends.
    fn relock(&mut self);
    /// Once the reply is on its way: the program ends.
    fn quit(&mut self);
}

/// Answers calls, one at a time.
pub struct Door {
    session: Session,
    version: &'static str,
}

/// What an answer may use.
struct Room<'a> {
    session: &'a mut Session,
    host: &'a mut dyn Host,
    version: &'static str,
}

impl Door {
    /// The door of a session; `version` is the program's.
    #[must_use]
    pub fn new(session: Session, version: &'static str) -> Self {
        Self { session, version }
    }

    /// Answers one call. `request` and the reply are JSON.
    ///
    /// # Errors
    /// A [`Fault`] with its code; nothing was changed then.
    pub fn answer(&mut self, host: &mut dyn Host, name: &str, request: &str) -> Result<String, Fault> {
        if request.len() > LONGEST {
            return Err(Fault::new(Code::BadRequest, "too long"));
        }
        commands::dispatch(&mut Room { session: &mut self.session, host, version: self.version }, name, request)
    }

    /// Nobody has asked anything for a while: puts the file in order, and begins the day's backup when it is due.
    /// The copy is checked by whoever gets it, without holding the door.
    pub fn quiet(&mut self) -> Option<PendingCopy> {
        let journal = self.session.journal().ok()?;
        // Trouble with the disk shows itself to the person at their next change.
        journal.checkpoint().ok()?;
        if !journal.backup_is_due().ok()? {
            return None;
        }
        journal.start_backup(None, "of the day").ok()
    }

    /// Closes the journal.
    pub fn close(&mut self) {
        // Everything acknowledged is in the log by now; it is taken in at the next opening.
        let _ = self.session.close();
    }
}

impl Room<'_> {
    /// Asks where, writes there.
    fn save_to_chosen(&mut self, suggested: &str, write: impl FnOnce(&Path) -> Result<(), JournalError>) -> Result<SavedFile, Fault> {
        let Some(path) = self.host.choose_save(suggested) else {
            return Ok(SavedFile { saved: false, name: None });
        };
        write(&path)?;
        Ok(SavedFile { saved: true, name: path.file_name().map(|n| n.to_string_lossy().into_owned()) })
    }

    /// The same for what the open journal writes.
    fn save_open(
        &mut self,
        suggested: &str,
        write: impl FnOnce(&mut Journal, &Path, &str) -> Result<(), JournalError>,
    ) -> Result<SavedFile, Fault> {
        let Some(path) = self.host.choose_save(suggested) else {
            return Ok(SavedFile { saved: false, name: None });
        };
        let generator = format!("Cairn {}", self.version);
        write(self.session.journal()?, &path, &generator)?;
        Ok(SavedFile { saved: true, name: path.file_name().map(|n| n.to_string_lossy().into_owned()) })
    }
}

/// Reads a request. What serde would say of it could quote the person's words, so only the place is told.
fn read<T: serde::de::DeserializeOwned>(request: &str) -> Result<T, Fault> {
    serde_json::from_str(request).map_err(|e| Fault::new(Code::BadRequest, format!("request, line {} column {}", e.line(), e.column())))
}

fn write<T: serde::Serialize>(reply: &T) -> Result<String, Fault> {
    serde_json::to_string(reply).map_err(|_| Fault::new(Code::BadRequest, "reply"))
}

impl From<JournalError> for Fault {
    fn from(error: JournalError) -> Self {
        let code = match &error {
            JournalError::WrongPassphrase => Code::WrongPassphrase,
            JournalError::WrongRecoveryKey { .. } => Code::WrongRecoveryKey,
            JournalError::WeakPassphrase => Code::WeakPassphrase,
            JournalError::BadPassphrase => Code::BadPassphrase,
            JournalError::Locked => Code::Locked,
            JournalError::Busy => Code::Busy,
            JournalError::Damaged(_) => Code::Damaged,
            JournalError::Newer => Code::Newer,
            JournalError::Exists => Code::Exists,
            JournalError::NoPlace => Code::NoPlace,
            JournalError::DiskFull => Code::DiskFull,
            JournalError::ReadOnly => Code::ReadOnly,
            JournalError::Disk(_) | JournalError::Interrupted => Code::Disk,
            JournalError::Missing | JournalError::NotFound => Code::NotFound,
            JournalError::Invalid(_) | JournalError::TooSoon { .. } => Code::Invalid,
        };
        let fault = Self::new(code, error.to_string());
        match error {
            JournalError::Invalid(invalid) => fault.with("field", invalid.field).with("why", format!("{:?}", invalid.why).to_lowercase()),
            JournalError::TooSoon { next, .. } => fault.with("field", "happened").with("why", "toosoon").with("next", next),
            JournalError::WrongRecoveryKey { group: Some(group) } => fault.with("group", group),
            _ => fault,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `UPDATE=1 cargo test -p cairn-wire` rewrites it.
    #[test]
    fn the_interface_knows_the_contract_as_it_is() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/api/gen/wire.ts");
        let text = bindings::Bindings::text();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            #[allow(clippy::disallowed_methods, reason = "a generated file of the project, not of a person")]
            std::fs::write(&file, &text).unwrap();
        }
        assert!(
            std::fs::read_to_string(&file).unwrap_or_default() == text,
            "ui/src/api/gen/wire.ts is not what the Rust types say; UPDATE=1 rewrites it"
        );
    }

    #[test]
    fn a_malformed_request_is_refused_without_its_words() {
        let fault = read::<requests::SaveMoment>(r#"{"writing":{"text":"secret words","kind":"secret kind"}}"#).err().unwrap();
        assert_eq!(fault.code, Code::BadRequest);
        assert!(!fault.trace.contains("secret"));
    }
}
