//! A made-up language to check documents with: every letter accented, 40 % longer, in brackets. The same as in `ui/src/words/pseudo.ts`.

use std::borrow::Cow;

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DRESSED: &str = "áƀçđéƒǧĥíĵķłɱñóþɋřšţúṽŵẋýžÁƁÇĐÉƑǦĤÍĴĶŁṀÑÓÞɊŘŠŢÚṼŴẊÝŽ";

/// One piece of text in the made-up language.
pub(crate) fn pseudo(text: &str) -> Cow<'_, str> {
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    if letters == 0 {
        return text.into();
    }
    let dress = |c| PLAIN.chars().position(|plain| plain == c).and_then(|at| DRESSED.chars().nth(at)).unwrap_or(c);
    let body: String = text.chars().map(dress).collect();
    format!("[{body}{}]", "·".repeat((letters * 2).div_ceil(5))).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaks_as_the_interface_does() {
        assert_eq!(PLAIN.chars().count(), DRESSED.chars().count());
        assert_eq!(pseudo("Who"), "[Ŵĥó··]");
        assert_eq!(pseudo(" 12 "), " 12 ");
        let other = include_str!("../../../../ui/src/words/pseudo.ts");
        assert!(other.contains(PLAIN) && other.contains(DRESSED));
    }
}
