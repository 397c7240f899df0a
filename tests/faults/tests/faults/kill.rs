//! R1: kill -9 while entries are being kept.

use crate::Plan;
use crate::figure::Figure;
use crate::ledger::Ledger;
use crate::victim::{When, kill, strike, victim};
use faults::{CHEAP, Dice, pass, session};
use journal::Setup;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// What every journal of these tests is opened with.
pub(crate) const PASS: &str = "glow otter maple";
/// Cycles after which every page is checked, and a fresh journal is begun.
const DEEP: u64 = 25;

/// Makes a journal and closes it. Returns the recovery key.
pub(crate) fn make(home: &Path, cost: u8) -> String {
    let mut session = session(home, cost);
    session.create(Setup { passphrase: pass(PASS), weak_ok: true, first: None }).expect("a journal is made");
    let key = session.sheet().expect("a new journal has a sheet").groups.concat();
    session.close().expect("it closes");
    key
}

/// The library, with slots that cost nothing: as many kills as can be.
pub(crate) fn library(plan: &Plan) -> Vec<Figure> {
    let mut dice = plan.dice("R1");
    let mut rows = Vec::new();
    for (mode, folder) in [("log (WAL)", "cairn"), ("single file", "Dropbox")] {
        let mut figure = Figure::of("R1", "kill -9 while saving").mode(mode);
        let dir = tempfile::tempdir().expect("a temporary folder");
        let (mut home, mut ledger) = (dir.path().join("none"), Ledger::default());
        let cycles = plan.cycles(150, 25_000);
        for cycle in 0..cycles {
            if cycle % DEEP == 0 {
                let _ = std::fs::remove_dir_all(&home);
                home = dir.path().join(format!("{cycle}")).join(folder);
                make(&home, CHEAP);
                ledger = Ledger::default();
            }
            // One cycle in three strikes twice: the second victim finds what the first left, not what we tidied up.
            for _ in 0..=u64::from(dice.once_in(3)) {
                let when = When::random(&mut dice, Duration::from_millis(25), Duration::from_millis(40));
                figure.acknowledged += once(&mut victim("write", &home, PASS), when, &mut ledger, &mut dice);
                figure.kills += 1;
            }
            let found = ledger.inspect(&home, PASS, CHEAP, cycle % DEEP == DEEP - 1 || cycle + 1 == cycles);
            figure.add(&found);
        }
        figure.expect_acknowledged();
        rows.push(figure);
    }
    rows
}

fn once(command: &mut Command, when: When, ledger: &mut Ledger, dice: &mut Dice) -> u64 {
    let mut words = Dice(dice.roll());
    ledger.note(strike(command, when, kill, || Ledger::lines(&mut words, 4)))
}

/// The program as it ships, key derivation and all.
pub(crate) fn command_line(plan: &Plan) -> Vec<Figure> {
    let figure = Figure::of("R1", "kill -9 of cairn-cli add --batch").mode("log (WAL)");
    let Some(program) = std::env::var_os("CAIRN_CLI") else {
        return vec![figure.skip("CAIRN_CLI names no program; `cargo xtask faults` sets it")];
    };
    let mut figure = figure;
    let mut dice = plan.dice("R1 cli");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let (home, file) = (dir.path().join("cairn"), dir.path().join("passphrase"));
    std::fs::write(&file, PASS).expect("a file");
    make(&home, 18);
    let mut ledger = Ledger::default();
    let cycles = plan.cycles(15, 300);
    for cycle in 0..cycles {
        let when = When::Answer(crate::victim::part(&mut dice, Duration::from_millis(60)));
        let mut command = Command::new(&program);
        command.arg("--home").arg(&home).arg("--passphrase-file").arg(&file).args(["add", "--batch"]);
        figure.acknowledged += once(&mut command, when, &mut ledger, &mut dice);
        figure.kills += 1;
        // An inspection costs as much key derivation as a cycle.
        if cycle % 5 == 4 {
            let found = ledger.inspect(&home, PASS, 18, cycle + 1 == cycles);
            figure.add(&found);
        }
    }
    figure.expect_acknowledged();
    vec![figure]
}
