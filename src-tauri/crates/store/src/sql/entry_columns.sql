e.place, e.id, e.kind, e.day, e.happened, e.precision, e.offset_minutes, e.zone, e.written, e.edited, e.binned,
e.star, e.may_share, e.source_app, e.source_id, e.batch, e.text, e.story, e.extra,
(SELECT json_group_array(n.name ORDER BY x.position) FROM entry_tags x JOIN tags n ON n.id = x.name WHERE x.place = e.place),
(SELECT json_group_array(n.name ORDER BY x.position) FROM entry_people x JOIN people n ON n.id = x.name WHERE x.place = e.place AND x.position > 0)
