### Before the journal is open, and while it is being made.

## First run: a first moment

first-question = Who did you help today, and what did you do?
first-lead = One person, one moment, one line. That is all it takes.
first-label = Your moment
first-placeholder = the man with the blue hat…
first-hint = Initials are enough. Nothing leaves this computer.
first-where = Write on a computer of your own if you can, not on one from your workplace. Notes can be asked for in a legal case, and can help or hurt.
first-keep = Keep this moment
first-skip = I have something to write later
first-step = Step { $n } of 3
first-held = Your moment is ready. It is kept as soon as your journal is made.
first-back = Back to my words

## First run: a passphrase

choose-title = Choose a passphrase
choose-lead = It opens your journal. Here are five words; write them down, or use words of your own.
choose-offer = Five words for you
choose-another = Another
choose-own = Use my own words
choose-use-offer = Use five words instead
choose-field = Your passphrase
choose-hint = A few words are stronger than one hard one.
choose-empty = Write a passphrase first.
choose-warning = If you lose both your passphrase and the recovery sheet, nobody can open your journal, and neither can we.
choose-make = Make my journal
choose-making = Making your journal…
choose-weak = This one is easy to guess. A few more words would make it much stronger.
choose-weak-yes = Use it all the same
choose-weak-no = I will add some words

## Recovery sheet

sheet-title = Your recovery sheet
sheet-lead = If your passphrase is ever gone, this opens your journal. Keep it on paper, away from this computer.
sheet-groups = Recovery key, { $n } groups
sheet-group = Group { $n }: { $text }
sheet-save = Save to a file…
sheet-saved = Saved as { $name }. Anyone who has that file can open your journal.
sheet-print = Print…
sheet-check = Type group { $a } and group { $b } back
sheet-check-lead = So that you know the paper is right.
sheet-field = Group { $n }
sheet-confirm = It is right
sheet-checking = Checking…
sheet-wrong = Group { $n } is not the same. Look at the sheet once more.
sheet-later = Do this later
sheet-later-hint = Cairn will ask again when you next open your journal.
sheet-print-title = Recovery sheet for a Cairn journal
sheet-print-what = Whoever has this sheet can open the journal. Keep it somewhere safe, away from the computer.
sheet-print-how = To use it: start Cairn, choose “Use my recovery sheet”, and type the groups in order.
sheet-gone-title = A new recovery sheet
sheet-gone-lead = Your recovery sheet was not typed back before, and it cannot be shown again. Make a new one now. The old one stops working.
sheet-renew = Make a new sheet
sheet-renewing = Making it…

## Unlock

unlock-title = Open your journal
unlock-passphrase = Passphrase
unlock-open = Open
unlock-opening = Opening…
unlock-empty = Type your passphrase first.
unlock-wrong = That did not open it. Try again, or use your recovery sheet.
unlock-recover = Use my recovery sheet
unlock-large = Large text
unlock-usual = Usual text

## Recover

recover-title = Use your recovery sheet
recover-lead = Type the groups in order. Then choose a new passphrase.
recover-key = Recovery key
recover-key-hint = Spaces, dashes and small letters do not matter.
recover-key-empty = Type the groups from your sheet first.
recover-new = New passphrase
recover-open = Open my journal
recover-back = Back to the passphrase

## Busy

busy-title = Another window has your journal open
busy-lead = Only one window can use it at a time, so that nothing is lost. Close the other one, then try again.
busy-trying = Looking…
busy-still = It is still open there.

## Damaged

damaged-title = Your journal file cannot be read
damaged-lead = It may have been cut short while it was written. Nothing was deleted, and nothing will be. You can put a backup in its place; the file that cannot be read is set aside in the same folder.
damaged-choose = Backups, newest first
damaged-entries =
    { $n ->
        [one] one entry
       *[other] { $n } entries
    }
damaged-newest = newest
damaged-passphrase = The passphrase from that time
damaged-wrong = That did not open this backup. Try again, or the passphrase that you had then.
damaged-restore = Put this backup in place
damaged-restoring = Putting it in place…
damaged-none = There is no backup in the folder of your journal. If you keep a copy somewhere else, put it there and try again.
damaged-looking = Looking for backups…

## Not answering

silent-title = Cairn is not answering
silent-lead = Close this window and start Cairn again. Nothing was changed.
