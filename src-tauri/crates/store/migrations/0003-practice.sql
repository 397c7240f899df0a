-- Promises live longer than the moment in which they were made.
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
CREATE INDEX promises_state ON promises (state, by) WHERE dropped = 0;
CREATE INDEX promises_entry ON promises (entry) WHERE entry IS NOT NULL;

-- Fact notes, every version of every one, as one chain. Rows are added, never changed and never removed.
CREATE TABLE facts (
  link    INTEGER PRIMARY KEY,
  note    BLOB NOT NULL CHECK (length(note) = 16),
  version INTEGER NOT NULL,
  written INTEGER NOT NULL,
  body    TEXT NOT NULL,
  seal    BLOB NOT NULL CHECK (length(seal) = 32)
);
CREATE UNIQUE INDEX facts_note ON facts (note, version);

-- What the practice has shown and what came of it: prompts by their id, entries by theirs. No words.
CREATE TABLE shown (
  what   TEXT NOT NULL,
  item   TEXT NOT NULL,
  day    TEXT NOT NULL,
  answer TEXT NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (what, item, day)
) WITHOUT ROWID;

-- The few among the many: found without reading the line.
CREATE INDEX entries_mission ON entries (place) WHERE kind = 'mission';
CREATE INDEX entries_check_in ON entries (place) WHERE kind = 'check-in';
CREATE INDEX entries_guide ON entries (place) WHERE kind = 'guide';
CREATE INDEX entries_thanked ON entries (place) WHERE json_extract(story, '$.their_words') IS NOT NULL;

-- A promise that a moment was kept with becomes one of its own; its day is as far as the words say: not known.
INSERT INTO promises (id, what, toward, said, by, reach, state, handed_to, entry, day, made, closed, dropped)
  SELECT randomblob(16), json_extract(story, '$.promise.what'), nullif(json_extract(story, '$.promise.to'), ''),
         nullif(json_extract(story, '$.promise.by'), ''), NULL, nullif(json_extract(story, '$.promise.reach'), ''),
         'open', NULL, id, day, written, NULL, 0
  FROM entries WHERE json_extract(story, '$.promise.what') IS NOT NULL AND binned IS NULL;
