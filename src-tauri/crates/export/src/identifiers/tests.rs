use super::{Hit, Identifier, Known, identifiers};
use proptest::prelude::*;

fn told(text: &str) -> Vec<String> {
    said(text, &Known::nothing(2026))
}

fn said(text: &str, known: &Known<'_>) -> Vec<String> {
    identifiers(text, known).into_iter().map(|hit| format!("{} {}", hit.kind, &text[hit.range])).collect()
}

#[track_caller]
fn check(text: &str, wanted: &[&str]) {
    assert_eq!(told(text), wanted, "{text:?}");
}

#[test]
fn the_more_telling_kind_has_the_letters() {
    check("Refund to GB29 NWBK 6016 1331 9268 19.", &["iban GB29 NWBK 6016 1331 9268 19"]);
    check("account 4111111111111111", &["payment-card 4111111111111111"]);
    check("order no. 07700 900123", &["phone 07700 900123"]);
    check("mail order4711@example.com", &["email order4711@example.com"]);
    check("DOB 12031948 or 12/03/1948", &["record-number 12031948", "birth-date 12/03/1948"]);
    check("case 12, case no. 4711", &["bed-or-room case 12", "record-number 4711"]);
    // What is left of a name beside a street stays a name.
    check("I met Margaret Baker Street 12", &["name Margaret Baker Street"]);
}

#[test]
fn a_card_or_an_account_with_a_slip_is_a_number_all_the_same() {
    check("card 4111 1111 1111 1112", &["record-number 4111 1111 1111 1112"]);
    check("GB29NWBK60161331926818", &["record-number GB29NWBK60161331926818"]);
}

#[test]
fn numbers_are_parted_as_people_part_them() {
    for (text, wanted) in [
        ("her phone: 0 7 7 0 0 9 0 0 1 2 3", "phone 0 7 7 0 0 9 0 0 1 2 3"),
        ("I rang 01632 960983 24/7 until they answered", "phone 01632 960983"),
        ("Tel.: 089 / 99998-765", "phone 089 / 99998-765"),
        ("his wife (01632 960 412) rang", "phone 01632 960 412"),
        ("phone +1 (415) 555-0199 x22", "phone +1 (415) 555-0199 x22"),
        ("Meeting ID 934 5551 2345", "record-number 934 5551 2345"),
        ("call 06.39.98.45.67 / 01 99 00 45 67", "phone 06.39.98.45.67, phone 01 99 00 45 67"),
        ("Musterweg 3, 8001 Zürich", "address Musterweg 3, postcode 8001 Zürich"),
        ("Hauptstr. 5, D-10115 Berlin", "address Hauptstr. 5, postcode D-10115 Berlin"),
        ("P.O. Box 4411", "address P.O. Box 4411"),
        ("Bed-7 and Rm 12", "bed-or-room Bed-7, bed-or-room Rm 12"),
        ("Frau Dr.-Ing. Krämer rief an", "name Frau Dr.-Ing. Krämer"),
        ("visited Great Ormond Street", "name Ormond Street"),
        ("Samaritans 116 123, ring 999 or 112", ""),
        ("€450000, 450 000 € and 120 000 000 people in 2019 2020 2021", ""),
    ] {
        assert_eq!(told(text).join(", "), wanted, "{text}");
    }
}

#[test]
fn odd_digits_spaces_and_signs_nobody_sees_hide_nothing() {
    check("call ٠٧٧٠٠ ٩٠٠١٢٣", &["phone ٠٧٧٠٠ ٩٠٠١٢٣"]);
    check("call ０７７００　９００１２３", &["phone ０７７００　９００１２３"]);
    check("call 07700\u{a0}900\u{200b}123\u{200d} now", &["phone 07700\u{a0}900\u{200b}123"]);
    check("ring \u{202b}07700-900-123\u{202c}", &["phone 07700-900-123"]);
    check("j\u{ad}o@exam\u{200b}ple.com", &["email j\u{ad}o@exam\u{200b}ple.com"]);
    check("MRN\u{2011}448812", &["record-number MRN\u{2011}448812"]);
    check("I told Mrs\u{a0}Hale", &["name Mrs\u{a0}Hale"]);
    // Letters with their accents apart.
    check("I told Mrs Mu\u{308}ller", &["name Mrs Mu\u{308}ller"]);
}

#[test]
fn people_of_the_journal_are_found_as_words_and_in_small_letters() {
    let people = ["Bo", "Rosalie", "Anna Schmidt", "the man with the blue hat", "田中"].map(str::to_owned);
    let known = Known { people: &people, ..Known::nothing(2026) };
    for (text, wanted) in [
        ("rosalie's tea", vec!["name rosalie"]),
        ("ROSALIE and Bo, not bo", vec!["name ROSALIE", "name Bo"]),
        ("then anna schmidt came, and schmidt left", vec!["name anna schmidt"]),
        ("I told Schmidt again", vec!["name Schmidt"]),
        ("it was The Man with the blue hat!", vec!["name The Man with the blue hat"]),
        ("今日は田中さんと話した", vec!["name 田中"]),
    ] {
        assert_eq!(said(text, &known), wanted, "{text}");
    }
}

#[test]
fn a_capital_is_suspicious_unless_the_journal_knows_the_word() {
    check("He found the Kettle on the stove.", &["name Kettle"]);
    let seen = |word: &str| if word == "kettle" { 2 } else { 0 };
    let known = Known { seen_small: &seen, ..Known::nothing(2026) };
    assert_eq!(said("He found the Kettle on the stove.", &known), Vec::<String>::new());
    // A surname is a word as often as not; after a given name it is one.
    let all = Known { seen_small: &|_| u32::MAX, ..Known::nothing(2026) };
    assert_eq!(said("Then Mrs Anne Baker and Anna Kettle left the Ward.", &all), ["name Mrs Anne Baker", "name Anna Kettle"]);
    // The text itself knows words, too; and where nouns bear capitals they tell nothing.
    check("He found the Kettle, her kettle, on the stove.", &[]);
    check("Ich habe den Schlüssel der Wohnung gefunden.", &[]);
}

#[test]
fn days_of_work_are_no_birthdays() {
    for text in ["on 2026-11-21", "on 3 March", "am 3. März 2026", "the 21/11/26 shift", "le 3 mars 2025", "seit 01.02.2019"] {
        check(text, &[]);
    }
    check("born 21/11/2026", &["birth-date 21/11/2026"]);
    check("3 March 1948", &["birth-date 3 March 1948"]);
    let later = Known::nothing(2040);
    assert_eq!(said("on 2026-11-21", &later), ["birth-date 2026-11-21"]);
}

#[test]
fn every_kind_has_a_name_of_its_own_that_reads_back() {
    for kind in Identifier::ALL {
        assert_eq!(kind.name().parse(), Ok(*kind));
        assert!(kind.name().chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{kind}");
    }
}

/// One letter over and over, and what confuses, is answered, and answered soundly.
#[test]
fn a_million_digits_and_long_rows_of_the_same_are_answered() {
    for piece in [
        "7",
        "07 ",
        "0 0 ",
        "a@",
        "@a.",
        "A1-",
        "Mr ",
        "Mr. A-",
        "1.1.",
        "GB29 ",
        "bed 1 and ",
        "1 A ",
        "rue de ",
        "\u{200b}",
        "٣",
        "é",
        "田",
        "#",
    ] {
        let text = piece.repeat(if piece == "7" { 1_000_000 } else { 15_000 / piece.len() });
        sound(&text, &identifiers(&text, &Known::nothing(2026)));
    }
}

#[track_caller]
fn sound(text: &str, hits: &[Hit]) {
    let mut last = 0;
    for hit in hits {
        assert!(hit.range.start >= last && hit.range.end > hit.range.start, "{hit:?}");
        assert!(text.get(hit.range.clone()).is_some(), "{hit:?} cuts a letter");
        last = hit.range.end;
    }
}

/// Pieces that the rules look for, in any order.
const PIECES: &[&str] = &[
    "Mrs ",
    "Hale",
    "'s ",
    "bed ",
    "12",
    "4B ",
    "+44 ",
    "(0)",
    "07700 ",
    "900123",
    "-",
    "/",
    ".",
    " ",
    "\n",
    "@",
    "example.com",
    "GB29",
    "NWBK",
    "rue ",
    "de ",
    "Straße ",
    "born ",
    "1948",
    "12/03/1948",
    "SW1A 1AA",
    "#",
    "no. ",
    "\u{200d}",
    "\u{a0}",
    "٣",
    "４",
    "K",
    "ſ",
    "ß",
    "İ",
    "é",
    "e\u{301}",
    "田中",
    "😀",
    "\"",
    "d'",
    "12A",
    "756.",
    "T",
    "DOB",
];

proptest! {
    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        sound(&text, &identifiers(&text, &Known::nothing(2026)));
    }

    #[test]
    fn no_order_of_pieces_is_too_odd(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40), people in proptest::collection::vec("[A-Za-zé -]{0,9}", 0..3)) {
        let text = pieces.concat();
        let known = Known { people: &people, ..Known::nothing(2026) };
        sound(&text, &identifiers(&text, &known));
    }

    #[test]
    fn whatever_looks_like_an_address_is_found(local in "[a-z][a-z0-9]{0,12}", domain in "[a-z]{2,12}") {
        let text = format!("wrote to {local}@{domain}.example today");
        let hits = told(&text);
        prop_assert_eq!(hits, vec![format!("email {local}@{domain}.example")]);
    }

    #[test]
    fn six_digits_alone_are_never_passed_over(number in "[1-9][0-9]{5,6}") {
        let text = format!("wrote {number} down");
        prop_assert_eq!(told(&text).len(), 1, "{}", text);
    }
}
