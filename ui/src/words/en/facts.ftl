### Fact notes: something was not okay.

facts-title = Something was not okay
facts-first = This is for you. It reports nothing and cannot send help.
facts-safe = Are you safe right now?
facts-safe-hint = If not, help comes before notes.
facts-safe-go = Help lines

## The list

facts-list = Your fact notes
facts-none = There are no fact notes.
facts-write = Write a note
facts-go-on = Go on with the unfinished note
facts-row = Happened: { $happened } · Written: { $written }
facts-row-versions = { $n } versions
facts-save = Save these notes…
facts-save-hint = A plain text file, with every version, both times and the seals. Anyone who has the file can read it.
facts-saved = Saved as { $name }.

## The form

facts-form = A fact note
facts-form-further = A further version of the note
facts-further-hint = The version before stays as it is. Add what came later, or what you remember now.
facts-nothing-yet = Write what happened first. The rest can stay open.
facts-when-hint = The day on the calendar. Leave it open if you are not sure.
facts-when-day = Add the day to the time, or take the time out.
facts-keep = Keep this note
facts-keep-hint = A kept note cannot be changed or taken away. You can add to it later.
facts-aside = Leave it for now
facts-drop = Let this draft go
fact-kept = Kept. Unchanged since { $when }.
fact-aside = Your draft is kept.

## One note

facts-back = All fact notes
facts-read = Note of { $when }
facts-written = Written
facts-add = Add to this note
facts-elsewhere = Another note is unfinished. Finish it or let it go, then add to this one.
facts-no-delete = A fact note cannot be taken away: a note that can vanish proves nothing.
facts-versions =
    { $n ->
        [one] One version
       *[other] { $n } versions
    }
facts-version = Version { $n }
facts-version-of = Written { $when } · number { $link } of all · seal
facts-version-only = These are the words above.
facts-version-same = The words are the same as before.
# Said before words that were added or taken out, for those who listen.
facts-ins = Added:
facts-del = Taken out:

## The seal

facts-seal = The seal
# The seal itself stands behind it.
facts-unchanged = Unchanged since { $when } · seal
facts-seal-how = Note this seal outside of Cairn, with the day: on paper, or in a message to somebody you trust. The version that was sealed last carries it for good.
facts-seal-limits = It can show that no word was changed since then. It cannot show that the words are true. Somebody with your passphrase could write all notes again, or put an old copy back. A seal that you noted elsewhere would show it.
facts-seal-copy = Copy the seal
facts-seal-copied = The seal is copied.
# The line that is copied
facts-seal-note = Cairn fact notes, { $n ->
    [one] one version
   *[other] { $n } versions
}. { $line }
facts-broken = Version number { $link } is not as it was kept
facts-broken-changed = Its words, its time or its place were changed from outside of Cairn.
facts-broken-missing = It is not there, though later ones are.
facts-broken-reordered = It is not in its place, or it is there twice.
facts-broken-back-dated = Its time lies before that of the version before it. A clock that was wrong can do this, too.
facts-broken-rolled-back = The notes do not reach as far as they once did, or not in the same way. An older state was put in their place.
facts-broken-advice = Copy the whole folder of your journal to another disk before you do anything else. Then compare these notes with those of a backup.
