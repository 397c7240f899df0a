//! Hands on a keyboard: real key presses, for the build that cannot be driven in any other way.

use std::time::Duration;

use crate::{
    Display,
    wait::{wait_until, within},
};

/// Presses keys on a display.
#[derive(Debug, Clone, Copy)]
pub struct Hands<'a>(&'a Display);

impl<'a> Hands<'a> {
    /// Hands on this display.
    pub fn on(display: &'a Display) -> Hands<'a> {
        Hands(display)
    }

    /// Numbers of the visible windows whose title matches (a regular expression).
    pub fn windows(self, title: &str) -> Vec<String> {
        let found = self.0.xdotool(&["search", "--onlyvisible", "--name", title]).unwrap_or_default();
        found.lines().map(str::to_owned).collect()
    }

    /// Waits for a window with such a title and brings it to the front. Gives its number.
    ///
    /// # Panics
    /// When none has come after `limit`.
    pub fn take_window(self, title: &str, limit: Duration) -> String {
        let window = within(limit, &format!("a window called {title}"), || self.windows(title).into_iter().next());
        wait_until(limit, &format!("the window {title} to have the keyboard"), || {
            let active = self.0.xdotool(&["windowactivate", &window]).and_then(|_| self.0.xdotool(&["getactivewindow"]));
            active.as_deref() == Some(window.as_str())
        });
        window
    }

    /// Types a text, letter by letter.
    ///
    /// # Panics
    /// When the display is gone.
    pub fn type_text(self, text: &str) {
        // 12 ms between keys: GTK drops repeats that come faster.
        self.0.xdotool(&["type", "--delay", "12", "--", text]).expect("typing on the display");
    }

    /// Presses a chord by its X names, e.g. `ctrl+Return`, `Tab`, `Escape`.
    ///
    /// # Panics
    /// When there is no such key.
    pub fn press(self, chord: &str) {
        self.0.xdotool(&["key", "--", chord]).unwrap_or_else(|| panic!("X knows no key {chord}"));
    }
}
