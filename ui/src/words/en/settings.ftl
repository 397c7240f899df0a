### Settings. Each line has a name, one plain sentence, and words by which it is found.

settings-title = Settings
settings-search = Search settings
settings-none = Nothing here is called “{ $query }”.
settings-show-all = Show all settings
settings-found = { $n ->
    [one] { $n } setting found
   *[other] { $n } settings found
}
settings-cancel = Cancel

## Groups

settings-group-comfort = Comfort
settings-group-shift = My shift
settings-group-recovery = Passphrase and recovery
settings-group-copies = Copies
settings-group-help = Get help
settings-group-limits = What is not protected
settings-group-about = About

## Comfort

settings-theme = Theme
settings-theme-hint = Light or dark, or the same as the rest of your computer.
settings-theme-find = light dark night colour appearance
settings-theme-system = As my computer
settings-theme-light = Light
settings-theme-dark = Dark

settings-contrast = Contrast
settings-contrast-hint = High draws black on white, or white on black, with strong edges.
settings-contrast-find = high vision colour appearance
settings-contrast-system = As my computer
settings-contrast-usual = Usual
settings-contrast-high = High

settings-text-size = Text size
settings-text-size-hint = Everything grows with it. Ctrl + and Ctrl − do the same.
settings-text-size-find = font large small zoom bigger reading vision
settings-text-size-less = Smaller text
settings-text-size-more = Larger text
settings-text-size-now = { $n } %
settings-text-size-sample = She asked for me by name, and I had an answer.

settings-motion = Movement
settings-motion-hint = A stone falls into place when you keep a moment. Still leaves that out.
settings-motion-find = animation motion still
settings-motion-system = As my computer
settings-motion-still = Still

settings-scene = Landscape
settings-scene-hint = Hills and your cairn, beside what you write.
settings-scene-find = hills scene picture cairn decoration

settings-language = Language
settings-language-hint = The words of the app. Yours stay as you wrote them.
settings-language-find = english words translation
settings-language-en = English
settings-language-qps = Test words, longer
settings-language-qps-rtl = Test words, right to left

## My shift

settings-day-turn = My day turns at
settings-day-turn-hint = What you write before { $time } belongs to the day before.
settings-day-turn-hint-midnight = Each day begins at midnight, as on a calendar.
settings-day-turn-example = A night shift that began on Friday stays with Friday.
settings-day-turn-example-midnight = After midnight, a night shift that began on Friday counts as Saturday.
settings-day-turn-find = night shift midnight hour clock time day
settings-check-in = Weekly check-in
settings-check-in-hint = Nine short lines about your week, under Look back. Off until you turn it on.
settings-check-in-find = week check meaning conditions fuel questions reminder
settings-check-in-done = Your check-in is set.
settings-day-turn-done = Your day now turns at { $time }.

settings-days-off = My days off
settings-days-off-hint = On these days the questions are those that fit a day off. Leave all open if your week changes.
settings-days-off-find = weekend rest free holiday weekday prompt roster
settings-changed = That is changed.

## Get help

settings-help-region = Help lines for
settings-help-region-hint = Get help shows the lines of this region, after your own. The choice is not locked, so that it is there before your journal is open, too.
settings-help-region-find = country emergency crisis number phone union safe
settings-help-region-all = Every region
settings-help-go = Go to Get help

## Passphrase

settings-passphrase = Passphrase
settings-passphrase-hint = It opens your journal. Nobody else has it, and nobody can reset it.
settings-passphrase-find = password change secret words lock
settings-passphrase-change = Change passphrase
settings-passphrase-old = Passphrase you use now
settings-passphrase-new = New passphrase
settings-passphrase-new-hint = Long is better than clever. Spaces are fine.
settings-passphrase-suggest = Suggest five words
settings-passphrase-suggested = Write these five words down before you go on.
settings-passphrase-needs-old = Type the passphrase you use now.
settings-passphrase-needs-new = Type a new passphrase, or take five suggested words.
settings-passphrase-wrong = That is not the passphrase you use now. Nothing was changed.
settings-passphrase-bad = That one is empty or too long. Nothing was changed.
settings-passphrase-working = Changing…
settings-passphrase-done = Your passphrase is changed. Copies made before now still open with the old one.

## Recovery sheet

settings-sheet = Recovery sheet
settings-sheet-hint = It opens your journal when the passphrase is forgotten. Without both, nobody can.
settings-sheet-find = forgotten password recover key print paper
settings-sheet-new = Make a new recovery sheet
settings-sheet-warning = Your old sheet stops working as soon as the new one is made.
settings-sheet-passphrase = Your passphrase
settings-sheet-make = Make the new sheet
settings-sheet-working = Making it…
settings-sheet-needs = Type your passphrase.
settings-sheet-wrong = That is not your passphrase. Your old sheet still works.
settings-sheet-open = Two groups of your sheet are still to be typed back, so that you know the paper is right.
settings-sheet-show = Show the sheet
settings-sheet-done = Your new recovery sheet works. You can throw the old one away.

## Copies

settings-place = Where your journal lives
settings-place-hint = This folder holds your journal and its backups, locked.
settings-place-find = folder file path disk storage size entries synced network onedrive dropbox
settings-place-folder = Folder
settings-place-size = Size
settings-place-entries = Entries
settings-place-kind-local = It is on this computer’s own disk.
settings-place-kind-removable = It is on a stick or card. Wait for “safe to remove” before you pull it out.
settings-place-kind-synced = A sync program copies this folder elsewhere. The copies are locked, but old ones may stay there, and they open with the passphrase of their day. Keep the journal open on one computer at a time.
settings-place-kind-network = It is on another machine’s disk. Whoever runs that machine can delete it. A copy on a disk of your own is safer.
settings-place-kind-unknown = We could not tell what kind of disk this is. Make a copy now and then, and keep it on a disk of your own.
settings-size-kb = { $n } kB
settings-size-mb = { $n } MB

settings-backup = Backups
settings-backup-hint = A backup is a whole journal. It opens with the passphrase of the day it was made.
settings-backup-find = copy save restore safe
settings-backup-none = There is no backup yet.
settings-backup-count = { $n ->
    [one] { $n } backup
   *[other] { $n } backups
}
settings-backup-newest = The newest is from { $when }.
settings-backup-make = Make a copy now
settings-backup-working = Copying and checking…
settings-backup-done = { $n ->
    [0] The copy is made and checked. There are no entries in it yet.
    [one] The copy is made and checked. It holds { $n } entry.
   *[other] The copy is made and checked. It holds { $n } entries.
}
settings-backup-advice = It lies in the folder above. To keep one elsewhere, copy that folder to a stick of your own.

## What is not protected

settings-limits = What Cairn cannot do
settings-limits-hint = Your files are locked. These things it cannot prevent.
settings-limits-find = security privacy employer work computer screenshot administrator keylogger legal case court lawyer
settings-limits-screen = While your journal is open, anybody who sees the screen can read it. So can a program that takes pictures of it.
settings-limits-keys = A program that records keys can learn your passphrase as you type it.
settings-limits-admin = Whoever administers this computer can install such programs. On a work computer, that is your employer.
settings-limits-trace = That Cairn was used here can be seen, even when what you wrote cannot.
settings-limits-legal = Notes can be asked for in a legal case, and can help or hurt you. The lock does not change that.
settings-limits-advice = A computer of your own is the best protection, not one from your workplace.

## About

settings-about = Cairn { $version }
settings-about-hint = Nothing leaves this computer.
settings-about-find = version build program open standard
settings-about-open = Your journal is an SQLCipher file, and its keys are age files. Other programs can read both with your passphrase.

settings-evidence = What this rests on
settings-evidence-hint = What may be said of it, what may not, and the studies.
settings-evidence-find = evidence research studies science sources credits essays claims
settings-evidence-show = Read it
settings-updates = Updates
settings-updates-hint = Cairn never looks for updates. You get a new version where you got this one.
settings-updates-find = new version download network internet

settings-licence = Licences
settings-licence-hint = Cairn is free to use, study, change and share: MIT or Apache 2.0, as you prefer.
settings-licence-find = license free open source fonts icons credits
settings-licence-fonts = The letters are Atkinson Hyperlegible Next and Literata, under the SIL Open Font License 1.1.
settings-licence-icons = The small pictures are from Lucide, under the ISC License.

settings-keys = Keys
settings-keys-hint = Everything works from the keyboard. F1 shows the list from anywhere.
settings-keys-find = shortcuts keyboard hotkey
settings-keys-show = Show all keys

## The new sheet, while it is shown

settings-sheet-shown-title = Your new recovery sheet
settings-sheet-shown-lead = The old one has stopped working. Write this one down, save it or print it, then type two groups back.
