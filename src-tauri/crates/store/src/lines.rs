//! Row numbers of the full-text index. They rise with the place, so that hits come newest first without sorting, and lie
//! close together, so that the distances between hits, of which the index is made, stay small. Never holds a word.

use crate::StoreError;
use rusqlite::{Connection, OptionalExtension, params};

/// Between neighbours: room for what is brought in later.
const STEP: i64 = 16;
/// Between neighbours that had to make room.
const TIGHT: i64 = 8;
/// The first number: room for what lies before it.
const FIRST: i64 = 1 << 14;

/// An entry that has to take another number: its place, the number it has, the one it gets.
pub(crate) struct Move {
    pub(crate) place: i64,
    pub(crate) from: i64,
    pub(crate) to: i64,
}

/// The number of an entry, if it is in the index.
pub(crate) fn of(conn: &Connection, place: i64) -> Result<Option<i64>, StoreError> {
    Ok(conn.prepare_cached("SELECT line FROM index_lines WHERE place = ?1")?.query_row([place], |r| r.get(0)).optional()?)
}

/// Notes the number of an entry.
pub(crate) fn note(conn: &Connection, line: i64, place: i64) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT INTO index_lines (line, place) VALUES (?1, ?2)")?.execute([line, place])?;
    Ok(())
}

/// Forgets a number.
pub(crate) fn forget(conn: &Connection, line: i64) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM index_lines WHERE line = ?1")?.execute([line])?;
    Ok(())
}

/// A free number between those of the neighbours, and who has to move away first.
pub(crate) fn free(conn: &Connection, place: i64) -> Result<(i64, Vec<Move>), StoreError> {
    let neighbour = |sql| -> Result<Option<i64>, StoreError> { Ok(conn.prepare_cached(sql)?.query_row([place], |r| r.get(0)).optional()?) };
    let older = neighbour("SELECT line FROM index_lines WHERE place < ?1 ORDER BY place DESC LIMIT 1")?;
    let newer = neighbour("SELECT line FROM index_lines WHERE place > ?1 ORDER BY place LIMIT 1")?;
    let line = match (older, newer) {
        (None, None) => FIRST,
        (Some(older), None) => older + STEP,
        (None, Some(newer)) if newer > 2 * STEP => newer - STEP,
        // What is brought in oldest first goes on filling a wide gap from its beginning.
        (Some(older), Some(newer)) if newer - older > 2 * STEP => older + STEP,
        (older, Some(newer)) => {
            let older = older.unwrap_or(0);
            if newer - older < 2 {
                return make_room(conn, place, older);
            }
            older + (newer - older) / 2
        }
    };
    Ok((line, Vec::new()))
}

/// Moves the newer neighbours together or away. Twice as many are asked for each time until half of the room comes from
/// those that never moved: a thousand entries brought into one gap then move four thousand and not a million.
fn make_room(conn: &Connection, place: i64, older: i64) -> Result<(i64, Vec<Move>), StoreError> {
    let mut many = 4;
    loop {
        let sql = "SELECT line, place FROM index_lines WHERE place > ?1 ORDER BY place LIMIT ?2";
        let mut statement = conn.prepare_cached(sql)?;
        let rows = statement.query_map(params![place, many + 1], |r| Ok((r.get(0)?, r.get(1)?)))?;
        let mut newer: Vec<(i64, i64)> = rows.collect::<Result<_, _>>()?;
        let (first, step) = if newer.len() as i64 <= many {
            // Up to the newest: behind it there is room without end.
            (older + STEP * (newer.len() as i64 + 2), STEP)
        } else {
            let end = newer.pop().map_or(i64::MAX, |(line, _)| line);
            if end - older < (TIGHT + STEP) / 2 * (many + 1) {
                many *= 2;
                continue;
            }
            (end - TIGHT * many, TIGHT)
        };
        let moves = (0..).zip(newer).map(|(i, (from, place))| Move { place, from, to: first + step * i }).collect();
        return Ok((older + (first - older).min(2 * STEP) / 2, moves));
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        Store,
        fixture::{entry, fresh, id, insert, turn},
    };
    use model::Query;

    /// Every entry is found, newest first, and by its own word.
    fn check(store: &Store, entries: usize, what: &str) {
        let lines: Vec<(i64, i64)> = {
            let mut statement = store.conn.prepare("SELECT line, place FROM index_lines ORDER BY place").unwrap();
            statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap).collect()
        };
        assert!(lines.windows(2).all(|pair| pair[0].0 < pair[1].0) && lines[0].0 > 0, "{what}");
        let page = |ask: &str| store.page(&Query::parse(ask), &[], false, None, 1000).unwrap().rows;
        let (found, all) = (page("tea"), page(""));
        assert_eq!((found.len(), all.len()), (entries, entries), "{what}");
        assert!(found.iter().zip(&all).all(|(f, a)| f.id == a.id), "{what}: newest first");
        store.conn.execute_batch("INSERT INTO entry_fts (entry_fts) VALUES ('integrity-check')").unwrap();
    }

    fn put(store: &mut Store, n: u64, when: &str) {
        insert(store, &[entry(n, when, &format!("tea w{n}"))]);
        assert_eq!(store.page(&Query::parse(&format!("\"w{n}\"")), &[], false, None, 9).unwrap().rows.len(), 1, "{n} at {when}");
    }

    #[test]
    fn hits_keep_the_order_of_the_line_however_entries_come() {
        let (_dir, mut store) = fresh();
        let at = |minute: u64| {
            format!("2026-0{}-{:02}T{:02}:{:02}", 1 + minute / 40_320, 1 + minute / 1_440 % 28, minute / 60 % 24, minute % 60)
        };
        (0..120).for_each(|n| put(&mut store, n, &at(30_000 + n)));
        check(&store, 120, "as they happen");
        (0..120).for_each(|n| put(&mut store, 200 + n, &at(10_000 + n)));
        check(&store, 240, "an older journal, oldest first");
        (0..120).for_each(|n| put(&mut store, 400 + n, &at(9_000 - n)));
        check(&store, 360, "an older journal, newest first");
        (0..120).for_each(|n| put(&mut store, 600 + n, "2026-01-08"));
        check(&store, 480, "a day without times");
        let mut dice = 7_u64;
        let mut anyhow = |n| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            entry(n, &at((dice >> 33) % 40_000), &format!("tea w{n}"))
        };
        for n in 800..860 {
            insert(&mut store, &[anyhow(n)]);
        }
        check(&store, 540, "anyhow");
        for many in [860..920, 1_000..1_400] {
            let entries: Vec<_> = many.map(&mut anyhow).collect();
            store.transact(|tx| tx.insert_all(&entries, turn())).unwrap();
        }
        check(&store, 1_000, "many at once, into the middle");
        for n in 0..60 {
            store.transact(|tx| tx.replace(&entry(800 + n, &at(n * 600), "tea moved"), turn())).unwrap();
            store.transact(|tx| tx.purge(id(n))).unwrap();
        }
        check(&store, 940, "moved and removed");
        store.transact(|tx| tx.rebuild_index()).unwrap();
        check(&store, 940, "built again");
    }

    #[test]
    fn making_room_moves_few() {
        let (_dir, mut store) = fresh();
        let day = |n: u64| format!("2026-{:02}-{:02}T{:02}:00", 1 + n / 336 % 12, 1 + n / 12 % 28, n % 12 * 2);
        insert(&mut store, &(0..500).map(|n| entry(n, &day(n), "tea")).collect::<Vec<_>>());
        let before = crate::lines::of(&store.conn, store.place(id(499)).unwrap().unwrap()).unwrap().unwrap();
        // All into the gap between the first entry and the second.
        let mut moved = 0;
        for n in 0..300 {
            let new = entry(1_000 + n, "2026-01-01T01:30", "tea");
            let place = crate::place::free(&store.conn, crate::place::minute_of(&new, turn())).unwrap();
            moved += super::free(&store.conn, place).unwrap().1.len();
            insert(&mut store, &[new]);
        }
        assert!(moved < 300 * 6, "{moved} moves");
        check(&store, 800, "a crowd");
        let after = crate::lines::of(&store.conn, store.place(id(499)).unwrap().unwrap()).unwrap().unwrap();
        assert!(after - before <= 800 * 32, "{before} {after}");
    }
}
