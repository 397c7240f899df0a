### Promises: the room, the fields wherever one is made, and what is due on Today.

promises-lead = What people can count on from you, within your paid hours.
promises-due = Due today
promises-late = Past their date
promises-later = Later
promises-undated = No day set
promises-done = Answered
promises-kept-of = { $kept } of { $all } kept
promises-count =
    { $n ->
        [one] 1 due or past its date
       *[other] { $n } due or past their date
    }
promises-empty = No promises waiting. One that you make can be small.
promises-make = Make a promise
promises-more-done =
    { $n ->
        [one] One more
       *[other] { $n } more
    }
promises-keys = On a promise: K kept, M move, H hand on, L let go. Arrows go up and down.
promises-today = Promises for today
promises-all = All promises

## The fields

promise-what = What you promised
promise-to = To whom
promise-by = By when
promise-by-hint = As you would say it: Thursday before noon.
promise-reach = How they can reach you
promise-reach-place = within your paid hours
promise-read = { $day }
promise-read-noon = { $day }, before noon
promise-when-today = today
promise-read-time = { $day }, { $time }
promise-not-read = Kept as you wrote it; no day was understood.
promise-add = Promise
promise-make = Keep this promise
promise-make-nothing = Write what you promised first.
promise-cancel = Leave it
promise-drop = Drop these changes

## One promise

promise-for = To { $to }
promise-for-by = To { $to }, by { $by }
promise-only-by = By { $by }
promise-reach-is = Reach: { $reach }
promise-said = In your words: { $said }
promise-due-to = You told { $who } you would get back to them by { $when }.
promise-due-plain = You promised this for today.
promise-late = This one is past its date. Do it, move it or let it go?
promise-was-kept = Kept { $when }
promise-was-handed-on = Handed on { $when }
promise-was-handed-on-to = Handed on to { $to }, { $when }
promise-was-let-go = Let go { $when }
promise-from = Read where it began
promise-do-keep = Kept
promise-do-done = Done
promise-do-move = Move
promise-do-hand-on = Hand on
promise-do-let-go = Let go
promise-do-keep-this = Kept: { $what }
promise-do-done-this = Done: { $what }
promise-do-move-this = Move: { $what }
promise-do-hand-on-this = Hand on: { $what }
promise-do-let-go-this = Let go: { $what }
promise-do-more = More on this promise
promise-moment = Make it a moment
promise-moment-this = Make it a moment: { $what }
promise-move-title = Another day, or other words
promise-move-keep = Keep the change
promise-hand-on-to = Who has it now, if you like
promise-hand-on-keep = Hand it on

## Said after it

promise-made = The promise is kept here until it is answered.
promise-moved = Moved.
promise-kept = Kept.
promise-handed-on = Handed on.
promise-let-go = Let go.

## People I can count on

people-title = People I can count on
people-hint = You give others your name, number and hours. Who has given you theirs?
people-name = Name
people-reach = How to reach them
people-hours = Hours
people-add = Add somebody
people-keep = Keep
people-cancel = Leave it
people-edit = Edit
people-edit-this = Edit: { $name }
people-remove = Remove
people-up = Move up
people-down = Move down
people-more = More on { $name }
people-removed = { $name } is off the card.
people-nothing = Write a name first.

## Keys in this room

keys-promises-room = On a promise
keys-promise-move = Up and down
keys-promise-keep = Kept
keys-promise-day = Move
keys-promise-hand-on = Hand on
keys-promise-let-go = Let go
