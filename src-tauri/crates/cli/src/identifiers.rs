//! What in a text could tell who somebody is, without a journal: the text goes from the argument to the screen and nowhere else.

use crate::args::Args;
use crate::outcome::{Outcome, Trouble, print};
use export::{Known, identifiers};
use journal::SystemClock;
use model::Clock;
use serde_json::{Value, json};
use std::io::Read;

/// The largest text that is read from standard input, in bytes.
const LARGEST: u64 = 16_000_000;

pub(crate) fn tell(args: &Args, text: &str) -> Outcome {
    let text = if text == "-" { standard_input()? } else { text.to_owned() };
    let hits = identifiers(&text, &Known::nothing(this_year()));
    if !args.json {
        // A hit has its own line, whatever lies between its words.
        let line = |words: &str| words.split(char::is_control).collect::<Vec<_>>().join(" ");
        return hits.iter().try_for_each(|hit| print(format_args!("{}\t{}", hit.kind, line(&text[hit.range.clone()]))));
    }
    // Characters are counted once from the beginning to the end.
    let (mut at, mut count) = (0, 0);
    let mut characters = |byte: usize| {
        count += text[at..byte].chars().count();
        at = byte;
        count
    };
    let told = hits.iter().map(|hit| {
        let (start, end) = (characters(hit.range.start), characters(hit.range.end));
        json!({ "kind": hit.kind, "text": text[hit.range.clone()], "start": start, "end": end })
    });
    print(Value::Array(told.collect()))
}

fn standard_input() -> Outcome<String> {
    let mut text = String::new();
    std::io::stdin().lock().take(LARGEST + 1).read_to_string(&mut text).map_err(|_| Trouble::usage("standard input is not text"))?;
    if text.len() as u64 > LARGEST {
        return Err(Trouble::usage("that is too long for one text: 16 MB at the most"));
    }
    Ok(text)
}

/// The year in UTC; on New Year's Eve one more or less makes no birthday.
fn this_year() -> i32 {
    let now = SystemClock.now().stamp.to_string();
    now.split('-').next().and_then(|year| year.parse().ok()).unwrap_or_default()
}
