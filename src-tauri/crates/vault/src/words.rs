//! Help with choosing a passphrase: words by dice, and how long guessing would take. Must never keep what it saw.

use crate::Chance;
use zeroize::{Zeroize, Zeroizing};

/// What a passphrase is worth.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Strength {
    /// Binary logarithm of the guesses a good attacker needs (estimate of zxcvbn).
    pub guesses_log2: f64,
    /// Below [`WEAK_BELOW`] bits; to be used only when the person insists.
    pub weak: bool,
}

/// At scrypt 2^18 a thousand graphics cards make about 2^17 guesses a second: 45 bits hold out for years (trust.md §4.2).
pub const WEAK_BELOW: f64 = 45.0;

/// How many words are suggested unless the caller has a reason: five from 7,776 are 64.6 bits.
pub const WORDS: usize = 5;

/// What zxcvbn is given at most, in characters: its time grows with the square, and longer is strong anyway.
const JUDGED: usize = 100;

/// Words drawn from the EFF's long list, each as likely as any other, with a space between.
pub fn suggest(words: usize, chance: &mut dyn Chance) -> Zeroizing<String> {
    let list = diceware_wordlists::EFF_LONG_WORDLIST;
    // Numbers from here on would favour the words at the top of the list.
    let fair = 65_536 - 65_536 % list.len();
    // The longest word has nine letters; room from the start leaves no copies behind.
    let mut text = Zeroizing::new(String::with_capacity(words * 16));
    let mut drawn = 0;
    while drawn < words {
        let mut bytes = [0; 2];
        chance.fill(&mut bytes);
        let number = usize::from(u16::from_le_bytes(bytes));
        bytes.zeroize();
        if number < fair {
            if drawn > 0 {
                text.push(' ');
            }
            text.push_str(list[number % list.len()]);
            drawn += 1;
        }
    }
    text
}

/// Judges a passphrase; the first hundred characters count.
#[must_use]
pub fn rate(passphrase: &str) -> Strength {
    let end = passphrase.char_indices().nth(JUDGED).map_or(passphrase.len(), |(at, _)| at);
    let guesses_log2 = if passphrase.is_empty() {
        0.0
    } else {
        zxcvbn::zxcvbn(&passphrase[..end], &["cairn", "journal"]).guesses_log10() * std::f64::consts::LOG2_10
    };
    Strength { guesses_log2, weak: guesses_log2 < WEAK_BELOW }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Dice;
    use std::collections::HashSet;

    #[test]
    fn the_list_is_the_effs_long_one() {
        let list = diceware_wordlists::EFF_LONG_WORDLIST;
        assert_eq!(list.len(), 7776);
        assert_eq!(list.iter().collect::<HashSet<_>>().len(), 7776);
        assert_eq!((list[0], list[7775]), ("abacus", "zoom"));
        assert!(list.iter().all(|w| w.len() < 16 && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
    }

    #[test]
    fn suggests_as_many_words_as_asked() {
        for count in 0..8 {
            let text = suggest(count, &mut Dice(count as u64));
            assert_eq!(text.split_whitespace().count(), count, "{}", *text);
            assert!(text.capacity() >= text.len());
        }
        assert_ne!(*suggest(5, &mut Dice(1)), *suggest(5, &mut Dice(2)));
    }

    #[test]
    fn draws_that_would_favour_some_words_are_thrown_away() {
        struct Fixed(std::vec::IntoIter<u16>);
        impl Chance for Fixed {
            fn fill(&mut self, bytes: &mut [u8]) {
                bytes.copy_from_slice(&self.0.next().unwrap().to_le_bytes());
            }
        }
        let mut chance = Fixed(vec![62_208, u16::MAX, 62_207, 0, 7776].into_iter());
        assert_eq!(*suggest(3, &mut chance), "zoom abacus abacus");
    }

    #[test]
    fn no_word_is_much_likelier_than_another() {
        let mut counts = std::collections::HashMap::new();
        let text = suggest(200_000, &mut Dice(9));
        for word in text.split(' ') {
            *counts.entry(word).or_insert(0_u32) += 1;
        }
        // 200,000 draws over 7,776 words: mean 25.7, deviation 5.1. Seven deviations either way.
        assert!(counts.values().all(|n| *n < 62), "{:?}", counts.values().max());
        assert!(counts.len() > 7770, "{}", counts.len());
    }

    fn check(passphrase: &str, weak: bool) {
        let strength = rate(passphrase);
        assert_eq!(strength.weak, weak, "{passphrase:.40}: {strength:?}");
        assert!(strength.guesses_log2.is_finite() && strength.guesses_log2 >= 0.0, "{strength:?}");
    }

    #[test]
    fn weak_and_strong() {
        check("", true);
        check("password", true);
        check("cairnjournal", true);
        check("Tr0ub4dor&3", true);
        check("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true);
        check("qwertyuiop1234567890", true);
        check("🐻‍❄️", true);
        for seed in 0..20 {
            check(&suggest(WORDS, &mut Dice(seed)), false);
        }
        // One good start, repeated, is worth little more than the start; long and without pattern is judged in time.
        check(&"v8#kQz!p ".repeat(1000), true);
        check(&suggest(300, &mut Dice(3)), false);
    }
}
