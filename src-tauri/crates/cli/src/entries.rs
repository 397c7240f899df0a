//! Listing, showing, finding, counting.

use crate::args::{Args, List, Search};
use crate::outcome::{Outcome, print};
use crate::secrets;
use journal::{AskPage, Session};
use model::{Entry, EntryId};
use serde_json::{Value, json};
use std::ops::ControlFlow;

/// Characters of an entry on one line of a list.
const LINE: usize = 72;

pub(crate) fn list(session: &mut Session, args: &Args, list: &List) -> Outcome {
    secrets::open(session, args)?;
    let mut entries = Vec::new();
    let kinds: Vec<_> = list.kind.into_iter().collect();
    session.journal()?.each(list.range.from, list.range.to, &kinds, &mut |entry| {
        entries.push(entry);
        ControlFlow::Continue(())
    })?;
    entries.reverse();
    tell(args, &entries)
}

pub(crate) fn show(session: &mut Session, args: &Args, id: EntryId) -> Outcome {
    secrets::open(session, args)?;
    let journal = session.journal()?;
    let shown = journal.show(id)?;
    if args.json {
        let mut value = plain(&shown.entry);
        value["versions"] = json!(journal.versions(id)?);
        print(value)
    } else {
        let text = serde_json::to_string_pretty(&plain(&shown.entry)).unwrap_or_default();
        print(format_args!("{}\n\n{}\n{text}", shown.entry.day, shown.entry.writing.text))
    }
}

pub(crate) fn search(session: &mut Session, args: &Args, search: &Search) -> Outcome {
    secrets::open(session, args)?;
    let journal = session.journal()?;
    let mut found = Vec::new();
    let mut after = None;
    while found.len() < search.limit as usize {
        let left = search.limit - u32::try_from(found.len()).unwrap_or(search.limit);
        let ask = AskPage { query: search.query.clone(), after, limit: left.min(100), ..AskPage::default() };
        let page = journal.page(&ask)?;
        for row in &page.rows {
            found.push(journal.show(row.id)?.entry);
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    tell(args, &found)
}

pub(crate) fn stats(session: &mut Session, args: &Args) -> Outcome {
    secrets::open(session, args)?;
    let (stats, kinds) = session.journal()?.stats()?;
    if args.json {
        let kinds: serde_json::Map<String, Value> = kinds.iter().map(|(k, n)| (k.name().into(), json!(n))).collect();
        return print(
            json!({ "entries": stats.entries, "days": stats.days, "first": stats.first, "last": stats.last, "bytes": stats.bytes, "kinds": kinds }),
        );
    }
    print(format_args!("{} entries on {} days, {} bytes", stats.entries, stats.days, stats.bytes))?;
    for (kind, count) in kinds {
        print(format_args!("{count:>8}  {kind}"))?;
    }
    Ok(())
}

pub(crate) fn tell(args: &Args, entries: &[Entry]) -> Outcome {
    if args.json {
        return print(Value::Array(entries.iter().map(plain).collect()));
    }
    for entry in entries {
        let star = if entry.writing.star { '*' } else { ' ' };
        let line: String = entry.writing.text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LINE).collect();
        print(format_args!("{} {} {star} {:<17} {line}", entry.id, entry.day, entry.writing.kind))?;
    }
    Ok(())
}

/// Every field by its name, the empty ones too, so that a script need not ask whether one is there.
fn plain(entry: &Entry) -> Value {
    let mut value = json!(entry);
    if let Value::Object(fields) = &mut value {
        for name in [
            "who",
            "need",
            "changed",
            "their_words",
            "know",
            "cost",
            "my_part",
            "in_the_way",
            "promise",
            "prompt",
            "guide",
            "offset_minutes",
            "zone",
            "edited",
            "binned",
        ] {
            fields.entry(name).or_insert(Value::Null);
        }
        for name in ["felt", "pursuits", "tags", "people", "answers", "ripples"] {
            fields.entry(name).or_insert_with(|| json!([]));
        }
        fields.entry("marks").or_insert_with(|| json!({}));
    }
    value
}
