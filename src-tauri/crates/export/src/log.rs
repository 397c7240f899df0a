//! The purpose log as a document: headings, moments, facts. Every format and the preview are drawn from it.

use crate::Words;
use chrono::Datelike;
use model::{Day, Entry, EntryId, ExportRule, Kind, Know, Writing};
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
    /// The sentence that was said to them. Stays home unless asked for.
    pub with_their_words: bool,
    /// How it felt, what it cost, what was in the way. Stays home unless asked for, each time.
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
            with_their_words: false,
            with_feelings: false,
        }
    }
}

impl LogOptions {
    /// Whether an entry belongs in. The range is checked again here, so that no caller can leak past it.
    #[must_use]
    pub fn takes(&self, entry: &Entry) -> bool {
        entry.binned.is_none()
            && may_leave(entry)
            && (self.kinds.is_empty() || self.kinds.contains(&entry.writing.kind))
            && (!self.starred || entry.writing.star)
            && self.from.is_none_or(|from| entry.day >= from)
            && self.to.is_none_or(|to| entry.day <= to)
    }
}

/// What was answered in a guide leaves by the guide's own rule, and the card about oneself and the check-in are nobody else's.
fn may_leave(entry: &Entry) -> bool {
    let ruled = entry.writing.guide.as_ref().is_none_or(|walk| walk.export == ExportRule::Ask);
    ruled && !matches!(entry.writing.kind, Kind::Mission | Kind::CheckIn)
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
    /// Moments in it, also those that a preview leaves out.
    pub moments: u32,
}

impl Log {
    /// The first part of the document, for a page that shows no more at once; the count stays that of the whole.
    #[must_use]
    pub fn beginning(mut self, blocks: usize) -> Self {
        self.blocks.truncate(blocks);
        self
    }

    /// Builds the document from entries, oldest first.
    #[must_use]
    pub fn build(entries: impl IntoIterator<Item = Entry>, options: &LogOptions, words: &Words) -> Self {
        let mut log = LogBuilder::new(options, words);
        entries.into_iter().for_each(|entry| log.add(entry));
        log.finish()
    }
}

/// Builds a log entry by entry.
pub struct LogBuilder<'a> {
    telling: Telling<'a>,
    body: Vec<Block>,
    span: Option<(Day, Day)>,
}

impl<'a> LogBuilder<'a> {
    /// Begins a log.
    #[must_use]
    pub fn new(options: &'a LogOptions, words: &'a Words) -> Self {
        Self { telling: Telling::new(options, words), body: Vec::new(), span: None }
    }

    /// Adds an entry, if it belongs in. Oldest first.
    pub fn add(&mut self, entry: Entry) {
        let day = entry.day;
        let Some((month, moment)) = self.telling.tell(entry) else { return };
        self.span = Some(self.span.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        self.body.extend(month);
        self.body.push(moment);
    }

    /// The document.
    #[must_use]
    pub fn finish(mut self) -> Log {
        let mut blocks = vec![title(self.span, self.telling.words)];
        blocks.append(&mut self.body);
        Log { blocks, moments: self.telling.moments }
    }
}

/// The document's name and what it spans.
pub(crate) fn title(span: Option<(Day, Day)>, words: &Words) -> Block {
    let span = span.map_or_else(|| words.say("log-span-empty"), |(first, last)| words.span(first, last));
    Block::Title { text: words.say("log-title"), span }
}

/// Turns entries into blocks, one after the other, oldest first.
pub(crate) struct Telling<'a> {
    options: &'a LogOptions,
    words: &'a Words,
    /// Moments told.
    pub(crate) moments: u32,
    month: Option<(i32, u32)>,
}

impl<'a> Telling<'a> {
    pub(crate) fn new(options: &'a LogOptions, words: &'a Words) -> Self {
        Self { options, words, moments: 0, month: None }
    }

    /// The moment, and the month if it begins with it; nothing for an entry that stays out.
    pub(crate) fn tell(&mut self, entry: Entry) -> Option<(Option<Block>, Block)> {
        if !self.options.takes(&entry) {
            return None;
        }
        self.moments += 1;
        let month = Some((entry.day.date().year(), entry.day.date().month()));
        let heading = (self.month != month).then(|| Block::Month { text: self.words.month(entry.day) });
        self.month = month;
        Some((heading, moment(entry, self.options, self.words)))
    }
}

fn moment(entry: Entry, options: &LogOptions, words: &Words) -> Block {
    let w = entry.writing;
    let kind = words.say(&format!("kind-{}", w.kind));
    let label = if options.with_days { words.with("log-kind-day", &[("kind", &kind), ("day", &words.date(entry.day))]) } else { kind };
    Block::Moment {
        id: entry.id,
        kind: w.kind,
        label,
        facts: facts(&w, options, words),
        text: if w.text.trim().is_empty() { answered(&w) } else { w.text },
        quote: w.their_words.filter(|_| options.with_their_words),
    }
}

/// The answers of a guide, one paragraph each.
fn answered(w: &Writing) -> String {
    w.answers.iter().map(|a| a.text.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn facts(w: &Writing, options: &LogOptions, words: &Words) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut tell = |id: &str, value: Option<String>| {
        facts.extend(value.filter(|v| !v.is_empty()).map(|value| Fact { label: words.say(id), value }));
    };
    let named = |prefix: &str, names: Vec<&'static str>| {
        let labels: Vec<String> = names.into_iter().map(|n| words.say(&format!("{prefix}-{n}"))).collect();
        (!labels.is_empty()).then(|| labels.join(&words.say("log-between")))
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

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Answer, Cost, Felt, Precision, Pursuit, Stamp, Walk};

    fn entry(day: &str, kind: Kind) -> Entry {
        let id = EntryId::new(1_700_000_000_000, [7; 10]);
        let writing = Writing {
            who: Some("nurse".into()),
            their_words: Some("You stayed.".into()),
            felt: vec![Felt::Tired],
            cost: Some(Cost::TookALot),
            in_the_way: Some("short staffed".into()),
            know: Some(Know::TheySaid),
            pursuits: vec![Pursuit::MadeSimple],
            ..Writing::new(kind, "Sat down.")
        };
        let written = Stamp::from_millis(0);
        Entry {
            id,
            writing,
            day: day.parse().unwrap(),
            precision: Precision::Date,
            offset_minutes: None,
            zone: None,
            written,
            edited: None,
            binned: None,
            source: None,
            extra: serde_json::Map::new(),
        }
    }

    fn text(entries: &[Entry], options: &LogOptions) -> String {
        text_in("en", entries, options)
    }

    fn text_in(language: &str, entries: &[Entry], options: &LogOptions) -> String {
        let (words, mut out) = (Words::of(language), Vec::new());
        let span = entries.first().map(|first| (first.day, entries[entries.len() - 1].day));
        let mut writer = crate::MarkdownWriter::begin(&mut out, span, options, &words).unwrap();
        entries.iter().for_each(|entry| writer.entry(entry.clone()).unwrap());
        writer.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn feelings_costs_and_their_words_stay_home_until_they_are_asked_for() {
        let entries = [entry("2026-02-28", Kind::Moment)];
        let shown = text(&entries, &LogOptions::default());
        for kept_home in ["tired", "took a lot", "short staffed", "You stayed"] {
            assert!(!shown.contains(kept_home), "{kept_home}");
        }
        for told in ["Sat down.", "nurse", "They told me", "Made it simple", "February 2026"] {
            assert!(shown.contains(told), "{told}");
        }
        let asked = text(&entries, &LogOptions { with_feelings: true, with_their_words: true, ..LogOptions::default() });
        for told in ["tired", "It took a lot out of me", "short staffed", "> You stayed."] {
            assert!(asked.contains(told), "{told}");
        }
    }

    #[test]
    fn a_reader_learns_the_month_and_not_the_day() {
        let entries = [entry("2026-02-28", Kind::Moment)];
        assert!(!text(&entries, &LogOptions::default()).contains("28"));
        assert!(text(&entries, &LogOptions { with_days: true, ..LogOptions::default() }).contains("28 February 2026"));
    }

    #[test]
    fn hard_days_quiet_days_reflections_and_the_bin_are_left_out_by_default() {
        let mut binned = entry("2026-02-28", Kind::Moment);
        binned.binned = Some(Stamp::from_millis(1));
        let out = [Kind::HardDay, Kind::QuietDay, Kind::Reflection].map(|kind| entry("2026-02-28", kind));
        assert_eq!(Log::build(out, &LogOptions::default(), &Words::english()).moments, 0);
        assert_eq!(Log::build([binned], &LogOptions::default(), &Words::english()).moments, 0);
    }

    #[test]
    fn a_guide_leaves_by_its_own_rule_and_a_check_in_never() {
        let everything = LogOptions { kinds: Vec::new(), ..LogOptions::default() };
        let walked = |export| {
            let mut e = entry("2026-02-28", Kind::Guide);
            e.writing.text.clear();
            e.writing.guide = Some(Walk { id: "a-guide".into(), export });
            e.writing.answers = vec![Answer { field: "action".into(), text: "Found the lost form".into() }];
            e
        };
        assert!(text(&[walked(ExportRule::Ask)], &everything).contains("Found the lost form"));
        assert!(!text(&[walked(ExportRule::Ask)], &LogOptions::default()).contains("lost form"), "nobody asked for guides");
        assert!(!text(&[walked(ExportRule::Never)], &everything).contains("lost form"));
        for kind in [Kind::CheckIn, Kind::Mission] {
            assert_eq!(Log::build([entry("2026-02-28", kind)], &everything, &Words::english()).moments, 0, "{kind}");
        }
    }

    #[test]
    fn every_word_that_is_not_the_persons_own_is_of_the_chosen_language() {
        let entries = [entry("2026-02-28", Kind::Moment)];
        let options = LogOptions { with_days: true, with_feelings: true, with_their_words: true, ..LogOptions::default() };
        let shown = text_in("qps", &entries, &options);
        let own = ["Sat down.", "nurse", "You stayed.", "short staffed"];
        let rest = own.iter().fold(shown, |rest, words| rest.replacen(words, "", 1));
        let english: Vec<_> = rest.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 1 && w.is_ascii()).collect();
        assert!(english.is_empty(), "{english:?} in {rest}");
    }

    #[test]
    fn a_preview_tells_how_much_the_whole_holds() {
        let entries: Vec<Entry> = (1..=9).map(|m| entry(&format!("2026-0{m}-01"), Kind::Moment)).collect();
        let log = Log::build(entries, &LogOptions::default(), &Words::english()).beginning(3);
        assert_eq!((log.blocks.len(), log.moments), (3, 9));
    }
}
