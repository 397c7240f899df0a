//! The program as it ships in a window that nobody sees, beside a minimal Tauri window: starts, memory, idle minutes, and what a
//! person waits for in the open journal.
//!
//! Painted is what lies in the memory of the screen (`screen`), not what a page believes; keys are those of a keyboard
//! (`keys`). Nothing is injected, so the build is the one that people have. Both programs take turns, and both have a
//! caret in a field. Needs `CAIRN_APP` and `CAIRN_APP_BASELINE`, which `cargo xtask bench` builds and names; without them
//! there are no such rows.

mod inside;
mod keys;
mod program;
mod screen;

pub(crate) use program::pss_kib;

use crate::seed::Seeded;
use crate::table::{Goal, Row};
use inside::{Person, Waits, home, live};
use program::{Known, MEMORY_RUNS, SETTLING, learn, settled_pss, timed};
use screen::Screen;
use std::path::PathBuf;
use std::time::Duration;
use support::{Display, Scratch};

/// How long a program is watched while it does nothing. `CAIRN_BENCH_IDLE` shortens it, in seconds.
const IDLE: u64 = 60;
const BESIDE: &str = "minimal Tauri window";

/// The programs, and what was measured of the minimal one.
struct Pair<'a> {
    person: Person<'a>,
    ours: Known,
    theirs: Known,
    our_home: Scratch,
    their_home: Scratch,
    rows: Vec<Row>,
    /// What the minimal window takes, in MiB.
    pss: f64,
    /// The same of a core, in %.
    idle: f64,
    /// From a key to its letter there, in ms.
    letter: Vec<f64>,
}

/// Rows of the window. `journals` with their sizes, the smallest first; `runs` of each figure.
pub(crate) fn measure(journals: &[(String, Seeded)], runs: usize) -> Vec<Row> {
    let program = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_file());
    let (Some(app), Some(minimal), Some((_, first))) = (program("CAIRN_APP"), program("CAIRN_APP_BASELINE"), journals.first()) else {
        println!("SKIPPED: the window (CAIRN_APP and CAIRN_APP_BASELINE name no programs)");
        return Vec::new();
    };
    let display = Display::watched();
    let screen = Screen::of(&display);
    let mut keys = keys::Keys::on(&display);
    keys.away();
    let (our_home, their_home) = (home(first), Scratch::new());
    let ours = learn(&app, &our_home, &display, &screen);
    let theirs = learn(&minimal, &their_home, &display, &screen);
    println!("  window: ours {:?}, theirs {:?}", ours.area, theirs.area);
    let person = Person { display: &display, screen: &screen, keys };
    let mut pair = Pair { person, ours, theirs, our_home, their_home, rows: Vec::new(), pss: 0.0, idle: 0.0, letter: Vec::new() };
    pair.starts(runs);
    pair.resting(runs);
    for (size, seeded) in journals {
        println!("  window: {size}");
        let waits = live(&pair.ours, seeded, &mut pair.person, runs, idle());
        pair.opened(size, waits);
    }
    pair.rows
}

fn idle() -> Duration {
    Duration::from_secs(std::env::var("CAIRN_BENCH_IDLE").ok().and_then(|s| s.parse().ok()).unwrap_or(IDLE))
}

impl Pair<'_> {
    fn add(&mut self, size: &str, what: &str, unit: &'static str, ours: Vec<f64>, theirs: Option<(Vec<f64>, &'static str)>, goal: Goal) {
        if ours.is_empty() {
            println!("  NOTHING CHANGED on the screen: {size}: {what}");
            return;
        }
        let (value, best) = middle(ours);
        let (baseline, beside) = theirs.map_or((None, ""), |(b, name)| (Some(middle(b)), name));
        self.rows.push(Row {
            size: size.to_owned(),
            what: what.to_owned(),
            unit,
            value,
            baseline: baseline.map(|(b, _)| b),
            beside,
            best: (unit == "ms").then_some((best, baseline.map(|(_, b)| b))),
            goal,
        });
    }

    fn starts(&mut self, runs: usize) {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..runs {
            ours.push(timed(&self.ours, &self.our_home, self.person.display, self.person.screen).0);
            theirs.push(timed(&self.theirs, &self.their_home, self.person.display, self.person.screen).0);
        }
        let mut row = |what: &str, part: fn(&program::Start) -> f64, most: f64| {
            let (ours, theirs) = (ours.iter().map(part).collect(), theirs.iter().map(part).collect());
            self.add("locked", what, "ms", ours, Some((theirs, BESIDE)), Goal::Times(most));
        };
        row("start → first paint that is not blank", |s| s.first, 0.65);
        row("start → the field painted with its caret", |s| s.ready, 1.10);
        row("start → the same, processor time of all its processes", |s| s.cpu, 1.10);
    }

    /// Memory and an idle minute of both, and a letter in the minimal window: the floor of all waits.
    fn resting(&mut self, runs: usize) {
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..runs.min(MEMORY_RUNS) {
            let (display, screen) = (self.person.display, self.person.screen);
            ours.push(settled_pss(&timed(&self.ours, &self.our_home, display, screen).1));
            theirs.push(settled_pss(&timed(&self.theirs, &self.their_home, display, screen).1));
        }
        self.pss = middle(theirs.clone()).0;
        self.add("locked", "memory of all its processes (PSS)", "MiB", ours, Some((theirs, BESIDE)), Goal::Times(1.10));

        let (_, locked) = timed(&self.ours, &self.our_home, self.person.display, self.person.screen);
        std::thread::sleep(SETTLING);
        let ours = locked.idle(idle());
        drop(locked);
        let (_, minimal) = timed(&self.theirs, &self.their_home, self.person.display, self.person.screen);
        std::thread::sleep(SETTLING);
        self.idle = minimal.idle(idle());
        self.letter = self.person.letters(&self.theirs, runs);
        drop(minimal);
        let what = "idle, the caret in the field";
        self.add("locked", what, "% of a core", vec![ours], Some((vec![self.idle], BESIDE)), Goal::Most(0.05));
    }

    fn opened(&mut self, size: &str, waits: Waits) {
        let Waits { opening, letter, kept, search: [rare, common, phrase], page, pss, idle } = waits;
        let floor = (self.letter.clone(), "a letter in the minimal window");
        let fifty = || Goal::Most(50.0);
        self.add(size, "key accepted → Today painted with its caret", "ms", opening, None, Goal::Most(100.0));
        self.add(size, "a letter typed in Today → painted", "ms", letter, Some(floor.clone()), fifty());
        self.add(size, "Ctrl+Enter → “Kept” painted", "ms", kept, Some(floor.clone()), fifty());
        self.add(size, "last key of a rare word → its results painted", "ms", rare, Some(floor.clone()), fifty());
        self.add(size, "last key of a common word → its results painted", "ms", common, Some(floor.clone()), fifty());
        self.add(size, "last key of a phrase → its results painted", "ms", phrase, Some(floor.clone()), fifty());
        self.add(size, "End → the next page of the time line painted", "ms", page, Some(floor), fifty());
        let most = if size.parse().is_ok_and(|n: u32| n > 10_000) { 1.35 } else { 1.3 };
        self.add(size, "memory of all its processes, open (PSS)", "MiB", pss, Some((vec![self.pss], BESIDE)), Goal::Times(most));
        let theirs = Some((vec![self.idle], BESIDE));
        self.add(size, "idle, the caret in Today", "% of a core", vec![idle], theirs, Goal::Most(0.05));
    }
}

/// The median and the least.
fn middle(mut values: Vec<f64>) -> (f64, f64) {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).map_or((0.0, 0.0), |median| (*median, values[0]))
}
