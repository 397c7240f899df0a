### My purpose: the mission card and its older versions.

purpose-lead = Who you want to be for the people who come to you.
purpose-empty = Start with one line: I want to be someone who…
purpose-empty-note = It is yours. You can change it any time, and the older ones stay.
purpose-walk = Walk through it, 3 minutes
purpose-write = Write it here
purpose-edit = Edit
purpose-versions =
    { $n ->
        [one] 1 older version
       *[other] { $n } older versions
    }
purpose-since = In your words since { $day }
purpose-nothing = Nothing written here.
purpose-begun = You began to write this and left it.
purpose-begun-go-on = Go on
purpose-begun-drop = Let it go

## The fields, as names

purpose-field-who-comes = Who comes to me
purpose-field-they-expect = What they fear I will be
purpose-field-want-to-be = Who I want to be for them
purpose-field-always-do = What I always do
purpose-field-limits = My limits
purpose-field-mission = My one line

## Writing it

purpose-form-title = In your own words
purpose-form-lead = Leave out what you like. Two are needed: your limits, and the one line.
purpose-form-example = For example: { $example }
purpose-form-needed = Needed
purpose-form-keep = Keep this
purpose-form-leave = Leave it for now
purpose-left = Your words are kept. You can go on any time.
purpose-missing-limits = Write one limit first. A mission that eats your life will not last.
purpose-missing-mission = Put it in one line first. It can be a plain one.

## Versions side by side

purpose-pair-title = Side by side
purpose-pair-earlier = On this side
purpose-pair-later = On the other side
purpose-pair-option-now = { $day }, the one you have now
purpose-pair-differs = changed
purpose-pair-close = Back to my purpose
