//! What stands beside a place in a plain text: the words shortly before it, and what is left of a number without its spaces.
//! Must never hold a rule about one sort of identifier.

use model::fold;
use regex::{Regex, RegexBuilder};

/// How far back words are looked for, in bytes.
const BACK: usize = 48;
/// Words that may stand between what a number is called and the number, folded.
const BETWEEN: &[&str] = &[
    "no", "nr", "n", "num", "number", "numbers", "nummer", "numero", "numer", "id", "is", "was", "ist", "war", "lautet", "est", "es", "e",
    "the", "my", "his", "her", "the", "del", "de", "della", "cliente", "client", "with", "of", "on", "under", "quote", "code", "o", "le",
    "el", "il", "am", "op", "w", "em", "in", "dia",
];

/// A shape of ASCII letters and digits, read once.
pub(super) fn shape(shape: &str) -> Option<Regex> {
    RegexBuilder::new(shape).unicode(false).build().ok()
}

/// The letters and digits alone, as capitals.
pub(super) fn bare(number: &str) -> String {
    number.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// The words of the same sentence that stand before a place, folded, a space before and after each.
pub(super) fn before(text: &str, at: usize) -> String {
    let mut from = at.saturating_sub(BACK);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    // A word that is cut in two is none.
    let back = if from == 0 { &text[..at] } else { text[from..at].split_once(' ').map_or("", |(_, rest)| rest) };
    let back = back.rsplit(['\n', '!', '?', ';']).next().unwrap_or_default();
    // “no. 12” and “geb. 1948” end nothing: a sentence ends after a word of four letters.
    let ends = |at: usize| back[..at].chars().rev().take(4).all(char::is_alphabetic) && !back[at + 1..].trim().is_empty();
    let from = back.rmatch_indices(". ").map(|(at, _)| at).find(|at| *at > 3 && ends(*at)).map_or(0, |at| at + 1);
    spaced(&back[from..])
}

/// The words of the same sentence that stand after a place, as above.
pub(super) fn after(text: &str, at: usize) -> String {
    let mut to = text.len().min(at + BACK / 2);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    spaced(text[at..to].split(['\n', '!', '?', ';', '.']).next().unwrap_or_default())
}

fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    for word in fold(text).split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\'')) {
        if !word.is_empty() {
            out.push_str(word);
            out.push(' ');
        }
    }
    out
}

/// Whether one of the words is said anywhere shortly before the place.
pub(super) fn said_before(text: &str, at: usize, words: &[&str]) -> bool {
    holds(&before(text, at), words)
}

/// Whether one of the words (or several together) is in a text of [`before`] or [`after`].
pub(super) fn holds(spaced: &str, words: &[&str]) -> bool {
    words.iter().any(|word| spaced.match_indices(word).any(|(at, _)| stands(spaced, at, word.len())))
}

fn stands(spaced: &str, at: usize, len: usize) -> bool {
    let bytes = spaced.as_bytes();
    at > 0 && matches!(bytes[at - 1], b' ' | b'\'') && matches!(bytes.get(at + len), Some(b' ' | b'\''))
}

/// Whether one of the words is the last one before the place, but for words such as “number” and “is”.
pub(super) fn said_directly_before(text: &str, at: usize, words: &[&str]) -> bool {
    let before = before(text, at);
    let mut rest = before.trim_end();
    for _ in 0..4 {
        if words.iter().any(|word| rest.strip_suffix(word).is_some_and(|head| head.ends_with([' ', '\'']))) {
            return true;
        }
        let (head, last) = rest.rsplit_once(' ').unwrap_or(("", rest));
        if !BETWEEN.contains(&last) {
            return false;
        }
        rest = head;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_place_are_those_of_its_sentence() {
        let text = "Her order was late. The case no. is 4711";
        let at = text.find("4711").unwrap();
        assert!(said_before(text, at, &["case"]) && said_directly_before(text, at, &["case"]));
        assert!(!said_before(text, at, &["order"]) && !said_directly_before(text, at, &["the"]));
        assert!(said_directly_before("n° de sécu : 1", 15, &["secu"]));
        assert_eq!(after("1948 (born) there. Not this", 4), " born there ");
        assert_eq!(before("ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ 1", 61), " ");
    }
}
