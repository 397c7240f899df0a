//! What was said to a journal and what it acknowledged, to be held against what is there afterwards.

use faults::{Dice, pass, session};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

/// Everything that one journal was told.
#[derive(Default)]
pub(crate) struct Ledger {
    /// Id → text.
    pub(crate) acknowledged: HashMap<String, String>,
    /// Sent, and never answered: may be there or not.
    open: HashSet<String>,
}

/// What an inspection found.
#[derive(Default, Debug)]
pub(crate) struct Found {
    /// Acknowledged and gone, or with another text.
    pub(crate) lost: u64,
    /// There, and nobody said it; journals that do not open; what the deep check says.
    pub(crate) unsound: u64,
}

impl Ledger {
    /// Entries to send, a line each: mostly short, seldom of many pages.
    pub(crate) fn lines(dice: &mut Dice, most: u64) -> Vec<String> {
        let many = 1 + dice.below(most);
        (0..many)
            .map(|_| {
                let bytes = match dice.below(40) {
                    0 => 20_000 + dice.below(60_000),
                    1..=4 => 2_000 + dice.below(6_000),
                    _ => 10 + dice.below(500),
                };
                let text = dice.words(bytes as usize);
                serde_json::json!({ "text": text, "tags": ["fault"], "star": dice.once_in(9) }).to_string() + "\n"
            })
            .collect()
    }

    /// Notes what was sent and what came back.
    pub(crate) fn note(&mut self, told: Vec<(String, Option<String>)>) -> u64 {
        let mut count = 0;
        for (line, id) in told {
            let json: serde_json::Value = serde_json::from_str(&line).expect("lines are made here");
            let text = json["text"].as_str().expect("every line has a text").to_owned();
            match id {
                Some(id) => {
                    count += 1;
                    assert!(self.acknowledged.insert(id, text).is_none(), "an id was given twice");
                }
                None => drop(self.open.insert(text)),
            }
        }
        count
    }

    /// Opens the journal and compares. `deep` looks at every page and index entry as well.
    pub(crate) fn inspect(&mut self, home: &Path, passphrase: &str, cost: u8, deep: bool) -> Found {
        let mut found = Found::default();
        let mut there = HashMap::new();
        let mut session = session(home, cost);
        let read = session.unlock(&pass(passphrase)).and_then(|()| {
            session.journal()?.each(None, None, &[], &mut |entry| {
                there.insert(entry.id.to_string(), entry.writing.text);
                ControlFlow::Continue(())
            })
        });
        if let Err(error) = read.and(session.close()) {
            println!("    {} does not open: {error}", home.display());
            found.unsound += 1;
        }
        found.lost += self.write_off(&there);
        for (id, text) in &there {
            if !self.acknowledged.contains_key(id) && !self.open.contains(text) {
                println!("    an entry is there that nobody wrote: {id}");
                found.unsound += 1;
            }
        }
        if deep {
            match session.check(&pass(passphrase), true) {
                Ok((_, problems)) => {
                    problems.iter().for_each(|p| println!("    deep check: {p}"));
                    found.unsound += problems.len() as u64;
                }
                Err(error) => {
                    println!("    deep check: {error}");
                    found.unsound += 1;
                }
            }
        }
        found
    }

    /// Counts what is missing, once.
    fn write_off(&mut self, there: &HashMap<String, String>) -> u64 {
        let before = self.acknowledged.len();
        self.acknowledged.retain(|id, text| {
            let kept = there.get(id) == Some(text);
            if !kept {
                println!("    LOST {id}: {} bytes", text.len());
            }
            kept
        });
        (before - self.acknowledged.len()) as u64
    }
}
