### The window itself: rail, common words, days, keys.

app-name = Cairn

## Rail

rail-label = Main
rail-today = Today
rail-reflect = Reflect
rail-timeline = Timeline
rail-promises = Promises
rail-lookback = Look back
rail-purpose = My purpose
rail-log = Purpose log
rail-settings = Settings
rail-help = Get help
rail-lift = Lift
rail-lift-hint = A moment when I mattered
rail-lock = Lock
rail-menu = Menu

room-read-only = The journal is open for reading only. Nothing can be kept for now.

## Days

day-today = Today
day-yesterday = Yesterday
day-understood = { $weekday }, { $day }
day-odd = Not a day yet. Write it like { $like }, or choose one.
day-choose = Choose a day: { $label }
day-month-before = Month before
day-month-after = Month after

## Words used in many places

common-close = Close
common-back = Back
common-again = Try again

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

## Keys

keys-title = Keys
keys-lead = Everything here can be done with the keyboard.
keys-new = New moment
keys-keep = Keep what you wrote
keys-details = Details, on Today
keys-stone = A stone, on Today
keys-today = Today
keys-timeline = Timeline
keys-log = Purpose log
keys-reflect = Reflect
keys-promises = Promises
keys-lookback = Look back
keys-purpose = My purpose
keys-help = Get help
keys-lift = Lift
keys-settings = Settings
keys-search = Search
keys-lock = Lock
keys-undo = Undo, outside a field
keys-redo = Do it again
keys-larger = Larger text
keys-smaller = Smaller text
keys-usual = Usual text size
keys-back = Back
keys-forward = Forward
keys-regions = Next part of the window
keys-this = This list
keys-list = In the timeline
keys-list-move = Up and down
keys-list-read = Read it
keys-list-edit = Edit
keys-list-close = Keep it close, or no longer
keys-list-bin = Put in the bin
keys-list-back = Back to the list
# Names of keys, as they stand on the keyboard.
key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-enter = Enter
key-delete = Delete
key-escape = Esc
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
