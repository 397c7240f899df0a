//! The program that is killed: does one thing to a journal, over and over, and says so on its standard output
//! only after the journal said that it is done.
//!
//! `cairn-faults-victim VERB HOME PASSPHRASE COST`, then a line on standard input for each round:
//! `write` (an entry as JSON), `change` (the next passphrase), `backup` (anything), `restore` (a backup's name), `open` (anything),
//! `recover` (the recovery key, a tab, the new passphrase), `create` (anything; answers with the recovery key).

#![forbid(unsafe_code)]
#![allow(clippy::print_stderr, reason = "it says why it ended to whoever looks for a fault by hand")]

use faults::{pass, session};
use journal::{JournalError, New, RecoveryKey, Session, Setup};
use std::io::{BufRead, BufReader, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [verb, home, passphrase, cost] = args.as_slice() else { return ExitCode::from(2) };
    let mut session = session(home.as_ref(), cost.parse().expect("the cost is a number"));
    let ended = run(verb, &mut session, passphrase);
    let closed = session.close();
    match ended.and(closed) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("victim: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(verb: &str, session: &mut Session, passphrase: &str) -> Result<(), JournalError> {
    let mut input = BufReader::with_capacity(1 << 20, std::io::stdin().lock());
    let mut out = std::io::stdout().lock();
    if matches!(verb, "write" | "change" | "backup") {
        session.unlock(&pass(passphrase))?;
    }
    let mut now = passphrase.to_owned();
    let mut line = String::new();
    while input.read_line(&mut line).is_ok_and(|n| n > 0) {
        let said = line.trim_end_matches('\n');
        let answers = match verb {
            "write" => {
                // Lines that wait are kept in one transaction, as `cairn-cli add --batch` does.
                let mut lines = vec![line.clone()];
                while input.buffer().contains(&b'\n') {
                    let mut more = String::new();
                    input.read_line(&mut more).map_err(|_| JournalError::Missing)?;
                    lines.push(more);
                }
                let new = lines.iter().map(|l| New::of(serde_json::from_str(l).expect("the test writes entries"))).collect();
                let (journal, chance) = session.journal_and_chance()?;
                journal.keep(new, None, chance)?.iter().map(|e| e.id.to_string()).collect()
            }
            "change" => {
                session.change_passphrase(&pass(&now), &pass(said), true)?;
                now = said.to_owned();
                vec!["changed".to_owned()]
            }
            "backup" => vec![session.journal()?.back_up(None)?.name],
            "restore" => {
                session.restore_here(said, &pass(passphrase))?;
                vec!["restored".to_owned()]
            }
            "open" => {
                session.unlock(&pass(passphrase))?;
                vec!["opened".to_owned()]
            }
            "recover" => {
                let (key, new) = said.split_once('\t').ok_or(JournalError::Missing)?;
                session.recover(&RecoveryKey::parse_forgiving(key).map_err(JournalError::from)?.key, &pass(new), true)?;
                vec!["recovered".to_owned()]
            }
            "create" => {
                session.create(Setup { passphrase: pass(passphrase), weak_ok: true, first: None })?;
                vec![session.sheet().ok_or(JournalError::NotFound)?.groups.concat()]
            }
            _ => return Err(JournalError::Missing),
        };
        for answer in answers {
            // Nobody listens any more: the next line ends it.
            let _ = writeln!(out, "{answer}");
        }
        let _ = out.flush();
        line.clear();
    }
    Ok(())
}
