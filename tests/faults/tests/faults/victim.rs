//! Starting the victim, talking to it, and striking it down at a chosen moment.

use faults::{CHEAP, Dice};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

/// From when the delay of a blow is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum When {
    /// From the start of the program: hits its opening too.
    Start(Duration),
    /// From its first answer: hits it at work.
    Answer(Duration),
}

impl When {
    /// A random microsecond: in one of four cycles while it opens, else within `span` after the first answer.
    pub(crate) fn random(dice: &mut Dice, opening: Duration, span: Duration) -> Self {
        if dice.once_in(4) { Self::Start(part(dice, opening)) } else { Self::Answer(part(dice, span)) }
    }
}

/// Aims at work whose length depends on what else the machine does: half of the blows come before it is done.
pub(crate) struct Aim(Duration);

impl Aim {
    /// From how long it takes when nobody disturbs it.
    pub(crate) fn new(undisturbed: Duration) -> Self {
        Self(undisturbed.mul_f32(1.5))
    }

    /// When to strike.
    pub(crate) fn next(&self, dice: &mut Dice) -> When {
        When::Start(part(dice, self.0))
    }

    /// Aims sooner after work that was done, later after work that was not.
    pub(crate) fn learn(&mut self, done: bool) {
        self.0 = self.0.mul_f32(if done { 0.9 } else { 1.1 });
    }
}

/// A random part of a span, to the microsecond.
pub(crate) fn part(dice: &mut Dice, span: Duration) -> Duration {
    let most = u64::try_from(span.as_micros()).unwrap_or(1).max(1);
    Duration::from_micros(dice.below(most))
}

/// The victim at one of its verbs.
pub(crate) fn victim(verb: &str, home: &Path, passphrase: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cairn-faults-victim"));
    command.arg(verb).arg(home).arg(passphrase).arg(CHEAP.to_string());
    command
}

/// Talks to a program until it ends: sends what `lines` gives, waits for an answer to each line, sends more.
/// Strikes when it is time. Returns each line that was sent with its answer, if that came.
pub(crate) fn strike(
    command: &mut Command,
    when: When,
    blow: impl FnOnce(&mut Child),
    lines: impl FnMut() -> Vec<String> + Send,
) -> Vec<(String, Option<String>)> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
    let (input, output) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
    let (first, answered) = channel();
    std::thread::scope(|scope| {
        let talker = scope.spawn(move || talk(input, output, lines, first));
        let delay = match when {
            When::Start(delay) => delay,
            When::Answer(delay) => {
                // An error means that it ended before it said anything.
                let _ = answered.recv();
                delay
            }
        };
        std::thread::sleep(delay);
        blow(&mut child);
        let _ = child.wait();
        talker.join().expect("the talker only reads and writes")
    })
}

/// Kills it as the system does: no signal handler, no destructor.
pub(crate) fn kill(child: &mut Child) {
    let _ = child.kill();
}

fn talk(
    mut input: ChildStdin,
    output: ChildStdout,
    mut lines: impl FnMut() -> Vec<String>,
    first: Sender<()>,
) -> Vec<(String, Option<String>)> {
    let mut output = BufReader::new(output);
    let mut told: Vec<(String, Option<String>)> = Vec::new();
    loop {
        let burst = lines();
        if burst.is_empty() {
            break;
        }
        let from = told.len();
        let whole = burst.concat();
        told.extend(burst.into_iter().map(|line| (line, None)));
        let sent = input.write_all(whole.as_bytes()).and_then(|()| input.flush()).is_ok();
        for entry in &mut told[from..] {
            let mut answer = String::new();
            // A line without its end is not an answer.
            if !output.read_line(&mut answer).is_ok_and(|n| n > 0) || answer.pop() != Some('\n') {
                return told;
            }
            entry.1 = Some(answer);
            let _ = first.send(());
        }
        if !sent {
            break;
        }
    }
    told
}
