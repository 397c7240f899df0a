### Look back: the days of a year, what runs through them, and the weekly check-in, which stands apart.

lookback-range = How much of it
lookback-range-4 = 4 weeks
lookback-range-12 = 12 weeks
lookback-range-year = Year
lookback-tables = Read as tables
lookback-year-to = Go to { $year }
lookback-year-none-before = Nothing before this year
lookback-year-none-after = Nothing after this year
lookback-totals = People you have noted helping: { $helped }. Stones laid: { $stones }. Promises kept: { $kept }.
lookback-empty = After a few stones you will see your path here.
lookback-empty-action = Lay the first one

## The calendar of days

lookback-calendar = Your days as stones
lookback-day =
    { $n ->
        [0] { $day }: no stone
        [one] { $day }: 1 stone, { $kinds }
       *[other] { $day }: { $n } stones, { $kinds }
    }
lookback-how = Arrows move over the days. Enter opens one.
lookback-legend = What the stones mean
lookback-legend-helped = Helped
lookback-legend-thanked = Kind words
lookback-legend-learned = Learned
lookback-legend-hard = Hard day
lookback-legend-plain = Quiet day
lookback-legend-size = 1, 2, 3 or more in a day
lookback-table-day = Day
lookback-table-stones = Stones
lookback-table-kinds = What they are
lookback-table-none = No stone in this time.

## Threads

lookback-threads = What keeps coming up in { $year }
lookback-threads-lead =
    { $n ->
        [one] One stone for each time. Choose a line to read those moments.
       *[other] One stone for about { $n } times. Choose a line to read those moments.
    }
lookback-threads-none = Nothing yet. Names, needs and tags that you add to a moment gather here.
lookback-thread-needs = What people needed
lookback-thread-pursuits = What your moments were an example of
lookback-thread-roles = Roles
lookback-thread-people = People, as you call them
lookback-thread-tags = Tags
lookback-thread-drains = What took a lot out of you
lookback-thread-drains-note = What came up two times or more when something took a lot. It shows the load. It says nothing about you or them.
lookback-thread-snags = What was in the way again
lookback-thread-snags-note = The same thing in your own words, two times or more.
lookback-thread-since = since { $month }
lookback-thread-count-since = { $name }: { $n } times since { $month }
lookback-thread-count =
    { $n ->
        [one] { $name }: 1 time
       *[other] { $name }: { $n } times
    }
lookback-thread-name = Name
lookback-thread-times = Times
lookback-thread-more = Show all { $n }
lookback-thread-fewer = Show fewer
lookback-worked = Words that worked, kept in { $year }: { $n }. Read them again.

## The foot

lookback-evidence = What this rests on

## The weekly check-in

checkin-title = Weekly check-in
checkin-off = Nine short lines about your week, if you want them. It is off until you turn it on.
checkin-switch = Offer a weekly check-in
checkin-day = On which day
checkin-due = Your weekly check-in is waiting. It takes about a minute.
checkin-begun = You began one and left it.
checkin-begin = Fill it in
checkin-go-on = Go on with it
checkin-next = Offered next on { $day }.
checkin-read-only = The check-in can be filled in when the journal can be written again.
checkin-few =
    { $n ->
        [one] 1 check-in so far. Words about a change come after eight.
       *[other] { $n } check-ins so far. Words about a change come after eight.
    }
checkin-meaning-lower = Meaning looks lower than a month ago.
checkin-meaning-higher = Meaning looks higher than a month ago.
checkin-conditions-lower = Conditions look lower than a month ago.
checkin-conditions-higher = Conditions look higher than a month ago.
checkin-fuel-lower = Fuel looks lower than a month ago.
checkin-fuel-higher = Fuel looks higher than a month ago.
checkin-meaning-lower-than-before = Meaning looks lower in its last four check-ins than in the four before.
checkin-meaning-higher-than-before = Meaning looks higher in its last four check-ins than in the four before.
checkin-conditions-lower-than-before = Conditions look lower in their last four check-ins than in the four before.
checkin-conditions-higher-than-before = Conditions look higher in their last four check-ins than in the four before.
checkin-fuel-lower-than-before = Fuel looks lower in its last four check-ins than in the four before.
checkin-fuel-higher-than-before = Fuel looks higher in its last four check-ins than in the four before.
checkin-help = Get help
checkin-people = People I can count on
checkin-as-table = { $group } as a table
checkin-as-chart = { $group } as a chart
checkin-not-okay = When it is not okay
checkin-table = As a table
checkin-chart = As a chart
checkin-chart-says =
    { $n ->
        [0] { $group }: no check-in with enough answers.
        [one] { $group }: one check-in, { $word } on { $day }.
       *[other] { $group }: { $n } check-ins. The last one, on { $day }: { $word }.
    }
checkin-dot = { $group }, { $day }: { $word }
checkin-dots = Choose a dot to read that check-in.
checkin-table-week = Day
checkin-table-value = Together
checkin-table-lines = Each line
checkin-table-skipped = skipped
checkin-table-value-of = { $word } ({ $value })
checkin-lines = What you wanted to remember
checkin-how = How this is read
checkin-how-1 = Each line is the middle of your answers, when you gave two of three. There is no total, no pass mark, and nobody to compare with.
checkin-how-2 = Words under a chart come after eight check-ins. They set the last four beside the four before, and speak up when about two of three answers moved by one step.
checkin-how-3 = That is a rule of thumb, not a test. It cannot say why something changed.
checkin-how-4 = It stands apart from your moments, and nothing joins the two. It stays in your journal.

## Filling it in

checkin-form-keys = Keys 1 to 5 mark a line and go on to the next. Tab leaves one out.
checkin-form-keep = Keep this check-in
checkin-form-leave = Not now
checkin-form-nothing = Mark one line first, or leave it for another day.
checkin-left = Your marks are kept. They wait for you here.

## One for a day that is too close to another one's

fault-invalid-toosoon = There is a check-in close to that day.
fault-invalid-toosoon-advice = The next day with room for one is { $next }. Your words are still here.
