//! A disk that is read-only or full, and a second program at the same journal.

use crate::folder::{assert_same, copy, picture};
use crate::place::{Place, run};
use crate::rooms::Room;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

#[test]
fn a_read_only_disk_reads_everything_and_refuses_to_keep() {
    for with_lock_file in [true, false] {
        let place = Place::holding(&["one", "two"]);
        place.cli(&["backup"]).ok();
        if !with_lock_file {
            std::fs::remove_file(place.home().join("vault.lock")).unwrap();
        }
        let before = picture(&place.home());
        let script = "mount --bind \"$1\" \"$1\"; mount -o remount,bind,ro \"$1\"";
        let Some(room) = Room::with(&place.home(), script, "a read-only disk") else { return };
        let inside = |args: &[&str]| run(room.enter(&place.command(args)), b"{\"text\":\"three\"}\n");
        let listed: Value = inside(&["list", "--json"]).json();
        assert_eq!(listed.as_array().unwrap().len(), 2, "lock file: {with_lock_file}");
        assert_eq!(inside(&["search", "one", "--json"]).json().as_array().unwrap().len(), 1);
        inside(&["check", "--deep"]).ok();
        inside(&["stats"]).ok();
        inside(&["export", "--format", "json", "--out", &place.arg("all.json"), "--force"]).ok();
        for args in [&["add", "three"][..], &["add", "--batch"], &["backup"]] {
            let ran = inside(args).refused(1, "nothing can be written here");
            assert_eq!(ran.out, "");
        }
        inside(&["init"]).refused(1, "");
        // Two may read at once; nobody can write.
        drop(room);
        assert_same(&before, &place.home());
        place.cli(&["add", "three"]).ok();
    }
}

#[test]
fn a_read_only_journal_can_be_backed_up_elsewhere() {
    let place = Place::holding(&["one", "two"]);
    let script = "mount --bind \"$1\" \"$1\"; mount -o remount,bind,ro \"$1\"";
    let Some(room) = Room::with(&place.home(), script, "a read-only disk") else { return };
    let made = run(room.enter(&place.command(&["backup", "--to", &place.arg("stick"), "--json"])), b"").json();
    assert_eq!(made["entries"], 2, "a backup elsewhere needs no right to write here");
}

#[test]
fn what_an_interrupted_program_left_is_taken_in_later_and_not_lost_on_a_read_only_disk() {
    let place = Place::holding(&["one"]);
    let mut session = place.session();
    session.unlock(&crate::place::passphrase(crate::place::PASSPHRASE)).unwrap();
    let (journal, chance) = session.journal_and_chance().unwrap();
    journal.keep(vec![journal::New::of(model::Writing::new(model::Kind::Moment, "in the log only"))], None, chance).unwrap();
    copy(&place.home(), &place.file("killed"));
    session.close().unwrap();
    let killed = place.file("killed");
    assert!(std::fs::metadata(killed.join("journal.db-wal")).unwrap().len() > 0, "the log holds it");
    let home = place.arg("killed");
    let before = picture(&killed);
    let script = "mount --bind \"$1\" \"$1\"; mount -o remount,bind,ro \"$1\"";
    if let Some(room) = Room::with(&killed, script, "a log on a read-only disk") {
        // Without the log the journal would look older than it is: refused rather than half told.
        run(room.enter(&place.command(&["list", "--home", &home])), b"").refused(1, "nothing can be written here");
    }
    assert_same(&before, &killed);
    let listed = place.cli(&["list", "--json", "--home", &home]).json();
    let texts: Vec<&str> = listed.as_array().unwrap().iter().map(|e| e["text"].as_str().unwrap()).collect();
    assert!(texts.contains(&"in the log only") && texts.contains(&"one"), "{texts:?}");
    assert!(!killed.join("journal.db-wal").exists(), "the file alone is the whole journal");
}

#[test]
fn a_second_program_gets_3_while_the_first_goes_on() {
    let place = Place::holding(&["one"]);
    let mut first = place.command(&["add", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = first.stdin.take().unwrap();
    let mut answers = BufReader::new(first.stdout.take().unwrap()).lines();
    stdin.write_all(b"{\"text\":\"two\"}\n").unwrap();
    let id = answers.next().unwrap().unwrap();
    assert_eq!(id.len(), 36, "it is acknowledged while more may come");
    place.write("new", "walnut ferry tulip anvil gazette");
    let new = place.arg("new");
    for args in [
        &["list"][..],
        &["add", "x"],
        &["add", "--batch"],
        &["check"],
        &["backup"],
        &["stats"],
        &["passphrase", "--new-passphrase-file", &new],
        &["init"],
    ] {
        place.cli(args).refused(3, "open elsewhere");
    }
    let mut bench = crate::bench::Bench::empty();
    std::os::unix::fs::symlink(place.home(), bench.dir.path().join("cairn")).unwrap();
    bench.refused("journal_unlock", json!({ "passphrase": crate::place::PASSPHRASE }), wire::Code::Busy);
    stdin.write_all(b"{\"text\":\"three\"}\n").unwrap();
    answers.next().unwrap().unwrap();
    drop(stdin);
    assert!(first.wait().unwrap().success());
    assert_eq!(place.texts(), ["three", "two", "one"]);
    // Killed while it holds the journal: the lock goes with it, what was acknowledged stays.
    let mut first = place.command(&["add", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = first.stdin.take().unwrap();
    stdin.write_all(b"{\"text\":\"four\"}\n").unwrap();
    BufReader::new(first.stdout.take().unwrap()).lines().next().unwrap().unwrap();
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(place.texts(), ["four", "three", "two", "one"]);
}

#[test]
fn a_full_disk_is_told_and_every_acknowledged_entry_is_there_afterwards() {
    let place = Place::holding(&["before"]);
    let script = "cp -a \"$1\" \"$1.away\"; mount -t tmpfs -o size=3m,mode=700 tmpfs \"$1\"; cp -a \"$1.away/.\" \"$1\"";
    let Some(room) = Room::with(&place.home(), script, "a full disk") else { return };
    let inside = |args: &[&str], input: &[u8]| run(room.enter(&place.command(args)), input);
    let ballast = place.home().join("ballast");
    let dd = format!("dd if=/dev/zero of='{}' bs=64k count=16 2>/dev/null", ballast.display());
    room.shell(&dd);

    // Some thousand entries are more than the disk holds; the batch ends when the disk does.
    let lines: String = (0..4000).map(|n| format!("{}\n", json!({ "text": format!("entry {n} {}", "x".repeat(900)) }))).collect();
    let ran = inside(&["add", "--batch"], lines.as_bytes()).refused(1, "the disk is full");
    let acknowledged: Vec<&str> = ran.out.lines().collect();
    assert!(acknowledged.len() < 4000);
    inside(&["add", &"y".repeat(60_000)], b"").refused(1, "");
    inside(&["backup"], b"").refused(1, "the disk is full");
    // What is there can be read while the disk is full.
    let listed: Value = inside(&["list", "--json"], b"").json();
    assert_eq!(listed.as_array().unwrap().len(), acknowledged.len() + 1);

    // Room again, for the log to be taken into the file as well.
    room.shell(&format!("rm '{}' && mount -o remount,size=16m '{}'", ballast.display(), place.home().display()));
    let listed: Value = inside(&["list", "--json"], b"").json();
    let ids: Vec<&str> = listed.as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap()).collect();
    for id in &acknowledged {
        assert!(ids.contains(id), "{id} was acknowledged");
    }
    inside(&["check", "--deep"], b"").ok();
    inside(&["add", "after"], b"").ok();
    let unfinished: Vec<_> =
        std::fs::read_dir(room.outside(&place.home().join("backups"))).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(unfinished.is_empty(), "a backup that did not fit leaves nothing: {unfinished:?}");
}

#[test]
fn a_disk_that_is_full_from_the_start_makes_no_journal_and_leaves_room_for_another_try() {
    let place = Place::empty();
    let script = "mount -t tmpfs -o size=256k,mode=700 tmpfs \"$1\"; dd if=/dev/zero of=\"$1/ballast\" bs=4k count=44 2>/dev/null || true";
    let Some(room) = Room::with(&place.home(), script, "set-up on a full disk") else { return };
    let inside = |args: &[&str]| run(room.enter(&place.command(args)), b"");
    let ran = inside(&["init"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(!ran.out.contains("AGE-SECRET"), "no sheet for a journal that is none: {ran:?}");
    room.shell(&format!("rm '{0}/ballast' && mount -o remount,size=4m '{0}'", place.home().display()));
    inside(&["list"]).refused(1, "there is no journal");
    inside(&["init"]).ok();
    inside(&["add", "one"]).ok();
}
