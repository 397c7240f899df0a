//! The secrets that live in memory while a journal is open: the master key and the passphrase.
//!
//! Both are overwritten when dropped and say nothing in `{:?}`. Must never hold: files, wrapping.

use std::fmt;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Where random bytes come from; handed in, so that a test can say what they are.
pub trait Chance {
    /// Fills `bytes` with random bytes.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// The operating system's random bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    /// # Panics
    /// When the system has none to give: a predictable key would be worse than no program.
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// The 32 bytes that open the journal's database.
#[derive(Clone)]
pub struct MasterKey(Zeroizing<[u8; 32]>);

impl MasterKey {
    /// Makes a new key.
    pub fn random(chance: &mut dyn Chance) -> Self {
        let mut key = Self(Zeroizing::new([0; 32]));
        chance.fill(&mut *key.0);
        key
    }

    /// The key's bytes, for the database and for wrapping alone.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn zeroed() -> Self {
        Self(Zeroizing::new([0; 32]))
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut [u8; 32] {
        &mut self.0
    }
}

impl PartialEq for MasterKey {
    /// Takes the same time wherever the keys differ.
    fn eq(&self, other: &Self) -> bool {
        let differs = self.0.iter().zip(other.0.iter()).fold(0, |seen, (a, b)| seen | (a ^ b));
        std::hint::black_box(differs) == 0
    }
}

impl Eq for MasterKey {}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

/// Why a text cannot be a passphrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PassphraseError {
    /// There is nothing in it.
    #[error("the passphrase is empty")]
    Empty,
    /// It is longer than [`Passphrase::MAX`] bytes.
    #[error("the passphrase is too long")]
    TooLong,
}

/// What the person types to open the journal, in Unicode normal form C, so that é is é on every keyboard.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The longest passphrase, in bytes of UTF-8 in normal form C.
    pub const MAX: usize = 1024;

    /// Takes a passphrase as typed; one line ending at its end (`\n` or `\r\n`) is dropped, nothing else.
    ///
    /// # Errors
    /// [`PassphraseError`] when it is empty or too long.
    pub fn new(typed: &str) -> Result<Self, PassphraseError> {
        let line = typed.strip_suffix('\n').map_or(typed, |rest| rest.strip_suffix('\r').unwrap_or(rest));
        if line.is_empty() {
            return Err(PassphraseError::Empty);
        }
        // Normal form C is at most three times shorter than what was typed (decomposed Hangul,
        // stacked accents), so anything longer than four times cannot fit.
        if line.len() > 4 * Self::MAX {
            return Err(PassphraseError::TooLong);
        }
        // Room for all of it from the start: a string that grows leaves copies behind.
        let mut text = Zeroizing::new(String::with_capacity(Self::MAX));
        for letter in line.nfc() {
            if text.len() + letter.len_utf8() > Self::MAX {
                return Err(PassphraseError::TooLong);
            }
            text.push(letter);
        }
        Ok(Self(text))
    }

    /// The text, for wrapping and for judging its strength.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Dice;

    fn check(typed: &str, expected: Result<&str, PassphraseError>) {
        let got = Passphrase::new(typed);
        assert_eq!(got.as_ref().map(Passphrase::expose).map_err(|e| *e), expected, "{typed:?}");
    }

    #[test]
    fn passphrases_are_normalised_and_trimmed_of_one_line_ending() {
        check("é", Ok("é"));
        check("e\u{301}", Ok("é"));
        check("\u{1112}\u{1161}\u{11ab}", Ok("한"));
        check("straße 🐻‍❄️ \u{202e}שלום", Ok("straße 🐻‍❄️ \u{202e}שלום"));
        check(" two  words ", Ok(" two  words "));
        check("a\n", Ok("a"));
        check("a\r\n", Ok("a"));
        check("a\n\n", Ok("a\n"));
        check("a\r", Ok("a\r"));
        check("", Err(PassphraseError::Empty));
        check("\r\n", Err(PassphraseError::Empty));
        let longest = "x".repeat(Passphrase::MAX);
        check(&longest, Ok(&longest));
        check(&format!("{longest}\n"), Ok(&longest));
        check(&format!("{longest}x"), Err(PassphraseError::TooLong));
        let accents = "é".repeat(Passphrase::MAX / 2);
        check(&"e\u{301}".repeat(Passphrase::MAX / 2), Ok(&accents));
        check(&"x".repeat(1 << 20), Err(PassphraseError::TooLong));
    }

    #[test]
    fn secrets_say_nothing_in_debug() {
        let key = MasterKey::random(&mut Dice(3));
        assert_eq!(format!("{key:?}"), "MasterKey(…)");
        assert_eq!(format!("{:?}", Passphrase::new("open sesame").unwrap()), "Passphrase(…)");
    }

    #[test]
    fn keys_are_equal_only_when_every_bit_is() {
        let key = MasterKey::random(&mut SystemChance);
        assert_eq!(key, key.clone());
        for bit in 0..256 {
            let mut other = key.clone();
            other.bytes_mut()[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(key, other, "bit {bit}");
        }
        assert_ne!(key, MasterKey::random(&mut SystemChance));
    }
}
