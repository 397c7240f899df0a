-- The full-text index gets row numbers of its own that rise with the place and lie close together: lists of hits hold
-- the distances between them, and those of `place` take five bytes each. Its pages are cut to fit the file's
-- (4096 bytes less 80 for the seal): the engine's own size spills a tenth of each onto a second page.
-- Both, and the words, are filled again from the entries in the same transaction.
CREATE TABLE index_lines (
  line  INTEGER PRIMARY KEY,
  place INTEGER NOT NULL UNIQUE
);
INSERT INTO entry_fts (entry_fts) VALUES ('delete-all');
INSERT INTO entry_fts (entry_fts, rank) VALUES ('pgsz', 3960);
DELETE FROM index_words;

-- Ids are only shown with the rows of a week, which are read anyway.
DROP INDEX entries_line;
CREATE INDEX entries_line ON entries (place, kind, star, binned);
