//! The central record: what a person wrote, and what the journal knows about it.

use crate::{Answer, Cost, Day, EntryId, Felt, Happened, Kind, Know, Pledge, Precision, Pursuit, Ripple, Stamp, Walk, walk};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The largest sizes that a journal takes.
pub mod limits {
    /// Bytes of UTF-8 in the main text: a long book.
    pub const TEXT: usize = 1_000_000;
    /// Bytes of UTF-8 in each other field.
    pub const FIELD: usize = 20_000;
    /// Bytes of UTF-8 in a tag or nickname.
    pub const NAME: usize = 200;
    /// Tags or people on one entry.
    pub const NAMES: usize = 100;
    /// Pursuits on one entry: a moment is an example of one thing, at most two.
    pub const PURSUITS: usize = 2;
    /// Answers, marks or things learned later on one entry.
    pub const ANSWERS: usize = 60;
}

/// Everything a person can say in one entry. The same record is a draft, a request, and the words of a kept entry.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct Writing {
    /// What sort of entry.
    #[serde(default = "moment")]
    pub kind: Kind,
    /// What I did: the only field that has to be filled (and not even that on a quiet or a hard day).
    #[serde(default)]
    pub text: String,
    /// When it happened on the person's own clock. Absent: now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Happened>,
    /// Who it was for: a role or a steady nickname.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// What they needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// What changed for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<String>,
    /// How I know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub know: Option<Know>,
    /// The sentence that they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub their_words: Option<String>,
    /// Why it worked: my part in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub my_part: Option<String>,
    /// What it is an example of, two at most.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<Pursuit>>"))]
    pub pursuits: Vec<Pursuit>,
    /// How it felt.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<Felt>>"))]
    pub felt: Vec<Felt>,
    /// What it cost me.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// What was in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_the_way: Option<String>,
    /// A promise that was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promise: Option<Pledge>,
    /// People by nickname, beyond the one it was for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<String>>"))]
    pub people: Vec<String>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<String>>"))]
    pub tags: Vec<String>,
    /// The prompt that it answers, by its id in the content library.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    /// The guide that it was written in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<Walk>,
    /// What a guide or a form of its kind asked, in the order in which it was answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<Answer>>"))]
    pub answers: Vec<Answer>,
    /// Marks of a check-in: item and 1 (not at all) to 5 (very much). What was skipped is not there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<BTreeMap<String, u8>>"))]
    pub marks: BTreeMap<String, u8>,
    /// What was learned later, oldest first, each with its own time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "ts", ts(as = "Option<Vec<Ripple>>"))]
    pub ripples: Vec<Ripple>,
    /// Kept close.
    #[serde(default)]
    pub star: bool,
    /// May be shown to others.
    #[serde(default)]
    pub may_share: bool,
}

fn moment() -> Kind {
    Kind::Moment
}

/// Where an entry came from when it was not written here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Source {
    /// The other journal's name, e.g. `jrnl`.
    pub app: String,
    /// What that journal called the entry.
    pub id: String,
    /// The import that brought it.
    pub batch: String,
}

/// A kept entry.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct Entry {
    /// Its name and the seed of its stone.
    pub id: EntryId,
    /// The words.
    #[serde(flatten)]
    pub writing: Writing,
    /// The shift day it belongs to.
    pub day: Day,
    /// How exactly the time is known.
    pub precision: Precision,
    /// Minutes east of UTC where it happened, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset_minutes: Option<i32>,
    /// IANA zone where it happened, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// When it was first written.
    pub written: Stamp,
    /// When it was last changed, if ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<Stamp>,
    /// When it was put in the bin, if it lies there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub binned: Option<Stamp>,
    /// Where it came from, if not from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What another journal, or a newer program in this one, said and we have no field for.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// An older state of an entry.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
pub struct Version {
    /// Counts from 1, oldest first.
    pub number: u32,
    /// When it was replaced.
    pub replaced: Stamp,
    /// The words as they were.
    pub writing: Writing,
    /// The day as it was.
    pub day: Day,
    /// How exactly the time was known; absent in the oldest versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<Precision>,
    /// Minutes east of UTC where it happened, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset_minutes: Option<i32>,
    /// IANA zone where it happened, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// What a newer program wrote and we have no field for.
    #[serde(default, skip_serializing_if = "serde_json::Map::is_empty")]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// What is wrong with a writing, without any of its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{field}: {why:?}")]
pub struct Invalid {
    /// The field's name in JSON.
    pub field: &'static str,
    /// The reason.
    pub why: Why,
}

/// Why a writing was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Nothing was written.
    Empty,
    /// More than `limits` allow.
    TooLong,
    /// More than `limits` allow of them.
    TooMany,
    /// A NUL or another control character that no keyboard types.
    Unreadable,
}

impl Default for Writing {
    fn default() -> Self {
        Self {
            kind: Kind::Moment,
            text: String::new(),
            happened: None,
            who: None,
            need: None,
            changed: None,
            know: None,
            their_words: None,
            my_part: None,
            pursuits: Vec::new(),
            felt: Vec::new(),
            cost: None,
            in_the_way: None,
            promise: None,
            people: Vec::new(),
            tags: Vec::new(),
            prompt: None,
            guide: None,
            answers: Vec::new(),
            marks: BTreeMap::new(),
            ripples: Vec::new(),
            star: false,
            may_share: false,
        }
    }
}

impl Writing {
    /// A writing of that kind with that text and nothing else.
    #[must_use]
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), ..Self::default() }
    }

    /// Whether there is nothing in it worth keeping as a draft. Where it is being written is no word of it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let bare = Self { happened: None, prompt: None, guide: None, ..self.clone().tidied() };
        bare == Self { kind: bare.kind, ..Self::default() }
    }

    /// The same with blank fields gone and names trimmed and listed once. The text keeps every character inside it.
    #[must_use]
    pub fn tidied(mut self) -> Self {
        let trim = |field: &mut Option<String>| {
            *field = field.take().map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
        };
        for field in [&mut self.who, &mut self.need, &mut self.changed, &mut self.their_words, &mut self.my_part, &mut self.in_the_way] {
            trim(field);
        }
        self.text = self.text.trim_end().trim_start_matches(['\n', '\r']).to_owned();
        for names in [&mut self.people, &mut self.tags] {
            let mut seen = std::collections::HashSet::new();
            *names = std::mem::take(names)
                .into_iter()
                .map(|n| n.trim().trim_start_matches('#').to_owned())
                .filter(|n| !n.is_empty() && seen.insert(crate::fold(n)))
                .collect();
        }
        let mut felt = Vec::new();
        self.felt.retain(|f| {
            !felt.contains(f) && {
                felt.push(*f);
                true
            }
        });
        let mut pursuits = Vec::new();
        self.pursuits.retain(|p| {
            !pursuits.contains(p) && {
                pursuits.push(*p);
                true
            }
        });
        self.promise = self.promise.filter(|p| !p.what.trim().is_empty());
        walk::tidy(&mut self.answers, &mut self.ripples);
        self
    }

    /// Checks what no entry may break.
    ///
    /// # Errors
    /// The first field that is empty, too long, or holds what cannot be kept.
    pub fn check(&self) -> Result<(), Invalid> {
        let fail = |field, why| Err(Invalid { field, why });
        let answered = self.kind.is_answered() && !(self.answers.is_empty() && self.marks.is_empty());
        if self.text.trim().is_empty() && !self.kind.may_be_wordless() && !answered {
            return fail("text", Why::Empty);
        }
        for (field, text, limit) in self.fields() {
            if text.len() > limit {
                return fail(field, Why::TooLong);
            }
            if text.contains('\0') {
                return fail(field, Why::Unreadable);
            }
        }
        for (field, names) in [("people", &self.people), ("tags", &self.tags)] {
            if names.len() > limits::NAMES {
                return fail(field, Why::TooMany);
            }
            if names.iter().any(|n| n.len() > limits::NAME) {
                return fail(field, Why::TooLong);
            }
            if names.iter().any(|n| n.chars().any(char::is_control)) {
                return fail(field, Why::Unreadable);
            }
        }
        if self.pursuits.len() > limits::PURSUITS {
            return fail("pursuits", Why::TooMany);
        }
        walk::check(self)
    }

    /// Every free text with its name and its limit in bytes.
    fn fields(&self) -> Vec<(&'static str, &str, usize)> {
        let mut all = vec![("text", self.text.as_str(), limits::TEXT)];
        for (name, field) in [
            ("who", &self.who),
            ("need", &self.need),
            ("changed", &self.changed),
            ("their_words", &self.their_words),
            ("my_part", &self.my_part),
            ("in_the_way", &self.in_the_way),
        ] {
            all.extend(field.as_deref().map(|text| (name, text, limits::FIELD)));
        }
        if let Some(p) = &self.promise {
            all.extend([&p.what, &p.to, &p.by, &p.reach].map(|text| ("promise", text.as_str(), limits::FIELD)));
        }
        all.extend(self.answers.iter().map(|a| ("answers", a.text.as_str(), limits::FIELD)));
        all.extend(self.ripples.iter().map(|r| ("ripples", r.text.as_str(), limits::FIELD)));
        all
    }

    /// The words beside the main text that a search looks through, one a line.
    #[must_use]
    pub fn side_text(&self) -> String {
        self.fields().into_iter().skip(1).map(|(_, text, _)| text).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_quiet_or_hard_day_may_be_wordless() {
        for kind in Kind::ALL {
            let empty = Writing::new(*kind, " \n ");
            assert_eq!(empty.check().is_ok(), matches!(kind, Kind::QuietDay | Kind::HardDay), "{kind}");
        }
    }

    #[test]
    fn limits_name_the_field_and_never_its_words() {
        let mut w = Writing::new(Kind::Moment, "x");
        w.who = Some("y".repeat(limits::FIELD + 1));
        let problem = w.check().unwrap_err();
        assert_eq!((problem.field, problem.why), ("who", Why::TooLong));
        assert!(!problem.to_string().contains('y') || !problem.to_string().contains("yy"));
        w.who = Some("nul\0".into());
        assert_eq!(w.check().unwrap_err().why, Why::Unreadable);
    }

    #[test]
    fn a_request_with_an_unknown_field_is_refused() {
        assert!(serde_json::from_str::<Writing>(r#"{"text":"a","colour":"red"}"#).is_err());
    }

    #[test]
    fn tidying_drops_blanks_and_doubles_but_no_word() {
        let w = Writing {
            text: "\n one \n\n two \n".into(),
            who: Some("  ".into()),
            tags: vec!["#Ward".into(), "ward ".into(), "".into(), "WÄRD".into()],
            ..Writing::default()
        }
        .tidied();
        assert_eq!(w.text, " one \n\n two");
        assert_eq!(w.who, None);
        assert_eq!(w.tags, ["Ward"]);
    }
}
