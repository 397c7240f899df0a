//! Starts programs: from the top folder, with a clean environment, said aloud before they run.
//!
//! Never passes a line through a shell.

use std::{
    ffi::OsStr,
    fmt,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

/// Why a command of the workshop ended early, in words for the person who typed it.
#[derive(Debug)]
pub(crate) struct Failed(String);

impl Failed {
    pub(crate) fn new(why: impl Into<String>) -> Failed {
        Failed(why.into())
    }
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The top folder of the workspace.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// Whether a program of that name lies on the path.
pub(crate) fn finds(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|dir| dir.join(program).is_file() || dir.join(format!("{program}.exe")).is_file())
}

/// What a program wrote to its standard output, or nothing when it is missing or failed.
pub(crate) fn answer(program: &str, args: &[&str]) -> Option<String> {
    let out = Command::new(program).args(args).stderr(Stdio::null()).output().ok()?;
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).trim().to_owned())
}

/// A program about to be started.
pub(crate) struct Run(Command);

impl Run {
    pub(crate) fn program(program: impl AsRef<OsStr>) -> Run {
        let mut command = Command::new(program);
        command.current_dir(root()).stdin(Stdio::null());
        // What cargo says about xtask itself is not true of the programs that xtask starts.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_CRATE_", "CARGO_BIN_"].iter().any(|p| name.starts_with(p)) {
                command.env_remove(&name);
            }
        }
        // A desktop's bus would let the window reach portals, keyrings and settings of the person at the machine.
        command.env_remove("DBUS_SESSION_BUS_ADDRESS");
        Run(command)
    }

    pub(crate) fn cargo(args: &[&str]) -> Run {
        Run::program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).args(args)
    }

    pub(crate) fn npm(args: &[&str]) -> Run {
        Run::program(if cfg!(windows) { "npm.cmd" } else { "npm" }).args(args).within(&root().join("ui"))
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: &[S]) -> Run {
        self.0.args(args);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Run {
        self.0.env(name, value);
        self
    }

    pub(crate) fn within(mut self, folder: &Path) -> Run {
        self.0.current_dir(folder);
        self
    }

    /// The command line as one would type it, the program by its file name.
    fn line(&self) -> String {
        let program = Path::new(self.0.get_program()).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let args = self.0.get_args().map(|a| a.to_string_lossy().into_owned());
        std::iter::once(program).chain(args).collect::<Vec<_>>().join(" ")
    }

    /// Runs to the end, its output passing straight through.
    pub(crate) fn go(mut self) -> Result<(), Failed> {
        let line = self.line();
        println!("$ {line}");
        let status = self.0.status().map_err(|e| Failed::new(format!("`{line}` did not start: {e}")))?;
        if status.success() { Ok(()) } else { Err(Failed::new(format!("`{line}` failed ({status})."))) }
    }

    /// Runs to the end and keeps what it wrote to its standard output. Shows its errors as they come.
    pub(crate) fn collect(mut self) -> Result<String, Failed> {
        let line = self.line();
        println!("$ {line}");
        let out = self.0.stderr(Stdio::inherit()).output().map_err(|e| Failed::new(format!("`{line}` did not start: {e}")))?;
        if out.status.success() {
            Ok(String::from_utf8_lossy(&out.stdout).into_owned())
        } else {
            Err(Failed::new(format!("`{line}` failed ({}).", out.status)))
        }
    }

    /// Runs to the end or to `limit`, shows its standard output as it comes and gives each line to `each`.
    /// True when it ended well.
    pub(crate) fn watch(mut self, limit: Duration, mut each: impl FnMut(&str) + Send + 'static) -> bool {
        let line = self.line();
        println!("$ {line}");
        let mut child = match self.0.stdout(Stdio::piped()).spawn() {
            Ok(child) => child,
            Err(e) => {
                eprintln!("`{line}` did not start: {e}");
                return false;
            }
        };
        let out = child.stdout.take().expect("stdout was piped");
        let reader = std::thread::spawn(move || {
            for text in BufReader::new(out).split(b'\n').map_while(Result::ok) {
                let text = String::from_utf8_lossy(&text).into_owned();
                println!("{text}");
                each(&text);
            }
        });
        const STEP: Duration = Duration::from_millis(50);
        let mut left = limit;
        let ended = loop {
            match child.try_wait() {
                Ok(Some(status)) => break Some(status),
                Ok(None) if left.is_zero() => break None,
                Ok(None) => {
                    std::thread::sleep(STEP);
                    left = left.saturating_sub(STEP);
                }
                Err(_) => break None,
            }
        };
        if ended.is_none() {
            eprintln!("`{line}` was still running after {} minutes and was ended.", limit.as_secs() / 60);
            let _ = child.kill();
            let _ = child.wait();
        }
        // A program left behind may hold the pipe open; what was counted by then is enough.
        for _ in 0..40 {
            if reader.is_finished() {
                break;
            }
            std::thread::sleep(STEP);
        }
        ended.is_some_and(|status| status.success())
    }
}

/// Copies a built program to a place where the next build does not overwrite it.
pub(crate) fn keep(from: &Path, to: &Path) -> Result<PathBuf, Failed> {
    let why = |e: std::io::Error| Failed::new(format!("{} could not be copied to {}: {e}", from.display(), to.display()));
    std::fs::create_dir_all(to.parent().expect("a file lies in a folder")).map_err(why)?;
    // Over a program that still runs one cannot copy; a new file under its name is always possible.
    let _ = std::fs::remove_file(to);
    std::fs::copy(from, to).map_err(why)?;
    Ok(to.to_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use std::{
        sync::{Arc, Mutex},
        time::Duration,
    };

    use super::Run;

    fn watched(script: &str, limit: Duration) -> (bool, Vec<String>) {
        let lines = Arc::new(Mutex::new(Vec::new()));
        let inside = Arc::clone(&lines);
        let well = Run::program("sh").args(&["-c", script]).watch(limit, move |line| inside.lock().unwrap().push(line.to_owned()));
        let lines = lines.lock().unwrap().clone();
        (well, lines)
    }

    #[test]
    fn a_program_is_watched_to_its_end_or_to_the_limit() {
        let long = Duration::from_secs(30);
        assert_eq!(watched("echo one; echo two", long), (true, vec!["one".to_owned(), "two".to_owned()]));
        assert_eq!(watched("echo one; exit 3", long), (false, vec!["one".to_owned()]));
        assert_eq!(watched("echo one; exec sleep 60", Duration::from_millis(300)), (false, vec!["one".to_owned()]));
        // What a test leaves behind may keep the pipe open; that must not hold the ring up.
        assert_eq!(watched("echo one; sleep 5 &", long), (true, vec!["one".to_owned()]));
    }
}
