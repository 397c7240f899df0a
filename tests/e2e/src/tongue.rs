//! The words by which things are found, in the language that the window speaks: English, or the made-up one.

/// The language of the window. The made-up one is written here a second time on purpose: `ui/src/words/pseudo.ts` is what is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    English,
    Pseudo,
}

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DRESSED: &str = "áƀçđéƒǧĥíĵķłɱñóþɋřšţúṽŵẋýžÁƁÇĐÉƑǦĤÍĴĶŁṀÑÓÞɊŘŠŢÚṼŴẊÝŽ";

impl Tongue {
    /// How the window says these words.
    pub(crate) fn say(self, words: &str) -> String {
        match self {
            Tongue::English => words.to_owned(),
            Tongue::Pseudo => dressed(words),
        }
    }
}

fn dressed(words: &str) -> String {
    let letters = words.chars().filter(char::is_ascii_alphabetic).count();
    let body: String =
        words.chars().map(|c| PLAIN.chars().position(|p| p == c).and_then(|at| DRESSED.chars().nth(at)).unwrap_or(c)).collect();
    if letters == 0 { body } else { format!("[{body}{}]", "·".repeat((letters * 2).div_ceil(5))) }
}

#[test]
fn made_up_words_are_longer_and_in_brackets() {
    assert_eq!(Tongue::Pseudo.say("Keep it"), "[Ķééþ íţ···]");
    assert_eq!(Tongue::Pseudo.say("100 %"), "100 %");
}
