//! Programs that end with the test that started them.

use std::{
    collections::BTreeSet,
    io,
    process::{Child, Command, Stdio},
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process};

use crate::wait::wait_until;

/// A program that is ended when this is dropped.
#[derive(Debug)]
pub(crate) struct Guarded(Child);

impl Guarded {
    /// Starts it without a standard input and, so that no pipe of the test's own stays open, without outputs.
    pub(crate) fn start(command: &mut Command) -> io::Result<Guarded> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(Guarded)
    }

    /// Whether it still runs.
    pub(crate) fn lives(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Ids of the living processes whose environment holds `name=value`: a program, what it started, and what it became.
pub(crate) fn marked(name: &str, value: &str) -> Vec<u32> {
    let wanted = format!("{name}={value}");
    let Ok(all) = std::fs::read_dir("/proc") else { return Vec::new() };
    let ids = all.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    ids.filter(|id| *id != std::process::id())
        .filter(|id| {
            let environment = std::fs::read(format!("/proc/{id}/environ")).unwrap_or_default();
            environment.split(|b| *b == 0).any(|variable| variable == wanted.as_bytes())
        })
        .collect()
}

/// Ends them all, and waits until they are gone. A program that was started again in the meantime is ended, too.
pub(crate) fn end_marked(name: &str, value: &str) {
    let mut seen = BTreeSet::new();
    wait_until(Duration::from_secs(10), "programs of the test to end", || {
        let living = marked(name, value);
        for id in &living {
            if let Some(id) = i32::try_from(*id).ok().and_then(Pid::from_raw) {
                // It may have ended by itself since it was listed.
                let _ = kill_process(id, Signal::KILL);
            }
        }
        seen.extend(living);
        // Its environment is gone before its files are closed: what it had locked is free only when nothing of it is left.
        seen.iter().all(|id| is_over(*id))
    });
}

/// Whether a process is gone, or waits for nothing but to be asked how it ended.
fn is_over(id: u32) -> bool {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{id}/stat")) else { return true };
    // The state stands behind the name, which may hold anything. The first thread may be over while others still hold files.
    let first_over = stat.rsplit(") ").next().is_some_and(|rest| rest.starts_with('Z') || rest.starts_with('X'));
    first_over && std::fs::read_dir(format!("/proc/{id}/task")).map_or(0, Iterator::count) <= 1
}
