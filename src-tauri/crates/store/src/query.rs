//! A question as SQL. The words of the user are bound, never part of the statement, and reach the index only as
//! quoted words of letters and digits.

use crate::{
    Store, StoreError,
    excerpt::Sought,
    index, names, place,
    schema::LINED,
    spelling::{stands_alone, words},
    threads::{Borne, Strand},
};
use model::{Cost, Kind, Pursuit, Query, Term};
use rusqlite::{Connection, types::Value};
use std::ops::ControlFlow;

/// Words of one question that are looked for; nobody types more, and a pasted page has to end somewhere.
const MOST_WORDS: usize = 200;
/// Words that one beginning is turned into. With more, so much begins so that looking at the entries is quicker.
const MOST_ENDINGS: usize = 64;
/// Beginnings of one question that are turned into words.
const MOST_BEGINNINGS: usize = 8;

/// A question in the terms of the tables.
#[derive(Default)]
pub(crate) struct Ask {
    /// What the index is asked, if anything has to be found in it.
    found: Option<String>,
    /// What the index must not find, when nothing has to be found.
    absent: Option<String>,
    tags: Vec<i64>,
    people: Vec<i64>,
    /// Any of them; none: all kinds.
    kinds: Vec<Kind>,
    /// All of them; two different ones fit nothing.
    costs: Vec<Cost>,
    /// All of them.
    pursuits: Vec<Pursuit>,
    starred: bool,
    /// Whether the index has row numbers of its own. Those of an older journal that cannot be upgraded are places.
    lined: bool,
    /// Places from the first to before the second.
    from: i64,
    before: i64,
    /// Beginnings that too many words have: to be looked for in each entry that the rest finds.
    pub(crate) broad: Sought,
    /// Names in the threads: the index finds their words, each entry found tells whether it bears them.
    pub(crate) borne: Vec<Borne>,
    /// Nothing can fit.
    pub(crate) hopeless: bool,
}

impl Ask {
    /// Reads a question; `before` is the place that the last page ended with.
    pub(crate) fn new(store: &Store, query: &Query, kinds: &[Kind], starred: bool, before: Option<i64>) -> Result<Self, StoreError> {
        let (conn, lined) = (&store.conn, store.version >= LINED);
        let mut ask = Self { kinds: kinds.to_vec(), starred, lined, before: before.unwrap_or(i64::MAX), ..Self::default() };
        let (mut sought, mut unwanted) = (Vec::new(), Vec::new());
        let (mut left, mut beginnings) = (MOST_WORDS, MOST_BEGINNINGS);
        for term in &query.terms {
            match term {
                Term::Word(w) => ask.word(conn, pieces(w, &mut left), &mut beginnings, &mut sought)?,
                Term::Phrase(p) => sought.extend(phrase(&pieces(p, &mut left))),
                Term::Not(w) => unwanted.extend(phrase(&pieces(w, &mut left))),
                Term::Tag(name) => match names::TAGS.id(conn, name)? {
                    Some(id) => ask.tags.push(id),
                    None => ask.hopeless = true,
                },
                Term::Person(name) => match names::PEOPLE.id(conn, name)? {
                    Some(id) => ask.people.push(id),
                    None => ask.hopeless = true,
                },
                Term::Kind(kind) => {
                    ask.hopeless |= !ask.kinds.is_empty() && !ask.kinds.contains(kind);
                    ask.kinds = vec![*kind];
                }
                Term::Cost(cost) => ask.costs.push(*cost),
                Term::Pursuit(pursuit) => ask.pursuits.push(*pursuit),
                Term::Need(name) => sought.extend(ask.bears(Strand::Need, name, &mut left)),
                Term::Load(name) => sought.extend(ask.bears(Strand::Load, name, &mut left)),
                Term::Way(name) => sought.extend(ask.bears(Strand::Way, name, &mut left)),
                Term::Star => ask.starred = true,
                Term::From(day) => ask.from = ask.from.max(place::first_of(*day)),
                Term::Before(day) => ask.before = ask.before.min(place::first_of(*day)),
            }
        }
        sought.sort();
        sought.dedup();
        let unwanted = (!unwanted.is_empty()).then(|| unwanted.join(" OR "));
        (ask.found, ask.absent) = match (sought.is_empty(), unwanted) {
            (true, absent) => (None, absent),
            (false, None) => (Some(sought.join(" AND ")), None),
            (false, Some(absent)) => (Some(format!("({}) NOT ({absent})", sought.join(" AND "))), None),
        };
        Ok(ask)
    }

    /// Adds a name in one of the threads; the index is asked for its words where they can stand. A name without a letter,
    /// digit or picture has none there: then the time line is read, as for other filters.
    fn bears(&mut self, strand: Strand, name: &str, left: &mut usize) -> Option<String> {
        self.borne.push(Borne::new(strand, name));
        if strand == Strand::Load {
            self.costs.push(Cost::TookALot);
        }
        let columns = if strand == Strand::Way { "{text side}" } else { "side" };
        phrase(&pieces(name, left)).map(|words| format!("{columns} : {words}"))
    }

    /// Whether rows that the statement finds may still not fit.
    pub(crate) fn sifts(&self) -> bool {
        !self.broad.is_empty() || !self.borne.is_empty()
    }

    /// Adds a word of which perhaps only the beginning was typed.
    fn word(
        &mut self,
        conn: &Connection,
        mut words: Vec<String>,
        beginnings: &mut usize,
        sought: &mut Vec<String>,
    ) -> Result<(), StoreError> {
        let Some(last) = words.last().cloned() else { return Ok(()) };
        // A character that stands alone is a whole word: nothing begins with it.
        if last.starts_with(stands_alone) {
            sought.extend(phrase(&words));
            return Ok(());
        }
        let endings = if *beginnings == 0 { None } else { Some(index::beginning(conn, &last, MOST_ENDINGS)?) };
        *beginnings = beginnings.saturating_sub(1);
        match endings {
            Some(endings) if endings.is_empty() => self.hopeless = true,
            Some(endings) if endings.len() <= MOST_ENDINGS => {
                let at = words.len() - 1;
                let any: Vec<String> = endings
                    .into_iter()
                    .filter_map(|ending| {
                        words[at] = ending;
                        phrase(&words)
                    })
                    .collect();
                sought.push(format!("({})", any.join(" OR ")));
            }
            _ => {
                self.broad.push(words.clone(), true);
                words.pop();
                sought.extend(phrase(&words));
            }
        }
        Ok(())
    }

    /// The statement that answers it newest first, and what is bound to it. Every form walks along the time line
    /// and stops at the limit: nothing is sorted, however often a word occurs. There is no limit when the caller
    /// passes over rows: see [`Self::sifts`].
    pub(crate) fn statement(&self, columns: &str, limit: u32) -> (String, Vec<Value>) {
        let mut bound = Vec::new();
        let mut bind = |value: Value| {
            bound.push(value);
            format!("?{}", bound.len())
        };
        let (mut tags, mut people) = (self.tags.as_slice(), self.people.as_slice());
        let (source, at, order, first) = if let Some(words) = &self.found {
            let words = format!("s.entry_fts MATCH {}", bind(words.clone().into()));
            match self.lined {
                true => ("entry_fts s CROSS JOIN index_lines l ON l.line = s.rowid", "l.place", "s.rowid", words),
                false => ("entry_fts s", "s.rowid", "s.rowid", words),
            }
        } else if let Some((tag, rest)) = tags.split_first() {
            tags = rest;
            ("entry_tags s", "s.place", "s.place", format!("s.name = {}", bind((*tag).into())))
        } else if let Some((person, rest)) = people.split_first() {
            people = rest;
            ("entry_people s", "s.place", "s.place", format!("s.name = {}", bind((*person).into())))
        } else {
            ("", "e.place", "e.place", "e.binned IS NULL".to_owned())
        };
        let (before, from) = (bind(self.before.into()), bind(self.from.into()));
        let mut conditions = vec![first, format!("{at} < {before}"), format!("{at} >= {from}")];
        if self.lined && self.found.is_some() {
            // In its own numbers, so that the index begins where the page begins.
            let newest = format!("SELECT line FROM index_lines WHERE place < {before} ORDER BY place DESC LIMIT 1");
            let oldest = format!("SELECT line FROM index_lines WHERE place >= {from} ORDER BY place LIMIT 1");
            conditions.push(format!("s.rowid <= coalesce(({newest}), 0) AND s.rowid >= coalesce(({oldest}), 0)"));
        }
        conditions.push("e.binned IS NULL".to_owned());
        for (table, ids) in [("entry_tags", tags), ("entry_people", people)] {
            for id in ids {
                let id = bind((*id).into());
                conditions.push(format!("EXISTS (SELECT 1 FROM {table} x WHERE x.name = {id} AND x.place = e.place)"));
            }
        }
        if !self.kinds.is_empty() {
            let kinds: Vec<String> = self.kinds.iter().map(|k| bind(k.name().to_owned().into())).collect();
            conditions.push(format!("e.kind IN ({})", kinds.join(", ")));
        }
        for cost in &self.costs {
            conditions.push(format!("json_extract(e.story, '$.cost') = {}", bind(cost.name().to_owned().into())));
        }
        for pursuit in &self.pursuits {
            let pursuit = bind(pursuit.name().to_owned().into());
            conditions.push(format!("EXISTS (SELECT 1 FROM json_each(e.story, '$.pursuits') x WHERE x.value = {pursuit})"));
        }
        if self.starred {
            conditions.push("e.star = 1".to_owned());
        }
        if let Some(words) = &self.absent {
            let words = bind(words.clone().into());
            let line = if self.lined { "(SELECT line FROM index_lines WHERE place = e.place)" } else { "e.place" };
            conditions.push(format!("NOT EXISTS (SELECT 1 FROM entry_fts f WHERE f.entry_fts MATCH {words} AND f.rowid = {line})"));
        }
        let limit = bind(if self.sifts() { -1 } else { i64::from(limit) }.into());
        (self.select(columns, (source, at, order), &conditions.join(" AND "), &limit), bound)
    }

    fn select(&self, columns: &str, (source, at, order): (&str, &str, &str), conditions: &str, limit: &str) -> String {
        if source.is_empty() && self.sifts() {
            format!("SELECT {columns} FROM entries e WHERE {conditions} ORDER BY e.place DESC LIMIT {limit}")
        } else if source.is_empty() {
            // The narrow index decides; whole rows are read for what is shown only.
            let places =
                format!("SELECT e.place FROM entries e INDEXED BY entries_line WHERE {conditions} ORDER BY e.place DESC LIMIT {limit}");
            format!("SELECT {columns} FROM ({places}) s CROSS JOIN entries e ON e.place = s.place ORDER BY s.place DESC")
        } else {
            format!(
                "SELECT {columns} FROM {source} CROSS JOIN entries e ON e.place = {at} WHERE {conditions} ORDER BY {order} DESC LIMIT {limit}"
            )
        }
    }
}

/// The words of `text` as the index spells them, as many as the question may still have.
fn pieces(text: &str, left: &mut usize) -> Vec<String> {
    let mut found = Vec::new();
    words(text, |_, word| {
        if *left == 0 {
            return ControlFlow::Break(());
        }
        *left -= 1;
        found.push(word.to_owned());
        ControlFlow::Continue(())
    });
    found
}

/// One condition for the index: these words in this order. They hold letters, digits and pictures alone.
fn phrase(words: &[String]) -> Option<String> {
    (!words.is_empty()).then(|| format!("\"{}\"", words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_quoted_words() {
        for (text, expected) in [
            ("don't", Some("\"don t\"")),
            ("疲れた", Some("\"疲 れ た\"")),
            ("NEAR(a b)", Some("\"near a b\"")),
            ("\" OR \"*", Some("\"or\"")),
            ("—!?*", None),
        ] {
            assert_eq!(phrase(&pieces(text, &mut 100)).as_deref(), expected, "{text}");
        }
    }
}
