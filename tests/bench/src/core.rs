//! The journal without a window, figure by figure.

use crate::bare;
use crate::corpus::{COMMON, PHRASE, Piece, RARE, bytes, make};
use crate::seed::{Seeded, pass, session, writing};
use crate::table::{Goal, Row};
use journal::{AskPage, LogOptions, New, Session};
use std::io::Write;
use std::path::Path;

/// Milliseconds of a run.
#[derive(Clone, Copy)]
pub(crate) struct Time {
    median: f64,
    /// What is left when nobody else wants the machine.
    best: f64,
}

impl Time {
    fn less(self, other: f64) -> Self {
        Self { median: (self.median - other).max(0.0), best: (self.best - other).max(0.0) }
    }
}

pub(crate) fn time(runs: usize, mut run: impl FnMut()) -> Time {
    let mut times: Vec<f64> = (0..runs.max(1))
        .map(|_| {
            let clock = support::wait::now();
            run();
            clock.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    Time { median: times[times.len() / 2], best: times[0] }
}

/// Builds rows of one journal.
struct Rows<'a> {
    size: &'a str,
    rows: Vec<Row>,
}

impl Rows<'_> {
    fn add(&mut self, what: &str, unit: &'static str, value: f64, baseline: Option<(f64, &'static str)>, goal: Goal) {
        let (baseline, beside) = baseline.map_or((None, ""), |(b, name)| (Some(b), name));
        self.rows.push(Row { size: self.size.to_owned(), what: what.to_owned(), unit, value, baseline, beside, best: None, goal });
    }

    fn ms(&mut self, what: &str, value: Time, baseline: Option<(Time, &'static str)>, goal: Goal) {
        self.add(what, "ms", value.median, baseline.map(|(b, name)| (b.median, name)), goal);
        if let Some(row) = self.rows.last_mut() {
            row.best = Some((value.best, baseline.map(|(b, _)| b.best)));
        }
    }
}

pub(crate) fn measure(size: &str, seeded: &Seeded, pieces: &[Piece], runs: usize) -> Vec<Row> {
    let mut rows = Rows { size, rows: Vec::new() };
    opening(&mut rows, seeded, runs);
    let mut session = open(&seeded.home);
    searching(&mut rows, &mut session, seeded, runs);
    leafing(&mut rows, &mut session, seeded, pieces.len(), runs);
    leaving(&mut rows, &mut session, pieces.len());
    session.close().expect("it closes");
    let file = std::fs::metadata(seeded.home.join("journal.db")).map_or(0, |m| m.len()) as f64;
    let twin = std::fs::metadata(&seeded.bare).map_or(0, |m| m.len()) as f64;
    let text = bytes(pieces) as f64;
    rows.add("database size ÷ text", "×", file / text, Some((twin / text, "bare table + FTS5")), Goal::Most(2.6));
    keeping(&mut rows, seeded, runs.max(5) * 20);
    memory(&mut rows, seeded);
    rows.rows
}

fn open(home: &Path) -> Session {
    let mut session = session(home);
    session.unlock(&pass()).expect("it opens");
    session
}

fn first_look(session: &mut Session) {
    let journal = session.journal().expect("it is open");
    let page = journal.page(&AskPage { limit: 50, ..AskPage::default() }).expect("a page");
    let today = journal.today().expect("today");
    assert!(!page.rows.is_empty() && today.days_away.is_some(), "there is something to see");
}

fn opening(rows: &mut Rows<'_>, seeded: &Seeded, runs: usize) {
    let home = journal::Home::at(seeded.home.clone());
    // What remains of the key derivation at the cheap cost is taken off again.
    let derive = time(runs, || drop(vault::slots::open_with_passphrase(&home, &pass()).expect("the slot opens")));
    let whole = time(runs, || {
        let mut session = open(&seeded.home);
        first_look(&mut session);
        session.close().expect("it closes");
    });
    let closed = time(runs, || open(&seeded.home).close().expect("it closes"));
    let dropped = time(runs, || drop(open(&seeded.home)));
    let bare = time(runs, || drop(bare::newest(&seeded.home.join("journal.db"), &seeded.key)));
    let value = whole.less(derive.best + (closed.best - dropped.best).max(0.0));
    rows.ms("key accepted → newest page and today read", value, Some((bare, "bare open + newest row")), Goal::Most(100.0));
}

fn searching(rows: &mut Rows<'_>, session: &mut Session, seeded: &Seeded, runs: usize) {
    let conn = bare::open(&seeded.bare, &seeded.key);
    let journal = session.journal().expect("it is open");
    let quoted = format!("\"{PHRASE}\"");
    let asks = [
        ("rare word", RARE, RARE),
        ("common word", COMMON, COMMON),
        ("phrase", &*quoted, &*quoted),
        ("beginning of a word", "lant", "lant*"),
    ];
    for (name, ours, theirs) in asks {
        let ask = AskPage { query: ours.to_owned(), limit: 50, ..AskPage::default() };
        let hits = journal.page(&ask).expect("a search").rows.len();
        let bare_hits = bare::search(&conn, theirs);
        let value = time(runs * 3, || drop(journal.page(&ask).expect("a search")));
        let bare = time(runs * 3, || assert!(bare::search(&conn, theirs) > 0, "there is something to find"));
        let what = format!("search, 50 newest with excerpts: {name} ({hits} hits, bare {bare_hits})");
        rows.ms(&what, value, Some((bare, "bare FTS5 + snippet()")), Goal::Times(2.0));
    }
}

fn leafing(rows: &mut Rows<'_>, session: &mut Session, seeded: &Seeded, entries: usize, runs: usize) {
    let journal = session.journal().expect("it is open");
    let mut deep = AskPage { limit: 100, ..AskPage::default() };
    // Down to the oldest full page.
    for _ in 0..(entries / 100).saturating_sub(2) {
        deep.after = journal.page(&deep).expect("a page").next;
    }
    deep.limit = 50;
    let conn = bare::open(&seeded.bare, &seeded.key);
    let value = time(runs * 3, || drop(journal.page(&deep).expect("a page")));
    let bare = time(runs * 3, || assert!(bare::page(&conn, 150) > 0, "there are rows"));
    rows.ms("time line, next 50 at the deepest place, with its months counted", value, Some((bare, "bare 50 rows")), Goal::Most(50.0));
    let value = time(runs * 3, || drop(journal.today().expect("today")));
    rows.ms("today", value, None, Goal::Most(50.0));
    let value = time(runs, || drop(journal.names().expect("names")));
    rows.ms("all tags and people with their counts", value, None, Goal::None);
}

/// Everything that carries the journal away: exports and a backup.
fn leaving(rows: &mut Rows<'_>, session: &mut Session, entries: usize) {
    let dir = tempfile::tempdir_in(support::root().join("target/bench")).expect("target can be written");
    let journal = session.journal().expect("it is open");
    let scale = (entries as f64 / 10_000.0).max(0.1);
    let (json, markdown) = (dir.path().join("all.json"), dir.path().join("log.md"));
    let value = time(3, || {
        journal.save_archive(None, None, "bench", &json).expect("an archive");
    });
    rows.ms("export JSON, everything", value, Some((rewrite(&json), "write the same bytes + fsync")), Goal::Most(100.0 * scale));
    let value = time(3, || {
        journal.save_markdown(&LogOptions::default(), &markdown).expect("a log");
    });
    rows.ms("export Markdown", value, Some((rewrite(&markdown), "write the same bytes + fsync")), Goal::Most(250.0 * scale));
    let copies = dir.path().join("backups");
    let value = time(3, || drop(journal.back_up(Some(&copies)).expect("a backup")));
    let copied = std::fs::read_dir(&copies).ok().and_then(|mut d| d.next()).and_then(Result::ok).map(|e| e.path().join("journal.db"));
    let baseline = copied.map(|file| (rewrite(&file), "write the same bytes + fsync"));
    rows.ms("backup, checked page by page and row by row", value, baseline, Goal::None);
}

/// How long the bytes of a file take to be written again.
fn rewrite(file: &Path) -> Time {
    let bytes = std::fs::read(file).expect("a file that was made just now");
    let beside = file.with_extension("again");
    time(3, || {
        let mut out = std::fs::File::create(&beside).expect("target can be written");
        out.write_all(&bytes).and_then(|()| out.sync_all()).expect("target can be written");
    })
}

/// On copies, so that what is measured next time is the same journal.
fn keeping(rows: &mut Rows<'_>, seeded: &Seeded, runs: usize) {
    let dir = tempfile::tempdir_in(support::root().join("target/bench")).expect("target can be written");
    let home = dir.path().join("cairn");
    std::fs::create_dir_all(home.join("keys")).expect("a folder");
    for name in ["journal.db", "vault.json", "keys/pass.age", "keys/pass.2.age", "keys/recovery.age", "keys/recovery.2.age"] {
        std::fs::copy(seeded.home.join(name), home.join(name)).expect("a copy");
    }
    let twin = dir.path().join("bare.db");
    std::fs::copy(&seeded.bare, &twin).expect("a copy");
    let more = make(runs + 20);
    let mut session = open(&home);
    let mut next = more.iter().cycle();
    let mut ours = || {
        let piece = next.next().expect("a cycle has no end");
        let mut written = writing(piece);
        written.happened = None;
        let (journal, chance) = session.journal_and_chance().expect("it is open");
        journal.keep(vec![New::of(written)], None, chance).expect("it is kept");
    };
    (0..10).for_each(|_| ours());
    let value = time(runs, &mut ours);
    session.close().expect("it closes");
    let conn = bare::open(&twin, &seeded.key);
    bare::settle(&conn);
    let mut next = more.iter().cycle();
    let mut theirs = || bare::keep(&conn, next.next().expect("a cycle has no end"));
    (0..10).for_each(|_| theirs());
    let bare = time(runs, &mut theirs);
    rows.ms("keep one entry, on the disk", value, Some((bare, "bare FULL insert + FTS5")), Goal::Times(1.5));
}

fn memory(rows: &mut Rows<'_>, seeded: &Seeded) {
    let asked =
        std::process::Command::new(std::env::current_exe().expect("this program has a file")).arg("--open").arg(&seeded.home).output();
    let value = asked.ok().and_then(|o| String::from_utf8_lossy(&o.stdout).trim().parse::<f64>().ok());
    if let Some(value) = value {
        rows.add("memory of a process that opened it and searched (PSS)", "MiB", value, None, Goal::None);
    }
}

/// Opens, looks, searches, and gives this process's share of memory in MiB.
pub(crate) fn memory_of_opening(home: &Path) -> f64 {
    let mut session = open(home);
    first_look(&mut session);
    let journal = session.journal().expect("it is open");
    for query in [RARE, COMMON, PHRASE] {
        journal.page(&AskPage { query: query.to_owned(), limit: 50, ..AskPage::default() }).expect("a search");
    }
    let pss = crate::window::pss_kib(std::process::id());
    session.close().expect("it closes");
    pss as f64 / 1024.0
}
