//! Reads how many tests passed and failed out of what the runners print. Pure.

/// Tests counted so far.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Count {
    pub(crate) fn add(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What one line of a runner's output adds: cargo's `test result: ok. 3 passed; 0 failed; …`
/// and vitest's `Tests  1 failed | 11 passed (12)`.
pub(crate) fn of_line(line: &str) -> Count {
    let plain = without_colours(line);
    let plain = plain.trim();
    if let Some(rest) = plain.strip_prefix("test result: ") {
        return numbers(rest);
    }
    match plain.strip_prefix("Tests ") {
        Some(rest) if rest.trim_end().ends_with(')') => numbers(rest),
        _ => Count::default(),
    }
}

/// The numbers that stand before the words `passed` and `failed`.
fn numbers(text: &str) -> Count {
    let words: Vec<&str> = text.split([' ', ';', '|']).filter(|w| !w.is_empty()).collect();
    let before = |word: &str| {
        let at = words.iter().position(|w| *w == word)?;
        words.get(at.checked_sub(1)?)?.parse().ok()
    };
    Count { passed: before("passed").unwrap_or(0), failed: before("failed").unwrap_or(0) }
}

fn without_colours(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            for end in chars.by_ref() {
                if end.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Count, of_line};

    #[test]
    fn lines_of_both_runners_are_counted_and_others_are_not() {
        let cases = [
            ("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.01s", 12, 0),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", 3, 2),
            ("      Tests  12 passed (12)", 12, 0),
            ("      Tests  1 failed | 11 passed (12)", 11, 1),
            ("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m7 passed\u{1b}[39m\u{1b}[22m\u{1b}[90m (7)\u{1b}[39m", 7, 0),
            (" Test Files  1 passed (1)", 0, 0),
            ("Tests that 3 passed", 0, 0),
            ("9 passed, 0 failed", 0, 0),
        ];
        for (line, passed, failed) in cases {
            assert_eq!(of_line(line), Count { passed, failed }, "{line}");
        }
    }
}
