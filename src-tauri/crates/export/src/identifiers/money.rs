//! Payment cards and bank accounts: the two whose sums tell them apart from every other number. Must never hold an amount.

use super::checks::{luhn, mod97};
use super::{Find, Found, Identifier, near};
use regex::Regex;
use std::sync::LazyLock;

static CARD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    near::shape(concat!(
        r"3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}",
        r"|[2-6][0-9]{3}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}(?:[ -]?[0-9]{3})?",
        r"|3[0689][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{4}",
        r"|(?:5[0678]|6[0-9])[0-9]{11,17}",
    ))
});

static IBAN: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"(?i:[A-Z]{2})[0-9]{2}"));

/// Lengths of the countries' account numbers, from the registry of ISO 13616.
const LENGTHS: &[(usize, &str)] = &[
    (15, "NO"),
    (16, "BE BI"),
    (18, "DK FI FO FK GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BF CM DJ FR GR IT MC MR SM"),
    (28, "AL AZ BJ BY CI CY DO GT HU LB ML NI PL SN SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    for hit in CARD.iter().flat_map(|card| card.find_iter(of.text)) {
        let (start, mut end) = (hit.start(), hit.end());
        let bare = near::bare(hit.as_str());
        // Three digits after a card of sixteen are those of its back, or of the next sentence.
        if bare.len() == 19 && !luhn(&bare) {
            end = start + hit.as_str().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches([' ', '-']).len();
        }
        if end > start && of.stands_alone(start, end) {
            let sound = luhn(&near::bare(&of.text[start..end]));
            // A slip of the finger makes no card of it, and it is a number all the same.
            found.add(if sound { Identifier::Card } else { Identifier::Record }, start..end);
        }
    }
    for hit in IBAN.iter().flat_map(|iban| iban.find_iter(of.text)) {
        if let Some(end) = iban(of.text, hit.start())
            && of.stands_alone(hit.start(), end)
        {
            found.add(Identifier::Iban, hit.start()..end);
        }
    }
}

/// Where the account number that begins here ends, if its length is its country's and its sum comes out.
fn iban(text: &str, start: usize) -> Option<usize> {
    let country = text[start..start + 2].to_ascii_uppercase();
    let length = LENGTHS.iter().find(|(_, countries)| countries.split(' ').any(|c| c == country))?.0;
    let (mut bare, mut end, mut apart) = (String::with_capacity(length), start, false);
    for (at, c) in text[start..].char_indices() {
        match c {
            _ if bare.len() == length => break,
            c if c.is_ascii_alphanumeric() => {
                bare.push(c);
                (end, apart) = (start + at + 1, false);
            }
            ' ' | '-' if !apart => apart = true,
            _ => return None,
        }
    }
    (bare.len() == length && mod97(bare[4..].chars().chain(bare[..4].chars())) == 1).then_some(end)
}
