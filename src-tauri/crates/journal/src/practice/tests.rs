use super::*;
use crate::{Home, New, Passphrase, Session, Setup, SlotCost, SystemChance};
use chrono::NaiveDateTime;
use model::{Clock, DayTurn, Now, Promising, Stamp};
use std::sync::{Arc, Mutex};

/// A clock on the wall: what it shows, and how far east of UTC it hangs.
#[derive(Clone)]
struct Wall(Arc<Mutex<(NaiveDateTime, i32)>>);

impl Clock for Wall {
    fn now(&self) -> Now {
        let (local, offset_minutes) = *self.0.lock().unwrap();
        let utc = local - chrono::Duration::minutes(i64::from(offset_minutes));
        Now { stamp: Stamp::from_millis(utc.and_utc().timestamp_millis()), offset_minutes, zone: None }
    }
}

struct Place {
    _dir: tempfile::TempDir,
    wall: Wall,
    session: Session,
}

impl Place {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let wall = Wall(Arc::new(Mutex::new((NaiveDateTime::default(), 0))));
        let session = Session::new(Home::at(dir.path().join("journal")), Box::new(wall.clone()), Box::new(SystemChance));
        let mut place = Self { _dir: dir, wall, session: session.with_cost(SlotCost::insecure_for_tests(10)) };
        place.show("2026-11-01T12:00", 0);
        let passphrase = Passphrase::new("harbor violin ottoman crisp meadow").unwrap();
        place.session.create(Setup { passphrase, weak_ok: true, first: None }).unwrap();
        place
    }

    fn show(&self, local: &str, offset_minutes: i32) {
        *self.wall.0.lock().unwrap() = (NaiveDateTime::parse_from_str(local, "%Y-%m-%dT%H:%M").unwrap(), offset_minutes);
    }

    /// The shift of a day at a time on that clock, with the day turning so many minutes after midnight.
    fn shift(&mut self, turn: u16, (local, offset): (&str, i32), days_off: &[Weekday], day: &str) -> Shift {
        self.show(local, offset);
        let journal = self.session.journal().unwrap();
        journal.settings.day_turn = DayTurn::new(turn).unwrap();
        journal.settings.days_off = days_off.to_vec();
        journal.shift(day.parse().unwrap()).unwrap()
    }
}

const MIDNIGHT: u16 = 0;
const FOUR: u16 = 4 * 60;
const NOON: u16 = 12 * 60;
const ELEVEN_AT_NIGHT: u16 = 23 * 60;
/// Inside the hour that the clocks leave out or have twice.
const HALF_PAST_TWO: u16 = 2 * 60 + 30;

#[test]
fn it_is_before_the_shift_for_four_hours_after_the_day_turned() {
    use Shift::{After, Before};
    let mut place = Place::new();
    // The twentieth is a Friday. No day off is set: every day has a shift.
    for (turn, local, day, wanted) in [
        (FOUR, "2026-11-20T04:00", "2026-11-20", Before),
        (FOUR, "2026-11-20T07:59", "2026-11-20", Before),
        (FOUR, "2026-11-20T08:00", "2026-11-20", After),
        (FOUR, "2026-11-20T23:59", "2026-11-20", After),
        (FOUR, "2026-11-21T03:59", "2026-11-20", After),
        (MIDNIGHT, "2026-11-20T00:00", "2026-11-20", Before),
        (MIDNIGHT, "2026-11-20T03:59", "2026-11-20", Before),
        (MIDNIGHT, "2026-11-20T04:00", "2026-11-20", After),
        // Nights: the shift of Friday is over on Saturday morning, and the next day begins at noon.
        (NOON, "2026-11-20T12:00", "2026-11-20", Before),
        (NOON, "2026-11-20T15:59", "2026-11-20", Before),
        (NOON, "2026-11-20T19:00", "2026-11-20", After),
        (NOON, "2026-11-21T07:30", "2026-11-20", After),
        (NOON, "2026-11-21T11:59", "2026-11-20", After),
        (NOON, "2026-11-21T12:00", "2026-11-21", Before),
        // The four hours go past midnight.
        (ELEVEN_AT_NIGHT, "2026-11-20T23:00", "2026-11-20", Before),
        (ELEVEN_AT_NIGHT, "2026-11-21T02:59", "2026-11-20", Before),
        (ELEVEN_AT_NIGHT, "2026-11-21T03:00", "2026-11-20", After),
        // A day that it is not now has no "before".
        (FOUR, "2026-11-20T05:00", "2026-11-19", After),
        (FOUR, "2026-11-20T05:00", "2026-11-21", After),
        (NOON, "2026-11-20T05:00", "2026-11-20", After),
    ] {
        for offset in [0, 60, -480, 345] {
            assert_eq!(place.shift(turn, (local, offset), &[], day), wanted, "turn {turn}, {local}, {offset} east, of {day}");
        }
    }
}

#[test]
fn a_day_off_is_off_by_its_shift_day() {
    use Shift::{After, Before, Off};
    let mut place = Place::new();
    let friday = &[Weekday::Friday][..];
    for (turn, local, days_off, day, wanted) in [
        (FOUR, "2026-11-20T05:00", friday, "2026-11-20", Off),
        (FOUR, "2026-11-20T20:00", friday, "2026-11-20", Off),
        (FOUR, "2026-11-21T03:00", friday, "2026-11-20", Off),
        (FOUR, "2026-11-21T05:00", friday, "2026-11-21", Before),
        (FOUR, "2026-11-18T20:00", friday, "2026-11-20", Off),
        // The night from Thursday on is Thursday's, though it ends on the day off.
        (NOON, "2026-11-20T07:30", friday, "2026-11-19", After),
        (NOON, "2026-11-20T12:00", friday, "2026-11-20", Off),
        (NOON, "2026-11-21T07:30", friday, "2026-11-20", Off),
        (FOUR, "2026-11-20T05:00", Weekday::ALL, "2026-11-20", Off),
        (FOUR, "2026-11-22T12:00", &[Weekday::Saturday, Weekday::Sunday], "2026-11-22", Off),
    ] {
        assert_eq!(place.shift(turn, (local, 60), days_off, day), wanted, "turn {turn}, {local}, {days_off:?}, of {day}");
    }
}

#[test]
fn a_night_in_which_the_clocks_change_has_its_day_and_its_shift() {
    use Shift::{After, Before};
    let mut place = Place::new();
    let (winter, summer) = (60, 120);
    for (turn, local, offset, today, wanted) in [
        // 02:00 is 03:00: the day that turns in the hour that is left out has turned when the clock goes on.
        (HALF_PAST_TWO, "2026-03-29T01:59", winter, "2026-03-28", After),
        (HALF_PAST_TWO, "2026-03-29T03:00", summer, "2026-03-29", Before),
        (HALF_PAST_TWO, "2026-03-29T06:29", summer, "2026-03-29", Before),
        (HALF_PAST_TWO, "2026-03-29T06:30", summer, "2026-03-29", After),
        (FOUR, "2026-03-29T03:59", summer, "2026-03-28", After),
        (FOUR, "2026-03-29T04:00", summer, "2026-03-29", Before),
        (FOUR, "2026-03-29T08:00", summer, "2026-03-29", After),
        (NOON, "2026-03-29T07:30", summer, "2026-03-28", After),
        // 03:00 is 02:00 again: the clock on the wall decides, both times.
        (HALF_PAST_TWO, "2026-10-25T02:40", summer, "2026-10-25", Before),
        (HALF_PAST_TWO, "2026-10-25T02:10", winter, "2026-10-24", After),
        (HALF_PAST_TWO, "2026-10-25T02:40", winter, "2026-10-25", Before),
        (HALF_PAST_TWO, "2026-10-25T06:30", winter, "2026-10-25", After),
        (NOON, "2026-10-25T07:30", winter, "2026-10-24", After),
    ] {
        assert_eq!(place.shift(turn, (local, offset), &[], today), wanted, "turn {turn}, {local}, {offset} east");
        assert_eq!(place.session.journal().unwrap().this_day().to_string(), today, "turn {turn}, {local}, {offset} east");
    }
}

#[test]
fn whoever_wrote_something_today_is_past_the_beginning() {
    let mut place = Place::new();
    assert_eq!(place.shift(FOUR, ("2026-11-20T05:00", 0), &[], "2026-11-20"), Shift::Before);
    let (journal, chance) = place.session.journal_and_chance().unwrap();
    let entry = journal.keep(vec![New::of(Writing::new(Kind::Moment, "An early call"))], None, chance).unwrap().remove(0);
    assert_eq!(place.shift(FOUR, ("2026-11-20T05:10", 0), &[], "2026-11-20"), Shift::After);
    assert_eq!(place.shift(FOUR, ("2026-11-21T05:10", 0), &[], "2026-11-21"), Shift::Before, "yesterday's words are yesterday's");
    place.session.journal().unwrap().bin(entry.id).unwrap();
    assert_eq!(place.shift(FOUR, ("2026-11-20T05:20", 0), &[], "2026-11-20"), Shift::Before, "what lies in the bin was not written");
}

#[test]
fn a_line_of_the_year_opens_the_entries_that_it_counts() {
    let mut place = Place::new();
    let (journal, chance) = place.session.journal_and_chance().unwrap();
    let of = |kind: Kind, day: &str, text: &str, need: &str, way: &str| {
        let some = |text: &str| Some(text.to_owned());
        let happened = Some(model::Happened::Day(day.parse().unwrap()));
        New::of(Writing { need: some(need), in_the_way: some(way), cost: Some(Cost::TookALot), happened, ..Writing::new(kind, text) })
    };
    let new = vec![
        of(Kind::Moment, "2026-03-02", "A call", "time", "No chair"),
        of(Kind::Moment, "2026-03-03", "Another call", "Time.", ""),
        of(Kind::Moment, "2026-03-04", "A long time, no chair", "more time", "there was no chair"),
        of(Kind::Snag, "2026-03-05", "no chair", "", ""),
        of(Kind::Moment, "2025-03-05", "A call", "time", "No chair"),
    ];
    journal.keep(new, None, chance).unwrap();
    let back = journal.year(Some(2026)).unwrap();
    let needs = back.needs.iter().map(|n| ("need", &n.name, n.entries));
    let drains = back.drains.iter().map(|d| ("load", &d.name, d.entries));
    let snags = back.snags.iter().map(|s| ("way", &s.name, s.entries));
    let lines: Vec<_> = needs.chain(drains).chain(snags).collect();
    let wanted = [("need", "time", 2), ("need", "more time", 1), ("load", "time", 2), ("way", "No chair", 2)];
    assert_eq!(lines.iter().map(|(filter, name, n)| (*filter, name.as_str(), *n)).collect::<Vec<_>>(), wanted);
    for (filter, name, entries) in lines {
        let query = format!("{filter}:\"{name}\" from:2026 until:2026");
        let found = journal.page(&crate::AskPage { query, kinds: Vec::new(), starred: false, after: None, limit: 100 }).unwrap();
        assert_eq!(found.rows.len(), entries as usize, "{filter} {name}");
    }
}

#[test]
fn no_unfinished_word_outlives_the_bin() {
    let mut place = Place::new();
    let (journal, chance) = place.session.journal_and_chance().unwrap();
    let id = journal.keep(vec![New::of(Writing::new(Kind::Moment, "An early call"))], None, chance).unwrap()[0].id;
    let slots = ["edit", "later", "promise"].map(|about| format!("{about}:{id}"));
    for slot in slots.iter().map(String::as_str).chain(["today"]) {
        journal.keep_draft(slot, &Writing::new(Kind::Moment, "unfinished")).unwrap();
    }
    journal.bin(id).unwrap();
    assert!(slots.iter().all(|slot| journal.draft(slot).unwrap().is_some()), "what can come back keeps them");
    let (count, changes) = journal.empty_bin().unwrap();
    assert_eq!((count, changes.drafts), (1, true));
    assert!(slots.iter().all(|slot| journal.draft(slot).unwrap().is_none()));
    assert!(journal.draft("today").unwrap().is_some());
}

#[test]
fn a_promise_that_was_taken_back_goes_for_good_with_the_bin() {
    let mut place = Place::new();
    let (journal, chance) = place.session.journal_and_chance().unwrap();
    let promising = |what: &str| Promising { what: what.into(), ..Promising::default() };
    let kept = journal.promise(promising("Call him"), None, chance).unwrap().promise.promise.id;
    let taken = journal.promise(promising("Ring her"), None, chance).unwrap().promise.promise.id;
    let slot = crate::drafts::of_promise(Some(taken));
    journal.keep_draft(&slot, &Writing::new(Kind::Moment, "unfinished")).unwrap();
    assert_eq!(journal.undo().unwrap().op, Some(crate::views::Op::Promise));
    assert!(journal.store.promise(taken).unwrap().is_some_and(|p| p.dropped), "it can be done again");
    let (count, changes) = journal.empty_bin().unwrap();
    assert_eq!((count, changes.drafts, changes.undo), (0, true, true), "no entry lay in it");
    assert_eq!((journal.store.promise(taken).unwrap(), journal.draft(&slot).unwrap()), (None, None));
    assert_eq!(journal.redo().unwrap().op, None, "the history does not bring it back");
    assert_eq!(journal.promises().unwrap().rows.iter().map(|row| row.promise.id).collect::<Vec<_>>(), [kept]);
}

#[test]
fn only_todays_prompt_is_noted_as_shown() {
    let mut place = Place::new();
    place.show("2026-11-20T12:00", 0);
    let journal = place.session.journal().unwrap();
    for day in ["2026-11-01", "2026-11-19", "2026-11-21", "2027-11-20"] {
        assert!(journal.prompt_on(day.parse().unwrap()).unwrap().is_some());
        assert_eq!(journal.served().unwrap(), [], "{day} was only looked at");
    }
    let today: Day = "2026-11-20".parse().unwrap();
    let prompt = journal.prompt_on(today).unwrap().unwrap().prompt.id.to_owned();
    assert_eq!(journal.served().unwrap(), [Served { prompt, day: today, answer: Answer::Shown }]);
}

#[test]
fn a_check_in_waits_after_its_day_until_one_is_filled_in() {
    let mut place = Place::new();
    // The twentieth is a Friday.
    for (chosen, local, filled, due) in [
        (None, "2026-11-20T12:00", None, false),
        (Some(Weekday::Friday), "2026-11-20T12:00", None, true),
        (Some(Weekday::Friday), "2026-11-21T12:00", None, true),
        (Some(Weekday::Friday), "2026-11-25T12:00", Some("2026-11-25"), false),
        (Some(Weekday::Friday), "2026-11-27T12:00", None, false),
        (Some(Weekday::Friday), "2026-12-01T12:00", None, true),
        (None, "2026-12-01T12:00", None, false),
    ] {
        place.show(local, 0);
        let (journal, chance) = place.session.journal_and_chance().unwrap();
        journal.settings.check_in = chosen;
        if let Some(day) = filled {
            let happened = Some(model::Happened::Day(day.parse().unwrap()));
            let one = Writing { marks: [("mattered".to_owned(), 4)].into(), happened, ..Writing::new(Kind::CheckIn, "") };
            journal.keep(vec![New::of(one)], None, chance).unwrap();
        }
        assert_eq!(journal.check_ins().unwrap().due, due, "{chosen:?} on {local}");
    }
}

#[test]
fn no_entry_is_begun_in_a_guide_that_makes_a_fact_note_and_an_old_one_can_be_mended() {
    let mut place = Place::new();
    let (journal, chance) = place.session.journal_and_chance().unwrap();
    let walked = |id: &str, text: &str| Writing {
        guide: Some(model::Walk { id: id.into(), export: ExportRule::Never }),
        answers: vec![model::Answer { field: "facts".into(), text: text.into() }],
        ..Writing::new(Kind::Guide, "")
    };
    let not_okay = |text: &str| walked("when-it-is-not-okay", text);
    let refused = JournalError::from(Invalid { field: "guide", why: Why::Unreadable });
    for kind in [Kind::Guide, Kind::Moment] {
        let new = New::of(Writing { kind, text: "x".into(), ..not_okay("She shouted") });
        assert_eq!(journal.keep(vec![new], None, chance), Err(refused.clone()), "{kind}");
    }
    let mut entry = journal.keep(vec![New::of(walked("duck-check", "Calm"))], None, chance).unwrap().remove(0);
    assert_eq!(journal.change(entry.id, not_okay("She shouted"), None), Err(refused));
    // As an earlier version kept it.
    let turn = journal.settings.day_turn;
    entry.writing = not_okay("She shouted");
    journal.commit(&|act| Ok(act.rows.replace(&entry, turn)?)).unwrap();
    let mended = journal.change(entry.id, not_okay("She shouted twice"), None).unwrap().entry;
    assert_eq!(mended.writing.answers[0].text, "She shouted twice");
}
