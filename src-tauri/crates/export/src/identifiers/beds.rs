//! Beds, rooms, wards and cases by their number: who lay there is known to everybody on the ward. Must never hold a count of beds.

use super::tokens::Token;
use super::{Find, Found, Identifier, Tongue};

/// Words before the number, small, in all languages; “of them” is told by what stands before and after.
const WORDS: &[&str] = &[
    "bed",
    "beds",
    "room",
    "rooms",
    "rm",
    "zi",
    "ward",
    "bay",
    "cubicle",
    "cubicles",
    "bett",
    "betten",
    "zimmer",
    "station",
    "saal",
    "platz",
    "lit",
    "lits",
    "chambre",
    "chambres",
    "cama",
    "camas",
    "habitación",
    "habitaciones",
    "sala",
    "letto",
    "letti",
    "stanza",
    "stanze",
    "camera",
    "camere",
    "reparto",
    "kamer",
    "kamers",
    "afdeling",
    "zaal",
    "łóżko",
    "łóżka",
    "łóżku",
    "pokój",
    "pokoju",
    "pokoje",
    "oddział",
    "sali",
    "quarto",
    "leito",
    "cabine",
    "box",
];
/// A case, by a number too short to be a record's.
const CASES: &[&str] = &["case", "fall", "cas", "caso", "zaak", "geval", "przypadek"];
/// Words of other languages that English, French or Spanish have with another meaning.
const NOT_IN_ENGLISH: &[&str] = &["station", "platz", "lit", "lits", "camera", "sala", "fall", "box", "cabine", "saal", "reparto", "letto"];
/// Before a case these make it an “if”, and a reader of “lit” reads.
const OTHERWISE: &[&str] = &[
    "in", "any", "no", "each", "every", "worst", "diesem", "jedem", "keinem", "dem", "auf", "jeden", "en", "au", "tout", "dans", "ce",
    "este", "ese", "tal", "il", "elle", "on", "qui", "for", "ogni", "questo", "this", "that", "best", "which",
];
/// After the number these make it a count: “room 2 hours later”, “bed 3 times”.
const COUNTED: &[&str] = &[
    "people",
    "hours",
    "hour",
    "minutes",
    "mins",
    "times",
    "days",
    "weeks",
    "more",
    "of",
    "patients",
    "euro",
    "euros",
    "mal",
    "stunden",
    "minuten",
    "tage",
    "leute",
    "personen",
    "fois",
    "heures",
    "minutes",
    "jours",
    "pages",
    "personnes",
    "veces",
    "horas",
    "minutos",
    "días",
    "personas",
    "volte",
    "ore",
    "minuti",
    "giorni",
    "persone",
    "keer",
    "uur",
    "minuten",
    "dagen",
    "razy",
    "godzin",
    "minut",
    "dni",
    "osób",
    "osoby",
    "pm",
    "am",
    "mg",
    "ml",
    "uhr",
];

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    for (at, token) in of.tokens.iter().enumerate().filter(|(_, t)| t.is_word()) {
        let small = token.text.to_lowercase();
        let case = CASES.contains(&small.as_str());
        if !(case || WORDS.contains(&small.as_str())) || (of.tongue == Tongue::English && NOT_IN_ENGLISH.contains(&small.as_str())) {
            continue;
        }
        let otherwise = (case || small == "lit") && at.checked_sub(1).is_some_and(|before| of.tokens[before].is_one_of(OTHERWISE));
        if let Some(last) = number_end(of, at + 1, case).filter(|_| !otherwise) {
            found.add(Identifier::Bed, token.start..of.tokens[last].end());
        }
    }
}

/// The last token of the number after the word: `12`, `no. 12`, `4B`, `B-12`, `12 and 14`.
fn number_end(of: &Find<'_>, from: usize, case: bool) -> Option<usize> {
    let mut at = from;
    while at < from + 3
        && of.tokens.get(at).is_some_and(|t| {
            t.is_one_of(&["no", "nr", "number", "nummer", "numéro", "número", "n"])
                || t.is(".")
                || t.is("°")
                || t.is("º")
                || t.is("#")
                || (t.is("-") && t.joined)
        })
    {
        at += 1;
    }
    let mut last = one(of, at, case)?;
    // “beds 12 and 14”, “Zimmer 3/4”: one hit.
    while let Some(next) = of
        .tokens
        .get(last + 1)
        .filter(|t| t.is_one_of(&["and", "und", "et", "y", "e", "en", "i", "or", "to", "bis"]) || t.is("&") || t.is("/") || t.is("-"))
    {
        match one(of, last + 2, case).filter(|_| !next.is_capital()) {
            Some(further) => last = further,
            None => break,
        }
    }
    let after = of.tokens.get(last + 1);
    let counted = after.is_some_and(|t| t.is_one_of(COUNTED) || t.is("%") || (t.is(":") && t.joined) || t.is("€") || t.is("°"));
    (!counted).then_some(last)
}

/// One number: four digits at most and no year, with a letter on either side where it is written on.
fn one(of: &Find<'_>, at: usize, case: bool) -> Option<usize> {
    let is_letter = |t: &&Token<'_>| t.is_word() && t.text.chars().count() == 1;
    let first = of.tokens.get(at)?;
    let (number, mut last) = if is_letter(&first) && first.is_capital() {
        let dash = of.tokens.get(at + 1).is_some_and(|t| t.is("-") && t.joined);
        let number = at + 1 + usize::from(dash);
        (of.tokens.get(number).filter(|t| t.joined)?, number)
    } else {
        (first, at)
    };
    let year = number.text.len() == 4 && ("1900".."2100").contains(&number.text);
    let short = number.is_number() && number.text.len() < if case { 4 } else { 5 } && !year;
    short.then_some(())?;
    if of.tokens.get(last + 1).filter(is_letter).is_some_and(|t| t.joined) {
        last += 1;
    }
    let written_on = of.tokens.get(last + 1).is_some_and(|t| t.joined && (t.is_word() || t.is(":")));
    let point = of.tokens.get(last + 1).is_some_and(|t| t.joined && (t.is(".") || t.is(",")))
        && of.tokens.get(last + 2).is_some_and(|t| t.joined && t.is_number());
    (!written_on && !point).then_some(last)
}
