//! The day's prompt, as the days go by.

use crate::place::{PASSPHRASE, Place, passphrase};
use journal::{Home, Session, SystemChance};
use model::{Clock, Day, Now, Stamp};
use serde_json::json;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A Monday; days are counted from it.
fn day(number: i64) -> Day {
    let first: Day = "2026-01-05".parse().unwrap();
    Day::new(first.date() + chrono::Duration::days(number)).unwrap()
}

/// A clock on the wall: noon of the day that it shows.
#[derive(Clone, Default)]
struct Wall(Arc<AtomicI64>);

impl Wall {
    fn show(&self, day: Day) {
        self.0.store(day.date().and_hms_opt(12, 0, 0).unwrap().and_utc().timestamp_millis(), Ordering::Relaxed);
    }
}

impl Clock for Wall {
    fn now(&self) -> Now {
        Now { stamp: Stamp::from_millis(self.0.load(Ordering::Relaxed)), offset_minutes: 0, zone: None }
    }
}

/// The journal, opened beside such a clock.
fn hung(place: &Place) -> (Wall, Session) {
    let wall = Wall::default();
    wall.show(day(0));
    let mut session = Session::new(Home::at(place.home()), Box::new(wall.clone()), Box::new(SystemChance));
    session.unlock(&passphrase(PASSPHRASE)).unwrap();
    (wall, session)
}

#[test]
fn no_prompt_comes_back_within_three_weeks_and_the_same_day_shows_the_same() {
    let place = Place::with_journal();
    let (wall, mut session) = hung(&place);
    let journal = session.journal().unwrap();
    let mut last: HashMap<&str, i64> = HashMap::new();
    for n in 0..100 {
        wall.show(day(n));
        let card = journal.prompt_today().unwrap().expect("there is always one");
        assert_eq!(journal.prompt_on(day(n)).unwrap().unwrap().prompt.id, card.prompt.id);
        if let Some(before) = last.insert(card.prompt.id, n) {
            assert!(n - before > 21, "{} after {} days", card.prompt.id, n - before);
        }
    }
    session.close().unwrap();
    // What was shown is remembered when the journal was closed in between.
    let shown = place.cli(&["prompt", "--date", &day(99).to_string(), "--json"]).json();
    assert_eq!(last[shown["id"].as_str().unwrap()], 99);
}

#[test]
fn s0_21_what_is_asked_on_days_off_comes_though_nobody_named_one_and_twice_a_year_at_most() {
    let place = Place::with_journal();
    let (wall, mut session) = hung(&place);
    let journal = session.journal().unwrap();
    let mut came = 0;
    for n in 0..365 {
        wall.show(day(n));
        came += usize::from(journal.prompt_today().unwrap().unwrap().prompt.id == "purpose-mostly");
    }
    assert!((1..=2).contains(&came), "{came} times");
    session.close().unwrap();
}

#[test]
fn h2_a_hard_day_shows_only_what_is_allowed_then() {
    let place = Place::with_journal();
    for n in 0..60 {
        let day = day(n).to_string();
        if n % 2 == 0 {
            place.fed(&["add", "--batch"], json!({ "kind": "hard-day", "happened": day }).to_string().as_bytes()).ok();
        }
    }
    let (wall, mut session) = hung(&place);
    let journal = session.journal().unwrap();
    for n in 0..60 {
        wall.show(day(n));
        let card = journal.prompt_today().unwrap().unwrap();
        let theme = card.prompt.theme.to_string();
        let allowed = ["hard-day", "recovery"].contains(&theme.as_str()) || card.prompt.id == "boss-plain-facts";
        if n % 2 == 0 {
            assert!(allowed && card.prompt.care.to_string() != "not-on-hard-days", "{}", card.prompt.id);
        }
        assert_ne!(card.prompt.care.to_string(), "may-stir", "never by itself: {}", card.prompt.id);
    }
    session.close().unwrap();
}
