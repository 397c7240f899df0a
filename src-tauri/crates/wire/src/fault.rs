//! What went wrong, as data: the interface and the command line have the sentences.

use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A fault that somebody branches on or has a sentence for. Every one has two in the words: what happened, and what to do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The passphrase does not open this journal.
    WrongPassphrase,
    /// The recovery key does not open this journal, or was mistyped (`group` says where, when that is known).
    WrongRecoveryKey,
    /// The passphrase is easy to guess and was not confirmed.
    WeakPassphrase,
    /// The passphrase is empty or too long.
    BadPassphrase,
    /// The journal is closed.
    Locked,
    /// Another window or program has the journal open.
    Busy,
    /// The journal or its keys cannot be read. Nothing was changed; a backup can take its place.
    Damaged,
    /// A newer version of the program made this journal: it opens for reading only.
    Newer,
    /// There is a journal already.
    Exists,
    /// A file cannot be saved there: a journal lives there, or it is no file.
    NoPlace,
    /// The disk is full. What was written stays on the screen.
    DiskFull,
    /// The folder or the disk cannot be written.
    ReadOnly,
    /// Another trouble with the disk.
    Disk,
    /// That entry, version, draft or backup is not there any more.
    NotFound,
    /// A field cannot be kept as it is (`field`, `why`).
    Invalid,
    /// The window asked something that makes no sense: a mistake of the program, never of the person.
    BadRequest,
}

impl Code {
    /// All of them, for the test that no language lacks one.
    pub const ALL: &'static [Self] = &[
        Self::WrongPassphrase,
        Self::WrongRecoveryKey,
        Self::WeakPassphrase,
        Self::BadPassphrase,
        Self::Locked,
        Self::Busy,
        Self::Damaged,
        Self::Newer,
        Self::Exists,
        Self::NoPlace,
        Self::DiskFull,
        Self::ReadOnly,
        Self::Disk,
        Self::NotFound,
        Self::Invalid,
        Self::BadRequest,
    ];
}

/// A fault on its way to the window. Holds no word of any entry, no path, no secret.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, TS)]
pub struct Fault {
    /// Which.
    pub code: Code,
    /// Values for its sentence: field names, numbers.
    pub params: BTreeMap<&'static str, String>,
    /// Where it arose, for a report by somebody who chooses to make one.
    pub trace: String,
}

impl Fault {
    /// A fault with nothing more to say.
    #[must_use]
    pub fn new(code: Code, trace: impl Into<String>) -> Self {
        Self { code, params: BTreeMap::new(), trace: trace.into() }
    }

    /// The same with a value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.params.insert(name, value.to_string());
        self
    }

    /// The window named a command that does not exist.
    pub(crate) fn unknown_command() -> Self {
        Self::new(Code::BadRequest, "unknown command")
    }
}
