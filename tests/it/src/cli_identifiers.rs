//! `cairn-cli identifiers`: what it says, to people and to programs, without a journal and without a passphrase.

use crate::folder::{assert_same, picture};
use crate::place::{Place, run};
use serde_json::json;

#[test]
fn identifiers_are_told_line_by_line_and_no_journal_is_opened_or_made() {
    let place = Place::empty();
    let before = picture(&place.home());
    let told = |args: &[&str], input: &[u8]| run(place.plain(args), input).ok();
    let text = "Mrs Hale in bed 12 rang 07700 900123 twice.";
    let lines = "name\tMrs Hale\nbed-or-room\tbed 12\nphone\t07700 900123\n";
    assert_eq!(told(&["identifiers", text], b""), lines);
    assert_eq!(told(&["identifiers", "-"], text.as_bytes()), lines);
    assert_eq!(told(&["identifiers", "I sat down at 21:10 on 2026-11-21."], b""), "");
    assert_eq!(told(&["identifiers", "Mrs\nHale, Mrs\tLund"], b""), "name\tMrs Lund\n");
    assert_same(&before, &place.home());
}

#[test]
fn identifiers_are_told_to_programs_with_places_in_characters() {
    let place = Place::empty();
    let json = |text: &str| run(place.plain(&["identifiers", "--json", text]), b"").json();
    assert_eq!(
        json("Für 😀 Frau Öz: k@example.org"),
        json!([
            { "kind": "name", "text": "Frau Öz", "start": 6, "end": 13 },
            { "kind": "email", "text": "k@example.org", "start": 15, "end": 28 },
        ])
    );
    assert_eq!(json("nothing here"), json!([]));
    assert_eq!(json(""), json!([]));
}

#[test]
fn identifiers_refuse_what_is_no_text() {
    let place = Place::empty();
    run(place.plain(&["identifiers"]), b"").refused(2, "");
    run(place.plain(&["identifiers", "-"]), b"\xff\xfe").refused(2, "not text");
    let help = run(place.plain(&["identifiers", "--help"]), b"").ok();
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(help.contains("knows none of its people") && help.contains("count characters"), "{help}");
}
