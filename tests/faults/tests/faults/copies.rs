//! kill -9 while a backup is made, and while one is put in the journal's place.

use crate::Plan;
use crate::figure::Figure;
use crate::keys::undisturbed;
use crate::kill::{PASS, make};
use crate::ledger::Ledger;
use crate::victim::{Aim, When, kill, part, strike, victim};
use faults::{CHEAP, Dice, pass, session};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// A journal with some hundred entries.
fn filled(home: &Path, dice: &mut Dice) -> Ledger {
    make(home, CHEAP);
    let mut ledger = Ledger::default();
    let mut left = 40;
    let mut words = Dice(dice.roll());
    let told = strike(
        &mut victim("write", home, PASS),
        When::Start(Duration::ZERO),
        |_| {},
        || {
            left -= 1;
            if left > 0 { Ledger::lines(&mut words, 8) } else { Vec::new() }
        },
    );
    ledger.note(told);
    ledger
}

fn listed(home: &Path) -> BTreeSet<String> {
    session(home, CHEAP).backups().expect("the folder can be read").into_iter().map(|b| b.name).collect()
}

pub(crate) fn backup(plan: &Plan) -> Vec<Figure> {
    let mut figure = Figure::of("R1", "kill -9 while backing up");
    let mut dice = plan.dice("backup");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let home = dir.path().join("cairn");
    let mut ledger = filled(&home, &mut dice);
    let mut aim = Aim::new(undisturbed(&mut victim("backup", &home, PASS), "\n".into()));
    let mut seen = BTreeSet::new();
    let cycles = plan.cycles(40, 2_000);
    for cycle in 0..cycles {
        let told = strike(&mut victim("backup", &home, PASS), aim.next(&mut dice), kill, || vec!["\n".into()]);
        aim.learn(told.iter().any(|(_, answer)| answer.is_some()));
        figure.kills += 1;
        let now = listed(&home);
        for name in told.into_iter().filter_map(|(_, answer)| answer) {
            figure.acknowledged += 1;
            figure.lost += u64::from(!now.contains(&name));
        }
        // Whatever is listed is a whole journal.
        for name in now.difference(&seen) {
            let into = dir.path().join("restored");
            if let Err(error) = journal::copy_checked(&home.join("backups").join(name), &into, &pass(PASS)) {
                println!("    the backup {name} is listed and does not restore: {error}");
                figure.unsound += 1;
            }
            let _ = std::fs::remove_dir_all(into);
        }
        seen = now;
        figure.add(&ledger.inspect(&home, PASS, CHEAP, cycle + 1 == cycles));
    }
    let left =
        std::fs::read_dir(home.join("backups")).map(|d| d.flatten().filter(|e| e.file_name().to_string_lossy().starts_with('.')).count());
    figure.note = format!("{} half-made folders left hidden", left.unwrap_or(0));
    vec![figure]
}

/// How many journals were moved aside.
fn aside(home: &Path) -> usize {
    std::fs::read_dir(home).map_or(0, |d| d.flatten().filter(|e| e.file_name().to_string_lossy().starts_with("quarantine-")).count())
}

/// However a restoring was cut short, the passphrase opens the journal or the backup, and everything is there.
pub(crate) fn restore(plan: &Plan) -> Vec<Figure> {
    let mut figure = Figure::of("R1", "kill -9 while restoring a backup");
    let mut dice = plan.dice("restore");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let home = dir.path().join("cairn");
    let mut ledger = filled(&home, &mut dice);
    let mut ready = session(&home, CHEAP);
    let name = ready
        .unlock(&pass(PASS))
        .and_then(|()| ready.journal()?.back_up(None))
        .map(|backup| backup.name)
        .expect("a backup is made when nobody disturbs");
    ready.close().expect("it closes");
    let mut aim = Aim::new(undisturbed(&mut victim("restore", &home, PASS), format!("{name}\n")));
    let (cycles, mut ended) = (plan.cycles(40, 2_000), 0);
    for cycle in 0..cycles {
        let mut ask = Some(format!("{name}\n"));
        // Every other time it is struck while the files change places, which takes a thousandth of the whole.
        let aside = aside(&home);
        let (at_the_swap, delay) = (cycle % 2 == 1, part(&mut dice, Duration::from_millis(3)));
        let blow = |child: &mut std::process::Child| {
            if at_the_swap {
                while self::aside(&home) == aside && matches!(child.try_wait(), Ok(None)) {
                    std::thread::yield_now();
                }
                std::thread::sleep(delay);
            }
            kill(child);
        };
        let when = if at_the_swap { When::Start(Duration::ZERO) } else { aim.next(&mut dice) };
        let told = strike(&mut victim("restore", &home, PASS), when, blow, move || ask.take().into_iter().collect());
        figure.kills += 1;
        let done = told.iter().any(|(_, answer)| answer.is_some());
        figure.acknowledged += u64::from(done);
        if !at_the_swap {
            aim.learn(done);
        }
        ended += u64::from(home.join("restoring.json").exists());
        if !done && !crate::keys::opens(&home, PASS, CHEAP) {
            println!("    cycle {cycle}: it does not open");
            figure.unsound += 1;
        }
        figure.add(&ledger.inspect(&home, PASS, CHEAP, cycle + 1 == cycles));
    }
    figure.note = format!("{ended} times the next opening ended what was cut short");
    vec![figure]
}
