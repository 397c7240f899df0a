//! The piece of an entry that a list shows: around the first word found, or the beginning.
//! Cut from the original text, never from the index.

use crate::spelling::{stands_alone, words};
use model::{Query, Term};
use serde::Serialize;
use std::{
    collections::VecDeque,
    ops::{ControlFlow, Range},
};
use unicode_normalization::char::is_combining_mark;

/// About how many characters are shown.
const LENGTH: usize = 160;
/// How many of them stand before the first word found.
const LEAD: usize = 40;
/// How far a cut moves to fall between words.
const SLACK: usize = 16;
/// Words of one phrase that are compared; what is longer is found by its beginning.
const LONGEST: usize = 16;

/// A piece of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Excerpt {
    /// The piece, in turns of what was found and what was not.
    pub parts: Vec<Part>,
    /// Whether text was left out before it.
    pub cut_before: bool,
    /// Whether text was left out after it.
    pub cut_after: bool,
}

/// A run of an excerpt.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Part {
    /// The words as they were written.
    pub text: String,
    /// Whether they are what was looked for.
    pub hit: bool,
}

/// The words looked for, spelled as the index spells them.
#[derive(Default)]
pub(crate) struct Sought {
    patterns: Vec<Pattern>,
    /// Words in the longest pattern, at most [`LONGEST`].
    longest: usize,
}

struct Pattern {
    words: Vec<String>,
    /// Whether the last word may go on.
    begins: bool,
}

impl Pattern {
    fn fits(&self, recent: &VecDeque<(Range<usize>, String)>) -> Option<Range<usize>> {
        let n = self.words.len();
        let first = recent.len().checked_sub(n)?;
        let last = n - 1;
        let same = self
            .words
            .iter()
            .zip(recent.range(first..))
            .enumerate()
            .all(|(i, (word, (_, found)))| if i == last && self.begins { found.starts_with(word.as_str()) } else { found == word });
        same.then(|| recent[first].0.start..recent[first + last].0.end)
    }
}

impl Sought {
    /// The words and phrases of a question, and the names that it asks for.
    pub(crate) fn of(query: &Query) -> Self {
        let mut sought = Self::default();
        for term in &query.terms {
            let (text, begins) = match term {
                Term::Word(w) => (w, true),
                Term::Phrase(p) | Term::Need(p) | Term::Load(p) | Term::Way(p) => (p, false),
                _ => continue,
            };
            let mut pattern = Vec::new();
            words(text, |_, word| {
                pattern.push(word.to_owned());
                if pattern.len() < LONGEST { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
            });
            sought.push(pattern, begins);
        }
        sought
    }

    /// Adds words in this order, the last one perhaps only begun.
    pub(crate) fn push(&mut self, mut words: Vec<String>, begins: bool) {
        let begins = begins || words.len() > LONGEST;
        words.truncate(LONGEST);
        if !words.is_empty() {
            self.longest = self.longest.max(words.len());
            self.patterns.push(Pattern { words, begins });
        }
    }

    /// Whether nothing is looked for.
    pub(crate) fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }

    /// Whether each of them is in one of the texts. Reads no further than it must.
    pub(crate) fn all_in(&self, texts: &[&str]) -> bool {
        let mut missing: Vec<&Pattern> = self.patterns.iter().collect();
        let mut recent: VecDeque<(Range<usize>, String)> = VecDeque::with_capacity(self.longest + 1);
        for text in texts {
            recent.clear();
            words(text, |range, word| {
                self.remember(&mut recent, range, word);
                missing.retain(|p| p.fits(&recent).is_none());
                if missing.is_empty() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
        }
        missing.is_empty()
    }

    /// Keeps the last words read; the oldest one's buffer is used again.
    fn remember(&self, recent: &mut VecDeque<(Range<usize>, String)>, range: Range<usize>, word: &str) {
        let mut slot = if recent.len() == self.longest { recent.pop_front().map(|(_, w)| w).unwrap_or_default() } else { String::new() };
        slot.clear();
        slot.push_str(word);
        recent.push_back((range, slot));
    }

    /// Where they stand: all hits from the first on, in the stretch that an excerpt can show. Reads no further.
    fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let mut hits: Vec<Range<usize>> = Vec::new();
        if self.patterns.is_empty() {
            return hits;
        }
        let mut recent: VecDeque<(Range<usize>, String)> = VecDeque::with_capacity(self.longest + 1);
        let mut stop = usize::MAX;
        words(text, |range, word| {
            if range.start > stop {
                return ControlFlow::Break(());
            }
            self.remember(&mut recent, range, word);
            for hit in self.patterns.iter().filter_map(|p| p.fits(&recent)) {
                stop = stop.min(hit.start.saturating_add(4 * LENGTH));
                hits.push(hit);
            }
            ControlFlow::Continue(())
        });
        hits.sort_by_key(|h| (h.start, h.end));
        hits.dedup_by(|next, last| {
            let meets = next.start <= last.end && (next.start < last.end || next == last);
            if meets {
                last.end = last.end.max(next.end);
            }
            meets
        });
        hits
    }
}

/// The piece of `text` around the first of the words looked for, if one is in it.
pub(crate) fn around(text: &str, sought: &Sought) -> Option<Excerpt> {
    let hits = sought.hits(text);
    let first = hits.first()?;
    let start = back(text, first.start);
    Some(cut(text, start, &hits))
}

/// The beginning of a text.
pub(crate) fn beginning(text: &str) -> Excerpt {
    let start = text.len() - text.trim_start().len();
    cut(text, start, &[])
}

fn cut(text: &str, start: usize, hits: &[Range<usize>]) -> Excerpt {
    let end = forward(text, start, hits.first().map_or(start, |h| h.end));
    let mut parts = Vec::new();
    let mut push = |range: Range<usize>, hit| {
        if !range.is_empty() {
            parts.push(Part { text: text[range].to_owned(), hit });
        }
    };
    let mut at = start;
    for hit in hits.iter().filter(|h| h.start < end) {
        push(at..hit.start.max(at), false);
        push(hit.start.max(at)..hit.end.min(end), true);
        at = hit.end.min(end);
    }
    push(at..end, false);
    Excerpt { parts, cut_before: !text[..start].trim().is_empty(), cut_after: !text[end..].trim().is_empty() }
}

/// The start of a piece that leads to `hit`: between words if one begins nearby.
fn back(text: &str, hit: usize) -> usize {
    let Some((far, _)) = text[..hit].char_indices().rev().nth(LEAD - 1) else { return 0 };
    let near = text[far..hit].char_indices().take(SLACK).find(|(_, c)| c.is_whitespace());
    match near {
        Some((i, c)) => far + i + c.len_utf8(),
        None => whole(text, far),
    }
}

/// The end of a piece that begins at `start` and holds at least what ends at `least` (or, of a longer one, its beginning).
fn forward(text: &str, start: usize, least: usize) -> usize {
    let Some((far, _)) = text[start..].char_indices().nth(LENGTH) else { return text.len() };
    let far = start + far;
    if text[far..].starts_with(char::is_whitespace) {
        return far;
    }
    let near = text[start..far].char_indices().rev().take(SLACK).find(|(_, c)| c.is_whitespace());
    match near {
        Some((i, _)) if start + i >= least && i > 0 => start + i,
        _ => match whole(text, far) {
            at if at > start => at,
            _ => far,
        },
    }
}

/// The nearest place at or before `at` that parts no character from its marks, and no joined picture.
fn whole(text: &str, mut at: usize) -> usize {
    for _ in 0..SLACK {
        let joined = text[at..].chars().next().is_some_and(belongs_to_last)
            || text[..at].chars().next_back().is_some_and(|c| c == '\u{200d}')
            || (text[at..].starts_with(is_flag) && text[..at].chars().rev().take_while(|c| is_flag(*c)).count() % 2 == 1);
        match text[..at].char_indices().next_back() {
            Some((before, _)) if joined => at = before,
            _ => break,
        }
    }
    at
}

fn belongs_to_last(c: char) -> bool {
    c == '\u{200d}' || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}') || is_combining_mark(c)
}

fn is_flag(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}') && stands_alone(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt with what was found in brackets and dots where it was cut.
    fn show(text: &str, line: &str) -> String {
        let sought = Sought::of(&Query::parse(line));
        let e = around(text, &sought).unwrap_or_else(|| beginning(text));
        let parts: String = e.parts.iter().map(|p| if p.hit { format!("[{}]", p.text) } else { p.text.clone() }).collect();
        format!("{}{parts}{}", if e.cut_before { "…" } else { "" }, if e.cut_after { "…" } else { "" })
    }

    #[test]
    fn what_was_looked_for_is_marked_in_the_original() {
        for (text, line, expected) in [
            ("A Crème brûlée", "creme", "A [Crème] brûlée"),
            ("A cre\u{300}me", "CRÈM", "A [cre\u{300}me]"),
            ("one two three", "\"two three\"", "one [two three]"),
            ("one two three", "three one", "[one] two [three]"),
            ("I don't know", "don't", "I [don't] know"),
            ("今日は疲れたよ", "疲れた", "今日は[疲れた]よ"),
            ("tea 👍🏽 ok", "👍", "tea [👍]🏽 ok"),
            ("nothing here", "absent", "nothing here"),
            ("", "x", ""),
            ("  lead", "", "lead"),
        ] {
            assert_eq!(show(text, line), expected, "{text} / {line}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        let text = format!("{}needle {}", "before ".repeat(100), "after ".repeat(100));
        let shown = show(&text, "needle");
        assert!(shown.starts_with("…before ") && shown.contains("[needle]") && shown.ends_with("after…"), "{shown}");
        assert!(shown.chars().count() <= LENGTH + 4);
        assert!(show(&"a".repeat(1000), "").chars().count() <= LENGTH + 1);
    }

    #[test]
    fn no_mark_loses_its_letter() {
        let text = "e\u{301}".repeat(400);
        let e = beginning(&text);
        assert!(e.parts[0].text.chars().count().is_multiple_of(2));
        assert_eq!(whole("👩\u{200d}🔬", 7), 0);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut_without_losing_its_middle(text in "\\PC{0,400}", line in "\\PC{0,12}") {
            let sought = Sought::of(&Query::parse(&line));
            for e in [Some(beginning(&text)), around(&text, &sought)].into_iter().flatten() {
                let all: String = e.parts.iter().map(|p| p.text.as_str()).collect();
                proptest::prop_assert!(text.contains(&all));
                proptest::prop_assert!(all.chars().count() <= LENGTH);
            }
        }
    }
}
