use super::*;
use crate::{AskPage, Home, New, Passphrase, Session, Setup, SlotCost, SystemChance, SystemClock};
use model::{Happened, Pursuit, Writing};

fn session(dir: &tempfile::TempDir) -> Session {
    let session = Session::new(Home::at(dir.path().join("journal")), Box::new(SystemClock), Box::new(SystemChance));
    let mut session = session.with_cost(SlotCost::insecure_for_tests(10));
    let passphrase = Passphrase::new("harbor violin ottoman crisp meadow").unwrap();
    session.create(Setup { passphrase, weak_ok: true, first: None }).unwrap();
    session
}

fn on(day: &str, writing: Writing) -> New {
    New::of(Writing { happened: Some(Happened::Day(day.parse().unwrap())), ..writing })
}

fn found(journal: &Journal, query: String) -> usize {
    journal.page(&AskPage { query, kinds: Vec::new(), starred: false, after: None, limit: 100 }).unwrap().rows.len()
}

#[test]
fn roles_stand_apart_from_names_and_each_line_opens_what_it_counts() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = session(&dir);
    let (journal, chance) = session.journal_and_chance().unwrap();
    let with = |who: &str, people: &[&str], pursuit: Pursuit| Writing {
        who: Some(who.to_owned()),
        people: people.iter().map(|name| (*name).to_owned()).collect(),
        pursuits: vec![pursuit],
        ..Writing::new(Kind::Moment, "Stayed with it")
    };
    let new = vec![
        on("2026-03-02", with("caller", &["Big \"Al\""], Pursuit::MadeSimple)),
        on("2026-03-03", with("Caller", &["Blue hat", "boss"], Pursuit::MadeSimple)),
        on("2026-03-04", with("the caller from Leeds", &["night nurse"], Pursuit::Grew)),
        on("2026-03-05", with("Blue hat", &["\""], Pursuit::Grew)),
        on("2025-03-05", with("caller", &["Blue hat"], Pursuit::MadeSimple)),
    ];
    journal.keep(new, None, chance).unwrap();
    let back = journal.year(Some(2026)).unwrap();
    let lines = |threads: &[Thread]| threads.iter().map(|one| (one.name.clone(), one.entries)).collect::<Vec<_>>();
    let named = |all: &[(&str, u32)]| all.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect::<Vec<_>>();
    assert_eq!(lines(&back.roles), named(&[("caller", 2), ("boss", 1)]), "as first spelled, whatever the case");
    let people = [("Blue hat", 2), ("\"", 1), ("Big \"Al\"", 1), ("night nurse", 1), ("the caller from Leeds", 1)];
    assert_eq!(lines(&back.people), named(&people), "a role in other words was typed, as a nickname is");
    assert_eq!(lines(&back.pursuits), named(&[("grew", 2), ("made-simple", 2)]));
    for (filter, threads) in [("who", &back.roles), ("who", &back.people), ("pursuit", &back.pursuits)] {
        for Thread { name, entries } in threads {
            let query = format!("{filter}:\"{}\" from:2026 until:2026", name.replace('"', "\"\""));
            assert_eq!(found(journal, query), *entries as usize, "{filter} {name}");
        }
    }
}

#[test]
fn s2_13_words_that_worked_are_counted_as_they_are_opened() {
    let dir = tempfile::tempdir().unwrap();
    let mut session = session(&dir);
    let (journal, chance) = session.journal_and_chance().unwrap();
    let worked = |day: &str| on(day, Writing::new(Kind::WordsThatWorked, "I hear you. Tell me the rest."));
    let call = on("2026-03-03", Writing::new(Kind::Moment, "A hard call, with words that worked"));
    let kept =
        journal.keep(vec![worked("2026-03-02"), call, worked("2026-03-03"), worked("2026-12-31"), worked("2025-12-31")], None, chance);
    journal.bin(kept.unwrap()[2].id).unwrap();
    let back = journal.year(Some(2026)).unwrap();
    let counted = back.days.iter().flat_map(|day| &day.kinds).filter(|kind| **kind == Kind::WordsThatWorked).count();
    assert_eq!((counted, found(journal, "kind:words-that-worked from:2026 until:2026".to_owned())), (2, 2));
}
