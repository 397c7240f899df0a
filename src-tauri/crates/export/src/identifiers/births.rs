//! Dates of birth: a date that is said to be one, or that lies so far back that it can hardly be a shift. Must never hold the day of a
//! shift, a delivery or a visit.

use super::{Find, Found, Identifier, near};
use regex::Regex;
use std::sync::LazyLock;

/// So many years back a full date is a birthday before it is anything else.
const LONG_AGO: i32 = 14;

/// Words that say that a birthday comes, or that it was one, folded.
const SAID: &[&str] = &[
    "born",
    "birth",
    "birthday",
    "birthdate",
    "dob",
    "d o b",
    "d.o.b",
    "geboren",
    "geborene",
    "geborener",
    "geburtsdatum",
    "geburtstag",
    "gebdat",
    "geb-datum",
    "jahrgang",
    "naissance",
    "anniversaire",
    "nacio",
    "nacido",
    "nacida",
    "nacimiento",
    "fecha nac",
    "cumpleanos",
    "nato",
    "nata",
    "nascita",
    "geboortedatum",
    "geboorte",
    "urodzony",
    "urodzona",
    "urodzenia",
    "nascido",
    "nascida",
    "nascimento",
    "fodd",
    "fodt",
];
/// Those that have to stand directly before it: folded, “né” is a French “not”.
const SAID_DIRECTLY: &[&str] = &["b", "geb", "ne", "nee", "ur", "date de naiss"];
/// The same before a bare year; “b” and “birthday” say too little there.
const SAID_OF_YEAR: &[&str] = &[
    "born",
    "born in",
    "year of birth",
    "yob",
    "geboren",
    "geboren im jahr",
    "geb",
    "jahrgang",
    "ne en",
    "nee en",
    "nacio en",
    "nacido en",
    "nacida en",
    "nato nel",
    "nata nel",
    "geboren in",
    "urodzony w",
    "urodzona w",
    "ur",
    "geburtsjahr",
];

const MONTHS: &str = concat!(
    "january|february|march|april|may|june|july|august|september|october|november|december",
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec",
    "|januar|jänner|februar|märz|mai|juni|juli|oktober|dezember",
    "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre",
    "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre",
    "|januari|februari|maart|mei|augustus|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
    "|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro",
);

/// A day, a month and a year of two or four digits; or a month and a day before it.
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let day = r"(?:[12][0-9]|3[01]|0?[1-9])";
    let shapes = [
        r"(?P<iso>[12][0-9]{3})[-/.](?:1[0-2]|0?[1-9])[-/.](?:[12][0-9]|3[01]|0?[1-9])".to_owned(),
        format!(r"{day}[./-] ?(?:1[0-2]|0?[1-9]|[12][0-9]|3[01])[./-] ?(?P<last>[12][0-9]{{3}}|[0-9]{{2}})"),
        format!(r"{day}(?:st|nd|rd|th|er|º|\.)?[ -](?:de |of )?(?:{MONTHS})\.?,?[ -](?:de |del )?(?P<named>[12][0-9]{{3}}|'?[0-9]{{2}})"),
        format!(r"(?:{MONTHS})\.? {day}(?:st|nd|rd|th)?,? (?P<after>[12][0-9]{{3}})"),
    ];
    Regex::new(&format!("(?i)(?:{})", shapes.join("|"))).ok()
});

static YEAR: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"(?:1[89]|20)[0-9]{2}"));

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    for date in DATE.iter().flat_map(|date| date.captures_iter(of.text)) {
        let (Some(all), Some(year)) = (date.get(0), ["iso", "last", "named", "after"].iter().find_map(|name| date.name(name))) else {
            continue;
        };
        let (start, end) = (all.start(), all.end());
        let long_ago = year.as_str().parse::<i32>().is_ok_and(|year| (1850..=of.known.this_year - LONG_AGO).contains(&year));
        let said = || {
            near::said_before(of.text, start, SAID)
                || near::said_directly_before(of.text, start, SAID_DIRECTLY)
                || near::holds(&near::after(of.text, end), SAID)
        };
        if of.stands_alone(start, end) && !of.text[end..].starts_with([':', '%']) && (long_ago || said()) {
            found.add(Identifier::BirthDate, start..end);
        }
    }
    for year in YEAR.iter().flat_map(|year| year.find_iter(of.text)) {
        if of.stands_alone(year.start(), year.end()) && near::said_directly_before(of.text, year.start(), SAID_OF_YEAR) {
            found.add(Identifier::BirthDate, year.range());
        }
    }
}
