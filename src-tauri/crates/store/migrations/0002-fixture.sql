-- One entry as version 2 wrote it; for the upgrade test.
INSERT INTO entries VALUES (
  3178448677765120, x'0190163d8694739baea5966c26f8ad91', 'moment', '2026-02-28', '2026-02-28T21:10', 'instant', 60,
  'Europe/Berlin', 1772309400000, 1772309400000, NULL, NULL, 0, 0, NULL, NULL, NULL, 'A cup of tea', '{"who":"a nurse"}', NULL
);
INSERT INTO index_lines (line, place) VALUES (16384, 3178448677765120);
INSERT INTO entry_fts (rowid, text, side, names) VALUES (16384, 'a cup of tea', 'a nurse', '');
INSERT INTO index_words VALUES ('a'), ('cup'), ('of'), ('tea'), ('nurse');
