//! An entry as a row and back, without losing a field. Holds the one list of its columns.

use crate::{
    StoreError,
    unknown::{self, Unknown},
};
use model::{
    Answer, Cost, Day, Entry, EntryId, Felt, Happened, Kind, Know, Pledge, Precision, Pursuit, Ripple, Source, Stamp, Walk, Writing,
};
use rusqlite::{CachedStatement, Row, named_params};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, str::FromStr};

/// The columns that [`nameless`] reads, of a table called `e`.
pub(crate) const ENTRY_COLUMNS: &str = include_str!("sql/entry_columns.sql");
/// An entry's tags and people, asked of each row: for few of them.
pub(crate) const NAME_COLUMNS: &str = include_str!("sql/name_columns.sql");

/// What a writing says beside its text, as it lies in the column `story`.
#[derive(Serialize, Deserialize, Default, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Story {
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    need: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    know: Option<Know>,
    #[serde(skip_serializing_if = "Option::is_none")]
    their_words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    my_part: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pursuits: Vec<Pursuit>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    felt: Vec<Felt>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<Cost>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_the_way: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    promise: Option<Pledge>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    guide: Option<Walk>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    answers: Vec<Answer>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    marks: BTreeMap<String, u8>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ripples: Vec<Ripple>,
}

impl Story {
    fn of(w: &Writing) -> Self {
        Self {
            who: w.who.clone(),
            need: w.need.clone(),
            changed: w.changed.clone(),
            know: w.know,
            their_words: w.their_words.clone(),
            my_part: w.my_part.clone(),
            pursuits: w.pursuits.clone(),
            felt: w.felt.clone(),
            cost: w.cost,
            in_the_way: w.in_the_way.clone(),
            promise: w.promise.clone(),
            prompt: w.prompt.clone(),
            guide: w.guide.clone(),
            answers: w.answers.clone(),
            marks: w.marks.clone(),
            ripples: w.ripples.clone(),
        }
    }

    fn into_writing(self) -> Writing {
        Writing {
            who: self.who,
            need: self.need,
            changed: self.changed,
            know: self.know,
            their_words: self.their_words,
            my_part: self.my_part,
            pursuits: self.pursuits,
            felt: self.felt,
            cost: self.cost,
            in_the_way: self.in_the_way,
            promise: self.promise,
            prompt: self.prompt,
            guide: self.guide,
            answers: self.answers,
            marks: self.marks,
            ripples: self.ripples,
            ..Writing::default()
        }
    }
}

/// A writing with nothing but the fields of that column, and what is not known here.
pub(crate) fn story(column: Option<&str>) -> Result<(Writing, Unknown), StoreError> {
    let (story, unknown) = column.map(unknown::record::<Story>).transpose()?.unwrap_or_default();
    Ok((story.into_writing(), unknown))
}

/// Binds every column of `sql/insert.sql` and `sql/replace.sql` and runs it. Names are kept elsewhere.
pub(crate) fn put(statement: &mut CachedStatement<'_>, entry: &Entry, place: i64) -> Result<(), StoreError> {
    let w = &entry.writing;
    let story = Story::of(w);
    let story = if story == Story::default() { None } else { Some(serde_json::to_string(&story)?) };
    let extra = if entry.extra.is_empty() { None } else { Some(serde_json::to_string(&entry.extra)?) };
    let source = entry.source.as_ref();
    let changed = statement.execute(named_params! {
        ":place": place,
        ":id": entry.id.as_bytes(),
        ":kind": w.kind.name(),
        ":day": entry.day.to_string(),
        ":happened": w.happened.map(|h| h.to_string()),
        ":precision": precision_name(entry.precision),
        ":offset_minutes": entry.offset_minutes,
        ":zone": entry.zone,
        ":instant": instant(entry),
        ":written": entry.written.millis(),
        ":edited": entry.edited.map(Stamp::millis),
        ":binned": entry.binned.map(Stamp::millis),
        ":star": w.star,
        ":may_share": w.may_share,
        ":source_app": source.map(|s| &s.app),
        ":source_id": source.map(|s| &s.id),
        ":batch": source.map(|s| &s.batch),
        ":text": w.text,
        ":story": story,
        ":extra": extra,
    })?;
    if changed == 1 { Ok(()) } else { Err(StoreError::NoSuchEntry) }
}

/// The point in time, when the local time and its offset are both known.
fn instant(entry: &Entry) -> Option<i64> {
    let local = entry.writing.happened?.local()?;
    Some(local.and_utc().timestamp_millis() - i64::from(entry.offset_minutes?) * 60_000)
}

/// Reads [`ENTRY_COLUMNS`] and after them [`NAME_COLUMNS`].
pub(crate) fn entry(row: &Row<'_>) -> Result<Entry, StoreError> {
    let mut entry = nameless(row)?;
    entry.writing.tags = names(row, 19)?;
    entry.writing.people = names(row, 20)?;
    Ok(entry)
}

/// Reads [`ENTRY_COLUMNS`]: the entry without its tags and people.
pub(crate) fn nameless(row: &Row<'_>) -> Result<Entry, StoreError> {
    let (mut writing, unknown) = story(row.get_ref(17)?.as_str_or_null().map_err(|_| StoreError::Damaged)?)?;
    let (kind, strange) = unknown::kind(row.get_ref(2)?.as_str().map_err(|_| StoreError::Damaged)?);
    writing.kind = kind;
    writing.happened = optional(row, 4)?;
    writing.star = row.get(11)?;
    writing.may_share = row.get(12)?;
    writing.text = row.get(16)?;
    let source = match row.get::<_, Option<String>>(13)? {
        Some(app) => Some(Source { app, id: row.get(14)?, batch: row.get(15)? }),
        None => None,
    };
    let extra = row.get_ref(18)?.as_str_or_null().map_err(|_| StoreError::Damaged)?;
    let mut extra: Unknown = extra.map(serde_json::from_str).transpose()?.unwrap_or_default();
    extra.extend(unknown);
    extra.extend(strange.map(|name| ("kind".to_owned(), name.into())));
    let exactly = row.get_ref(5)?.as_str().map_err(|_| StoreError::Damaged)?;
    let precision = precision(exactly);
    if precision.is_none() {
        extra.insert("precision".to_owned(), exactly.into());
    }
    Ok(Entry {
        id: id(row, 1)?,
        writing,
        day: named(row, 3)?,
        precision: precision.unwrap_or(Precision::Date),
        offset_minutes: row.get(6)?,
        zone: row.get(7)?,
        written: Stamp::from_millis(row.get(8)?),
        edited: row.get::<_, Option<i64>>(9)?.map(Stamp::from_millis),
        binned: row.get::<_, Option<i64>>(10)?.map(Stamp::from_millis),
        source,
        extra,
    })
}

pub(crate) fn id(row: &Row<'_>, column: usize) -> Result<EntryId, StoreError> {
    let bytes: [u8; 16] = row.get(column)?;
    Ok(EntryId(uuid::Uuid::from_bytes(bytes)))
}

/// A day or a time in its own spelling.
pub(crate) fn named<T: FromStr>(row: &Row<'_>, column: usize) -> Result<T, StoreError> {
    optional(row, column)?.ok_or(StoreError::Damaged)
}

pub(crate) fn optional<T: FromStr>(row: &Row<'_>, column: usize) -> Result<Option<T>, StoreError> {
    let text = row.get_ref(column)?.as_str_or_null().map_err(|_| StoreError::Damaged)?;
    text.map(|t| t.parse().map_err(|_| StoreError::Damaged)).transpose()
}

pub(crate) fn kind(row: &Row<'_>, column: usize) -> Result<Kind, StoreError> {
    Ok(unknown::kind(row.get_ref(column)?.as_str().map_err(|_| StoreError::Damaged)?).0)
}

/// What a list shows as the time: as said, or the day alone.
pub(crate) fn happened(row: &Row<'_>, column: usize, day: Day) -> Result<Happened, StoreError> {
    Ok(optional(row, column)?.unwrap_or(Happened::Day(day)))
}

/// A list of names.
pub(crate) fn names(row: &Row<'_>, column: usize) -> Result<Vec<String>, StoreError> {
    match row.get_ref(column)?.as_str().map_err(|_| StoreError::Damaged)? {
        "[]" => Ok(Vec::new()),
        json => Ok(serde_json::from_str(json)?),
    }
}

const PRECISIONS: [(Precision, &str); 4] =
    [(Precision::Date, "date"), (Precision::Minute, "minute"), (Precision::Second, "second"), (Precision::Instant, "instant")];

fn precision_name(precision: Precision) -> &'static str {
    PRECISIONS.iter().find(|(p, _)| *p == precision).map_or("date", |(_, name)| name)
}

fn precision(name: &str) -> Option<Precision> {
    PRECISIONS.iter().find(|(_, n)| *n == name).map(|(p, _)| *p)
}
