//! Names: those of the people in the journal, what follows a title, given names that many bear, and capitals that the journal itself
//! makes suspicious. Must never hold a name that a person wrote; the lists here are of everybody.
//!
//! In the middle of a sentence a capital letter tells a name, unless the journal (or the text) knows the word with a small letter. German
//! writes every noun so; there a capital alone tells nothing, and only titles, roles (“Kollegin Yilmaz”), given names with what follows
//! them, and the people of the journal do.

mod words;

use super::tokens::Token;
use super::{Find, Found, Identifier, Tongue};
use model::fold;
use std::collections::{BTreeMap, HashSet};
use words::{AND, DID, GIVEN, HURRIED, LEARNED, NOTED, ORDINARY, PARTICLES, ROLES, TITLES, WORDS_TOO};

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    let mut names = Names {
        of,
        folded: of.tokens.iter().map(|t| if t.is_word() { fold(t.text) } else { String::new() }).collect(),
        is: vec![false; of.tokens.len()],
    };
    names.people();
    names.after_titles();
    names.initials();
    names.given();
    if of.tongue != Tongue::German {
        names.suspicious();
    }
    names.again();
    names.tell(found);
    without_gaps(of, found);
}

/// Which tokens are of a name.
struct Names<'a> {
    of: &'a Find<'a>,
    folded: Vec<String>,
    is: Vec<bool>,
}

impl Names<'_> {
    fn token(&self, at: usize) -> Option<&Token<'_>> {
        self.of.tokens.get(at)
    }

    /// A capital and a small letter: how a name is written by whoever does not shout.
    fn is_named(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.is_capital() && !t.is_shouted() && t.text.chars().nth(1).is_some()) && !self.is_ordinary(at)
    }

    fn is_ordinary(&self, at: usize) -> bool {
        let word = self.folded[at].as_str();
        ORDINARY.contains(word) || word.split('\'').next().is_some_and(|head| word.contains('\'') && ORDINARY.contains(head))
    }

    /// Directly after the one before, with a space between that is no line's end.
    fn follows(&self, at: usize) -> bool {
        let (Some(last), Some(next)) = (self.token(at.wrapping_sub(1)), self.token(at)) else { return false };
        !next.fresh && next.start - last.end() < 3
    }

    /// People of the journal: whole names, and the longer words of them that are written with a capital.
    fn people(&mut self) {
        let mut whole: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        let mut parts: HashSet<String> = HashSet::new();
        for person in self.of.known.people {
            let words: Vec<&str> = person.split(|c: char| c.is_whitespace() || c == '-').filter(|w| !w.is_empty()).collect();
            parts.extend(words.iter().filter(|w| words.len() > 1 && is_long(w) && w.starts_with(char::is_uppercase)).map(|w| fold(w)));
            let exact = words.len() == 1 && !is_long(words[0]);
            let words: Vec<String> = words.iter().map(|w| if exact { (*w).to_owned() } else { fold(w) }).collect();
            if let Some(first) = words.first() {
                whole.entry(first.clone()).or_default().push(words);
            }
        }
        for at in 0..self.is.len() {
            let Some(token) = self.of.tokens.get(at).filter(|t| t.is_word()) else { continue };
            let of_short = whole.get(token.text).filter(|_| !is_long(token.text));
            for words in whole.get(&self.folded[at]).into_iter().chain(of_short).flatten() {
                if let Some(last) = self.spelled(at, words) {
                    self.is[at..=last].fill(true);
                }
            }
            self.is[at] |= token.is_capital() && parts.contains(&self.folded[at]);
        }
    }

    /// The last token of the words that begin here, dashes between them passed over.
    fn spelled(&self, at: usize, words: &[String]) -> Option<usize> {
        let mut next = at;
        for (n, word) in words.iter().enumerate() {
            if n > 0 {
                next += 1 + usize::from(self.token(next + 1)?.is("-"));
            }
            let same = self.folded.get(next)? == word || self.token(next)?.text == word;
            (same && (n == 0 || self.follows(next) || self.token(next - 1)?.is("-"))).then_some(())?;
        }
        Some(next)
    }

    fn after_titles(&mut self) {
        for at in 0..self.is.len() {
            let Some(token) = self.of.tokens.get(at).filter(|t| t.is_word()) else { continue };
            let (title, role) = (token.is_one_of(TITLES), token.is_one_of(ROLES));
            // “M. Dupont” is an initial, too; “fr” and “don” in small letters are words.
            if !(title || role)
                || (title
                    && token.text.len() < 4
                    && !token.is_capital()
                    && !(token.is_one_of(HURRIED) || token.is("pan") || self.token(at + 1).is_some_and(|t| t.is(".") && t.joined)))
            {
                continue;
            }
            let mut next = at + 1;
            if title && self.token(next).is_some_and(|t| t.is(".")) {
                next += 1;
            }
            // “Herr Dr. Weiß”, “Frau Prof. Dr. Weiß”.
            while title && self.token(next).is_some_and(|t| t.is_capital() && t.is_one_of(&["dr", "prof", "doktor", "professor"])) {
                next += 1 + usize::from(self.token(next + 1).is_some_and(|t| t.is(".")));
            }
            // “Dr. med. Weiß”, “Dr.-Ing. Weiß”.
            while title && self.token(next).is_some_and(|t| t.is_one_of(LEARNED) || (t.joined && (t.is("-") || t.is(".")))) {
                next += 1;
            }
            // “Mr and Mrs Doyle”.
            let two = title && self.token(next).is_some_and(|t| t.is_one_of(AND) || t.is("&"));
            if two && self.token(next + 1).is_some_and(|t| t.is_capital() && t.is_one_of(TITLES)) {
                next += 2 + usize::from(self.token(next + 2).is_some_and(|t| t.is(".")));
            }
            if let Some(last) = self.name_from(next, title) {
                let first = if title { at } else { next };
                self.is[first..=last].fill(true);
            } else if title && token.is_one_of(HURRIED) && !token.is_capital() && self.is_small_name(next) {
                self.is[at..=next].fill(true);
            }
        }
    }

    /// “mrs hale”, where nobody had time for capitals. That the journal writes it small says nothing: it may be the name each time.
    fn is_small_name(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.is_word() && t.text.chars().count() > 2) && self.follows(at) && !self.is_ordinary(at)
    }

    /// The last token of a name that begins here.
    fn name_from(&self, at: usize, after_title: bool) -> Option<usize> {
        let mut first = at;
        // An initial, or “von der”.
        for _ in 0..3 {
            let initial = self.token(first)?.is_capital() && self.folded[first].chars().count() == 1 && self.token(first + 1)?.is(".");
            let particle = after_title && self.token(first)?.is_one_of(PARTICLES) && !self.token(first)?.fresh;
            let elided = after_title && self.token(first)?.is_one_of(&["d", "l"]) && self.token(first + 1)?.is("'");
            first += if initial || elided { 2 } else { usize::from(particle) };
        }
        let begins = self.token(first)?;
        let shouted = after_title && begins.is_shouted() && begins.text.chars().count() > 2;
        ((self.is_named(first) || shouted) && !begins.fresh && begins.start.saturating_sub(self.token(first - 1)?.end()) < 3)
            .then(|| self.name_end(first))
    }

    /// The last token of the name whose first word is at `at`.
    fn name_end(&self, at: usize) -> usize {
        let mut last = at;
        for _ in 0..4 {
            if self.token(last + 1).is_some_and(|t| t.is("-") && t.joined)
                && self.token(last + 2).is_some_and(|t| t.joined && t.is_capital())
            {
                last += 2;
                continue;
            }
            let small = (0..3).take_while(|n| self.token(last + 1 + n).is_some_and(|t| t.is_one_of(PARTICLES) && !t.is_capital())).count();
            let next = last + 1 + small;
            // Where nouns bear capitals, the next one is more likely a thing than a second surname.
            // “Anna Baker”, however often the journal speaks of a baker.
            let given = GIVEN.contains(&self.folded[last]);
            let may = self.of.tongue != Tongue::German || small > 0 || given;
            if may
                && self.is_named(next)
                && (small == 0 || self.of.tokens[last + 1].start - self.of.tokens[last].end() < 2)
                && self.follows(next)
                && (given || !self.is_known_small(next))
                && !self.of.tokens[next].is_one_of(TITLES)
            {
                last = next;
            } else {
                break;
            }
        }
        last
    }

    /// `J. Okafor`, `M. Dupont`.
    fn initials(&mut self) {
        for at in 0..self.is.len() {
            let initial = self.token(at).is_some_and(|t| t.is_capital() && t.text.chars().count() == 1)
                && self.token(at + 1).is_some_and(|t| t.is(".") && t.joined);
            let plan = at.checked_sub(1).is_some_and(|before| {
                self.token(before).is_some_and(|t| t.is_word() || t.is(".")) && !self.token(at).is_some_and(|t| t.fresh)
            });
            let german = self.of.tongue == Tongue::German;
            if initial
                && self.is_named(at + 2)
                && !self.is_known_small(at + 2)
                && !(plan && (german || self.token(at + 2).is_some_and(|t| t.fresh)))
            {
                let last = self.name_end(at + 2);
                self.is[at..=last].fill(true);
            }
        }
    }

    fn given(&mut self) {
        for at in 0..self.is.len() {
            if !self.is[at] && self.is_named(at) && GIVEN.contains(&self.folded[at]) {
                let last = self.name_end(at);
                self.is[at..=last].fill(true);
            }
        }
    }

    /// Capitals in the middle of a sentence that neither the journal nor this text knows as a word.
    fn suspicious(&mut self) {
        let small: HashSet<&str> = self
            .of
            .tokens
            .iter()
            .zip(&self.folded)
            .filter(|(t, _)| t.is_word() && !t.is_capital() && !t.joined)
            .map(|(_, folded)| folded.as_str())
            .collect();
        let titled = self.titled();
        let untitled: Vec<usize> = (0..self.is.len()).filter(|at| !titled[*at]).collect();
        let inner = |at: &usize| !self.of.tokens[*at].fresh && self.of.tokens[*at].is_capital() && !self.is_part(*at);
        let new = untitled.iter().copied().filter(inner).filter(|at| {
            let token = &self.of.tokens[*at];
            let word_too = token.is_one_of(WORDS_TOO) && !token.is_shouted();
            let known = small.contains(self.folded[*at].as_str()) || self.is_known_small(*at);
            word_too || (self.is_named(*at) && self.folded[*at].chars().count() > 2 && !known)
        });
        for at in new.collect::<Vec<_>>() {
            self.is[at] = true;
        }
        for at in untitled {
            self.is[at] |= self.begins(at);
        }
    }

    /// A name at the beginning of a sentence: before another name (“Oyelaran Adebayo rang”), or before what people do (“Hale said”).
    fn begins(&self, at: usize) -> bool {
        let (Some(token), Some(next)) = (self.token(at), self.token(at + 1)) else { return false };
        let may = token.fresh && self.is_named(at) && self.follows(at + 1) && !token.is_one_of(NOTED) && !token.is_one_of(ROLES);
        let verb = (token.text.ends_with("ed") && token.text.len() > 4) || token.text.ends_with("ing");
        let unknown = !self.is_known_small(at) && !verb && !token.is_one_of(TITLES);
        let named = self.is[at + 1] && next.is_capital() && unknown && self.of.tongue == Tongue::English;
        let did = self.of.tongue == Tongue::English && next.is_one_of(DID) && (unknown || token.is_one_of(WORDS_TOO));
        may && (named || did)
    }

    /// Of a word with digits, an address of the web, or a shortening.
    fn is_part(&self, at: usize) -> bool {
        let next_joined = self.token(at + 1).is_some_and(|t| t.joined && (t.is_number() || t.is("@") || t.is("_") || t.is("+")));
        let joined = self.of.tokens[at].joined
            && at.checked_sub(1).is_some_and(|b| !self.of.tokens[b].is("-") && !self.of.tokens[b].is("'") && !self.of.tokens[b].is("/"));
        next_joined || joined
    }

    fn is_known_small(&self, at: usize) -> bool {
        // Once may be a name in a hurry.
        (self.of.known.seen_small)(&self.folded[at]) > 1
    }

    /// Sentences in which most words bear a capital: a heading tells nothing by them.
    fn titled(&self) -> Vec<bool> {
        let mut titled = vec![false; self.is.len()];
        let mut first = 0;
        for at in 1..=self.is.len() {
            if at == self.is.len() || self.of.tokens[at].fresh {
                let words = self.of.tokens[first..at].iter().filter(|t| t.is_word() && t.text.chars().count() > 2);
                let begins = self.of.tokens[first].is_capital();
                let (all, capitals) = words.fold((0, 0), |(all, capitals), t| (all + 1, capitals + usize::from(t.is_capital())));
                if begins && all > 3 && capitals * 10 >= all * 8 {
                    titled[first..at].fill(true);
                }
                first = at;
            }
        }
        titled
    }

    /// Whoever is a name in one place is one at the beginning of a sentence, too.
    fn again(&mut self) {
        let named: HashSet<String> = (0..self.is.len())
            .filter(|at| self.is[*at] && self.is_named(*at) && !self.of.tokens[*at].is_one_of(TITLES) && is_long(&self.folded[*at]))
            .map(|at| self.folded[at].clone())
            .collect();
        for at in 0..self.is.len() {
            self.is[at] |= self.is_named(at) && named.contains(&self.folded[at]);
        }
    }

    /// Words that stand together are one hit.
    fn tell(&self, found: &mut Found) {
        let mut at = 0;
        while at < self.is.len() {
            if !self.is[at] {
                at += 1;
                continue;
            }
            let (first, mut last) = (at, at);
            loop {
                let dash = usize::from(self.token(last + 1).is_some_and(|t| t.is("-") && t.joined));
                let next = last + 1 + dash;
                let tied = self.is.get(next).is_some_and(|is| *is) && (dash == 1 || self.follows(next));
                if !tied {
                    break;
                }
                last = next;
            }
            found.add(Identifier::Name, self.of.tokens[first].start..self.of.tokens[last].end());
            at = last + 1;
        }
    }
}

/// Scripts that put no space between words hide a name among its neighbours: there it is sought letter by letter.
fn without_gaps(of: &Find<'_>, found: &mut Found) {
    let unspaced = |c: char| matches!(c as u32, 0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x9fff | 0x20000..=0x3134f);
    for person in of.known.people {
        if person.chars().count() > 1 && person.chars().any(unspaced) {
            for (start, name) in of.text.match_indices(person.as_str()) {
                found.add(Identifier::Name, start..start + name.len());
            }
        }
    }
}

/// Long enough to be sought without regard to capitals.
fn is_long(word: &str) -> bool {
    word.chars().count() > 2
}
