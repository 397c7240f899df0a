//! The recovery sheet: an age identity on paper that opens the journal when the passphrase is lost.
//!
//! The key is `AGE-SECRET-KEY-1` and 58 letters, upper case as the `age` program wants it. Must never
//! hold: the sheet on disk (only the person decides where it is kept), the master key.

use crate::Chance;
use std::fmt;
use zeroize::{Zeroize, Zeroizing};

/// How an age identity begins; the figure 1 is bech32's separator.
pub(crate) const PREFIX: &str = "AGE-SECRET-KEY-1";
/// Letters after the prefix: 52 for 256 bits, 6 for the checksum.
pub(crate) const LETTERS: usize = 58;
/// Letters in a printed group.
const GROUP: usize = 6;

/// The recovery key in memory: one upper-case line of 74 characters. Overwritten when dropped.
pub struct RecoveryKey(Zeroizing<String>);

impl RecoveryKey {
    /// Makes a new recovery key.
    pub fn random(chance: &mut dyn Chance) -> Self {
        Self(random_identity(chance))
    }

    /// Takes a line that age itself accepts.
    pub(crate) fn from_line(line: Zeroizing<String>) -> Option<Self> {
        let right = line.len() == PREFIX.len() + LETTERS && line.starts_with(PREFIX);
        (right && line.parse::<age::x25519::Identity>().is_ok()).then_some(Self(line))
    }

    /// The whole key as the `age` program reads it.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.0
    }

    /// The key cut into thirteen groups of at most six characters, for printing and for typing back.
    #[must_use]
    pub fn groups(&self) -> Vec<String> {
        self.0.as_bytes().chunks(GROUP).map(|group| String::from_utf8_lossy(group).into_owned()).collect()
    }

    /// The public half, `age1…`: what slots and captures are sealed to.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.identity().to_public().to_string()
    }

    pub(crate) fn identity(&self) -> age::x25519::Identity {
        self.0.parse().expect("a recovery key is checked when it is made")
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

/// The group, from 1, in which the letter at `position` (from 0, after the prefix) is printed.
pub(crate) fn group_of(position: usize) -> usize {
    (PREFIX.len() + position) / GROUP + 1
}

/// A new age identity from the caller's chance, as its line.
pub(crate) fn random_identity(chance: &mut dyn Chance) -> Zeroizing<String> {
    let mut bytes = Zeroizing::new([0; 32]);
    chance.fill(&mut *bytes);
    let hrp = bech32::Hrp::parse_unchecked("age-secret-key-");
    let line = bech32::encode_upper::<bech32::Bech32>(hrp, &*bytes).expect("32 bytes fit bech32");
    Zeroizing::new(line)
}

/// The sheet as a text file, which is an identity file for `age -i` as it stands: every line of prose begins with `# `.
///
/// `when` is the date shown on it, as the caller writes dates.
#[must_use]
pub fn sheet_text(key: &RecoveryKey, when: &str) -> Zeroizing<String> {
    let mut groups = key.groups();
    // A line break in the date would let a line escape its `# `.
    let when: String = when.chars().filter(|letter| !letter.is_control()).collect();
    let mut text = Zeroizing::new(String::with_capacity(4096));
    let before = [
        "Recovery sheet of a Cairn journal",
        "",
        "This key opens your journal when you no longer know your passphrase.",
        "Print it or write it down. Keep it apart from the computer, where only you can reach it.",
        "Whoever has this sheet and a copy of the journal can read all of it.",
        "If you lose both your passphrase and this sheet, nobody can open your journal.",
        "",
        "The key in groups, for typing it into Cairn (large or small letters, spaces as you like):",
    ];
    let after = [
        "To open the journal without Cairn, you need the programs age and sqlcipher (version 4 or newer).",
        "Go to the journal's folder and use this file in place of sheet.txt:",
        "",
        "  age -d -i sheet.txt keys/recovery.age",
        "  sqlcipher journal.db",
        "  PRAGMA key = \"x'...'\";",
        "",
        "The first command prints journal-mk-v1 and 64 figures and letters;",
        "put these 64 in the place of the three dots. Then .tables and .dump show what is in the journal.",
    ];
    for line in before {
        prose(&mut text, line);
    }
    prose(&mut text, "");
    for row in groups.chunks(5) {
        text.push_str("#  ");
        for group in row {
            text.push(' ');
            text.push_str(group);
        }
        text.push('\n');
    }
    groups.zeroize();
    prose(&mut text, "");
    prose(&mut text, "The whole key on one line:");
    text.push('\n');
    text.push_str(key.line());
    text.push_str("\n\n");
    for line in after {
        prose(&mut text, line);
    }
    if !when.is_empty() {
        prose(&mut text, "");
        prose(&mut text, &format!("Made on {when}."));
    }
    text
}

fn prose(text: &mut String, line: &str) {
    text.push('#');
    if !line.is_empty() {
        text.push(' ');
        text.push_str(line);
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Dice;

    #[test]
    fn a_key_is_what_age_reads_and_comes_in_thirteen_groups() {
        for seed in 0..50 {
            let key = RecoveryKey::random(&mut Dice(seed));
            assert_eq!(key.line().len(), 74);
            assert_eq!(key.line(), key.line().to_uppercase());
            let groups = key.groups();
            assert_eq!(groups.len(), 13);
            assert!(groups.iter().all(|group| group.len() <= GROUP));
            assert_eq!(groups.concat(), key.line());
            assert!(key.recipient().parse::<age::x25519::Recipient>().is_ok());
        }
        assert_eq!(format!("{:?}", RecoveryKey::random(&mut Dice(1))), "RecoveryKey(…)");
        assert_eq!((group_of(0), group_of(LETTERS - 1)), (3, 13));
    }

    #[test]
    fn the_sheet_is_an_identity_file_as_it_stands() {
        let key = RecoveryKey::random(&mut Dice(5));
        for when in ["28 February 2026", "", "28\nAGE-SECRET-KEY-1\r"] {
            let text = sheet_text(&key, when);
            assert!(text.capacity() <= 4096, "no copies by growing");
            for line in text.lines() {
                assert!(line.is_empty() || line.starts_with('#') || line == key.line(), "{line}");
            }
            let file = age::IdentityFile::from_buffer(text.as_bytes()).unwrap();
            assert_eq!(file.into_identities().unwrap().len(), 1);
            assert!(text.contains("If you lose both your passphrase and this sheet, nobody can open your journal."));
        }
    }

    #[test]
    fn the_words_of_the_sheet() {
        let key = RecoveryKey::random(&mut Dice(5));
        let text = sheet_text(&key, "28 February 2026");
        for part in
            ["age -d -i sheet.txt keys/recovery.age", "sqlcipher journal.db", "PRAGMA key = \"x'...'\";", "# Made on 28 February 2026.\n"]
        {
            assert!(text.contains(part), "{part}");
        }
        assert_eq!(text.matches(key.line()).count(), 1);
    }

    /// The first command on the sheet, run as printed; where the `age` program is not installed there is nothing to prove.
    #[test]
    fn the_age_program_opens_the_journal_with_the_sheet() {
        let (dir, home, made) = crate::testing::vault("paper");
        let sheet = dir.path().join("sheet.txt");
        crate::atomic::write(&sheet, sheet_text(&made.recovery, "28 February 2026").as_bytes()).unwrap();
        let age =
            std::process::Command::new("age").current_dir(home.root()).arg("-d").arg("-i").arg(sheet).arg("keys/recovery.age").output();
        let Ok(output) = age else { return };
        let hex: String = made.master.expose().iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), format!("journal-mk-v1 {hex}\n"));
    }
}
