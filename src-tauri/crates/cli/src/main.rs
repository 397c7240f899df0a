//! The journal without a window: for rescue, scripts and tests.
//!
//! Speaks to `journal` alone. Prints what was asked for on standard output and trouble, with its
//! advice, on standard error; a passphrase is never taken from an argument, where every process can read it.

#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it speaks on a terminal")]

mod args;
mod carry;
mod entries;
mod identifiers;
mod keep;
mod keys;
mod outcome;
mod practice;
mod practice_args;
mod secrets;

use args::{Args, Command};
use clap::Parser;
use journal::{Home, JournalError, Session, SystemChance, SystemClock};
use outcome::{Outcome, Trouble};
use std::process::ExitCode;

fn main() -> ExitCode {
    // Clap answers wrong usage with 2 itself.
    let args = Args::parse();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            trouble.tell(args.json);
            trouble.code()
        }
    }
}

fn run(args: &Args) -> Outcome {
    if let Command::Identifiers { text } = &args.command {
        return identifiers::tell(args, text);
    }
    let home = match &args.home {
        Some(folder) => Home::at(std::path::absolute(folder)?),
        None => Home::find().map_err(|_| Trouble::usage("no folder for the journal is known; name one with --home"))?,
    };
    let mut session = Session::new(home, Box::new(SystemClock), Box::new(SystemChance));
    let outcome = command(&mut session, args);
    let closed = session.close();
    outcome?;
    match closed {
        // What was asked is done and safe in the log; it is taken in when there is room. Saying "do it again" would be wrong.
        Err(JournalError::DiskFull) => Ok(()),
        other => Ok(other?),
    }
}

fn command(session: &mut Session, args: &Args) -> Outcome {
    match &args.command {
        Command::Init(init) => keys::init(session, args, init),
        Command::Add(add) => keep::add(session, args, add),
        Command::List(list) => entries::list(session, args, list),
        Command::Show { id } => entries::show(session, args, *id),
        Command::Search(search) => entries::search(session, args, search),
        Command::Stats => entries::stats(session, args),
        Command::Export(export) => carry::export(session, args, export),
        Command::Backup { to } => carry::backup(session, args, to.as_deref()),
        Command::Check { deep } => carry::check(session, args, *deep),
        Command::Restore { backup, into } => carry::restore(args, backup, into),
        Command::Passphrase(change) => keys::change(session, args, change),
        Command::Recover(recover) => keys::recover(session, args, recover),
        Command::Prompt(on) => practice::prompt(session, args, on),
        Command::Lift(on) => practice::lift(session, args, on),
        Command::Promise(command) => practice::promise(session, args, command),
        Command::Guide(command) => practice::guide(session, args, command),
        Command::Checkin(command) => practice::checkin(session, args, command),
        Command::Fact(command) => practice::fact(session, args, command),
        Command::Identifiers { text } => identifiers::tell(args, text),
    }
}
