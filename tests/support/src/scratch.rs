//! A home for one test: every folder a program may write to lies below one temporary folder.

use std::{
    ffi::OsString,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Command,
};

use crate::process;

/// Carried by every program that a scratch home starts, and by what those start; never by anything else.
const MARK: &str = "CAIRN_TEST_SCRATCH";

/// Variables that lead out of the scratch home: to the desktop of the person at the machine, to the libraries that cargo built.
const OUTSIDE: [&str; 7] = [
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_STARTER_ADDRESS",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "SESSION_MANAGER",
    "AT_SPI_BUS_ADDRESS",
    "LD_LIBRARY_PATH",
];

/// A temporary home. Everything in it is deleted, and every program started in it ended, when it is dropped.
#[derive(Debug)]
pub struct Scratch {
    top: tempfile::TempDir,
    more: Vec<(String, OsString)>,
}

impl Default for Scratch {
    fn default() -> Scratch {
        Scratch::new()
    }
}

impl Scratch {
    /// Makes the folders.
    ///
    /// # Panics
    /// When the temporary folder cannot be written.
    pub fn new() -> Scratch {
        let top = tempfile::Builder::new().prefix("cairn-test-").tempdir().expect("a temporary folder");
        let scratch = Scratch { top, more: Vec::new() };
        for dir in [scratch.journal(), scratch.home(), scratch.temp(), scratch.run_dir()] {
            fs::create_dir_all(&dir).expect("a folder in the scratch home");
        }
        // GLib and systemd refuse a run folder that others may read.
        fs::set_permissions(scratch.run_dir(), fs::Permissions::from_mode(0o700)).expect("a private run folder");
        scratch
    }

    /// One more variable for the programs.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<OsString>) -> Scratch {
        self.more.push((name.to_owned(), value.into()));
        self
    }

    /// The folder that holds the others: what to search for canaries.
    pub fn top(&self) -> &Path {
        self.top.path()
    }

    /// `CAIRN_HOME`: all state of the program.
    pub fn journal(&self) -> PathBuf {
        self.top().join("cairn")
    }

    /// `HOME`.
    pub fn home(&self) -> PathBuf {
        self.top().join("home")
    }

    /// `TMPDIR`.
    pub fn temp(&self) -> PathBuf {
        self.top().join("tmp")
    }

    fn run_dir(&self) -> PathBuf {
        self.top().join("run")
    }

    /// The variables that every program of this home is given.
    pub fn environment(&self) -> Vec<(String, OsString)> {
        let home = self.home();
        let mut all: Vec<(String, OsString)> = vec![
            (MARK.into(), self.top().into()),
            ("CAIRN_HOME".into(), self.journal().into()),
            ("HOME".into(), home.clone().into()),
            ("TMPDIR".into(), self.temp().into()),
            ("XDG_RUNTIME_DIR".into(), self.run_dir().into()),
            ("XDG_CONFIG_HOME".into(), home.join(".config").into()),
            ("XDG_DATA_HOME".into(), home.join(".local/share").into()),
            ("XDG_STATE_HOME".into(), home.join(".local/state").into()),
            ("XDG_CACHE_HOME".into(), home.join(".cache").into()),
            ("GSETTINGS_BACKEND".into(), "memory".into()),
            ("LANG".into(), "C.UTF-8".into()),
            ("LC_ALL".into(), "C.UTF-8".into()),
            ("TZ".into(), "Europe/Berlin".into()),
            ("RUST_BACKTRACE".into(), "1".into()),
        ];
        all.extend(self.more.iter().cloned());
        all
    }

    /// A program that will live in this home.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        for name in OUTSIDE {
            command.env_remove(name);
        }
        command.envs(self.environment()).current_dir(self.home());
        command
    }

    /// Ids of the living programs of this home, restarted ones and helpers among them.
    pub fn programs(&self) -> Vec<u32> {
        process::marked(MARK, &self.top().to_string_lossy())
    }

    /// Ends them as a power cut would.
    pub fn end_programs(&self) {
        process::end_marked(MARK, &self.top().to_string_lossy());
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.end_programs();
            return;
        }
        // A second panic would hide the first.
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.end_programs()));
    }
}

#[cfg(test)]
mod tests {
    use super::Scratch;

    #[test]
    fn programs_live_in_the_home_and_end_with_it() {
        let scratch = Scratch::new().with("CAIRN_TRY", "yes");
        let out = scratch.command("/usr/bin/env").output().unwrap();
        let said = String::from_utf8(out.stdout).unwrap();
        for name in ["CAIRN_HOME", "HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"] {
            let wanted = format!("{name}={}", scratch.top().display());
            assert!(said.lines().any(|line| line.starts_with(&wanted)), "{name} leads out of the scratch home:\n{said}");
        }
        assert!(said.contains("CAIRN_TRY=yes") && !said.contains("DBUS_SESSION"));

        let mut sleeper = scratch.command("/bin/sleep").arg("60").spawn().unwrap();
        assert_eq!(scratch.programs(), [sleeper.id()]);
        let top = scratch.top().to_owned();
        // A program that has ended stays a child until it is waited for, so somebody has to wait meanwhile.
        let waiting = std::thread::spawn(move || sleeper.wait());
        drop(scratch);
        assert!(!waiting.join().unwrap().unwrap().success());
        assert!(!top.exists());
    }
}
