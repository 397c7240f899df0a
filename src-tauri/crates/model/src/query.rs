//! What somebody asks their own journal: words, phrases and a few named filters, read from one line.

use crate::{Cost, Day, Kind, Pursuit};
use chrono::{Months, NaiveDate};

/// One condition; all of a query's conditions must hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Term {
    /// A word that begins so (`light` finds `lighter`).
    Word(String),
    /// These words in this order (`"silver lantern"`).
    Phrase(String),
    /// Not this word (`-lantern`).
    Not(String),
    /// With that tag (`tag:ward`, `#ward`).
    Tag(String),
    /// About that person (`who:nurse`, `@nurse`).
    Person(String),
    /// Of that kind (`kind:lesson`).
    Kind(Kind),
    /// That cost so much (`cost:took-a-lot`).
    Cost(Cost),
    /// Where exactly that was needed (`need:"to be heard"`), in whatever spelling; not where it is a part of more.
    Need(String),
    /// That took a lot and is called so among what did: by the need, else whom it was for, else what was in the way
    /// (`load:"to be heard"`).
    Load(String),
    /// Where exactly that was in the way, in its own field or as the first line of a snag (`way:"no chair"`).
    Way(String),
    /// That was an example of it (`pursuit:made-simple`).
    Pursuit(Pursuit),
    /// Kept close (`is:star`).
    Star,
    /// On or after that shift day (`after:2026-10`, `from:2026-10-03`).
    From(Day),
    /// Before that shift day (`before:2026-10`).
    Before(Day),
}

/// A question to the journal.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    /// All of them must hold. None: everything.
    pub terms: Vec<Term>,
}

impl Query {
    /// Reads one line as somebody types it. Never fails: what is not a known filter is a word to look for,
    /// an unclosed quote ends with the line, and a filter with a value that means nothing is taken as words.
    /// Inside quotes a quotation mark is doubled (`who:"Big ""Al"" B."`); every other character stands for itself.
    #[must_use]
    pub fn parse(line: &str) -> Self {
        let mut terms = Vec::new();
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let (token, after) = if first == '"' { take_quoted(rest) } else { take_token(rest) };
            terms.extend(token);
            rest = after.trim_start();
        }
        Self { terms }
    }

    /// Whether it asks for words (and so needs the full-text index) or only filters.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.terms.iter().any(|t| matches!(t, Term::Word(_) | Term::Phrase(_) | Term::Not(_)))
    }

    /// The words, phrases and names to show as found.
    pub fn sought(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().filter_map(|t| match t {
            Term::Word(w) | Term::Phrase(w) | Term::Need(w) | Term::Load(w) | Term::Way(w) => Some(w.as_str()),
            _ => None,
        })
    }
}

/// What stands before the closing quote, and what follows it.
fn quoted(mut text: &str) -> (String, &str) {
    let mut value = String::new();
    while let Some((part, after)) = text.split_once('"') {
        value.push_str(part);
        let Some(on) = after.strip_prefix('"') else { return (value, after) };
        value.push('"');
        text = on;
    }
    (value + text, "")
}

/// `"a phrase"` and what follows it.
fn take_quoted(text: &str) -> (Option<Term>, &str) {
    let (phrase, after) = quoted(&text[1..]);
    let phrase = phrase.trim();
    ((!phrase.is_empty()).then(|| Term::Phrase(phrase.to_owned())), after)
}

/// One token up to white space; `tag:"two words"` may hold spaces inside quotes.
fn take_token(text: &str) -> (Option<Term>, &str) {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let token = &text[..end];
    if let Some((name, value)) = token.split_once(':') {
        if let Some(inner) = text[name.len() + 1..].strip_prefix('"') {
            let (value, after) = quoted(inner);
            if let Some(term) = filter(name, &value) {
                return (Some(term), after);
            }
        }
        if let Some(term) = filter(name, value) {
            return (Some(term), &text[end..]);
        }
    }
    let term = match token.chars().next() {
        Some('#') if token.len() > 1 => Term::Tag(token[1..].to_owned()),
        Some('@') if token.len() > 1 => Term::Person(token[1..].to_owned()),
        Some('-') if token.len() > 1 => Term::Not(token[1..].to_owned()),
        _ => Term::Word(token.to_owned()),
    };
    (Some(term), &text[end..])
}

fn filter(name: &str, value: &str) -> Option<Term> {
    if value.is_empty() {
        return None;
    }
    match name {
        "tag" => Some(Term::Tag(value.to_owned())),
        "who" | "person" => Some(Term::Person(value.to_owned())),
        "kind" => value.parse().ok().map(Term::Kind),
        "cost" => value.parse().ok().map(Term::Cost),
        "need" => Some(Term::Need(value.to_owned())),
        "load" => Some(Term::Load(value.to_owned())),
        "way" => Some(Term::Way(value.to_owned())),
        "pursuit" => value.parse().ok().map(Term::Pursuit),
        "is" if value == "star" || value == "starred" => Some(Term::Star),
        "before" => span(value).map(|(first, _)| Term::Before(first)),
        "from" => span(value).map(|(first, _)| Term::From(first)),
        "after" => span(value).map(|(_, next)| Term::From(next)),
        "until" => span(value).map(|(_, next)| Term::Before(next)),
        _ => None,
    }
}

/// The first day of `2026`, `2026-10` or `2026-10-03`, and the first day after it.
fn span(text: &str) -> Option<(Day, Day)> {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
    let mut parts = text.split('-').map(|p| p.parse::<u32>().ok());
    let year = i32::try_from(parts.next()??).ok()?;
    let (first, next) = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => (day(year, 1, 1)?, day(year + 1, 1, 1)?),
        (Some(m), None, _) => {
            let first = day(year, m?, 1)?;
            (first, first.checked_add_months(Months::new(1))?)
        }
        (Some(m), Some(d), None) => {
            let first = day(year, m?, d?)?;
            (first, first.succ_opt()?)
        }
        _ => return None,
    };
    Some((Day::new(first)?, Day::new(next)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[Term]) {
        assert_eq!(Query::parse(line).terms, expected, "{line}");
    }

    fn word(w: &str) -> Term {
        Term::Word(w.into())
    }

    fn day(d: &str) -> Day {
        d.parse().unwrap()
    }

    #[test]
    fn a_line_is_read_as_somebody_types_it() {
        check("", &[]);
        check("  blue hat ", &[word("blue"), word("hat")]);
        check("\"silver lantern\" -rain", &[Term::Phrase("silver lantern".into()), Term::Not("rain".into())]);
        check("#ward @nurse is:star", &[Term::Tag("ward".into()), Term::Person("nurse".into()), Term::Star]);
        check("cost:took-a-lot \"to be heard\"", &[Term::Cost(Cost::TookALot), Term::Phrase("to be heard".into())]);
        check("need:\"to be heard\" way:printer", &[Term::Need("to be heard".into()), Term::Way("printer".into())]);
        check("load:\"a way home.\" from:2026", &[Term::Load("a way home.".into()), Term::From(day("2026-01-01"))]);
        check("pursuit:made-simple pursuit:\"grew\"", &[Term::Pursuit(Pursuit::MadeSimple), Term::Pursuit(Pursuit::Grew)]);
        check("kind:lesson before:2026-10", &[Term::Kind(Kind::Lesson), Term::Before(day("2026-10-01"))]);
        check("after:2026 from:2026-03-05", &[Term::From(day("2027-01-01")), Term::From(day("2026-03-05"))]);
        check("tag:\"night shift\" tea", &[Term::Tag("night shift".into()), word("tea")]);
    }

    #[test]
    fn what_is_not_a_filter_is_a_word() {
        check("kind:banana", &[word("kind:banana")]);
        check("cost:nothing", &[word("cost:nothing")]);
        check("pursuit:happiness", &[word("pursuit:happiness")]);
        check("need: by the way:", &[word("need:"), word("by"), word("the"), word("way:")]);
        check("before:yesterday", &[word("before:yesterday")]);
        check("https://example.org", &[word("https://example.org")]);
        check("\"never closed", &[Term::Phrase("never closed".into())]);
        check("- # @ \"\"", &[word("-"), word("#"), word("@")]);
        check("before:9999", &[word("before:9999")]);
    }

    /// The lines are those that the window writes; `ui/src/state/timeline.test.ts` has the same ones.
    #[test]
    fn a_quotation_mark_inside_quotes_is_doubled_and_nothing_else_is_special() {
        for (name, line) in [
            ("say \"hi\"", r#""say ""hi""""#),
            ("\"", r#""""""#),
            ("\"\"", r#""""""""#),
            (r"a\b", r#""a\b""#),
            (r#"a\""#, r#""a\""""#),
            ("🪨 \"stone\"", r#""🪨 ""stone""""#),
            ("السيدة \"ن\"", r#""السيدة ""ن""""#),
            ("tag:x -y #z", r#""tag:x -y #z""#),
        ] {
            check(&format!("tag:{line} tea"), &[Term::Tag(name.into()), word("tea")]);
            check(&format!("who:{line} from:2026"), &[Term::Person(name.into()), Term::From(day("2026-01-01"))]);
            check(&format!("-tea {line}"), &[Term::Not("tea".into()), Term::Phrase(name.into())]);
        }
        check("\"\" tea", &[word("tea")]);
        check("tag:\"open \"\"mark", &[Term::Tag("open \"mark".into())]);
    }

    #[test]
    fn no_line_can_break_the_reader() {
        for line in ["\"", "\"\"\"", "tag:\"", ":", "::", "a:\"b", "\u{0}", "é:\"ü", "-\"x\"", "before:0-0-0-0", "before:99999999999"] {
            let _ = Query::parse(line);
        }
    }
}
