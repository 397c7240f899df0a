//! The identifier check: what in a text could tell who somebody is, found on this computer by rules that can be read. Nothing is
//! judged and nothing changed here; every hit is for a person to answer.
//!
//! Pure: a text and what is known, and the hits come back. No model, no clock, no disk. Must never hold a text after it was searched.

mod amounts;
mod beds;
mod births;
mod checks;
mod mails;
mod money;
mod names;
mod national;
mod near;
mod phones;
mod plain;
mod postcodes;
mod records;
mod streets;
mod tokens;

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;

use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;
use tokens::Token;

model::named! {
    /// What sort of identifier something is, the most telling first: where two claim the same letters, the earlier one has them.
    Identifier {
        /// An e-mail address.
        Email = "email",
        /// A bank account's number whose sum comes out.
        Iban = "iban",
        /// A payment card's number whose sum comes out.
        Card = "payment-card",
        /// A number that a state gives a person, or a passport's.
        NationalId = "national-id",
        /// A phone number of any country.
        Phone = "phone",
        /// A date of birth, or a full date long ago.
        BirthDate = "birth-date",
        /// A postcode, with the town written after it.
        Postcode = "postcode",
        /// Street and number.
        Address = "address",
        /// A bed, room, ward or case by its number.
        Bed = "bed-or-room",
        /// An account, order, case or other record by its number.
        Record = "record-number",
        /// A name, or what may be one.
        Name = "name",
    }
}

/// Something in a text that could tell who somebody is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Hit {
    /// What sort of thing it is.
    pub kind: Identifier,
    /// Where it stands: bytes of the text, on the boundaries of its letters.
    pub range: Range<usize>,
}

/// What a journal knows, for the search in one of its texts.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Names and nicknames of the people in it.
    pub people: &'a [String],
    /// How often a word (folded by [`model::fold`]) was written in it with a small first letter. Less than twice makes a capital suspicious.
    pub seen_small: &'a dyn Fn(&str) -> u32,
    /// The year that it is now: dates long before it are birthdays.
    pub this_year: i32,
}

impl<'a> Known<'a> {
    /// Of a text that is in no journal.
    #[must_use]
    pub fn nothing(this_year: i32) -> Known<'a> {
        Known { people: &[], seen_small: &|_| 0, this_year }
    }
}

/// The language whose habits a text has, as far as they matter here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tongue {
    English,
    /// Writes every noun with a capital.
    German,
    Other,
}

/// What every family is given.
struct Find<'a> {
    text: &'a str,
    tokens: &'a [Token<'a>],
    known: &'a Known<'a>,
    tongue: Tongue,
}

impl Find<'_> {
    /// Neither letter nor digit directly before or after.
    fn stands_alone(&self, start: usize, end: usize) -> bool {
        let before = self.text[..start].chars().next_back();
        let after = self.text[end..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    }
}

/// What the families found, not yet parted from each other.
#[derive(Default)]
struct Found(Vec<(Identifier, Range<usize>)>);

impl Found {
    fn add(&mut self, kind: Identifier, range: Range<usize>) {
        if !range.is_empty() {
            self.0.push((kind, range));
        }
    }
}

/// What in a text could tell who somebody is: in the order of the text, none within another, in time that grows with its length.
#[must_use]
pub fn identifiers(text: &str, known: &Known<'_>) -> Vec<Hit> {
    let plain = plain::Plain::of(text);
    let tokens = tokens::tokens(&plain.text);
    let of = Find { text: &plain.text, tokens: &tokens, known, tongue: tongue(&tokens) };
    let mut found = Found::default();
    let families: [fn(&Find<'_>, &mut Found); 10] = [
        mails::find,
        money::find,
        national::find,
        phones::find,
        births::find,
        postcodes::find,
        streets::find,
        beds::find,
        records::find,
        names::find,
    ];
    for family in families {
        family(&of, &mut found);
    }
    parted(found, &plain.text).into_iter().map(|(range, kind)| Hit { kind, range: plain.own(&range) }).collect()
}

/// The most telling first, then the longest; what is left of a name or a number beside another hit stays one.
fn parted(found: Found, text: &str) -> Vec<(Range<usize>, Identifier)> {
    let mut all = found.0;
    all.sort_by_key(|(kind, range)| (*kind, std::cmp::Reverse(range.len()), range.start));
    let mut taken: BTreeMap<usize, (usize, Identifier)> = BTreeMap::new();
    for (kind, range) in all {
        let free = free(&taken, &range);
        let whole = free.len() == 1 && free[0] == range;
        // Two digits that are left of a number tell nobody anything.
        let least = if kind == Identifier::Record { 3 } else { 2 };
        for part in free.into_iter().filter(|_| whole || matches!(kind, Identifier::Name | Identifier::Record)) {
            let part = trimmed(text, part);
            if text[part.clone()].chars().filter(|c| c.is_alphanumeric()).count() >= least {
                taken.insert(part.start, (part.end, kind));
            }
        }
    }
    taken.into_iter().map(|(start, (end, kind))| (start..end, kind)).collect()
}

/// The parts of a range that nothing has taken.
fn free(taken: &BTreeMap<usize, (usize, Identifier)>, range: &Range<usize>) -> Vec<Range<usize>> {
    let (mut parts, mut from) = (Vec::new(), range.start);
    let before = taken.range(..range.start).next_back().map(|(start, (end, _))| (*start, *end));
    let within = taken.range(range.clone()).map(|(start, (end, _))| (*start, *end));
    for (start, end) in before.into_iter().chain(within) {
        if start > from {
            parts.push(from..start);
        }
        from = from.max(end);
    }
    if from < range.end {
        parts.push(from..range.end);
    }
    parts
}

/// Without the spaces and signs at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '.' | '\'' | '"');
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start_matches(edge).len());
    start..start + text[start..range.end].trim_end_matches(edge).len()
}

/// Small words that only one of the two has.
const ENGLISH: &[&str] = &[
    "the", "and", "of", "with", "that", "she", "he", "they", "her", "his", "my", "was", "were", "it", "for", "not", "from", "this", "had",
    "have", "you", "at", "who", "when", "after", "before", "again", "back", "about", "would", "could", "their", "then", "by", "to", "him",
    "them", "what", "said", "called", "told", "asked", "please", "thank",
];
const GERMAN: &[&str] = &[
    "der", "das", "und", "ist", "nicht", "ich", "ein", "eine", "einen", "einer", "einem", "den", "dem", "mit", "auf", "für", "bei", "nach",
    "von", "wir", "habe", "hatte", "wurde", "sich", "auch", "noch", "kein", "keine", "sie", "er", "zu", "im", "am", "aus", "heute",
    "wieder", "dann", "war", "hat", "vom", "zum", "zur", "wie", "aber", "als", "dass", "die", "bitte", "mir", "ihr", "ihm", "wegen", "um",
    "vor", "dank", "ihre", "ihren", "ihrer", "seine", "seinen", "mein", "meine", "meinen", "unser", "unsere", "dieser", "diese", "wo",
    "was", "ab", "bis", "seine", "über", "beim", "seit", "neue", "neuer",
];
const OTHERS: &[&str] = &[
    "le", "la", "les", "des", "une", "est", "et", "je", "il", "elle", "pour", "avec", "dans", "que", "qui", "au", "du", "el", "los", "las",
    "una", "un", "y", "con", "por", "para", "se", "en", "del", "di", "il", "che", "per", "con", "lo", "della", "è", "het", "een", "van",
    "ik", "niet", "zij", "op", "met", "voor", "aan", "bij", "nie", "na", "do", "się", "z", "w", "i", "że", "jest", "od", "przy", "o",
    "que", "não", "uma", "com", "de", "à", "mi", "su", "ha", "naar", "is",
];

fn tongue(tokens: &[Token<'_>]) -> Tongue {
    let mut count = [0usize; 3];
    for token in tokens.iter().filter(|t| t.is_word() && t.text.len() < 9) {
        let small = token.text.to_lowercase();
        for (n, words) in [ENGLISH, GERMAN, OTHERS].iter().enumerate() {
            count[n] += usize::from(words.contains(&small.as_str()));
        }
        count[1] += usize::from(small.contains(['ß', 'ä', 'ü']) && !token.joined);
    }
    // A note of three nouns has no small words.
    let noun = |t: &&Token<'_>| {
        t.is_capital()
            && ["heit", "keit", "schaft", "haus", "tung", "lung", "nung", "rung", "zimmer", "straße"]
                .iter()
                .any(|end| t.text.ends_with(end))
    };
    count[1] += tokens.iter().filter(|t| !t.fresh).filter(noun).count();
    match count {
        [english, german, other] if english >= german && english >= other && english > 0 => Tongue::English,
        [_, german, other] if german > 0 && german >= other => Tongue::German,
        _ => Tongue::Other,
    }
}
