//! The ring of faults: kills, power cuts, full disks. What was acknowledged has to be there afterwards, and the file sound.
//!
//! `cargo test -p cairn-test-faults [-- NAME…]`; `CAIRN_FAULTS=long` for the long run, `CAIRN_FAULTS_SEED` to repeat one,
//! `CAIRN_WRITE_RELIABILITY=1` to write `src-tauri/RELIABILITY.md`.

#![allow(clippy::print_stdout, reason = "it prints its figures")]

mod copies;
mod figure;
mod full;
mod inside;
mod keys;
mod kill;
mod ledger;
mod making;
mod power;
mod upgrading;
mod victim;

use faults::Dice;
use figure::Figure;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How much is to be done.
pub(crate) struct Plan {
    long: bool,
    seed: u64,
}

impl Plan {
    fn new() -> Self {
        let seed = std::env::var("CAIRN_FAULTS_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or_else(|| u64::from(std::process::id()));
        Self { long: std::env::var("CAIRN_FAULTS").as_deref() == Ok("long"), seed }
    }

    /// Cycles of the short run, or of the long one.
    fn cycles(&self, short: u64, long: u64) -> u64 {
        if self.long { long } else { short }
    }

    /// Chance for one case, whichever others run.
    fn dice(&self, case: &str) -> Dice {
        Dice(case.bytes().fold(self.seed, |sum, byte| sum.wrapping_mul(131).wrapping_add(u64::from(byte))))
    }
}

/// A name to ask for it, where it has to run, and what it does.
pub(crate) struct Case {
    name: &'static str,
    /// Mounts file systems: runs in a mount name space of its own, as root.
    mounts: bool,
    run: fn(&Plan) -> Vec<Figure>,
}

const CASES: [Case; 14] = [
    Case { name: "kill_while_saving", mounts: false, run: kill::library },
    Case { name: "kill_the_command_line_while_saving", mounts: false, run: kill::command_line },
    Case { name: "kill_while_making_a_journal", mounts: false, run: making::killed },
    Case { name: "kill_while_changing_the_passphrase", mounts: false, run: keys::change },
    Case { name: "kill_the_command_line_while_changing_the_passphrase", mounts: false, run: keys::change_at_full_cost },
    Case { name: "kill_while_recovering", mounts: false, run: keys::recover },
    Case { name: "kill_while_backing_up", mounts: false, run: copies::backup },
    Case { name: "kill_while_restoring", mounts: false, run: copies::restore },
    Case { name: "kill_while_upgrading", mounts: false, run: upgrading::killed },
    Case { name: "power_cut_while_saving", mounts: true, run: power::saving },
    Case { name: "power_cut_while_saving_in_a_synced_folder", mounts: true, run: power::saving_synced },
    Case { name: "power_cut_while_changing_the_passphrase", mounts: true, run: power::changing },
    Case { name: "disk_full", mounts: true, run: full::full },
    Case { name: "full_disk_with_room_kept_back", mounts: true, run: full::reserve },
];

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let plan = Plan::new();
    if let [flag, name, out] = args.as_slice()
        && flag == inside::FLAG
    {
        let case = CASES.iter().find(|c| c.name == name).expect("the outer run names a case");
        inside::answer(out.as_ref(), &(case.run)(&plan));
        return std::process::ExitCode::SUCCESS;
    }
    let wanted: Vec<&String> = args.iter().filter(|a| !a.starts_with('-')).collect();
    let all: Vec<&Case> = CASES.iter().filter(|c| wanted.is_empty() || wanted.iter().any(|w| c.name.contains(w.as_str()))).collect();
    println!("running {} cases, {} run, seed {}", all.len(), if plan.long { "long" } else { "short" }, plan.seed);
    let (mut figures, mut passed, mut failed, mut skipped) = (Vec::new(), 0, 0, 0);
    for case in all {
        let clock = support::wait::now();
        let done = catch_unwind(AssertUnwindSafe(|| if case.mounts { inside::run(case, &plan) } else { (case.run)(&plan) }));
        let seconds = clock.elapsed().as_secs_f32();
        let mut found = done.unwrap_or_else(|_| vec![Figure::of("?", case.name).broken()]);
        found.iter_mut().for_each(|f| f.seconds = seconds);
        let word = match (found.iter().any(Figure::is_bad), found.iter().any(|f| f.skipped.is_some())) {
            (true, _) => (failed += 1, "FAILED").1,
            (false, true) => (skipped += 1, "ignored (SKIPPED)").1,
            (false, false) => (passed += 1, "ok").1,
        };
        println!("test {} ... {word} ({seconds:.1} s)", case.name);
        found.iter().for_each(|f| println!("    {}", f.line()));
        figures.extend(found);
    }
    println!("\n{}", figure::table(&figures));
    for figure in figures.iter().filter(|f| f.skipped.is_some()) {
        println!("SKIPPED: {}: {}", figure.what, figure.skipped.as_deref().unwrap_or_default());
    }
    let complete = wanted.is_empty();
    if complete && std::env::var_os("CAIRN_WRITE_RELIABILITY").is_some_and(|v| v == "1") {
        figure::write_page(&plan, &figures);
    }
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "test result: {word}. {passed} passed; {failed} failed; {skipped} ignored; 0 measured; {} filtered out\n",
        CASES.len() - passed - failed - skipped
    );
    std::process::ExitCode::from(u8::from(failed > 0))
}
