### Fact notes as they are read, in the window and in a saved file.

## What each part is called

fact-account = What happened
fact-happened = When it happened
fact-words = What was said
fact-place = Where
fact-witnesses = Who else was there
fact-proof = What else shows it
fact-told = Who I told
fact-asked = What I asked for
fact-happened-open = Left open

## The saved file

factfile-title = Fact notes
factfile-lead = Each version stands here as it was kept. Times of writing are UTC.
factfile-whole = No version was changed after it was kept, as far as the seals can show. The newest was written on { $when }. Its seal is { $seal }.
factfile-broken = Take care: version { $link } is not as it was kept. Compare it with a backup.
factfile-none = No fact notes.
factfile-note = Note { $n }
factfile-version = Version { $n }
factfile-written = Written
factfile-seal = Place and seal
factfile-seal-value = { $link }, { $seal }
