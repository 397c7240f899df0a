//! The schema's versions and the way from each to the next. Shipped steps never change.

use crate::{StoreError, index, pragmas::pragma};
use rusqlite::{Connection, params};

/// "Cair": marks the file as a journal of ours once it is decrypted.
pub(crate) const APPLICATION_ID: i32 = 0x4361_6972;

/// One step; its version is its position in [`STEPS`] plus one.
struct Step {
    sql: &'static str,
    /// SHA-256 of the file as it was shipped.
    #[cfg_attr(not(test), allow(dead_code))]
    sha256: &'static str,
    /// Whether the index has to be filled again after it.
    refills: bool,
}

const STEPS: &[Step] = &[
    Step {
        sql: include_str!("../migrations/0001-first.sql"),
        sha256: "a367430bcca0c11959ab77834dc919ddab094ba54180104583ec4daa12b71f11",
        refills: false,
    },
    Step {
        sql: include_str!("../migrations/0002-lean.sql"),
        sha256: "595e6e719f044ea8cc05a169e6a53cd436039479fe5b91d81f91365486bd621a",
        refills: true,
    },
    Step {
        sql: include_str!("../migrations/0003-practice.sql"),
        sha256: "93488ec5f7a0bc048aaa86aa549889b6db4c9bc582466bd1377d1b2d152ca4d1",
        refills: false,
    },
];

/// From this version on the index has row numbers of its own.
pub(crate) const LINED: u32 = 2;

/// The newest version of the schema that is known here.
pub const KNOWN_VERSION: u32 = STEPS.len() as u32;

/// Builds the schema in an empty file.
pub(crate) fn found(conn: &Connection) -> Result<(), StoreError> {
    climb(conn, 0)
}

/// Takes every step that is missing, in one transaction.
pub(crate) fn climb(conn: &Connection, from: u32) -> Result<(), StoreError> {
    climb_to(conn, from, KNOWN_VERSION)
}

fn climb_to(conn: &Connection, from: u32, to: u32) -> Result<(), StoreError> {
    let work = conn.unchecked_transaction()?;
    let steps = &STEPS[from as usize..to as usize];
    for step in steps {
        work.execute_batch(step.sql)?;
    }
    work.execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {to}"))?;
    if from == 0 {
        work.execute("INSERT INTO meta (key, value) VALUES (?1, ?2)", params![index::SPELLING_KEY, index::spelling()])?;
    }
    if from > 0 && steps.iter().any(|step| step.refills) {
        index::rebuild(&work)?;
    }
    work.commit()?;
    Ok(())
}

/// The file's version, or `Damaged` when it is no journal of ours.
pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    let number = |sql| Ok::<_, StoreError>(pragma(conn, sql)?.and_then(|n| n.parse::<i64>().ok()).unwrap_or(0));
    let ours = number("PRAGMA application_id")? == i64::from(APPLICATION_ID);
    match u32::try_from(number("PRAGMA user_version")?) {
        Ok(version) if ours && version > 0 => Ok(version),
        _ => Err(StoreError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Access, JournalMode, Store, fixture};
    use sha2::{Digest, Sha256};

    fn dump(conn: &Connection) -> String {
        let sql = "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'entry_fts_%' ORDER BY type DESC, name";
        let mut statement = conn.prepare(sql).unwrap();
        let rows = statement.query_map([], |r| r.get::<_, String>(0)).unwrap();
        rows.map(Result::unwrap).collect::<Vec<_>>().join("\n\n") + "\n"
    }

    #[test]
    fn a_shipped_step_never_changes() {
        for (i, step) in STEPS.iter().enumerate() {
            let found: String = Sha256::digest(step.sql.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
            assert_eq!(found, step.sha256, "step {}", i + 1);
        }
    }

    #[test]
    fn the_snapshot_is_the_schema_of_a_fresh_journal() {
        let place = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
        let (_dir, store) = fixture::fresh();
        let fresh = dump(&store.conn);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(place, &fresh).unwrap();
        }
        assert_eq!(std::fs::read_to_string(place).unwrap(), fresh, "UPDATE=1 rewrites it");
    }

    /// Every version that was ever released: a journal of that version is built, filled, upgraded and compared.
    fn check_upgrade_from(version: u32, fill: &str) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.db");
        Store::create(&path, &fixture::KEY, JournalMode::Wal).unwrap().close().unwrap();
        {
            let conn = fixture::raw(&path);
            conn.execute_batch("DROP TABLE entry_fts; PRAGMA foreign_keys = OFF").unwrap();
            let tables = "SELECT 'DROP TABLE ' || name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
            let drops: Vec<String> = conn.prepare(tables).unwrap().query_map([], |r| r.get(0)).unwrap().map(Result::unwrap).collect();
            drops.iter().for_each(|sql| conn.execute_batch(sql).unwrap());
            climb_to(&conn, 0, version).unwrap();
            conn.execute_batch(fill).unwrap();
        }
        if version < KNOWN_VERSION {
            let refused = Store::open(&path, &fixture::KEY, JournalMode::Wal, Access::Write).err();
            assert_eq!(refused, Some(StoreError::NeedsUpgrade { from: version, to: KNOWN_VERSION }));
        }
        let upgraded = Store::upgrade(&path, &fixture::KEY, JournalMode::Wal).unwrap();
        let (_dir, fresh) = fixture::fresh();
        assert_eq!(dump(&upgraded.conn), dump(&fresh.conn), "from version {version}");
        assert_eq!(upgraded.newest(10).unwrap().len(), 1, "from version {version}");
        let found = upgraded.page(&model::Query::parse("tea"), &[], false, None, 10).unwrap();
        assert_eq!(found.rows.len(), 1, "from version {version}");
        upgraded.close().unwrap();
        assert_eq!(crate::verify(&path, &fixture::KEY).unwrap().problems, [""; 0]);
    }

    #[test]
    fn every_released_version_becomes_the_newest() {
        check_upgrade_from(1, include_str!("../migrations/0001-fixture.sql"));
        check_upgrade_from(2, include_str!("../migrations/0002-fixture.sql"));
    }
}
