CREATE TABLE drafts (
  slot TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  at   INTEGER NOT NULL
);

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

CREATE VIRTUAL TABLE entry_fts USING fts5 (text, side, names, content = '', columnsize = 0, tokenize = 'ascii');

CREATE TABLE entry_people (
  place    INTEGER NOT NULL REFERENCES entries (place) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name     INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (place, position)
) WITHOUT ROWID;

CREATE TABLE entry_tags (
  place    INTEGER NOT NULL REFERENCES entries (place) ON UPDATE CASCADE ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name     INTEGER NOT NULL REFERENCES tags (id),
  PRIMARY KEY (place, position)
) WITHOUT ROWID;

CREATE TABLE facts (
  link    INTEGER PRIMARY KEY,
  note    BLOB NOT NULL CHECK (length(note) = 16),
  version INTEGER NOT NULL,
  written INTEGER NOT NULL,
  body    TEXT NOT NULL,
  seal    BLOB NOT NULL CHECK (length(seal) = 32)
);

CREATE TABLE index_lines (
  line  INTEGER PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE
);

CREATE TABLE index_words (
  word TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE people (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
);

CREATE TABLE promises (
  id        BLOB PRIMARY KEY CHECK (length(id) = 16),
  what      TEXT NOT NULL,
  toward    TEXT,
  said      TEXT,
  by        TEXT,
  reach     TEXT,
  state     TEXT NOT NULL,
  handed_to TEXT,
  entry     BLOB,
  day       TEXT NOT NULL,
  made      INTEGER NOT NULL,
  closed    INTEGER,
  dropped   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE settings (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  body TEXT NOT NULL
);

CREATE TABLE shown (
  what   TEXT NOT NULL,
  item   TEXT NOT NULL,
  day    TEXT NOT NULL,
  answer TEXT NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (what, item, day)
) WITHOUT ROWID;

CREATE TABLE tags (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE
);

CREATE TABLE versions (
  place    INTEGER NOT NULL REFERENCES entries (place) ON UPDATE CASCADE ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  replaced INTEGER NOT NULL,
  body     TEXT NOT NULL,
  PRIMARY KEY (place, number)
);

CREATE INDEX entries_batch ON entries (batch) WHERE batch IS NOT NULL;

CREATE INDEX entries_bin ON entries (binned) WHERE binned IS NOT NULL;

CREATE INDEX entries_check_in ON entries (place) WHERE kind = 'check-in';

CREATE INDEX entries_guide ON entries (place) WHERE kind = 'guide';

CREATE INDEX entries_line ON entries (place, kind, star, binned);

CREATE INDEX entries_mission ON entries (place) WHERE kind = 'mission';

CREATE INDEX entries_source ON entries (source_app, source_id) WHERE source_app IS NOT NULL;

CREATE INDEX entries_thanked ON entries (place) WHERE json_extract(story, '$.their_words') IS NOT NULL;

CREATE UNIQUE INDEX entry_people_name ON entry_people (name, place);

CREATE UNIQUE INDEX entry_tags_name ON entry_tags (name, place);

CREATE UNIQUE INDEX facts_note ON facts (note, version);

CREATE INDEX promises_entry ON promises (entry) WHERE entry IS NOT NULL;

CREATE INDEX promises_state ON promises (state, by) WHERE dropped = 0;
