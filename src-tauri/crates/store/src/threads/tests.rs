use super::*;
use crate::fixture::{self, insert, of};
use model::{Pursuit, Query, Stamp};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn year(store: &Store) -> Threads {
    store.threads(day("2026-01-01"), day("2026-12-31")).unwrap()
}

fn moment(need: Option<&str>, who: Option<&str>, way: Option<&str>, cost: Option<Cost>) -> Writing {
    let own = |text: Option<&str>| text.map(str::to_owned);
    Writing { need: own(need), who: own(who), in_the_way: own(way), cost, ..Writing::new(Kind::Moment, "Stayed with it") }
}

/// Writings of the year, each on a day of its own from the second of March on.
fn holding(writings: Vec<Writing>) -> (tempfile::TempDir, Store) {
    let (dir, mut store) = fixture::fresh();
    let entries: Vec<_> = writings.into_iter().enumerate().map(|(n, w)| of(n as u64, &format!("2026-03-{:02}", n + 2), w)).collect();
    insert(&mut store, &entries);
    (dir, store)
}

fn found(store: &Store, line: &str) -> usize {
    store.page(&Query::parse(line), &[], false, None, 1000).unwrap().rows.len()
}

#[test]
fn s0_2_what_took_a_lot_is_told_by_need_else_person_else_obstacle_and_only_when_it_came_again() {
    let (lot, even) = (Some(Cost::TookALot), Some(Cost::Even));
    let (_dir, mut store) = holding(vec![
        moment(Some("To be heard"), Some("Blue hat"), Some("The form"), lot),
        moment(Some("to be heard."), None, None, lot),
        moment(Some("to be heard"), None, None, even),
        moment(None, Some("Blue hat"), Some("The form"), lot),
        moment(None, Some("blue hat"), None, lot),
        moment(None, None, Some("no second pair of hands"), lot),
        moment(None, None, Some("No second pair of hands"), lot),
        moment(Some("a way home"), None, None, lot),
        moment(None, None, None, lot),
        moment(Some("some quiet"), None, None, None),
        moment(Some("some quiet"), None, None, lot),
    ]);
    let mut drains = year(&store).drains;
    drains.sort();
    let wanted = [("Blue hat", 2), ("To be heard", 2), ("no second pair of hands", 2)].map(|(name, times)| (name.to_owned(), times));
    assert_eq!(drains, wanted, "each entry once, what is named once is no thread, and what took little is none of it");
    assert_eq!((found(&store, "\"to be heard\""), found(&store, "cost:took-a-lot"), found(&store, "cost:took-a-lot cost:even")), (3, 9, 0));
    store.transact(|tx| tx.set_binned(fixture::id(0), Some(Stamp::from_millis(1)))).unwrap();
    assert!(!year(&store).drains.iter().any(|(name, _)| name.eq_ignore_ascii_case("to be heard.")), "not from the bin");
    assert_eq!(found(&store, "cost:took-a-lot"), 8);
}

#[test]
fn s0_6_the_same_snag_is_one_thread_over_time_with_its_first_day() {
    let snag = |text: &str| Writing::new(Kind::Snag, text);
    let both = |text: &str| Writing { in_the_way: Some(text.to_owned()), ..snag(text) };
    let (_dir, mut store) = holding(vec![
        moment(None, None, Some("The printer is down"), None),
        snag("the printer is down.\n\nSecond time, and nobody knows whom to ask."),
        both("The Printer is down!"),
        moment(None, None, Some("No chair"), Some(Cost::TookALot)),
        snag("Once is no thread"),
        snag(&"long ".repeat(60)),
        snag(&"long ".repeat(60)),
        moment(Some("The printer is down"), None, None, None),
        Writing::new(Kind::Lesson, "The printer is down"),
    ]);
    let printer = |times| vec![("The printer is down".to_owned(), times, day("2026-03-02"))];
    assert_eq!(year(&store).snags, printer(3), "one entry counts once, a need and a lesson are no snag, a page is no name");
    assert_eq!(store.threads(day("2026-03-05"), day("2026-12-31")).unwrap().snags, []);
    assert_eq!(found(&store, "\"The printer is down\""), 5, "as words it is found wherever it stands");
    store.transact(|tx| tx.set_binned(fixture::id(2), Some(Stamp::from_millis(1)))).unwrap();
    assert_eq!(year(&store).snags, printer(2));
}

#[test]
fn needs_are_one_in_whatever_spelling_and_pictures_are_names_too() {
    let need = |need: &str| moment(Some(need), None, None, None);
    let (_dir, store) = holding(vec![need("To be heard"), need("to be heard."), need("🌿"), need("🎉"), need("—"), need("…")]);
    let mut needs = year(&store).needs;
    needs.sort();
    assert_eq!(needs.iter().map(|(_, times)| *times).collect::<Vec<_>>(), [2, 1, 1, 1, 1], "{needs:?}");
}

/// What a line of a thread asks, as the window writes it.
fn asks(filter: &str, name: &str) -> String {
    format!("{filter}:\"{}\" from:2026 until:2026", name.replace('"', "\"\""))
}

#[test]
fn a_line_opens_the_very_entries_that_it_counts() {
    let (lot, even) = (Some(Cost::TookALot), Some(Cost::Even));
    let snag = |text: &str| Writing::new(Kind::Snag, text);
    let said = |text: &str, writing: Writing| Writing { text: text.to_owned(), ..writing };
    let (_dir, mut store) = holding(vec![
        moment(Some("time"), None, None, lot),
        moment(Some("Time."), Some("Blue hat"), None, even),
        said("No time at all", moment(Some("more time"), Some("time"), Some("time"), lot)),
        said("No time at all", moment(None, Some("Blue hat"), None, lot)),
        moment(None, Some("blue hat"), Some("No chair"), lot),
        moment(Some("a chair"), Some("Blue hat"), Some("no chair!"), lot),
        moment(None, None, Some("TIME"), lot),
        snag("No chair\n\nAnd no time."),
        snag("There is no chair"),
        said("No chair", moment(Some("no chair"), None, None, None)),
        Writing::new(Kind::Lesson, "No chair"),
        moment(Some("—"), None, None, None),
        moment(Some("…"), None, None, None),
        Writing { in_the_way: Some("no chair".into()), ..snag("time") },
    ]);
    let before = of(90, "2025-12-31", moment(Some("time"), None, Some("No chair"), lot));
    let binned = of(91, "2026-05-01", moment(Some("time"), None, Some("No chair"), lot));
    insert(&mut store, &[before, binned]);
    store.transact(|tx| tx.set_binned(fixture::id(91), Some(Stamp::from_millis(1)))).unwrap();
    let Threads { needs, drains, snags, .. } = year(&store);
    let snags: Vec<_> = snags.into_iter().map(|(name, times, _)| (name, times)).collect();
    let times = |threads: &[(String, u32)], name: &str| threads.iter().find(|(n, _)| n == name).map(|(_, times)| *times);
    assert_eq!([times(&needs, "time"), times(&drains, "time"), times(&drains, "Blue hat")], [Some(2), Some(2), Some(2)]);
    assert_eq!((times(&snags, "No chair"), times(&snags, "time")), (Some(4), Some(3)));
    for (filter, threads) in [("need", needs), ("load", drains), ("way", snags)] {
        assert!(threads.len() > 1, "{filter}: {threads:?}");
        for (name, times) in threads {
            assert_eq!(found(&store, &asks(filter, &name)), times as usize, "{filter} {name}");
        }
    }
    assert_eq!((found(&store, "need:time"), found(&store, "need:tim"), found(&store, "load:\"more time\" who:time")), (3, 0, 1));
    assert_eq!(found(&store, "way:\"no chair\" -time tea"), 0);
    let shown = store.page(&Query::parse("need:\"A chair.\""), &[], false, None, 9).unwrap().rows.remove(0).excerpt;
    assert!(shown.parts.iter().any(|part| part.hit && part.text == "a chair"), "the row shows what was sought: {shown:?}");
    let page = |after| store.page(&Query::parse("way:\"no chair\""), &[], false, after, 2).unwrap();
    let (first, second) = (page(None), page(page(None).next));
    assert_eq!((first.rows.len(), second.rows.len(), page(second.next).rows.len()), (2, 2, 1), "page by page");
}

#[test]
fn a_pursuit_opens_the_very_entries_that_it_counts() {
    use model::Pursuit::{GoodSkill, Grew, MadeSimple};
    let of_them = |pursuits: &[Pursuit]| Writing { pursuits: pursuits.to_vec(), ..moment(Some("time"), None, None, None) };
    let (_dir, mut store) = holding(vec![
        of_them(&[MadeSimple]),
        of_them(&[Grew, MadeSimple]),
        of_them(&[GoodSkill]),
        // The words alone are no pursuit, wherever they stand; and not every entry has a story.
        moment(Some("made-simple"), Some("grew"), Some("made-simple"), None),
        Writing { pursuits: vec![Grew], ..Writing::new(Kind::Reflection, "pursuit:made-simple") },
        Writing::new(Kind::Lesson, "made-simple"),
        of_them(&[MadeSimple]),
    ]);
    insert(&mut store, &[of(90, "2025-12-31", of_them(&[MadeSimple]))]);
    store.transact(|tx| tx.set_binned(fixture::id(6), Some(Stamp::from_millis(1)))).unwrap();
    let mut pursuits = year(&store).pursuits;
    pursuits.sort();
    assert_eq!(pursuits, [("good-skill", 1), ("grew", 2), ("made-simple", 2)].map(|(name, times)| (name.to_owned(), times)));
    for (name, times) in pursuits {
        assert_eq!(found(&store, &asks("pursuit", &name)), times as usize, "{name}");
    }
    let both = "pursuit:made-simple pursuit:grew";
    assert_eq!((found(&store, both), found(&store, "pursuit:made-simple need:time"), found(&store, "pursuit:kept-going")), (1, 3, 0));
    let page = |after| store.page(&Query::parse("pursuit:made-simple"), &[], false, after, 2).unwrap();
    assert_eq!((page(None).rows.len(), page(page(None).next).rows.len()), (2, 1), "page by page, the year before too");
}

#[test]
fn a_name_opens_what_it_counts_whatever_marks_are_in_it() {
    let names = ["say \"hi\"", "a\\b", "a\\\"", "\"", "\"\"", "🪨 \"stone\"", "السيدة \"ن\"", "tag:x -y", "who's it?"];
    let named = |name: &str| Writing {
        tags: vec![name.to_owned()],
        cost: Some(Cost::TookALot),
        ..moment(Some(name), Some(name), Some(name), None)
    };
    let (_dir, store) =
        holding(names.iter().flat_map(|name| [named(name), named(name)]).chain([named("say hi"), named("stone")]).collect());
    let Threads { people, tags, .. } = year(&store);
    assert_eq!((people.len(), tags.len()), (names.len() + 2, names.len() + 2));
    for (filter, threads) in [("who", people), ("tag", tags)] {
        for (name, times) in threads {
            assert_eq!(found(&store, &asks(filter, &name)), times as usize, "{filter} {name}");
        }
    }
    let Threads { needs, drains, snags, .. } = year(&store);
    let snags = snags.into_iter().map(|(name, times, _)| (name, times)).collect();
    for (filter, threads) in [("need", needs), ("load", drains), ("way", snags)] {
        assert!(threads.len() > 6, "{filter}: {threads:?}");
        for (name, times) in threads {
            assert_eq!(found(&store, &asks(filter, &name)), times as usize, "{filter} {name}");
        }
    }
}

#[test]
fn a_name_is_as_long_in_every_script() {
    let (_dir, store) = holding(vec![
        Writing::new(Kind::Snag, "椅".repeat(LONGEST)),
        Writing::new(Kind::Snag, "椅".repeat(LONGEST)),
        Writing::new(Kind::Snag, "x".repeat(LONGEST + 1)),
        Writing::new(Kind::Snag, "x".repeat(LONGEST + 1)),
    ]);
    assert_eq!(year(&store).snags, [("椅".repeat(LONGEST), 2, day("2026-03-02"))]);
    assert_eq!(found(&store, &asks("way", &"椅".repeat(LONGEST))), 2);
}
