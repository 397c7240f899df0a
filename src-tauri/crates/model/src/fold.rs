//! One spelling for finding: without case, accents or compatibility forms.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds text for comparison: compatibility decomposition, combining marks dropped, lower case.
///
/// `"Crème BRÛLÉE"` and `"creme brulee"` fold to the same text. `ß` folds to `ss` and `ı` to `i`,
/// as people type them when they search. The result is for matching only, never for showing.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ı' => folded.push('i'),
            'ł' | 'Ł' => folded.push('l'),
            'ø' | 'Ø' => folded.push('o'),
            'đ' | 'Đ' => folded.push('d'),
            'ς' => folded.push('σ'),
            c => folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn different_spellings_of_a_word_meet() {
        for (a, b) in [
            ("Crème BRÛLÉE", "creme brulee"),
            ("STRASSE", "straße"),
            ("Małgorzata", "malgorzata"),
            ("ﬁne", "fine"),
            ("ΟΔΟΣ", "οδος"),
            ("İstanbul", "istanbul"),
            ("Håkon", "ha\u{30a}kon"),
            ("ｆｕｌｌ", "full"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
    }
}
