### One moment: reading, changing in place, older versions, and what was undone.

moment-of = Moment from { $day }
moment-back = Back to the list
moment-kept-close = Kept close
moment-keep-close = Keep close
moment-edit = Edit
moment-grow = Add what changed
moment-story = Tell it as a story
moment-more = More on this moment
moment-versions = Older versions
moment-bin = Put in the bin
moment-said = They said
moment-facts = What you noted
moment-kind = Kind
moment-shareable = May be shared
moment-yes = Yes
moment-promise-to = To { $to }
moment-promise-by = By { $by }
moment-promise-reach = Reach: { $reach }
moment-written = Written { $when }
moment-changed = Changed { $when }
moment-from = From { $app }
moment-wordless-quiet = A quiet day. Nothing stood out, and that is allowed.
moment-wordless-hard = A hard day. It did not need words.
moment-in-bin = This one is in the bin.
moment-restore = Put back
moment-unfinished = Unfinished changes from last time
moment-unfinished-go-on = Go on
moment-unfinished-drop = Let them go
moment-unfinished-dropped = Let go. The moment is as you kept it.
moment-nothing = This moment is not here any more.

## Changing it

moment-editing = Change this moment
moment-text = What you did
moment-keep = Keep changes
moment-leave = Leave for now
moment-left = Your changes are kept as a draft.
moment-left-nothing = Nothing was changed.

## Older versions

versions-title = Older versions
versions-back = Back to the moment
versions-none = There are no older versions.
versions-until = Until { $when }
versions-list = Versions, newest first
versions-then = As it was until { $when }
versions-now = As it is now
versions-restore = Bring this one back
versions-restored = That version is back. The other one is kept as a version.

## What was done, for the line that offers to undo it

op-done-keep = Kept.
op-done-change = Changes kept.
op-done-star = Kept close.
op-done-unstar = No longer kept close.
op-done-bin = Put in the bin.
op-done-restore = Put back.
op-done-version = That version is back.

undo = Undo
undo-not-here = Nothing was undone. A setting is changed back where it stands.
undo-nothing = There is nothing to undo.
redo-nothing = There is nothing to do again.
undone = Undone: { $op }.
redone = Done again: { $op }.
op-keep = a new moment
op-change = a change
op-star = kept close
op-bin = put in the bin
op-restore = put back
op-version = an older version
op-batch = moments brought in
op-empty-bin = emptied the bin
op-settings = settings
op-ripple = what you learned later
op-promise = a new promise
op-promise-move = a change to a promise
op-promise-keep = a kept promise
op-promise-hand-on = a promise handed on
op-promise-let-go = a promise let go
