"""Reads a Cairn journal without Cairn.

usage: echo <64 hex digits> | python3 read_with_apsw.py journal.db

The digits are what `age -d -i sheet.txt keys/recovery.age` (or `age -d keys/pass.age`) prints after
`journal-mk-v1`. Needs one of two packages from PyPI: apsw-sqlite3mc, or sqlcipher3-wheels.
Place 0 of `entry_people` is the one it was for, who stands in `story` as well.
Prints one JSON object a line, oldest entry first. Opens the file read-only; copy the folder first if
a `journal.db-wal` lies beside the file (a program was interrupted), and read the copy.
"""

import json
import pathlib
import sys
import uuid

ENTRIES = """
SELECT id, kind, day, happened, text, star, story, written, binned,
       (SELECT json_group_array(n.name ORDER BY t.position) FROM entry_tags t JOIN tags n ON n.id = t.name WHERE t.place = e.place),
       (SELECT json_group_array(n.name ORDER BY p.position) FROM entry_people p JOIN people n ON n.id = p.name WHERE p.place = e.place AND p.position > 0)
FROM entries e ORDER BY place
"""


def connect(path, key):
    """Opens the file as SQLCipher 4 does, with a raw key."""
    # A file in WAL mode asks for files beside it; `immutable` says that nobody writes meanwhile.
    uri = pathlib.Path(path).resolve().as_uri() + "?mode=ro&immutable=1"
    try:
        import apsw

        connection = apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
        # The same engine under another roof has to be told which format this is.
        connection.pragma("cipher", "sqlcipher")
        connection.pragma("legacy", 4)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    except ImportError:
        from sqlcipher3 import dbapi2

        connection = dbapi2.connect(uri, uri=True)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
    return connection


def main():
    key = sys.stdin.readline().split()[-1]
    for row in connect(sys.argv[1], key).execute(ENTRIES):
        ident, kind, day, happened, text, star, story, written, binned, tags, people = row
        entry = {
            "id": str(uuid.UUID(bytes=bytes(ident))),
            "kind": kind,
            "day": day,
            "happened": happened,
            "text": text,
            "star": bool(star),
            "written": written,
            "binned": binned,
            "tags": json.loads(tags),
            "people": json.loads(people),
        }
        entry.update(json.loads(story) if story else {})
        print(json.dumps(entry))


main()
