//! Every field of every kind: command line → file → command line, and into the files that are taken away.

use crate::folder::{assert_same, picture};
use crate::place::{PASSPHRASE, Place, passphrase, run};
use crate::writings::{assert_told, bare, day_of, full_ones};
use model::{ExportRule, Kind};
use serde_json::{Value, json};

/// What a script may rely on in every entry that is told as JSON, filled or not.
const NAMES: [&str; 17] = [
    "id",
    "kind",
    "text",
    "day",
    "happened",
    "written",
    "who",
    "need",
    "changed",
    "their_words",
    "know",
    "felt",
    "cost",
    "pursuits",
    "tags",
    "star",
    "people",
];

/// The full ones and, for each kind, one with nothing but what it cannot be without.
fn batch() -> Vec<Value> {
    let bare = Kind::ALL.iter().map(|k| {
        let mut one = bare(*k);
        one["happened"] = json!("2026-01-05");
        one
    });
    full_ones().into_iter().chain(bare).collect()
}

fn lines(all: &[Value]) -> String {
    all.iter().map(|w| format!("{w}\n")).collect()
}

#[test]
fn every_field_of_every_kind_survives_batch_list_show_and_archive() {
    let place = Place::with_journal();
    let sent = batch();
    let ids: Vec<String> = place.fed(&["add", "--batch"], lines(&sent).as_bytes()).ok().lines().map(str::to_owned).collect();
    assert_eq!(ids.len(), sent.len(), "one id a line");

    let list = place.list();
    assert_eq!(list.len(), sent.len());
    for (n, (id, writing)) in ids.iter().zip(&sent).enumerate() {
        let told = list.iter().find(|e| e["id"] == id.as_str()).expect("every id that was acknowledged is listed");
        assert_told(writing, told);
        assert_eq!(told["day"], if n < Kind::ALL.len() { day_of(n) } else { "2026-01-05" });
        for name in NAMES {
            assert!(told.get(name).is_some(), "{name}");
        }
    }
    // One of each form: filled, bare with words, bare without.
    for n in [1, Kind::ALL.len(), Kind::ALL.len() + 5] {
        let mut shown = place.cli(&["show", &ids[n], "--json"]).json();
        assert_eq!(shown.as_object_mut().unwrap().remove("versions"), Some(json!([])));
        assert_eq!(Some(&shown), list.iter().find(|e| e["id"] == ids[n].as_str()), "show and list tell the same");
    }
    let days: Vec<&str> = list.iter().map(|e| e["day"].as_str().unwrap()).collect();
    assert!(days.is_sorted_by(|a, b| a >= b), "newest first: {days:?}");

    let out = place.arg("all.json");
    assert_eq!(place.cli(&["export", "--format", "json", "--out", &out, "--json"]).json()["entries"], sent.len());
    let archive: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
    assert_eq!((&archive["format"], &archive["version"], &archive["count"]), (&json!("cairn-archive"), &json!(1), &json!(sent.len())));
    let archived = archive["entries"].as_array().unwrap();
    assert_eq!(archived.len(), sent.len());
    for entry in archived {
        let told = list.iter().find(|e| e["id"] == entry["id"]).unwrap();
        // The archive leaves empty fields out; what it says must be what the list says, and nothing filled may be missing.
        assert_told(entry, told);
        let filled = |v: &Value| !v.is_null() && *v != json!([]) && *v != json!({});
        let missing: Vec<_> = told.as_object().unwrap().iter().filter(|(k, v)| filled(v) && entry.get(*k).is_none()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}

#[test]
fn every_flag_of_add_is_kept_and_add_dash_reads_standard_input() {
    let place = Place::with_journal();
    let flags = "add|--kind|lesson|Said it in one sentence|--happened|2026-02-27T23:59|--who|a new nurse|--need|the short way\
        |--changed|asks no more|--know|i-saw|--their-words|so simple|--my-part|I drew it|--in-the-way|the noise|--cost\
        |took-a-lot|--felt|proud|--felt|tired|--pursuit|made-simple|--pursuit|grew|--promise|a drawing|--promise-to\
        |the ward|--promise-by|Monday|--promise-reach|my desk|--person|Ada|--person|Ben|--tag|ward|--tag|two words\
        |--star|--may-share";
    let flags: Vec<&str> = flags.split('|').collect();
    let id = place.cli(&flags).ok().trim().to_owned();
    let shown = place.cli(&["show", &id, "--json"]).json();
    let expected = json!({
        "id": id, "kind": "lesson", "text": "Said it in one sentence", "day": "2026-02-27", "happened": "2026-02-27T23:59", "who": "a new nurse",
        "need": "the short way", "changed": "asks no more", "know": "i-saw", "their_words": "so simple", "my_part": "I drew it",
        "in_the_way": "the noise", "cost": "took-a-lot", "felt": ["proud", "tired"], "pursuits": ["made-simple", "grew"],
        "promise": { "what": "a drawing", "to": "the ward", "by": "Monday", "reach": "my desk" }, "people": ["Ada", "Ben"],
        "tags": ["ward", "two words"], "star": true, "may_share": true, "precision": "minute",
    });
    assert_told(&expected, &shown);

    let text = "first line\n\n  indented, \u{202e}turned\u{202c}, 🌿\nlast line";
    let id = place.fed(&["add", "-", "--kind", "reflection"], format!("{text}\n").as_bytes()).ok().trim().to_owned();
    let shown = place.cli(&["show", &id, "--json"]).json();
    assert_told(&json!({ "text": text, "kind": "reflection", "precision": "instant" }), &shown);
    assert!(shown["offset_minutes"].is_i64(), "now is known to the offset");
    assert!(shown["written"].as_str().unwrap().ends_with('Z'));
    // For people: the words come as they are.
    assert!(place.cli(&["show", &id]).ok().contains(text));
}

#[test]
fn search_finds_by_words_in_every_field_and_by_every_filter() {
    let place = Place::with_journal();
    let sent = full_ones();
    assert_eq!(place.fed(&["add", "--batch"], lines(&sent).as_bytes()).ok().lines().count(), Kind::ALL.len());
    let list = place.list();
    let texts = |query: &str| -> Vec<Value> {
        let found = place.cli(&["search", query, "--json"]).json();
        for entry in found.as_array().unwrap() {
            assert!(list.contains(entry), "a search tells an entry as a list does");
        }
        let mut texts: Vec<Value> = found.as_array().unwrap().iter().map(|e| e["text"].clone()).collect();
        texts.sort_by_key(Value::to_string);
        texts
    };
    let only = |keep: &dyn Fn(usize, &Value) -> bool| -> Vec<Value> {
        let mut texts: Vec<Value> = sent.iter().enumerate().filter(|(n, w)| keep(*n, w)).map(|(_, w)| w["text"].clone()).collect();
        texts.sort_by_key(Value::to_string);
        texts
    };
    for query in [
        "\"text 3\"",
        "\"bed 3\"",
        "\"need 3\"",
        "\"changed 3\"",
        "\"their words 3\"",
        "\"my part 3\"",
        "\"in the way 3\"",
        "\"call 3\"",
        "tag:nacht3",
        "#nacht3",
        "who:\"ada 3\"",
        "漢字 \"text 3\"",
        "ass \"text 3\" -kein",
        "ÄSS NACHT3",
    ] {
        assert_eq!(texts(query), only(&|n, _| n == 3), "{query}");
    }
    assert_eq!(texts("is:star"), only(&|n, _| n % 2 == 0));
    assert_eq!(texts("kind:hard-day"), only(&|_, w| w["kind"] == "hard-day"));
    assert_eq!(texts("from:2026-03-01"), only(&|n, _| day_of(n) > "2026-02-28"));
    assert_eq!(texts("before:2026-03"), only(&|n, _| day_of(n) < "2026-03"));
    assert_eq!(texts("tag:\"two words\" ben -nacht3"), only(&|n, _| n != 3));
    assert_eq!(place.cli(&["search", "text", "--limit", "3", "--json"]).json().as_array().unwrap().len(), 3);

    assert_eq!(place.cli(&["list", "--json", "--kind", "snag"]).json().as_array().unwrap().len(), 1);
    assert_eq!(
        place.cli(&["list", "--json", "--from", "2026-03-01", "--to", "2026-03-02"]).json().as_array().unwrap().len(),
        only(&|n, _| n % 3 == 2).len()
    );
    let stats = place.cli(&["stats", "--json"]).json();
    assert_told(&json!({ "entries": Kind::ALL.len(), "days": 2, "first": "2026-02-28", "last": "2026-03-02" }), &stats);
    assert_eq!(stats["kinds"].as_object().unwrap().len(), Kind::ALL.len());
}

#[test]
fn the_purpose_log_holds_facts_and_proof_and_never_feelings_costs_or_hard_days() {
    let place = Place::with_journal();
    place.fed(&["add", "--batch"], lines(&full_ones()).as_bytes()).ok();
    let out = place.arg("log.md");
    assert_eq!(place.cli(&["export", "--format", "md", "--out", &out, "--json"]).json()["entries"], 5);
    let log = std::fs::read_to_string(&out).unwrap();
    for n in 0..5 {
        for fact in ["Text", "the nurse of bed", "need", "changed", "my part"] {
            assert!(log.contains(&format!("{fact} {n}")), "{fact} {n} is missing:\n{log}");
        }
    }
    for proof in [
        "They told me",
        "It is in a record or number",
        "I saw or heard the change",
        "Someone else told me",
        "My best guess",
        "Clear on why",
    ] {
        assert!(log.contains(proof), "{proof}");
    }
    for private in [
        "Text 5",
        "Text 6",
        "Text 7",
        "their words",
        "you stayed",
        "in the way",
        "the form",
        "Felt",
        "energy",
        "About even",
        "took a lot",
        "proud",
        "tired",
        "worried",
        "hard-day",
        "Hard day",
        "Quiet day",
    ] {
        assert!(!log.contains(private), "{private} belongs at home:\n{log}");
    }

    // What is there is not replaced unless that is said.
    for format in ["md", "json"] {
        std::fs::write(&out, "somebody's own file").unwrap();
        place.cli(&["export", "--format", format, "--out", &out]).refused(1, "--force");
        assert_eq!(std::fs::read_to_string(&out).unwrap(), "somebody's own file");
        place.cli(&["export", "--format", format, "--out", &out, "--force"]).ok();
        assert_ne!(std::fs::read_to_string(&out).unwrap(), "somebody's own file");
    }
    place.cli(&["export", "--format", "md", "--out", &place.arg("march.md"), "--from", "2026-03-01"]).ok();
    let march = std::fs::read_to_string(place.file("march.md")).unwrap();
    assert!(march.contains("Text 2") && !march.contains("Text 0"), "{march}");
    // A folder that is not there: refused, and nothing half written beside it.
    place.cli(&["export", "--format", "json", "--out", &place.arg("none/all.json")]).refused(1, "");
    assert!(!place.file("none").exists());
}

#[test]
fn no_file_is_saved_over_a_journal_or_over_what_is_no_file() {
    let place = Place::holding(&["A cup of tea"]);
    let before = picture(&place.home());
    let own = |name: &str| place.home().join(name).display().to_string();
    for name in ["journal.db", "vault.json", "keys/pass.age", "keys/log.md", "log.md"] {
        for format in ["md", "json"] {
            place.cli(&["export", "--format", format, "--out", &own(name), "--force"]).refused(1, "a journal lives there");
        }
    }
    // From within it, by a name alone.
    let mut inside = place.command(&["export", "--format", "md", "--out", "log.md"]);
    inside.current_dir(place.home().join("keys"));
    run(inside, b"").refused(1, "a journal lives there");
    assert_same(&before, &place.home());
    // What a link leads to is replaced, and the link stays one; a door and a folder are no files.
    place.write("kept.md", "older");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(place.file("kept.md"), place.file("link.md")).unwrap();
        place.cli(&["export", "--format", "md", "--out", &place.arg("link.md"), "--force"]).ok();
        assert!(std::fs::symlink_metadata(place.file("link.md")).unwrap().is_symlink());
        assert!(std::fs::read_to_string(place.file("kept.md")).unwrap().contains("A cup of tea"));
        let _door = std::os::unix::net::UnixListener::bind(place.file("door")).unwrap();
        place.cli(&["export", "--format", "md", "--out", &place.arg("door"), "--force"]).refused(1, "no file that could be replaced");
        assert!(!std::fs::symlink_metadata(place.file("door")).unwrap().is_file());
    }
    place.cli(&["export", "--format", "md", "--out", place.file("").to_str().unwrap(), "--force"]).refused(1, "");
}

#[test]
fn a_guide_is_in_the_log_only_when_asked_for_and_by_its_own_rule() {
    let place = Place::holding(&["A cup of tea"]);
    let mut session = place.session();
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    let guides = ["after-a-hard-call", "from-jerk-to-human"].map(|id| session.journal().unwrap().guide(id).unwrap().guide);
    session.close().unwrap();
    assert_eq!(guides.map(|guide| guide.export), [ExportRule::Ask, ExportRule::Never]);
    for (guide, text) in guides.iter().zip(["I let it go", "It stays at home"]) {
        let answers: serde_json::Map<String, Value> = guide.steps.iter().map(|s| (s.field.to_owned(), json!(text))).collect();
        place.write("answers.json", &Value::Object(answers).to_string());
        place.cli(&["guide", "answer", guide.id, "--answers", &place.arg("answers.json")]).ok();
    }
    let log = |kinds: &[&str]| {
        let out = place.arg("log.md");
        let asked = kinds.iter().flat_map(|kind| ["--kind", *kind]);
        let args: Vec<&str> = ["export", "--format", "md", "--force", "--out", &out].into_iter().chain(asked).collect();
        place.cli(&args).ok();
        let log = std::fs::read_to_string(place.file("log.md")).unwrap();
        (log.contains("A cup of tea"), log.contains("I let it go"), log.contains("It stays at home"))
    };
    assert_eq!(log(&[]), (true, false, false));
    assert_eq!(log(&["guide"]), (false, true, false));
    assert_eq!(log(&["moment", "guide"]), (true, true, false));
}
