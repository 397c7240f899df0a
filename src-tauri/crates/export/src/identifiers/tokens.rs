//! A plain text as words, numbers and signs, for the families that think in words. Must never hold a rule about identifiers.

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// Letters, with an apostrophe between them where it belongs to a name.
    Word,
    /// Digits.
    Number,
    /// One sign, no space.
    Sign,
}

/// A word, a number or a sign of a plain text.
#[derive(Clone, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) sort: Sort,
    pub(super) start: usize,
    /// Where a sentence, a line, a quotation or a bracket begins: a capital letter says nothing here.
    pub(super) fresh: bool,
    /// Directly after the token before it, without a space.
    pub(super) joined: bool,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text
    }

    pub(super) fn is_word(&self) -> bool {
        self.sort == Sort::Word
    }

    pub(super) fn is_number(&self) -> bool {
        self.sort == Sort::Number
    }

    /// A first letter that is a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.sort == Sort::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// All letters capitals, two of them or more.
    pub(super) fn is_shouted(&self) -> bool {
        self.sort == Sort::Word && self.text.chars().nth(1).is_some() && !self.text.chars().any(char::is_lowercase)
    }

    pub(super) fn is_one_of(&self, lowered: &[&str]) -> bool {
        self.sort == Sort::Word && lowered.contains(&self.text.to_lowercase().as_str())
    }
}

/// Words that are followed by a full stop without a sentence ending there.
const SHORTENED: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "nr", "hr", "fr", "mme", "mlle", "sr", "sra", "srta", "dhr", "mevr", "mw", "sig", "dott",
    "str", "tel", "geb", "ref", "approx", "ca", "bzw", "vs", "rev", "ul", "al", "av", "avda", "ing", "don", "dña", "apt", "rm", "jr",
];
/// What the French and Italians join to the next word.
const ELIDED: &[&str] = &["l", "d", "j", "n", "s", "c", "m", "t", "qu", "un", "all", "dell", "nell", "sull", "dall", "quest"];

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// The tokens of a plain text, in order.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut all: Vec<Token<'_>> = Vec::new();
    let (mut at, mut fresh) = (0, true);
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() {
            fresh |= c == '\n';
            at += c.len_utf8();
            continue;
        }
        let sort = if c.is_ascii_digit() {
            Sort::Number
        } else if is_letter(c) {
            Sort::Word
        } else {
            Sort::Sign
        };
        let len = match sort {
            Sort::Number => text[at..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - at),
            Sort::Word => word(&text[at..]),
            Sort::Sign => c.len_utf8(),
        };
        let joined = all.last().is_some_and(|last| last.end() == at);
        let token = Token { text: &text[at..at + len], sort, start: at, fresh, joined };
        fresh = match sort {
            Sort::Sign => opens(c, fresh, all.last()),
            _ => false,
        };
        all.push(token);
        at += len;
    }
    all
}

/// Length of the word at the beginning of the text: a plural or possessive 's and an elided article are not of it.
fn word(text: &str) -> usize {
    let run = |from: usize| text[from..].find(|c: char| !is_letter(c)).map_or(text.len(), |n| from + n);
    let end = run(0);
    let Some(rest) = text[end..].strip_prefix('\'') else { return end };
    let next_end = run(end + 1);
    let (first, next) = (&text[..end], &text[end + 1..next_end]);
    let small_next = rest.chars().next().is_some_and(char::is_lowercase);
    if next.is_empty()
        || next.eq_ignore_ascii_case("s")
        || (ELIDED.contains(&first.to_lowercase().as_str()) && (small_next || is_small(first)))
    {
        end
    } else {
        next_end
    }
}

fn is_small(word: &str) -> bool {
    word.chars().all(char::is_lowercase)
}

/// Whether what follows this sign is the beginning of something.
fn opens(sign: char, was_fresh: bool, before: Option<&Token<'_>>) -> bool {
    match sign {
        '.' => !before.is_some_and(|t| t.is_number() || (t.is_word() && (t.text.chars().count() == 1 || t.is_one_of(SHORTENED)))),
        '!' | '?' | '…' | ':' | '"' | '(' | '[' | '•' | '*' | '¿' | '¡' | '|' => true,
        _ => was_fresh,
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    fn told(text: &str) -> String {
        tokens(text).iter().map(|t| format!("{}{}", if t.fresh { "^" } else { "" }, t.text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_numbers_and_signs_are_parted() {
        assert_eq!(told("Mrs. Hale's bed 4B."), "^Mrs . Hale ' s bed 4 B .");
        assert_eq!(told("O'Brien said: Thanks"), "^O'Brien said : ^Thanks");
        assert_eq!(told("J'ai vu l'infirmière d'Anne"), "^J ' ai vu l ' infirmière d ' Anne");
        assert_eq!(told("don't. Then"), "^don't . ^Then");
        assert_eq!(told("am 3. März"), "^am 3 . März");
    }
}
