//! Measures the identifier check on the labelled sentences of `corpus/`, and holds what is published of it to what was measured.

use super::{Identifier, Known, identifiers};
use model::fold;
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;

/// The sentences that the rules were tried on.
const TRIED: [&str; 5] = [
    include_str!("../../corpus/english.txt"),
    include_str!("../../corpus/german.txt"),
    include_str!("../../corpus/french.txt"),
    include_str!("../../corpus/spanish.txt"),
    include_str!("../../corpus/others.txt"),
];
/// Those that were written before, and never looked at to change a rule.
const HELD_BACK: &str = include_str!("../../corpus/held-back.txt");
/// The people that the journal of these sentences knows.
const PEOPLE: [&str; 3] = ["Rosalie", "Bo", "Odile Perrin"];
const YEAR: i32 = 2026;

type Labelled = (Identifier, Range<usize>);

/// A sentence without its labels, and where they were.
fn read(line: &str) -> (String, Vec<Labelled>) {
    let (mut text, mut labels, mut rest) = (String::new(), Vec::new(), line);
    while let Some((before, label)) = rest.split_once("{{") {
        let (label, after) = label.split_once("}}").unwrap_or_else(|| panic!("a label is not closed: {line}"));
        let (kind, words) = label.split_once('|').unwrap_or_else(|| panic!("a label without its kind: {line}"));
        text.push_str(before);
        labels.push((kind.parse().unwrap_or_else(|()| panic!("{kind} is no kind: {line}")), text.len()..text.len() + words.len()));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    (text, labels)
}

fn sentences(files: &[&str]) -> Vec<(String, Vec<Labelled>)> {
    files.iter().flat_map(|file| file.lines()).filter(|line| !line.starts_with('#') && !line.is_empty()).map(read).collect()
}

/// What was found of one kind: rightly (same kind, same letters), wrongly, and what was missed; and what of it no hit of any kind covers.
#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    wrong: usize,
    missed: usize,
    open: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        (self.right, self.wrong) = (self.right + other.right, self.wrong + other.wrong);
        (self.missed, self.open) = (self.missed + other.missed, self.open + other.open);
    }

    fn share(part: usize, of: usize) -> f64 {
        // There are hundreds of sentences, not billions.
        if of == 0 { 100.0 } else { f64::from(u32::try_from(part).unwrap()) * 100.0 / f64::from(u32::try_from(of).unwrap()) }
    }

    fn labels(self) -> usize {
        self.right + self.missed
    }

    fn precision(self) -> f64 {
        Self::share(self.right, self.right + self.wrong)
    }

    fn recall(self) -> f64 {
        Self::share(self.right, self.labels())
    }

    fn covered(self) -> f64 {
        Self::share(self.labels() - self.open, self.labels())
    }
}

/// The counts of each kind, and the slips in words.
fn measure(sentences: &[(String, Vec<Labelled>)]) -> (Vec<(Identifier, Count)>, Vec<String>) {
    let people = PEOPLE.map(str::to_owned);
    let mut small: HashMap<String, u32> = HashMap::new();
    for (text, labels) in sentences {
        // A journal counts its words, not the letters of an address.
        let mut words = text.clone();
        for (_, range) in labels.iter().rev().filter(|(kind, _)| *kind == Identifier::Email) {
            words.replace_range(range.clone(), "");
        }
        for word in words.split(|c: char| !c.is_alphabetic()).filter(|w| w.starts_with(char::is_lowercase)) {
            *small.entry(fold(word)).or_default() += 1;
        }
    }
    let seen_small = |word: &str| small.get(word).copied().unwrap_or_default();
    let known = Known { people: &people, seen_small: &seen_small, this_year: YEAR };
    let mut counts: Vec<(Identifier, Count)> = Identifier::ALL.iter().map(|kind| (*kind, Count::default())).collect();
    let mut slips = Vec::new();
    for (text, labels) in sentences {
        let hits: Vec<Labelled> = identifiers(text, &known).into_iter().map(|hit| (hit.kind, hit.range)).collect();
        for (kind, count) in &mut counts {
            let of = |all: &[Labelled]| all.iter().filter(|(k, _)| k == kind).cloned().collect::<Vec<_>>();
            let (mine, theirs) = (of(&hits), of(labels));
            let right = mine.iter().filter(|hit| theirs.contains(hit)).count();
            let open = |label: &&Labelled| {
                text[label.1.clone()]
                    .char_indices()
                    .any(|(at, c)| c.is_alphanumeric() && !hits.iter().any(|(_, r)| r.contains(&(label.1.start + at))))
            };
            count.add(Count { right, wrong: mine.len() - right, missed: theirs.len() - right, open: theirs.iter().filter(open).count() });
        }
        if hits != *labels {
            let told =
                |all: &[Labelled]| all.iter().map(|(kind, range)| format!("{kind}|{}", &text[range.clone()])).collect::<Vec<_>>().join(" ");
            slips.push(format!("{text}\n    found  {}\n    wanted {}", told(&hits), told(labels)));
        }
    }
    (counts, slips)
}

fn total(counts: &[(Identifier, Count)]) -> Count {
    counts.iter().fold(Count::default(), |mut all, (_, count)| {
        all.add(*count);
        all
    })
}

fn table(counts: &[(Identifier, Count)]) -> String {
    let mut out = String::from("| kind | in the sentences | precision | recall | covered |\n|---|---:|---:|---:|---:|\n");
    let rows = counts.iter().map(|(kind, count)| (kind.to_string(), *count)).chain([("**all**".to_owned(), total(counts))]);
    for (name, count) in rows {
        let (p, r, c) = (count.precision(), count.recall(), count.covered());
        let _ = writeln!(out, "| {name} | {} | {p:.1} % | {r:.1} % | {c:.1} % |", count.labels());
    }
    out
}

/// What stands in the document between the two marks of this name.
fn published(document: &str, name: &str) -> Range<usize> {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = document.find(&open).unwrap_or_else(|| panic!("IDENTIFIERS.md has no {open}")) + open.len();
    start..document.find(&close).unwrap_or_else(|| panic!("IDENTIFIERS.md has no {close}"))
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the document is rewritten where it is kept, under version control")]
fn what_is_published_is_what_is_measured_and_it_does_not_sink() {
    let (tried, held) = (sentences(&TRIED), sentences(&[HELD_BACK]));
    let ((counts, slips), (held_counts, held_slips)) = (measure(&tried), measure(&held));
    println!("{}\n{}\n{}", slips.join("\n"), table(&counts), table(&held_counts));
    if std::env::var_os("HELD_BACK").is_some() {
        println!("{}", held_slips.join("\n"));
    }
    let without = |all: &[(String, Vec<Labelled>)]| all.iter().filter(|(_, labels)| labels.is_empty()).count();
    assert!(tried.len() >= 400 && without(&tried) * 10 >= tried.len() * 4, "{} sentences, {} without a hit", tried.len(), without(&tried));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../IDENTIFIERS.md");
    let mut document = std::fs::read_to_string(path).unwrap();
    let told = |all: &[(String, Vec<Labelled>)], counts| {
        format!("{} sentences, {} of them without a hit.\n\n{}", all.len(), without(all), table(counts))
    };
    for (name, measured) in [("tried", told(&tried, &counts)), ("held back", told(&held, &held_counts))] {
        let place = published(&document, name);
        if std::env::var_os("UPDATE").is_some() {
            document.replace_range(place, &measured);
        } else {
            assert_eq!(document[place], measured, "UPDATE=1 rewrites it");
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, document).unwrap();
    }
    for (kind, count) in &counts {
        let floor = if *kind == Identifier::Name { 92.0 } else { 97.0 };
        assert!(count.precision() >= floor && count.recall() >= floor, "{kind}: {:.1} %, {:.1} %", count.precision(), count.recall());
    }
    let (all, held) = (total(&counts), total(&held_counts));
    assert!(all.precision() >= 98.0 && all.recall() >= 97.0 && all.covered() >= 97.0, "tried");
    assert!(held.precision() >= 94.0 && held.recall() >= 92.0 && held.covered() >= 92.0, "held back");
}
