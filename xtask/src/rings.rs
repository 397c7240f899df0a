//! The rings of tests: which there are, in what order, what each is given, and the table at the end.
//!
//! Everything is built once, before the first ring. After that a ring that fails does not keep the later ones from running.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use crate::{
    binaries::{self, Binary},
    command::{Failed, Run, keep, root},
    count::{self, Count},
    setup, ui,
};

/// Name and what it asks.
const RINGS: [(&str, &str); 5] = [
    ("unit", "rules, parsers, state classes, components"),
    ("tidy", "the house rules"),
    ("it", "the public doors on real journals"),
    ("faults", "kills, power cuts, full disks, flipped bits"),
    ("e2e", "the built program in a real window"),
];

/// What somebody wants to see run.
#[derive(Debug, Default)]
pub(crate) struct Wish {
    /// One ring; nothing for all.
    pub(crate) only: Option<&'static str>,
    /// Parts of names of tests, handed to the test programs.
    pub(crate) filter: Vec<String>,
    /// The fault tests as long as they go.
    pub(crate) long: bool,
}

/// What became of a ring.
struct Row {
    ring: &'static str,
    count: Count,
    seconds: u64,
}

/// The programs that the rings drive.
struct Programs {
    app: PathBuf,
    app_e2e: Option<PathBuf>,
    cli: PathBuf,
}

pub(crate) fn named(name: &str) -> Result<&'static str, Failed> {
    let names = RINGS.map(|(n, _)| n);
    names.into_iter().find(|n| *n == name).ok_or_else(|| Failed::new(format!("no ring is called {name}: {}", names.join(", "))))
}

/// Pictures of the screens, as the journeys saw them.
pub(crate) fn screens_dir() -> PathBuf {
    root().join("target/screens")
}

/// Builds, runs what was wished for, prints the table.
pub(crate) fn run(wish: &Wish) -> Result<(), Failed> {
    setup::ready(setup::For::Tests)?;
    let wanted: Vec<_> = RINGS.into_iter().filter(|(name, _)| wish.only.is_none_or(|only| only == *name)).collect();
    let watch = Watch::start();
    header("build", "the interface, then every program and test");
    ui::install()?;
    ui::build()?;
    let (tests, programs) = build(wanted.iter().any(|(name, _)| *name == "e2e"))?;
    println!("build took {} s", watch.seconds());

    let mut rows = Vec::new();
    for (ring, what) in wanted {
        header(ring, what);
        let watch = Watch::start();
        let count = one(ring, &tests, &programs, wish);
        let seconds = watch.seconds();
        println!("{ring} took {seconds} s");
        rows.push(Row { ring, count, seconds });
    }
    table(&rows)
}

/// One build for all; a second one of the shell alone, with the feature that lets it be driven.
fn build(with_e2e: bool) -> Result<(Vec<Binary>, Programs), Failed> {
    let app = root().join("target/app");
    let app_e2e = if with_e2e {
        let built = binaries::build(&["cairn/e2e"])?;
        Some(keep(&binaries::program(&built, "cairn")?, &app.join("cairn-e2e"))?)
    } else {
        None
    };
    let built = binaries::build(&[])?;
    let programs = Programs {
        app: keep(&binaries::program(&built, "cairn")?, &app.join("cairn"))?,
        app_e2e,
        cli: keep(&binaries::program(&built, "cairn-cli")?, &app.join("cairn-cli"))?,
    };
    Ok((built.into_iter().filter(|b| b.tests).collect(), programs))
}

fn one(ring: &'static str, tests: &[Binary], programs: &Programs, wish: &Wish) -> Count {
    let mine: Vec<&Binary> = tests.iter().filter(|b| ring_of(b) == ring).collect();
    let mut total = Count::default();
    for binary in &mine {
        total.add(test_program(ring, binary, programs, wish));
    }
    if ring == "unit" && wish.filter.is_empty() {
        total.add(watched(Run::cargo(&["test", "--doc", "--quiet"]).args(&binaries::ALL), minutes(10)));
        total.add(if ui::check().is_ok() { Count::default() } else { Count { passed: 0, failed: 1 } });
        total.add(watched(ui::tests(), minutes(10)));
    }
    if mine.is_empty() {
        println!("no test belongs to this ring yet");
    }
    total
}

/// The ring that a test program belongs to. The harness of the window tests is tried out where they run.
fn ring_of(binary: &Binary) -> &'static str {
    let below = |folder: &str| binary.package == root().join("tests").join(folder);
    match binary.kind.as_str() {
        "test" if below("support") => "e2e",
        "test" => RINGS.into_iter().map(|(name, _)| name).find(|name| below(name)).unwrap_or("unit"),
        _ => "unit",
    }
}

fn test_program(ring: &str, binary: &Binary, programs: &Programs, wish: &Wish) -> Count {
    let mut run = Run::program(&binary.path)
        .args(&wish.filter)
        .within(&binary.package)
        .env("CARGO_MANIFEST_DIR", &binary.package)
        .env("CAIRN_APP", &programs.app)
        .env("CAIRN_CLI", &programs.cli)
        .env("CAIRN_SCREENS", screens_dir());
    if let Some(app) = &programs.app_e2e {
        run = run.env("CAIRN_APP_E2E", app);
    }
    // Each window has a screen of its own, and waits much: two do not slow each other down, more would. Fault tests measure
    // what a kill leaves behind.
    let at_once = match ring {
        "e2e" => std::thread::available_parallelism().map_or(1, |cores| cores.get().min(2)),
        "faults" => 1,
        _ => 0,
    };
    if at_once > 0 && std::env::var_os("RUST_TEST_THREADS").is_none() {
        run = run.env("RUST_TEST_THREADS", at_once.to_string());
    }
    if ring == "faults" {
        run = run.env("CAIRN_FAULTS", if wish.long { "long" } else { "short" });
    }
    let limit = match ring {
        "faults" if wish.long => minutes(24 * 60),
        "faults" | "e2e" => minutes(40),
        _ => minutes(10),
    };
    watched(run, limit)
}

/// Counts while a program of tests runs. One that ended badly without a failed test counts as one failure.
fn watched(run: Run, limit: Duration) -> Count {
    let counted = Arc::new(Mutex::new(Count::default()));
    let inside = Arc::clone(&counted);
    let well = run.watch(limit, move |line| inside.lock().expect("nothing panics while it is held").add(count::of_line(line)));
    let mut count = *counted.lock().expect("nothing panics while it is held");
    if !well && count.failed == 0 {
        count.failed = 1;
    }
    count
}

fn table(rows: &[Row]) -> Result<(), Failed> {
    let mut all = Count::default();
    println!("\n{:<8} {:>7} {:>7} {:>8}", "ring", "passed", "failed", "seconds");
    for row in rows {
        all.add(row.count);
        println!("{:<8} {:>7} {:>7} {:>8}", row.ring, row.count.passed, row.count.failed, row.seconds);
    }
    println!();
    if all.failed == 0 {
        // Read by the CI: a line of its own, in these words, and the last.
        println!("{} passed, 0 failed", all.passed);
        Ok(())
    } else {
        println!("{} passed, {} failed", all.passed, all.failed);
        let red: Vec<&str> = rows.iter().filter(|row| row.count.failed > 0).map(|row| row.ring).collect();
        Err(Failed::new(format!("Not well: {}.", red.join(", "))))
    }
}

fn header(ring: &str, what: &str) {
    println!("\n── {ring}: {what} ──");
}

fn minutes(n: u64) -> Duration {
    Duration::from_secs(n * 60)
}

/// How long a ring took.
struct Watch(std::time::Instant);

impl Watch {
    #[allow(clippy::disallowed_methods, reason = "the workshop's own stopwatch; no rule of the journal hangs on it")]
    fn start() -> Watch {
        Watch(std::time::Instant::now())
    }

    fn seconds(&self) -> u64 {
        self.0.elapsed().as_secs()
    }
}

#[cfg(test)]
mod tests {
    use super::{Row, named, ring_of, table, watched};
    use crate::{
        binaries::Binary,
        command::{Run, root},
        count::Count,
    };

    #[test]
    fn test_programs_find_their_ring() {
        let cases = [
            ("src-tauri/crates/store", "lib", "unit"),
            ("src-tauri/crates/store", "test", "unit"),
            ("xtask", "bin", "unit"),
            ("tests/support", "lib", "unit"),
            ("tests/support", "test", "e2e"),
            ("tests/e2e", "test", "e2e"),
            ("tests/tidy", "test", "tidy"),
            ("tests/faults", "test", "faults"),
            ("tests/it", "test", "it"),
        ];
        for (package, kind, ring) in cases {
            let binary = Binary { package: root().join(package), name: "x".into(), kind: kind.into(), tests: true, path: "x".into() };
            assert_eq!(ring_of(&binary), ring, "{package} {kind}");
        }
        assert!(named("it").is_ok() && named("bench").is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_test_program_that_falls_is_a_failure() {
        let count = |script: &str| watched(Run::program("sh").args(&["-c", script]), super::minutes(1));
        let line = "echo 'test result: ok. 3 passed; 0 failed; 0 ignored'";
        assert_eq!(count(line), Count { passed: 3, failed: 0 });
        assert_eq!(count(&format!("{line}; exit 101")), Count { passed: 3, failed: 1 });
        assert_eq!(count("kill -SEGV $$"), Count { passed: 0, failed: 1 });
    }

    #[test]
    fn one_red_ring_makes_the_whole_red() {
        let row = |ring, failed| Row { ring, count: Count { passed: 2, failed }, seconds: 1 };
        assert!(table(&[row("unit", 0), row("it", 0)]).is_ok());
        assert!(table(&[row("unit", 0), row("it", 1)]).is_err());
    }
}
