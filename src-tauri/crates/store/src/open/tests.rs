use super::*;
use crate::{
    fixture::{KEY, entry, file, insert, raw},
    verify,
};

fn closed() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = file(&dir);
    let mut store = Store::create(&path, &KEY, JournalMode::Wal).unwrap();
    let entries: Vec<_> = (0..200).map(|n| entry(n, "2026-02-28", &format!("canaryword {n} {}", "tea ".repeat(50)))).collect();
    insert(&mut store, &entries);
    store.close().unwrap();
    (dir, path)
}

fn refusal(path: &Path, key: &[u8; 32], access: Access) -> Option<StoreError> {
    Store::open(path, key, JournalMode::Wal, access).err()
}

fn alone(path: &Path) -> bool {
    fs::read_dir(path.parent().unwrap()).unwrap().count() == 1
}

#[test]
fn a_closed_journal_is_one_private_encrypted_file_in_either_mode() {
    let (_dir, path) = closed();
    for mode in [JournalMode::Single, JournalMode::Wal, JournalMode::Wal, JournalMode::Single, JournalMode::Single] {
        let mut store = Store::open(&path, &KEY, mode, Access::Write).unwrap();
        let expected = if mode == JournalMode::Wal { "wal" } else { "delete" };
        assert_eq!(pragma(&store.conn, "PRAGMA journal_mode").unwrap().as_deref(), Some(expected));
        let level = if mode == JournalMode::Wal { "2" } else { "3" };
        assert_eq!(pragma(&store.conn, "PRAGMA synchronous").unwrap().as_deref(), Some(level));
        store.transact(|tx| tx.set_meta("n", Some(b"1"))).unwrap();
        assert!(!beside(&path, "-shm").exists());
        store.close().unwrap();
        assert!(alone(&path), "{mode:?}");
        assert_eq!(verify(&path, &KEY).unwrap().problems, [""; 0]);
        assert!(alone(&path), "{mode:?} after verifying");
    }
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&path).unwrap().permissions()) & 0o777, 0o600);
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(10).any(|w| w == b"canaryword") && !bytes.starts_with(PLAIN));
}

#[test]
fn what_cannot_be_read_is_damaged_and_stays_as_it_is() {
    let (dir, path) = closed();
    for access in [Access::Write, Access::ReadOnly] {
        assert_eq!(refusal(&path, &[8; 32], access), Some(StoreError::Damaged));
        for (name, bytes) in
            [("zero", vec![]), ("short", vec![1; 500]), ("noise", vec![1; 8192]), ("plain", [PLAIN.to_vec(), vec![0; 8192]].concat())]
        {
            let path = dir.path().join(name);
            fs::write(&path, &bytes).unwrap();
            assert_eq!(refusal(&path, &KEY, access), Some(StoreError::Damaged), "{name}");
            assert_eq!(verify(&path, &KEY).err(), Some(StoreError::Damaged), "{name}");
            assert_eq!(fs::read(&path).unwrap(), bytes, "{name}");
        }
        assert_eq!(refusal(&dir.path().join("none"), &KEY, access), Some(StoreError::Missing));
    }
    assert_eq!(Store::create(&path, &KEY, JournalMode::Wal).err(), Some(StoreError::Exists));
    assert!(!StoreError::Damaged.to_string().contains('/'));
}

#[test]
fn verifying_sees_a_flipped_bit_and_a_missing_page() {
    let (dir, path) = closed();
    let whole = fs::read(&path).unwrap();
    assert_eq!(verify(&path, &KEY).unwrap().entries, 200);
    let broken = dir.path().join("broken");
    let pages = whole.len() / 4096;
    let spots = [0, 20, 4095, 4096, 3 * 4096 + 100, (pages - 1) * 4096, whole.len() - 1];
    for spot in spots {
        let mut bytes = whole.clone();
        bytes[spot] ^= 1;
        fs::write(&broken, &bytes).unwrap();
        let seen = verify(&broken, &KEY);
        assert!(seen.as_ref().map_or_else(|e| *e == StoreError::Damaged, |v| !v.problems.is_empty()), "{spot}: {seen:?}");
    }
    for left in [1, pages / 2, pages - 1] {
        fs::write(&broken, &whole[..left * 4096]).unwrap();
        let seen = verify(&broken, &KEY);
        assert!(seen.as_ref().map_or_else(|e| *e == StoreError::Damaged, |v| !v.problems.is_empty()), "{left} pages: {seen:?}");
    }
    fs::write(&broken, [whole, vec![0; 4096]].concat()).unwrap();
    assert!(!verify(&broken, &KEY).unwrap().problems.is_empty());
}

#[test]
fn a_newer_journal_is_read_and_not_written() {
    let (_dir, path) = closed();
    raw(&path).execute_batch("ALTER TABLE entries ADD COLUMN colour TEXT; PRAGMA user_version = 99").unwrap();
    assert_eq!(refusal(&path, &KEY, Access::Write), Some(StoreError::Newer { found: 99, known: crate::KNOWN_VERSION }));
    assert_eq!(Store::upgrade(&path, &KEY, JournalMode::Wal).err(), Some(StoreError::Newer { found: 99, known: crate::KNOWN_VERSION }));
    let mut store = Store::open(&path, &KEY, JournalMode::Wal, Access::ReadOnly).unwrap();
    assert_eq!((store.newest(1).unwrap().len(), store.access()), (1, Access::ReadOnly));
    assert_eq!(store.transact(|tx| tx.set_meta("a", Some(b"b"))), Err(StoreError::ReadOnlyMedia));
    store.close().unwrap();
}

#[test]
fn a_stranger_with_the_right_key_is_no_journal() {
    let (_dir, path) = closed();
    raw(&path).execute_batch("PRAGMA application_id = 5").unwrap();
    assert_eq!(refusal(&path, &KEY, Access::Write), Some(StoreError::Damaged));
}

#[test]
fn one_file_is_open_once() {
    let (dir, path) = closed();
    for mode in [JournalMode::Wal, JournalMode::Single] {
        let store = Store::open(&path, &KEY, mode, Access::Write).unwrap();
        assert_eq!(refusal(&path, &KEY, Access::Write), Some(StoreError::Busy));
        assert_eq!(verify(&path, &KEY).err(), Some(StoreError::Busy));
        // Past this process's own list, as another process would come.
        let other = dir.path().join("other.db");
        fs::hard_link(&path, &other).unwrap();
        let conn = connect(&other, OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
        key::hand_over(&conn, &KEY).unwrap();
        assert_eq!(pragma(&conn, "SELECT count(*) FROM sqlite_schema"), Err(StoreError::Busy), "{mode:?}");
        drop(conn);
        fs::remove_file(&other).unwrap();
        store.close().unwrap();
    }
}

#[test]
fn a_log_that_was_left_behind_is_read_without_being_taken_in() {
    let (dir, path) = closed();
    let copy = dir.path().join("copy.db");
    let mut store = Store::open(&path, &KEY, JournalMode::Wal, Access::Write).unwrap();
    insert(&mut store, &[entry(900, "2026-03-01", "in the log")]);
    fs::copy(&path, &copy).unwrap();
    fs::copy(beside(&path, "-wal"), beside(&copy, "-wal")).unwrap();
    let log = fs::read(beside(&copy, "-wal")).unwrap();
    let reading = Store::open(&copy, &KEY, JournalMode::Wal, Access::ReadOnly).unwrap();
    assert_eq!(reading.newest(1).unwrap()[0].writing.text, "in the log");
    reading.close().unwrap();
    assert_eq!(fs::read(beside(&copy, "-wal")).unwrap(), log);
    assert_eq!(Store::open(&copy, &KEY, JournalMode::Single, Access::Write).unwrap().stats().unwrap().entries, 201);
}

#[test]
fn a_copy_is_the_same_journal() {
    let (dir, path) = closed();
    let store = Store::open(&path, &KEY, JournalMode::Wal, Access::Write).unwrap();
    let copy = dir.path().join("a copy?#%.db");
    store.copy_into(&copy).unwrap();
    assert_eq!(store.copy_into(&copy), Err(StoreError::Exists));
    let seen = verify(&copy, &KEY).unwrap();
    assert_eq!((seen.problems, seen.digest, seen.entries), (vec![], store.digest().unwrap(), 200));
    let opened = Store::open(&copy, &KEY, JournalMode::Single, Access::Write).unwrap();
    assert_eq!(opened.page(&model::Query::parse("canary"), &[], false, None, 10).unwrap().rows.len(), 10);
}

#[test]
fn an_index_of_another_spelling_is_built_again() {
    let (_dir, path) = closed();
    raw(&path).execute_batch("INSERT INTO entry_fts (entry_fts) VALUES ('delete-all'); UPDATE meta SET value = x'00'").unwrap();
    let store = Store::open(&path, &KEY, JournalMode::Wal, Access::Write).unwrap();
    assert_eq!(store.page(&model::Query::parse("canary"), &[], false, None, 10).unwrap().rows.len(), 10);
}
