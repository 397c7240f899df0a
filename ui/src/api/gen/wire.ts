// Written by `cargo test -p cairn-wire` from the Rust types; UPDATE=1 rewrites it. Not to be edited.

export type AppState = { 
/**
 * How the journal stands.
 */
standing: Standing, 
/**
 * Open, but nothing can be kept: made by a newer version, or the folder cannot be written.
 */
read_only: boolean, 
/**
 * Whether two groups of the recovery sheet were typed back. Only meaningful while open.
 */
sheet_confirmed: boolean, 
/**
 * Settings of this computer.
 */
device: DeviceSettings, 
/**
 * Version of the program.
 */
version: string, };

export type AskLog = { 
/**
 * What goes in.
 */
options: LogOptions, 
/**
 * Parts of the document at the most, from its beginning.
 */
blocks: number, };

export type AskPage = { 
/**
 * The search line as typed; empty for everything.
 */
query: string, 
/**
 * Only these kinds; none for all.
 */
kinds: Array<Kind>, 
/**
 * Only what is kept close.
 */
starred: boolean, 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * Rows, 1–100.
 */
limit: number, };

export type Backup = { 
/**
 * Folder name, `000012-2026-11-21`.
 */
name: string, 
/**
 * When it was made.
 */
made: Stamp, 
/**
 * Entries in it.
 */
entries: number, 
/**
 * Bytes.
 */
bytes: number, };

export type BinEmptied = { 
/**
 * Entries that are gone for good.
 */
removed: number, 
/**
 * What to ask again.
 */
changes: Changes, };

export type Block = { "type": "title", 
/**
 * The name.
 */
text: string, 
/**
 * The span, in words.
 */
span: string, } | { "type": "month", 
/**
 * "November 2026".
 */
text: string, } | { "type": "moment", 
/**
 * Seed of its stone.
 */
id: EntryId, 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * The kind, and the day if it is told.
 */
label: string, 
/**
 * The person's words.
 */
text: string, 
/**
 * The sentence that was said to them.
 */
quote: string | null, 
/**
 * What else is told.
 */
facts: Array<Fact>, };

export type ChangeMoment = { 
/**
 * The entry.
 */
id: EntryId, 
/**
 * Its new words, whole.
 */
writing: Writing, 
/**
 * The draft that they were, to be dropped in the same breath.
 */
draft: string | null, };

export type ChangePassphrase = { 
/**
 * The one in use.
 */
old: string, 
/**
 * The new one.
 */
new: string, 
/**
 * A weak one was confirmed.
 */
weak_ok: boolean, };

export type Changes = { 
/**
 * Entries were added, changed, binned or brought back.
 */
entries: boolean, 
/**
 * The shift days on which that happened.
 */
days: Array<Day>, 
/**
 * The list of tags.
 */
tags: boolean, 
/**
 * The list of people.
 */
people: boolean, 
/**
 * What lies in the bin.
 */
bin: boolean, 
/**
 * Unfinished writing.
 */
drafts: boolean, 
/**
 * The journal's settings.
 */
settings: boolean, 
/**
 * What can be undone or redone.
 */
undo: boolean, };

export type Code = "wrong-passphrase" | "wrong-recovery-key" | "weak-passphrase" | "bad-passphrase" | "locked" | "busy" | "damaged" | "newer" | "exists" | "disk-full" | "read-only" | "disk" | "not-found" | "invalid" | "bad-request";

export type ConfirmSheet = { 
/**
 * Each group that was asked for.
 */
answers: Array<GroupTyped>, };

export type Contrast = "system" | "usual" | "high";

export type Cost = "gave-energy" | "even" | "took-a-lot";

export type CreateJournal = { 
/**
 * As typed twice, or taken from the suggestion.
 */
passphrase: string, 
/**
 * A weak one was confirmed.
 */
weak_ok: boolean, 
/**
 * The first moment, written before there was a journal.
 */
first: Writing | null, };

export type Created = { 
/**
 * Its recovery sheet, to be written down and two groups of it typed back.
 */
sheet: Sheet, 
/**
 * The first moment, kept.
 */
entry: Entry | null, };

export type Day = string;

export type DayTurn = number;

export type DeviceSettings = { 
/**
 * Light, dark, or as the desktop says.
 */
theme: Theme, 
/**
 * Contrast.
 */
contrast: Contrast, 
/**
 * Movement.
 */
motion: Motion, 
/**
 * Size of the text in percent of the usual, 80–200.
 */
text_size: number, 
/**
 * Whether the landscape is drawn.
 */
scene: boolean, 
/**
 * Language of the interface (`en`, or `qps` and `qps-rtl` to check it), as a BCP 47 tag.
 */
language: string, };

export type Done = { 
/**
 * What to ask again.
 */
changes: Changes, };

export type DraftSlot = { 
/**
 * `today`, or `edit:` and an id.
 */
slot: string, };

export type Entry = { 
/**
 * Its name and the seed of its stone.
 */
id: EntryId, 
/**
 * The shift day it belongs to.
 */
day: Day, 
/**
 * How exactly the time is known.
 */
precision: Precision, 
/**
 * Minutes east of UTC where it happened, when known.
 */
offset_minutes?: number, 
/**
 * IANA zone where it happened, when known.
 */
zone?: string, 
/**
 * When it was first written.
 */
written: Stamp, 
/**
 * When it was last changed, if ever.
 */
edited?: Stamp, 
/**
 * When it was put in the bin, if it lies there.
 */
binned?: Stamp, 
/**
 * Where it came from, if not from here.
 */
source?: Source, 
/**
 * What sort of entry.
 */
kind: Kind, 
/**
 * What I did: the only field that has to be filled (and not even that on a quiet or a hard day).
 */
text: string, 
/**
 * When it happened on the person's own clock. Absent: now.
 */
happened?: Happened, 
/**
 * Who it was for: a role or a steady nickname.
 */
who?: string, 
/**
 * What they needed.
 */
need?: string, 
/**
 * What changed for them.
 */
changed?: string, 
/**
 * How I know.
 */
know?: Know, 
/**
 * The sentence that they said.
 */
their_words?: string, 
/**
 * Why it worked: my part in it.
 */
my_part?: string, 
/**
 * What it is an example of, two at most.
 */
pursuits?: Array<Pursuit>, 
/**
 * How it felt.
 */
felt?: Array<Felt>, 
/**
 * What it cost me.
 */
cost?: Cost, 
/**
 * What was in the way.
 */
in_the_way?: string, 
/**
 * A promise that was made.
 */
promise?: Pledge, 
/**
 * People by nickname, beyond the one it was for.
 */
people?: Array<string>, 
/**
 * Tags.
 */
tags?: Array<string>, 
/**
 * Kept close.
 */
star: boolean, 
/**
 * May be shown to others.
 */
may_share: boolean, };

export type EntryId = string;

export type Fact = { 
/**
 * What it tells, in the reader's language.
 */
label: string, 
/**
 * The person's own words, or a named choice.
 */
value: string, };

export type Fault = { 
/**
 * Which.
 */
code: Code, 
/**
 * Values for its sentence: field names, numbers.
 */
params: { [key in string]: string }, 
/**
 * Where it arose, for a report by somebody who chooses to make one.
 */
trace: string, };

export type Felt = "proud" | "useful" | "moved" | "calm" | "relieved" | "hopeful" | "tired" | "sad" | "angry" | "worried" | "flat" | "mixed";

export type GroupTyped = { 
/**
 * Its number, from 1.
 */
group: number, 
/**
 * As typed.
 */
text: string, };

export type Happened = string;

export type JournalSettings = { 
/**
 * When the working day turns.
 */
day_turn: DayTurn, 
/**
 * Whether two groups of the recovery sheet were typed back; set-up is not done before.
 */
sheet_confirmed: boolean, };

export type KeepDraft = { 
/**
 * `today`, or `edit:` and an id.
 */
slot: string, 
/**
 * As it stands.
 */
writing: Writing, };

export type Kept = { 
/**
 * As it stands now.
 */
entry: Entry, 
/**
 * What to ask again.
 */
changes: Changes, };

export type Kind = "moment" | "kind-word" | "words-that-worked" | "lesson" | "snag" | "quiet-day" | "hard-day" | "reflection";

export type Know = "they-said" | "record" | "i-saw" | "someone-said" | "my-guess";

export type Log = { 
/**
 * The document.
 */
blocks: Array<Block>, 
/**
 * Moments in it, also those that a preview leaves out.
 */
moments: number, };

export type LogOptions = { 
/**
 * From this shift day on.
 */
from: Day | null, 
/**
 * Up to and with this shift day.
 */
to: Day | null, 
/**
 * Only these kinds; none for all.
 */
kinds: Array<Kind>, 
/**
 * Only what is kept close.
 */
starred: boolean, 
/**
 * Each day by its date. Without it a reader learns the month only.
 */
with_days: boolean, 
/**
 * The sentence that was said to them. Stays home unless asked for.
 */
with_their_words: boolean, 
/**
 * How it felt, what it cost, what was in the way. Stays home unless asked for, each time.
 */
with_feelings: boolean, };

export type MonthCount = { 
/**
 * `"2026-11"`.
 */
month: string, 
/**
 * Entries in it, whatever is being sought.
 */
stones: number, };

export type Motion = "system" | "still";

export type NameCount = { 
/**
 * As it was first written.
 */
name: string, 
/**
 * Entries.
 */
entries: number, };

export type Names = { 
/**
 * Tags by use.
 */
tags: Array<NameCount>, 
/**
 * People by use.
 */
people: Array<NameCount>, };

export type Nothing = Record<symbol, never>;

export type OneMoment = { 
/**
 * Which.
 */
id: EntryId, };

export type Op = "keep" | "change" | "star" | "bin" | "restore" | "version" | "batch" | "empty-bin" | "settings";

export type Page = { 
/**
 * At most as many as were asked for.
 */
rows: Array<Row>, 
/**
 * Where the next page begins; nothing when this was the last.
 */
next: string | null, 
/**
 * A count for each month that begins on this page; empty while something is sought.
 */
months: Array<MonthCount>, };

export type PassphraseGiven = { 
/**
 * As typed.
 */
passphrase: string, };

export type PassphraseOffer = { 
/**
 * Five words.
 */
passphrase: string, };

export type PassphraseRating = { 
/**
 * Too easy to guess: a second yes is needed.
 */
weak: boolean, };

export type Piece = { 
/**
 * The words.
 */
text: string, 
/**
 * Whether they were sought.
 */
hit: boolean, };

export type Place = { 
/**
 * The folder, to be shown, never to be sent back.
 */
folder: string, 
/**
 * `local`, `synced`, `network`, `unknown`.
 */
kind: string, 
/**
 * Bytes of the journal file.
 */
bytes: number, 
/**
 * Entries.
 */
entries: number, 
/**
 * Backups in the folder.
 */
backups: number, 
/**
 * The newest of them.
 */
last_backup: Backup | null, };

export type Pledge = { 
/**
 * What was promised.
 */
what: string, 
/**
 * To whom: a role or nickname.
 */
to?: string, 
/**
 * By when, in the person's own words.
 */
by?: string, 
/**
 * How that person can reach back, within paid hours.
 */
reach?: string, };

export type Precision = "date" | "minute" | "second" | "instant";

export type Pursuit = "clear-why" | "fresh-idea" | "good-skill" | "changed-it" | "made-simple" | "did-right" | "joined-it-up" | "brought-value" | "grew" | "stayed-curious" | "kept-going" | "bit-better";

export type RecoverJournal = { 
/**
 * As typed from the sheet, in any spelling.
 */
recovery_key: string, 
/**
 * The new passphrase.
 */
passphrase: string, 
/**
 * A weak one was confirmed.
 */
weak_ok: boolean, };

export type RestoreBackup = { 
/**
 * Its folder name, as listed.
 */
name: string, 
/**
 * The passphrase that it was made under.
 */
passphrase: string, };

export type RestoreVersion = { 
/**
 * Of which entry.
 */
id: EntryId, 
/**
 * Its number.
 */
number: number, };

export type Row = { 
/**
 * The entry.
 */
id: EntryId, 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its shift day.
 */
day: Day, 
/**
 * When it happened.
 */
happened: Happened, 
/**
 * Kept close.
 */
star: boolean, 
/**
 * The words around the first hit, or the first words.
 */
excerpt: Array<Piece>, 
/**
 * Whether words were left out before the excerpt.
 */
cut_before: boolean, 
/**
 * Whether words were left out after it.
 */
cut_after: boolean, 
/**
 * When it was put in the bin, if it lies there.
 */
binned: Stamp | null, };

export type SaveMoment = { 
/**
 * The words.
 */
writing: Writing, 
/**
 * The draft that it was, to be dropped in the same breath.
 */
draft: string | null, };

export type SavedFile = { 
/**
 * Whether there is a file now.
 */
saved: boolean, 
/**
 * Its name without its folder.
 */
name: string | null, };

export type Sheet = { 
/**
 * The key in its groups, in order.
 */
groups: Array<string>, 
/**
 * The numbers (from 1) of the two groups to be typed back.
 */
ask: Array<number>, };

export type SheetAnswer = { 
/**
 * All right: set-up is done.
 */
confirmed: boolean, 
/**
 * Numbers of the groups that differ.
 */
wrong: Array<number>, };

export type Shown = { 
/**
 * The entry.
 */
entry: Entry, 
/**
 * How many older versions there are.
 */
versions: number, 
/**
 * Unfinished changes to it.
 */
draft: Writing | null, };

export type Source = { 
/**
 * The other journal's name, e.g. `jrnl`.
 */
app: string, 
/**
 * What that journal called the entry.
 */
id: string, 
/**
 * The import that brought it.
 */
batch: string, };

export type Stamp = string;

export type Standing = "new" | "locked" | "open" | "busy" | "damaged";

export type StarMoment = { 
/**
 * Which.
 */
id: EntryId, 
/**
 * Kept close.
 */
star: boolean, };

export type Stone = { 
/**
 * Seed of its shape.
 */
id: EntryId, 
/**
 * Its mineral.
 */
kind: Kind, 
/**
 * The shift day on which it was laid.
 */
day: Day, };

export type Theme = "system" | "light" | "dark";

export type Today = { 
/**
 * The shift day that it is now.
 */
day: Day, 
/**
 * The time on the person's clock.
 */
now: Happened, 
/**
 * Today's entries, newest first.
 */
entries: Array<Entry>, 
/**
 * The stones of the last seven shift days, oldest first.
 */
week: Array<Stone>, 
/**
 * What was being written when it was last left.
 */
draft: Writing | null, 
/**
 * Shift days since the newest entry; nothing in an empty journal.
 */
days_away: number | null, };

export type Undone = { 
/**
 * What was undone or redone; nothing when there was nothing.
 */
op: Op | null, 
/**
 * What to ask again.
 */
changes: Changes, };

export type Version = { 
/**
 * Counts from 1, oldest first.
 */
number: number, 
/**
 * When it was replaced.
 */
replaced: Stamp, 
/**
 * The words as they were.
 */
writing: Writing, 
/**
 * The day as it was.
 */
day: Day, };

export type Writing = { 
/**
 * What sort of entry.
 */
kind: Kind, 
/**
 * What I did: the only field that has to be filled (and not even that on a quiet or a hard day).
 */
text: string, 
/**
 * When it happened on the person's own clock. Absent: now.
 */
happened?: Happened, 
/**
 * Who it was for: a role or a steady nickname.
 */
who?: string, 
/**
 * What they needed.
 */
need?: string, 
/**
 * What changed for them.
 */
changed?: string, 
/**
 * How I know.
 */
know?: Know, 
/**
 * The sentence that they said.
 */
their_words?: string, 
/**
 * Why it worked: my part in it.
 */
my_part?: string, 
/**
 * What it is an example of, two at most.
 */
pursuits?: Array<Pursuit>, 
/**
 * How it felt.
 */
felt?: Array<Felt>, 
/**
 * What it cost me.
 */
cost?: Cost, 
/**
 * What was in the way.
 */
in_the_way?: string, 
/**
 * A promise that was made.
 */
promise?: Pledge, 
/**
 * People by nickname, beyond the one it was for.
 */
people?: Array<string>, 
/**
 * Tags.
 */
tags?: Array<string>, 
/**
 * Kept close.
 */
star: boolean, 
/**
 * May be shown to others.
 */
may_share: boolean, };

export interface Commands {
  /** How things stand; the first question of every window. */
  app_show: [Nothing, AppState];
  /** Settings of this computer; the window follows at once. */
  device_change: [DeviceSettings, DeviceSettings];
  /** A fresh passphrase of five words. */
  passphrase_suggest: [Nothing, PassphraseOffer];
  /** Whether a passphrase is too easy to guess. */
  passphrase_rate: [PassphraseGiven, PassphraseRating];
  /** Makes the journal and keeps the first moment in it. */
  journal_create: [CreateJournal, Created];
  /** Opens the journal. */
  journal_unlock: [PassphraseGiven, AppState];
  /** Opens the journal by the recovery sheet and gives it a new passphrase. */
  journal_recover: [RecoverJournal, AppState];
  /** Closes the journal and ends the program; the page calls it when its window is closing and its draft is kept. */
  app_quit: [Nothing, Nothing];
  /** Closes the journal and starts the program afresh, so that nothing of it stays in memory. */
  journal_lock: [Nothing, Nothing];
  /** Backups in the journal's folder, newest first. */
  backup_list: [Nothing, Array<Backup>];
  /** Puts a backup in the place of a journal that cannot be read; that one is set aside, never deleted. */
  backup_restore: [RestoreBackup, AppState];
  /** Makes a verified backup now. */
  backup_make: [Nothing, Backup];
  /** The recovery sheet, while it has not been confirmed. */
  sheet_show: [Nothing, Sheet | null];
  /** Two groups typed back. */
  sheet_confirm: [ConfirmSheet, SheetAnswer];
  /** A new sheet; the old one stops working. */
  sheet_renew: [PassphraseGiven, Sheet];
  /** Saves the sheet to a file that the person chooses. */
  sheet_save: [Nothing, SavedFile];
  /** Prints what the window shows for printing. */
  sheet_print: [Nothing, Nothing];
  /** Another passphrase for the journal. */
  passphrase_change: [ChangePassphrase, Nothing];
  /** The journal's settings. */
  settings_show: [Nothing, JournalSettings];
  /** New settings for the journal. */
  settings_change: [JournalSettings, Done];
  /** Where the journal lives. */
  place_show: [Nothing, Place];
  /** The Today screen. */
  today_show: [Nothing, Today];
  /** Keeps an entry; answered after it is on the disk. */
  moment_save: [SaveMoment, Kept];
  /** Keeps new words for an entry; the old ones become a version. */
  moment_change: [ChangeMoment, Kept];
  /** One entry, whole. */
  moment_show: [OneMoment, Shown];
  /** Kept close, or no longer. */
  moment_star: [StarMoment, Kept];
  /** Puts an entry in the bin. */
  moment_bin: [OneMoment, Kept];
  /** Takes an entry out of the bin. */
  moment_restore: [OneMoment, Kept];
  /** Older versions of an entry, oldest first. */
  moment_versions: [OneMoment, Array<Version>];
  /** Brings an older version back; the one that it replaces becomes a version itself. */
  version_restore: [RestoreVersion, Kept];
  /** What lies in the bin, newest first. */
  bin_list: [Nothing, Array<Row>];
  /** Empties the bin for good. */
  bin_empty: [Nothing, BinEmptied];
  /** A page of the time line or of what was found. */
  timeline_page: [AskPage, Page];
  /** Keeps unfinished writing. */
  draft_keep: [KeepDraft, Nothing];
  /** Unfinished writing, if there is any. */
  draft_show: [DraftSlot, Writing | null];
  /** Lets unfinished writing go. */
  draft_drop: [DraftSlot, Nothing];
  /** Tags and people in use. */
  names_list: [Nothing, Names];
  /** Undoes the last action. */
  action_undo: [Nothing, Undone];
  /** Does it again. */
  action_redo: [Nothing, Undone];
  /** The log as it would be saved, or its beginning. */
  log_preview: [AskLog, Log];
  /** Saves the log as Markdown to a file that the person chooses. */
  log_save: [LogOptions, SavedFile];
  /** Saves everything as a JSON archive to a file that the person chooses. */
  archive_save: [Nothing, SavedFile];
}
