//! A program in its window on the watched screen: started, looked at, counted, ended.
//!
//! Cairn as it ships and the minimal window are treated alike. Must know nothing of what they show.

use super::screen::{Area, Mask, Picture, Screen, is_drawn};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};
use support::wait::{PATIENCE, now};
use support::{Display, Scratch, within};

/// Longer than a caret's whole turn.
const TURN: Duration = Duration::from_millis(1600);

/// How often memory is looked at: it differs little.
pub(crate) const MEMORY_RUNS: usize = 3;

/// Until a program has settled after its first paint, and its caret has come to rest where it does so.
pub(crate) const SETTLING: Duration = Duration::from_secs(12);

/// What is known of a program's window before it is timed.
pub(crate) struct Known {
    pub(crate) path: PathBuf,
    /// Where its window opens, without its frame.
    pub(crate) area: Area,
    /// How it looks when it has come to rest.
    pub(crate) settled: Picture,
    /// Where its caret blinks.
    pub(crate) caret: Mask,
}

/// What a start took, in ms.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start {
    /// Until something was drawn in the window.
    pub(crate) first: f64,
    /// Until it looked as it does at rest: everything is painted, the field has its focus and its caret.
    pub(crate) ready: f64,
    /// Time on the processors that all its processes took by then.
    pub(crate) cpu: f64,
}

/// A running program. Ends when it is dropped.
pub(crate) struct Program<'a> {
    scratch: &'a Scratch,
    child: Child,
    started: Instant,
}

impl<'a> Program<'a> {
    pub(crate) fn start(path: &Path, scratch: &'a Scratch, display: &Display) -> Program<'a> {
        let mut command = scratch.command(path);
        command.env("DISPLAY", display.name()).env("GDK_BACKEND", "x11");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let started = now();
        let child = command.spawn().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        Program { scratch, child, started }
    }

    /// Processor time of all its processes so far, in ms.
    pub(crate) fn cpu(&self) -> f64 {
        // A tick is a hundredth of a second on every Linux that this runs on.
        self.scratch.programs().into_iter().map(ticks).sum::<u64>() as f64 * 10.0
    }

    /// Memory of all its processes, shared pages by their share, in MiB.
    pub(crate) fn pss(&self) -> f64 {
        self.scratch.programs().into_iter().map(pss_kib).sum::<u64>() as f64 / 1024.0
    }

    /// Share of one core, in %, over a time in which nobody does anything.
    pub(crate) fn idle(&self, time: Duration) -> f64 {
        let before = self.cpu();
        std::thread::sleep(time);
        (self.cpu() - before) / time.as_secs_f64() / 10.0
    }
}

impl Drop for Program<'_> {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.scratch.end_programs();
    }
}

/// Starts a program once, untimed, and learns where its window opens and how it looks at rest.
///
/// # Panics
/// When no window comes, or it does not come to rest.
pub(crate) fn learn(path: &Path, scratch: &Scratch, display: &Display, screen: &Screen) -> Known {
    let program = Program::start(path, scratch, display);
    let area = within(PATIENCE, "a window", || window_of(display));
    let none = Mask::default();
    screen.after(area, |now, before| !none.same(now, before), Duration::from_secs(3), || ());
    let caret = caret_in(screen, area);
    let known = Known { path: path.to_owned(), area, settled: screen.look(area), caret };
    drop(program);
    known
}

/// Memory in MiB once everything has settled.
pub(crate) fn settled_pss(program: &Program<'_>) -> f64 {
    std::thread::sleep(SETTLING);
    program.pss()
}

/// Where the caret blinks. Nowhere, once it has come to rest: ours does after a while, and stands from the start in an empty field.
///
/// # Panics
/// When more moves than a caret: then neither a start nor an idle minute can be compared.
pub(crate) fn caret_in(screen: &Screen, area: Area) -> Mask {
    let caret = screen.blinking(area, TURN);
    assert!(caret.size() < 200, "{} pixels blink: that is no caret", caret.size());
    caret
}

/// Times one start.
///
/// # Panics
/// When the window never looks as it did before.
pub(crate) fn timed<'a>(known: &Known, scratch: &'a Scratch, display: &Display, screen: &Screen) -> (Start, Program<'a>) {
    let root = <[u8; 4]>::try_from(&screen.look(known.area)[..4]).expect("four bytes");
    let program = Program::start(&known.path, scratch, display);
    let ms = |at: Instant| (at - program.started).as_secs_f64() * 1e3;
    let drawn = screen.watch(known.area, PATIENCE, |picture| is_drawn(picture, root).then_some(()));
    let ready = screen.watch(known.area, PATIENCE, |picture| known.caret.same(picture, &known.settled).then(|| program.cpu()));
    let (Some(((), first)), Some((cpu, ready))) = (drawn, ready) else {
        panic!("{} never looked as it did at first", known.path.display());
    };
    (Start { first: ms(first), ready: ms(ready), cpu }, program)
}

/// The place of the only window on the screen.
fn window_of(display: &Display) -> Option<Area> {
    let found = display.xdotool(&["search", "--onlyvisible", "--name", "^(Notes|Minimal)$"])?;
    let said = display.xdotool(&["getwindowgeometry", "--shell", found.lines().next()?])?;
    let number = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('=')?.parse().ok());
    Some(Area { x: number("X")?, y: number("Y")?, w: number("WIDTH")?, h: number("HEIGHT")? })
}

/// User and system time of a process in ticks: the 14th and 15th field, counted after the name in brackets.
fn ticks(id: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    let after = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    after.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum()
}

/// Its proportional share of memory.
pub(crate) fn pss_kib(id: u32) -> u64 {
    let rollup = std::fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = rollup.lines().find_map(|l| l.strip_prefix("Pss:"));
    line.and_then(|l| l.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
