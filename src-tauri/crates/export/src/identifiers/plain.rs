//! A text as it is searched: digits of every script as 0–9, wide letters narrow, odd spaces, dashes and quotes plain, blanks
//! in a row one, what cannot be seen left out; and the way back to the bytes that the person wrote. Must never hold a rule about identifiers.

use std::ops::Range;

/// The text that the families search, and where each stretch of it came from.
pub(super) struct Plain {
    pub(super) text: String,
    stretches: Vec<Stretch>,
}

/// Letters that stand for themselves, or one letter that stands for another.
struct Stretch {
    plain: usize,
    own: Range<usize>,
    itself: bool,
}

/// The zeros of the scripts that write numbers with ten signs of their own.
const ZEROS: [u32; 20] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810,
    0x1946, 0xff10,
];

enum Sign {
    Itself,
    Unseen,
    Is(char),
}

fn sign(c: char) -> Sign {
    let code = c as u32;
    match c {
        '\t' => return Sign::Is(' '),
        '\r' | '\u{b}' | '\u{c}' => return Sign::Is('\n'),
        '\n' | ' '..='~' => return Sign::Itself,
        '\u{85}' => {}
        c if c.is_control() => return Sign::Unseen,
        _ => {}
    }
    if let Some(zero) = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)) {
        return Sign::Is(char::from(b'0' + u8::try_from(code - zero).unwrap_or_default()));
    }
    match c {
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' => Sign::Unseen,
        '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => Sign::Unseen,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Sign::Is(' '),
        '\u{2028}' | '\u{2029}' | '\u{85}' => Sign::Is('\n'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' => Sign::Is('-'),
        '‘' | '’' | 'ʼ' | '‛' => Sign::Is('\''),
        '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '「' | '」' | '『' | '』' => Sign::Is('"'),
        '。' => Sign::Is('.'),
        // The wide forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => Sign::Is(char::from(u8::try_from(code - 0xff00 + 0x20).unwrap_or(b' '))),
        // Mathematical digits: five alphabets of ten.
        '\u{1d7ce}'..='\u{1d7ff}' => Sign::Is(char::from(b'0' + u8::try_from((code - 0x1d7ce) % 10).unwrap_or_default())),
        _ => Sign::Itself,
    }
}

impl Plain {
    pub(super) fn of(own: &str) -> Self {
        let (mut text, mut stretches) = (String::with_capacity(own.len()), Vec::<Stretch>::new());
        for (at, c) in own.char_indices() {
            let place = at..at + c.len_utf8();
            let plain = text.len();
            // Blanks are one, however many: a page closes the gaps between them.
            let gap = |c| c == ' ' && text.ends_with(' ');
            match sign(c) {
                Sign::Unseen => {}
                Sign::Itself if gap(c) => {}
                Sign::Is(other) if gap(other) => {}
                // One break and not two.
                Sign::Is('\n') if c == '\r' && own[place.end..].starts_with('\n') => {}
                Sign::Is(other) => {
                    text.push(other);
                    stretches.push(Stretch { plain, own: place, itself: false });
                }
                Sign::Itself => {
                    text.push(c);
                    match stretches.last_mut() {
                        Some(last) if last.itself && last.own.end == at => last.own.end = place.end,
                        _ => stretches.push(Stretch { plain, own: place, itself: true }),
                    }
                }
            }
        }
        Self { text, stretches }
    }

    /// The bytes of the person's own text that a range of the plain one stands for; never empty for a range that is not.
    pub(super) fn own(&self, plain: &Range<usize>) -> Range<usize> {
        let of = |at: usize| self.stretches.get(self.stretches.partition_point(|s| s.plain <= at).wrapping_sub(1));
        let start = of(plain.start).map_or(0, |s| if s.itself { s.own.start + (plain.start - s.plain) } else { s.own.start });
        // The end belongs to the last letter, not to what comes after it: unseen signs may lie between.
        let end = of(plain.end.saturating_sub(1)).map_or(0, |s| if s.itself { s.own.start + (plain.end - s.plain) } else { s.own.end });
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::Plain;

    #[test]
    fn letters_find_their_way_back() {
        for (own, plain, part, back) in [
            ("Ｍｒ ４１", "Mr 41", "41", "４１"),
            ("ring\u{a0}٠١٢٣", "ring 0123", "0123", "٠١٢٣"),
            ("a\u{200d}b\u{ad}c", "abc", "bc", "b\u{ad}c"),
            ("a\u{200d}b\u{ad}c", "abc", "ab", "a\u{200d}b"),
            ("é\u{2011}é", "é-é", "-", "\u{2011}"),
            ("😀 １２", "😀 12", "12", "１２"),
            ("07700\t900 \u{a0}  123!", "07700 900 123!", "900 123", "900 \u{a0}  123"),
            ("077\u{1}00\r\nb\rc", "07700\nb\nc", "07700", "077\u{1}00"),
        ] {
            let made = Plain::of(own);
            assert_eq!(made.text, plain);
            let at = made.text.find(part).unwrap();
            assert_eq!(&own[made.own(&(at..at + part.len()))], back, "{own:?}");
        }
    }
}
