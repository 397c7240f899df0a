//! What a case found, as a row; the table; and the page that is generated from it.

use crate::Plan;
use crate::ledger::Found;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// One row.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Figure {
    /// The row of the test matrix in the trust specification.
    id: String,
    /// What was done to the journal.
    pub(crate) what: String,
    /// How the file was kept, where it matters.
    mode: String,
    /// Inspections.
    pub(crate) cycles: u64,
    /// Blows.
    pub(crate) kills: u64,
    /// What the journal said it had done.
    pub(crate) acknowledged: u64,
    /// Acknowledged, and gone.
    pub(crate) lost: u64,
    /// Whatever else was not as it has to be.
    pub(crate) unsound: u64,
    pub(crate) seconds: f32,
    pub(crate) note: String,
    pub(crate) skipped: Option<String>,
    broken: bool,
}

impl Figure {
    pub(crate) fn of(id: &str, what: &str) -> Self {
        Self { id: id.into(), what: what.into(), ..Self::default() }
    }

    pub(crate) fn mode(self, mode: &str) -> Self {
        Self { mode: mode.into(), ..self }
    }

    pub(crate) fn skip(self, why: impl Into<String>) -> Self {
        Self { skipped: Some(why.into()), ..self }
    }

    /// The test itself fell.
    pub(crate) fn broken(self) -> Self {
        Self { broken: true, ..self }
    }

    /// Takes in one inspection.
    pub(crate) fn add(&mut self, found: &Found) {
        self.cycles += 1;
        self.lost += found.lost;
        self.unsound += found.unsound;
    }

    /// A case in which nothing was ever acknowledged proves nothing.
    pub(crate) fn expect_acknowledged(&mut self) {
        if self.acknowledged <= self.cycles / 2 {
            println!("    only {} acknowledgements in {} cycles: the victim did not work", self.acknowledged, self.cycles);
            self.broken = true;
        }
    }

    pub(crate) fn is_bad(&self) -> bool {
        self.broken || self.lost > 0 || self.unsound > 0
    }

    fn cells(&self) -> [String; 9] {
        let verdict = match (&self.skipped, self.is_bad()) {
            (Some(_), _) => "SKIPPED",
            (None, true) => "FAILED",
            (None, false) => "held",
        };
        let number = |n: u64| if self.skipped.is_some() { "–".to_owned() } else { n.to_string() };
        let counts = [self.cycles, self.kills, self.acknowledged, self.lost, self.unsound].map(number);
        let [cycles, kills, acknowledged, lost, unsound] = counts;
        [self.id.clone(), self.what.clone(), self.mode.clone(), cycles, kills, acknowledged, lost, unsound, verdict.into()]
    }

    /// For a person who watches the run.
    pub(crate) fn line(&self) -> String {
        let [id, what, mode, cycles, kills, acknowledged, lost, unsound, verdict] = self.cells();
        let mode = if mode.is_empty() { mode } else { format!(" [{mode}]") };
        let note = if self.note.is_empty() { String::new() } else { format!("; {}", self.note) };
        format!(
            "{id} {what}{mode}: {cycles} cycles, {kills} blows, {acknowledged} acknowledged, {lost} lost, {unsound} unsound: {verdict}{note}"
        )
    }
}

const HEADS: [&str; 9] = ["row", "what", "how the file is kept", "cycles", "blows", "acknowledged", "lost", "unsound", "verdict"];

/// The rows as Markdown.
pub(crate) fn table(figures: &[Figure]) -> String {
    let rows: Vec<[String; 9]> = std::iter::once(HEADS.map(str::to_owned)).chain(figures.iter().map(Figure::cells)).collect();
    let width = |i: usize| rows.iter().map(|r| r[i].chars().count()).max().unwrap_or(0);
    let widths: [usize; 9] = std::array::from_fn(width);
    let mut out = String::new();
    for (n, row) in rows.iter().enumerate() {
        for (i, cell) in row.iter().enumerate() {
            let room = widths[i].saturating_sub(cell.chars().count());
            let (before, after) = if (3..8).contains(&i) { (room, 0) } else { (0, room) };
            let _ = write!(out, "| {}{cell}{} ", " ".repeat(before), " ".repeat(after));
        }
        out.push_str("|\n");
        if n == 0 {
            for (i, width) in widths.iter().enumerate() {
                let right = (3..8).contains(&i);
                let _ = write!(out, "|{}{}", "-".repeat(width + 1), if right { ":" } else { "-" });
            }
            out.push_str("|\n");
        }
    }
    out
}

/// Writes `src-tauri/RELIABILITY.md`.
pub(crate) fn write_page(plan: &Plan, figures: &[Figure]) {
    let now = model::Clock::now(&journal::SystemClock);
    let date = std::env::var("CAIRN_DATE").unwrap_or_else(|_| now.local().format("%Y-%m-%d").to_string());
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let total: u64 = figures.iter().map(|f| f.acknowledged).sum();
    let lost: u64 = figures.iter().map(|f| f.lost).sum();
    let unsound: u64 = figures.iter().map(|f| f.unsound).sum();
    let notes: String = figures.iter().filter(|f| !f.note.is_empty()).fold(String::new(), |mut all, f| {
        let mode = if f.mode.is_empty() { String::new() } else { format!(", {}", f.mode) };
        let _ = writeln!(all, "- {}{mode}: {}.", f.what, f.note);
        all
    });
    let skipped: String = figures.iter().filter_map(|f| Some(format!("- **SKIPPED** {}: {}\n", f.what, f.skipped.as_ref()?))).collect();
    let page = format!(
        "{HEAD}\nLast run: {date}, the {run} run (seed {seed}) on Linux {kernel}, {machine}, {cores} cores.\n\n\
         **{total} acknowledged, {lost} lost, {unsound} unsound.**\n\n{table}\n{notes}{skipped}\n{TAIL}",
        run = if plan.long { "long" } else { "short" },
        seed = plan.seed,
        kernel = kernel.trim(),
        machine = std::env::consts::ARCH,
        table = table(figures),
    );
    let place = support::root().join("src-tauri/RELIABILITY.md");
    std::fs::write(&place, page).expect("src-tauri can be written");
    println!("wrote {}", place.display());
}

const HEAD: &str = "\
# Reliability: what was done to journals, and what became of them

Written by `CAIRN_WRITE_RELIABILITY=1 cargo xtask faults [--long]`; do not edit by hand.

A *blow* is a `kill -9`, a power cut or a full disk at a random moment. A *cycle* is one or two blows and an inspection: the journal
is opened as the program opens it, and compared with what was said to it. *Acknowledged* is what the program reported as done: an
entry kept, a passphrase changed, a backup made. *Lost* is acknowledged and not there, or not with exactly the same text; for keys, a
journal that no known passphrase opens. *Unsound* is everything else: a journal that does not open, a page, row or index entry that
the deep check rejects, a listed backup that does not restore, an entry that nobody wrote, a replaced passphrase that still opens.
";

const TAIL: &str = "\
## How

- **kill -9**: a separate program does the work and answers each request on a pipe; the test kills it a random number of microseconds
  after its start or its first answer. It uses the journal's own library with cheap key slots (scrypt 2^10), so that thousands of
  openings fit; the rows of `cairn-cli` use the program as it ships (2^18).
- **power cut**: an ext4 file system in an image is shut down by `EXT4_IOC_SHUTDOWN` without flushing its log, unmounted, mounted
  again so that its log is replayed. The program is stopped in the same instant.
- **disk full**: a tmpfs of 8 MiB, filled by another file to a random rest; entries are kept until refused, a backup is tried, in half
  of the runs the journal is closed and opened while full; then the room comes back and it has to go on. With room kept back: a tmpfs
  of 40 MiB filled to the last byte; twelve entries, a long draft and the emptying of the bin all have to be done.
- **upgrading**: a journal as the first version wrote it, with 1 500 entries more; half of the blows come after the backup, while
  the file changes. Opened again it has every entry, and so has every backup that is listed.
- Every page, row and index entry is checked at the end of each row, and every 10th (power) or 25th (kill) cycle before.

## What was not tested

- Real power supplies, disks that acknowledge what they have not written, SD cards and sticks: the image's own storage kept its word.
- Windows and macOS: not run at all. FAT, exFAT, NTFS, APFS, network and FUSE file systems: not run; there the single-file way is used.
- XFS and btrfs under a power cut.
- Torn or reordered writes below the file system, single failing system calls, failing memory.
- Hibernation, and a machine that sleeps while a journal is open.
";
