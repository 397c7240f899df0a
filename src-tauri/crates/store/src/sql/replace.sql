UPDATE entries SET
  place = :place, kind = :kind, day = :day, happened = :happened, precision = :precision,
  offset_minutes = :offset_minutes, zone = :zone, instant = :instant, written = :written, edited = :edited,
  binned = :binned, star = :star, may_share = :may_share, source_app = :source_app, source_id = :source_id,
  batch = :batch, text = :text, story = :story, extra = :extra
WHERE id = :id
