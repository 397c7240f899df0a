//! The untouched program in a window that nobody sees, locked: how soon the window is there, what it takes, what it does
//! when nobody does anything. Needs `CAIRN_APP`; without it there are no such rows.
//!
//! `CAIRN_APP_BASELINE` names a minimal Tauri window to stand beside it.

use crate::table::{Goal, Row};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use support::{Display, Scratch, within};

/// How long a program is watched while it does nothing. `CAIRN_BENCH_IDLE` shortens it, in seconds.
const IDLE: u64 = 60;

struct Seen {
    mapped: f64,
    pss: f64,
    idle: f64,
}

pub(crate) fn measure() -> Vec<Row> {
    let Some(app) = std::env::var_os("CAIRN_APP") else {
        println!("SKIPPED: the window (CAIRN_APP names no program)");
        return Vec::new();
    };
    let display = Display::start();
    let ours = watch(app.as_ref(), &display);
    let theirs = std::env::var_os("CAIRN_APP_BASELINE").map(|other| watch(other.as_ref(), &display));
    let beside = "minimal Tauri window";
    let row = |what: &str, unit, value, baseline: Option<f64>, goal| Row {
        size: "locked".into(),
        what: what.into(),
        unit,
        value,
        baseline,
        beside,
        best: None,
        goal,
    };
    vec![
        row("start → window mapped", "ms", ours.mapped, theirs.as_ref().map(|t| t.mapped), Goal::Times(1.10)),
        row("memory of all its processes (PSS)", "MiB", ours.pss, theirs.as_ref().map(|t| t.pss), Goal::Times(1.10)),
        row("idle CPU over a minute", "% of a core", ours.idle, theirs.as_ref().map(|t| t.idle), Goal::Most(0.05)),
    ]
}

fn watch(app: &Path, display: &Display) -> Seen {
    let mut mapped: Vec<f64> = (0..5).map(|_| start(app, display, |_| {}).0).collect();
    mapped.sort_by(f64::total_cmp);
    let mut seen = Seen { mapped: mapped[2], pss: 0.0, idle: 0.0 };
    start(app, display, |programs| {
        let seconds = std::env::var("CAIRN_BENCH_IDLE").ok().and_then(|s| s.parse().ok()).unwrap_or(IDLE);
        // Settling takes a few seconds after the first paint.
        std::thread::sleep(Duration::from_secs(5));
        let before: u64 = programs().iter().map(|id| ticks(*id)).sum();
        std::thread::sleep(Duration::from_secs(seconds));
        let after: u64 = programs().iter().map(|id| ticks(*id)).sum();
        // A tick is a hundredth of a second on every Linux that this runs on.
        seen.idle = after.saturating_sub(before) as f64 / seconds as f64;
        seen.pss = programs().iter().map(|id| pss_kib(*id)).sum::<u64>() as f64 / 1024.0;
    });
    seen
}

/// Starts it in a home of its own, waits for its window, and ends it after `look`.
fn start(app: &Path, display: &Display, mut look: impl FnMut(&dyn Fn() -> Vec<u32>)) -> (f64, ()) {
    let scratch = Scratch::new().with("DISPLAY", display.name());
    let clock = support::wait::now();
    let mut child =
        scratch.command(app).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let mapped = within(Duration::from_secs(30), "the window", || {
        let found = Command::new("xdotool")
            .args(["search", "--onlyvisible", "--pid", &child.id().to_string()])
            .env("DISPLAY", display.name())
            .output();
        found.is_ok_and(|o| !o.stdout.is_empty()).then(|| clock.elapsed().as_secs_f64() * 1e3)
    });
    look(&|| scratch.programs());
    let _ = child.kill();
    let _ = child.wait();
    (mapped, ())
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
