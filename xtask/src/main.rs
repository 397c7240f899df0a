//! `cargo xtask`: the one door to the workshop. Says which commands there are and hands over to them.
//!
//! Holds no knowledge of how a thing is built (`build`, `ui`) or tested (`rings`).

mod binaries;
mod command;
mod count;
mod rings;
mod setup;
mod ui;

use std::process::ExitCode;

use command::{Failed, Run, root};

const HELP: &str = "\
cargo xtask setup                  what this machine lacks for building and testing, and puts it there
cargo xtask run [--release] [..]   builds everything and opens the window; what follows goes to the program
cargo xtask test [--ring NAME] [FILTER]
                                   all rings (unit, tidy, it, faults, e2e) or one of them
cargo xtask e2e [FILTER]           the window's journeys alone
cargo xtask faults [--long]        kills, power cuts, full disks; --long is for a night
cargo xtask screens                pictures of every screen, into target/screens
cargo xtask bench [..]             the figures of speed and size, in release
cargo xtask check                  formatting, lints, types, licences";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let verb = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let done = match verb.as_str() {
        "setup" => setup::ready(setup::For::Tests),
        "run" => run(&rest),
        "test" => test(&rest),
        "e2e" => rings::run(&rings::Wish { only: Some("e2e"), filter: rest, ..Default::default() }),
        "faults" => faults(rest),
        "screens" => screens(),
        "bench" => bench(&rest),
        "check" => check(),
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(Failed::new(format!("there is no `{other}` here.\n\n{HELP}"))),
    };
    if let Err(failed) = done {
        eprintln!("\n{failed}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// From a fresh checkout to the open window.
fn run(rest: &[String]) -> Result<(), Failed> {
    setup::ready(setup::For::Window)?;
    ui::install()?;
    ui::build()?;
    let release = rest.first().is_some_and(|a| a == "--release");
    let rest = if release { &rest[1..] } else { rest };
    let rest = if rest.first().is_some_and(|a| a == "--") { &rest[1..] } else { rest };
    let mut build = Run::cargo(&["build", "--package", "cairn"]);
    if release {
        build = build.args(&["--release"]);
    }
    build.go()?;
    let built = binaries::target_dir().join(if release { "release" } else { "debug" }).join("cairn");
    Run::program(built).args(rest).go()
}

fn test(rest: &[String]) -> Result<(), Failed> {
    match rest {
        [flag, name, filter @ ..] if flag == "--ring" => {
            rings::run(&rings::Wish { only: Some(rings::named(name)?), filter: filter.to_vec(), ..Default::default() })
        }
        [flag, ..] if flag.starts_with('-') => Err(Failed::new(format!("`test` does not know {flag}.\n\n{HELP}"))),
        filter => rings::run(&rings::Wish { filter: filter.to_vec(), ..Default::default() }),
    }
}

fn faults(rest: Vec<String>) -> Result<(), Failed> {
    let long = rest.iter().any(|a| a == "--long");
    let filter = rest.into_iter().filter(|a| a != "--long").collect();
    rings::run(&rings::Wish { only: Some("faults"), filter, long })
}

/// The journeys whose names hold `screen` leave a picture of each place they visit.
fn screens() -> Result<(), Failed> {
    rings::run(&rings::Wish { only: Some("e2e"), filter: vec!["screen".into()], long: false })?;
    println!("Pictures: {}", rings::screens_dir().display());
    Ok(())
}

/// Everything as it is released, and a window with next to nothing in it to stand beside ours.
fn bench(rest: &[String]) -> Result<(), Failed> {
    setup::ready(setup::For::Tests)?;
    ui::install()?;
    ui::build()?;
    Run::cargo(&["build", "--release", "--package", "cairn", "--package", "cairn-cli", "--package", "cairn-test-minimal"]).go()?;
    let release = binaries::target_dir().join("release");
    Run::cargo(&["run", "--release", "--package", "cairn-test-bench", "--"])
        .args(rest)
        .env("CAIRN_APP", release.join("cairn"))
        .env("CAIRN_APP_BASELINE", release.join("cairn-minimal"))
        .go()
}

/// What a reader of a change should not have to look for.
fn check() -> Result<(), Failed> {
    setup::ready(setup::For::Window)?;
    ui::install()?;
    ui::build()?;
    let mut wrong = Vec::new();
    let mut look = |what: &str, outcome: Result<(), Failed>| {
        if outcome.is_err() {
            wrong.push(what.to_owned());
        }
    };
    look("cargo fmt", Run::cargo(&["fmt", "--all", "--check"]).go());
    look("clippy", Run::cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).go());
    look("npm run check", ui::check());
    if command::finds("cargo-deny") {
        look("cargo deny", Run::cargo(&["deny", "check"]).go());
    } else {
        println!("cargo-deny is not installed, so licences and sources were not checked (`cargo install cargo-deny`).");
    }
    if wrong.is_empty() {
        println!("\nAll in order in {}.", root().display());
        Ok(())
    } else {
        Err(Failed::new(format!("Not in order: {}.", wrong.join(", "))))
    }
}
