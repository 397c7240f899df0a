//! Where help is: static and local, with the person's own lines first. Also while the journal is closed.

use crate::views::{Help, HelpNote};
use crate::{Session, device};
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
    /// Where help is. While the journal is closed every line is there, those of the region that was noted first.
    #[must_use]
    pub fn help(&self) -> Help {
        let open = self.journal.as_ref();
        let settings = open.map_or_else(JournalSettings::default, |j| j.settings().clone());
        let known = content::help_lines();
        let region = if open.is_some() { settings.help_region } else { device::help_region(&self.home) }.filter(|r| is_known(r));
        let there = |line: &content::HelpLine| region.as_deref().is_none_or(|r| line.region.name() == r);
        let wanted =
            |line: &&content::HelpLine| (open.is_none() || there(line)) && !settings.help_hidden.iter().any(|hidden| hidden == line.name);
        let mut lines: Vec<_> = known.lines.iter().filter(wanted).copied().collect();
        lines.sort_by_key(|line| (HelpKind::ALL.iter().position(|k| *k == line.kind), !there(line)));
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

    /// Notes on this computer the region that the open journal has, for when it is closed: after each opening, so that one that
    /// was chosen elsewhere or before there was a note is taken over, and after each change of its settings. Nothing while closed.
    pub fn note_help_region(&self) {
        let Some(journal) = &self.journal else { return };
        let region = journal.settings().help_region.as_deref().filter(|r| is_known(r));
        // The journal knows it all the same; where nothing can be written, every region is shown as before.
        let _ = device::note_help_region(&self.home, region);
    }
}

/// Whether there are lines of a region of that id.
fn is_known(region: &str) -> bool {
    content::regions().iter().any(|known| known.id.name() == region)
}

/// Whether nobody has looked at the numbers for so long that it has to be said, or ever.
fn stale(checked_on: Option<Day>, today: chrono::NaiveDate) -> bool {
    checked_on.is_none_or(|day| (today - day.date()).num_days() > FRESH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Home, Passphrase, Setup, SlotCost, SystemChance, SystemClock};

    fn passphrase() -> Passphrase {
        Passphrase::new("harbor violin ottoman crisp meadow").unwrap()
    }

    /// An open journal, and the folder that goes with it.
    fn open() -> (tempfile::TempDir, Session) {
        let dir = tempfile::tempdir().unwrap();
        let session = Session::new(Home::at(dir.path().join("journal")), Box::new(SystemClock), Box::new(SystemChance));
        let mut session = session.with_cost(SlotCost::insecure_for_tests(10));
        session.create(Setup { passphrase: passphrase(), weak_ok: true, first: None }).unwrap();
        (dir, session)
    }

    fn choose(session: &mut Session, region: Option<&str>) {
        let journal = session.journal().unwrap();
        let settings = JournalSettings { help_region: region.map(str::to_owned), ..journal.settings().clone() };
        journal.change_settings(settings).unwrap();
    }

    /// The regions of the lines of each kind, in the order in which they are shown.
    fn shown(session: &Session) -> Vec<(HelpKind, &'static str)> {
        let mut all: Vec<_> = session.help().lines.iter().map(|line| (line.kind, line.region.name())).collect();
        all.dedup();
        all
    }

    #[test]
    fn while_the_journal_is_closed_the_lines_of_the_region_come_first_and_the_others_are_there() {
        let (_dir, mut session) = open();
        session.close().unwrap();
        let as_they_stand = shown(&session);
        session.unlock(&passphrase()).unwrap();
        choose(&mut session, Some("uk"));
        session.note_help_region();
        assert!(session.help().lines.iter().all(|line| line.region.name() == "uk"), "as before while it is open");
        session.close().unwrap();
        let closed = session.help();
        assert_eq!((closed.region.as_deref(), closed.open), (Some("uk"), false));
        for kind in HelpKind::ALL {
            let regions = |of: &[(HelpKind, &'static str)]| of.iter().filter(|(k, _)| k == kind).map(|(_, r)| *r).collect::<Vec<_>>();
            let (mut wanted, now) = (regions(&as_they_stand), regions(&shown(&session)));
            wanted.sort_by_key(|region| *region != "uk");
            assert_eq!(now, wanted, "{kind}");
        }
    }

    #[test]
    fn a_region_from_before_is_taken_over_at_the_next_opening_and_one_let_go_is_forgotten() {
        let (_dir, mut session) = open();
        // As an earlier version left it.
        choose(&mut session, Some("uk"));
        session.close().unwrap();
        assert_eq!(session.help().region, None);
        session.note_help_region();
        assert_eq!(session.help().region, None, "nothing is noted of a closed journal");
        session.unlock(&passphrase()).unwrap();
        session.note_help_region();
        session.close().unwrap();
        assert_eq!(session.help().region.as_deref(), Some("uk"));
        session.unlock(&passphrase()).unwrap();
        choose(&mut session, None);
        session.note_help_region();
        session.close().unwrap();
        assert_eq!(session.help().region, None);
    }

    #[test]
    fn nothing_but_the_id_of_a_region_lies_in_the_clear() {
        let (_dir, mut session) = open();
        let file = session.home().root().join("help.toml");
        session.note_help_region();
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "", "it is there all the same");
        let own = vec![model::OwnHelpLine { name: "Bea".into(), how: "room 4".into() }];
        for (region, lies) in [("uk", "region = \"uk\"\n"), ("my sister's town", "")] {
            let settings = JournalSettings {
                help_region: Some(region.into()),
                help_lines: own.clone(),
                help_hidden: vec!["Acas".into()],
                ..JournalSettings::default()
            };
            session.journal().unwrap().change_settings(settings).unwrap();
            session.note_help_region();
            assert_eq!(std::fs::read_to_string(&file).unwrap(), lies);
        }
        session.close().unwrap();
        vault::atomic::write(&file, b"region = \"../../etc\"\n").unwrap();
        assert_eq!(session.help().region, None, "a strange file is as none");
    }

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
