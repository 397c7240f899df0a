//! What a machine must have before Cairn can be built or tested, and the way to get it.
//!
//! Installs Debian packages where that is allowed without asking; everywhere else it says what is missing.

use std::process::{Command, Stdio};

use crate::command::{Failed, Run, answer, finds};

/// What the machine is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Building the program and starting its window.
    Window,
    /// That, and all rings of tests.
    Tests,
}

/// The oldest Node whose `node:` modules and syntax Vite 8 and Svelte 5 accept.
const NODE: [u32; 3] = [20, 19, 0];
/// The workspace's `rust-version`.
const RUST: [u32; 3] = [1, 92, 0];

/// For the window: a C compiler (SQLCipher, OpenSSL), perl and make (OpenSSL's build), WebKitGTK, D-Bus headers (Tauri's `dbus`).
const WINDOW: [&str; 6] = ["build-essential", "pkg-config", "perl", "make", "libwebkit2gtk-4.1-dev", "libdbus-1-dev"];

/// For the tests: the driver of the window, a screen that nobody sees and a window manager on it, keys pressed from
/// outside, system calls watched, loop devices and file systems that can lose power, and the tools of others that must
/// be able to open a journal (age; Python for a SQLCipher that is not ours).
const TESTS: [&str; 14] = [
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "openbox",
    "imagemagick",
    "xdotool",
    "dbus",
    "strace",
    "age",
    "e2fsprogs",
    "util-linux",
    "mount",
    "python3",
    "python3-venv",
];

/// Programs by which the same is recognised where there are no Debian packages.
const WINDOW_PROGRAMS: [&str; 4] = ["cc", "pkg-config", "perl", "make"];
const TESTS_PROGRAMS: [&str; 9] = ["WebKitWebDriver", "Xvfb", "openbox", "xdotool", "import", "strace", "age", "mkfs.ext4", "python3"];

/// Leaves the machine ready, or says what to do.
pub(crate) fn ready(what: For) -> Result<(), Failed> {
    version("rustc", &["--version"], RUST, "Rust", "https://rustup.rs, then `rustup update`")?;
    version("node", &["--version"], NODE, "Node.js", "your distribution or https://nodejs.org")?;
    if !finds(if cfg!(windows) { "npm.cmd" } else { "npm" }) {
        return Err(Failed::new("npm is missing. It comes with Node.js (on Debian: the package npm)."));
    }
    if !cfg!(target_os = "linux") {
        return elsewhere(what);
    }
    if finds("dpkg-query") && finds("apt-get") { debian(what) } else { other_linux(what) }
}

fn debian(what: For) -> Result<(), Failed> {
    let wanted: Vec<&str> = if what == For::Tests { WINDOW.iter().chain(&TESTS).copied().collect() } else { WINDOW.to_vec() };
    let missing: Vec<&str> = wanted.into_iter().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing packages: {}", missing.join(" "));
    let by_hand = format!("sudo apt-get update && sudo apt-get install {}", missing.join(" "));
    let root = answer("id", &["-u"]).as_deref() == Some("0");
    if !root && !quiet("sudo", &["-n", "true"]) {
        return Err(Failed::new(format!("Please install them and start again:\n\n    {by_hand}")));
    }
    let apt = |args: &[&str]| {
        let mut line = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y", "-q"];
        if !root {
            line.splice(0..0, ["sudo", "-n"]);
        }
        line.extend(args);
        Run::program(line[0]).args(&line[1..]).go()
    };
    let install: Vec<&str> = ["install", "--no-install-recommends"].into_iter().chain(missing.iter().copied()).collect();
    // The lists on the machine may be old or absent: ask for new ones only when the old ones do not do.
    if apt(&install).is_err() {
        apt(&["update"])?;
        apt(&install).map_err(|_| Failed::new(format!("Installing failed. By hand it would be:\n\n    {by_hand}")))?;
    }
    let still: Vec<&str> = missing.into_iter().filter(|package| !installed(package)).collect();
    if still.is_empty() { Ok(()) } else { Err(Failed::new(format!("Still missing after installing: {}", still.join(" ")))) }
}

fn other_linux(what: For) -> Result<(), Failed> {
    let programs = WINDOW_PROGRAMS.iter().chain(if what == For::Tests { &TESTS_PROGRAMS[..] } else { &[] });
    let mut missing: Vec<String> = programs.filter(|p| !finds(p)).map(|p| (*p).to_owned()).collect();
    for library in ["webkit2gtk-4.1", "dbus-1"] {
        if !quiet("pkg-config", &["--exists", library]) {
            missing.push(format!("the development files of {library}"));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let debian = if what == For::Tests { WINDOW.iter().chain(&TESTS).copied().collect::<Vec<_>>() } else { WINDOW.to_vec() };
    Err(Failed::new(format!(
        "This machine has no apt, so its packages have to be found by hand. Missing: {}.\n\
         On Debian and Ubuntu the packages are: {}.\nhttps://tauri.app/start/prerequisites names them for other systems.",
        missing.join(", "),
        debian.join(" ")
    )))
}

/// Windows and macOS: the window can be built there; the tests of it have been written for Linux.
fn elsewhere(what: For) -> Result<(), Failed> {
    println!("Build tools are not looked for on this system; https://tauri.app/start/prerequisites names them.");
    if what == For::Tests {
        println!("The rings faults and e2e need Linux.");
    }
    Ok(())
}

fn installed(package: &str) -> bool {
    answer("dpkg-query", &["-W", "-f", "${Status}", package]).is_some_and(|s| s == "install ok installed")
}

fn quiet(program: &str, args: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|s| s.success())
}

fn version(program: &str, args: &[&str], least: [u32; 3], name: &str, from: &str) -> Result<(), Failed> {
    let wanted = format!("{}.{}.{}", least[0], least[1], least[2]);
    let Some(said) = answer(program, args) else {
        return Err(Failed::new(format!("{name} is missing. Cairn needs {wanted} or newer: {from}.")));
    };
    match numbers(&said) {
        Some(has) if has >= least => Ok(()),
        _ => Err(Failed::new(format!("{name} is too old ({said}). Cairn needs {wanted} or newer: {from}."))),
    }
}

/// The first `1.2.3` in what a program says about itself.
fn numbers(said: &str) -> Option<[u32; 3]> {
    let word = said.split_whitespace().map(|w| w.trim_start_matches('v')).find(|w| w.starts_with(|c: char| c.is_ascii_digit()))?;
    let mut parts = word.split(['.', '-', '+']).map(|p| p.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next().flatten().unwrap_or(0)])
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_are_read_from_what_programs_say() {
        let cases = [
            ("v20.20.2", Some([20, 20, 2])),
            ("rustc 1.95.0 (59807616e 2026-04-14)", Some([1, 95, 0])),
            ("rustc 1.96.0-nightly (abc)", Some([1, 96, 0])),
            ("v24.1", Some([24, 1, 0])),
            ("command not found", None),
        ];
        for (said, wanted) in cases {
            assert_eq!(numbers(said), wanted, "{said}");
        }
    }
}
