//! Keeping entries.

use crate::args::{Add, Args};
use crate::outcome::{Outcome, Trouble, print};
use crate::secrets;
use journal::{New, Session};
use model::{Pledge, Writing};
use std::io::{BufRead, BufReader, Read, StdinLock, Write};

/// Lines that are already waiting are kept together, so many at the most: one sync serves them all.
const TOGETHER: usize = 500;

pub(crate) fn add(session: &mut Session, args: &Args, add: &Add) -> Outcome {
    if add.batch {
        secrets::open(session, args)?;
        return batch(session);
    }
    let text = match add.text.as_deref() {
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().lock().read_to_string(&mut text).map_err(|_| Trouble::usage("standard input is not text"))?;
            text
        }
        other => other.unwrap_or_default().to_owned(),
    };
    let writing = writing(add, text);
    writing.check().map_err(journal::JournalError::from)?;
    secrets::open(session, args)?;
    let (journal, chance) = session.journal_and_chance()?;
    for entry in journal.keep(vec![New::of(writing)], None, chance)? {
        print(entry.id)?;
    }
    Ok(())
}

fn writing(add: &Add, text: String) -> Writing {
    let promise = add.promise.clone().map(|what| Pledge {
        what,
        to: add.promise_to.clone().unwrap_or_default(),
        by: add.promise_by.clone().unwrap_or_default(),
        reach: add.promise_reach.clone().unwrap_or_default(),
    });
    Writing {
        kind: add.kind,
        text,
        happened: add.happened,
        who: add.who.clone(),
        need: add.need.clone(),
        changed: add.changed.clone(),
        know: add.know,
        their_words: add.their_words.clone(),
        my_part: add.my_part.clone(),
        pursuits: add.pursuit.clone(),
        felt: add.felt.clone(),
        cost: add.cost,
        in_the_way: add.in_the_way.clone(),
        promise,
        people: add.person.clone(),
        tags: add.tag.clone(),
        star: add.star,
        may_share: add.may_share,
        ..Writing::default()
    }
    .tidied()
}

/// One JSON object a line; each answered with its id on a line of its own, never before it is on the disk.
fn batch(session: &mut Session) -> Outcome {
    let mut input = BufReader::with_capacity(1 << 20, std::io::stdin().lock());
    let mut out = std::io::stdout().lock();
    let mut number = 0_u64;
    loop {
        let (together, ended, bad) = waiting(&mut input, &mut number)?;
        if !together.is_empty() {
            let (journal, chance) = session.journal_and_chance()?;
            for entry in journal.keep(together, None, chance)? {
                writeln!(out, "{}", entry.id)?;
            }
            out.flush()?;
        }
        if let Some(trouble) = bad {
            return Err(trouble);
        }
        if ended {
            return Ok(());
        }
    }
}

/// Waits for a line and takes with it those that have come already. A line that cannot be read ends the batch, after those before it.
fn waiting(input: &mut BufReader<StdinLock<'_>>, number: &mut u64) -> Outcome<(Vec<New>, bool, Option<Trouble>)> {
    let mut together = Vec::new();
    let mut line = String::new();
    loop {
        line.clear();
        *number += 1;
        match input.read_line(&mut line) {
            Ok(0) => return Ok((together, true, None)),
            Ok(_) => {}
            // Those before it are kept all the same.
            Err(_) => return Ok((together, true, Some(Trouble::usage(format!("line {number} is not text"))))),
        }
        if !line.trim().is_empty() {
            let read = serde_json::from_str::<Writing>(&line).map_err(|e| format!("line {number}, column {}: not an entry", e.column()));
            let checked = read.and_then(|w| {
                let w = w.tidied();
                w.check().map(|()| w).map_err(|e| format!("line {number}: {e}"))
            });
            match checked {
                Ok(writing) => together.push(New::of(writing)),
                Err(why) => return Ok((together, true, Some(Trouble::usage(why)))),
            }
        }
        if together.len() >= TOGETHER || !input.buffer().contains(&b'\n') {
            return Ok((together, false, None));
        }
    }
}
