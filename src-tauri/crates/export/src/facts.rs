//! Fact notes as Markdown: every version with the time it happened, the time it was written, and its seal.
//!
//! Nothing is left out and nothing is chosen: whoever reads it sees how a note grew. Holds no rule of the chain.

use crate::Words;
use crate::markdown::body;
use model::{FactVersion, Stamp};
use std::fmt::Write;

/// Writes the notes, each with its versions oldest first. `broken` is the first link that is not as it was kept.
#[must_use]
pub fn fact_notes(notes: &[&[FactVersion]], broken: Option<u64>, words: &Words) -> String {
    let mut out = format!("# {}\n\n{}\n\n", words.say("factfile-title"), words.say("factfile-lead"));
    let newest = notes.iter().filter_map(|versions| versions.last()).max_by_key(|version| version.link);
    let state = match (broken, newest) {
        (Some(link), _) => words.with("factfile-broken", &[("link", &link.to_string())]),
        (None, Some(newest)) => words.with("factfile-whole", &[("when", &minute(newest.written)), ("seal", &newest.seal)]),
        (None, None) => words.say("factfile-none"),
    };
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{state}\n");
    // In the order in which they were begun.
    for (n, versions) in notes.iter().rev().enumerate() {
        let _ = writeln!(out, "## {}\n", words.with("factfile-note", &[("n", &(n + 1).to_string())]));
        for version in *versions {
            add(&mut out, version, words);
        }
    }
    out
}

fn add(out: &mut String, version: &FactVersion, words: &Words) {
    let writing = &version.writing;
    let happened = writing.happened.map_or_else(|| words.say("fact-happened-open"), |h| h.to_string().replace('T', " "));
    let seal = words.with("factfile-seal-value", &[("link", &version.link.to_string()), ("seal", &version.seal)]);
    let _ = writeln!(out, "### {}\n", words.with("factfile-version", &[("n", &version.version.to_string())]));
    for (label, value) in [("fact-happened", happened), ("factfile-written", minute(version.written)), ("factfile-seal", seal)] {
        let _ = writeln!(out, "- **{}:** {value}", words.say(label));
    }
    let told = [
        ("fact-account", Some(&writing.account)),
        ("fact-words", writing.words.as_ref()),
        ("fact-place", writing.place.as_ref()),
        ("fact-witnesses", writing.witnesses.as_ref()),
        ("fact-proof", writing.proof.as_ref()),
        ("fact-told", writing.told.as_ref()),
        ("fact-asked", writing.asked.as_ref()),
    ];
    for (label, text) in told.into_iter().filter_map(|(label, text)| Some((label, text?))) {
        let _ = writeln!(out, "\n**{}**\n", words.say(label));
        body(out, text);
        out.push('\n');
    }
    let _ = writeln!(out);
}

/// "2026-11-22 03:50".
fn minute(stamp: Stamp) -> String {
    stamp.to_string().replace('T', " ").chars().take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{EntryId, FactWriting};

    fn version(link: u64, note: u64, number: u32, account: &str) -> FactVersion {
        FactVersion {
            link,
            note: EntryId::new(1_772_000_000_000 + note, [3; 10]),
            version: number,
            written: Stamp::from_millis(1_772_000_000_000 + link as i64 * 60_000),
            writing: FactWriting {
                account: account.to_owned(),
                happened: Some("2026-02-24T21:10".parse().unwrap()),
                witnesses: Some("B. K.".to_owned()),
                ..FactWriting::default()
            },
            seal: format!("{link:064x}"),
        }
    }

    #[test]
    fn every_version_is_told_with_both_times_and_its_seal() {
        let first = [version(1, 1, 1, "He stood in the door.\n# not a heading"), version(3, 1, 2, "He stood in the door for an hour.")];
        let second = [version(2, 2, 1, "The roster was changed.")];
        let text = fact_notes(&[&first, &second], None, &Words::english());
        let places: Vec<usize> =
            ["The roster was changed.", "He stood in the door.\\\n\\# not", "for an hour"].iter().map(|t| text.find(t).unwrap()).collect();
        assert!(places.is_sorted(), "notes as they were begun, versions oldest first: {text}");
        assert_eq!(text.matches("2026-02-24 21:10").count(), 3);
        assert_eq!(text.matches("- **Written:** 2026-02-25 06:").count(), 3, "{text}");
        for link in 1..=3 {
            assert!(text.contains(&format!("{link}, {link:064x}")), "{text}");
        }
        assert_eq!(text.matches("B. K.").count(), 3);
    }

    #[test]
    fn a_broken_chain_is_said_before_any_note() {
        let text = fact_notes(&[&[version(1, 1, 1, "words")]], Some(1), &Words::english());
        assert!(text.find("version 1 is not as it was kept").unwrap() < text.find("words").unwrap(), "{text}");
        assert!(!text.contains("No version was changed"));
    }
}
