INSERT INTO entries (
  place, id, kind, day, happened, precision, offset_minutes, zone, instant, written, edited, binned,
  star, may_share, source_app, source_id, batch, text, story, extra
) VALUES (
  :place, :id, :kind, :day, :happened, :precision, :offset_minutes, :zone, :instant, :written, :edited, :binned,
  :star, :may_share, :source_app, :source_id, :batch, :text, :story, :extra
)
