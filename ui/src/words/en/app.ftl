### The window itself: rail, common words, days, keys.

app-name = Cairn

## Rail

rail-label = Main
rail-today = Today
rail-timeline = Timeline
rail-log = Purpose log
rail-settings = Settings
rail-lock = Lock
rail-menu = Menu

room-read-only = The journal is open for reading only. Nothing can be kept for now.

## Days

day-today = Today
day-yesterday = Yesterday

## Words used in many places

common-cancel = Cancel
common-close = Close
common-back = Back
common-continue = Continue
common-not-now = Not now
common-again = Try again
common-save-file = Save to a file…
common-undo = Undo
common-more = More

## Fields

field-caps-lock = Caps Lock is on.
field-show = Show { $label }
field-hide = Hide { $label }

## Said in passing

toast-label = Message
toast-undo = Undo
toast-close = Close message
toast-kept-already = It is kept already. Cairn keeps things as you go.
toast-text-size = Text size { $size } %
toast-nothing-to-undo = Nothing to undo.
toast-nothing-to-redo = Nothing to redo.
toast-undone = Undone: { $what }.
toast-redone = Done again: { $what }.

## Keys

keys-title = Keys
keys-lead = Everything here can be done with the keyboard.
keys-new = New moment
keys-keep = Keep what you wrote
keys-today = Today
keys-timeline = Timeline
keys-log = Purpose log
keys-settings = Settings
keys-search = Search
keys-lock = Lock
keys-undo = Undo, when no field is in use
keys-redo = Do it again
keys-larger = Larger text
keys-smaller = Smaller text
keys-usual = Usual text size
keys-back = Back
keys-forward = Forward
keys-regions = To the next part of the window
keys-this = This list
# Names of keys, as they stand on the keyboard.
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-left = ←
key-right = →
key-or = or
