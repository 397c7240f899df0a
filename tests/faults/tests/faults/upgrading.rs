//! R13: kill -9 while an older journal is upgraded. It is the old one or the new one, with everything, and so is the backup.

use crate::Plan;
use crate::figure::Figure;
use crate::keys::undisturbed;
use crate::kill::PASS;
use crate::ledger::Ledger;
use crate::victim::{Aim, When, kill, part, strike, victim};
use faults::{CHEAP, pass, session};
use journal::Home;
use rusqlite::Connection;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;
use vault::{SlotCost, slots};

/// Entries beside those of the fixture, so that there is something to cut short.
const MORE: u32 = 1_500;

/// The first version's fixture, with slots that cost nothing and more entries.
fn old_journal(home: &Path) {
    let fixture = support::root().join("tests/fixtures/vaults/v001");
    copy(&fixture.join("home"), home);
    let text = fs::read_to_string(fixture.join("passphrase")).expect("a fixture has its passphrase");
    let home = Home::at(home.to_owned());
    let master = slots::open_with_passphrase(&home, &pass(text.trim_end())).expect("the fixture opens").master;
    slots::change_passphrase(&home, &master, &pass(PASS), SlotCost::insecure_for_tests(CHEAP)).expect("another slot");
    let key: String = master.expose().iter().map(|b| format!("{b:02x}")).collect();
    let conn = Connection::open(home.journal_db()).expect("a file");
    // As the first version wrote them; its index is filled again by the upgrade.
    let rows = format!(
        "PRAGMA key = \"x'{key}'\";
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MORE})
         INSERT INTO entries (place, id, kind, day, precision, written, star, may_share, text)
         SELECT (739003 << 32) + (i << 20), randomblob(16), 'moment', '2023-04-28', 'date', 1772309400000, 0, 0, 'kept long ago ' || i || ' ' || hex(randomblob(200))
         FROM n"
    );
    conn.execute_batch(&rows).expect("rows");
    assert_eq!(conn.query_row("PRAGMA user_version", [], |r| r.get::<_, u32>(0)), Ok(1));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

pub(crate) fn killed(plan: &Plan) -> Vec<Figure> {
    let mut figure = Figure::of("R13", "kill -9 while upgrading an older journal");
    let mut dice = plan.dice("upgrading");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let old = dir.path().join("old");
    old_journal(&old);
    let first = dir.path().join("first");
    copy(&old, &first);
    let mut aim = Aim::new(undisturbed(&mut victim("open", &first, PASS), "\n".into()));
    let mut ledger = everything(&first);
    let (mut half, mut backups) = (0, 0);
    for cycle in 0..plan.cycles(24, 1_000) {
        let home = dir.path().join(cycle.to_string());
        copy(&old, &home);
        // Every other time it is struck after the backup, while the file changes.
        let (after_backup, delay) = (cycle % 2 == 1, part(&mut dice, Duration::from_millis(1_500)));
        let blow = |child: &mut std::process::Child| {
            if after_backup {
                while whole_backups(&home).is_empty() && matches!(child.try_wait(), Ok(None)) {
                    std::thread::yield_now();
                }
                std::thread::sleep(delay);
            }
            kill(child);
        };
        let when = if after_backup { When::Start(Duration::ZERO) } else { aim.next(&mut dice) };
        let mut ask = Some("\n".to_owned());
        let told = strike(&mut victim("open", &home, PASS), when, blow, move || ask.take().into_iter().collect());
        let done = told.iter().any(|(_, answer)| answer.is_some());
        figure.kills += 1;
        figure.acknowledged += u64::from(done);
        if !after_backup {
            aim.learn(done);
        }
        for backup in whole_backups(&home) {
            backups += 1;
            figure.unsound += u64::from(!restores(&backup, &dir.path().join("restored"), &ledger));
        }
        half += u64::from(!done);
        figure.add(&ledger.inspect(&home, PASS, CHEAP, true));
        let _ = fs::remove_dir_all(&home);
    }
    figure.note = format!("{half} times cut short, {backups} backups restored");
    vec![figure]
}

/// What the journal holds when nobody disturbs.
fn everything(home: &Path) -> Ledger {
    let mut ledger = Ledger::default();
    let mut reading = session(home, CHEAP);
    reading
        .unlock(&pass(PASS))
        .and_then(|()| {
            reading.journal()?.each(None, None, &[], &mut |entry| {
                ledger.acknowledged.insert(entry.id.to_string(), entry.writing.text);
                ControlFlow::Continue(())
            })
        })
        .and_then(|()| reading.close())
        .expect("nobody disturbs");
    assert!(ledger.acknowledged.len() > MORE as usize, "the fixture and more");
    ledger
}

/// Whether a listed backup is a whole journal with as much in it.
fn restores(backup: &Path, into: &Path, ledger: &Ledger) -> bool {
    let copied = journal::copy_checked(backup, into, &pass(PASS));
    let _ = fs::remove_dir_all(into);
    let whole = matches!(copied, Ok(entries) if entries >= ledger.acknowledged.len() as u64);
    if !whole {
        println!("    the backup before the upgrade: {copied:?}");
    }
    whole
}

fn whole_backups(home: &Path) -> Vec<std::path::PathBuf> {
    let found = fs::read_dir(home.join("backups")).into_iter().flatten().flatten().map(|e| e.path());
    found
        .filter(|path| path.join("manifest.json").is_file() && !path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.')))
        .collect()
}
