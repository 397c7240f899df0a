//! What lies on the disk after a session: no word of an entry outside the file that was asked for, and for the owner alone.

use crate::folder::each;
use crate::place::{PASSPHRASE, Place, run};
use serde_json::json;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use support::canary;

const CANARY: &str = "Pelikan-Ölfass 7731";

/// The same command with no mask on the permissions of what it makes.
fn unmasked(command: &Command) -> Command {
    let mut sh = Command::new("sh");
    sh.args(["-c", "umask 000; exec \"$0\" \"$@\""]).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => sh.env(name, value),
            None => sh.env_remove(name),
        };
    }
    sh.current_dir(command.get_current_dir().unwrap());
    sh
}

#[test]
fn no_word_of_an_entry_lies_on_the_disk_after_a_session_that_also_went_wrong() {
    let place = Place::with_journal();
    let elsewhere = tempfile::tempdir().unwrap();
    let line = json!({
        "text": CANARY, "who": CANARY, "need": CANARY, "changed": CANARY, "their_words": CANARY, "my_part": CANARY, "in_the_way": CANARY,
        "promise": { "what": CANARY }, "people": [CANARY], "tags": [CANARY],
    });
    place.fed(&["add", "--batch"], format!("{line}\n{line}\nnot a line {CANARY}").as_bytes()).refused(2, "line 3");
    place.fed(&["add", "-"], CANARY.as_bytes()).ok();
    assert_eq!(place.cli(&["search", &format!("\"{CANARY}\""), "--json"]).json().as_array().unwrap().len(), 3);
    let out = elsewhere.path().join("all.json");
    place.cli(&["export", "--format", "json", "--out", out.to_str().unwrap()]).ok();
    place.cli(&["export", "--format", "md", "--out", elsewhere.path().join("log.md").to_str().unwrap()]).ok();
    place.cli(&["export", "--format", "md", "--out", place.arg("nowhere/log.md").as_str()]).refused(1, "");
    place.cli(&["backup"]).ok();
    place.cli(&["check", "--deep"]).ok();
    let ran = place.cli(&["add", CANARY, "--kind", CANARY]).refused(2, "");
    drop(ran);
    // Killed in the middle, with the log still open.
    let mut killed =
        place.command(&["add", "--batch"]).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    std::io::Write::write_all(killed.stdin.as_mut().unwrap(), format!("{line}\n").as_bytes()).unwrap();
    std::io::BufRead::lines(std::io::BufReader::new(killed.stdout.as_mut().unwrap())).next().unwrap().unwrap();
    killed.kill().unwrap();
    killed.wait().unwrap();
    assert!(place.home().join("journal.db-wal").exists(), "the log lies there and is searched, too");
    let passphrase = place.file("passphrase");
    fs::write(&passphrase, format!("{CANARY}, wrong")).unwrap();
    place.cli(&["list"]).refused(3, "");
    fs::remove_file(&passphrase).unwrap();

    assert_eq!(canary::search(CANARY, &[place.scratch.top()]).unwrap(), [], "below the home, HOME and TMPDIR");
    assert_eq!(canary::search(PASSPHRASE, &[place.scratch.top()]).unwrap(), []);
    assert!(place.recovery.len() == 74 && canary::search(&place.recovery, &[place.scratch.top()]).unwrap().is_empty());
    // The search does find what is there.
    assert!(!canary::search(CANARY, &[elsewhere.path()]).unwrap().is_empty());
    let left: Vec<_> = fs::read_dir(elsewhere.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing beside the files that were asked for: {left:?}");
}

#[test]
fn everything_that_is_made_is_for_the_owner_alone_whatever_the_umask() {
    let place = Place::empty();
    let session = |args: &[&str], input: &str| run(unmasked(&place.command(args)), input.as_bytes());
    session(&["init", "--recovery-out", &place.arg("sheet")], "").ok();
    session(&["add", "--batch"], "{\"text\":\"one\"}\n").ok();
    session(&["backup"], "").ok();
    session(&["backup", "--to", &place.arg("stick")], "").ok();
    session(&["export", "--format", "json", "--out", &place.arg("all.json")], "").ok();
    session(&["export", "--format", "md", "--out", &place.arg("log.md")], "").ok();
    let backup = crate::folder::only_one_in(&place.file("stick"));
    session(&["restore", backup.to_str().unwrap(), "--into", &place.arg("new")], "").ok();
    // A writer that is at work: the log and the lock as well.
    let mut open = unmasked(&place.command(&["add", "--batch"]))
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(open.stdin.as_mut().unwrap(), b"{\"text\":\"two\"}\n").unwrap();
    std::io::BufRead::lines(std::io::BufReader::new(open.stdout.as_mut().unwrap())).next().unwrap().unwrap();
    let mut seen = 0;
    let mut check = |path: &std::path::Path| {
        let found = fs::metadata(path).unwrap();
        let wanted = if found.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(found.permissions().mode() & 0o777, wanted, "{}", path.display());
        seen += 1;
    };
    for folder in [place.home(), place.file("stick"), place.file("new")] {
        check(&folder);
        each(&folder, &mut |file| {
            check(file);
            check(file.parent().unwrap());
        });
    }
    for file in ["sheet", "all.json", "log.md"] {
        check(&place.file(file));
    }
    assert!(seen > 30, "{seen}");
    drop(open.stdin.take());
    assert!(open.wait().unwrap().success());
}

#[test]
fn the_file_and_its_log_look_like_noise() {
    let place = Place::with_journal();
    let lines: String =
        (0..400).map(|n| format!("{}\n", json!({ "text": format!("entry {n} {}", "the same words again ".repeat(150)) }))).collect();
    place.fed(&["add", "--batch"], lines.as_bytes()).ok();
    place.cli(&["backup"]).ok();
    let backup = crate::folder::only_one_in(&place.home().join("backups")).join("journal.db");
    for file in [place.home().join("journal.db"), backup] {
        let bytes = fs::read(file).unwrap();
        assert!(bytes.len() > 1 << 20, "{} bytes", bytes.len());
        assert_ne!(&bytes[..15], b"SQLite format 3");
        let mut counts = [0_u32; 256];
        bytes.iter().for_each(|b| counts[usize::from(*b)] += 1);
        let total = bytes.len() as f64;
        let entropy: f64 = counts.iter().filter(|n| **n > 0).map(|n| f64::from(*n) / total).map(|p| -p * p.log2()).sum();
        assert!(entropy > 7.99, "{entropy} bits a byte");
        // No page twice, although the same words are written again and again.
        let mut pages: Vec<&[u8]> = bytes.chunks(4096).collect();
        let all = pages.len();
        pages.sort_unstable();
        pages.dedup();
        assert_eq!(pages.len(), all);
    }
}
