// A writing as a form holds it: every field filled in, so that inputs can bind to it, and the way back to the wire.
// Holds no state and asks for nothing.
import type { Cost, Day, Entry, Felt, Happened, Kind, Know, Pursuit, Writing } from '../api/gen/wire';

/** A promise as its fields hold it: none is ever absent. */
export interface Fields {
  what: string;
  to: string;
  by: string;
  reach: string;
  /** The day that it has, as long as nobody types another: its words may have meant something else when they were said. */
  day?: Happened | undefined;
}

/** All fields of a writing as inputs want them: no field is ever absent. */
export interface Form {
  kind: Kind;
  text: string;
  /** The shift day, empty for now. */
  day: string;
  /** `21:10`, empty when not known. */
  time: string;
  /** What the entry said before, kept to the second while day and time stand as they were. */
  happened: Happened;
  who: string;
  need: string;
  changed: string;
  know: Know | null;
  their_words: string;
  my_part: string;
  pursuits: Pursuit[];
  felt: Felt[];
  cost: Cost | null;
  in_the_way: string;
  promise: Fields;
  people: string[];
  tags: string[];
  star: boolean;
  may_share: boolean;
}

/** The words of one's own in a form, each field by itself, without whom a promise was made to: that is a name at times, and stays. */
export function textsIn({ text, who, need, changed, their_words, my_part, in_the_way, promise }: Form): string[] {
  return [text, who, need, changed, their_words, my_part, in_the_way, promise.what];
}

/** What a writing holds beside the rows of a form: the prompt it answers, the guide, its answers and marks, what was learned later. */
export type Beside = Pick<Writing, 'prompt' | 'guide' | 'answers' | 'marks' | 'ripples'>;

/** The words that answer the questions of a guide or a small form. */
export function answersIn({ answers }: Beside): string[] {
  return (answers ?? []).map(({ text }) => text);
}

/** The part of a writing that no form shows. */
export function besideOf({ prompt, guide, answers, marks, ripples }: Writing): Beside {
  const beside: Beside = {};
  if (prompt !== undefined) beside.prompt = prompt;
  if (guide !== undefined) beside.guide = guide;
  if (answers !== undefined && answers.length > 0) beside.answers = answers;
  if (marks !== undefined && Object.keys(marks).length > 0) beside.marks = marks;
  if (ripples !== undefined && ripples.length > 0) beside.ripples = ripples;
  return beside;
}

/** Whether nothing in it was said by the person: a prompt or a guide alone is no writing. */
export function saysNothing({ answers = [], marks = {} }: Beside): boolean {
  return answers.length === 0 && Object.keys(marks).length === 0;
}

export const KINDS: readonly Kind[] = ['moment', 'kind-word', 'lesson', 'hard-day', 'quiet-day'];
export const RARE_KINDS: readonly Kind[] = ['words-that-worked', 'snag', 'reflection'];
/** Kinds that are made of answers: no stone is chosen for them. */
export const ANSWERED: readonly Kind[] = ['guide', 'mission', 'check-in'];
export const KNOWS: readonly Know[] = ['they-said', 'record', 'i-saw', 'someone-said', 'my-guess'];
export const COSTS: readonly Cost[] = ['gave-energy', 'even', 'took-a-lot'];
export const FEELINGS: readonly Felt[] = [
  'proud', 'useful', 'moved', 'calm', 'relieved', 'hopeful', 'tired', 'sad', 'angry', 'worried', 'flat', 'mixed',
];
export const PURSUITS: readonly Pursuit[] = [
  'clear-why', 'fresh-idea', 'good-skill', 'changed-it', 'made-simple', 'did-right', 'joined-it-up',
  'brought-value', 'grew', 'stayed-curious', 'kept-going', 'bit-better',
];

/** Whether anything of a promise is written, be it without what was promised. */
export const begunIn = ({ what, to, by, reach }: Fields): boolean => [what, to, by, reach].some((one) => one.trim() !== '');

export const noFields = (): Fields => ({ what: '', to: '', by: '', reach: '' });

/** A form with nothing in it. */
export function emptyForm(kind: Kind = 'moment'): Form {
  return {
    kind, text: '', day: '', time: '', happened: '', who: '', need: '', changed: '', know: null, their_words: '', my_part: '',
    pursuits: [], felt: [], cost: null, in_the_way: '', promise: noFields(),
    people: [], tags: [], star: false, may_share: false,
  };
}

/** Whether a day or a hard day may be kept without a word. */
export function mayBeWordless(kind: Kind): boolean {
  return kind === 'quiet-day' || kind === 'hard-day';
}

/** The shift day of a local time, `turn` in minutes after midnight. */
export function shiftDay(happened: Happened, turn: number): Day {
  const [date = '', clock] = happened.split('T');
  if (clock === undefined) return date;
  const [hour = '0', minute = '0'] = clock.split(':');
  return Number(hour) * 60 + Number(minute) < turn ? addDays(date, -1) : date;
}

/** That many days later. */
export function addDays(day: Day, days: number): Day {
  const at = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** `9`, `0905`, `9.10 pm`, `21:10` as `21:10`; empty for nothing; `null` for what is no time. */
export function readTime(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  const half = /^(\d.*?)\s*([ap])\.?m\.?$/i.exec(text);
  const clock = half?.[1] ?? text;
  const found = /^(\d{1,2})[:.h ]?(\d{2})(?::\d{2})?$/.exec(clock) ?? /^(\d{1,2})$/.exec(clock);
  if (found === null) return null;
  const told = Number(found[1]);
  if (half && (told < 1 || told > 12)) return null;
  const hour = half ? (told % 12) + (half[2]?.toLowerCase() === 'p' ? 12 : 0) : told;
  const minute = Number(found[2] ?? '0');
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `2026-11-19`; empty for nothing; `null` for what is no day. */
export function readDay(typed: string): string | null {
  const text = typed.trim();
  if (text === '') return '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T12:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text ? null : text;
}

/** When it happened, from a shift day and a time of day: after midnight and before the turn is the next date. */
export function happenedOf(day: string, time: string, turn: number): Happened | null {
  const on = readDay(day);
  const at = readTime(time);
  if (on === null || on === '') return null;
  if (at === null || at === '') return on;
  const [hour = '0', minute = '0'] = at.split(':');
  const early = Number(hour) * 60 + Number(minute) < turn;
  return `${early ? addDays(on, 1) : on}T${at}`;
}

/** A writing as a form; `turn` says to which shift day its time belongs. */
export function formOf(writing: Writing, turn: number): Form {
  const happened = writing.happened ?? '';
  return {
    kind: writing.kind,
    text: writing.text,
    day: happened === '' ? '' : shiftDay(happened, turn),
    time: /T(\d\d:\d\d)/.exec(happened)?.[1] ?? '',
    happened,
    who: writing.who ?? '',
    need: writing.need ?? '',
    changed: writing.changed ?? '',
    know: writing.know ?? null,
    their_words: writing.their_words ?? '',
    my_part: writing.my_part ?? '',
    pursuits: [...(writing.pursuits ?? [])],
    felt: [...(writing.felt ?? [])],
    cost: writing.cost ?? null,
    in_the_way: writing.in_the_way ?? '',
    promise: {
      what: writing.promise?.what ?? '', to: writing.promise?.to ?? '', by: writing.promise?.by ?? '', reach: writing.promise?.reach ?? '',
    },
    people: [...(writing.people ?? [])],
    tags: [...(writing.tags ?? [])],
    star: writing.star,
    may_share: writing.may_share,
  };
}

/** A form as a writing: blank fields are left out, the text keeps every character. */
export function writingOf(form: Form, turn: number): Writing {
  const writing: Writing = { kind: form.kind, text: form.text, star: form.star, may_share: form.may_share };
  const happened = whenOf(form, turn);
  if (happened !== null) writing.happened = happened;
  for (const field of ['who', 'need', 'changed', 'their_words', 'my_part', 'in_the_way'] as const) {
    if (form[field].trim() !== '') writing[field] = form[field].trim();
  }
  if (form.know !== null) writing.know = form.know;
  if (form.cost !== null) writing.cost = form.cost;
  if (form.pursuits.length > 0) writing.pursuits = [...form.pursuits];
  if (form.felt.length > 0) writing.felt = [...form.felt];
  if (form.people.length > 0) writing.people = [...form.people];
  if (form.tags.length > 0) writing.tags = [...form.tags];
  const { what, to, by, reach } = form.promise;
  // A draft keeps what was begun of it; the journal itself takes none without its words.
  if (begunIn(form.promise)) {
    writing.promise = { what: what.trim() };
    if (to.trim() !== '') writing.promise.to = to.trim();
    if (by.trim() !== '') writing.promise.by = by.trim();
    if (reach.trim() !== '') writing.promise.reach = reach.trim();
  }
  return writing;
}

function whenOf(form: Form, turn: number): Happened | null {
  const before = form.happened;
  if (before !== '' && form.day === shiftDay(before, turn) && form.time === (/T(\d\d:\d\d)/.exec(before)?.[1] ?? '')) return before;
  return happenedOf(form.day, form.time, turn);
}

/** Whether there is nothing in it worth keeping; the stone and the time alone are nothing. */
export function isBlank(form: Form): boolean {
  const { kind, text, happened: _time, ...rest } = writingOf({ ...form, day: '', time: '', happened: '' }, 0);
  void kind;
  return text.trim() === '' && !rest.star && !rest.may_share && Object.keys(rest).length === 2;
}

/** Whether any of the rows of details holds something. */
export function hasDetails(form: Form): boolean {
  return !isBlank({ ...form, text: '' });
}

/** The words of a kept entry, without what the journal knows about it. */
export function writingOfEntry(entry: Entry): Writing {
  const {
    id: _1, day: _2, precision: _3, offset_minutes: _4, zone: _5, written: _6, edited: _7, binned: _8, source: _9, ...writing
  } = entry;
  return writing;
}
