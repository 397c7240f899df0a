### The parts of an entry. Shared by the window and by the documents that leave it.

## Kinds of entry, as a label beside an entry

kind-moment = Helped
kind-kind-word = Kind words
kind-words-that-worked = Words that worked
kind-lesson = Learned
kind-snag = Snag and idea
kind-quiet-day = Quiet day
kind-hard-day = Hard day
kind-reflection = Reflection
kind-guide = Guide
kind-mission = My purpose
kind-check-in = Check-in

## The rows of a moment

field-who = Who
field-need = What they needed
field-changed = What changed
field-know = How I know
field-my-part = My part in it
field-pursuits = A case of
field-felt = Felt
field-cost = What it cost me
field-in-the-way = What was in the way
field-promise = Promise
field-people = People
field-tags = Tags

## How I know

know-they-said = They told me
know-record = It is in a record or number
know-i-saw = I saw or heard the change
know-someone-said = Someone else told me
know-my-guess = My best guess

## What it cost me

cost-gave-energy = It gave me energy
cost-even = About even
cost-took-a-lot = It took a lot out of me

## Feelings

felt-proud = proud
felt-useful = useful
felt-moved = moved
felt-calm = calm
felt-relieved = relieved
felt-hopeful = hopeful
felt-tired = tired
felt-sad = sad
felt-angry = angry
felt-worried = worried
felt-flat = flat
felt-mixed = mixed

## The seven pursuits, and five more

pursuit-clear-why = Clear on why
pursuit-fresh-idea = Fresh idea
pursuit-good-skill = Good skill
pursuit-changed-it = Changed the way
pursuit-made-simple = Made it simple
pursuit-did-right = Did right by them
pursuit-joined-it-up = Joined it up
pursuit-brought-value = Brought value
pursuit-grew = Grew
pursuit-stayed-curious = Stayed curious
pursuit-kept-going = Kept going
pursuit-bit-better = A bit better
