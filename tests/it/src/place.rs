//! A scratch home with a journal in it, and the command line as a person or a script starts it.

use journal::{Home, Passphrase, Session, Setup, SlotCost, SystemChance, SystemClock};
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use support::Scratch;

/// Strong enough for `init`.
pub(crate) const PASSPHRASE: &str = "harbor violin ottoman crisp meadow";

/// A home of its own for one test.
pub(crate) struct Place {
    pub(crate) scratch: Scratch,
    /// The recovery key's line, when this process made the journal.
    pub(crate) recovery: String,
}

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    /// No journal yet; the passphrase lies in a file outside the journal's folder.
    pub(crate) fn empty() -> Self {
        let place = Self { scratch: Scratch::new(), recovery: String::new() };
        place.write("passphrase", PASSPHRASE);
        place
    }

    /// A journal whose key costs next to nothing to derive, so that a test can open it fifty times. Everything else about it is real.
    pub(crate) fn with_journal() -> Self {
        let mut place = Self::empty();
        let mut session = place.session();
        session.create(Setup { passphrase: passphrase(PASSPHRASE), weak_ok: true, first: None }).unwrap();
        place.recovery = key_line(&session.sheet_text().unwrap());
        session.close().unwrap();
        place
    }

    /// The same with entries of those texts, oldest first.
    pub(crate) fn holding(texts: &[&str]) -> Self {
        let place = Self::with_journal();
        let lines: String = texts.iter().map(|t| format!("{}\n", serde_json::json!({ "text": t }))).collect();
        assert_eq!(place.fed(&["add", "--batch"], lines.as_bytes()).ok().lines().count(), texts.len());
        place
    }

    /// A closed session of this process on the same folder.
    pub(crate) fn session(&self) -> Session {
        let home = Home::at(self.home());
        Session::new(home, Box::new(SystemClock), Box::new(SystemChance)).with_cost(SlotCost::insecure_for_tests(10))
    }

    /// The journal's folder.
    pub(crate) fn home(&self) -> PathBuf {
        self.scratch.journal()
    }

    /// A path outside the journal's folder.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.scratch.top().join(name)
    }

    /// The same as an argument.
    pub(crate) fn arg(&self, name: &str) -> String {
        self.file(name).to_str().unwrap().to_owned()
    }

    /// A file outside the journal's folder.
    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.file(name), text).unwrap();
    }

    /// The command line with the right passphrase.
    pub(crate) fn cli(&self, args: &[&str]) -> Ran {
        self.fed(args, b"")
    }

    /// The same with a standard input.
    pub(crate) fn fed(&self, args: &[&str], input: &[u8]) -> Ran {
        run(self.command(args), input)
    }

    /// The command, not started yet.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = self.plain(args);
        command.arg("--passphrase-file").arg(self.file("passphrase"));
        command
    }

    /// The command without a passphrase, and without a terminal to ask on.
    pub(crate) fn plain(&self, args: &[&str]) -> Command {
        // A new session has no controlling terminal, whoever started the tests.
        let mut command = self.scratch.command("setsid");
        command.arg(cli()).args(args);
        command
    }

    /// Every entry as `list --json` tells it, newest first.
    pub(crate) fn list(&self) -> Vec<Value> {
        serde_json::from_str(&self.cli(&["list", "--json"]).ok()).unwrap()
    }

    /// The texts of all entries, newest first.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.list().iter().map(|e| e["text"].as_str().unwrap().to_owned()).collect()
    }
}

impl Ran {
    /// What it printed, after it did what it was asked.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// The same as JSON.
    #[track_caller]
    pub(crate) fn json(self) -> Value {
        let text = self.ok();
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"))
    }

    /// It was refused with that exit code, in words that hold these, and without a panic.
    #[track_caller]
    pub(crate) fn refused(self, code: i32, says: &str) -> Self {
        assert_eq!(self.code, code, "{self:?}");
        assert!(self.err.contains(says), "expected {says:?} in {self:?}");
        assert!(!self.err.contains("panicked") && !self.err.contains("RUST_BACKTRACE"), "{self:?}");
        self
    }
}

/// Starts a program, gives it its input, waits for its end.
pub(crate) fn run(mut command: Command, input: &[u8]) -> Ran {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // A program that refuses early does not read: no failure of ours.
    let feeding = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let done = child.wait_with_output().unwrap();
    feeding.join().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
    Ran { code: done.status.code().unwrap_or(-1), out: text(done.stdout), err: text(done.stderr) }
}

/// The program: the one that `cargo xtask` built, else the one beside this test's, built now.
pub(crate) fn cli() -> &'static Path {
    static CLI: OnceLock<PathBuf> = OnceLock::new();
    CLI.get_or_init(|| {
        if let Some(path) = std::env::var_os("CAIRN_CLI").map(PathBuf::from).filter(|p| p.is_file()) {
            return path;
        }
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo).args(["build", "--quiet", "-p", "cairn-cli"]).current_dir(support::root()).status().unwrap();
        assert!(built.success(), "cargo build -p cairn-cli");
        let me = std::env::current_exe().unwrap();
        let path = me.parent().and_then(Path::parent).unwrap().join("cairn-cli");
        assert!(path.is_file(), "{} is missing; CAIRN_CLI can name it", path.display());
        path
    })
}

pub(crate) fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text).unwrap()
}

/// The line of a recovery sheet that is the key.
#[track_caller]
pub(crate) fn key_line(sheet: &str) -> String {
    let mut lines = sheet.lines().filter(|l| l.starts_with("AGE-SECRET-KEY-1"));
    let line = lines.next().expect("the sheet holds its key on a line of its own").to_owned();
    assert!(lines.next().is_none(), "one key");
    line
}
