//! How hard a text is to read: the Flesch–Kincaid grade, with syllables counted by rule of thumb.

/// A grade of school.
pub(super) struct Grade(pub(super) f64);

/// The words of a text, in lower case and without signs.
pub(super) fn words(text: &str) -> Vec<String> {
    let word = |c: char| !(c.is_alphanumeric() || c == '\'' || c == '’');
    text.split(word).map(|w| w.trim_matches(['\'', '’']).to_lowercase()).filter(|w| !w.is_empty()).collect()
}

/// Flesch–Kincaid: longer sentences and longer words are harder.
pub(super) fn grade(text: &str) -> Grade {
    let words = words(text);
    // A colon or a semicolon lets a reader rest as a full stop does not, so it ends nothing here.
    let sentences = text.split(['.', '?']).filter(|part| part.contains(char::is_alphanumeric)).count().max(1);
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let (words, sentences, syllables) = (words.len() as f64, sentences as f64, syllables as f64);
    Grade(0.39 * words / sentences + 11.8 * syllables / words - 15.59)
}

/// Groups of vowels, without the endings that are not spoken.
fn syllables(word: &str) -> usize {
    let vowel = |c: char| "aeiouy".contains(c);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let mut count = 0;
    for (at, c) in letters.iter().enumerate() {
        let before = at.checked_sub(1).map(|b| letters[b]);
        // "quiet", "client", "being", "doing", "idea": two vowels, two syllables.
        let apart = matches!((before, c, letters.get(at + 1)), (Some('i'), 'e', Some('t' | 'n'))) && before != Some('e')
            || matches!((before, c, letters.get(at + 1)), (Some('e' | 'o' | 'y'), 'i', Some('n')) if letters.get(at + 2) == Some(&'g'));
        if vowel(*c) && (apart || !before.is_some_and(vowel)) {
            count += 1;
        }
    }
    let ends = |end: &str| word.ends_with(end) && word.len() > end.len() + 1;
    let before_end = |back: usize| letters.len().checked_sub(back).map(|at| letters[at]);
    let silent_e = ends("e") && !ends("le") && !before_end(2).is_some_and(vowel);
    let silent_ed = ends("ed") && !before_end(3).is_some_and(|c| vowel(c) || "td".contains(c));
    let silent_es = ends("es") && !before_end(3).is_some_and(|c| vowel(c) || "sxzcgh".contains(c));
    count -= usize::from(count > 1 && (silent_e || silent_ed || silent_es));
    count.max(1)
}

#[test]
fn syllables_are_counted_as_they_are_spoken() {
    for (word, spoken) in [
        ("the", 1),
        ("are", 1),
        ("people", 2),
        ("little", 2),
        ("place", 1),
        ("asked", 1),
        ("wanted", 2),
        ("quiet", 2),
        ("patient", 2),
        ("being", 2),
        ("conditions", 3),
        ("emergency", 4),
        ("rules", 1),
        ("voices", 2),
        ("you", 1),
        ("customer", 3),
        ("someone", 2),
    ] {
        let counted = syllables(word);
        // A rule of thumb may be one off in a long word, not in a short one.
        assert!(counted.abs_diff(spoken) <= usize::from(spoken > 1), "{word}: {counted}");
    }
}

#[test]
fn a_memo_is_harder_than_a_friend() {
    let Grade(memo) = grade("The organisation endeavours to operationalise its commitment to interpersonal responsiveness.");
    let Grade(friend) = grade("Who did you help today, and what did you do?");
    assert!(memo > 15.0 && friend < 4.0, "{memo} and {friend}");
}
