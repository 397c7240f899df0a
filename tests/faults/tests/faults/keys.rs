//! R15: kill -9 while keys change. A passphrase that somebody knows opens the journal, always.

use crate::Plan;
use crate::figure::Figure;
use crate::kill::{PASS, make};
use crate::victim::{Aim, When, kill, part, strike, victim};
use faults::{CHEAP, Dice, pass, session};
use journal::{RecoveryKey, Session};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The passphrases of one journal, in the order in which they were given to it.
pub(crate) struct Keyring {
    /// Acknowledged; the last of them is in use.
    pub(crate) current: String,
    before: Option<String>,
    number: u64,
}

impl Keyring {
    pub(crate) fn new() -> Self {
        Self { current: PASS.into(), before: None, number: 0 }
    }

    /// What comes next, one at a time.
    pub(crate) fn lines(&self) -> impl FnMut() -> Vec<String> + Send + use<> {
        let mut number = self.number;
        move || {
            number += 1;
            vec![format!("glow otter maple {number}\n")]
        }
    }

    /// Takes in what was answered. Returns the acknowledged changes, and the change that was not answered.
    pub(crate) fn note(&mut self, told: Vec<(String, Option<String>)>) -> (u64, Option<String>) {
        let (mut count, mut open) = (0, None);
        for (line, answer) in told {
            self.number += 1;
            let passphrase = line.trim_end().to_owned();
            match answer {
                Some(_) => {
                    self.before = Some(std::mem::replace(&mut self.current, passphrase));
                    count += 1;
                }
                None => open = Some(passphrase),
            }
        }
        (count, open)
    }

    /// Opens the journal with what is known. Counts into the figure: lost is a lock-out, unsound an old key that still opens.
    pub(crate) fn try_all(&mut self, home: &Path, open: Option<String>, cost: u8, dice: &mut Dice, figure: &mut Figure) {
        let mut known = vec![self.current.clone()];
        known.extend(open);
        if dice.once_in(2) {
            known.reverse();
        }
        if let Some(before) = &self.before
            && opens(home, before, cost)
        {
            println!("    a passphrase that was replaced still opens");
            figure.unsound += 1;
        }
        match known.into_iter().find(|p| opens(home, p, cost)) {
            Some(passphrase) if passphrase == self.current => {}
            Some(passphrase) => self.before = Some(std::mem::replace(&mut self.current, passphrase)),
            None => {
                println!("    locked out of {}", home.display());
                figure.lost += 1;
            }
        }
    }
}

pub(crate) fn opens(home: &Path, passphrase: &str, cost: u8) -> bool {
    let mut session = session(home, cost);
    let opened = session.unlock(&pass(passphrase)).is_ok();
    opened && session.close().is_ok()
}

/// How long the victim needs for one undisturbed round, from its start.
pub(crate) fn undisturbed(command: &mut Command, line: String) -> Duration {
    let clock = support::wait::now();
    let mut line = Some(line);
    let told = strike(command, When::Start(Duration::ZERO), |_| {}, || line.take().into_iter().collect());
    assert!(told.iter().all(|(_, answer)| answer.is_some()), "the victim does its work when nobody disturbs it");
    clock.elapsed()
}

/// Changes of passphrase.
pub(crate) fn change(plan: &Plan) -> Vec<Figure> {
    let mut figure = Figure::of("R15", "kill -9 while changing the passphrase");
    let mut dice = plan.dice("R15");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let home = dir.path().join("cairn");
    let sheet = make(&home, CHEAP);
    let mut keyring = Keyring::new();
    for _ in 0..plan.cycles(100, 10_000) {
        let when = When::random(&mut dice, Duration::from_millis(40), Duration::from_millis(30));
        let told = strike(&mut victim("change", &home, &keyring.current), when, kill, keyring.lines());
        let (count, open) = keyring.note(told);
        figure.acknowledged += count;
        figure.kills += 1;
        figure.cycles += 1;
        keyring.try_all(&home, open, CHEAP, &mut dice, &mut figure);
    }
    // The sheet from the first day opens at the end.
    let key = RecoveryKey::parse_forgiving(&sheet).expect("a sheet as printed").key;
    let mut session: Session = session(&home, CHEAP);
    if session.recover(&key, &pass("quiet harbour lamp"), true).and(session.close()).is_err() {
        figure.lost += 1;
    }
    figure.expect_acknowledged();
    vec![figure]
}

/// The program as it ships, killed around the moment when the files change places.
pub(crate) fn change_at_full_cost(plan: &Plan) -> Vec<Figure> {
    let mut figure = Figure::of("R15", "kill -9 of cairn-cli passphrase");
    let Some(program) = std::env::var_os("CAIRN_CLI") else {
        return vec![figure.skip("CAIRN_CLI names no program; `cargo xtask faults` sets it")];
    };
    let mut dice = plan.dice("R15 cli");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let (home, old_file, new_file) = (dir.path().join("cairn"), dir.path().join("old"), dir.path().join("new"));
    make(&home, 18);
    let mut current = PASS.to_owned();
    for cycle in 0..plan.cycles(3, 100) {
        let next = format!("glow otter maple {cycle}");
        std::fs::write(&old_file, &current).expect("a file");
        std::fs::write(&new_file, &next).expect("a file");
        let mut command = Command::new(&program);
        command.arg("--home").arg(&home).arg("--passphrase-file").arg(&old_file);
        command.arg("passphrase").arg("--weak-ok").arg("--new-passphrase-file").arg(&new_file);
        let delay = part(&mut dice, Duration::from_millis(8));
        let spare = home.join("keys/pass.old.age");
        let told = strike(
            &mut command,
            When::Start(Duration::ZERO),
            |child| {
                // The first file of the change appears after four seconds of key derivation.
                while !spare.exists() && matches!(child.try_wait(), Ok(None)) {
                    std::thread::yield_now();
                }
                std::thread::sleep(delay);
                kill(child);
            },
            {
                // It says a sentence of its own accord when it is done.
                let mut ask = Some("\n".to_owned());
                move || ask.take().into_iter().collect()
            },
        );
        let done = told.iter().any(|(_, answer)| answer.is_some());
        figure.kills += 1;
        figure.cycles += 1;
        figure.acknowledged += u64::from(done);
        let opened = if opens(&home, &next, 18) {
            current = next;
            true
        } else {
            !done && opens(&home, &current, 18)
        };
        figure.lost += u64::from(!opened);
    }
    vec![figure]
}

/// Recovery by the sheet, which sets a new passphrase.
pub(crate) fn recover(plan: &Plan) -> Vec<Figure> {
    let mut figure = Figure::of("R15", "kill -9 while recovering by the sheet");
    let mut dice = plan.dice("recover");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let home = dir.path().join("cairn");
    let sheet = make(&home, CHEAP);
    let line = |n: u64| (format!("{sheet}\tquiet harbour {n}\n"), format!("quiet harbour {n}"));
    let mut aim = Aim::new(undisturbed(&mut victim("recover", &home, "-"), line(0).0));
    let mut current = line(0).1;
    for cycle in 1..=plan.cycles(40, 2_000) {
        let (said, next) = line(cycle);
        let mut ask = Some(said);
        let when = aim.next(&mut dice);
        let told = strike(&mut victim("recover", &home, "-"), when, kill, move || ask.take().into_iter().collect());
        let done = told.iter().any(|(_, answer)| answer.is_some());
        aim.learn(done);
        figure.kills += 1;
        figure.cycles += 1;
        figure.acknowledged += u64::from(done);
        let key = RecoveryKey::parse_forgiving(&sheet).expect("a sheet as printed").key;
        if opens(&home, &next, CHEAP) {
            current = next;
        } else if done || !opens(&home, &current, CHEAP) {
            figure.lost += 1;
        }
        if cycle % 10 == 0 {
            let mut session = session(&home, CHEAP);
            figure.lost += u64::from(session.recover(&key, &pass(&current), true).and(session.close()).is_err());
        }
    }
    vec![figure]
}
