//! What can be typed about the practice.

use crate::args::named;
use clap::Subcommand;
use model::{Day, EntryId, Happened};
use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct OnDay {
    /// On this shift day [default: today]
    #[arg(long, value_parser = named::<Day>)]
    pub(crate) date: Option<Day>,
}

#[derive(Subcommand, Debug)]
pub(crate) enum PromiseCommand {
    /// Make a promise and print its id
    Add(PromiseAdd),
    /// All promises: what is open by its day, then what was answered
    List,
    /// It was kept
    Keep {
        /// Its id
        id: EntryId,
    },
    /// Another day for it
    Move {
        /// Its id
        id: EntryId,
        /// By when: a day, or words like "Thursday before noon"
        #[arg(long)]
        by: String,
    },
    /// Somebody else has it now
    HandOn {
        /// Its id
        id: EntryId,
        /// Who
        #[arg(long)]
        to: Option<String>,
    },
    /// It is let go
    LetGo {
        /// Its id
        id: EntryId,
    },
}

#[derive(clap::Args, Debug)]
pub(crate) struct PromiseAdd {
    /// What is promised
    pub(crate) text: String,
    /// To whom: a role or nickname
    #[arg(long)]
    pub(crate) to: Option<String>,
    /// By when: a day, or words like "Thursday before noon"
    #[arg(long)]
    pub(crate) by: Option<String>,
    /// How they can reach back, within paid hours
    #[arg(long)]
    pub(crate) reach: Option<String>,
}

#[derive(Subcommand, Debug)]
pub(crate) enum GuideCommand {
    /// The guides
    List,
    /// Keep the answers to a guide and print the entry's id; those about what was not okay become a fact note
    Answer {
        /// The guide
        guide: String,
        /// A JSON file: an object of fields and answers
        #[arg(long, value_name = "FILE")]
        answers: PathBuf,
    },
}

#[derive(Subcommand, Debug)]
pub(crate) enum CheckinCommand {
    /// Keep a check-in and print its id
    Add {
        /// A JSON file: {"marks": {"mattered": 4, …}, "line": "…"}
        #[arg(long, value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Subcommand, Debug)]
pub(crate) enum FactCommand {
    /// Keep a fact note and print its id
    Add(Box<FactAdd>),
    /// The notes with their versions
    List,
    /// Compute the chain again; exit code 4 and the first broken link when something was changed
    Verify,
}

#[derive(clap::Args, Debug)]
pub(crate) struct FactAdd {
    /// What happened, or - to read it from standard input
    pub(crate) text: String,
    /// When it happened: 2026-02-28 or 2026-02-28T21:10
    #[arg(long, value_parser = named::<Happened>)]
    pub(crate) happened: Option<Happened>,
    /// A further version of this note
    #[arg(long, value_name = "ID")]
    pub(crate) note: Option<EntryId>,
    /// The words that were used, exactly
    #[arg(long)]
    pub(crate) words: Option<String>,
    /// Where
    #[arg(long)]
    pub(crate) place: Option<String>,
    /// Who saw or heard it
    #[arg(long)]
    pub(crate) witnesses: Option<String>,
    /// Other proof
    #[arg(long)]
    pub(crate) proof: Option<String>,
    /// Who was told
    #[arg(long)]
    pub(crate) told: Option<String>,
    /// What was asked for
    #[arg(long)]
    pub(crate) asked: Option<String>,
}
