use super::*;
use crate::fixture::{self, entry, id, insert, of, turn};
use model::{Answer, Cost, ExportRule, Felt, Happened, JournalSettings, Know, Pledge, Precision, Pursuit, Ripple, Source, Walk, Writing};
use proptest::prelude::*;

fn order(store: &Store) -> Vec<u64> {
    let mut ids = Vec::new();
    store
        .each(None, None, &[], &mut |e| {
            ids.push((0..500).find(|n| id(*n) == e.id).unwrap());
            ControlFlow::Continue(())
        })
        .unwrap();
    ids
}

fn full(kind: Kind) -> Entry {
    let text = |t: &str| Some(format!("{t} \"'\\ ü 疲"));
    let mut e = of(
        1,
        "2026-02-28T21:10:05",
        Writing {
            kind,
            text: "What\nI did".into(),
            happened: None,
            who: text("who"),
            need: text("need"),
            changed: text("changed"),
            know: Some(Know::ISaw),
            their_words: text("words"),
            my_part: text("part"),
            pursuits: vec![Pursuit::Grew, Pursuit::ClearWhy],
            felt: vec![Felt::Tired, Felt::Proud],
            cost: Some(Cost::Even),
            in_the_way: text("way"),
            promise: Some(Pledge { what: "a".into(), to: "b".into(), by: "c".into(), reach: "d".into() }),
            people: vec!["Zoë".into(), "Anna".into()],
            tags: vec!["ward".into(), "Night \"shift\"".into()],
            prompt: Some("craft-bit-better".into()),
            guide: Some(Walk { id: "duck-check".into(), export: ExportRule::Ask }),
            answers: vec![Answer { field: "below".into(), text: "near tears \"'\\ ü".into() }],
            marks: [("mattered".to_owned(), 5), ("backed-up".to_owned(), 1)].into(),
            ripples: vec![Ripple { at: Stamp::from_millis(5), text: "She came back".into() }],
            star: true,
            may_share: true,
        },
    );
    e.precision = Precision::Instant;
    e.offset_minutes = Some(-210);
    e.zone = Some("America/St_Johns".into());
    e.edited = Some(Stamp::from_millis(2));
    e.source = Some(Source { app: "jrnl".into(), id: "7".into(), batch: "b1".into() });
    e.extra.insert("mood".into(), serde_json::json!({"n": [1, 2.5, null]}));
    e
}

#[test]
fn every_field_of_every_kind_comes_back() {
    for kind in Kind::ALL {
        for binned in [None, Some(Stamp::from_millis(9))] {
            let (_dir, mut store) = fixture::fresh();
            let e = Entry { binned, ..full(*kind) };
            insert(&mut store, std::slice::from_ref(&e));
            assert_eq!(store.get(e.id).unwrap(), Some(e.clone()));
            assert_eq!(store.by_source("jrnl", "7").unwrap(), Some(e.id));
            assert_eq!(store.in_batch("b1").unwrap(), [e.id]);
        }
    }
}

#[test]
fn the_time_line_is_in_order_however_it_was_filled() {
    let (_dir, mut store) = fixture::fresh();
    insert(
        &mut store,
        &[
            entry(0, "2026-02-28T21:10", "c"),
            entry(1, "2026-02-27T09:00", "back-filled"),
            entry(2, "2026-03-01T03:30", "still the shift of the 28th"),
            entry(3, "2026-02-28", "only the day"),
            entry(4, "2026-02-28T21:10", "same minute"),
        ],
    );
    assert_eq!(order(&store), [1, 3, 0, 4, 2]);
    assert_eq!(store.on_day("2026-02-28".parse().unwrap()).unwrap().len(), 4);
    store.transact(|tx| tx.replace(&entry(0, "2026-02-28T22:00", "moved"), turn())).unwrap();
    assert_eq!(order(&store), [1, 3, 4, 0, 2]);
    let crowd: Vec<_> = (10..310).map(|n| entry(n, "2026-02-28T21:10", "x")).collect();
    insert(&mut store, &crowd);
    assert_eq!(order(&store)[3..303], (10..310).collect::<Vec<_>>());
    let stats = store.stats().unwrap();
    assert_eq!((stats.entries, stats.days), (305, 2));
    assert_eq!(store.count_in_month(2026, 2).unwrap(), 305);
    assert_eq!(store.count_in_month(2026, 13).unwrap() + store.count_in_month(2026, 3).unwrap(), 0);
    assert_eq!(store.count_by_kind().unwrap(), [(Kind::Moment, 305)]);
    assert_eq!(store.stones(None, Some("2026-02-27".parse().unwrap())).unwrap(), [(id(1), Kind::Moment, "2026-02-27".parse().unwrap())]);
}

#[test]
fn a_moved_entry_takes_its_names_and_versions_along() {
    let (_dir, mut store) = fixture::fresh();
    let old = full(Kind::Moment);
    insert(&mut store, std::slice::from_ref(&old));
    let mut new = of(1, "2026-01-05", old.writing.clone());
    new.writing.tags = vec!["WARD".into()];
    store
        .transact(|tx| {
            assert_eq!(tx.push_version(&old, Stamp::from_millis(3))?, 1);
            tx.replace(&new, turn())?;
            assert_eq!(tx.push_version(&new, Stamp::from_millis(4))?, 2);
            Ok(())
        })
        .unwrap();
    let versions = store.versions(old.id).unwrap();
    assert_eq!((versions[0].number, &versions[0].writing, versions[1].day), (1, &old.writing, new.day));
    assert_eq!(store.tags().unwrap(), [("ward".to_owned(), 1)].to_vec());
    assert_eq!(store.get(old.id).unwrap().unwrap().writing.people, ["Zoë", "Anna"]);
}

#[test]
fn a_failed_change_leaves_nothing() {
    let (_dir, mut store) = fixture::fresh();
    let before = store.digest().unwrap();
    let result: Result<(), _> = store.transact(|tx| {
        tx.insert(&entry(1, "2026-02-28", "tea"), turn())?;
        assert_eq!(tx.insert(&entry(1, "2026-02-28", "tea"), turn()), Err(StoreError::Taken));
        Err(StoreError::NoSuchEntry)
    });
    assert_eq!(result, Err(StoreError::NoSuchEntry));
    assert_eq!(store.digest().unwrap(), before);
    assert_eq!(store.transact(|tx| tx.purge(id(1))), Err(StoreError::NoSuchEntry));
}

#[test]
fn drafts_settings_and_values_come_back() {
    let (_dir, mut store) = fixture::fresh();
    let settings = JournalSettings { sheet_confirmed: true, ..JournalSettings::default() };
    let words = full(Kind::Lesson).writing;
    assert_eq!(store.settings().unwrap(), JournalSettings::default());
    store
        .transact(|tx| {
            tx.set_settings(&settings)?;
            tx.keep_draft("today", &Writing::default(), Stamp::from_millis(1))?;
            tx.keep_draft("today", &words, Stamp::from_millis(2))?;
            tx.keep_draft("other", &words, Stamp::from_millis(3))?;
            tx.drop_draft("other")?;
            tx.set_meta("gone", Some(b"x"))?;
            tx.set_meta("gone", None)?;
            tx.set_meta("seed", Some(&[0, 255]))
        })
        .unwrap();
    assert_eq!((store.settings().unwrap(), store.drafts().unwrap().len()), (settings, 1));
    assert_eq!(store.draft("today").unwrap().unwrap().writing, words);
    assert_eq!((store.meta("seed").unwrap(), store.meta("gone").unwrap()), (Some(vec![0, 255]), None));
}

#[test]
fn what_is_purged_takes_its_unfinished_words_and_the_promises_that_were_dropped_with_it() {
    let (_dir, mut store) = fixture::fresh();
    insert(&mut store, &[entry(1, "2026-02-28", "tea"), entry(2, "2026-02-28", "tea")]);
    let promise = |n: u64, dropped: bool| model::Promise {
        id: id(n),
        promising: model::Promising { what: "ring her".into(), ..Default::default() },
        state: model::PromiseState::Open,
        handed_to: None,
        entry: Some(id(1)),
        day: "2026-02-28".parse().unwrap(),
        made: Stamp::from_millis(1),
        closed: None,
        dropped,
    };
    let slots = |n: u64| ["edit", "later", "promise"].map(|place| format!("{place}:{}", id(n)));
    let all = [slots(1), slots(2), slots(11), slots(12), ["today", "promise", "prompt:x"].map(str::to_owned)].concat();
    store
        .transact(|tx| {
            [promise(11, true), promise(12, false)].iter().try_for_each(|p| tx.put_promise(p))?;
            all.iter().try_for_each(|slot| tx.keep_draft(slot, &Writing::new(Kind::Moment, "unfinished"), Stamp::from_millis(1)))?;
            tx.purge(id(1))
        })
        .unwrap();
    let mut left: Vec<String> = store.drafts().unwrap().into_iter().map(|d| d.slot).collect();
    let mut wanted: Vec<String> = all.into_iter().filter(|slot| !slots(1).contains(slot) && !slots(11).contains(slot)).collect();
    left.sort();
    wanted.sort();
    assert_eq!(left, wanted);
    assert_eq!(store.promises_of(id(1)).unwrap(), [promise(12, false)]);
}

/// The same engine, schema and settings without a key, so that every byte of the file can be looked at.
#[test]
fn what_is_purged_is_in_no_byte_of_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let path = fixture::file(&dir);
    let mut store = Store::create_plain(&path);
    let secret = |n: u64| {
        let mut w = Writing::new(Kind::Moment, format!("{} xylophonist{n} {}", "before ".repeat(n as usize * 40), "after ".repeat(2000)));
        w.their_words = Some("zeppelinword".into());
        w.tags = vec!["quasartag".into()];
        of(n, "2026-02-28", w)
    };
    let has = |needle: &str| std::fs::read(&path).unwrap().windows(needle.len()).any(|w| w == needle.as_bytes());
    let plain: Vec<_> = (100..400).map(|n| entry(n, "2026-02-27", &format!("plain words {n} after"))).collect();
    insert(&mut store, &plain[..150]);
    insert(&mut store, &[secret(1), secret(2), secret(3)]);
    insert(&mut store, &plain[150..]);
    store
        .transact(|tx| {
            tx.push_version(&secret(1), Stamp::from_millis(1))?;
            tx.replace(&entry(2, "2026-02-28", "harmless"), turn())?;
            tx.set_binned(id(1), Some(Stamp::from_millis(2)))
        })
        .unwrap();
    store.checkpoint().unwrap();
    for word in ["xylophonist1", "xylophonist3", "zeppelinword", "quasartag"] {
        assert!(has(word), "the search for bytes itself works: {word}");
    }
    store.transact(|tx| [1, 2, 3].iter().try_for_each(|n| tx.purge(id(*n)))).unwrap();
    assert!(!store.index_knows("zeppelinword"));
    store.checkpoint().unwrap();
    for word in ["xylophonist", "zeppelinword", "quasartag"] {
        assert!(!has(word), "{word} after purging");
    }
    store.compact().unwrap();
    store.close().unwrap();
    assert!(!has("xylophonist") && has("plain words 399"));
}

fn text() -> impl Strategy<Value = String> {
    "[^\u{0}]{0,60}"
}

fn names() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec("\\PC{1,12}", 0..4)
}

prop_compose! {
    fn writing()(
        kind in proptest::sample::select(Kind::ALL), words in text(),
        fields in proptest::collection::vec(proptest::option::of(text()), 6),
        tags in names(), people in names(), flags in any::<(bool, bool)>(),
        felt in proptest::sample::subsequence(Felt::ALL, 0..4),
        happened in proptest::sample::select(vec![None, Some("2026-02-28"), Some("2026-02-28T21:10"), Some("0000-01-01T00:00:09"), Some("9999-12-31")]),
        promise in proptest::option::of((text(), text())),
        answers in proptest::collection::vec(text(), 0..3), later in proptest::collection::vec(text(), 0..3),
    ) -> Writing {
        let mut f = fields.into_iter();
        let mut next = || f.next().flatten();
        Writing {
            kind, text: words, happened: happened.map(|h| h.parse().unwrap()),
            who: next(), need: next(), changed: next(), know: None, their_words: next(), my_part: next(), in_the_way: next(),
            pursuits: Vec::new(), felt, cost: None,
            promise: promise.map(|(what, to)| Pledge { what, to, ..Pledge::default() }),
            prompt: None, guide: None, marks: std::collections::BTreeMap::new(),
            answers: answers.into_iter().map(|text| Answer { field: "a".into(), text }).collect(),
            ripples: later.into_iter().map(|text| Ripple { at: Stamp::from_millis(7), text }).collect(),
            people, tags, star: flags.0, may_share: flags.1,
        }
    }
}

#[test]
fn any_writing_comes_back_and_leaves_no_word_behind() {
    let (_dir, mut store) = fixture::fresh();
    let store = std::cell::RefCell::new(&mut store);
    proptest!(ProptestConfig::with_cases(200), |(writing in writing())| {
        let mut store = store.borrow_mut();
        let mut e = entry(1, "2026-02-28", "");
        e.writing = writing;
        // A name is spelled once in a journal: as `tidied` leaves it.
        for names in [&mut e.writing.people, &mut e.writing.tags] {
            let mut seen = std::collections::HashSet::new();
            names.retain(|n| !model::fold(n).is_empty() && seen.insert(model::fold(n)));
        }
        if let Some(who) = &e.writing.who {
            let who = model::fold(who.trim());
            e.writing.people.retain(|p| model::fold(p) != who);
        }
        e.day = e.writing.happened.unwrap_or(Happened::Day("2026-02-28".parse().unwrap())).shift_day(turn());
        store.transact(|tx| tx.insert(&e, turn())).unwrap();
        prop_assert_eq!(store.get(e.id).unwrap(), Some(e.clone()));
        store.transact(|tx| tx.purge(e.id)).unwrap();
        store.conn.execute_batch("CREATE VIRTUAL TABLE IF NOT EXISTS temp.left_over USING fts5vocab (main, entry_fts, instance)").unwrap();
        prop_assert_eq!(store.number("SELECT count(*) FROM temp.left_over", []).unwrap(), 0);
        prop_assert_eq!(store.number("SELECT (SELECT count(*) FROM tags) + (SELECT count(*) FROM people)", []).unwrap(), 0);
    });
}
