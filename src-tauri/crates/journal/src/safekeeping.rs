//! Passphrase, recovery sheet, and the file's own health.

use crate::session::OpenSheet;
use crate::views::Sheet;
use crate::{Journal, JournalError, Passphrase, RecoveryKey, Session};
use model::JournalSettings;
use vault::slots;

impl Session {
    /// A fresh passphrase of five words that nobody else has.
    pub fn suggest_passphrase(&mut self) -> zeroize::Zeroizing<String> {
        vault::words::suggest(5, &mut *self.chance)
    }

    /// Whether a passphrase is too easy to guess.
    #[must_use]
    pub fn is_weak(passphrase: &str) -> bool {
        vault::words::rate(passphrase).weak
    }

    /// Gives the journal another passphrase, after the one in use has proved itself.
    ///
    /// # Errors
    /// `Locked`, `WrongPassphrase`, `WeakPassphrase`, and what the disk says; the old one opens then.
    pub fn change_passphrase(&mut self, old: &Passphrase, new: &Passphrase, weak_ok: bool) -> Result<(), JournalError> {
        self.prove(old)?;
        if !weak_ok && vault::words::rate(new.expose()).weak {
            return Err(JournalError::WeakPassphrase);
        }
        let cost = self.cost;
        let journal = self.journal()?;
        journal.writable()?;
        slots::change_passphrase(&journal.home, &journal.master, new, cost)?;
        journal.note_slots()
    }

    /// Makes a new recovery sheet. The one before works until two groups of the new one were typed back.
    ///
    /// # Errors
    /// `Locked`, `WrongPassphrase`, and what the disk says; the old sheet works then.
    pub fn renew_sheet(&mut self, passphrase: &Passphrase) -> Result<(), JournalError> {
        self.prove(passphrase)?;
        let key = RecoveryKey::random(&mut *self.chance);
        self.sheet = Some(OpenSheet { key, in_force: false });
        Ok(())
    }

    /// The sheet that has not been confirmed, if there is one in this session, and the two groups to type back.
    #[must_use]
    pub fn sheet(&self) -> Option<Sheet> {
        let key = &self.sheet.as_ref()?.key;
        let groups = key.groups();
        let ask = asked(key, groups.len());
        Some(Sheet { groups, ask: ask.to_vec() })
    }

    /// The same sheet as a text that explains itself, for a file.
    ///
    /// # Errors
    /// `NotFound` without an open sheet.
    pub fn sheet_text(&self) -> Result<zeroize::Zeroizing<String>, JournalError> {
        let sheet = self.sheet.as_ref().ok_or(JournalError::NotFound)?;
        Ok(vault::sheet_text(&sheet.key, &self.clock.now().local().format("%Y-%m-%d").to_string()))
    }

    /// Compares groups that were typed back. Returns the numbers of those that differ; none: the sheet is confirmed.
    ///
    /// # Errors
    /// `Locked`, `NotFound` without an open sheet, and what the disk says.
    pub fn confirm_sheet(&mut self, answers: &[(u8, &str)]) -> Result<Vec<u8>, JournalError> {
        let sheet = self.sheet().ok_or(JournalError::NotFound)?;
        let plain = |t: &str| t.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
        let right = |number: u8| {
            let group = sheet.groups.get(usize::from(number).checked_sub(1)?)?;
            let (_, typed) = answers.iter().find(|(n, _)| *n == number)?;
            (plain(typed) == plain(group)).then_some(())
        };
        let wrong: Vec<u8> = sheet.ask.iter().copied().filter(|n| right(*n).is_none()).collect();
        if wrong.is_empty() {
            self.journal()?.writable()?;
            let open = self.sheet.take().ok_or(JournalError::NotFound)?;
            let journal = self.journal()?;
            let installed = if open.in_force { Ok(()) } else { slots::replace_recovery(&journal.home, &journal.master, &open.key) };
            if let Err(error) = installed {
                self.sheet = Some(open);
                return Err(error.into());
            }
            journal.note_slots()?;
            let confirmed = JournalSettings { sheet_confirmed: true, ..journal.settings.clone() };
            journal.change_settings(confirmed)?;
        }
        Ok(wrong)
    }

    /// Checks the closed journal: that it opens, and with `deep` every page, every row and the search index.
    /// Changes nothing but taking its log in. Returns the number of entries and what is wrong, without any words of an entry.
    ///
    /// # Errors
    /// `Busy`, `WrongPassphrase`, `Damaged` when it does not even open, and what the disk says.
    pub fn check(&mut self, passphrase: &Passphrase, deep: bool) -> Result<(u64, Vec<String>), JournalError> {
        self.unlock(passphrase)?;
        let journal = self.journal()?;
        let entries = journal.store.stats()?.entries;
        let key = journal.master.clone();
        self.close()?;
        if !deep {
            return Ok((entries, Vec::new()));
        }
        let checked = store::verify(&self.home.journal_db(), key.expose())?;
        Ok((entries, checked.problems))
    }

    /// Makes sure that whoever sits here knows the passphrase.
    fn prove(&mut self, passphrase: &Passphrase) -> Result<(), JournalError> {
        let journal = self.journal()?;
        let opened = slots::open_with_passphrase(&journal.home, passphrase)?;
        if opened.master == journal.master { Ok(()) } else { Err(JournalError::Damaged("key files")) }
    }
}

/// Two groups, the same ones for as long as the sheet is shown, and other ones for another sheet. The first three
/// begin alike on every sheet and the last one may be short, so the rest are asked for.
fn asked(key: &RecoveryKey, groups: usize) -> [u8; 2] {
    let sum = key.line().bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
    let choices = groups.saturating_sub(4).max(2);
    let first = sum % choices;
    let second = (first + 1 + (sum / choices) % (choices - 1)) % choices;
    [first.min(second), first.max(second)].map(|n| u8::try_from(n + 4).unwrap_or(4))
}

impl Journal {
    /// Takes the log into the file, so that the file alone is the whole journal.
    ///
    /// # Errors
    /// What the disk says.
    pub fn checkpoint(&self) -> Result<(), JournalError> {
        if self.is_read_only() {
            return Ok(());
        }
        Ok(self.store.checkpoint()?)
    }
}
