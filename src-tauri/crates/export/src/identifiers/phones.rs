//! Phone numbers. A run of digits with the gaps that people leave is offered, whole or in part, to Google's own list of the world's
//! numbering plans (as `rlibphonenumber` carries it). Must never hold a country's plan.

use super::{Find, Found, Identifier, amounts, near};
use regex::Regex;
use rlibphonenumber::{PhoneNumber, Region};
use std::ops::Range;
use std::sync::LazyLock;

/// Countries whose own way of writing is tried where no country code is written: where Cairn's words are spoken, and their neighbours.
const AT_HOME: [Region; 22] = [
    Region::GB,
    Region::US,
    Region::DE,
    Region::FR,
    Region::ES,
    Region::IT,
    Region::NL,
    Region::PL,
    Region::AT,
    Region::CH,
    Region::BE,
    Region::IE,
    Region::SE,
    Region::NO,
    Region::DK,
    Region::FI,
    Region::PT,
    Region::BR,
    Region::IN,
    Region::AU,
    Region::ZA,
    Region::CZ,
];

/// How often the list is asked for one text. Whoever writes more numbers than that has each taken for one, unasked.
const MOST_ASKED: usize = 5_000;

/// Words that say that a phone number comes, folded.
const SAID: &[&str] = &[
    "phone",
    "telephone",
    "mobile",
    "cell",
    "tel",
    "call",
    "called",
    "ring",
    "rang",
    "text",
    "texted",
    "whatsapp",
    "fax",
    "dial",
    "reach",
    "landline",
    "telefon",
    "handy",
    "handynummer",
    "telefonnummer",
    "mobil",
    "festnetz",
    "ruf",
    "rufen",
    "anrufen",
    "ruckruf",
    "durchwahl",
    "rufnummer",
    "telephoner",
    "portable",
    "appeler",
    "appelez",
    "rappeler",
    "joindre",
    "telefono",
    "movil",
    "llamar",
    "llame",
    "llama",
    "cellulare",
    "chiamare",
    "chiamato",
    "telefoon",
    "telefoonnummer",
    "bellen",
    "mobiel",
    "gsm",
    "telefonu",
    "telefonie",
    "komorka",
    "komorkowy",
    "dzwonic",
    "zadzwon",
    "oddzwonic",
    "telefone",
    "celular",
    "ligar",
];

static RUN: LazyLock<Option<Regex>> =
    LazyLock::new(|| near::shape(r"(?:\+ ?|\+?\()?[0-9]+(?:(?:[ ./-]| ?[-/] ?|\) ?| ?\(|\)[-/])[0-9]+){0,14}"));
static EXTENSION: LazyLock<Option<Regex>> =
    LazyLock::new(|| near::shape(r"^,? ?(?i:x|ext\.?|extension|durchwahl|poste|int\.?) ?[0-9]{1,5}"));

pub(super) fn find(of: &Find<'_>, found: &mut Found) {
    let mut asked = 0;
    for hit in RUN.iter().flat_map(|run| run.find_iter(of.text)) {
        let (start, mut end) = (hit.start(), hit.end());
        // “until they answered, 24/7” is no part of a number.
        end -= hit.as_str().strip_suffix("24/7").map_or(0, |rest| hit.len() - rest.trim_end().len());
        let digits = of.text[start..end].bytes().filter(u8::is_ascii_digit).count();
        if digits < 7 || !of.stands_alone(start, hit.end()) || amounts::is_amount(of.text, start, end) {
            continue;
        }
        let run = Run { text: of.text, start, said: near::said_before(of.text, start, SAID) };
        let groups = groups(of.text, &(start..end));
        for row in rows(of.text, &groups) {
            for range in run.phones(row, &mut asked) {
                let extension = EXTENSION.as_ref().and_then(|e| e.find(&of.text[range.end..])).map_or(0, |e| e.end());
                found.add(Identifier::Phone, range.start..range.end + extension);
            }
        }
    }
}

/// Digits in groups, with gaps between that a phone number may have.
struct Run<'a> {
    text: &'a str,
    start: usize,
    /// Whether a word before it says that it is one.
    said: bool,
}

impl Run<'_> {
    /// The longest row of groups that somebody can dial, and what else can be dialled before and after it. Where nothing can be, and a
    /// word says that it is a phone number, the whole is taken for one.
    fn phones(&self, groups: &[Range<usize>], asked: &mut usize) -> Vec<Range<usize>> {
        let mut phones = Vec::new();
        let mut rows = vec![groups];
        while let Some(row) = rows.pop() {
            if let Some((first, last)) = self.longest(row, asked) {
                phones.push(self.with_signs(&row[first..=last]));
                rows.extend([&row[..first], &row[last + 1..]].into_iter().filter(|rest| !rest.is_empty()));
            }
        }
        let whole = self.with_signs(groups);
        let digits = groups.iter().map(ExactSizeIterator::len).sum::<usize>();
        if phones.is_empty()
            && self.said
            && groups.len() > 1
            && (7..=15).contains(&digits)
            && !is_day_or_years(&self.text[whole.clone()], groups)
        {
            phones.push(whole);
        }
        phones
    }

    fn longest(&self, row: &[Range<usize>], asked: &mut usize) -> Option<(usize, usize)> {
        // What begins with a country's code is no other number from its middle on.
        let abroad = row.first()?.start > self.start && self.text[self.start..row[0].start].starts_with('+');
        (1..=row.len()).rev().find_map(|size| {
            let mut windows = row.windows(size).take(if abroad { 1 } else { usize::MAX });
            let first = windows.position(|window| is_phone(&self.text[self.with_signs(window)], window, self.said, asked))?;
            Some((first, first + size - 1))
        })
    }

    /// The groups, with the plus or bracket before them that is of them.
    fn with_signs(&self, groups: &[Range<usize>]) -> Range<usize> {
        let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return self.start..self.start };
        let before = &self.text[self.start..first.start];
        let mut start = first.start;
        if before.ends_with("+(") || before.ends_with("+ ") {
            start -= 2;
        } else if before.ends_with(['+', '(']) {
            start -= 1;
        }
        // A bracket around the whole number is not of it.
        let bare = self.text[start..last.end].starts_with('(') && !self.text[start..last.end].contains(')');
        start + usize::from(bare)..last.end
    }
}

/// Groups with a wide gap (` / `, ` - `) between belong to two numbers where the first ones are enough for one.
fn rows<'g>(text: &str, groups: &'g [Range<usize>]) -> Vec<&'g [Range<usize>]> {
    let (mut rows, mut from, mut digits) = (Vec::new(), 0, 0);
    for at in 0..groups.len() {
        let wide = at > 0 && matches!(&text[groups[at - 1].end..groups[at].start], " / " | " - ");
        if wide && digits > 6 {
            rows.push(&groups[from..at]);
            (from, digits) = (at, 0);
        }
        digits += groups[at].len();
    }
    rows.push(&groups[from..]);
    rows
}

fn groups(text: &str, run: &Range<usize>) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (at, _) in text[run.clone()].bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
        let at = run.start + at;
        match groups.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

fn is_phone(written: &str, groups: &[Range<usize>], said: bool, asked: &mut usize) -> bool {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    if !(7..=15).contains(&digits.len()) || is_day_or_years(written, groups) {
        return false;
    }
    if written.starts_with('+') || digits.starts_with("00") {
        let abroad = format!("+{}", digits.trim_start_matches("00"));
        // The nought that the Germans and British leave in brackets after their code.
        // Nothing else is written so; whether the number is given to anybody (or kept free for films) does not matter.
        let dialled = PhoneNumber::parse(&abroad, None).is_ok_and(|number| number.is_possible_with_reason().is_ok());
        return dialled || (said && groups.len() < 7) || written.contains("(0)");
    }
    // Within a country twelve digits are the most, though a list of plans allows more.
    if digits.len() > 12 {
        return false;
    }
    // Without a country code the digits alone say little: there has to be a leading nought, a way of grouping, or a word for it.
    let lengths: Vec<usize> = groups.iter().map(ExactSizeIterator::len).collect();
    let local = matches!(lengths[..], [3, 4]) && written.contains('-') && digits.starts_with(['2', '3', '4', '5', '6', '7', '8', '9']);
    let grouped =
        written.starts_with('(') || matches!(lengths[..], [3, 3, 4] | [1, 3, 3, 4] | [3, 3, 3] | [3, 2, 2, 2] | [2, 2, 2, 2] | [3, 6]);
    let plain = digits.starts_with('0') || grouped || said;
    local || (plain && AT_HOME.iter().any(|region| is_valid(&digits, Some(*region), asked)))
}

fn is_valid(digits: &str, region: Option<Region>, asked: &mut usize) -> bool {
    *asked += 1;
    *asked > MOST_ASKED || PhoneNumber::parse(digits, region).is_ok_and(|number| number.is_valid())
}

/// `12.03.2026`, `2026-03-12`, `2019-2023`: groups of digits that are no number.
fn is_day_or_years(written: &str, groups: &[Range<usize>]) -> bool {
    let lengths: Vec<usize> = groups.iter().map(ExactSizeIterator::len).collect();
    let year = |at: usize| written.get(at..at + 4).is_some_and(|y| ("1900".."2100").contains(&y));
    match lengths[..] {
        [1 | 2, 1 | 2, 2 | 4] => !written.contains([' ', '(']),
        [4, 1 | 2, 1 | 2] => year(0) && !written.contains([' ', '(']),
        [4, 4] => year(0) && year(5),
        [1, _, ..] if written.starts_with("0.") => true,
        // `19.30-07.30`.
        [1 | 2, 2, 1 | 2, 2] => written.contains('.') && written.contains('-'),
        _ => false,
    }
}
