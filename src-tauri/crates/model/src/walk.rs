//! What a guide or a form adds to an entry: answers by field, and what was learned later.
//!
//! Which fields there are is the practice's to say; here they are only kept and kept within their limits.

use crate::named;
use crate::{Invalid, Stamp, Why, Writing, limits};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The longest name of a field, in bytes.
const NAME: usize = 64;

named! {
    /// Whether what was written in a guide may ever leave with a log.
    ExportRule {
        /// Left out of every log, whatever is chosen.
        Never = "never",
        /// Left out until it is asked for.
        Ask = "ask",
    }
}

/// The guide in which an entry was written. The rule travels with the entry, whatever becomes of the guide.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Walk {
    /// The guide's id in the content library.
    pub id: String,
    /// Whether it may leave with a log.
    #[serde(default = "never")]
    #[cfg_attr(feature = "ts", ts(optional, as = "Option<ExportRule>"))]
    pub export: ExportRule,
}

fn never() -> ExportRule {
    ExportRule::Never
}

/// The answer to one question of a guide or a form.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Answer {
    /// The field that it fills, as the content library calls it.
    pub field: String,
    /// The person's words.
    pub text: String,
}

/// Something that the person learned later about a moment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Ripple {
    /// When it was added.
    pub at: Stamp,
    /// The person's words.
    pub text: String,
}

/// Drops empty answers and second answers to one question.
pub(crate) fn tidy(answers: &mut Vec<Answer>, ripples: &mut Vec<Ripple>) {
    let mut seen = HashSet::new();
    answers.retain_mut(|answer| {
        answer.text = answer.text.trim().to_owned();
        !answer.text.is_empty() && seen.insert(answer.field.clone())
    });
    ripples.retain_mut(|ripple| {
        ripple.text = ripple.text.trim().to_owned();
        !ripple.text.is_empty()
    });
}

/// Whether a field could be one: lower-case letters, digits, `_` and `-`.
fn is_name(field: &str) -> bool {
    !field.is_empty()
        && field.len() <= NAME
        && field.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

/// The limits of answers, marks and what was learned later.
pub(crate) fn check(writing: &Writing) -> Result<(), Invalid> {
    let fail = |field, why| Err(Invalid { field, why });
    if writing.answers.len() > limits::ANSWERS {
        return fail("answers", Why::TooMany);
    }
    if writing.marks.len() > limits::ANSWERS {
        return fail("marks", Why::TooMany);
    }
    if writing.ripples.len() > limits::ANSWERS {
        return fail("ripples", Why::TooMany);
    }
    if !writing.answers.iter().all(|a| is_name(&a.field)) {
        return fail("answers", Why::Unreadable);
    }
    if !writing.marks.iter().all(|(item, mark)| is_name(item) && (1..=5).contains(mark)) {
        return fail("marks", Why::Unreadable);
    }
    if writing.guide.as_ref().is_some_and(|g| !is_name(&g.id)) {
        return fail("guide", Why::Unreadable);
    }
    if writing.prompt.as_ref().is_some_and(|p| !is_name(p)) {
        return fail("prompt", Why::Unreadable);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    fn answer(field: &str, text: &str) -> Answer {
        Answer { field: field.into(), text: text.into() }
    }

    #[test]
    fn an_answered_kind_needs_an_answer_or_a_mark_but_no_text() {
        for kind in [Kind::Guide, Kind::Mission, Kind::CheckIn] {
            assert!(Writing::new(kind, "").check().is_err(), "{kind}");
            let with = Writing { answers: vec![answer("fear", "one more voice")], ..Writing::new(kind, "") };
            assert!(with.check().is_ok(), "{kind}");
        }
    }

    #[test]
    fn what_is_no_field_or_no_mark_is_refused() {
        let of = |answers: Vec<Answer>, mark| Writing {
            answers,
            marks: [("had-a-say".to_owned(), mark)].into(),
            ..Writing::new(Kind::Guide, "")
        };
        assert!(of(vec![answer("my_line", "no")], 5).check().is_ok());
        for field in ["", "My line", "x\0", &"y".repeat(65)] {
            assert_eq!(of(vec![answer(field, "no")], 5).check().unwrap_err().field, "answers", "{field:?}");
        }
        for mark in [0, 6, 255] {
            assert_eq!(of(vec![], mark).check().unwrap_err().field, "marks", "{mark}");
        }
    }

    #[test]
    fn empty_and_doubled_answers_go_and_a_guide_left_unanswered_is_no_draft() {
        let mut w = Writing {
            guide: Some(Walk { id: "duck-check".into(), export: ExportRule::Never }),
            answers: vec![answer("above", "  "), answer("below", " a "), answer("below", "b")],
            ..Writing::new(Kind::Guide, "")
        };
        assert_eq!(w.clone().tidied().answers, [answer("below", "a")]);
        assert!(!w.is_blank());
        w.answers.clear();
        assert!(w.is_blank());
    }

    #[test]
    fn answers_and_what_was_learned_later_are_found_by_a_search() {
        let w = Writing {
            answers: vec![answer("my_line", "not after seven")],
            ripples: vec![Ripple { at: Stamp::from_millis(0), text: "she came back".into() }],
            ..Writing::new(Kind::Moment, "x")
        };
        assert_eq!(w.side_text(), "not after seven\nshe came back");
    }
}
