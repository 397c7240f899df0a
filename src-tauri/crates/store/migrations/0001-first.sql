-- `place` is the time line: shift day << 32 | minutes into that day << 20 | sequence. Row numbers of the
-- index are the same, so that the newest hits come first without sorting.
CREATE TABLE entries (
  place          INTEGER PRIMARY KEY,
  id             BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind           TEXT NOT NULL,
  day            TEXT NOT NULL,
  happened       TEXT,
  precision      TEXT NOT NULL,
  offset_minutes INTEGER,
  zone           TEXT,
  instant        INTEGER,
  written        INTEGER NOT NULL,
  edited         INTEGER,
  binned         INTEGER,
  star           INTEGER NOT NULL,
  may_share      INTEGER NOT NULL,
  source_app     TEXT,
  source_id      TEXT,
  batch          TEXT,
  text           TEXT NOT NULL,
  story          TEXT,
  extra          TEXT
);
CREATE INDEX entries_line ON entries (place, kind, star, binned, id);
CREATE INDEX entries_bin ON entries (binned) WHERE binned IS NOT NULL;
CREATE INDEX entries_source ON entries (source_app, source_id) WHERE source_app IS NOT NULL;
CREATE INDEX entries_batch ON entries (batch) WHERE batch IS NOT NULL;

CREATE TABLE tags (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
);
CREATE TABLE entry_tags (
  place    INTEGER NOT NULL REFERENCES entries (place) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name     INTEGER NOT NULL REFERENCES tags (id),
  PRIMARY KEY (place, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX entry_tags_name ON entry_tags (name, place);

CREATE TABLE people (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
);
-- Position 0 is the one it was for, so that a search for a person finds both.
CREATE TABLE entry_people (
  place    INTEGER NOT NULL REFERENCES entries (place) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name     INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (place, position)
) WITHOUT ROWID;
CREATE UNIQUE INDEX entry_people_name ON entry_people (name, place);

CREATE TABLE versions (
  place    INTEGER NOT NULL REFERENCES entries (place) ON UPDATE CASCADE ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  replaced INTEGER NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (place, number)
);

CREATE TABLE drafts (
  slot TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  at   INTEGER NOT NULL
);

CREATE TABLE settings (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  body TEXT NOT NULL
);

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

-- Holds words already folded and parted by the `spelling` module; nothing that could be shown.
CREATE VIRTUAL TABLE entry_fts USING fts5 (text, side, names, content = '', columnsize = 0, tokenize = 'ascii');
INSERT INTO entry_fts (entry_fts, rank) VALUES ('secure-delete', 1);

-- Every word of the index that a longer word can be typed from, so that a beginning is turned into whole words:
-- the index reads those newest first, and would have to gather and sort every hit of a beginning.
CREATE TABLE index_words (
  word TEXT PRIMARY KEY
) WITHOUT ROWID;
