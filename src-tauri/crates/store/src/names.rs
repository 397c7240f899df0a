//! Tags and people: one row per name, whatever its case and accents, and who bears it.

use crate::{Store, StoreError};
use model::{Writing, fold, limits};
use rusqlite::{Connection, OptionalExtension, params};

/// The statements of one sort of name.
pub(crate) struct Sort {
    pub(crate) find: &'static str,
    add: &'static str,
    link: &'static str,
    unlink: &'static str,
    drop_unused: &'static str,
    list: &'static str,
}

pub(crate) const TAGS: Sort = Sort {
    find: "SELECT id FROM tags WHERE folded = ?1",
    add: "INSERT INTO tags (name, folded) VALUES (?1, ?2)",
    link: "INSERT OR IGNORE INTO entry_tags (place, position, name) VALUES (?1, ?2, ?3)",
    unlink: "DELETE FROM entry_tags WHERE place = ?1",
    drop_unused: "DELETE FROM tags WHERE NOT EXISTS (SELECT 1 FROM entry_tags x WHERE x.name = tags.id)",
    list: "SELECT n.name, (SELECT count(*) FROM entry_tags x WHERE x.name = n.id)
              - (SELECT count(*) FROM entries e INDEXED BY entries_bin CROSS JOIN entry_tags x ON x.place = e.place
                 WHERE e.binned IS NOT NULL AND x.name = n.id) AS entries
           FROM tags n WHERE entries > 0 ORDER BY n.folded",
};

pub(crate) const PEOPLE: Sort = Sort {
    find: "SELECT id FROM people WHERE folded = ?1",
    add: "INSERT INTO people (name, folded) VALUES (?1, ?2)",
    link: "INSERT OR IGNORE INTO entry_people (place, position, name) VALUES (?1, ?2, ?3)",
    unlink: "DELETE FROM entry_people WHERE place = ?1",
    drop_unused: "DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM entry_people x WHERE x.name = people.id)",
    list: "SELECT n.name, (SELECT count(*) FROM entry_people x WHERE x.name = n.id)
              - (SELECT count(*) FROM entries e INDEXED BY entries_bin CROSS JOIN entry_people x ON x.place = e.place
                 WHERE e.binned IS NOT NULL AND x.name = n.id) AS entries
           FROM people n WHERE entries > 0 ORDER BY n.folded",
};

/// Under what a name is known. A name of accents alone folds to nothing and stands for itself.
fn folded(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.to_owned() } else { folded }
}

impl Sort {
    /// The number of a name, if anything bears it.
    pub(crate) fn id(&self, conn: &Connection, name: &str) -> Result<Option<i64>, StoreError> {
        Ok(conn.prepare_cached(self.find)?.query_row([folded(name)], |r| r.get(0)).optional()?)
    }

    fn put(&self, conn: &Connection, place: i64, position: usize, name: &str) -> Result<(), StoreError> {
        let id = match self.id(conn, name)? {
            Some(id) => id,
            None => {
                conn.prepare_cached(self.add)?.execute([name, &folded(name)])?;
                conn.last_insert_rowid()
            }
        };
        conn.prepare_cached(self.link)?.execute(params![place, position as i64, id])?;
        Ok(())
    }

    fn list(&self, conn: &Connection) -> Result<Vec<(String, u32)>, StoreError> {
        let mut statement = conn.prepare_cached(self.list)?;
        let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Gives an entry its names; a name that comes twice is kept once.
pub(crate) fn link(conn: &Connection, place: i64, writing: &Writing) -> Result<(), StoreError> {
    for (i, tag) in writing.tags.iter().enumerate() {
        TAGS.put(conn, place, i + 1, tag)?;
    }
    for (i, person) in writing.people.iter().enumerate() {
        PEOPLE.put(conn, place, i + 1, person)?;
    }
    // Longer than a name: a description, found by its words and not in the list of people.
    if let Some(who) = writing.who.as_deref().map(str::trim).filter(|w| !w.is_empty() && w.len() <= limits::NAME) {
        PEOPLE.put(conn, place, 0, who)?;
    }
    Ok(())
}

/// Takes an entry's names from it.
pub(crate) fn unlink(conn: &Connection, place: i64) -> Result<(), StoreError> {
    for sort in [&TAGS, &PEOPLE] {
        conn.prepare_cached(sort.unlink)?.execute([place])?;
    }
    Ok(())
}

/// Forgets the names that no entry bears.
pub(crate) fn drop_unused(conn: &Connection) -> Result<(), StoreError> {
    for sort in [&TAGS, &PEOPLE] {
        conn.prepare_cached(sort.drop_unused)?.execute([])?;
    }
    Ok(())
}

impl Store {
    // Counted along the name's own index, and what lies in the bin taken off: reading every entry to ask whether it is
    // binned took four seconds at 100 000.

    /// Every tag as it was first spelled, with the number of entries that bear it, by name. The bin is not counted.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn tags(&self) -> Result<Vec<(String, u32)>, StoreError> {
        TAGS.list(&self.conn)
    }

    /// Every person, named or the one it was for, with the number of entries about them, by name. The bin is not counted.
    ///
    /// # Errors
    /// `Damaged`, `Io`.
    pub fn people(&self) -> Result<Vec<(String, u32)>, StoreError> {
        PEOPLE.list(&self.conn)
    }
}
