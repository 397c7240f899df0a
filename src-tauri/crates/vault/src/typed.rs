//! Reading a recovery key back from paper or from a file: forgiving in everything the checksum can confirm.
//!
//! Bech32's words differ in at least five letters, so one or two wrong letters are located for
//! certain (BIP 173). One is put right and said so; two are pointed at. Must never guess beyond that.

use crate::sheet::{LETTERS, PREFIX, RecoveryKey, group_of};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// A recovery key that was read.
#[derive(Debug)]
pub struct Typed {
    /// The key; its checksum is right.
    pub key: RecoveryKey,
    /// The group, from 1, in which one wrong letter was put right. To be shown, so that the sheet is looked at again.
    pub fixed: Option<usize>,
}

/// Why no key could be read.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SheetError {
    /// Nothing in the text looks like a recovery key.
    #[error("no recovery key found")]
    NotFound,
    /// Letters are missing at the end or within.
    #[error("{missing} letters are missing")]
    Short {
        /// How many.
        missing: usize,
    },
    /// There are more letters than a key has.
    #[error("{extra} letters too many")]
    Long {
        /// How many.
        extra: usize,
    },
    /// Several letters are wrong.
    #[error("some letters are wrong")]
    Wrong {
        /// The groups to look at, from 1; empty when there are too many wrong letters to tell.
        groups: Vec<usize>,
    },
}

/// More letters and figures than any sheet has.
const MAX: usize = 16 * 1024;
/// The prefix without its dashes and its 1.
const HEAD: &[u8] = b"AGESECRETKEY";
/// Bech32's letters by value (BIP 173).
const CHARSET: &[u8; 32] = b"QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";

impl RecoveryKey {
    /// Reads a key typed by hand or the text of a whole sheet: large or small letters, spaces, dashes, line breaks
    /// and words around it do not matter, nor do letters a key cannot contain (O for 0, I and 1 for L, B for 8).
    ///
    /// # Errors
    /// [`SheetError`], as exact as the checksum allows.
    pub fn parse_forgiving(text: &str) -> Result<Typed, SheetError> {
        let mut letters = Zeroizing::new(Vec::with_capacity(MAX));
        // Compatibility forms: full-width letters of a Japanese keyboard are letters too.
        letters.extend(
            text.chars().take(MAX).nfkc().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase() as u8).take(MAX),
        );
        let starts = starts(&letters);
        let whole: Vec<Values> = starts.iter().filter_map(|at| Values::read(&letters[*at..])).collect();
        // Anything that is right as it stands goes before anything to be put right.
        if let Some(key) = whole.iter().find_map(|values| (values.syndrome() == 0).then(|| values.key()).flatten()) {
            return Ok(Typed { key, fixed: None });
        }
        let errors = Errors::table();
        for values in &whole {
            if let Some((position, error)) = errors.single(values.syndrome())
                && let Some(key) = values.with(position, error).key()
            {
                return Ok(Typed { key, fixed: Some(group_of(position)) });
            }
        }
        Err(explain(&letters, &starts, &whole, &errors))
    }
}

/// Where the 58 letters of a key may begin.
fn starts(letters: &[u8]) -> Vec<usize> {
    let after = HEAD.len() + 1;
    let mut found: Vec<usize> = letters
        .windows(after)
        .enumerate()
        .filter(|(_, window)| window.starts_with(HEAD) && matches!(window[HEAD.len()], b'1' | b'I' | b'L'))
        .map(|(at, _)| at + after)
        .collect();
    // The prefix is the same on every sheet: mistyped or left out, it can be spared.
    if found.is_empty() && (LETTERS..=LETTERS + after + 2).contains(&letters.len()) {
        found.push(letters.len() - LETTERS);
    }
    found
}

fn explain(letters: &[u8], starts: &[usize], whole: &[Values], errors: &Errors) -> SheetError {
    let Some(start) = starts.first() else { return SheetError::NotFound };
    let rest = letters.len() - start;
    if whole.is_empty() {
        return SheetError::Short { missing: LETTERS - rest };
    }
    if let Some((a, b)) = whole.iter().find_map(|values| errors.double(values.syndrome())) {
        let mut groups = vec![group_of(a), group_of(b)];
        groups.sort_unstable();
        groups.dedup();
        return SheetError::Wrong { groups };
    }
    match rest - LETTERS {
        extra @ 1..=6 if starts.len() == 1 => SheetError::Long { extra },
        _ => SheetError::Wrong { groups: Vec::new() },
    }
}

/// The 58 letters of a key as bech32's values 0–31.
struct Values(Zeroizing<[u8; LETTERS]>);

impl Values {
    fn read(letters: &[u8]) -> Option<Self> {
        let mut values = Self(Zeroizing::new([0; LETTERS]));
        for (value, letter) in values.0.iter_mut().zip(letters.get(..LETTERS)?) {
            *value = value_of(*letter)?;
        }
        Some(values)
    }

    /// Zero when the checksum is right.
    fn syndrome(&self) -> u32 {
        let prefix = PREFIX[..PREFIX.len() - 1].to_ascii_lowercase();
        let state = prefix.bytes().map(|letter| letter >> 5).fold(1, step);
        let state = prefix.bytes().map(|letter| letter & 31).fold(step(state, 0), step);
        self.0.iter().copied().fold(state, step) ^ 1
    }

    fn with(&self, position: usize, error: u8) -> Self {
        let mut values = Self(self.0.clone());
        values.0[position] ^= error;
        values
    }

    fn key(&self) -> Option<RecoveryKey> {
        let mut line = Zeroizing::new(String::with_capacity(PREFIX.len() + LETTERS));
        line.push_str(PREFIX);
        line.extend(self.0.iter().map(|value| char::from(CHARSET[usize::from(*value)])));
        RecoveryKey::from_line(line)
    }
}

/// The value of a letter; the four that bech32 leaves out are read as what they look like.
fn value_of(letter: u8) -> Option<u8> {
    let meant = match letter {
        b'O' => b'0',
        b'I' | b'1' => b'L',
        b'B' => b'8',
        other => other,
    };
    CHARSET.iter().position(|known| *known == meant).map(|value| value as u8)
}

/// One step of bech32's checksum (BIP 173).
fn step(state: u32, value: u8) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let top = state >> 25;
    let state = ((state & 0x01ff_ffff) << 5) ^ u32::from(value);
    GENERATOR.iter().enumerate().filter(|(bit, _)| top >> bit & 1 == 1).fold(state, |sum, (_, term)| sum ^ term)
}

/// What each single wrong letter does to the checksum. The checksum is linear, so two errors add up.
struct Errors(HashMap<u32, (usize, u8)>);

impl Errors {
    fn table() -> Self {
        let effects = (0..LETTERS).flat_map(|position| {
            (1..32_u8).map(move |error| {
                let effect = (position + 1..LETTERS).fold(u32::from(error), |state, _| step(state, 0));
                (effect, (position, error))
            })
        });
        Self(effects.collect())
    }

    fn single(&self, syndrome: u32) -> Option<(usize, u8)> {
        self.0.get(&syndrome).copied()
    }

    fn double(&self, syndrome: u32) -> Option<(usize, usize)> {
        self.0.iter().find_map(|(effect, (first, _))| {
            let (second, _) = self.single(syndrome ^ effect)?;
            (second != *first).then_some((*first, second))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::sheet_text;
    use crate::testing::Dice;
    use proptest::prelude::*;

    fn key(seed: u64) -> RecoveryKey {
        RecoveryKey::random(&mut Dice(seed))
    }

    /// Reads `typed`; it must give the key of seed 7 with that `fixed`, or that error.
    fn check(typed: &str, expected: Result<Option<usize>, SheetError>) {
        let got = RecoveryKey::parse_forgiving(typed).map(|typed| {
            assert_eq!(typed.key.line(), key(7).line());
            typed.fixed
        });
        assert_eq!(got, expected, "{typed}");
    }

    fn wrong(line: &str, position: usize) -> String {
        let at = PREFIX.len() + position;
        let other = if line.as_bytes()[at] == b'Q' { "P" } else { "Q" };
        format!("{}{other}{}", &line[..at], &line[at + 1..])
    }

    #[test]
    fn form_does_not_matter() {
        let key = key(7);
        let line = key.line();
        check(line, Ok(None));
        check(&line.to_lowercase(), Ok(None));
        check(&key.groups().join(" "), Ok(None));
        check(&key.groups().join("\r\n-  "), Ok(None));
        check(&key.groups().join(" — ").to_lowercase(), Ok(None));
        check(&format!("my key: {line}. Keep it."), Ok(None));
        check(&sheet_text(&key, "28 February 2026"), Ok(None));
        check(&sheet_text(&key, "").replace(line, ""), Ok(None));
        check(&line.replace(PREFIX, ""), Ok(None));
        check(&line.replace("SECRET", "SECERT"), Ok(None));
        check(&line.replace("KEY-1", "KEY-l"), Ok(None));
        let wide: String = line.chars().map(|c| if c == '-' { c } else { char::from_u32(c as u32 + 0xfee0).unwrap() }).collect();
        check(&wide, Ok(None));
    }

    #[test]
    fn look_alikes_are_read_as_what_they_look_like() {
        for seed in 0..40 {
            let key = key(seed);
            let data = &key.line()[PREFIX.len()..];
            for (there, typed) in [("0", "O"), ("0", "o"), ("L", "1"), ("L", "I"), ("L", "i"), ("8", "B"), ("8", "b")] {
                let text = format!("{PREFIX}{}", data.replace(there, typed));
                let got = RecoveryKey::parse_forgiving(&text).unwrap();
                assert_eq!((got.key.line(), got.fixed), (key.line(), None), "{there} as {typed}");
            }
        }
    }

    #[test]
    fn one_wrong_letter_is_put_right_and_two_are_pointed_at() {
        let line = key(7).line().to_owned();
        for position in 0..LETTERS {
            check(&wrong(&line, position), Ok(Some(group_of(position))));
        }
        let two = wrong(&wrong(&line, 0), 30);
        check(&two, Err(SheetError::Wrong { groups: vec![3, group_of(30)] }));
        check(&wrong(&wrong(&line, 20), 21), Err(SheetError::Wrong { groups: vec![7] }));
    }

    #[test]
    fn what_cannot_be_read_is_explained() {
        let line = key(7).line().to_owned();
        check("", Err(SheetError::NotFound));
        check("I have lost my sheet, what now?", Err(SheetError::NotFound));
        check(&line[..70], Err(SheetError::Short { missing: 4 }));
        check(&format!("{}QQ{}", &line[..30], &line[30..]), Err(SheetError::Long { extra: 2 }));
        check(&"x".repeat(1 << 20), Err(SheetError::NotFound));
        check(&"AGE-SECRET-KEY-1".repeat(2000), Err(SheetError::Wrong { groups: Vec::new() }));
    }

    proptest! {
        #[test]
        fn up_to_four_typos_never_pass_for_the_key(
            seed in 0..1000_u64,
            typos in prop::collection::btree_map(0..LETTERS, 1..32_u8, 1..=4),
        ) {
            let key = key(seed);
            let mut values = Values::read(&key.line().as_bytes()[PREFIX.len()..]).unwrap();
            for (position, error) in &typos {
                values = values.with(*position, *error);
            }
            let text: String = values.0.iter().map(|v| char::from(CHARSET[usize::from(*v)])).collect();
            let got = RecoveryKey::parse_forgiving(&format!("{PREFIX}{text}"));
            let groups: Vec<usize> = {
                let mut groups: Vec<_> = typos.keys().map(|p| group_of(*p)).collect();
                groups.dedup();
                groups
            };
            match (typos.len(), got) {
                (1, Ok(typed)) => {
                    prop_assert_eq!(typed.key.line(), key.line());
                    prop_assert_eq!(typed.fixed, Some(groups[0]));
                }
                (2, Err(error)) => prop_assert_eq!(error, SheetError::Wrong { groups }),
                (3 | 4, Err(_)) => {}
                // Four typos may lie next to another key; then it is at least said that a letter was changed.
                (4, Ok(typed)) => prop_assert!(typed.fixed.is_some()),
                (count, other) => prop_assert!(false, "{} typos gave {:?}", count, other),
            }
        }

        #[test]
        fn no_text_is_too_strange(text in any::<String>()) {
            let _ = RecoveryKey::parse_forgiving(&text);
            let _ = RecoveryKey::parse_forgiving(&format!("{PREFIX}{text}"));
        }
    }
}
