//! Fact notes from outside: whatever is done to their rows or pages past every door, `fact verify` says so and names the
//! first link; and what SECURITY.md says of the chain is enough to compute it without Cairn.

use crate::place::{PASSPHRASE, Place, passphrase};
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fs;

/// Four notes, the first of which has a further version: five links.
fn notes() -> (Place, Vec<String>) {
    let place = Place::with_journal();
    let mut ids = Vec::new();
    for n in 1..=4 {
        let text = format!("Note {n}: she shouted for four minutes. {}", "What was seen and heard. ".repeat(30));
        ids.push(place.cli(&["fact", "add", &text, "--happened", "2026-02-24T21:10", "--witnesses", "B. K."]).ok().trim().to_owned());
    }
    place.cli(&["fact", "add", "Note 1, later: for five minutes.", "--note", &ids[0]]).ok();
    (place, ids)
}

/// The journal past every door.
fn raw(place: &Place) -> Connection {
    let home = vault::Home::at(place.home());
    let opened = vault::slots::open_with_passphrase(&home, &passphrase(PASSPHRASE)).unwrap();
    let key: String = opened.master.expose().iter().map(|b| format!("{b:02x}")).collect();
    let conn = Connection::open(home.journal_db()).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{key}'\"")).unwrap();
    conn
}

fn verify(place: &Place) -> (i32, Value) {
    let ran = place.cli(&["fact", "verify", "--json"]);
    assert!(!ran.err.contains("panicked"), "{ran:?}");
    assert!(!ran.err.contains("shouted") && !ran.err.contains("B. K."), "no words of a note: {ran:?}");
    (ran.code, serde_json::from_str(&ran.out).unwrap_or(Value::Null))
}

struct Row {
    link: i64,
    note: Vec<u8>,
    version: u32,
    written: i64,
    body: String,
    seal: Vec<u8>,
}

fn rows(conn: &Connection) -> Vec<Row> {
    let mut statement = conn.prepare("SELECT link, note, version, written, body, seal FROM facts ORDER BY link").unwrap();
    let read = |r: &rusqlite::Row<'_>| {
        Ok(Row { link: r.get(0)?, note: r.get(1)?, version: r.get(2)?, written: r.get(3)?, body: r.get(4)?, seal: r.get(5)? })
    };
    statement.query_map([], read).unwrap().map(Result::unwrap).collect()
}

/// A seal as SECURITY.md tells how it is made, from nothing of Cairn's.
fn seal(row: &Row, before: &[u8]) -> Vec<u8> {
    let mut sha = Sha256::new();
    sha.update(b"cairn fact note link 1\n");
    let link = row.link.to_be_bytes();
    let version = row.version.to_be_bytes();
    let written = row.written.to_be_bytes();
    for field in [&link[..], &row.note, &version, &written, row.body.as_bytes(), before] {
        sha.update((field.len() as u64).to_be_bytes());
        sha.update(field);
    }
    sha.finalize().to_vec()
}

/// Writes the whole chain anew, head and all, as somebody with the key and this page could.
fn forge(conn: &Connection) {
    let mut before = vec![0; 32];
    let mut head = 0_u64.to_le_bytes().to_vec();
    for row in rows(conn) {
        before = seal(&row, &before);
        conn.execute("UPDATE facts SET seal = ?2 WHERE link = ?1", params![row.link, before]).unwrap();
        head = u64::try_from(row.link).unwrap().to_le_bytes().to_vec();
    }
    head.extend_from_slice(&before);
    assert_eq!(conn.execute("UPDATE meta SET value = ?1 WHERE key = 'facts.head'", [head]).unwrap(), 1);
}

#[test]
fn the_chain_is_computed_without_cairn_as_its_page_tells() {
    let (place, _) = notes();
    let (code, state) = verify(&place);
    assert_eq!((code, &state["state"], &state["links"]), (0, &json!("whole"), &json!(5)));
    let mut before = vec![0; 32];
    for row in rows(&raw(&place)) {
        before = seal(&row, &before);
        assert_eq!(row.seal, before, "link {}", row.link);
    }
    let first: String = before.iter().take(6).map(|b| format!("{b:02x}")).collect();
    assert_eq!(state["seal"], json!(first), "what is noted on paper is the beginning of the last seal");
}

#[test]
fn a_changed_removed_reordered_or_backdated_version_is_found_and_named() {
    let swap = |a: i64, b: i64| {
        format!(
            "UPDATE facts SET link = -1 WHERE link = {a}; UPDATE facts SET link = {a} WHERE link = {b}; UPDATE facts SET link = {b} WHERE link = -1"
        )
    };
    let cases: Vec<(&str, String, u64, &str)> = vec![
        ("words", "UPDATE facts SET body = replace(body, 'four', 'two') WHERE link = 2".into(), 2, "changed"),
        ("words of the newest", "UPDATE facts SET body = replace(body, 'five', 'two') WHERE link = 5".into(), 5, "changed"),
        ("time of writing", "UPDATE facts SET written = written - 86400000 WHERE link = 3".into(), 3, "changed"),
        ("note", "UPDATE facts SET note = (SELECT note FROM facts WHERE link = 1), version = 9 WHERE link = 4".into(), 4, "changed"),
        ("version", "UPDATE facts SET version = 3 WHERE link = 5".into(), 5, "changed"),
        ("seal", "UPDATE facts SET seal = zeroblob(32) WHERE link = 4".into(), 4, "changed"),
        ("removed first", "DELETE FROM facts WHERE link = 1".into(), 1, "missing"),
        ("removed", "DELETE FROM facts WHERE link = 3".into(), 3, "missing"),
        ("removed newest", "DELETE FROM facts WHERE link = 5".into(), 5, "rolled-back"),
        ("removed all", "DELETE FROM facts".into(), 1, "rolled-back"),
        ("removed and closed up", "DELETE FROM facts WHERE link = 3; UPDATE facts SET link = link - 1 WHERE link > 3".into(), 3, "changed"),
        ("reordered", swap(2, 3), 2, "changed"),
        ("reordered at the end", swap(4, 5), 4, "changed"),
        ("added past the doors", "INSERT INTO facts SELECT 6, note, 7, written, body, seal FROM facts WHERE link = 5".into(), 6, "changed"),
        ("the head taken away", "DELETE FROM meta WHERE key = 'facts.head'".into(), 1, "rolled-back"),
    ];
    let (place, _) = notes();
    let file = place.home().join("journal.db");
    let whole = fs::read(&file).unwrap();
    for (what, sql, link, why) in cases {
        let conn = raw(&place);
        conn.execute_batch(&sql).unwrap_or_else(|e| panic!("{what}: {e}"));
        conn.close().unwrap();
        let (code, state) = verify(&place);
        assert_eq!((code, &state["state"], &state["link"]), (4, &json!("broken"), &json!(link)), "{what}: {state}");
        assert_eq!(state["why"], json!(why), "{what}");
        // It stays as it is, to be looked at: nothing mends a chain.
        assert_eq!(verify(&place).0, 4, "{what}");
        fs::write(&file, &whole).unwrap();
        assert_eq!(verify(&place).0, 0, "{what} was put back");
    }
}

#[test]
fn who_writes_the_whole_chain_anew_is_found_by_its_times_or_by_a_seal_noted_outside_only() {
    let (place, _) = notes();
    let noted = verify(&place).1["seal"].clone();
    let conn = raw(&place);
    conn.execute_batch("UPDATE facts SET written = written - 86400000 WHERE link = 3").unwrap();
    forge(&conn);
    conn.close().unwrap();
    let (code, state) = verify(&place);
    assert_eq!((code, &state["link"], &state["why"]), (4, &json!(3), &json!("back-dated")));

    let (place, _) = notes();
    let conn = raw(&place);
    conn.execute_batch("UPDATE facts SET body = replace(body, 'four', 'two') WHERE link = 2").unwrap();
    forge(&conn);
    conn.close().unwrap();
    let (code, state) = verify(&place);
    assert_eq!((code, &state["state"]), (0, &json!("whole")), "the limit that SECURITY.md tells");
    assert_ne!(state["seal"], noted, "and the way to find it all the same");
}

#[test]
fn single_pages_of_an_older_file_never_bring_older_facts_back_in_silence() {
    let (place, ids) = notes();
    let file = place.home().join("journal.db");
    let at_rest = || assert!(!place.home().join("journal.db-wal").exists(), "one file at rest");
    at_rest();
    let old = fs::read(&file).unwrap();
    place.cli(&["fact", "add", "Note 2, later: I told the ward manager.", "--note", &ids[1]]).ok();
    place.cli(&["fact", "add", &format!("Note 5. {}", "One more. ".repeat(300))]).ok();
    at_rest();
    let new = fs::read(&file).unwrap();
    let facts = place.cli(&["fact", "list", "--json"]).json();
    let (mut refused, mut broken, mut unchanged) = (0, 0, 0);
    for page in 0..old.len().min(new.len()) / 4096 {
        let span = page * 4096..(page + 1) * 4096;
        if old[span.clone()] == new[span.clone()] {
            continue;
        }
        let mut mixed = new.clone();
        mixed[span.clone()].copy_from_slice(&old[span]);
        fs::write(&file, &mixed).unwrap();
        let (code, state) = verify(&place);
        match (code, state["state"].as_str()) {
            (4, None) => refused += 1,
            (4, Some("broken")) => broken += 1,
            (0, Some("whole")) => {
                unchanged += 1;
                assert_eq!(place.cli(&["fact", "list", "--json"]).json(), facts, "page {}: older facts, in silence", page + 1);
            }
            other => panic!("page {}: {other:?}", page + 1),
        }
        fs::write(&file, &new).unwrap();
        let _ = fs::remove_file(place.home().join("journal.db-wal"));
    }
    assert_eq!(place.cli(&["fact", "list", "--json"]).json(), facts);
    assert!(broken >= 2, "the chain and its head lie on pages of their own: {refused} refused, {broken} broken, {unchanged} unchanged");
}

#[test]
fn a_guide_about_what_is_not_okay_makes_a_fact_note_and_nothing_else() {
    let place = Place::holding(&["A cup of tea"]);
    let answer = |answers: Value, more: &[&str]| {
        place.write("answers.json", &answers.to_string());
        let answers = place.arg("answers.json");
        place.cli(&[&["guide", "answer", "when-it-is-not-okay", "--answers", &answers], more].concat())
    };
    let ran = answer(
        json!({ "care": "To sleep", "kind": "Remarks", "facts": "He said it in the supply room", "witnesses": "K. and R.", "tell": "The rep" }),
        &[],
    );
    assert!(ran.err.contains("fact notes") && !ran.err.contains("supply"), "{ran:?}");
    let id = ran.ok().trim().to_owned();
    let note = place.cli(&["fact", "list", "--json"]).json()[0].clone();
    let account = "He said it in the supply room\n\nWhat kind of thing was it?\nRemarks\n\nWhat do you need today to be okay?\nTo sleep";
    let wanted = [id.as_str(), account, "K. and R.", "The rep"].map(|text| json!(text));
    assert_eq!(["id", "account", "witnesses", "told"].map(|field| note[field].clone()), wanted);

    assert_eq!(place.texts(), ["A cup of tea"]);
    for word in ["supply", "Remarks", "rep"] {
        assert_eq!(place.cli(&["search", word, "--json"]).json(), json!([]), "{word}");
    }
    place.cli(&["show", &id]).refused(1, "");
    place.cli(&["export", "--format", "md", "--out", &place.arg("log.md")]).ok();
    assert!(!fs::read_to_string(place.file("log.md")).unwrap().contains("supply"));
    // The other ways to add an entry do not take it either.
    let walk = json!({ "id": "when-it-is-not-okay", "export": "never" });
    let line = json!({ "kind": "guide", "text": "", "guide": walk, "answers": [{ "field": "facts", "text": "He said it" }] });
    place.fed(&["add", "--batch"], line.to_string().as_bytes()).refused(2, "guide");

    let further = answer(json!({ "facts": "Again" }), &["--json"]);
    let told: Value = serde_json::from_str(&further.ok()).unwrap();
    assert_eq!((told.as_object().unwrap().len(), told["id"].is_string()), (1, true), "{told}");
    answer(json!({ "witnesses": "K." }), &[]).refused(2, "account");
    assert_eq!(verify(&place).1["links"], json!(2));
}

#[test]
fn a_note_that_is_added_here_leaves_the_one_that_is_begun_in_the_window() {
    let place = Place::with_journal();
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let begun = model::FactDraft { note: None, writing: model::FactWriting { account: "Half a".into(), ..Default::default() } };
    session.journal().unwrap().keep_fact_draft(&begun).unwrap();
    session.close().unwrap();
    place.cli(&["fact", "add", "Another one"]).ok();
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    assert_eq!(session.journal().unwrap().facts().unwrap().draft, Some(begun));
    session.close().unwrap();
}
