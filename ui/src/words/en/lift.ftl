### Lift: one moment, nothing else.

lift-label = Lift
lift-lead = You have mattered on ordinary days. Here is one.
lift-lead-more = Here is another one.
lift-lead-hard = You marked a hard day, and it can stay that. Here is one moment from before.
lift-lead-hard-more = Here is another one, if you want it.
lift-their-words = Their words
lift-what-you-did = What you did
lift-wrote-today = You wrote this today
lift-wrote = You wrote this on a { $weekday } in { $month }
lift-another = Another
lift-enough = That is enough
lift-read = Read the whole moment
lift-never = Not this one again
lift-never-done = It will not come up here again. It stays in your timeline.
lift-help = Get help
lift-none = Nothing is here yet. When you keep a moment that matters, you will find it here on a bad day. One line is enough.
lift-none-hard = You marked a hard day, and it can stay that. Nothing is here yet, and nothing has to be.
lift-none-action = To Today

## The end, after three or when there are no more

lift-end =
    { $n ->
        [1] That was the one for today.
        [2] Those were the two for today.
       *[other] Those were the three for today.
    }
lift-end-lead = A person can do more than a page. You could write one line to somebody, or see who you can count on.
lift-end-lead-hard = Today was hard. You do not have to carry it alone.
lift-write = Write one line to the person in it
lift-people = People I can count on

## One line to the person in it

lift-line-title = One line to the person in it
lift-line-to = One line to { $who }
lift-line-about = It is about this moment:
lift-line-note = It is kept here with that moment. It is never sent to anyone.
lift-line-keep = Keep this line
lift-line-kept = Kept with that moment. It was not sent.
lift-line-left = Your words are kept. They wait here for you.
lift-line-back = Back
