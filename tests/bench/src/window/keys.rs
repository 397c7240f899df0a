//! A keyboard that is pressed without starting a program for each key.

use std::io::Write;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};
use support::{Display, wait::now};

/// Between two letters, as fast as somebody types who types fast.
const RHYTHM: Duration = Duration::from_millis(60);

/// Presses keys on one display.
pub(crate) struct Keys {
    child: Child,
    pipe: ChildStdin,
}

impl Keys {
    pub(crate) fn on(display: &Display) -> Keys {
        // `-` reads its commands line by line, and does each when it has read it.
        let mut command = Command::new("xdotool");
        command.arg("-").env("DISPLAY", display.name()).env_remove("XAUTHORITY");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("xdotool");
        let pipe = child.stdin.take().expect("stdin was piped");
        Keys { child, pipe }
    }

    /// Presses a chord by its X names; gives the time before it.
    pub(crate) fn press(&mut self, chord: &str) -> Instant {
        let at = now();
        self.say(&format!("key --delay 1 {chord}"));
        at
    }

    /// Types letters of the alphabet and spaces in the rhythm of fingers; gives the time before the last one.
    pub(crate) fn write(&mut self, text: &str) -> Instant {
        let mut at = now();
        for letter in text.chars() {
            std::thread::sleep(RHYTHM);
            at = match letter {
                ' ' => self.press("space"),
                '"' => self.press("quotedbl"),
                letter => self.press(&letter.to_string()),
            };
        }
        at
    }

    /// The pointer into the corner, where it hovers over nothing.
    pub(crate) fn away(&mut self) {
        self.say("mousemove 1599 999");
    }

    fn say(&mut self, line: &str) {
        self.pipe.write_all(format!("{line}\n").as_bytes()).and_then(|()| self.pipe.flush()).expect("xdotool listens");
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
