//! Postcodes, with the town where the two are written together. Must never hold five digits that stand beside nothing.

use super::tokens::Token;
use super::{Find, Found, Identifier, near};
use regex::Regex;
use std::sync::LazyLock;

/// The areas of the United Kingdom.
const AREAS: &str = concat!(
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD ",
    "HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM ",
    "S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE",
);
const STATES: &str = concat!(
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX",
    "|UT|VT|VA|WA|WV|WI|WY|DC|PR",
);
/// Capitals after four digits that are no Dutch postcode.
const NOT_DUTCH: &[&str] = &[
    "SA", "SD", "SS", "ML", "MG", "KG", "KM", "CM", "MM", "IE", "IU", "EU", "PM", "AM", "UK", "US", "AD", "BC", "CE", "OK", "IT", "TV",
    "HR",
];
/// Words before five digits that say that a place comes, folded.
const PLACES: &[&str] = &[
    "in",
    "aus",
    "nach",
    "plz",
    "postleitzahl",
    "wohnt",
    "wohnhaft",
    "a",
    "au",
    "cp",
    "code postal",
    "habite",
    "en",
    "c.p",
    "codigo postal",
    "vive",
    "da",
    "di",
    "cap",
    "abita",
    "postcode",
    "zip",
    "zip code",
    "postal code",
    "w",
    "z",
    "do",
    "kod",
    "kod pocztowy",
];
/// Capitalised words after five digits that count something.
const COUNTED: &[&str] = &[
    "euro",
    "euros",
    "schritte",
    "menschen",
    "kunden",
    "stück",
    "mitarbeiter",
    "einheiten",
    "franken",
    "dollar",
    "anrufe",
    "seiten",
    "punkte",
    "wörter",
    "zeichen",
    "leute",
    "personen",
    "einwohner",
    "mal",
    "meter",
    "kilometer",
    "artikel",
    "pakete",
    "briefe",
    "stunden",
    "tage",
    "patienten",
    "anfragen",
    "bestellungen",
    "zuschauer",
];

static BRITISH: LazyLock<Option<Regex>> =
    LazyLock::new(|| near::shape(r"(?P<area>[A-Z]{1,2})[0-9][0-9A-HJKPSTUVWXY]? ?[0-9][ABD-HJLNP-UW-Z]{2}"));
static CANADIAN: LazyLock<Option<Regex>> =
    LazyLock::new(|| near::shape(r"[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][ -]?[0-9][ABCEGHJ-NPRSTV-Z][0-9]"));
static AMERICAN: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(&format!("(?:{STATES}),? [0-9]{{5}}(?:-[0-9]{{4}})?")));
static DUTCH: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"[1-9][0-9]{3} ?(?P<letters>[A-Z]{2})"));
/// Small letters, where it is said to be one.
static TOLD: LazyLock<Option<Regex>> =
    LazyLock::new(|| near::shape(r"(?i:[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}|[0-9]{4,5}(?:-[0-9]{3,4})?)"));
const TOLD_BY: &[&str] =
    &["postcode", "post code", "zip", "zip code", "plz", "postleitzahl", "code postal", "codigo postal", "cap", "kod pocztowy"];

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    for shape in [&CANADIAN, &AMERICAN] {
        for hit in shape.iter().flat_map(|shape| shape.find_iter(of.text)) {
            if of.stands_alone(hit.start(), hit.end()) {
                found.add(Identifier::Postcode, hit.range());
            }
        }
    }
    for hit in BRITISH.iter().flat_map(|shape| shape.captures_iter(of.text)) {
        if let (Some(all), Some(area)) = (hit.get(0), hit.name("area"))
            && AREAS.split(' ').any(|known| known == area.as_str())
            && of.stands_alone(all.start(), all.end())
        {
            found.add(Identifier::Postcode, all.range());
        }
    }
    for hit in DUTCH.iter().flat_map(|shape| shape.captures_iter(of.text)) {
        if let (Some(all), Some(letters)) = (hit.get(0), hit.name("letters"))
            && !NOT_DUTCH.contains(&letters.as_str())
            && of.stands_alone(all.start(), all.end())
        {
            found.add(Identifier::Postcode, all.start()..of.town_after(all.end()));
        }
    }
    for hit in TOLD.iter().flat_map(|shape| shape.find_iter(of.text)) {
        if of.stands_alone(hit.start(), hit.end()) && near::said_directly_before(of.text, hit.start(), TOLD_BY) {
            found.add(Identifier::Postcode, hit.range());
        }
    }
    beside_towns(of, found);
}

/// Five digits, or the Polish two and three, with a town after them.
fn beside_towns(of: &Find<'_>, found: &mut Found) {
    for (at, token) in of.tokens.iter().enumerate().filter(|(_, t)| t.is_number() && t.text.len() < 6) {
        let polish = token.text.len() == 2 && of.tokens.get(at + 1).is_some_and(|t| t.is("-") && t.joined);
        let polish = polish && of.tokens.get(at + 2).is_some_and(|t| t.is_number() && t.joined && t.text.len() == 3);
        let last = if polish { at + 2 } else { at };
        let Some(town) = of.tokens.get(last + 1).filter(|t| !t.joined && t.is_capital() && !t.is_shouted()) else { continue };
        let before = at.checked_sub(1).and_then(|before| of.tokens.get(before));
        // `D-10115`, `CH-8001`: the country before it is of it.
        let country = at.checked_sub(2).filter(|_| token.joined && before.is_some_and(|t| t.is("-") && t.joined));
        let country = country.and_then(|c| of.tokens.get(c)).filter(|t| t.is_word() && t.is_capital() && t.text.len() < 3);
        // Four digits (Vienna, Zurich) only after a street and its comma, or a country.
        let after_house = before.is_some_and(|t| t.is(",")) && at.checked_sub(2).is_some_and(|b| ends_house(of, b));
        let four = token.text.len() == 4 && (country.is_some() || after_house);
        if !(polish || four || token.text.len() == 5)
            || COUNTED.contains(&town.text.to_lowercase().as_str())
            || !of.stands_alone(token.start, of.tokens[last].end())
        {
            continue;
        }
        let after_street = before.is_some_and(|t| t.is(",") || t.is("(") || t.is(":"));
        if polish || four || country.is_some() || token.fresh || after_street || near::said_directly_before(of.text, token.start, PLACES) {
            let start = country.map_or(token.start, |c| c.start);
            found.add(Identifier::Postcode, start..of.town_after(of.tokens[last].end()));
        }
    }
}

/// Whether a house's number ends here: `12`, or the letter of `12a`.
fn ends_house(of: &Find<'_>, at: usize) -> bool {
    let letter = of.tokens[at].joined && of.tokens[at].text.len() == 1 && at > 0 && of.tokens[at - 1].is_number();
    of.tokens[at].is_number() || letter
}

impl Find<'_> {
    /// Where the town ends that is written directly after a postcode; the postcode's own end where none is.
    fn town_after(&self, end: usize) -> usize {
        let first = self.tokens.partition_point(|t| t.start < end);
        let part = |token: &Token<'_>, at: usize| {
            token.is_capital() || (at > 0 && (token.is("-") || token.is_one_of(&["am", "an", "der", "sur", "la", "de", "del"])))
        };
        let town = self.tokens[first..]
            .iter()
            .take(5)
            .enumerate()
            .take_while(|(at, t)| part(t, *at) && !t.fresh && self.text[..t.start].trim_end().len() + 1 >= t.start);
        let mut last = end;
        for (at, token) in town {
            // One word; more only across a dash or a small word.
            let tied = at == 0 || !token.is_capital() || !self.tokens[first + at - 1].is_capital();
            if !tied {
                break;
            }
            if token.is_capital() {
                last = token.end();
            }
        }
        last
    }
}
