### The Today screen: one question, one writing area, five stones, and the rows of details.

today-question = Who did you help today, and what did you do?
today-field = Your moment
today-placeholder = the man with the blue hat…
today-hint = Initials are enough. Nothing leaves this computer.
telltale = { $what } could tell who somebody is. A role or initials are enough.
today-draft-kept = Draft kept
today-draft-trouble = Draft not kept yet. Trying again.
today-keep = Keep this moment
today-keep-quiet = Keep this quiet day
today-keep-hard = Keep this hard day
today-keeping = Keeping…
today-keep-key = Ctrl Enter
today-kept = Kept.
today-aside = Your draft is kept.
today-not-kept = Not kept yet
today-try-again = Try again
today-nothing-yet = Write one line first, or choose Quiet day.
today-back-after-gap = Welcome back. Nothing was lost. Start with today or with any day you like.
today-first = One person, one moment, one line. That is all it takes.
today-quiet-line = Nothing stood out, and that is allowed.
today-hard-line = One true line is enough. You can leave it blank, too.
today-also = Also today
today-kept-at = Kept at { $time }
today-kept-plain = Kept today
today-open = Open
today-open-this = Open: { $text }
today-more-today =
    { $n ->
        [one] One more in the timeline
       *[other] { $n } more in the timeline
    }
today-scene-empty = Your first stone will lie here.
today-scene-count =
    { $n ->
        [one] One stone this week
        [2] Two stones this week
        [3] Three stones this week
        [4] Four stones this week
        [5] Five stones this week
        [6] Six stones this week
        [7] Seven stones this week
       *[other] { $n } stones this week
    }
today-scene-next = The next one is waiting on top.

## The five stones

stones-legend = What kind of stone, if you like
stone-moment = I helped
stone-kind-word = Kind words
stone-lesson = I learned
stone-hard-day = Hard day
stone-quiet-day = Quiet day

## Details

details-open = Details
details-close = Fewer rows
details-legend = Details. Skip any you like.
details-own = In your own words
details-own-of = { $field } In your own words
details-more = More
details-less = Less
details-who = Who was it?
details-who-hint = A role or a nickname. No real name is needed.
details-need = What did they need?
details-did = What did you do?
details-did-hint = Tap any. They are kept as tags.
details-changed = What changed for them?
details-know = How do you know?
details-felt = How did it feel?
details-felt-hint = This stays with you. It leaves in no copy unless you say so.
details-cost = What did it cost you?
details-their-words = Their words
details-their-words-hint = The sentence that they said, as you remember it.
details-my-part = Your part in it
details-pursuits = A case of
details-pursuits-hint = Two at most.
details-in-the-way = What was in the way?
details-promise = A promise you made
details-people = People in it
details-people-hint = Nicknames. Enter adds one.
details-tags = Tags
details-tags-hint = Enter adds one.
details-name-remove = Take out { $name }
details-name-added = Added: { $name }
details-name-choices = Names you used before
details-when = When it happened
details-when-day = Day
details-when-time = Time
details-when-hint = Leave this alone for now. Any earlier day is welcome.
details-when-now = Now
details-when-odd = A time reads like 21:10 or 9.10 pm.
details-keep-close = Keep it close
details-may-share = May be shared
details-may-share-hint = A note to yourself for when you make a copy for somebody.

## Words to choose from, as they are kept

role-1 = customer
role-2 = caller
role-3 = patient
role-4 = family member
role-5 = visitor
role-6 = client
role-7 = student
role-8 = teammate
role-9 = other team
role-10 = boss
role-11 = someone else

need-1 = to be heard
need-2 = to be believed
need-3 = to feel safe
need-4 = clear facts
need-5 = a fair deal
need-6 = respect
need-7 = time
need-8 = a choice
need-9 = comfort
need-10 = less pain
need-11 = a fix
need-12 = a real person
need-13 = to belong

did-1 = listened
did-2 = explained
did-3 = fixed it
did-4 = found out
did-5 = stayed with them
did-6 = spoke up
did-7 = made it simple
did-8 = followed up
did-9 = passed it on well
did-10 = taught
did-11 = calmed things down
did-12 = said sorry
did-13 = noticed something

## Locking while a draft cannot be put away

today-lock-trouble = Your draft could not be kept, so the journal is still open.
today-lock-trouble-advice = Copy your text first. To lock or close without it, do it once more.
