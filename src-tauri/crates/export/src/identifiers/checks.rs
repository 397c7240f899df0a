//! Check digits: the sums by which a number shows that it is one. Every function takes the number bare, without spaces and dashes,
//! letters as capitals. Must never hold a shape or a country.

/// The digits of a bare number; letters are passed over.
pub(super) fn digits(bare: &str) -> Vec<u32> {
    bare.chars().filter_map(|c| c.to_digit(10)).collect()
}

/// Digits times weights, summed; the shorter of the two counts.
pub(super) fn weighed(digits: &[u32], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(d, w)| d * w).sum()
}

/// Luhn: cards, and several national numbers.
pub(super) fn luhn(bare: &str) -> bool {
    let sum: u32 = digits(bare).iter().rev().enumerate().map(|(at, d)| if at % 2 == 1 { d * 2 / 10 + d * 2 % 10 } else { *d }).sum();
    sum.is_multiple_of(10)
}

/// What is left of a number of any length, letters counting from ten, divided by 97 (ISO 7064).
pub(super) fn mod97(bare: impl Iterator<Item = char>) -> u32 {
    bare.filter_map(|c| c.to_digit(36)).fold(0, |left, value| (left * if value > 9 { 100 } else { 10 } + value) % 97)
}

/// ISO 7064 MOD 11,10: the German tax number, the Croatian OIB.
pub(super) fn mod11_10(digits: &[u32]) -> bool {
    let Some((check, body)) = digits.split_last() else { return false };
    let product = body.iter().fold(10, |product, d| {
        let sum = (product + d) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - product) % 10 == *check
}

const D5: [[u8; 10]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
    [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
    [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
    [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
    [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
    [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
    [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
    [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
    [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const MOVED: [u8; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// Verhoeff: the Indian Aadhaar.
pub(super) fn verhoeff(digits: &[u32]) -> bool {
    let at = |n: u8| usize::from(n);
    let sum = digits.iter().rev().enumerate().fold(0u8, |sum, (place, d)| {
        let mut moved = u8::try_from(*d).unwrap_or_default();
        for _ in 0..place % 8 {
            moved = MOVED[at(moved)];
        }
        D5[at(sum)][at(moved)]
    });
    sum == 0
}

/// A day and a month that exist together in some year.
pub(super) fn is_day(day: u32, month: u32) -> bool {
    let longest = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    };
    (1..=longest).contains(&day)
}

/// The number that two digits make.
pub(super) fn two(digits: &[u32], at: usize) -> u32 {
    digits.get(at..at + 2).map_or(0, |two| two[0] * 10 + two[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_come_out() {
        assert!(luhn("4111111111111111") && luhn("378282246310005") && !luhn("4111111111111112"));
        assert_eq!(mod97("3704004405320130 00DE89".chars()), 1);
        assert!(mod11_10(&digits("36574261809")) && !mod11_10(&digits("36574261808")));
        assert!(verhoeff(&digits("236")) && verhoeff(&digits("234123412346")) && !verhoeff(&digits("234123412345")));
        assert!(is_day(29, 2) && !is_day(31, 4) && !is_day(1, 13) && !is_day(0, 1));
    }
}
