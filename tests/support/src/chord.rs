//! Names of keys as the W3C's WebDriver wants them, and chords such as `Control+Shift+z`.

use serde_json::{Value, json};

const NAMED: [(&str, char); 35] = [
    ("Backspace", '\u{e003}'),
    ("Tab", '\u{e004}'),
    ("Enter", '\u{e007}'),
    ("Shift", '\u{e008}'),
    ("Control", '\u{e009}'),
    ("Alt", '\u{e00a}'),
    ("Escape", '\u{e00c}'),
    ("Space", '\u{e00d}'),
    ("PageUp", '\u{e00e}'),
    ("PageDown", '\u{e00f}'),
    ("End", '\u{e010}'),
    ("Home", '\u{e011}'),
    ("ArrowLeft", '\u{e012}'),
    ("ArrowUp", '\u{e013}'),
    ("ArrowRight", '\u{e014}'),
    ("ArrowDown", '\u{e015}'),
    ("Insert", '\u{e016}'),
    ("Delete", '\u{e017}'),
    ("Plus", '+'),
    ("Minus", '-'),
    ("Comma", ','),
    ("Question", '?'),
    ("Meta", '\u{e03d}'),
    ("F1", '\u{e031}'),
    ("F2", '\u{e032}'),
    ("F3", '\u{e033}'),
    ("F4", '\u{e034}'),
    ("F5", '\u{e035}'),
    ("F6", '\u{e036}'),
    ("F7", '\u{e037}'),
    ("F8", '\u{e038}'),
    ("F9", '\u{e039}'),
    ("F10", '\u{e03a}'),
    ("F11", '\u{e03b}'),
    ("F12", '\u{e03c}'),
];

/// The character that stands for a key, for text that is sent to an element.
///
/// # Panics
/// When no key is called so.
pub fn key(name: &str) -> char {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return letter;
    }
    let found = NAMED.iter().find(|(known, _)| *known == name);
    found.unwrap_or_else(|| panic!("no key is called {name}; see support::chord")).1
}

/// Down in order, up in reverse.
pub(crate) fn actions(chord: &str) -> Vec<Value> {
    let keys: Vec<char> = chord.split('+').map(key).collect();
    let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
    let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
    down.chain(up).collect()
}

#[cfg(test)]
mod tests {
    use super::actions;

    #[test]
    fn a_chord_goes_down_in_order_and_up_in_reverse() {
        let said: Vec<String> =
            actions("Control+Enter").iter().map(|a| format!("{}{:?}", a["type"], a["value"].as_str().unwrap())).collect();
        assert_eq!(said, [r#""keyDown""\u{e009}""#, r#""keyDown""\u{e007}""#, r#""keyUp""\u{e007}""#, r#""keyUp""\u{e009}""#]);
        assert_eq!(actions("a").len(), 2);
        assert_eq!(actions("Control+Plus")[1]["value"], "+");
    }
}
