//! How a command ends: an exit code, a sentence on what happened, and what to do about it.

use journal::JournalError;
use serde_json::json;
use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

pub(crate) type Outcome<T = ()> = Result<T, Trouble>;

/// Prints a line. A reader that has gone away, or a full disk behind it, is an error and no crash.
pub(crate) fn print(line: impl Display) -> Outcome {
    Ok(writeln!(std::io::stdout().lock(), "{line}")?)
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub(crate) enum Trouble {
    Journal(JournalError),
    Usage(String),
    Failed(String),
    /// The deep check found something.
    Unsound(Vec<String>),
}

impl Trouble {
    pub(crate) fn usage(why: impl Into<String>) -> Self {
        Self::Usage(why.into())
    }

    /// 1 failed, 2 usage, 3 locked or wrong passphrase, 4 damaged.
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(_) => 2,
            Self::Unsound(_) => 4,
            Self::Failed(_) => 1,
            Self::Journal(error) => match error {
                JournalError::WrongPassphrase | JournalError::WrongRecoveryKey { .. } | JournalError::Locked | JournalError::Busy => 3,
                JournalError::Damaged(_) => 4,
                JournalError::WeakPassphrase | JournalError::BadPassphrase | JournalError::Invalid(_) => 2,
                _ => 1,
            },
        })
    }

    pub(crate) fn tell(&self, as_json: bool) {
        let (what, advice) = self.words();
        if as_json {
            let problems = if let Self::Unsound(all) = self { all.as_slice() } else { &[] };
            eprintln!("{}", json!({ "error": what, "advice": advice, "problems": problems }));
            return;
        }
        eprintln!("cairn-cli: {what}");
        if let Self::Unsound(problems) = self {
            for problem in problems {
                eprintln!("  {problem}");
            }
        }
        if !advice.is_empty() {
            eprintln!("{advice}");
        }
    }

    fn words(&self) -> (String, &'static str) {
        match self {
            Self::Usage(why) | Self::Failed(why) => (why.clone(), ""),
            Self::Unsound(_) => ("the journal is damaged".into(), RESTORE),
            Self::Journal(error) => (error.to_string(), advice(error)),
        }
    }
}

const RESTORE: &str =
    "Nothing was changed. Put a backup into a new folder with `cairn-cli restore BACKUP --into DIR`; keep the damaged one.";

fn advice(error: &JournalError) -> &'static str {
    match error {
        JournalError::WrongPassphrase => "Try again, or open it with the recovery sheet: `cairn-cli recover`.",
        JournalError::WrongRecoveryKey { .. } => "Compare it with the sheet group by group; capitals and spaces do not matter.",
        JournalError::Locked => "There is no terminal to ask on: name a file with --passphrase-file.",
        JournalError::WeakPassphrase => "Choose a longer one, or say --weak-ok.",
        JournalError::Busy => "Close the other window or program first.",
        JournalError::Damaged(_) => RESTORE,
        JournalError::Newer => "Use the newer version; this one can read and export it.",
        JournalError::Missing => "Make one with `cairn-cli init`, or name its folder with --home.",
        JournalError::DiskFull => "Nothing was lost. Free some space and do it again.",
        JournalError::TooSoon { .. } => {
            "Nothing was kept. What counts is the day that it is about: \"happened\" in the file can name another."
        }
        JournalError::ReadOnly => "Nothing was lost. Make the folder writable, or copy it to where it is.",
        _ => "",
    }
}

impl From<JournalError> for Trouble {
    fn from(error: JournalError) -> Self {
        Self::Journal(error)
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.kind().to_string())
    }
}
