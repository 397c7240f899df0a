//! kill -9 while a journal is being made: afterwards there is one that opens, or none, and one can be made.

use crate::Plan;
use crate::figure::Figure;
use crate::keys::undisturbed;
use crate::kill::PASS;
use crate::victim::{Aim, kill, strike, victim};
use faults::{CHEAP, pass, session};
use journal::Setup;
use journal::views::Standing;

pub(crate) fn killed(plan: &Plan) -> Vec<Figure> {
    let mut figure = Figure::of("R1", "kill -9 while making a journal");
    let mut dice = plan.dice("making");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let mut aim = Aim::new(undisturbed(&mut victim("create", &dir.path().join("first"), PASS), "\n".into()));
    for cycle in 0..plan.cycles(60, 2_000) {
        let home = dir.path().join(cycle.to_string());
        let mut ask = Some("\n".to_owned());
        let when = aim.next(&mut dice);
        let told = strike(&mut victim("create", &home, PASS), when, kill, move || ask.take().into_iter().collect());
        let done = told.iter().any(|(_, answer)| answer.is_some());
        aim.learn(done);
        figure.kills += 1;
        figure.cycles += 1;
        figure.acknowledged += u64::from(done);
        let mut again = session(&home, CHEAP);
        let standing = again.standing();
        let outcome = match standing {
            Standing::New if !done => again.create(Setup { passphrase: pass(PASS), weak_ok: true, first: None }).map(drop),
            _ => again.unlock(&pass(PASS)),
        };
        if let Err(error) = outcome.and(again.close()) {
            println!("    cycle {cycle}: {standing:?}, and then: {error} (acknowledged: {done})");
            if done {
                figure.lost += 1;
            } else {
                figure.unsound += 1;
            }
        }
        let _ = std::fs::remove_dir_all(&home);
    }
    vec![figure]
}
