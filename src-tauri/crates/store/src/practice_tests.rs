//! Promises, fact notes, what was shown, and the few kinds among the many.

use crate::fixture::{self, entry, id, insert};
use crate::{FactLink, Shown, Store, StoreError};
use model::{Day, EntryId, Kind, Promise, PromiseState, Promising, Stamp, Writing};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn promise(n: u64, by: Option<&str>) -> Promise {
    Promise {
        id: id(n),
        promising: Promising {
            what: "Call back".into(),
            to: Some("the lady with the blue folder".into()),
            said: Some("Thursday before noon".into()),
            by: by.map(|b| b.parse().unwrap()),
            reach: Some("front desk".into()),
        },
        state: PromiseState::Open,
        handed_to: None,
        entry: Some(id(1)),
        day: day("2026-02-28"),
        made: Stamp::from_millis(5),
        closed: None,
        dropped: false,
    }
}

#[test]
fn every_field_of_a_promise_comes_back_in_every_state() {
    let (_dir, mut store) = fixture::fresh();
    for state in PromiseState::ALL {
        let p = Promise {
            state: *state,
            handed_to: (*state == PromiseState::HandedOn).then(|| "Jo".into()),
            closed: (*state != PromiseState::Open).then(|| Stamp::from_millis(9)),
            ..promise(2, Some("2026-03-05T12:00"))
        };
        store.transact(|tx| tx.put_promise(&p)).unwrap();
        assert_eq!(store.promise(id(2)).unwrap(), Some(p.clone()));
        assert_eq!(store.promises_of(id(1)).unwrap(), [p]);
    }
}

#[test]
fn the_earliest_promise_stands_first_and_one_that_was_taken_back_is_not_listed() {
    let (_dir, mut store) = fixture::fresh();
    let dropped = Promise { dropped: true, ..promise(6, None) };
    let all = [promise(3, None), promise(4, Some("2026-04-01")), promise(5, Some("2026-03-05T12:00")), dropped];
    store.transact(|tx| all.iter().try_for_each(|p| tx.put_promise(p))).unwrap();
    assert_eq!(store.promises().unwrap().iter().map(|p| p.id).collect::<Vec<_>>(), [id(5), id(4), id(3)]);
}

/// Looked for in the file's bytes without a key, so that no table, index or free page is missed.
#[test]
fn a_promise_that_was_taken_back_is_in_no_byte_of_the_file_once_purged() {
    let dir = tempfile::tempdir().unwrap();
    let path = fixture::file(&dir);
    let mut store = Store::create_plain(&path);
    let has = |needle: &str| std::fs::read(&path).unwrap().windows(needle.len()).any(|w| w == needle.as_bytes());
    let alone = |n: u64, what: &str, dropped: bool| Promise {
        promising: Promising { what: what.into(), to: Some(format!("to {what}")), ..Promising::default() },
        entry: None,
        dropped,
        ..promise(n, None)
    };
    let slots = [format!("promise:{}", id(2)), format!("promise:{}", id(3)), "promise".to_owned()];
    let drafts = slots.iter().zip(["zeppelinword", "kept unfinished", "only begun"]);
    store
        .transact(|tx| {
            [alone(2, "xylophonist", true), alone(3, "kept words", false)].iter().try_for_each(|p| tx.put_promise(p))?;
            // Made in an entry that lives on.
            tx.put_promise(&Promise { entry: Some(id(1)), ..alone(4, "quasarword", true) })?;
            drafts.clone().try_for_each(|(slot, text)| tx.keep_draft(slot, &Writing::new(Kind::Moment, text), Stamp::from_millis(1)))
        })
        .unwrap();
    store.checkpoint().unwrap();
    for word in ["xylophonist", "zeppelinword", "quasarword"] {
        assert!(has(word), "the search for bytes itself works: {word}");
    }
    assert_eq!(store.transact(|tx| tx.purge_dropped_promises()), Ok(2));
    assert_eq!(store.transact(|tx| tx.purge_dropped_promises()), Ok(0));
    assert_eq!((store.promise(id(2)), store.promise(id(4))), (Ok(None), Ok(None)));
    assert_eq!(store.promises().unwrap(), [alone(3, "kept words", false)]);
    let mut left: Vec<_> = store.drafts().unwrap().into_iter().map(|d| d.slot).collect();
    left.sort();
    assert_eq!(left, [slots[2].clone(), slots[1].clone()]);
    store.checkpoint().unwrap();
    for word in ["xylophonist", "zeppelinword", "quasarword"] {
        assert!(!has(word), "{word} after purging");
    }
    store.close().unwrap();
    assert!(has("kept words") && has("kept unfinished") && has("only begun"));
}

#[test]
fn a_link_of_the_chain_is_never_written_over() {
    let (_dir, mut store) = fixture::fresh();
    let link = |n, body: &str| FactLink {
        link: n,
        note: id(7),
        version: u32::try_from(n).unwrap(),
        written: Stamp::from_millis(3),
        body: body.into(),
        seal: [9; 32],
    };
    store.transact(|tx| tx.add_fact(&link(1, "first"))).unwrap();
    store.transact(|tx| tx.add_fact(&link(2, "second"))).unwrap();
    assert_eq!(store.transact(|tx| tx.add_fact(&link(1, "other"))), Err(StoreError::Taken));
    assert_eq!(store.facts().unwrap(), [link(1, "first"), link(2, "second")]);
}

#[test]
fn what_was_shown_is_noted_once_a_day() {
    let (_dir, mut store) = fixture::fresh();
    let shown = |item: &str, on: &str, answer: &str| Shown { item: item.into(), day: day(on), answer: answer.into() };
    for (n, one) in
        [shown("b", "2026-03-02", "shown"), shown("a", "2026-03-01", "shown"), shown("b", "2026-03-02", "written")].iter().enumerate()
    {
        store.transact(|tx| tx.note_shown("prompt", one, Stamp::from_millis(n as i64))).unwrap();
    }
    assert_eq!(store.shown("prompt").unwrap(), [shown("a", "2026-03-01", "shown"), shown("b", "2026-03-02", "written")]);
    assert_eq!(store.shown("lift").unwrap(), []);
}

#[test]
fn the_few_kinds_are_found_without_reading_the_line() {
    let (_dir, mut store) = fixture::fresh();
    let one = |n: u64, kind| {
        let mut e = entry(n, "2026-02-28", "words");
        e.writing.kind = kind;
        e
    };
    let thanked = |n| {
        let mut e = one(n, Kind::Moment);
        e.writing = Writing { their_words: Some("You stayed".into()), ..e.writing };
        e
    };
    insert(
        &mut store,
        &[one(1, Kind::Moment), thanked(2), one(3, Kind::KindWord), one(4, Kind::Mission), one(5, Kind::HardDay), one(6, Kind::Mission)],
    );
    let weighed: Vec<(EntryId, bool)> = store.weighed().unwrap().iter().map(|w| (w.id, w.thanked)).collect();
    assert_eq!(weighed, [(id(1), false), (id(2), true), (id(3), true)]);
    assert_eq!(store.of_kind(Kind::Mission, 9).unwrap().iter().map(|e| e.id).collect::<Vec<_>>(), [id(6), id(4)]);
    store.transact(|tx| tx.set_binned(id(6), Some(Stamp::from_millis(1)))).unwrap();
    assert_eq!(store.of_kind(Kind::Mission, 9).unwrap().len(), 1);
    // Without the index of their own they would be refused.
    for kind in [Kind::CheckIn, Kind::Guide] {
        assert_eq!(store.of_kind(kind, 9).unwrap(), []);
    }
}
