//! Which sockets a program asks the kernel for, its children included. Reads strace's log.

use std::{fs, io, path::PathBuf, process::Command};

use crate::{Display, Scratch, process::Guarded};

/// A program under strace. Ended when dropped.
#[derive(Debug)]
pub struct Watched {
    log: PathBuf,
    process: Guarded,
}

/// A request for a socket that could reach beyond this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// The line of the log: process, call, answer.
    pub line: String,
    /// Whether the kernel granted it.
    pub granted: bool,
}

/// Starts `program` in its home, on a display when it has a window, with every `socket` and `connect` written down.
///
/// # Errors
/// When strace is missing.
pub fn watch(scratch: &Scratch, display: Option<&Display>, program: &std::path::Path, args: &[&str]) -> io::Result<Watched> {
    let log = scratch.top().join("strace.log");
    let mut command: Command = scratch.command("strace");
    command.args(["-f", "-qq", "-e", "trace=socket,connect", "-o"]).arg(&log).arg(program).args(args);
    if let Some(display) = display {
        command.env("DISPLAY", display.name()).env("GDK_BACKEND", "x11");
    }
    Ok(Watched { log, process: Guarded::start(&mut command)? })
}

impl Watched {
    /// Whether the program still runs.
    pub fn lives(&mut self) -> bool {
        self.process.lives()
    }

    /// Attempts so far to open or use an internet socket.
    ///
    /// # Errors
    /// When there is no log.
    pub fn attempts(&self) -> io::Result<Vec<Attempt>> {
        Ok(attempts(&fs::read_to_string(&self.log)?))
    }

    /// How many sockets of any kind were asked for: above zero when the watching works at all (X11 needs one).
    ///
    /// # Errors
    /// When there is no log.
    pub fn sockets(&self) -> io::Result<usize> {
        Ok(fs::read_to_string(&self.log)?.lines().filter(|line| line.contains("socket(")).count())
    }
}

/// The attempts in a log.
pub fn attempts(log: &str) -> Vec<Attempt> {
    let beyond = |line: &&str| ["AF_INET", "AF_PACKET", "AF_VSOCK", "AF_BLUETOOTH"].iter().any(|family| line.contains(family));
    // A call that was interrupted has its answer on a later line; it was an attempt all the same, and none that failed.
    let granted = |line: &str| !line.contains(" = -1 ");
    log.lines().filter(beyond).map(|line| Attempt { line: line.to_owned(), granted: granted(line) }).collect()
}

#[cfg(test)]
mod tests {
    use super::attempts;

    #[test]
    fn internet_sockets_are_told_from_local_ones() {
        let log = "\
12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3
12 connect(3, {sa_family=AF_UNIX, sun_path=@\"/tmp/.X11-unix/X99\"}, 20) = 0
13 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 4
13 socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = -1 EAFNOSUPPORT (Address family not supported by protocol)
14 socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP <unfinished ...>
14 connect(5, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr(\"127.0.0.1\")}, 16) = 0
";
        let granted: Vec<bool> = attempts(log).iter().map(|a| a.granted).collect();
        assert_eq!(granted, [false, true, true]);
    }
}
