### Get help: the page, also before the journal is open.

help-back = Back to where I was
help-danger = In danger now
help-self-harm = Thoughts of ending your life
help-write = Something was not okay
help-write-what = You can write down what happened, as plain facts, apart from everything else. It stays here, for you.
help-write-go = To my fact notes

## Lines

help-lines = Help lines
help-own = Your own lines
help-own-none = A line you trust can stand here first: a union, a doctor, a friend.
help-own-closed = Lines of your own and people you can count on are shown once your journal is open.
help-own-add = Add a line
help-own-name = Whose line it is
help-own-how = How to reach it
help-own-how-hint = A number, a place, a time of day.
help-own-missing = This one is still empty.
help-own-keep = Keep this line
help-own-cancel = Leave it
help-own-change = Change
help-own-change-of = Change { $name }
help-own-remove = Remove
help-own-remove-of = Remove { $name }
help-own-removed = { $name } was removed from your lines.
help-region = Lines for
help-kind-emergency = Emergency
help-kind-crisis = In a crisis
help-kind-work = About work
help-unchecked = Numbers change. Nobody has checked these numbers yet; ask for the number where you live.
help-stale = Numbers change. These were last checked on { $day }; ask for the number where you live.
help-checked = Numbers change. These were checked on { $day }.
help-copy = Copy
help-copy-of = Copy { $number }, { $name }
help-copied = Copied
help-copied-number = { $number } is copied.
help-not-copied = It could not be copied. Select the number by hand.
help-hide = Hide
help-hide-of = Hide { $name }
help-hidden = Hidden lines
help-hidden-done = { $name } is hidden.
help-bring-back = Bring back
help-bring-back-of = Bring back { $name }

## People and texts

help-people = People I can count on
help-people-none = You give others your name, number and hours. Who has given you theirs?
help-people-change = Change them on Promises
help-notes = What may be the matter
help-note-harassment = Harassment and bullying
help-note-violence = Threats and violence
help-note-unsafe-care = Unsafe care
help-note-breaking-rules = Being told to break rules
help-note-pay-and-rest = Pay and rest
help-note-it-is-not-all-you = It is not all you
help-note-leaving-is-okay = Leaving is okay
help-note-privacy = Names and places
help-note-notes-can-be-read = Notes can be read
help-note-hard-writing = When writing hurts
