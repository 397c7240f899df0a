//! The practice without a window: prompt, lift, promises, guides, check-in, fact notes.

use crate::args::Args;
use crate::entries;
use crate::outcome::{Outcome, Trouble, print};
use crate::practice_args::{CheckinCommand, FactAdd, FactCommand, GuideCommand, OnDay, PromiseAdd, PromiseCommand};
use crate::secrets;
use journal::views::{ChainState, FactNote, PromiseRow};
use journal::{Journal, New, Session};
use model::{Answer, Day, EntryId, ExportRule, FactWriting, Kind, Promising, Walk, Writing};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// The largest file of answers that is read.
const LARGEST: u64 = 4_000_000;
/// What a guide makes whose answers are no entry.
const FACT_NOTE: &str = "fact-note";

fn day(journal: &Journal, on: &OnDay) -> Result<Day, Trouble> {
    Ok(match on.date {
        Some(day) => day,
        None => journal.today()?.day,
    })
}

pub(crate) fn prompt(session: &mut Session, args: &Args, on: &OnDay) -> Outcome {
    secrets::open(session, args)?;
    let journal = session.journal()?;
    let day = day(journal, on)?;
    let card = journal.prompt_on(day)?;
    if args.json {
        let told = card.map(|c| json!({ "id": c.prompt.id, "theme": c.prompt.theme, "text": c.prompt.text, "note": c.note, "day": day }));
        return print(told.unwrap_or(Value::Null));
    }
    match card {
        Some(card) => {
            print(card.prompt.text)?;
            card.note.map_or(Ok(()), print)
        }
        None => Ok(()),
    }
}

pub(crate) fn lift(session: &mut Session, args: &Args, on: &OnDay) -> Outcome {
    secrets::open(session, args)?;
    let journal = session.journal()?;
    let day = day(journal, on)?;
    let picks = journal.picks(day)?;
    let found = picks.into_iter().map(|id| Ok(journal.show(id)?.entry)).collect::<Outcome<Vec<_>>>()?;
    entries::tell(args, &found)
}

pub(crate) fn promise(session: &mut Session, args: &Args, command: &PromiseCommand) -> Outcome {
    secrets::open(session, args)?;
    let (journal, chance) = session.journal_and_chance()?;
    let done = match command {
        PromiseCommand::Add(PromiseAdd { text, to, by, reach }) => {
            let promising = Promising { what: text.clone(), to: to.clone(), said: by.clone(), by: None, reach: reach.clone() };
            let done = journal.promise(promising, None, chance)?;
            return if args.json { print(row(&done.promise)) } else { print(done.promise.promise.id) };
        }
        PromiseCommand::List => {
            let all = journal.promises()?;
            if args.json {
                return print(Value::Array(all.rows.iter().map(row).collect()));
            }
            return all.rows.iter().try_for_each(|r| print(line(r)));
        }
        PromiseCommand::Keep { id } => journal.keep_promise(*id)?,
        PromiseCommand::Move { id, by } => {
            let all = journal.promises()?.rows;
            let is = all.into_iter().find(|r| r.promise.id == *id).ok_or(journal::JournalError::NotFound)?;
            journal.move_promise(*id, Promising { said: Some(by.clone()), by: None, ..is.promise.promising })?
        }
        PromiseCommand::HandOn { id, to } => journal.hand_on_promise(*id, to.clone())?,
        PromiseCommand::LetGo { id } => journal.let_promise_go(*id)?,
    };
    if args.json { print(row(&done.promise)) } else { print(line(&done.promise)) }
}

/// Every field by its name, the empty ones too.
fn row(row: &PromiseRow) -> Value {
    let mut value = json!(row.promise);
    if let Value::Object(fields) = &mut value {
        for name in ["to", "said", "by", "reach", "handed_to", "entry", "closed"] {
            fields.entry(name).or_insert(Value::Null);
        }
        fields.insert("standing".into(), json!(row.standing));
    }
    value
}

fn line(row: &PromiseRow) -> String {
    let p = &row.promise;
    let by = p.promising.by.map(|b| b.to_string()).or_else(|| p.promising.said.clone()).unwrap_or_default();
    let to = p.promising.to.as_deref().unwrap_or_default();
    format!("{} {:<10} {:<16} {} {to}", p.id, p.state, by, p.promising.what)
}

pub(crate) fn guide(session: &mut Session, args: &Args, command: &GuideCommand) -> Outcome {
    secrets::open(session, args)?;
    match command {
        GuideCommand::List => {
            let guides = session.journal()?.guides()?;
            if args.json {
                return print(json!(guides));
            }
            guides.iter().try_for_each(|g| print(format_args!("{:<24} {} min  {}", g.id, g.minutes, g.title)))
        }
        GuideCommand::Answer { guide, answers } => {
            let given: BTreeMap<String, String> = read_json(answers)?;
            let asked = session.journal()?.guide(guide)?.guide;
            let steps = asked.steps;
            if let Some(unknown) = given.keys().find(|field| !steps.iter().any(|s| s.field == field.as_str())) {
                return Err(Trouble::usage(format!("the guide has no field {unknown:?}")));
            }
            if asked.makes.name() == FACT_NOTE {
                let asked: Vec<_> = steps.iter().map(|s| (s.field, s.question)).collect();
                return note_of(session, args, &asked, &given);
            }
            // In the order of the guide, whatever the order of the file.
            let answers =
                steps.iter().filter_map(|s| Some(Answer { field: s.field.to_owned(), text: given.get(s.field)?.clone() })).collect();
            let walk = Walk { id: guide.clone(), export: ExportRule::Never };
            keep(session, args, Writing { guide: Some(walk), answers, ..Writing::new(Kind::Guide, "") })
        }
    }
}

/// Answers about what was not okay go to the fact notes, each in the field that the window gives it. `asked` are the guide's fields
/// with their questions, in its order.
fn note_of(session: &mut Session, args: &Args, asked: &[(&str, &str)], given: &BTreeMap<String, String>) -> Outcome {
    let said = |field: &str| given.get(field).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    // The facts first; what the note has no field for follows with its question, so that no word is lost.
    let rest = asked.iter().filter(|(field, _)| !["facts", "witnesses", "tell"].contains(field));
    let rest = rest.filter_map(|(field, question)| Some(format!("{question}\n{}", said(field)?)));
    let account = said("facts").into_iter().chain(rest).collect::<Vec<_>>().join("\n\n");
    let writing = FactWriting { account, witnesses: said("witnesses"), told: said("tell"), ..FactWriting::default() };
    keep_fact(session, args, None, &writing)?;
    eprintln!("cairn-cli: kept with the fact notes, and nowhere else; `cairn-cli fact list` shows them");
    Ok(())
}

/// A check-in as a file holds it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Checked {
    marks: BTreeMap<String, u8>,
    #[serde(default)]
    line: String,
    #[serde(default)]
    happened: Option<model::Happened>,
}

pub(crate) fn checkin(session: &mut Session, args: &Args, command: &CheckinCommand) -> Outcome {
    secrets::open(session, args)?;
    let CheckinCommand::Add { file } = command;
    let Checked { marks, line, happened } = read_json(file)?;
    keep(session, args, Writing { marks, happened, ..Writing::new(Kind::CheckIn, line) })
}

fn keep(session: &mut Session, args: &Args, writing: Writing) -> Outcome {
    let (journal, chance) = session.journal_and_chance()?;
    for entry in journal.keep(vec![New::of(writing)], None, chance)? {
        print_id(args, entry.id)?;
    }
    Ok(())
}

/// What was kept, by its id.
fn print_id(args: &Args, id: EntryId) -> Outcome {
    if args.json { print(json!({ "id": id })) } else { print(id) }
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, Trouble> {
    let file = std::fs::File::open(path).map_err(|e| Trouble::usage(format!("the file cannot be read: {}", e.kind())))?;
    let mut text = String::new();
    file.take(LARGEST).read_to_string(&mut text).map_err(|_| Trouble::usage("the file is not text"))?;
    // What serde would say could quote the person's words.
    serde_json::from_str(&text)
        .map_err(|e| Trouble::usage(format!("the file is not what is asked for: line {}, column {}", e.line(), e.column())))
}

pub(crate) fn fact(session: &mut Session, args: &Args, command: &FactCommand) -> Outcome {
    secrets::open(session, args)?;
    match command {
        FactCommand::Add(add) => add_fact(session, args, add),
        FactCommand::List => {
            let facts = session.journal()?.facts()?;
            if args.json {
                return print(Value::Array(facts.notes.iter().map(note).collect()));
            }
            facts.notes.iter().try_for_each(|n| {
                let account = n.versions.last().map_or("", |v| v.writing.account.as_str());
                print(format_args!("{} {:>3} {}", n.id, n.versions.len(), account.lines().next().unwrap_or_default()))
            })
        }
        FactCommand::Verify => verify(session, args),
    }
}

fn add_fact(session: &mut Session, args: &Args, add: &FactAdd) -> Outcome {
    let account = if add.text == "-" {
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text).map_err(|_| Trouble::usage("standard input is not text"))?;
        text
    } else {
        add.text.clone()
    };
    let writing = FactWriting {
        account,
        happened: add.happened,
        words: add.words.clone(),
        place: add.place.clone(),
        witnesses: add.witnesses.clone(),
        proof: add.proof.clone(),
        told: add.told.clone(),
        asked: add.asked.clone(),
    };
    keep_fact(session, args, add.note, &writing)
}

fn keep_fact(session: &mut Session, args: &Args, note: Option<EntryId>, writing: &FactWriting) -> Outcome {
    let (journal, chance) = session.journal_and_chance()?;
    // What the window holds unfinished is another note: it stays, though a note that is kept lets the draft go.
    let begun = journal.facts()?.draft;
    print_id(args, journal.keep_fact(note, writing, chance)?.fact.note)?;
    if let Some(begun) = begun {
        journal.keep_fact_draft(&begun)?;
    }
    Ok(())
}

/// The newest version's words, and all versions.
fn note(note: &FactNote) -> Value {
    let mut value = note.versions.last().map_or(json!({}), |v| json!(v.writing));
    if let Value::Object(fields) = &mut value {
        for name in ["happened", "words", "place", "witnesses", "proof", "told", "asked"] {
            fields.entry(name).or_insert(Value::Null);
        }
        fields.insert("id".into(), json!(note.id));
        fields.insert("written".into(), json!(note.versions.last().map(|v| v.written)));
        fields.insert("versions".into(), json!(note.versions));
    }
    value
}

fn verify(session: &mut Session, args: &Args) -> Outcome {
    let state = session.journal()?.verify_facts()?;
    if args.json {
        print(json!(state))?;
    }
    match state {
        ChainState::Whole { links, since, .. } if !args.json => match since {
            Some(since) => print(format_args!("{links} versions, unchanged since {since}")),
            None => print("no fact notes"),
        },
        ChainState::Whole { .. } => Ok(()),
        ChainState::Broken { link, why } => Err(Trouble::Unsound(vec![format!("fact notes: link {link} is {why}")])),
    }
}
