INSERT INTO promises (id, what, toward, said, by, reach, state, handed_to, entry, day, made, closed, dropped)
VALUES (:id, :what, :toward, :said, :by, :reach, :state, :handed_to, :entry, :day, :made, :closed, :dropped)
ON CONFLICT (id) DO UPDATE SET
  what = excluded.what, toward = excluded.toward, said = excluded.said, by = excluded.by, reach = excluded.reach,
  state = excluded.state, handed_to = excluded.handed_to, entry = excluded.entry, day = excluded.day, made = excluded.made,
  closed = excluded.closed, dropped = excluded.dropped
