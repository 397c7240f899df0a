e.place, e.id, e.kind, e.day, e.happened, e.precision, e.offset_minutes, e.zone, e.written, e.edited, e.binned,
e.star, e.may_share, e.source_app, e.source_id, e.batch, e.text, e.story, e.extra
