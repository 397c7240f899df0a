//! What a person waits for in the open journal: from the key that was pressed to the last pixel that changed because of it.
//!
//! Real keys on the program as it ships, real pixels. Moving is switched off (`motion = "still"`): a fade is not a wait, keys pressed during it arrive.

use super::keys::Keys;
use super::program::{Known, MEMORY_RUNS, Program, caret_in, settled_pss};
use super::screen::{Area, Mask, Picture, Screen, other_rows};
use crate::corpus::{COMMON, PHRASE, RARE};
use crate::seed::Seeded;
use rustix::fs::inotify;
use std::mem::MaybeUninit;
use std::path::Path;
use std::time::{Duration, Instant};
use support::wait::now;
use support::{Display, Scratch};

/// Nothing more comes after so long without a change.
const CALM: Duration = Duration::from_millis(900);
/// For what works out a key.
const KEY_WORK: Duration = Duration::from_secs(60);

/// Times in ms, one for each run.
#[derive(Debug, Default)]
pub(crate) struct Waits {
    /// The journal's file is opened (the key is there) → Today stands and its caret blinks.
    pub(crate) opening: Vec<f64>,
    pub(crate) letter: Vec<f64>,
    pub(crate) kept: Vec<f64>,
    pub(crate) search: [Vec<f64>; 3],
    pub(crate) page: Vec<f64>,
    /// Memory a while after opening, in MiB.
    pub(crate) pss: Vec<f64>,
    /// Share of a core while the caret blinks in Today, in %.
    pub(crate) idle: f64,
}

/// A keyboard and a pair of eyes.
pub(crate) struct Person<'a> {
    pub(crate) display: &'a Display,
    pub(crate) screen: &'a Screen,
    pub(crate) keys: Keys,
}

impl Person<'_> {
    /// From a deed to the last change that it made in `area`, in ms. Nothing when nothing changed.
    fn wait(&mut self, area: Area, mask: &Mask, deed: impl FnOnce(&mut Keys) -> Instant) -> Option<f64> {
        self.wait_for(area, |now, before| !mask.same(now, before), deed)
    }

    /// The same for changes that `matter`.
    fn wait_for(
        &mut self,
        area: Area,
        matter: impl Fn(&Picture, &Picture) -> bool,
        deed: impl FnOnce(&mut Keys) -> Instant,
    ) -> Option<f64> {
        let keys = &mut self.keys;
        let (from, last) = self.screen.after(area, matter, CALM, || deed(keys));
        Some((last? - from).as_secs_f64() * 1e3)
    }

    /// From one letter to its being on the screen, in a field that has the caret.
    pub(crate) fn letters(&mut self, known: &Known, runs: usize) -> Vec<f64> {
        let mut waits = Vec::new();
        for letter in ["m", "w", "n", "k"].iter().cycle().take(runs) {
            let caret = self.screen.blinking(known.area, Duration::from_millis(1600));
            // The letter lies where the caret was: only what is beside it can be told from blinking.
            waits.extend(self.wait(known.area, &caret, |keys| keys.press(letter)));
            self.keys.press("BackSpace");
        }
        waits
    }
}

/// Opens the journal and does what is timed in it.
pub(crate) fn live(known: &Known, seeded: &Seeded, person: &mut Person<'_>, runs: usize, idle: Duration) -> Waits {
    let mut waits = Waits::default();
    let mut caret = None;
    let home = home(seeded);
    for run in 0..=runs {
        let last = run == runs;
        let (program, took) = open(known, &home, person, caret.as_ref());
        // The first run learns where the caret blinks; it is not counted.
        let found = caret_in(person.screen, known.area);
        if caret.is_some() {
            waits.opening.push(took);
            if run <= MEMORY_RUNS {
                waits.pss.push(settled_pss(&program));
            }
        }
        if last {
            waits.idle = program.idle(idle);
            doings(&mut waits, known, person, runs);
        }
        caret = Some(found);
    }
    waits
}

/// Starts the program in a copy of the journal, types the passphrase, and waits until Today has come to rest.
fn open<'h>(known: &Known, home: &'h Scratch, person: &mut Person<'_>, caret: Option<&Mask>) -> (Program<'h>, f64) {
    let file = home.journal().join("journal.db");
    let (_, program) = super::program::timed(known, home, person.display, person.screen);
    person.keys.write("bench");
    std::thread::sleep(Duration::from_millis(500));
    let opened = opening_of(&file);
    let none = Mask::default();
    let caret = caret.unwrap_or(&none);
    let keys = &mut person.keys;
    let (_, last) =
        person.screen.after(known.area, |now, before| !caret.same(now, before), Duration::from_secs(5), || keys.press("Return"));
    let accepted = opened.recv_timeout(KEY_WORK).expect("the journal's file is opened");
    (program, last.map_or(0.0, |last| last.saturating_duration_since(accepted).as_secs_f64() * 1e3))
}

/// Tells when the file is next opened: that is when its key is known.
fn opening_of(file: &Path) -> std::sync::mpsc::Receiver<Instant> {
    let watch = inotify::init(inotify::CreateFlags::CLOEXEC).expect("inotify");
    inotify::add_watch(&watch, file, inotify::WatchFlags::OPEN).expect("the journal is there");
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut space = [MaybeUninit::uninit(); 1024];
        if inotify::Reader::new(watch, &mut space).next().is_ok() {
            let _ = tell.send(now());
        }
    });
    told
}

fn doings(waits: &mut Waits, known: &Known, person: &mut Person<'_>, runs: usize) {
    let window = known.area;
    waits.letter = person.letters(known, runs);

    // What is said in passing stands at the lower edge.
    let foot = window.part(300, window.h - 110, window.w - 300, 110);
    person.keys.write("she said thank you");
    std::thread::sleep(Duration::from_secs(2));
    for _ in 0..runs {
        waits.kept.extend(person.wait(foot, &Mask::default(), |keys| keys.press("ctrl+Return")));
        // Taken back, the words are in the box again, and something else is said.
        person.keys.press("ctrl+z");
        std::thread::sleep(Duration::from_secs(2));
    }

    // The rows, under the search field and left of the sheet.
    let list = window.part(240, 200, 440, window.h - 200);
    for (asked, waits) in [RARE, COMMON, &format!("\"{PHRASE}\"")].iter().zip(&mut waits.search) {
        for _ in 0..runs {
            person.keys.press("ctrl+f");
            std::thread::sleep(Duration::from_secs(1));
            waits.extend(person.wait(list, &Mask::default(), |keys| keys.write(asked)));
            person.keys.press("Escape");
            std::thread::sleep(Duration::from_secs(1));
        }
    }

    person.keys.press("Down");
    std::thread::sleep(Duration::from_secs(1));
    for _ in 0..runs {
        // The row that is chosen is marked a breath later, by intent; the rows themselves are what is waited for.
        waits.page.extend(person.wait_for(list, |now, before| other_rows(list, now, before), |keys| keys.press("End")));
    }
}

/// A home with a copy of the journal, which asks for nothing but its passphrase, at the price that a key really has.
pub(crate) fn home(seeded: &Seeded) -> Scratch {
    let scratch = Scratch::new();
    let ready = crate::seed::lived_in(seeded);
    let done = std::process::Command::new("cp").arg("-a").arg(ready.join(".")).arg(scratch.journal()).status().expect("cp");
    assert!(done.success(), "the journal was not copied");
    std::fs::write(scratch.journal().join("ui.toml"), "motion = \"still\"\n").expect("the settings of this computer");
    scratch
}
