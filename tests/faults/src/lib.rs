//! What the faults and their victim both know: chance that repeats, made-up words, and how a journal is opened.
//!
//! Must never hold: a clock of its own, a fault.

#![forbid(unsafe_code)]

use journal::{Home, Passphrase, Session, SlotCost, SystemChance, SystemClock};
use std::path::Path;

/// The cheapest slots: what is tried here is the disk, and a thousand openings have to fit into minutes.
pub const CHEAP: u8 = 10;

/// A stream of numbers that a seed repeats (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is more than 0.
    pub fn below(&mut self, end: u64) -> u64 {
        self.roll() % end
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    /// Words of no language, with letters of one to four bytes among them; at least `bytes` long.
    pub fn words(&mut self, bytes: usize) -> String {
        const PARTS: [&str; 24] = [
            "ra", "lo", "mi", "ten", "su", "ka", "vel", "or", "in", "da", "pho", "qui", "é", "ß", "ğı", "зи", "お", "茶", "😀", "a\u{301}",
            "x'", "\"", "\\", "%",
        ];
        let mut text = String::with_capacity(bytes + 32);
        while text.len() < bytes {
            for _ in 0..=self.below(3) {
                text.push_str(PARTS[self.below(PARTS.len() as u64) as usize]);
            }
            text.push(if self.once_in(12) { '\n' } else { ' ' });
        }
        text.push_str("end");
        text
    }
}

/// A closed session for that folder. `cost` is log2 of scrypt's N; 18 is what the program uses.
pub fn session(home: &Path, cost: u8) -> Session {
    let cost = if cost == 18 { SlotCost::PINNED } else { SlotCost::insecure_for_tests(cost) };
    Session::new(Home::at(home.to_owned()), Box::new(SystemClock), Box::new(SystemChance)).with_cost(cost)
}

/// A passphrase that was typed.
///
/// # Panics
/// When the text is none.
pub fn pass(text: &str) -> Passphrase {
    Passphrase::new(text).expect("tests type passphrases that are some")
}
