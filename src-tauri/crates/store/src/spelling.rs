//! What counts as a word, in the index, in a question and in an excerpt alike: one reading for all three.
//!
//! Words are folded by `model::fold`. Scripts that are written without spaces, and pictures such as emoji, are
//! taken one character at a time; a question's neighbouring characters then have to be neighbours in the text.

use model::fold;
use std::ops::{ControlFlow, Range};
use unicode_normalization::char::is_combining_mark;

/// Calls `f` with each word: where it stands in the text (with its accents), and how it is spelled in the index.
/// Reads no further than `f` wants.
pub(crate) fn words(text: &str, mut f: impl FnMut(Range<usize>, &str) -> ControlFlow<()>) {
    let mut word = String::new();
    let mut range = 0..0;
    let mut at = 0;
    let mut one = String::new();
    while at < text.len() {
        let next = cluster(text, at);
        let byte = text.as_bytes()[at];
        if next == at + 1 && byte.is_ascii() {
            one.clear();
            one.push(char::from(byte.to_ascii_lowercase()));
        } else {
            one = fold(&text[at..next]);
        }
        for c in one.chars() {
            let class = Class::of(c);
            if class == Class::Letter {
                if word.is_empty() {
                    range = at..next;
                }
                range.end = next;
                word.push(c);
                continue;
            }
            if class == Class::Nothing {
                continue;
            }
            if !word.is_empty() {
                if f(range.clone(), &word).is_break() {
                    return;
                }
                word.clear();
            }
            if class == Class::Alone && f(at..next, c.encode_utf8(&mut [0; 4])).is_break() {
                return;
            }
        }
        at = next;
    }
    if !word.is_empty() {
        let _ = f(range, &word);
    }
}

/// The words of a text with one space between them, as the index takes them.
pub(crate) fn spell(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    words(text, |_, word| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        ControlFlow::Continue(())
    });
    out
}

/// Where the character at `at` ends, with the marks that belong to it.
fn cluster(text: &str, at: usize) -> usize {
    let mut chars = text[at..].char_indices();
    chars.next();
    chars.find(|(_, c)| c.is_ascii() || !is_combining_mark(*c)).map_or(text.len(), |(i, _)| at + i)
}

#[derive(PartialEq, Clone, Copy)]
enum Class {
    Letter,
    /// A word by itself.
    Alone,
    /// Parts words.
    Gap,
    /// Is not there: a hyphen that shows only at a line's end.
    Nothing,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => Self::Nothing,
            c if stands_alone(c) => Self::Alone,
            c if c.is_alphanumeric() || matches!(c, '\u{e000}'..='\u{f8ff}') => Self::Letter,
            _ => Self::Gap,
        }
    }
}

/// Han, kana, Thai, Lao, Myanmar, Khmer, and pictures; not the tones of skin, which are passed over.
pub(crate) fn stands_alone(c: char) -> bool {
    if (c as u32) < 0x0e00 {
        return false;
    }
    match c as u32 {
        0x1_f3fb..=0x1_f3ff => false,
        0x2600..=0x27bf | 0x2b00..=0x2bff | 0x1_f000..=0x1_faff => true,
        0x0e00..=0x0eff
        | 0x1000..=0x109f
        | 0x1780..=0x17ff
        | 0xa9e0..=0xa9ff
        | 0xaa60..=0xaa7f
        | 0x3005..=0x3007
        | 0x3041..=0x30ff
        | 0x31f0..=0x31ff
        | 0x3400..=0x4dbf
        | 0x4e00..=0x9fff
        | 0xf900..=0xfaff
        | 0x1_b000..=0x1_b16f
        | 0x2_0000..=0x3_ffff => c.is_alphanumeric(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_however_they_are_typed() {
        for (text, words) in [
            ("", ""),
            ("Don't panic!", "don t panic"),
            ("e-mail  CRÈME brûlée", "e mail creme brulee"),
            ("cre\u{300}me", "creme"),
            ("co\u{ad}operate", "cooperate"),
            ("疲れたABC", "疲 れ た abc"),
            ("ﬁne ½", "fine 1 2"),
            ("tea☕now👍🏽", "tea ☕ now 👍"),
            ("مُحَمَّد", "محمد"),
            ("\" * NEAR( -", "near"),
            ("ab\u{e000}", "ab\u{e000}"),
        ] {
            assert_eq!(spell(text), words, "{text}");
        }
    }

    #[test]
    fn a_place_covers_the_accents_too() {
        let text = "a cre\u{300}me b";
        let mut found = Vec::new();
        words(text, |r, w| {
            found.push((text[r].to_owned(), w.to_owned()));
            ControlFlow::Continue(())
        });
        assert_eq!(found[1], ("cre\u{300}me".to_owned(), "creme".to_owned()));
    }

    proptest::proptest! {
        #[test]
        fn spelling_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = spell(&text);
            proptest::prop_assert_eq!(spell(&once), once);
        }
    }
}
