(SELECT json_group_array(n.name ORDER BY x.position) FROM entry_tags x JOIN tags n ON n.id = x.name WHERE x.place = e.place),
(SELECT json_group_array(n.name ORDER BY x.position) FROM entry_people x JOIN people n ON n.id = x.name WHERE x.place = e.place AND x.position > 0)
