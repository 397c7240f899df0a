//! Street and number, in the orders in which several languages write them. Must never hold a street without its number, nor a town.

use super::tokens::Token;
use super::{Find, Found, Identifier, Tongue};

/// Endings of a street's one word (German, Dutch, Scandinavian), small.
const ENDINGS: &[&str] = &[
    "straße", "strasse", "str", "weg", "gasse", "allee", "platz", "chaussee", "steig", "stieg", "straat", "laan", "plein", "gracht",
    "kade", "dijk", "singel", "gatan", "vägen", "gade", "vej", "gaten", "veien", "katu",
];
/// Words with such an ending that are no street.
const NO_STREET: &[&str] = &[
    "parkplatz",
    "arbeitsplatz",
    "sitzplatz",
    "stellplatz",
    "stehplatz",
    "bettplatz",
    "liegeplatz",
    "spielplatz",
    "schlafplatz",
    "umweg",
    "heimweg",
    "rückweg",
    "hinweg",
    "ausweg",
    "durchweg",
    "behandlungsplatz",
    "pflegeplatz",
    "bahnsteig",
    "startplatz",
    "listenplatz",
    "tischplatz",
];
/// The second word of a German street in two words.
const GERMAN: &[&str] = &["straße", "strasse", "str", "weg", "gasse", "allee", "platz", "ring", "damm", "ufer", "chaussee"];
/// The last word of an English street.
const ENGLISH: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "ln",
    "drive",
    "dr",
    "close",
    "court",
    "ct",
    "crescent",
    "cres",
    "place",
    "pl",
    "square",
    "sq",
    "terrace",
    "way",
    "gardens",
    "grove",
    "hill",
    "row",
    "mews",
    "walk",
    "boulevard",
    "blvd",
    "parkway",
    "pkwy",
    "highway",
    "hwy",
    "park",
    "green",
    "view",
    "rise",
    "quay",
    "trail",
    "circle",
];
/// The first word of a street in French, Spanish, Italian, Portuguese, Polish.
const ROMANCE: &[&str] = &[
    "rue",
    "avenue",
    "av",
    "boulevard",
    "bd",
    "allée",
    "impasse",
    "chemin",
    "quai",
    "cours",
    "faubourg",
    "calle",
    "c",
    "avenida",
    "avda",
    "plaza",
    "paseo",
    "camino",
    "carrer",
    "ronda",
    "travesía",
    "via",
    "viale",
    "piazza",
    "corso",
    "vicolo",
    "largo",
    "rua",
    "praça",
    "travessa",
    "ulica",
    "ulicy",
    "ul",
    "aleja",
    "alei",
    "al",
    "plac",
    "pl",
    "placu",
    "osiedle",
    "os",
    "place",
    "route",
];
/// Of those, words that English has too, or that are too short to mean a street in it.
const ENGLISH_TOO: &[&str] =
    &["via", "avenue", "av", "cours", "c", "al", "os", "pl", "place", "route", "corso", "largo", "plaza", "boulevard", "camino"];
/// Small words within a street's name.
const SMALL: &[&str] = &[
    "de", "la", "du", "des", "le", "les", "del", "los", "las", "el", "y", "e", "di", "della", "dei", "degli", "delle", "san", "da", "do",
    "dos", "d", "l", "i", "im",
];

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    for at in 0..of.tokens.len() {
        let hit = german(of, at).or_else(|| english(of, at)).or_else(|| romance(of, at)).or_else(|| box_number(of, at));
        if let Some((first, last)) = hit {
            found.add(Identifier::Address, of.tokens[first].start..of.tokens[last].end());
        }
    }
}

/// Whether a house's number begins here: four digits at most, no year of ours.
fn is_house(token: Option<&Token<'_>>) -> bool {
    token.is_some_and(|t| t.is_number() && t.text.len() < 5 && !(t.text.len() == 4 && ("1900".."2100").contains(&t.text)))
}

/// The last token of the house's number that begins at `at`: `12`, `12a`, `12-14`, `15/4`, `12 bis`.
fn house_end(of: &Find<'_>, at: usize) -> usize {
    let is_letter = |t: &Token<'_>| t.is_word() && t.text.len() == 1;
    let mut last = at;
    while let Some(next) = of.tokens.get(last + 1) {
        let after = of.tokens.get(last + 2);
        let number_after = after.is_some_and(|t| t.joined && (t.is_number() || is_letter(t)));
        if next.joined && is_letter(next) {
            last += 1;
        } else if next.joined && (next.is("-") || next.is("/")) && number_after {
            last += 2;
        } else if next.is_one_of(&["bis", "ter"]) && !next.is_capital() {
            return last + 1;
        } else {
            break;
        }
    }
    last
}

/// `Lindenstraße 12`, `Lange Str. 5a`, `Kerkstraat 9`; with `Am Markt 5, 10115` only before a postcode.
fn german(of: &Find<'_>, at: usize) -> Option<(usize, usize)> {
    let token = of.tokens.get(at).filter(|t| t.is_capital())?;
    let small = token.text.to_lowercase();
    let ends = ENDINGS.iter().any(|end| small.strip_suffix(end).is_some_and(|head| head.chars().count() > 2))
        && !NO_STREET.contains(&small.as_str());
    let mut next = at + 1;
    if !ends {
        let second = of.tokens.get(next).filter(|t| !t.joined || of.tokens[at].is("-"));
        let second = second.filter(|t| t.is_capital() && t.is_one_of(GERMAN));
        let ahead = of.tokens.get(next).is_some_and(|t| t.is("-")) && of.tokens.get(next + 1).is_some_and(|t| t.is_capital());
        if second.is_some() {
            next += 1;
        } else if ahead {
            // `Anne-Frank-Straße 12`: at most four parts.
            let parts = (1..4).find(|n| of.tokens.get(at + n * 2).is_some_and(|t| t.is_one_of(GERMAN)))?;
            let tied = (at..at + parts * 2).all(|n| of.tokens[n].is("-") || of.tokens[n].is_capital());
            next = at + parts * 2 + usize::from(tied);
            tied.then_some(())?;
        } else {
            return before_postcode(of, at);
        }
    }
    if of.tokens.get(next).is_some_and(|t| t.is(".")) {
        next += 1;
    }
    is_house(of.tokens.get(next)).then(|| (at, house_end(of, next)))
}

fn before_postcode(of: &Find<'_>, at: usize) -> Option<(usize, usize)> {
    let starts = of.tokens[at].is_one_of(&["am", "im", "zum", "zur", "an", "auf", "in"]);
    let name = (at + 1..at + 3).find(|n| of.tokens.get(*n).is_some_and(Token::is_capital)).filter(|_| starts)?;
    let last = is_house(of.tokens.get(name + 1)).then(|| house_end(of, name + 1))?;
    let postcode = of.tokens.get(last + 2).is_some_and(|t| t.is_number() && t.text.len() == 5);
    (of.tokens.get(last + 1)?.is(",") && postcode).then_some((at, last))
}

/// `12 Baker Street`, `Flat 2, 12 Baker St`, `1600 Old Mill Rd`.
fn english(of: &Find<'_>, at: usize) -> Option<(usize, usize)> {
    let token = of.tokens.get(at).filter(|t| t.is_number() && t.text.len() < 6 && !t.joined)?;
    let mut name = house_end(of, at) + 1;
    if of.tokens.get(name).is_some_and(|t| t.is(",")) {
        name += 1;
    }
    let words =
        of.tokens.get(name..)?.iter().take(6).take_while(|t| (t.is_word() && !t.fresh) || t.is("'") || (t.is(".") && t.joined)).count();
    let is_street = |n: &usize| of.tokens[*n].is_one_of(ENGLISH) && (name..=*n).all(|n| of.tokens[n].is_capital() || of.tokens[n].joined);
    // Small letters are a street only where one word stands between and nothing else could be meant.
    let plain = |n: &usize| *n == name + 1 && of.tokens[*n].is_one_of(&["street", "road", "avenue"]) && token.text.len() < 4;
    let last = (name + 1..name + words).rev().find(is_street).or_else(|| (name + 1..name + words).find(plain))?;
    // A flat before it is of it.
    let flat =
        at.checked_sub(3).filter(|first| of.tokens[*first].is_one_of(&["flat", "apartment", "apt", "unit"]) && of.tokens[at - 1].is(","));
    Some((flat.unwrap_or(at), last))
}

/// `rue de la Paix 5`, `5, rue de la Paix`, `Via Roma 3`, `C/ Mayor, 8`, `ul. Długa 15/4`.
fn romance(of: &Find<'_>, at: usize) -> Option<(usize, usize)> {
    let token = of.tokens.get(at).filter(|t| t.is_one_of(ROMANCE) && !t.is_shouted())?;
    if of.tongue == Tongue::English && token.is_one_of(ENGLISH_TOO) || (token.text.len() == 1 && !of.tokens.get(at + 1)?.is("/")) {
        return None;
    }
    let mut next = at + 1;
    while of.tokens.get(next).is_some_and(|t| (t.is(".") || t.is("/") || t.is("'")) && t.joined) {
        next += 1;
    }
    let (mut capitals, mut last) = (0, at);
    for (n, token) in of.tokens.iter().enumerate().skip(next).take(7) {
        let tied = token.is_one_of(SMALL) || token.is("'") || token.is("-") || (token.is(".") && token.joined);
        if !(token.is_capital() || tied) {
            break;
        }
        if token.is_capital() {
            (capitals, last) = (capitals + 1, n);
        }
    }
    if capitals == 0 {
        return None;
    }
    let before = at.checked_sub(1).map(|b| if of.tokens[b].is(",") { b.saturating_sub(1) } else { b });
    let before = before.map(|b| if of.tokens[b].is_one_of(&["bis", "ter"]) { b.saturating_sub(1) } else { b });
    if let Some(house) = before.filter(|b| is_house(of.tokens.get(*b))) {
        return Some((house, last));
    }
    let mut house = last + 1;
    while of.tokens.get(house).is_some_and(|t| {
        house < last + 5 && (t.is(",") || t.is("°") || t.is("º") || t.is(".") || t.is_one_of(&["n", "nº", "nr", "no", "numero", "número"]))
    }) {
        house += 1;
    }
    is_house(of.tokens.get(house)).then(|| (at, house_end(of, house)))
}

/// `PO Box 123`, `P.O. Box 123`, `Postfach 1234`.
fn box_number(of: &Find<'_>, at: usize) -> Option<(usize, usize)> {
    let signs = ["P", ".", "O", "."];
    let dotted = signs.iter().enumerate().all(|(n, sign)| of.tokens.get(at + n).is_some_and(|t| t.is(sign)));
    let word = at + if dotted { signs.len() } else { 1 };
    let po = (dotted || of.tokens.get(at)?.is("PO")) && of.tokens.get(word)?.is_one_of(&["box"]);
    let number = if po { word + 1 } else { at + 1 };
    let is_box = po || of.tokens.get(at)?.is_one_of(&["postfach", "postbus", "skrytka"]);
    (is_box && of.tokens.get(number)?.is_number()).then_some((at, number))
}
