//! Numbers that a state gives a person, by their shape and their check digit; and any number that is said to be one. One table.
//! Must never hold a number that a firm gives.

use super::checks::{digits, is_day, luhn, mod11_10, two, verhoeff, weighed};
use super::near;
use super::{Find, Found, Identifier};
use regex::Regex;
use std::sync::LazyLock;

/// A number of one country.
struct Row {
    /// Which it is, for whoever reads the table.
    #[cfg_attr(not(test), allow(dead_code, reason = "the tests tell by it which row failed"))]
    what: &'static str,
    /// Its shape in a plain text, boundaries apart.
    shape: &'static str,
    /// Whether the bare number, in capitals, is one.
    is: fn(&str) -> bool,
    /// Whether one of [`SAID`] has to stand before it: shapes that much else has as well.
    told: bool,
}

const fn row(what: &'static str, shape: &'static str, is: fn(&str) -> bool) -> Row {
    Row { what, shape, is, told: false }
}

const TABLE: &[Row] = &[
    row("US SSN", r"[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}", ssn),
    row("UK National Insurance", r"(?i:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?(?i:[A-D])", |_| true),
    row("UK NHS number", r"[0-9]{3} [0-9]{3} [0-9]{4}", nhs),
    Row { told: true, ..row("UK NHS number, otherwise parted", r"[0-9]{3}-?[0-9]{3}-?[0-9]{4}", nhs) },
    row("German tax number", r"[0-9]{2} [0-9]{3} [0-9]{3} [0-9]{3}", steuer),
    Row { told: true, ..row("German tax number, unparted", r"[0-9]{11}", steuer) },
    row("German pension insurance", r"[0-9]{2} ?[0-3][0-9][01][0-9][0-9]{2} ?(?i:[A-Z]) ?[0-9]{3}", |b| is_date(&digits(b)[2..8], 0)),
    row("French NIR", r"[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]|[2-9][0-9]) ?(?:[0-9]{2}|2[ABab]) ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}", nir),
    row("Italian codice fiscale", r"(?i:[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z])", |_| true),
    row("Spanish DNI, NIE", r"(?i:[XYZ]-?[0-9]{7}|[0-9]{1,2}\.?[0-9]{3}\.?[0-9]{3})[- ]?(?i:[A-HJ-NP-TV-Z])", dni),
    Row { told: true, ..row("Dutch BSN", r"[0-9]{4}[. ]?[0-9]{2}[. ]?[0-9]{3}|[0-9]{3}[. ][0-9]{3}[. ][0-9]{3}", bsn) },
    row("Swedish personal number", r"(?:19|20)?[0-9]{6}[-+][0-9]{4}", swedish),
    row("Danish CPR", r"[0-3][0-9][01][0-9]{3}-[0-9]{4}", |b| is_date(&digits(b), 0)),
    Row { told: true, ..row("Norwegian birth number", r"[0-9]{6} ?[0-9]{5}", norwegian) },
    row("Finnish HETU", r"[0-3][0-9][01][0-9]{3}[-+ABCDEFYXWVUabcdef][0-9]{3}[0-9A-Ya-y]", hetu),
    row("Polish PESEL", r"[0-9]{11}", pesel),
    row("Indian Aadhaar", r"[2-9][0-9]{3}[ -][0-9]{4}[ -][0-9]{4}", |b| verhoeff(&digits(b))),
    Row { told: true, ..row("Indian Aadhaar, unparted", r"[2-9][0-9]{11}", |b| verhoeff(&digits(b))) },
    row("Indian PAN", r"[A-Z]{3}[ABCFGHLJPT][A-Z][0-9]{4}[A-Z]", |_| true),
    row("Brazilian CPF", r"[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}", cpf),
    Row { told: true, ..row("Brazilian CPF, unparted", r"[0-9]{11}", cpf) },
    row("Belgian national number", r"[0-9]{2}[. ][01][0-9][. ][0-3][0-9][- ][0-9]{3}[. ][0-9]{2}", belgian),
    row("Swiss AHV", r"756[. ]?[0-9]{4}[. ]?[0-9]{4}[. ]?[0-9]{2}", |b| {
        let d = digits(b);
        weighed(&d, &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]).is_multiple_of(10)
    }),
    Row { told: true, ..row("Austrian insurance number", r"[0-9]{4} ?[0-3][0-9][01][0-9]{3}", austrian) },
    row("Irish PPS", r"[0-9]{7}(?i:[A-W][A-I]?)", pps),
    row("Czech and Slovak birth number", r"[0-9]{6}/[0-9]{4}", |b| digits(b).iter().fold(0, |left, d| (left * 10 + d) % 11) % 10 == 0),
    Row { told: true, ..row("Romanian CNP", r"[1-8][0-9]{12}", romanian) },
    Row { told: true, ..row("Canadian SIN", r"[0-9]{3}[ -][0-9]{3}[ -][0-9]{3}", luhn) },
    row("South African ID", r"[0-9]{13}", |b| is_date(&digits(b), 2) && luhn(b)),
    row("Mexican CURP", r"[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[0-9A-Z][0-9]", |_| true),
    row("Chinese resident number", r"[1-9][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx]", chinese),
    row("Korean resident number", r"[0-9]{6}-[1-8][0-9]{6}", |b| is_date(&digits(b), 2)),
    Row { told: true, ..row("Turkish number", r"[1-9][0-9]{10}", turkish) },
];

/// Words that say of a number that a state gave it; as one word or more, folded.
const SAID: &[&str] = &[
    "ssn",
    "sin",
    "social security",
    "social insurance",
    "national insurance",
    "ni number",
    "ni no",
    "nino",
    "nhs number",
    "nhs no",
    "nhs nr",
    "passport",
    "driving licence",
    "drivers license",
    "licence number",
    "tax id",
    "tax number",
    "medicare",
    "medicaid",
    "personnummer",
    "personal number",
    "id number",
    "id card",
    "steuer id",
    "steuer-id",
    "steueridentifikationsnummer",
    "steuernummer",
    "idnr",
    "sozialversicherungsnummer",
    "sv-nummer",
    "svnr",
    "sv nummer",
    "rentenversicherungsnummer",
    "versichertennummer",
    "krankenversichertennummer",
    "reisepass",
    "passnummer",
    "personalausweis",
    "ausweisnummer",
    "ausweis",
    "ahv",
    "numero de secu",
    "numero de securite sociale",
    "securite sociale",
    "passeport",
    "carte vitale",
    "carte d'identite",
    "codice fiscale",
    "tessera sanitaria",
    "carta d'identita",
    "passaporto",
    "dni",
    "nif",
    "nuss",
    "seguridad social",
    "pasaporte",
    "bsn",
    "burgerservicenummer",
    "paspoort",
    "sofinummer",
    "pesel",
    "dowod",
    "dowodu",
    "paszport",
    "paszportu",
    "cpr-nummer",
    "fodselsnummer",
    "hetu",
    "henkilotunnus",
    "aadhaar",
    "aadhar",
    "cpf",
    "rijksregisternummer",
    "rijksregister",
    "ppsn",
    "rodne cislo",
    "curp",
    "tckn",
];

static SHAPES: LazyLock<Vec<(Regex, &'static Row)>> =
    LazyLock::new(|| TABLE.iter().filter_map(|row| Some((near::shape(row.shape)?, row))).collect());

/// What is said to be such a number, whatever its sum: five letters and digits or more, with a digit among them.
static ANY: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"[A-Z]{0,5}-?[0-9][0-9A-Z]{0,17}(?:[ ./-][0-9A-Z]{1,8}){0,6}"));

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    for (shape, row) in SHAPES.iter() {
        for hit in shape.find_iter(of.text).filter(|hit| of.stands_alone(hit.start(), hit.end())) {
            let bare = near::bare(hit.as_str());
            if !is_abroad(of.text, hit.start()) && (row.is)(&bare) && (!row.told || near::said_before(of.text, hit.start(), SAID)) {
                found.add(Identifier::NationalId, hit.range());
            }
        }
    }
    for hit in ANY.iter().flat_map(|any| any.find_iter(of.text)) {
        let digits = hit.as_str().bytes().filter(u8::is_ascii_digit).count();
        if digits > 4 && of.stands_alone(hit.start(), hit.end()) && near::said_directly_before(of.text, hit.start(), SAID) {
            found.add(Identifier::NationalId, hit.range());
        }
    }
}

/// After a country's code: the rest of a phone number.
fn is_abroad(text: &str, start: usize) -> bool {
    text[..start].trim_end_matches([' ', '-']).trim_end_matches(|c: char| c.is_ascii_digit()).ends_with('+')
}

/// Six digits from the first on as day, month, year (`order` 0) or year, month, day (2).
fn is_date(d: &[u32], order: usize) -> bool {
    is_day(two(d, order * 2), two(d, 2))
}

fn ssn(bare: &str) -> bool {
    let d = digits(bare);
    let area = d[0] * 100 + d[1] * 10 + d[2];
    area != 0 && area < 900 && two(&d, 3) != 0 && d[5..].iter().any(|d| *d != 0)
}

fn nhs(bare: &str) -> bool {
    let d = digits(bare);
    d.len() == 10 && (11 - weighed(&d, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 == d[9] && d.iter().any(|x| *x != d[0])
}

fn steuer(bare: &str) -> bool {
    let d = digits(bare);
    let most = (0..10).map(|n| d[..10].iter().filter(|x| **x == n).count()).max();
    d[0] != 0 && matches!(most, Some(2 | 3)) && mod11_10(&d)
}

fn nir(bare: &str) -> bool {
    // Corsica's departments count as 19 and 18.
    let plain = bare.replace("2A", "19").replace("2B", "18");
    let Ok(number) = plain[..13].parse::<u64>() else { return false };
    plain[13..].parse::<u64>().is_ok_and(|key| 97 - number % 97 == key)
}

fn dni(bare: &str) -> bool {
    let (number, letter) = bare.split_at(bare.len() - 1);
    let number = number.replacen('X', "0", 1).replacen('Y', "1", 1).replacen('Z', "2", 1);
    let Ok(number) = number.parse::<usize>() else { return false };
    bare.len() == 9 && b"TRWAGMYFPDXBNJZSQVHLCKE"[number % 23] == letter.as_bytes()[0]
}

fn bsn(bare: &str) -> bool {
    let d = digits(bare);
    d.len() == 9 && (weighed(&d, &[9, 8, 7, 6, 5, 4, 3, 2]) + 10 * d[8]).is_multiple_of(11)
}

fn swedish(bare: &str) -> bool {
    let last = &bare[bare.len() - 10..];
    let d = digits(last);
    // Sixty is added to the day of those who have no number for life yet.
    is_day(two(&d, 4) % 60, two(&d, 2)) && luhn(last)
}

fn norwegian(bare: &str) -> bool {
    let d = digits(bare);
    let first = (weighed(&d, &[3, 7, 6, 1, 8, 9, 4, 5, 2]) + d[9]).is_multiple_of(11);
    d.len() == 11
        && is_day(two(&d, 0) % 40, two(&d, 2) % 40)
        && first
        && (weighed(&d, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) + d[10]).is_multiple_of(11)
}

fn hetu(bare: &str) -> bool {
    let d = digits(&bare[..bare.len() - 1]);
    let number = d.iter().fold(0u64, |n, d| n * 10 + u64::from(*d));
    let letter = b"0123456789ABCDEFHJKLMNPRSTUVWXY"[usize::try_from(number % 31).unwrap_or_default()];
    d.len() == 9 && is_date(&d, 0) && bare.as_bytes()[bare.len() - 1] == letter
}

fn pesel(bare: &str) -> bool {
    let d = digits(bare);
    // The month tells the century: 20 is added for those born after 1999, and so on.
    is_day(two(&d, 4), two(&d, 2) % 20) && weighed(&d, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]).is_multiple_of(10)
}

fn cpf(bare: &str) -> bool {
    let d = digits(bare);
    let check = |n: usize| {
        let weights: Vec<u32> = (2..=u32::try_from(n).unwrap_or_default() + 1).rev().collect();
        weighed(&d[..n], &weights) * 10 % 11 % 10
    };
    d.len() == 11 && d.iter().any(|x| *x != d[0]) && check(9) == d[9] && check(10) == d[10]
}

fn belgian(bare: &str) -> bool {
    let Ok(number) = bare[..9].parse::<u64>() else { return false };
    // Whoever was born after 1999 is counted with a two in front.
    bare[9..].parse::<u64>().is_ok_and(|key| [number, number + 2_000_000_000].iter().any(|n| 97 - n % 97 == key))
}

fn austrian(bare: &str) -> bool {
    let d = digits(bare);
    is_date(&d[4..], 0) && weighed(&d, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == d[3]
}

fn pps(bare: &str) -> bool {
    let d = digits(bare);
    let letter = |at: usize| bare.as_bytes().get(at).map_or(0, |b| u32::from(b - b'@'));
    (weighed(&d, &[8, 7, 6, 5, 4, 3, 2]) + letter(8) * 9) % 23 == letter(7) % 23
}

fn romanian(bare: &str) -> bool {
    let d = digits(bare);
    let left = weighed(&d, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    is_day(two(&d, 5), two(&d, 3)) && (if left == 10 { 1 } else { left }) == d[12]
}

fn chinese(bare: &str) -> bool {
    let d = digits(&bare[..17]);
    let left = weighed(&d, &[7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
    is_day(two(&d, 12), two(&d, 10)) && b"10X98765432"[usize::try_from(left).unwrap_or_default()] == bare.as_bytes()[17]
}

fn turkish(bare: &str) -> bool {
    let d = digits(bare);
    let (odd, even): (u32, u32) = (d[..9].iter().step_by(2).sum(), d[1..8].iter().step_by(2).sum());
    (odd * 7 + 10 * 11 - even) % 10 == d[9] && d[..10].iter().sum::<u32>() % 10 == d[10]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number of each row that exists nowhere but in textbooks.
    #[test]
    fn every_row_knows_its_own_and_not_a_slip_of_the_finger() {
        let known = [
            ("US SSN", "219-09-9999", "000-09-9999"),
            ("UK NHS number", "943 476 5919", "943 476 5918"),
            ("German tax number", "36 574 261 809", "36 574 261 808"),
            ("French NIR", "2 55 08 14 168 025 38", "2 55 08 14 168 025 39"),
            ("Spanish DNI, NIE", "12345678Z", "12345678A"),
            ("Spanish DNI, NIE", "X1234567L", "X1234567M"),
            ("Dutch BSN", "111222333", "111222334"),
            ("Swedish personal number", "811218-9876", "811218-9877"),
            ("Danish CPR", "010190-1234", "410190-1234"),
            ("Finnish HETU", "131052-308T", "131052-308U"),
            ("Polish PESEL", "44051401359", "44051401358"),
            ("Indian Aadhaar", "2341 2341 2346", "2341 2341 2345"),
            ("Brazilian CPF", "123.456.789-09", "123.456.789-08"),
            ("Belgian national number", "85.07.30-033.28", "85.07.30-033.29"),
            ("Swiss AHV", "756.1234.5678.97", "756.1234.5678.98"),
            ("Austrian insurance number", "1237 010180", "1238 010180"),
            ("Irish PPS", "1234567T", "1234567S"),
            ("Czech and Slovak birth number", "736028/5163", "736028/5164"),
            ("Romanian CNP", "1800101221144", "1800101221145"),
            ("Canadian SIN", "046 454 286", "046 454 287"),
            ("South African ID", "8001015009087", "8001015009088"),
            ("Chinese resident number", "11010519491231002X", "110105194912310021"),
            ("Turkish number", "10000000146", "10000000145"),
            ("Norwegian birth number", "01010750160", "01010750161"),
            ("German pension insurance", "15 070649 C 103", "15 470649 C 103"),
        ];
        for (what, right, wrong) in known {
            let (shape, row) = SHAPES.iter().find(|(_, row)| row.what == what).unwrap();
            let is = |number: &str| shape.find(number).is_some_and(|m| m.as_str() == number) && (row.is)(&near::bare(number));
            assert!(is(right), "{what}: {right}");
            assert!(!is(wrong), "{what}: {wrong}");
        }
    }

    #[test]
    fn every_shape_can_be_read() {
        assert_eq!(SHAPES.len(), TABLE.len());
        assert!(ANY.is_some());
    }
}
