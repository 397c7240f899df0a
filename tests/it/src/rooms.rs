//! A room with its own mounts, so that a disk can be full or read-only without harm to the machine.

use crate::skip;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A mount namespace that lives as long as this does.
pub(crate) struct Room {
    shell: Child,
    id: u32,
    root: bool,
}

impl Room {
    /// Makes the room and runs `script` in it (`$1` is `dir`). Nothing, said aloud, where the machine does not allow it.
    pub(crate) fn with(dir: &Path, script: &str, purpose: &str) -> Option<Self> {
        let root = Command::new("id").arg("-u").output().is_ok_and(|o| o.stdout == b"0\n");
        let mut unshare = Command::new("unshare");
        unshare.args(if root { &["--mount"][..] } else { &["--mount", "--map-root-user"] });
        // The shell stays until this end of its standard input is closed, whatever becomes of the test.
        let script = format!("set -e; {script}\necho ready $$; read line || true");
        let started =
            unshare.args(["sh", "-c", &script, "sh"]).arg(dir).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let Ok(mut shell) = started else {
            skip(&format!("{purpose}: there is no `unshare` here"));
            return None;
        };
        let mut line = String::new();
        let _ = BufReader::new(shell.stdout.take()?).read_line(&mut line);
        let Some(id) = line.trim().strip_prefix("ready ").and_then(|id| id.parse().ok()) else {
            skip(&format!("{purpose}: this account may not mount, not even in a namespace of its own"));
            let _ = shell.kill();
            let _ = shell.wait();
            return None;
        };
        Some(Self { shell, id, root })
    }

    /// A command that will run in the room.
    pub(crate) fn enter(&self, command: &Command) -> Command {
        let mut inside = Command::new("nsenter");
        inside.args(["--target", &self.id.to_string(), "--mount"]);
        if !self.root {
            inside.args(["--user", "--preserve-credentials"]);
        }
        inside.arg("--").arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => inside.env(name, value),
                None => inside.env_remove(name),
            };
        }
        inside
    }

    /// Runs a shell command in the room.
    pub(crate) fn shell(&self, script: &str) {
        let mut sh = Command::new("sh");
        sh.args(["-c", script]);
        let done = self.enter(&sh).output().unwrap();
        assert!(done.status.success(), "{script}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// A path of the room as it is seen from outside.
    pub(crate) fn outside(&self, path: &Path) -> PathBuf {
        Path::new(&format!("/proc/{}/root", self.id)).join(path.strip_prefix("/").unwrap())
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        let _ = self.shell.wait();
    }
}
