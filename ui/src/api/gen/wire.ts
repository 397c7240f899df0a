// Written by `cargo test -p cairn-wire` from the Rust types; UPDATE=1 rewrites it. Not to be edited.

export type AddRipple = { 
/**
 * The moment.
 */
id: EntryId, 
/**
 * The words.
 */
text: string, };

export type Answer = { 
/**
 * The field that it fills, as the content library calls it.
 */
field: string, 
/**
 * The person's words.
 */
text: string, };

export type AnswerPrompt = { 
/**
 * Its id.
 */
id: string, 
/**
 * Another one in its place; else none any more today.
 */
swap: boolean, };

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

export type ChainState = { "state": "whole", 
/**
 * Versions in it.
 */
links: number, 
/**
 * When the newest was written; nothing in an empty room.
 */
since: Stamp | null, 
/**
 * The last seal's first digits, to be noted outside.
 */
seal: string | null, } | { "state": "broken", 
/**
 * The first link that does not hold.
 */
link: number, 
/**
 * What is wrong with it, in one word.
 */
why: string, };

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
undo: boolean, 
/**
 * Promises.
 */
promises: boolean, 
/**
 * Fact notes.
 */
facts: boolean, 
/**
 * What the practice has shown today.
 */
practice: boolean, };

export type CheckInGroup = "meaning" | "conditions" | "fuel";

export type CheckInGroupWords = { 
/**
 * Which.
 */
id: CheckInGroup, 
/**
 * Its name.
 */
label: string, 
/**
 * What it is about.
 */
note: string, };

export type CheckInItem = "mattered" | "worth-it" | "used-skill" | "had-a-say" | "backed-up" | "safe-respected" | "energy-left" | "switch-off" | "still-warm";

export type CheckInItemWords = { 
/**
 * Which.
 */
id: CheckInItem, 
/**
 * The line that it belongs to.
 */
group: CheckInGroup, 
/**
 * The sentence.
 */
text: string, };

export type CheckInPoint = { 
/**
 * The entry.
 */
id: EntryId, 
/**
 * Its day.
 */
day: Day, 
/**
 * Each group's value; there is no total.
 */
values: Array<GroupValue>, 
/**
 * What was marked, item by item.
 */
marks: { [key in string]: number }, 
/**
 * What to remember about the week.
 */
line: string, };

export type CheckInSheet = { 
/**
 * Its title.
 */
title: string, 
/**
 * What it is and is not.
 */
intro: string, 
/**
 * It is not offered again before so many days.
 */
days_between: number, 
/**
 * The scale, lowest first.
 */
scale: Array<ScalePoint>, 
/**
 * The three lines.
 */
groups: Array<CheckInGroupWords>, 
/**
 * The nine sentences.
 */
items: Array<CheckInItemWords>, 
/**
 * The open question at the end.
 */
open_item: string, };

export type CheckInTrend = "lower" | "higher" | "lower-than-before" | "higher-than-before";

export type CheckInTrends = { 
/**
 * What the work gave.
 */
meaning: CheckInTrend | null, 
/**
 * How the place treated the person.
 */
conditions: CheckInTrend | null, 
/**
 * What was left.
 */
fuel: CheckInTrend | null, };

export type CheckIns = { 
/**
 * The questions.
 */
form: CheckInSheet, 
/**
 * Oldest first.
 */
points: Array<CheckInPoint>, 
/**
 * Whether one may be filled in today.
 */
may_offer: boolean, 
/**
 * Whether one waits: from the chosen day on, until one lies in that week.
 */
due: boolean, 
/**
 * Words under the charts, when there is enough to say any.
 */
trends: CheckInTrends, 
/**
 * Gentle notes on the last one.
 */
notes: Array<string>, };

export type Code = "wrong-passphrase" | "wrong-recovery-key" | "weak-passphrase" | "bad-passphrase" | "locked" | "busy" | "damaged" | "newer" | "exists" | "no-place" | "disk-full" | "read-only" | "disk" | "not-found" | "invalid" | "bad-request";

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
 * The prompt that it answers, by its id in the content library.
 */
prompt?: string, 
/**
 * The guide that it was written in.
 */
guide?: Walk, 
/**
 * What a guide or a form of its kind asked, in the order in which it was answered.
 */
answers?: Array<Answer>, 
/**
 * Marks of a check-in: item and 1 (not at all) to 5 (very much). What was skipped is not there.
 */
marks?: { [key in string]: number }, 
/**
 * What was learned later, oldest first, each with its own time.
 */
ripples?: Array<Ripple>, 
/**
 * Kept close.
 */
star: boolean, 
/**
 * May be shown to others.
 */
may_share: boolean, };

export type EntryId = string;

export type ExportRule = "never" | "ask";

export type Fact = { 
/**
 * What it tells, in the reader's language.
 */
label: string, 
/**
 * The person's own words, or a named choice.
 */
value: string, };

export type FactDraft = { 
/**
 * The note of which it will be a further version; nothing for a new one.
 */
note: EntryId | null, 
/**
 * The words so far.
 */
writing: FactWriting, };

export type FactKept = { 
/**
 * The version as it was sealed.
 */
fact: FactVersion, 
/**
 * What to ask again.
 */
changes: Changes, };

export type FactNote = { 
/**
 * Its name.
 */
id: EntryId, 
/**
 * Oldest first.
 */
versions: Array<FactVersion>, };

export type FactVersion = { 
/**
 * Its place in the chain, from 1, over all notes.
 */
link: number, 
/**
 * The note.
 */
note: EntryId, 
/**
 * The version of that note, from 1.
 */
version: number, 
/**
 * When it was written.
 */
written: Stamp, 
/**
 * The words.
 */
writing: FactWriting, 
/**
 * The link's seal, in hexadecimal digits: SHA-256 over this version and the seal before it.
 */
seal: string, };

export type FactWriting = { 
/**
 * What happened, in the person's own order. The only field that has to be filled.
 */
account: string, 
/**
 * When it happened on the person's own clock, as far as it is known.
 */
happened?: Happened, 
/**
 * The words that were used, exactly.
 */
words?: string, 
/**
 * Where.
 */
place?: string, 
/**
 * Who saw or heard it; initials will do.
 */
witnesses?: string, 
/**
 * Other proof, and where it is.
 */
proof?: string, 
/**
 * Who was told, and when.
 */
told?: string, 
/**
 * What was asked for.
 */
asked?: string, };

export type Facts = { 
/**
 * The one written last first.
 */
notes: Array<FactNote>, 
/**
 * Whether nothing was changed from outside.
 */
chain: ChainState, 
/**
 * What is being written.
 */
draft: FactDraft | null, };

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

export type Form = { 
/**
 * The kind's name.
 */
kind: string, 
/**
 * The question over the entry's text itself.
 */
opening: FormField, 
/**
 * The fields beside it.
 */
fields: Array<FormField>, };

export type FormField = { 
/**
 * Its name; never changes.
 */
field: string, 
/**
 * The question.
 */
question: string, 
/**
 * A line that helps.
 */
hint: string, };

export type GroupTyped = { 
/**
 * Its number, from 1.
 */
group: number, 
/**
 * As typed.
 */
text: string, };

export type GroupValue = { 
/**
 * The group.
 */
group: CheckInGroup, 
/**
 * The mean of what was answered; nothing when too little was.
 */
value: number | null, };

export type Guide = { 
/**
 * Never changes: journals keep it.
 */
id: string, 
/**
 * Which list it belongs to.
 */
tier: GuideTier, 
/**
 * Its title.
 */
title: string, 
/**
 * A line about it.
 */
about: string, 
/**
 * How long it takes, in minutes.
 */
minutes: number, 
/**
 * The idea behind it.
 */
framework: string, 
/**
 * What is read first, with a way to `when-it-is-not-okay`.
 */
gate: string | null, 
/**
 * What finishing it can create.
 */
makes: GuideMakes, 
/**
 * Whether answers may go into a purpose log.
 */
export: ExportRule, 
/**
 * The questions, in their order.
 */
steps: Array<GuideStep>, 
/**
 * The last line.
 */
close: string, };

export type GuideLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Which list it belongs to.
 */
tier: GuideTier, 
/**
 * Its title.
 */
title: string, 
/**
 * A line about it.
 */
about: string, 
/**
 * How long it takes, in minutes.
 */
minutes: number, 
/**
 * What finishing it can create.
 */
makes: GuideMakes, 
/**
 * Whether it was begun and left.
 */
begun: boolean, 
/**
 * When it was last walked to its end.
 */
last: Day | null, };

export type GuideMakes = "none" | "promise" | "moment" | "mission" | "star-story" | "fact-note";

export type GuideShown = { 
/**
 * The guide.
 */
guide: Guide, 
/**
 * What is begun of it.
 */
draft: Writing | null, };

export type GuideStep = { 
/**
 * Its name within the guide.
 */
id: string, 
/**
 * The field in which the answer is kept; never changes.
 */
field: string, 
/**
 * It says of itself that it can be skipped.
 */
optional: boolean, 
/**
 * The guide is not finished without it.
 */
required: boolean, 
/**
 * The question.
 */
question: string, 
/**
 * A line that helps.
 */
hint: string, 
/**
 * What somebody might answer.
 */
example: string, 
/**
 * Words that can be tapped into the answer.
 */
taps: Array<string>, };

export type GuideTier = "core" | "added" | "small";

export type HandOnPromise = { 
/**
 * Which.
 */
id: EntryId, 
/**
 * Who has it, if it is to be noted.
 */
to: string | null, };

export type Happened = string;

export type Help = { 
/**
 * What this journal is and is not.
 */
about: string, 
/**
 * Someone is in danger now.
 */
danger: string, 
/**
 * Thoughts of ending one's life.
 */
self_harm: string, 
/**
 * What else may be the matter.
 */
notes: Array<HelpNote>, 
/**
 * The library's lines for the chosen region, those that are hidden left out; every region's while none is chosen.
 */
lines: Array<HelpLine>, 
/**
 * The regions that can be chosen, as their names and labels.
 */
regions: Array<HelpRegionWords>, 
/**
 * The region, chosen once.
 */
region: string | null, 
/**
 * When a person last checked the lines.
 */
checked_on: Day | null, 
/**
 * Whether that is longer ago than twelve months, or never was.
 */
stale: boolean, 
/**
 * The person's own lines; they come first.
 */
own: Array<OwnHelpLine>, 
/**
 * People I can count on.
 */
people: Array<Supporter>, 
/**
 * Whether the journal is open, so that own lines and people can be shown and changed.
 */
open: boolean, };

export type HelpKind = "emergency" | "crisis" | "work";

export type HelpLine = { 
/**
 * What it is for.
 */
kind: HelpKind, 
/**
 * Where.
 */
region: HelpRegion, 
/**
 * Who answers.
 */
name: string, 
/**
 * How to reach them.
 */
how: string, 
/**
 * Where the number was seen.
 */
source: HelpSeen, };

export type HelpNote = { 
/**
 * Its name in the content library.
 */
id: string, 
/**
 * The text.
 */
text: string, };

export type HelpRegion = "us" | "canada" | "uk" | "ireland" | "eu" | "australia" | "new-zealand" | "india";

export type HelpRegionWords = { 
/**
 * Which.
 */
id: HelpRegion, 
/**
 * Its name.
 */
label: string, };

export type HelpSeen = "page" | "memory";

export type Identified = { 
/**
 * What sort of thing it is.
 */
kind: Identifier, 
/**
 * As it was written.
 */
text: string, };

export type Identifier = "email" | "iban" | "payment-card" | "national-id" | "phone" | "birth-date" | "postcode" | "address" | "bed-or-room" | "record-number" | "name";

export type JournalSettings = { 
/**
 * When the working day turns.
 */
day_turn: DayTurn, 
/**
 * Whether two groups of the recovery sheet were typed back; set-up is not done before.
 */
sheet_confirmed: boolean, 
/**
 * Days of the week without a shift.
 */
days_off: Array<Weekday>, 
/**
 * The day on which the weekly check-in is offered; off while there is none.
 */
check_in: Weekday | null, 
/**
 * People I can count on, in the person's own order.
 */
count_on: Array<Supporter>, 
/**
 * Lines of help that the person wrote down; they come first.
 */
help_lines: Array<OwnHelpLine>, 
/**
 * The region whose lines of help are shown; chosen once.
 */
help_region: string | null, 
/**
 * Lines of the library that the person does not want to see, by name.
 */
help_hidden: Array<string>, };

export type KeepDraft = { 
/**
 * `today`, or `edit:` and an id.
 */
slot: string, 
/**
 * As it stands.
 */
writing: Writing, };

export type KeepFact = { 
/**
 * The note of which this is a further version; nothing for a new one.
 */
note: EntryId | null, 
/**
 * The words.
 */
writing: FactWriting, };

export type Kept = { 
/**
 * As it stands now.
 */
entry: Entry, 
/**
 * Its text, passage by passage.
 */
passages: Array<Passage>, 
/**
 * What to ask again.
 */
changes: Changes, };

export type Kind = "moment" | "kind-word" | "words-that-worked" | "lesson" | "snag" | "quiet-day" | "hard-day" | "reflection" | "guide" | "mission" | "check-in";

export type Know = "they-said" | "record" | "i-saw" | "someone-said" | "my-guess";

export type Lifted = { 
/**
 * The moment; nothing when there is none at this step.
 */
entry: Entry | null, 
/**
 * Which of the day's moments, from 0.
 */
step: number, 
/**
 * How many there are today, at most three.
 */
count: number, 
/**
 * Whether a hard day is marked.
 */
hard_day: boolean, };

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

export type MakePromise = { 
/**
 * The words. A day that is not given is read from them.
 */
promising: Promising, 
/**
 * The moment or guide in which it was made.
 */
entry: EntryId | null, };

export type Mission = { 
/**
 * The entry that holds it.
 */
id: EntryId, 
/**
 * Its day.
 */
day: Day, 
/**
 * The one line.
 */
line: string, 
/**
 * Every field, in the order of the guide.
 */
answers: Array<Answer>, };

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

export type MovePromise = { 
/**
 * Which.
 */
id: EntryId, 
/**
 * The words, whole.
 */
promising: Promising, };

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

export type OneGuide = { 
/**
 * Its id in the content library.
 */
id: string, };

export type OneMoment = { 
/**
 * Which.
 */
id: EntryId, };

export type OnePromise = { 
/**
 * Which.
 */
id: EntryId, };

export type Op = "keep" | "change" | "star" | "bin" | "restore" | "version" | "batch" | "empty-bin" | "settings" | "ripple" | "promise" | "promise-move" | "promise-keep" | "promise-hand-on" | "promise-let-go";

export type OwnHelpLine = { 
/**
 * Whose line it is.
 */
name: string, 
/**
 * How to reach it.
 */
how: string, };

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

export type Part = { "type": "text", 
/**
 * The words, with their line breaks.
 */
text: string, } | { "type": "emphasis", 
/**
 * What is stressed.
 */
parts: Array<Part>, } | { "type": "strong", 
/**
 * What is stressed.
 */
parts: Array<Part>, } | { "type": "code", 
/**
 * The letters.
 */
text: string, } | { "type": "link", 
/**
 * The words.
 */
parts: Array<Part>, 
/**
 * The address.
 */
to: string, };

export type Passage = { "type": "lines", 
/**
 * What they say.
 */
parts: Array<Part>, } | { "type": "heading", 
/**
 * What it says.
 */
parts: Array<Part>, } | { "type": "quote", 
/**
 * What is quoted.
 */
passages: Array<Passage>, } | { "type": "list", 
/**
 * The number of the first item; none for a list without numbers.
 */
first: number | null, 
/**
 * The items.
 */
items: Array<Array<Passage>>, } | { "type": "code", 
/**
 * The lines.
 */
text: string, } | { "type": "rule" };

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

export type Promise = { 
/**
 * Its name.
 */
id: EntryId, 
/**
 * What became of it.
 */
state: PromiseState, 
/**
 * Who has it now, when it was handed on.
 */
handed_to?: string, 
/**
 * The moment or guide in which it was made.
 */
entry?: EntryId, 
/**
 * The shift day on which it was made.
 */
day: Day, 
/**
 * When it was written down.
 */
made: Stamp, 
/**
 * When it was answered: kept, handed on or let go.
 */
closed?: Stamp, 
/**
 * Taken back together with the action that made it.
 */
dropped?: boolean, 
/**
 * What was promised.
 */
what: string, 
/**
 * To whom: a role or a nickname.
 */
to?: string, 
/**
 * By when, in the person's own words.
 */
said?: string, 
/**
 * By when, as far as it is known: a day, or a time on that day.
 */
by?: Happened, 
/**
 * How that person can reach back, within paid hours.
 */
reach?: string, };

export type PromiseDone = { 
/**
 * As it stands now.
 */
promise: PromiseRow, 
/**
 * What to ask again.
 */
changes: Changes, };

export type PromiseRow = { 
/**
 * The promise.
 */
promise: Promise, 
/**
 * How it stands.
 */
standing: PromiseStanding, };

export type PromiseStanding = "due" | "late" | "later" | "undated" | "kept" | "handed-on" | "let-go";

export type PromiseState = "open" | "kept" | "handed-on" | "let-go";

export type Promises = { 
/**
 * What is open by its day, then what was answered, newest first.
 */
rows: Array<PromiseRow>, 
/**
 * Promises kept…
 */
kept: number, 
/**
 * …of those that were answered in any way.
 */
answered: number, 
/**
 * The shift day that it is now.
 */
today: Day, };

export type Promising = { 
/**
 * What was promised.
 */
what: string, 
/**
 * To whom: a role or a nickname.
 */
to?: string, 
/**
 * By when, in the person's own words.
 */
said?: string, 
/**
 * By when, as far as it is known: a day, or a time on that day.
 */
by?: Happened, 
/**
 * How that person can reach back, within paid hours.
 */
reach?: string, };

export type Prompt = { 
/**
 * Never changes: journals keep it.
 */
id: string, 
/**
 * What it is about.
 */
theme: PromptTheme, 
/**
 * When it fits.
 */
when: PromptWhen, 
/**
 * What to take care of.
 */
care: PromptCare, 
/**
 * The idea behind it.
 */
framework: string, 
/**
 * The question: one sentence.
 */
text: string, 
/**
 * Words that can be tapped into the answer.
 */
taps: Array<string>, 
/**
 * It rests for so many days after it was used; otherwise for the days that all prompts rest.
 */
rest_days: number | null, };

export type PromptCard = { 
/**
 * The prompt.
 */
prompt: Prompt, 
/**
 * Its theme's title.
 */
theme: string, 
/**
 * What is said beside it, for those whom somebody hurt.
 */
note: string | null, };

export type PromptCare = "none" | "not-on-hard-days" | "skip-if-abuse" | "may-stir";

export type PromptTheme = "moment" | "empathy" | "purpose" | "craft" | "hard-day" | "boss" | "colleague" | "recovery" | "looking-back" | "promises";

export type PromptWhen = "before" | "after" | "off" | "any";

export type Pursuit = "clear-why" | "fresh-idea" | "good-skill" | "changed-it" | "made-simple" | "did-right" | "joined-it-up" | "brought-value" | "grew" | "stayed-curious" | "kept-going" | "bit-better";

export type ReadWhen = { 
/**
 * As typed: "Thursday before noon".
 */
said: string, };

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

export type Ripple = { 
/**
 * When it was added.
 */
at: Stamp, 
/**
 * The person's words.
 */
text: string, };

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
 * What its guide is called, if it was written in one.
 */
title: string | null, 
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

export type ScalePoint = { 
/**
 * 1 to 5.
 */
value: number, 
/**
 * What it says.
 */
label: string, };

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

export type ShowLift = { 
/**
 * Which, from 0.
 */
step: number, };

export type ShowYear = { 
/**
 * The year; nothing for the one that it is now.
 */
year: number | null, };

export type Shown = { 
/**
 * The entry.
 */
entry: Entry, 
/**
 * Its text, passage by passage.
 */
passages: Array<Passage>, 
/**
 * How many older versions there are.
 */
versions: number, 
/**
 * Unfinished changes to it.
 */
draft: Writing | null, };

export type SnagThread = { 
/**
 * What it was, as first spelled.
 */
name: string, 
/**
 * Entries that name it.
 */
entries: number, 
/**
 * The first day of it in the year.
 */
since: Day, };

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

export type Supporter = { 
/**
 * A name or a nickname.
 */
name: string, 
/**
 * How to reach them.
 */
reach: string, 
/**
 * When they can be reached.
 */
hours: string, };

export type Theme = "system" | "light" | "dark";

export type ThemePrompts = { 
/**
 * Its title.
 */
title: string, 
/**
 * A line about it.
 */
blurb: string, 
/**
 * Its prompts, in the order of the content.
 */
cards: Array<PromptCard>, };

export type Thread = { 
/**
 * The need, pursuit, role, person or tag.
 */
name: string, 
/**
 * Entries that name it.
 */
entries: number, };

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
 * Its text, passage by passage.
 */
passages: Array<Passage>, 
/**
 * The day as it was.
 */
day: Day, 
/**
 * How exactly its time was known; not known of the oldest versions.
 */
precision: Precision | null, 
/**
 * Minutes east of UTC where it happened, when it was known.
 */
offset_minutes: number | null, 
/**
 * IANA zone where it happened, when it was known.
 */
zone: string | null, };

export type Walk = { 
/**
 * The guide's id in the content library.
 */
id: string, 
/**
 * Whether it may leave with a log.
 */
export?: ExportRule, };

export type WeekReview = { 
/**
 * The first of them.
 */
from: Day, 
/**
 * The last of them.
 */
to: Day, 
/**
 * Moments that gave energy.
 */
gave: number, 
/**
 * Moments that were about even.
 */
even: number, 
/**
 * Moments that took a lot.
 */
took: number, 
/**
 * Quiet days.
 */
quiet: number, 
/**
 * Hard days.
 */
hard: number, 
/**
 * What was written, oldest first.
 */
entries: Array<Entry>, 
/**
 * Promises that are open.
 */
open: Array<PromiseRow>, 
/**
 * Promises kept in these days.
 */
kept: number, };

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

export type WordsGiven = { 
/**
 * All of them.
 */
text: string, };

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
 * The prompt that it answers, by its id in the content library.
 */
prompt?: string, 
/**
 * The guide that it was written in.
 */
guide?: Walk, 
/**
 * What a guide or a form of its kind asked, in the order in which it was answered.
 */
answers?: Array<Answer>, 
/**
 * Marks of a check-in: item and 1 (not at all) to 5 (very much). What was skipped is not there.
 */
marks?: { [key in string]: number }, 
/**
 * What was learned later, oldest first, each with its own time.
 */
ripples?: Array<Ripple>, 
/**
 * Kept close.
 */
star: boolean, 
/**
 * May be shown to others.
 */
may_share: boolean, };

export type YearBack = { 
/**
 * The year.
 */
year: number, 
/**
 * The years in which something was written, oldest first.
 */
years: Array<number>, 
/**
 * The shift day that it is now.
 */
today: Day, 
/**
 * Days with a stone, oldest first.
 */
days: Array<YearDay>, 
/**
 * What people needed.
 */
needs: Array<Thread>, 
/**
 * What moments were an example of, by its name.
 */
pursuits: Array<Thread>, 
/**
 * Whom it was for and who else was there, by a role that can be tapped.
 */
roles: Array<Thread>, 
/**
 * The same by a name that was typed: a nickname, or a role in somebody's own words.
 */
people: Array<Thread>, 
/**
 * Tags.
 */
tags: Array<Thread>, 
/**
 * What entries name that took a lot, twice or more: the need, else the person, else what was in the way.
 */
drains: Array<Thread>, 
/**
 * What was in the way twice or more.
 */
snags: Array<SnagThread>, 
/**
 * People noted helping, in all years; only grows.
 */
helped: number, 
/**
 * Stones, in all years.
 */
stones: number, 
/**
 * Promises kept, in all years.
 */
kept: number, };

export type YearDay = { 
/**
 * The shift day.
 */
day: Day, 
/**
 * Its stones, oldest first.
 */
kinds: Array<Kind>, };

export interface Commands {
  /** How things stand; the first question of every window. */
  app_show: [Nothing, AppState];
  /** The window has been painted: the way of drawing that was taken works here. */
  app_drawn: [Nothing, Nothing];
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
  /** What in words that are being written could tell who somebody is; also while there is no journal. */
  identifiers_find: [WordsGiven, Array<Identified>];
  /** Undoes the last action. */
  action_undo: [Nothing, Undone];
  /** Does it again. */
  action_redo: [Nothing, Undone];
  /** One quiet prompt, if there is one to show today. */
  prompt_today: [Nothing, PromptCard | null];
  /** Another prompt, or none any more today. */
  prompt_answer: [AnswerPrompt, PromptCard | null];
  /** The prompts whose answer is begun and not kept. */
  prompt_begun: [Nothing, Array<PromptCard>];
  /** All prompts by their themes; on a hard day those that suit one. */
  prompt_themes: [Nothing, Array<ThemePrompts>];
  /** The guides and the small walks. */
  guide_list: [Nothing, Array<GuideLine>];
  /** One guide, with what is begun of it. */
  guide_show: [OneGuide, GuideShown];
  /** The small forms of the kinds that have one. */
  form_list: [Nothing, Array<Form>];
  /** The mission card and its older versions, newest first. */
  mission_list: [Nothing, Array<Mission>];
  /** One moment, lifted. */
  lift_show: [ShowLift, Lifted];
  /** Not this one again. */
  lift_never: [OneMoment, Done];
  /** The weekly check-in and what it showed so far. */
  check_in_show: [Nothing, CheckIns];
  /** The last seven shift days. */
  week_show: [Nothing, WeekReview];
  /** A year of days, its threads, and totals that only grow. */
  year_show: [ShowYear, YearBack];
  /** Adds what was learned later to a moment. */
  ripple_add: [AddRipple, Kept];
  /** All promises. */
  promise_list: [Nothing, Promises];
  /** Makes a promise. */
  promise_add: [MakePromise, PromiseDone];
  /** Gives a promise other words or another day. */
  promise_move: [MovePromise, PromiseDone];
  /** A promise was kept. */
  promise_keep: [OnePromise, PromiseDone];
  /** A promise was handed on. */
  promise_hand_on: [HandOnPromise, PromiseDone];
  /** A promise is let go. */
  promise_let_go: [OnePromise, PromiseDone];
  /** The day that words mean, if it is understood. */
  promise_when: [ReadWhen, Happened | null];
  /** The room of fact notes. */
  fact_list: [Nothing, Facts];
  /** Keeps a fact note, sealed into the chain. */
  fact_keep: [KeepFact, FactKept];
  /** Keeps an unfinished fact note. */
  fact_draft: [FactDraft, Nothing];
  /** Saves the fact notes, each version with its times and its seal, to a file that the person chooses. */
  fact_save: [Nothing, SavedFile];
  /** Where help is; also while the journal is closed. */
  help_show: [Nothing, Help];
  /** The log as it would be saved, or its beginning. */
  log_preview: [AskLog, Log];
  /** Saves the log as Markdown to a file that the person chooses. */
  log_save: [LogOptions, SavedFile];
  /** Saves everything as a JSON archive to a file that the person chooses. */
  archive_save: [Nothing, SavedFile];
}
