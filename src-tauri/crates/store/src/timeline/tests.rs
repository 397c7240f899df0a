use super::*;
use crate::fixture::{self, entry, insert, of, turn};
use model::{Pledge, Writing};

fn found(store: &Store, line: &str) -> Vec<u64> {
    let page = store.page(&Query::parse(line), &[], false, None, 1000).unwrap();
    page.rows.iter().map(|r| (0..200).find(|n| fixture::id(*n) == r.id).unwrap()).collect()
}

#[test]
fn words_are_found_as_people_type_them() {
    let texts = [
        "Crème brûlée for the WARD",
        "I don't like e-mail",
        "今日はとても疲れたけど、良い一日",
        "วันนี้ฉันเหนื่อยมาก",
        "ذهبتُ إلى المستشفى",
        "a party 🎉 with 👩\u{200d}🔬",
        "she said \"NEAR(x)\" * and left",
        "one two three",
        "오늘은 병원에서",
        "straße Σίσυφος",
    ];
    let (_dir, mut store) = fixture::fresh();
    let entries: Vec<_> = texts.iter().enumerate().map(|(i, t)| entry(i as u64, "2026-02-28", t)).collect();
    insert(&mut store, &entries);
    for (line, expected) in [
        ("creme", vec![0]),
        ("BRÛ", vec![0]),
        ("ward brulee", vec![0]),
        ("war -brulee", vec![]),
        ("don't", vec![1]),
        ("don’t", vec![1]),
        ("e-mail", vec![1]),
        ("疲れた", vec![2]),
        ("れ疲", vec![]),
        ("一日", vec![2]),
        ("เหนื่อย", vec![3]),
        ("مستشفى", vec![]),
        ("المستشفى", vec![4]),
        ("ذهبت", vec![4]),
        ("🎉", vec![5]),
        ("👩\u{200d}🔬", vec![5]),
        ("party🎉", vec![5]),
        ("NEAR(", vec![6]),
        ("said \"near x\"", vec![6]),
        ("\"one two\"", vec![7]),
        ("\"two one\"", vec![]),
        ("\"one tw\"", vec![]),
        ("two AND", vec![]),
        ("병원", vec![8]),
        ("strasse ΣΙΣΥΦΟΣ", vec![9]),
        ("text:one", vec![]),
        ("{text}:one", vec![]),
        ("^one", vec![7]),
        ("one*", vec![7]),
        ("* one + \"", vec![7]),
        ("-one two", vec![]),
    ] {
        assert_eq!(found(&store, line), expected, "{line}");
    }
    for line in ["", "*", "\"", "—", "( ) ^ : ;"] {
        assert_eq!(found(&store, line).len(), texts.len(), "{line}");
    }
    assert_eq!(found(&store, "-one").len(), texts.len() - 1);
    for line in [
        "word ".repeat(2000),
        "x".repeat(10_000),
        "疲".repeat(3400),
        "\"".repeat(10_000),
        "-a ".repeat(3000),
        "AND OR NOT NEAR ".repeat(600),
    ] {
        let _ = found(&store, &line);
    }
}

#[test]
fn filters_hold_with_words_and_without() {
    let (_dir, mut store) = fixture::fresh();
    let with = |n, day: &str, kind, f: &dyn Fn(&mut Writing)| {
        let mut w = Writing::new(kind, "tea");
        f(&mut w);
        of(n, day, w)
    };
    let entries = [
        with(0, "2026-01-01", Kind::Moment, &|w| w.tags = vec!["Wärd".into(), "tea".into()]),
        with(1, "2026-02-01", Kind::Lesson, &|w| w.star = true),
        with(2, "2026-03-01", Kind::Moment, &|w| w.people = vec!["Nurse".into()]),
        with(3, "2026-04-01", Kind::Snag, &|w| w.who = Some("nurse".into())),
        with(4, "2026-05-01", Kind::Moment, &|w| w.promise = Some(Pledge { what: "ring back".into(), ..Pledge::default() })),
    ];
    insert(&mut store, &entries);
    for (filter, expected) in [
        ("", vec![4, 3, 2, 1, 0]),
        ("#ward", vec![0]),
        ("#ward #tea", vec![0]),
        ("#ward @nurse", vec![]),
        ("#unknown", vec![]),
        ("@NURSE", vec![3, 2]),
        ("@nurse kind:snag", vec![3]),
        ("kind:lesson", vec![1]),
        ("kind:lesson kind:snag", vec![]),
        ("is:star", vec![1]),
        ("from:2026-02 before:2026-04", vec![2, 1]),
        ("before:2026-01", vec![]),
    ] {
        assert_eq!(found(&store, filter), expected, "{filter}");
        assert_eq!(found(&store, &format!("{filter} tea")), expected, "{filter} tea");
    }
    assert_eq!(found(&store, "ring"), [4]);
    assert_eq!(found(&store, "ward"), [0]);
    let page = store.page(&Query::default(), &[Kind::Snag, Kind::Lesson], false, None, 10).unwrap();
    assert_eq!(page.rows.iter().map(|r| r.kind).collect::<Vec<_>>(), [Kind::Snag, Kind::Lesson]);
    assert_eq!(store.page(&Query::default(), &[], true, None, 10).unwrap().rows.len(), 1);
    assert_eq!(store.page(&Query::parse("ring"), &[], false, None, 10).unwrap().rows[0].excerpt.parts[0].text, "ring");
}

#[test]
fn pages_follow_each_other_without_gap_or_double() {
    let (_dir, mut store) = fixture::fresh();
    let entries: Vec<_> = (0..57).map(|n| entry(n, &format!("2026-02-{:02}T1{}:00", n % 28 + 1, n % 3), "tea")).collect();
    insert(&mut store, &entries);
    for line in ["", "tea"] {
        let (mut seen, mut after) = (Vec::new(), None::<Cursor>);
        loop {
            let page = store.page(&Query::parse(line), &[], false, after, 10).unwrap();
            seen.extend(page.rows.iter().map(|r| r.id));
            after = page.next.map(|c| c.to_string().parse().unwrap());
            if after.is_none() {
                break;
            }
        }
        let whole: Vec<_> = store.page(&Query::default(), &[], false, None, 1000).unwrap().rows.iter().map(|r| r.id).collect();
        assert_eq!((seen.len(), seen), (57, whole), "{line}");
    }
    assert!("-1".parse::<Cursor>().is_err() && "zz".parse::<Cursor>().is_err());
}

#[test]
fn the_bin_is_not_searched() {
    let (_dir, mut store) = fixture::fresh();
    insert(&mut store, &[entry(1, "2026-02-28", "lantern")]);
    let binned = Some(Stamp::from_millis(5));
    store.transact(|tx| tx.set_binned(fixture::id(1), binned)).unwrap();
    assert!(found(&store, "lantern").is_empty() && found(&store, "").is_empty());
    assert!(!store.index_knows("lantern"));
    assert_eq!((store.bin_count().unwrap(), store.binned(9).unwrap()[0].binned), (1, binned));
    assert_eq!(store.binned_before(Stamp::from_millis(6)).unwrap(), [fixture::id(1)]);
    store.transact(|tx| tx.set_binned(fixture::id(1), None)).unwrap();
    assert_eq!((found(&store, "lantern"), store.bin_count().unwrap()), (vec![1], 0));
}

#[test]
fn a_changed_entry_is_found_by_its_new_words_alone() {
    let (_dir, mut store) = fixture::fresh();
    insert(&mut store, &[entry(1, "2026-02-28T10:00", "lantern")]);
    store.transact(|tx| tx.replace(&entry(1, "2026-02-20T10:00", "candle"), turn())).unwrap();
    assert_eq!((found(&store, "lantern"), found(&store, "candle")), (vec![], vec![1]));
    store.transact(|tx| tx.rebuild_index()).unwrap();
    assert_eq!((found(&store, "lantern"), found(&store, "candle")), (vec![], vec![1]));
}

#[test]
fn an_interrupter_leaves_changes_alone() {
    let (_dir, mut store) = fixture::fresh();
    let interrupter = store.interrupter();
    store
        .transact(|tx| {
            interrupter.interrupt();
            tx.insert(&entry(1, "2026-02-28", "tea"), turn())
        })
        .unwrap();
    interrupter.interrupt();
    assert_eq!(found(&store, "tea"), [1]);
}

#[test]
fn a_beginning_that_very_many_words_have_finds_the_same() {
    let (_dir, mut store) = fixture::fresh();
    let mut entries: Vec<_> = (0..150).map(|n| entry(n, "2026-02-28", &format!("tea{n:03} pan"))).collect();
    entries[9].writing.text = "nothing".into();
    entries[9].writing.tags = vec!["Teapot".into()];
    entries[8].writing.text = "nothing".into();
    entries[7].writing.text = "nothing".into();
    entries[7].writing.my_part = Some("made tea".into());
    insert(&mut store, &entries);
    assert_eq!(found(&store, "te").len(), 149);
    assert_eq!(found(&store, "te -pan"), [9, 7]);
    assert_eq!(found(&store, "te nothing"), [9, 7]);
    assert_eq!(found(&store, "t pa").len(), 147);
    assert_eq!(found(&store, "tea14").len(), 10);
    assert_eq!(found(&store, "made-te"), [7]);
    assert!(found(&store, "teb").is_empty());
    let first = store.page(&Query::parse("te"), &[], false, None, 100).unwrap();
    assert_eq!(store.page(&Query::parse("te"), &[], false, first.next, 100).unwrap().rows.len(), 49);
    store.transact(|tx| (0..150).try_for_each(|n| tx.purge(fixture::id(n)))).unwrap();
    assert_eq!(store.number("SELECT count(*) FROM index_words", []).unwrap(), 0);
}

#[test]
fn a_question_is_prepared_once_however_often_it_is_asked() {
    let (_dir, mut store) = fixture::fresh();
    insert(&mut store, &[entry(1, "2026-02-28", "tea"), entry(2, "2026-02-27", "tea")]);
    for ask in ["tea", "", "-tea", "is:star"] {
        let query = Query::parse(ask);
        let (first, _) = Ask::new(&store, &query, &[], false, None).unwrap().statement(ROW_COLUMNS, 2);
        for after in [None, Some("ffffffffffff".parse().unwrap()), None] {
            store.page(&query, &[], false, after, 1).unwrap();
        }
        let again = store.conn.prepare_cached(&first).unwrap();
        let count = |what| again.get_status(what);
        assert!(count(rusqlite::StatementStatus::Run) >= 3, "{ask}: it is the statement that was asked");
        assert_eq!(count(rusqlite::StatementStatus::RePrepare), 0, "{ask}");
    }
}
