### Reflect: the day's prompt, the guides, the shift's beginning and end, the week.

keys-shutdown = End of shift

reflect-prompt = Today’s prompt
reflect-prompt-none = No prompt for the rest of today. The guides are here when you want one.
reflect-write = Write about this
reflect-write-on = Go on writing
reflect-waiting = Begun, and not kept yet
reflect-go-on-with = Go on writing: { $prompt }
reflect-swap = Swap
reflect-not-now = Not now
reflect-kept = Kept.
reflect-hard = A hard day is marked. One true line is enough, or sort one thing.
reflect-times = Before, after, and the week
reflect-group-hard = After a hard moment
reflect-group-weight = When it weighs on you
reflect-group-stand = What you stand for
reflect-group-more = More guides
reflect-group-small = Small walks
reflect-minutes = { $n } min
reflect-begun = Begun
reflect-lately = Walked lately
reflect-themes = Questions by theme
reflect-themes-count =
    { $n ->
        [1] 1 question
       *[other] { $n } questions
    }
reflect-read-only = The journal is for reading now. Guides can be walked when it can be written again.
reflect-read-this = Open: { $title }
reflect-foot = What you write here stays in your journal. It leaves in no copy unless you say so.

## A walk

walk-place = Your place in this guide
walk-about =
    { $n ->
        [3] Three short steps. Stop at any of them.
        [4] Four short steps. Stop at any of them.
        [5] Five short steps. Stop at any of them.
        [6] Six short steps. Stop at any of them.
       *[other] { $n } short steps. Stop at any of them.
    }
walk-at =
    { $n ->
        [one] Step { $at } of { $of }, about 1 minute left
       *[other] Step { $at } of { $of }, about { $n } minutes left
    }
walk-at-plain = Step { $at } of { $of }
walk-minutes =
    { $n ->
        [one] About 1 minute
       *[other] About { $n } minutes
    }
walk-cairn-ahead = The steps: { $steps }.
walk-cairn-now = Step { $at } of { $of }: { $label }.
walk-cairn-done = Done: { $done }.
walk-leave = Save and leave
walk-leave-plain = Leave
walk-gate = Read this first
walk-go-on = Go on
walk-other-note = Use the other note instead
walk-care = If there were threats or hate, this guide is not for that.
walk-key = Ctrl Enter
walk-example = Show an example
walk-example-such = Somebody might write:
walk-quoted = { $label }, as you wrote it
walk-skip = Skip this step
walk-taps = Or tap a word
walk-moments = Your latest moments
walk-picked-begun = You began a story before. Here it is, as you left it.
walk-place-stone = Place this stone
walk-needed = This step is part of the guide. It needs a line.
walk-needed-now = One line here is needed before you go on. You can also save and leave.
walk-written = What you wrote
walk-nothing = Nothing is written, and that is allowed.
walk-keep = Keep
walk-kept = Kept.
walk-done-sorting = Done sorting
walk-pause-plain = You can stop here at any time. It is kept.
walk-pause = Leave it for now
walk-pause-on = Go on

## Three hands

hands-legend = Three hands
hands-sort = Sort it
hands-sort-hint = Mine, not mine, someone else’s.
hands-mine = Mine
hands-mine-hint = What you can do or change. Nothing is a fine answer.
hands-not-mine = Not mine
hands-not-mine-hint = The rota, the rules, their mood. Nothing is a fine answer.
hands-someone-else = Needs someone else
hands-someone-else-hint = Whose job is it? Nothing is a fine answer.

## What can be made of a walk

made-not-now = Not now
made-promise = Make it a promise?
made-promise-lead = It is kept in the guide. As a promise it comes back on its day.
made-promise-keep = Keep the promise
made-promise-kept = The promise is kept in Promises.
walk-to-notes = Open it in your fact notes
walk-to-notes-lead = Fact notes stand apart, with the time they were written. It opens there for you to finish, and is kept nowhere else.
walk-notes-wait = Another note is unfinished. Finish it or let it go, then open this one there. What you wrote stays here as a draft.
walk-notes-go = To the fact notes
made-moment = Keep the fairer line as a moment?
made-moment-lead = The guide stays here and leaves in no copy. This line can stand among your moments.
made-mission = Make it your purpose?
made-mission-lead = It then stands in My purpose. An older one stays as a version.
made-mission-keep = Make it my purpose
made-mission-kept = It stands in My purpose now.
made-star-story = This story is ready
made-star-story-lead = It stays here for you. A purpose log takes it only when you ask for guides there.

## Before the shift

before-mission = My purpose:
before-moment = From your notes, { $day }
before-moment-show = Read an old moment
before-moment-none = Nothing is here yet, and nothing has to be.
before-moment-trouble = It cannot be read now. The minute goes on without it.
before-go = Go without writing
before-keep = Keep and go

## End of shift

shutdown-title = End of shift
shutdown-word-energy = The day
shutdown-word-mattered = What mattered
shutdown-word-whom = For whom
shutdown-word-good = What went right
shutdown-word-promises = Promises
shutdown-word-nags = What nags
shutdown-word-leave = The rest
shutdown-energy = How did today leave you?
shutdown-keys = One key is enough: 1, 2 or 3.
shutdown-mattered = Which moment mattered most today?
shutdown-mattered-hint = Its number keeps it close.
shutdown-whom = A little more about it, if you like
shutdown-who = Who was it good for?
shutdown-took = What did it take to do that? Patience, a call, ten minutes.
shutdown-promises = You promised this for today
shutdown-promises-hint = One key for each.
shutdown-promises-more =
    { $n ->
        [one] One more after this
       *[other] { $n } more after this
    }
shutdown-keep = Kept
shutdown-move = New day
shutdown-hand-on = Hand on
shutdown-let-go = Let go
shutdown-did-choose = It is kept close.
shutdown-did-note = Noted with the moment.
shutdown-did-keep = The promise is kept.
shutdown-did-move = It has a new day.
shutdown-did-hand-on = Handed on.
shutdown-did-let-go = Let go.
shutdown-pick = A promise to myself: { $when }
shutdown-pick-hint = It can rest until then.
shutdown-skip = Skip
shutdown-next = Next
shutdown-leave = Leave the rest here
shutdown-leave-hint = Keeps what you wrote and locks your journal.

## Week in review

week-title = The last seven days
week-lead = What the week gave and what it cost, side by side. Nothing is added up.
week-gave = What gave you energy
week-took = What took a lot
week-moments =
    { $n ->
        [0] Nothing noted
        [one] One moment
       *[other] { $n } moments
    }
week-even =
    { $n ->
        [one] One moment about even
       *[other] { $n } moments about even
    }
week-quiet =
    { $n ->
        [one] One quiet day
       *[other] { $n } quiet days
    }
week-hard =
    { $n ->
        [one] One hard day
       *[other] { $n } hard days
    }
week-open = Open promises
week-open-none = None open.
week-open-more =
    { $n ->
        [one] One more promise
       *[other] { $n } more promises
    }
week-kept =
    { $n ->
        [one] One kept this week
       *[other] { $n } kept this week
    }
week-written = Written this week
week-pick = Pick one to use its words in your answer.
week-pick-this = Use these words: { $words }

## Short words for the steps

step-after-a-hard-call-listen = The problem
step-after-a-hard-call-empathize = Why it stung
step-after-a-hard-call-apologize = Your part
step-after-a-hard-call-respond = What you did
step-after-a-hard-call-notify = Who hears back
step-after-a-hard-call-reset = For you
step-say-sorry-well-my-part = Your part
step-say-sorry-well-regret = How it landed
step-say-sorry-well-own-it = Plain words
step-say-sorry-well-repair = Put it right
step-say-sorry-well-change = What changes
step-say-sorry-well-ask = The ask
step-from-jerk-to-human-label = The label
step-from-jerk-to-human-facts = The facts
step-from-jerk-to-human-before = Before you
step-from-jerk-to-human-knowledge = What you know
step-from-jerk-to-human-my-need = Your need
step-from-jerk-to-human-fairer-line = A fairer line
step-boss-hardest-customer-facts = The facts
step-boss-hardest-customer-their-need = Their need
step-boss-hardest-customer-my-need = Your need
step-boss-hardest-customer-give-first = What you give
step-boss-hardest-customer-my-line = Your line
step-boss-hardest-customer-one-ask = One fair ask
step-put-down-the-resentment-weight = The weight
step-put-down-the-resentment-cost = What it costs
step-put-down-the-resentment-need = Your need
step-put-down-the-resentment-act-or-not = To do, or not
step-put-down-the-resentment-set-down = Set down
step-put-down-the-resentment-space = The space
step-motive-check-what = What you did
step-motive-check-for-whom = For whom
step-motive-check-unseen = Unseen
step-motive-check-cost = What it cost
step-motive-check-next = What stays
step-duck-check-above = On top
step-duck-check-below = Below
step-duck-check-air = Air
step-duck-check-must-know = To be said
step-duck-check-ease = Ease
step-lead-follow-wallow-happened = What happened
step-lead-follow-wallow-where = Where you stood
step-lead-follow-wallow-pull = The pull
step-lead-follow-wallow-in-my-hands = In your hands
step-lead-follow-wallow-not-mine = Not yours
step-my-mission-statement-who-comes = Who comes
step-my-mission-statement-they-expect = What they fear
step-my-mission-statement-want-to-be = Who to be
step-my-mission-statement-always-do = Always
step-my-mission-statement-limits = Limits
step-my-mission-statement-one-line = One line
step-week-in-review-keep = To keep
step-week-in-review-energy = Gave and took
step-week-in-review-better = Learned
step-week-in-review-open = Promises
step-week-in-review-look-out-for = Look out for
step-week-in-review-one-ask = One ask
step-story-for-review-situation = Situation
step-story-for-review-task = Task
step-story-for-review-action = Action
step-story-for-review-result = Result
step-story-for-review-proof = Proof
step-story-for-review-learned = Learned
step-seven-pursuits-check-pick = The moment
step-seven-pursuits-check-at-work = At work
step-seven-pursuits-check-missing = No room yet
step-seven-pursuits-check-small-step = A tiny step
step-seven-pursuits-check-for-whom = For whom
step-end-of-shift-shutdown-one-good = What went right
step-end-of-shift-shutdown-park = What nags
step-end-of-shift-shutdown-leave = Left here
step-end-of-shift-shutdown-off-sign = The sign
step-before-the-shift-recall = Someone
step-before-the-shift-their-side = Their side
step-before-the-shift-if-then = If and then
step-when-it-is-not-okay-safe-now = Safe now
step-when-it-is-not-okay-kind = What kind
step-when-it-is-not-okay-facts = The facts
step-when-it-is-not-okay-witnesses = Who saw
step-when-it-is-not-okay-tell = Who to tell
step-when-it-is-not-okay-care = For you
step-three-hands-thing = The thing
step-three-hands-mine = Mine
step-three-hands-not-mine = Not mine
step-three-hands-someone-else = Someone else
step-feedback-sieve-said = What was said
step-feedback-sieve-who = Who said it
step-feedback-sieve-sees-my-work = Up close
step-feedback-sieve-usable-bit = The useful bit
step-feedback-sieve-let-go = Let go
