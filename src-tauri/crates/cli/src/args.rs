//! What can be typed.

use crate::practice_args::{CheckinCommand, FactCommand, GuideCommand, OnDay, PromiseCommand};
use clap::{Parser, Subcommand, ValueEnum};
use model::{Cost, Day, EntryId, Felt, Happened, Kind, Know, Pursuit};
use std::path::PathBuf;
use std::str::FromStr;

/// The journal without a window.
///
/// Exit codes: 0 done · 1 failed · 2 usage · 3 locked or wrong passphrase · 4 damaged.
#[derive(Parser, Debug)]
#[command(name = "cairn-cli", version)]
pub(crate) struct Args {
    /// The journal's folder [default: the one that the app uses; CAIRN_HOME is honoured]
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    /// Read the passphrase from the first line of this file instead of asking for it
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// Answer in JSON, for machines
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// Make a journal
    Init(Init),
    /// Keep an entry and print its id once it is on the disk
    Add(Box<Add>),
    /// List entries, newest first
    List(List),
    /// Show one entry whole
    Show {
        /// Its id
        id: EntryId,
    },
    /// Find entries: words, "a phrase", -not, tag:t, who:n, kind:k, cost:c, need:n, load:l, way:w, pursuit:p, is:star, from: after: before: until:
    Search(Search),
    /// Count
    Stats,
    /// Take the purpose log (md) or everything (json) away in a file, which is not encrypted
    Export(Export),
    /// Make a verified backup
    Backup {
        /// Into this folder instead of the journal's own
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Check that the journal opens; with --deep every page, every row and the search index
    Check {
        /// Everything
        #[arg(long)]
        deep: bool,
    },
    /// Put a backup into a new folder, checked; nothing is overwritten
    Restore {
        /// The backup's folder
        backup: PathBuf,
        /// The new folder
        #[arg(long, value_name = "DIR")]
        into: PathBuf,
    },
    /// Change the passphrase
    Passphrase(Change),
    /// Open with the recovery sheet and set a new passphrase
    Recover(Recover),
    /// The quiet prompt of a day
    Prompt(OnDay),
    /// The moments that lift on a day, three at most
    Lift(OnDay),
    /// Promises: made, kept, moved, handed on, let go
    #[command(subcommand)]
    Promise(PromiseCommand),
    /// The guides, and one answered
    #[command(subcommand)]
    Guide(GuideCommand),
    /// The weekly check-in
    #[command(subcommand)]
    Checkin(CheckinCommand),
    /// Fact notes, in a room of their own, each version sealed
    #[command(subcommand)]
    Fact(FactCommand),
    /// What in a text could tell who somebody is: kind and text, one a line; opens no journal, so it knows none of its people
    ///
    /// With --json a list of {kind, text, start, end}; start and end count characters from 0, the end is the first one after it.
    /// Ends with 0 whether anything was found or not. No passphrase is asked for, and nothing is kept.
    Identifiers {
        /// The text, or - to read it from standard input
        text: String,
    },
}

#[derive(clap::Args, Debug)]
pub(crate) struct Init {
    /// Write the recovery sheet to this new file instead of printing it
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery_out: Option<PathBuf>,
    /// Take a passphrase that is easy to guess
    #[arg(long)]
    pub(crate) weak_ok: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Add {
    /// The text, or - to read it from standard input
    #[arg(required_unless_present = "batch", conflicts_with = "batch")]
    pub(crate) text: Option<String>,
    /// Read JSON Lines from standard input, one entry a line; each is answered with its id once it is on the disk
    #[arg(long)]
    pub(crate) batch: bool,
    /// moment, kind-word, words-that-worked, lesson, snag, quiet-day, hard-day, reflection, guide, mission, check-in
    #[arg(long, default_value = "moment", value_parser = named::<Kind>)]
    pub(crate) kind: Kind,
    /// When it happened: 2026-02-28 or 2026-02-28T21:10 [default: now]
    #[arg(long, value_parser = named::<Happened>)]
    pub(crate) happened: Option<Happened>,
    /// Who it was for: a role or nickname
    #[arg(long)]
    pub(crate) who: Option<String>,
    /// What they needed
    #[arg(long)]
    pub(crate) need: Option<String>,
    /// What changed for them
    #[arg(long)]
    pub(crate) changed: Option<String>,
    /// How I know: they-said, record, i-saw, someone-said, my-guess
    #[arg(long, value_parser = named::<Know>)]
    pub(crate) know: Option<Know>,
    /// The sentence that they said
    #[arg(long)]
    pub(crate) their_words: Option<String>,
    /// My part in it
    #[arg(long)]
    pub(crate) my_part: Option<String>,
    /// What was in the way
    #[arg(long)]
    pub(crate) in_the_way: Option<String>,
    /// What it cost me: gave-energy, even, took-a-lot
    #[arg(long, value_parser = named::<Cost>)]
    pub(crate) cost: Option<Cost>,
    /// How it felt (more than once if need be)
    #[arg(long, value_parser = named::<Felt>)]
    pub(crate) felt: Vec<Felt>,
    /// What it is an example of, two at most
    #[arg(long, value_parser = named::<Pursuit>)]
    pub(crate) pursuit: Vec<Pursuit>,
    /// A promise that was made
    #[arg(long)]
    pub(crate) promise: Option<String>,
    /// To whom
    #[arg(long, requires = "promise")]
    pub(crate) promise_to: Option<String>,
    /// By when
    #[arg(long, requires = "promise")]
    pub(crate) promise_by: Option<String>,
    /// How they can reach back
    #[arg(long, requires = "promise")]
    pub(crate) promise_reach: Option<String>,
    /// A person by nickname
    #[arg(long)]
    pub(crate) person: Vec<String>,
    /// A tag
    #[arg(long)]
    pub(crate) tag: Vec<String>,
    /// Keep it close
    #[arg(long)]
    pub(crate) star: bool,
    /// May be shown to others
    #[arg(long)]
    pub(crate) may_share: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Range {
    /// From this shift day on
    #[arg(long, value_parser = named::<Day>)]
    pub(crate) from: Option<Day>,
    /// Up to and with this shift day
    #[arg(long, value_parser = named::<Day>)]
    pub(crate) to: Option<Day>,
}

#[derive(clap::Args, Debug)]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) range: Range,
    /// Only this kind
    #[arg(long, value_parser = named::<Kind>)]
    pub(crate) kind: Option<Kind>,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Search {
    /// What to look for
    pub(crate) query: String,
    /// At most so many
    #[arg(long, default_value_t = 50)]
    pub(crate) limit: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug)]
pub(crate) enum Format {
    /// The purpose log as Markdown
    Md,
    /// Everything, as a JSON archive
    Json,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Export {
    /// What to write
    #[arg(long, value_enum)]
    pub(crate) format: Format,
    #[command(flatten)]
    pub(crate) range: Range,
    /// This kind in the purpose log, guide for one (more than once if need be) [default: moment, kind-word, words-that-worked,
    /// lesson, snag]
    #[arg(long, value_parser = named::<Kind>)]
    pub(crate) kind: Vec<Kind>,
    /// Where to
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Replace a file that is there
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Change {
    /// Read the new passphrase from this file instead of asking for it twice
    #[arg(long, value_name = "FILE")]
    pub(crate) new_passphrase_file: Option<PathBuf>,
    /// Take one that is easy to guess
    #[arg(long)]
    pub(crate) weak_ok: bool,
}

#[derive(clap::Args, Debug)]
pub(crate) struct Recover {
    /// A file that holds the recovery key among its words [default: ask for it]
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) new: Change,
}

pub(crate) fn named<T: FromStr>(text: &str) -> Result<T, String> {
    text.parse().map_err(|_| "not one that is known; see --help".into())
}
