//! Numbers that a house gives: accounts, orders, cases, records, tickets. Long runs of digits, letters and digits mixed, and short ones
//! that are said to be one. Must never hold an amount, a dose, a date or a time.

use super::amounts::is_amount;
use super::{Find, Found, Identifier, near};
use regex::Regex;
use std::sync::LazyLock;

/// What such a number is called, folded.
const SAID: &[&str] = &[
    "order",
    "account",
    "acct",
    "a c",
    "ticket",
    "ref",
    "reference",
    "case",
    "case file",
    "invoice",
    "booking",
    "claim",
    "complaint",
    "policy",
    "record",
    "mrn",
    "file",
    "customer",
    "contract",
    "tracking",
    "parcel",
    "receipt",
    "return",
    "rma",
    "incident",
    "job",
    "badge",
    "membership",
    "member",
    "hospital",
    "patient",
    "chart",
    "serial",
    "extension",
    "bestellung",
    "bestellnummer",
    "auftrag",
    "auftragsnummer",
    "kunde",
    "kundennummer",
    "konto",
    "kontonummer",
    "rechnung",
    "rechnungsnummer",
    "vorgang",
    "vorgangsnummer",
    "aktenzeichen",
    "az",
    "akte",
    "fallnummer",
    "fall",
    "vertrag",
    "vertragsnummer",
    "ticketnummer",
    "sendung",
    "sendungsnummer",
    "patientennummer",
    "fallnr",
    "aufnahmenummer",
    "schadennummer",
    "versicherungsnummer",
    "mitgliedsnummer",
    "commande",
    "dossier",
    "compte",
    "facture",
    "contrat",
    "reclamation",
    "reservation",
    "suivi",
    "colis",
    "pedido",
    "cuenta",
    "factura",
    "expediente",
    "contrato",
    "reclamacion",
    "reserva",
    "historia clinica",
    "historia",
    "incidencia",
    "ordine",
    "conto",
    "fattura",
    "pratica",
    "contratto",
    "cartella",
    "reclamo",
    "bestelling",
    "bestelnummer",
    "klantnummer",
    "rekening",
    "rekeningnummer",
    "factuur",
    "factuurnummer",
    "dossiernummer",
    "zaak",
    "zaaknummer",
    "klacht",
    "polis",
    "zamowienie",
    "zamowienia",
    "faktura",
    "faktury",
    "konto",
    "sprawa",
    "sprawy",
    "reklamacja",
    "reklamacji",
    "umowa",
    "umowy",
    "sygnatura",
    "kundennr",
    "bestellnr",
    "rechnungsnr",
    "auftragsnr",
    "vorgangsnr",
    "sinistre",
    "prontuario",
];

/// With these the word before the number says “if”, folded.
const NOT_SAID: &[&str] =
    &["in case", "in any case", "jeden fall", "diesem fall", "keinen fall", "en cas", "au cas", "este caso", "in order"];

/// Letters before digits that name a standard, a thing or a time, not a person.
const PUBLIC: &[&str] = &[
    "ISO", "EN", "DIN", "BS", "IEC", "IEEE", "RFC", "UTF", "SHA", "MD", "FY", "COVID", "CV", "SARS", "COV", "FFP", "MP", "IPV", "HTTP",
    "WD", "KN", "CO", "PM", "Q", "WIN", "OFFICE", "HB", "BA", "E", "BGB", "STGB", "SGB", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL",
    "AUG", "SEP", "OCT", "NOV", "DEC", "CTRL", "ALT", "F", "CH", "USB", "HDMI", "ICD", "NICE", "CG", "EU", "GDPR", "ART", "WLAN", "PIN",
    "H",
];
/// What digits are counted in when letters follow them directly.
const UNITS: &[&str] = &[
    "MG", "G", "KG", "MCG", "UG", "ML", "CL", "L", "MM", "CM", "M", "KM", "H", "HRS", "MIN", "MINS", "S", "SEC", "MS", "KCAL", "KJ", "CAL",
    "IU", "IE", "UI", "U", "MMOL", "MMHG", "BPM", "AM", "PM", "ST", "ND", "RD", "TH", "ER", "EME", "E", "K", "X", "EUR", "USD", "GBP",
    "CHF", "PLN", "KR", "KW", "KWH", "W", "V", "A", "HZ", "MHZ", "GHZ", "KB", "MB", "GB", "TB", "PX", "PT", "PCS", "PPM", "FT", "LB",
    "LBS", "OZ", "MPH", "KMH", "UHR", "SS", "S", "ISH", "PP", "ERS", "ER", "C",
];
static LONG: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"[0-9]{6,}"));
static PARTED: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"[0-9]{1,20}(?:[-/][0-9]{1,20}){1,4}"));
/// Letters and digits with a dash or nothing between; what must be true of it is in [`is_mixed`].
static MIXED: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"[A-Za-z0-9]+(?:[-/_][A-Za-z0-9]+){0,5}"));
static HASHED: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"# ?[A-Za-z]{0,4}-?[0-9]{3,}(?:[-/][0-9]{1,8}){0,3}"));
/// Groups of digits with a space between, nine digits or more.
static SPACED: LazyLock<Option<Regex>> = LazyLock::new(|| near::shape(r"[0-9]{2,6}(?: [0-9]{2,6}){2,7}"));
/// After a word that says so: three digits or more, with gaps, letters or a file's signs between.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    near::shape(
        r"[A-Z]{0,5}[-/]?[0-9]{1,12}(?:(?:[-/.]| (?:[A-Z]{1,3} )?)[0-9]{1,8}(?:/[0-9]{1,4})?){0,3}|[0-9]{1,4} (?:[A-Z]{1,3} )[0-9]{1,5}/[0-9]{2,4}",
    )
});

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    let mut add = |start: usize, end: usize| found.add(Identifier::Record, start..end);
    let all = |shape: &'static LazyLock<Option<Regex>>| shape.iter().flat_map(|shape| shape.find_iter(of.text));
    for hit in all(&HASHED) {
        if of.stands_alone(hit.start(), hit.end()) {
            add(hit.start(), hit.end());
        }
    }
    for hit in all(&LONG) {
        if of.stands_alone(hit.start(), hit.end()) && !is_amount(of.text, hit.start(), hit.end()) && !is_basic_day(hit.as_str()) {
            add(hit.start(), hit.end());
        }
    }
    for hit in all(&PARTED) {
        let digits = hit.as_str().bytes().filter(u8::is_ascii_digit).count();
        if digits > 5 && of.stands_alone(hit.start(), hit.end()) && !is_date(hit.as_str()) && !is_amount(of.text, hit.start(), hit.end()) {
            add(hit.start(), hit.end());
        }
    }
    for hit in all(&SPACED) {
        if is_spaced(hit.as_str()) && of.stands_alone(hit.start(), hit.end()) && !is_amount(of.text, hit.start(), hit.end()) {
            add(hit.start(), hit.end());
        }
    }
    for hit in all(&MIXED) {
        if is_mixed(hit.as_str()) && of.stands_alone(hit.start(), hit.end()) {
            add(hit.start(), hit.end());
        }
    }
    for hit in all(&NAMED) {
        let end = hit.start() + hit.as_str().trim_end_matches(['.', ' ']).len();
        if is_named(of, hit.start(), end) {
            add(hit.start(), end);
        }
    }
}

/// Not a row of years or hours, nor a great round sum.
fn is_spaced(number: &str) -> bool {
    let groups: Vec<&str> = number.split(' ').collect();
    let digits: usize = groups.iter().map(|g| g.len()).sum();
    let years = groups.iter().all(|g| ("1900".."2100").contains(g));
    let round = groups.iter().skip(1).all(|g| g.len() == 3) && groups.last() == Some(&"000");
    digits > 8 && groups.iter().any(|g| g.len() > 2) && !years && !round
}

fn is_named(of: &Find<'_>, start: usize, end: usize) -> bool {
    let number = &of.text[start..end];
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let year = number.len() == 4 && ("1900".."2100").contains(&number);
    digits > 2
        && of.stands_alone(start, end)
        && !is_date(number)
        && !is_amount(of.text, start, end)
        && near::said_directly_before(of.text, start, SAID)
        && !near::holds(&near::before(of.text, start), NOT_SAID)
        && (!year || of.text[..start].trim_end().ends_with(['.', '°', ':', '#']))
}

/// `20261121`: a day, written as machines do.
fn is_basic_day(digits: &str) -> bool {
    let part = |at: std::ops::Range<usize>| digits.get(at).and_then(|p| p.parse::<u32>().ok()).unwrap_or_default();
    digits.len() == 8 && digits.starts_with("20") && super::checks::is_day(part(6..8), part(4..6))
}

/// `21/11/2026`, `2026-11-21`, `2019-2023`, `24/7`, `2025/26`.
fn is_date(number: &str) -> bool {
    let parts: Vec<&str> = number.split(['-', '/', '.', ' ']).collect();
    let small = |part: &str| part.len() < 3 && part.parse::<u32>().is_ok_and(|n| n < 32);
    let year = |part: &str| part.len() == 4 && ("1900".."2100").contains(&part);
    match parts[..] {
        [a, b, c] => (small(a) && small(b) && (year(c) || c.len() == 2)) || (year(a) && small(b) && small(c)),
        [a, b] => (year(a) && (year(b) || b.len() < 3)) || (small(a) && year(b)),
        _ => false,
    }
}

/// Whether letters and digits make a number of a house: `MRN-448812`, `AB1234`, `4F-88X1`; not `500mg`, `ISO-9001`, `COVID-19`, `FY2026`.
fn is_mixed(text: &str) -> bool {
    let count = |is: fn(&char) -> bool| text.chars().filter(is).count();
    let (digits, letters) = (count(char::is_ascii_digit), count(char::is_ascii_alphabetic));
    if digits < 3 || letters == 0 || text.starts_with("20") && is_date(&text[..text.len().min(10)]) {
        return false;
    }
    let head = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (head, rest) = (text[..head].to_ascii_uppercase(), &text[head..]);
    let number = rest.trim_start_matches(['-', '/', '_']);
    if head.is_empty() {
        let unit = number.trim_start_matches(|c: char| c.is_ascii_digit());
        let unit = unit.trim_start_matches(['-', '/']).to_ascii_uppercase();
        // Digits, then a unit, a word, or “80-year-old”.
        // `19h30`.
        let clock = unit.strip_prefix('H').is_some_and(|minutes| minutes.len() == 2) && digits < 5;
        let worded = clock
            || unit
                .split(['-', '/', '_'])
                .all(|part| UNITS.contains(&part) || part.len() > 2 && part.chars().all(|c| c.is_ascii_alphabetic()));
        return !worded && digits > 3;
    }
    // A word with a year or a page after it is no record; capitals, or several small letters that are no word, are.
    let year = number.len() == 4 && ("1900".."2100").contains(&number);
    let plain_word =
        head.len() > 6 || rest.starts_with(['-', '/', '_']) && text[..head.len()].chars().skip(1).any(|c| c.is_ascii_lowercase());
    let enough = digits > 3 || (digits == 3 && letters > 1) || text.contains('-');
    !year && !plain_word && enough && !PUBLIC.contains(&head.as_str())
}
