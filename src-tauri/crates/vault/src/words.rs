//! Help with choosing a passphrase: words by dice, and how long guessing would take. Must never keep what it saw.

use crate::Chance;
use std::collections::HashSet;
use std::sync::LazyLock;
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

/// How many words are suggested unless the caller has a reason: five from 7,111 are 63.9 bits.
pub const WORDS: usize = 5;

/// What zxcvbn is given at most, in characters: its time grows with the square, and longer is strong anyway.
const JUDGED: usize = 100;

/// Words that are never drawn, in groups by their reason.
const HARSH: &str = include_str!("harsh.txt");

/// What is drawn from: the EFF's long list without the words that a tired person is better without.
static LIST: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let harsh: HashSet<&str> = harsh().collect();
    diceware_wordlists::EFF_LONG_WORDLIST.iter().copied().filter(|word| !harsh.contains(word)).collect()
});

fn harsh() -> impl Iterator<Item = &'static str> {
    HARSH.lines().filter(|line| !line.starts_with(['#', '['])).flat_map(str::split_whitespace)
}

/// Words drawn from the EFF's long list without its harsh words, each as likely as any other, with a space between.
pub fn suggest(words: usize, chance: &mut dyn Chance) -> Zeroizing<String> {
    let list = &*LIST;
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
    fn the_list_is_the_effs_long_one_without_its_harsh_words() {
        let whole = diceware_wordlists::EFF_LONG_WORDLIST;
        assert_eq!(whole.len(), 7776);
        let harsh: Vec<&str> = harsh().collect();
        assert_eq!(harsh.iter().collect::<HashSet<_>>().len(), harsh.len(), "a harsh word stands twice");
        let unknown: Vec<_> = harsh.iter().filter(|word| !whole.contains(word)).collect();
        assert!(unknown.is_empty(), "not in the EFF's list: {unknown:?}");
        assert_eq!(LIST.len(), whole.len() - harsh.len());
        assert_eq!(LIST.iter().collect::<HashSet<_>>().len(), LIST.len());
        assert_eq!((LIST[0], LIST[LIST.len() - 1]), ("abacus", "zoom"));
        assert!(LIST.iter().all(|w| w.len() < 16 && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
        for word in ["strangle", "manhunt", "suffocate", "overdose", "idiocy"] {
            assert!(!LIST.contains(&word), "{word}");
        }
    }

    #[test]
    fn what_is_said_of_the_chance_is_true() {
        assert_eq!(LIST.len(), 7111);
        let bits = (LIST.len() as f64).log2() * WORDS as f64;
        assert!((63.9..64.0).contains(&bits), "{bits}");
        assert!(bits > WEAK_BELOW + 18.0);
    }

    #[test]
    fn every_harsh_word_has_a_reason() {
        let mut reasons = 0;
        for line in HARSH.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if line.starts_with('[') {
                assert!(line.ends_with(']') && line.len() > 5, "{line}");
                reasons += 1;
            } else {
                assert!(reasons > 0, "no reason before {line}");
            }
        }
        assert!(reasons >= 5);
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
        // Nine times the list fit into 65,536.
        let mut chance = Fixed(vec![63_999, u16::MAX, 63_998, 0, 7111].into_iter());
        assert_eq!(*suggest(3, &mut chance), "zoom abacus abacus");
    }

    #[test]
    fn no_word_is_much_likelier_than_another() {
        let mut counts = std::collections::HashMap::new();
        let text = suggest(200_000, &mut Dice(9));
        for word in text.split(' ') {
            *counts.entry(word).or_insert(0_u32) += 1;
        }
        // 200,000 draws over 7,111 words: mean 28.1, deviation 5.3. Seven deviations either way.
        assert!(counts.values().all(|n| *n < 66), "{:?}", counts.values().max());
        assert!(counts.len() > 7105, "{}", counts.len());
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
