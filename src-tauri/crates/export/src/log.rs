//! The purpose log as a document: headings, moments, facts. Every format and the preview are drawn from it.

use crate::Words;
use model::{Day, Entry, EntryId, Kind, Know};
use serde::{Deserialize, Serialize};

/// What goes into a log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LogOptions {
    /// From this shift day on.
    pub from: Option<Day>,
    /// Up to and with this shift day.
    pub to: Option<Day>,
    /// Only these kinds; none for all.
    pub kinds: Vec<Kind>,
    /// Only what is kept close.
    pub starred: bool,
    /// Each day by its date. Without it a reader learns the month only.
    pub with_days: bool,
    /// How it felt and what it cost. Stays home unless asked for, each time.
    pub with_feelings: bool,
}

impl Default for LogOptions {
    /// What may be shown to others without a second thought: facts and proof, by the month.
    fn default() -> Self {
        Self {
            from: None,
            to: None,
            kinds: vec![Kind::Moment, Kind::KindWord, Kind::WordsThatWorked, Kind::Lesson, Kind::Snag],
            starred: false,
            with_days: false,
            with_feelings: false,
        }
    }
}

impl LogOptions {
    /// Whether an entry belongs in. The range is checked again here, so that no caller can leak past it.
    #[must_use]
    pub fn takes(&self, entry: &Entry) -> bool {
        entry.binned.is_none()
            && (self.kinds.is_empty() || self.kinds.contains(&entry.writing.kind))
            && (!self.starred || entry.writing.star)
            && self.from.is_none_or(|from| entry.day >= from)
            && self.to.is_none_or(|to| entry.day <= to)
    }
}

/// A labelled line below a moment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Fact {
    /// What it tells, in the reader's language.
    pub label: String,
    /// The person's own words, or a named choice.
    pub value: String,
}

/// A part of the document, in reading order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Block {
    /// The document's name and what it spans.
    Title {
        /// The name.
        text: String,
        /// The span, in words.
        span: String,
    },
    /// A month begins.
    Month {
        /// "November 2026".
        text: String,
    },
    /// An entry.
    Moment {
        /// Seed of its stone.
        id: EntryId,
        /// Its kind.
        kind: Kind,
        /// The kind, and the day if it is told.
        label: String,
        /// The person's words.
        text: String,
        /// The sentence that was said to them.
        quote: Option<String>,
        /// What else is told.
        facts: Vec<Fact>,
    },
}

/// A purpose log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Log {
    /// The document.
    pub blocks: Vec<Block>,
    /// Moments in it.
    pub moments: u32,
}

impl Log {
    /// Builds the document from entries, oldest first.
    #[must_use]
    pub fn build<'a>(entries: impl IntoIterator<Item = &'a Entry>, options: &LogOptions, words: &Words) -> Self {
        let mut body = Vec::new();
        let (mut moments, mut month, mut span) = (0, String::new(), None::<(Day, Day)>);
        for entry in entries.into_iter().filter(|e| options.takes(e)) {
            span = Some(span.map_or((entry.day, entry.day), |(first, last)| (first.min(entry.day), last.max(entry.day))));
            let this_month = words.month(entry.day);
            if this_month != month {
                body.push(Block::Month { text: this_month.clone() });
                month = this_month;
            }
            body.push(moment(entry, options, words));
            moments += 1;
        }
        let span = span.map_or_else(|| words.say("log-span-empty"), |(first, last)| words.span(first, last));
        let mut blocks = vec![Block::Title { text: words.say("log-title"), span }];
        blocks.append(&mut body);
        Self { blocks, moments }
    }
}

fn moment(entry: &Entry, options: &LogOptions, words: &Words) -> Block {
    let w = &entry.writing;
    let kind = words.say(&format!("kind-{}", w.kind));
    let label = if options.with_days { format!("{kind}, {}", words.date(entry.day)) } else { kind };
    Block::Moment { id: entry.id, kind: w.kind, label, text: w.text.clone(), quote: w.their_words.clone(), facts: facts(entry, options, words) }
}

fn facts(entry: &Entry, options: &LogOptions, words: &Words) -> Vec<Fact> {
    let w = &entry.writing;
    let mut facts = Vec::new();
    let mut tell = |id: &str, value: Option<String>| {
        facts.extend(value.filter(|v| !v.is_empty()).map(|value| Fact { label: words.say(id), value }));
    };
    let named = |prefix: &str, names: Vec<&'static str>| {
        let labels: Vec<String> = names.into_iter().map(|n| words.say(&format!("{prefix}-{n}"))).collect();
        (!labels.is_empty()).then(|| labels.join(", "))
    };
    tell("field-who", w.who.clone());
    tell("field-need", w.need.clone());
    tell("field-changed", w.changed.clone());
    tell("field-know", w.know.map(|k: Know| words.say(&format!("know-{k}"))));
    tell("field-my-part", w.my_part.clone());
    tell("field-pursuits", named("pursuit", w.pursuits.iter().map(|p| p.name()).collect()));
    if options.with_feelings {
        tell("field-felt", named("felt", w.felt.iter().map(|f| f.name()).collect()));
        tell("field-cost", w.cost.map(|c| words.say(&format!("cost-{c}"))));
        tell("field-in-the-way", w.in_the_way.clone());
    }
    facts
}
