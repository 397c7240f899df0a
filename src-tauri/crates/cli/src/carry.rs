//! Taking away, backing up, checking, restoring.

use crate::args::{Args, Export, Format};
use crate::outcome::{Outcome, Trouble, print};
use crate::secrets;
use journal::{LogOptions, Session};
use model::Kind;
use serde_json::json;
use std::path::Path;

pub(crate) fn export(session: &mut Session, args: &Args, export: &Export) -> Outcome {
    may_ask(export)?;
    if export.out.exists() && !export.force {
        return Err(Trouble::Failed("that file is there already; --force replaces it".into()));
    }
    secrets::open(session, args)?;
    let journal = session.journal()?;
    let count = match export.format {
        Format::Md => u64::from(journal.save_markdown(&options(export), &export.out)?),
        Format::Json => {
            let generator = concat!("Cairn ", env!("CARGO_PKG_VERSION"));
            journal.save_archive(export.range.from, export.range.to, generator, &export.out)?.entries
        }
    };
    say(args, json!({ "entries": count }), &format!("{count} entries. This file is not encrypted."))
}

/// The usual log, or one of the kinds that were asked for.
fn options(export: &Export) -> LogOptions {
    let usual = LogOptions { from: export.range.from, to: export.range.to, ..LogOptions::default() };
    if export.kind.is_empty() { usual } else { LogOptions { kinds: export.kind.clone(), ..usual } }
}

/// A choice that would be passed over in silence is refused.
fn may_ask(export: &Export) -> Outcome {
    if export.kind.iter().any(|kind| matches!(kind, Kind::Mission | Kind::CheckIn)) {
        return Err(Trouble::usage("the mission card and check-ins are in no log; --format json takes everything"));
    }
    if export.format == Format::Json && !export.kind.is_empty() {
        return Err(Trouble::usage("--kind is for the log (md); the archive (json) holds every kind"));
    }
    Ok(())
}

pub(crate) fn backup(session: &mut Session, args: &Args, to: Option<&Path>) -> Outcome {
    secrets::open(session, args)?;
    let made = session.journal()?.back_up(to)?;
    let text = format!("{}: {} entries, checked.", made.name, made.entries);
    say(args, json!({ "name": made.name, "entries": made.entries, "bytes": made.bytes }), &text)
}

pub(crate) fn check(session: &mut Session, args: &Args, deep: bool) -> Outcome {
    let passphrase = secrets::passphrase(args.passphrase_file.as_deref(), "Passphrase: ")?;
    let (entries, problems) = session.check(&passphrase, deep)?;
    if !problems.is_empty() {
        return Err(Trouble::Unsound(problems));
    }
    let how = if deep { "every page, row and index entry is sound" } else { "it opens" };
    say(args, json!({ "entries": entries, "problems": [] }), &format!("{entries} entries; {how}."))
}

pub(crate) fn restore(args: &Args, backup: &Path, into: &Path) -> Outcome {
    if !backup.is_dir() {
        return Err(Trouble::Failed("there is no such folder to restore from".into()));
    }
    if std::fs::read_dir(into).map_or(into.exists(), |mut d| d.next().is_some()) {
        return Err(Trouble::Failed("the new folder is not empty; name one that is not there yet".into()));
    }
    let passphrase = secrets::passphrase(args.passphrase_file.as_deref(), "Passphrase of the backup: ")?;
    let entries = journal::copy_checked(backup, into, &passphrase)?;
    say(args, json!({ "entries": entries }), &format!("{entries} entries are in {}, checked.", into.display()))
}

fn say(args: &Args, machine: serde_json::Value, person: &str) -> Outcome {
    if args.json { print(machine) } else { print(person) }
}
