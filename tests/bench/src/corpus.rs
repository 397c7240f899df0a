//! A made-up journal after the recipe of the performance specification: log-normal lengths (median 80 words, sigma 0.8,
//! 3–2500), a Zipf–Mandelbrot vocabulary, planted probes. The vocabulary is spelled from syllables, so no list of words
//! is needed. Repeats for the same size.

use chrono::{Days, NaiveDate};
use std::path::Path;

/// In exactly three entries.
pub(crate) const RARE: &str = "quillwort";
/// In about a quarter of the entries.
pub(crate) const COMMON: &str = "time";
/// In one of two hundred entries, side by side.
pub(crate) const PHRASE: &str = "silver lantern";

/// Words in the vocabulary.
const WORDS: usize = 60_000;
/// The rank at which a word of this vocabulary stands in a quarter of the entries.
const COMMON_RANK: usize = 52;

/// One entry.
pub(crate) struct Piece {
    /// `2026-11-15T08:30`.
    pub(crate) when: String,
    pub(crate) text: String,
    pub(crate) tags: Vec<String>,
}

pub(crate) fn bytes(pieces: &[Piece]) -> usize {
    pieces.iter().map(|p| p.text.len()).sum()
}

/// Chance that repeats (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.roll() % end as u64) as usize
    }

    /// 0 to below 1.
    fn part(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Normal with mean 0 and deviation 1 (Box and Muller).
    fn normal(&mut self) -> f64 {
        let (a, b) = (self.part().max(1e-12), self.part());
        (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos()
    }
}

/// The word of that rank: short ones first, each spelled once.
fn word(rank: usize) -> String {
    const PARTS: [&str; 40] = [
        "a", "be", "co", "di", "el", "fu", "ga", "hi", "in", "jo", "ka", "le", "mo", "na", "or", "pe", "qu", "ri", "sa", "to", "un", "ve",
        "wi", "xa", "ye", "zo", "bra", "cle", "dro", "fle", "gri", "plo", "sta", "tri", "é", "ster", "ning", "thal", "mor", "den",
    ];
    let (mut left, mut text) = (rank + 40, String::new());
    while left > 0 {
        text.push_str(PARTS[left % 40]);
        left /= 40;
    }
    text
}

struct Vocabulary {
    words: Vec<String>,
    sums: Vec<f64>,
}

impl Vocabulary {
    fn new() -> Self {
        let mut words: Vec<String> = (0..WORDS).map(word).collect();
        words[COMMON_RANK] = COMMON.into();
        let mut sum = 0.0;
        let sums = (1..=WORDS)
            .map(|rank| {
                sum += 1.0 / (rank as f64 + 2.7).powf(1.12);
                sum
            })
            .collect();
        Self { words, sums }
    }

    fn pick(&self, dice: &mut Dice) -> &str {
        let at = dice.part() * self.sums.last().copied().unwrap_or(1.0);
        &self.words[self.sums.partition_point(|s| *s < at).min(WORDS - 1)]
    }
}

/// `n` entries, oldest first, the newest on 15 November 2026.
pub(crate) fn make(n: usize) -> Vec<Piece> {
    const TAGS: [&str; 20] = [
        "work",
        "family",
        "health",
        "friends",
        "travel",
        "reading",
        "dreams",
        "gratitude",
        "food",
        "running",
        "music",
        "garden",
        "ideas",
        "weather",
        "money",
        "school",
        "writing",
        "therapy",
        "sleep",
        "home",
    ];
    let vocabulary = Vocabulary::new();
    let mut dice = Dice(1_000_003 + n as u64);
    let rare = [0.17, 0.50, 0.83].map(|part| (n as f64 * part) as usize);
    let times = stamps(n, &mut dice);
    times
        .into_iter()
        .enumerate()
        .map(|(i, when)| {
            let length = (80.0 * (0.8 * dice.normal()).exp()).clamp(3.0, 2500.0) as usize;
            let mut words: Vec<&str> = (0..length).map(|_| vocabulary.pick(&mut dice)).collect();
            if rare.contains(&i) {
                words.insert(dice.below(length), RARE);
            } else if i % 200 == 7 {
                words.insert(dice.below(length), PHRASE);
            } else if i % 100 == 23 {
                words.insert(0, "lantern");
                words.push("silver");
            }
            let tags = (0..dice.below(4)).map(|_| TAGS[dice.below(20)].to_owned()).collect();
            Piece { when, text: sentences(&words, &mut dice), tags }
        })
        .collect()
}

/// One to three entries on a day that has any; a fifth of the days have none, unless there are very many entries.
fn stamps(n: usize, dice: &mut Dice) -> Vec<String> {
    let gap = if n <= 20_000 { 0.2 } else { 0.0 };
    let mut day = NaiveDate::from_ymd_opt(2026, 11, 15).expect("a day");
    let mut stamps = Vec::with_capacity(n + 3);
    while stamps.len() < n {
        if dice.part() >= gap {
            let many = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3][dice.below(10)];
            let mut minutes: Vec<usize> = (0..many).map(|_| 360 + dice.below(1_080)).collect();
            minutes.sort_unstable_by(|a, b| b.cmp(a));
            stamps.extend(minutes.into_iter().map(|m| format!("{day}T{:02}:{:02}", m / 60, m % 60)));
        }
        day = day - Days::new(1);
    }
    stamps.truncate(n);
    stamps.reverse();
    stamps
}

fn sentences(words: &[&str], dice: &mut Dice) -> String {
    let mut text = String::with_capacity(words.len() * 7);
    let mut rest = words;
    while !rest.is_empty() {
        let (now, later) = rest.split_at((4 + dice.below(17)).min(rest.len()));
        text.push_str(&now.join(" "));
        text.push_str(match dice.below(25) {
            0 => ".\n\n",
            1 => "! ",
            2 => "? ",
            _ => ". ",
        });
        rest = later;
    }
    text.trim_end().to_owned()
}

/// A `neutral.jsonl` of the performance specification's generator.
///
/// # Panics
/// When the file is not one.
pub(crate) fn read(file: &Path) -> Vec<Piece> {
    let text = std::fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    text.lines()
        .map(|line| {
            let json: serde_json::Value = serde_json::from_str(line).expect("one JSON object a line");
            let field = |name: &str| json[name].as_str().unwrap_or_default();
            let title = if field("title").is_empty() { String::new() } else { format!("{}\n\n", field("title")) };
            Piece {
                when: format!("{}T{}", field("date"), field("time")),
                text: title + field("body"),
                tags: json["tags"].as_array().into_iter().flatten().filter_map(|t| Some(t.as_str()?.to_owned())).collect(),
            }
        })
        .collect()
}
