### What this rests on: what may be claimed and what not, and the studies.

evidence-title = What this rests on
evidence-lead = Small studies suggest that noting good you did can help a little. It does not fix a bad workplace.
evidence-back = Back

## Claims

evidence-claims = What we say
evidence-claim-1 = It is private, and made for people who serve others.
evidence-claim-2 = One line is meant to take half a minute. Nobody has timed it yet.
evidence-claim-3 = It draws on studies in which a short look back on helping had small good effects for some people.
evidence-claim-4 = It helps you keep a record that is yours.
evidence-unclaimed = What we do not say
evidence-unclaimed-1 = That it is proven, or that it lowers burnout.
evidence-unclaimed-2 = That it is therapy, or care by a doctor.
evidence-unclaimed-3 = That it makes a bad job good. It cannot change one, and that is not yours to do alone.
evidence-unclaimed-4 = That it protects you in law.

## What was found

evidence-found = What studies found
evidence-found-note = For almost all of them we read the short summary, not the whole paper.
evidence-found-before = Call-centre staff who thought of one time they had helped, before work, felt less badly treated that day. It was one study of 94 people over 15 days.
evidence-found-giving = People who wrote about what they gave helped more later than people who wrote about what they got. The study looked at helping, not at feeling well.
evidence-found-evening = Clinic staff who noted good things at the end of the day, and why they went well, had less stress that evening. The effect was small.
evidence-found-worn = Care workers who looked back on good work were less worn out, most of all the most tired. It did not raise hope. Another study found that good events matter most on bad days.
evidence-found-impact = When people see that their work helps someone, strain seems to weigh less. This shows what goes together, not what causes what.
evidence-found-reading = People expect too little from reading about plain days again. Take this one with care.
evidence-found-plans = A plan of the form “if this happens, I will do that” helps people act.
evidence-found-apology = In a sorry, owning your part counts most, then putting it right. People judged written cases, not their own lives.
evidence-found-calm = Calming down lowers anger. Letting off steam does not.
evidence-found-streaks = When a row of days is shown and it breaks, people tend to do less of it. That is why none is shown here.

## What was not found

evidence-not = Where it did nothing, or can hurt
evidence-not-evening = One fair trial of thinking back on good work in free time found no effect.
evidence-not-programmes = In a survey of 46,336 workers, people who used well-being programmes were no better off.
evidence-not-good-things = Writing down three good things once looked strong. When others tried it again, any good memory did as well.
evidence-not-control = A study of “three good things” in health staff had nobody to compare with, and many left it.
evidence-not-gratitude = Thanks lists lower low mood a little. Next to other things to do, they do less.
evidence-not-often = In one small study once a week worked and three times did not. It was never well repeated.
evidence-not-plans = A plan at the end of the day did not help in one field test. People who always plan did worse.
evidence-not-crafting = A course in reshaping your own job had no effect on the whole group.
evidence-not-drains = Helping also drains. It drains those most who most want to help, and high ideals can make bad treatment hurt for longer.
evidence-not-calling = People find bad treatment more fair when somebody loves the work. So your limits are part of your purpose here.
evidence-not-writing = Writing about pain helps very little on the whole. Some feel worse after one time. One talk after a shock does not prevent lasting harm.
evidence-not-reframing = Seeing it in a better light can go with lower mood when the thing itself could be changed. A later study did not find that.
evidence-not-forgiving = Forgiving when nothing was made good can lower self-respect.

## The check-in

evidence-checkin = The weekly check-in
evidence-checkin-1 = The nine lines are our own. They are not a test, a diagnosis, a score or a level of risk.
evidence-checkin-2 = They compare you with nobody. They cannot say what caused a change.
evidence-checkin-3 = They are not for employers. There is no view for teams, and there never will be.

## The essays

evidence-essays = Where the ideas come from
evidence-essays-lead = The practice grew from five essays on serving people at work. The ideas are theirs, the words here are our own.
evidence-essays-five = The last of them also passes on five ideas of Rockwell: service, growth, being curious, going on, and a bit better.
evidence-essays-changed = Four of their lines would hurt tired people as they stand: that it is all up to you, that a cruel boss can be served into kindness, that calm on top is enough, and that resentment can be put down while the harm goes on. Each has an answer here that takes your side.

## Sources

evidence-sources = The studies
evidence-sources-lead = None of them was checked anew by us.
evidence-refs = Study { $numbers }
evidence-read-abstract = summary read
evidence-read-second-hand = seen in what others wrote
