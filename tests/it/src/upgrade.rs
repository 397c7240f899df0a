//! Journals of every released version open in this one and hold what they held.
//!
//! `tests/fixtures/vaults/<version>/` has a real journal (`home/`), its passphrase, and what it must tell
//! (`expected.json`). A fixture never changes. A release that changes the format adds one:
//! `CAIRN_FIXTURE=v002 cargo test -p cairn-test-it the_fixture_of_this_version`.

use crate::adversity_newer::raw;
use crate::folder::{copy, picture};
use crate::place::{Place, passphrase, run};
use crate::writings::full_ones;
use journal::Journal;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn vaults() -> PathBuf {
    support::root().join("tests/fixtures/vaults")
}

/// Everything a journal tells by its doors: the archive (all entries, versions, bin, settings), what searches find, its drafts.
fn told(place: &Place) -> Value {
    let out = place.arg("all.json");
    place.cli(&["export", "--format", "json", "--out", &out, "--force"]).ok();
    let mut archive: Value = serde_json::from_str(&fs::read_to_string(&out).unwrap()).unwrap();
    let fields = archive.as_object_mut().unwrap();
    fields.remove("exported_at");
    fields.remove("generator");
    let mut session = place.session();
    session.unlock(&passphrase(fs::read_to_string(place.file("passphrase")).unwrap().trim_end())).unwrap();
    let finds = finds(session.journal().unwrap());
    let draft = json!(session.journal().unwrap().draft("today").unwrap());
    session.close().unwrap();
    json!({ "archive": archive, "finds": finds, "draft": draft })
}

/// What searches find.
fn finds(journal: &Journal) -> Value {
    let mut finds = serde_json::Map::new();
    for query in ["nurse", "漢字", "tag:nacht3", "is:star", "listen -bed", "who:ben", "before:2026"] {
        let ask = journal::AskPage { query: query.into(), limit: 100, ..journal::AskPage::default() };
        let rows = journal.page(&ask).unwrap().rows;
        finds.insert(query.into(), json!(rows.iter().map(|row| row.id).collect::<Vec<_>>()));
    }
    finds.into()
}

/// A released version's journal and passphrase in a place of its own.
fn released(version: &Path) -> Place {
    let place = Place::empty();
    copy(&version.join("home"), &place.home());
    fs::copy(version.join("passphrase"), place.file("passphrase")).unwrap();
    place
}

fn expected(version: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(version.join("expected.json")).unwrap()).unwrap()
}

/// The schema's version of a journal or a backup.
fn schema(place: &Place, folder: &Path) -> u32 {
    raw(place, folder).query_row("PRAGMA user_version", [], |r| r.get(0)).unwrap()
}

#[test]
fn before_an_upgrade_a_backup_of_the_older_journal_is_made_that_opens_and_has_everything() {
    let version = vaults().join("v001");
    let place = released(&version);
    assert_eq!(schema(&place, &place.home()), 1);
    place.cli(&["check"]).ok();
    assert_eq!(schema(&place, &place.home()), store::KNOWN_VERSION);
    let backups: Vec<PathBuf> = fs::read_dir(place.home().join("backups")).unwrap().map(|e| e.unwrap().path()).collect();
    let [backup] = backups.as_slice() else { panic!("one backup: {backups:?}") };
    assert_eq!(schema(&place, backup), 1, "it is the journal as it was");
    let manifest: Value = serde_json::from_str(&fs::read_to_string(backup.join("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["why"], "before an upgrade");
    let again = Place::empty();
    fs::copy(version.join("passphrase"), again.file("passphrase")).unwrap();
    again.cli(&["restore", backup.to_str().unwrap(), "--into", again.home().to_str().unwrap()]).ok();
    assert_eq!(schema(&again, &again.home()), 1, "restoring changes nothing");
    let (told, expected) = (told(&again), expected(&version));
    for part in ["finds", "draft"] {
        assert_eq!(told[part], expected[part], "{part}");
    }
    assert_eq!(told["archive"]["entries"], expected["archive"]["entries"]);
    place.cli(&["check", "--deep"]).ok();
    assert_eq!(fs::read_dir(place.home().join("backups")).unwrap().count(), 1, "it is upgraded once");
}

#[test]
fn an_older_journal_that_cannot_be_upgraded_is_read_and_searched() {
    let version = vaults().join("v001");
    let place = released(&version);
    // A folder of a newer format is for reading alone, as a folder is that cannot be written.
    let file = place.home().join("vault.json");
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("\"format\": 1", "\"format\": 2")).unwrap();
    let before = picture(&place.home());
    let mut session = place.session();
    session.unlock(&passphrase(fs::read_to_string(place.file("passphrase")).unwrap().trim_end())).unwrap();
    assert!(session.journal().unwrap().is_read_only());
    assert_eq!(finds(session.journal().unwrap()), expected(&version)["finds"]);
    session.close().unwrap();
    crate::folder::assert_same(&before, &place.home());
    assert_eq!(schema(&place, &place.home()), 1);
}

#[test]
fn every_released_journal_opens_here_with_everything_it_held() {
    let mut versions: Vec<PathBuf> = fs::read_dir(vaults()).unwrap().map(|e| e.unwrap().path()).collect();
    versions.sort();
    assert!(versions.iter().any(|v| v.ends_with("v001")), "the first version is always among them");
    for version in versions {
        let untouched = picture(&version);
        let (place, expected) = (released(&version), expected(&version));
        // Compared part by part: a difference is to be read, not to be searched for.
        let told = told(&place);
        for part in ["finds", "draft"] {
            assert_eq!(told[part], expected[part], "{}: {part}", version.display());
        }
        let entries = |v: &Value| v["archive"]["entries"].as_array().unwrap().clone();
        assert_eq!(entries(&told).len(), entries(&expected).len());
        for (is, was) in entries(&told).iter().zip(&entries(&expected)) {
            assert_eq!(is, was, "{}", version.display());
        }
        // Settings that a later version added stand at their usual value.
        for (name, value) in expected["archive"]["settings"].as_object().unwrap() {
            assert_eq!(&told["archive"]["settings"][name], value, "{}: {name}", version.display());
        }
        // A promise made in a moment became one of its own, with those that were made alone.
        let pledged = entries(&expected).iter().filter(|e| e["promise"].is_object() && e.get("binned").is_none()).count();
        let alone = expected["archive"]["promises"].as_array().map_or(0, |all| all.iter().filter(|p| p.get("entry").is_none()).count());
        assert_eq!(place.cli(&["promise", "list", "--json"]).json().as_array().unwrap().len(), pledged + alone, "{}", version.display());
        // Since fact notes are kept, they are there with every version, and their chain holds.
        for part in ["facts", "promises"].into_iter().filter(|part| expected["archive"].get(part).is_some()) {
            assert_eq!(told["archive"][part], expected["archive"][part], "{}: {part}", version.display());
        }
        place.cli(&["fact", "verify"]).ok();
        // It goes on living: kept in, checked, opened by its sheet.
        place.cli(&["add", "in the new version"]).ok();
        let unbinned = entries(&expected).iter().filter(|e| e.get("binned").is_none()).count();
        fs::copy(version.join("sheet.txt"), place.file("sheet.txt")).unwrap();
        place.write("new", crate::place::PASSPHRASE);
        let recover = ["recover", "--recovery-file", &place.arg("sheet.txt"), "--new-passphrase-file", &place.arg("new")];
        run(place.plain(&recover), b"").ok();
        place.write("passphrase", crate::place::PASSPHRASE);
        assert_eq!(place.cli(&["check", "--deep", "--json"]).json()["entries"], unbinned + 1);
        crate::folder::assert_same(&untouched, &version);
    }
}

#[test]
fn the_fixture_of_this_version() {
    // Asked for once for each release that changes the format.
    let Ok(name) = std::env::var("CAIRN_FIXTURE") else { return };
    let target = vaults().join(name);
    assert!(!target.exists(), "a fixture never changes");
    let place = Place::empty();
    place.cli(&["init", "--recovery-out", &place.arg("sheet.txt")]).ok();
    let lines: String = full_ones().iter().map(|w| format!("{w}\n")).collect();
    let ids: Vec<String> = place.fed(&["add", "--batch"], lines.as_bytes()).ok().lines().map(str::to_owned).collect();
    place.cli(&["add", "Said now, with the zone of now"]).ok();
    place
        .fed(
            &["add", "--batch"],
            b"{\"kind\":\"quiet-day\",\"happened\":\"2025-12-31\"}\n{\"kind\":\"hard-day\",\"happened\":\"0001-01-01T00:00\"}\n",
        )
        .ok();
    place.cli(&["fact", "add", "--happened", "2026-03-03T22:14", "He said it in front of two people."]).ok();
    place.fed(&["fact", "add", "-"], "Zweite Notiz: 漢字, naïve".as_bytes()).ok();
    place.cli(&["promise", "add", "--to", "the school", "--by", "2026-03-09", "Call back"]).ok();
    // What the command line cannot say: changed, binned, half written, another day turn.
    let mut session = place.session();
    session.unlock(&passphrase(crate::place::PASSPHRASE)).unwrap();
    let journal = session.journal().unwrap();
    let mut writing = journal.show(ids[2].parse().unwrap()).unwrap().entry.writing;
    writing.text = "Changed once".into();
    journal.change(ids[2].parse().unwrap(), writing.clone(), None).unwrap();
    writing.text = "Changed and taken back".into();
    journal.change(ids[2].parse().unwrap(), writing.clone(), None).unwrap();
    journal.undo().unwrap();
    journal.bin(ids[5].parse().unwrap()).unwrap();
    writing.text = "Half a sen".into();
    journal.keep_draft("today", &writing).unwrap();
    let settings = model::JournalSettings { day_turn: model::DayTurn::new(540).unwrap(), ..journal.settings().clone() };
    journal.change_settings(settings).unwrap();
    session.close().unwrap();

    let expected = told(&place);
    fs::create_dir_all(&target).unwrap();
    copy(&place.home(), &target.join("home"));
    // The reserve is room on a disk, and is made again.
    for file in ["home/vault.lock", "home/reserve.bin"] {
        fs::remove_file(target.join(file)).unwrap();
    }
    for folder in ["home/inbox", "home/backups"] {
        // Empty; a repository does not keep empty folders.
        fs::remove_dir(target.join(folder)).unwrap();
    }
    fs::copy(place.file("passphrase"), target.join("passphrase")).unwrap();
    fs::copy(place.file("sheet.txt"), target.join("sheet.txt")).unwrap();
    fs::write(target.join("expected.json"), serde_json::to_string_pretty(&expected).unwrap() + "\n").unwrap();
}
