//! Where help is: static and local, with the person's own lines first. Also while the journal is closed.

use crate::Session;
use crate::views::{Help, HelpNote};
use model::{Day, JournalSettings};
use practice::content::{self, HelpKind, Note};

/// The texts beside the first three, in the order in which they stand.
const NOTES: [Note; 10] = [
    Note::Harassment,
    Note::Violence,
    Note::UnsafeCare,
    Note::BreakingRules,
    Note::PayAndRest,
    Note::ItIsNotAllYou,
    Note::LeavingIsOkay,
    Note::Privacy,
    Note::NotesCanBeRead,
    Note::HardWriting,
];
/// Days after which the lines count as old.
const FRESH: i64 = 365;

impl Session {
    /// Where help is.
    #[must_use]
    pub fn help(&self) -> Help {
        let open = self.journal.as_ref();
        let settings = open.map_or_else(JournalSettings::default, |j| j.settings().clone());
        let known = content::help_lines();
        let region = settings.help_region.filter(|r| content::regions().iter().any(|known| known.id.name() == r));
        let wanted = |line: &&content::HelpLine| {
            region.as_deref().is_none_or(|r| line.region.name() == r) && !settings.help_hidden.iter().any(|hidden| hidden == line.name)
        };
        let mut lines: Vec<_> = known.lines.iter().filter(wanted).copied().collect();
        lines.sort_by_key(|line| HelpKind::ALL.iter().position(|k| *k == line.kind));
        let today = self.clock.now().local().date();
        let text = |note| content::note(note).to_owned();
        Help {
            about: text(Note::AboutThisJournal),
            danger: text(Note::DangerNow),
            self_harm: text(Note::SelfHarm),
            notes: NOTES.iter().map(|note| HelpNote { id: note.name().to_owned(), text: text(*note) }).collect(),
            lines,
            regions: content::regions().to_vec(),
            region,
            checked_on: known.checked_on,
            stale: stale(known.checked_on, today),
            own: settings.help_lines,
            people: settings.count_on,
            open: open.is_some(),
        }
    }
}

/// Whether nobody has looked at the numbers for so long that it has to be said, or ever.
fn stale(checked_on: Option<Day>, today: chrono::NaiveDate) -> bool {
    checked_on.is_none_or(|day| (today - day.date()).num_days() > FRESH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_nobody_has_looked_at_for_a_year_are_said_to_be_old() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (checked, today, old) in [
            (None, "2026-11-22", true),
            (Some("2026-11-22"), "2026-11-22", false),
            (Some("2025-12-01"), "2026-11-22", false),
            (Some("2025-11-20"), "2026-11-22", true),
            (Some("2027-01-01"), "2026-11-22", false),
        ] {
            assert_eq!(stale(checked.map(day), day(today).date()), old, "{checked:?} {today}");
        }
    }
}
