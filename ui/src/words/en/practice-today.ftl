### The practice on Today and beside a moment: the prompt, the small forms, what was learned later, passing it on.

## The prompt

prompt-label = A question, if you like
prompt-swap = Swap
prompt-not-now = Not now
prompt-write = Write
prompt-skip = Skip this one
prompt-leave = Back to the usual question

## When a hard day is marked

hard-what-helps = What would help now?
hard-nothing = Nothing is a fine answer, too.
hard-set-down = Set it down for tonight
hard-understand = Look at what happened
hard-sort = Sort what is yours
hard-help = Get help
not-okay = Something was not okay

## Kinds

stones-more = More kinds
stones-other = Kind: { $kind }
form-legend = Skip any you like.

## Beside a moment

later-title = What I learned later
later-field = What did you learn later?
later-add = Add what you learned later
later-keep = Keep it
later-cancel = Leave it
later-kept = Kept with its own day.
later-nothing = Write one line first.
later-list = Learned later
pass-on = Pass it on
pass-on-copied = Copied. Say it to a teammate when it suits you both.
pass-on-not-copied = It could not be copied. Here it is to read out: { $line }
pass-on-line = Somebody said this about the work: “{ $words }” You had a part in that. Thank you.
pass-on-line-by = Somebody said this about the work ({ $who }): “{ $words }” You had a part in that. Thank you.
moment-answers = What was asked, and what you wrote
moment-asked = Asked by
moment-prompt = a question of the day
moment-check-in-row = A look at the week: meaning, conditions, fuel
moment-promises = Promises made here
