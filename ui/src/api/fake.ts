// A journal in memory that answers as the program does: for component tests and for the page that shows the screens.
// Nothing of it is in the built program.
import { setCaller } from './call';
import { fakeLog } from './fake-log';
import { help } from './fake/help';
import { lookback } from './fake/lookback';
import { pledged, promises, put, type SeedPromise } from './fake/promises';
import { guides } from './fake/library';
import { reflect } from './fake/reflect';
import type {
  AppState, Backup, ChainState, Changes, Code, Commands, DeviceSettings, Entry, Fault, JournalSettings, Kind, Op, Passage, PromiseRow, Row, Sheet,
  Standing, Version, Writing,
} from './gen/wire';

export { somePromises } from './fake/promises';
export { someWalks } from './fake/reflect';

type Name = keyof Commands;
type Answers = { [K in Name]: (request: Commands[K][0]) => Commands[K][1] };

/** How a journal in memory begins. */
export interface Seed {
  standing?: Standing;
  passphrase?: string;
  read_only?: boolean;
  sheet_confirmed?: boolean;
  /** `sheet_show` has nothing to show: the sheet left memory when the journal was closed. */
  sheet_gone?: boolean;
  today?: string;
  now?: string;
  entries?: (Partial<Entry> & { text: string })[];
  drafts?: Record<string, Writing>;
  backups?: Backup[];
  promises?: SeedPromise[];
  device?: Partial<DeviceSettings>;
}

const GROUPS = ['QX7K', 'M2PD', '8FHA', 'T4RW', 'ZC9N', 'B6VE', 'K3SY', 'D8GU', 'H5LJ', 'P2MX', 'W7QT', 'N4CF', 'R9A'];
const WORDS = ['river', 'candle', 'orbit', 'meadow', 'copper', 'lantern', 'pebble', 'harbour', 'thistle', 'window', 'saddle', 'violet'];

export const writing = (text: string, more: Partial<Writing> = {}): Writing => ({ kind: 'moment', text, star: false, may_share: false, ...more });

/** A text without any markup, passage by passage. */
export const plain = (text: string): Passage[] =>
  text.split(/\n{2,}/).filter((one) => one.trim() !== '').map((one) => ({ type: 'lines', parts: [{ type: 'text', text: one }] }));

export function fault(code: Code, params: Record<string, string> = {}): Fault {
  return { code, params, trace: 'fake' };
}

/** A journal in memory, already set as the way to the program. */
export class FakeJournal {
  standing: Standing;
  passphrase: string;
  today: string;
  now: string;
  device: DeviceSettings;
  settings: JournalSettings;
  promises: PromiseRow[] = [];
  sheet: Sheet = { groups: [...GROUPS], ask: [4, 11] };
  entries: Entry[] = [];
  versions = new Map<string, Version[]>();
  drafts = new Map<string, Writing>();
  backups: Backup[];
  /** Every command asked for, in order. */
  asked: { name: Name; request: unknown }[] = [];
  /** Faults to be given instead of an answer, once for each mention. */
  failing: Partial<Record<Name, Fault[]>> = {};
  /** The chain of fact notes, where it is to be another than whole. */
  chain: ChainState | null = null;
  /** When the help lines were last checked. */
  checked: string | null = null;
  /** Milliseconds that every answer takes; nought in tests. */
  delay = 0;
  #undo: { op: Op; entries: Entry[] }[] = [];
  #redo: { op: Op; entries: Entry[] }[] = [];
  #count = 0;
  #offer = 0;

  readonly seed: Seed;

  constructor(seed: Seed = {}) {
    this.seed = seed;
    this.standing = seed.standing ?? 'open';
    this.passphrase = seed.passphrase ?? 'river candle orbit';
    this.today = seed.today ?? '2026-11-21';
    this.now = seed.now ?? `${this.today}T19:52`;
    this.device = { theme: 'system', contrast: 'system', motion: 'system', text_size: 100, scene: true, language: 'en', ...seed.device };
    this.settings = {
      day_turn: 300, sheet_confirmed: seed.sheet_confirmed ?? true, days_off: [], check_in: null, count_on: [], help_lines: [], help_region: null, help_hidden: [],
    };
    this.backups = seed.backups ?? [{ name: '2026-11-20T0712', made: '2026-11-20T07:12:00Z', entries: 212, bytes: 402_000 }];
    for (const entry of seed.entries ?? []) this.entries.push(this.#entry(writing(entry.text), entry));
    for (const [slot, draft] of Object.entries(seed.drafts ?? {})) this.drafts.set(slot, draft);
    for (const one of seed.promises ?? []) put(this, one);
    setCaller((name, request) => this.answer(name, request));
  }

  async answer(name: Name, json: string): Promise<string> {
    const request: unknown = JSON.parse(json);
    this.asked.push({ name, request });
    await (this.delay > 0 ? new Promise((done) => setTimeout(done, this.delay)) : Promise.resolve());
    const failure = this.failing[name]?.shift();
    if (failure) throw failure;
    const handler = this.handlers[name] as (request: unknown) => unknown;
    return JSON.stringify(handler(request) ?? null);
  }

  /** The requests made under one name. */
  askedFor<K extends Name>(name: K): Commands[K][0][] {
    return this.asked.filter((one) => one.name === name).map((one) => one.request as Commands[K][0]);
  }

  fail(name: Name, ...faults: Fault[]): void {
    this.failing[name] = [...(this.failing[name] ?? []), ...faults];
  }

  state(): AppState {
    return { standing: this.standing, read_only: this.seed.read_only ?? false, sheet_confirmed: this.settings.sheet_confirmed, device: this.device, version: '0.1.0' };
  }

  changes(more: Partial<Changes> = {}): Changes {
    return { entries: true, days: [this.today], tags: false, people: false, bin: false, drafts: false, settings: false, undo: true, promises: false, facts: false, practice: false, ...more };
  }

  find(id: string): Entry {
    const entry = this.entries.find((one) => one.id === id);
    if (!entry) throw fault('not-found');
    return entry;
  }

  row(entry: Entry, query = ''): Row {
    const at = query === '' ? -1 : entry.text.toLowerCase().indexOf(query.toLowerCase());
    const words = entry.text !== '' ? entry.text : (entry.answers ?? []).map((one) => one.text).join('\n');
    const hit = (text: string, is: boolean) => ({ text, hit: is });
    const excerpt = at < 0 ? [hit(words.slice(0, 160), false)]
      : [hit(entry.text.slice(0, at), false), hit(entry.text.slice(at, at + query.length), true), hit(entry.text.slice(at + query.length), false)].filter((piece) => piece.text !== '');
    return {
      id: entry.id, kind: entry.kind, day: entry.day, happened: entry.happened ?? entry.day, star: entry.star,
      excerpt, title: guides.find((guide) => guide.id === entry.guide?.id)?.title ?? null, cut_before: false, cut_after: at < 0 && entry.text.length > 160, binned: entry.binned ?? null,
    };
  }

  /** Entries out of the bin, newest first. */
  living(): Entry[] {
    return this.entries.filter((entry) => !entry.binned).sort((a, b) => (b.happened ?? b.day).localeCompare(a.happened ?? a.day));
  }

  #entry(from: Writing, more: Partial<Entry> = {}): Entry {
    this.#count += 1;
    const day = more.day ?? from.happened?.slice(0, 10) ?? this.today;
    return {
      ...from, happened: from.happened ?? (more.day ? `${more.day}T12:00` : this.now), id: `01M${String(this.#count).padStart(5, '0')}`,
      day, precision: 'minute', written: `${this.now}:00Z`, ...more,
    };
  }

  #remember(op: Op): void {
    this.#undo.push({ op, entries: structuredClone(this.entries) });
    this.#redo = [];
  }

  #open(passphrase: string): AppState {
    if (passphrase !== this.passphrase) throw fault('wrong-passphrase');
    this.standing = 'open';
    return this.state();
  }

  #step(from: { op: Op; entries: Entry[] }[], to: { op: Op; entries: Entry[] }[]): Commands['action_undo'][1] {
    const last = from.pop();
    if (!last) return { op: null, changes: this.changes({ entries: false, days: [] }) };
    to.push({ op: last.op, entries: this.entries });
    this.entries = last.entries;
    return { op: last.op, changes: this.changes({ bin: true }) };
  }

  #touch(id: string, op: Op, patch: (entry: Entry) => void, more: Partial<Changes> = {}): Commands['moment_star'][1] {
    this.#remember(op);
    const entry = this.find(id);
    patch(entry);
    return { entry, passages: plain(entry.text), changes: this.changes({ days: [entry.day], ...more }) };
  }

  handlers: Answers = {
    ...reflect(this),
    ...promises(this),
    ...lookback(this),
    ...help(this),
    app_show: () => this.state(),
    app_drawn: () => ({}),
    device_change: (device) => (this.device = device),
    passphrase_suggest: () => {
      this.#offer += 1;
      return { passphrase: [0, 1, 2, 3, 4].map((i) => WORDS[(this.#offer * 5 + i * 7) % WORDS.length]).join(' ') };
    },
    passphrase_rate: ({ passphrase }) => ({ weak: passphrase.trim().split(/\s+/).length < 3 }),
    journal_create: ({ passphrase, weak_ok, first }) => {
      if (passphrase.trim().split(/\s+/).length < 3 && !weak_ok) throw fault('weak-passphrase');
      this.passphrase = passphrase;
      this.standing = 'open';
      this.settings.sheet_confirmed = false;
      const entry = first ? this.#entry(first) : null;
      if (entry) this.entries.push(entry);
      return { sheet: this.sheet, entry };
    },
    journal_unlock: ({ passphrase }) => this.#open(passphrase),
    journal_recover: ({ recovery_key, passphrase, weak_ok }) => {
      const typed = recovery_key.toUpperCase().replace(/[^A-Z0-9]/g, '');
      if (typed !== this.sheet.groups.join('')) throw fault('wrong-recovery-key');
      if (passphrase.trim().split(/\s+/).length < 3 && !weak_ok) throw fault('weak-passphrase');
      this.passphrase = passphrase;
      return this.#open(passphrase);
    },
    journal_lock: () => {
      this.standing = 'locked';
      return {};
    },
    app_quit: () => ({}),
    backup_list: () => this.backups,
    backup_restore: ({ passphrase }) => this.#open(passphrase),
    backup_make: () => {
      const backup = { name: '2026-11-21T1952', made: '2026-11-21T19:52:00Z', entries: this.entries.length, bytes: 410_000 };
      this.backups = [backup, ...this.backups];
      return backup;
    },
    sheet_show: () => (this.settings.sheet_confirmed || this.seed.sheet_gone ? null : this.sheet),
    sheet_confirm: ({ answers }) => {
      const wrong = answers.filter(({ group, text }) => this.sheet.groups[group - 1] !== text.trim().toUpperCase()).map(({ group }) => group);
      if (wrong.length === 0) this.settings.sheet_confirmed = true;
      return { confirmed: wrong.length === 0, wrong };
    },
    sheet_renew: ({ passphrase }) => {
      if (passphrase !== this.passphrase) throw fault('wrong-passphrase');
      this.sheet = { groups: [...GROUPS].reverse(), ask: [2, 9] };
      this.settings.sheet_confirmed = false;
      return this.sheet;
    },
    sheet_save: () => ({ saved: true, name: 'recovery-sheet.txt' }),
    sheet_print: () => ({}),
    passphrase_change: ({ old, new: next, weak_ok }) => {
      if (old !== this.passphrase) throw fault('wrong-passphrase');
      if (next.trim().split(/\s+/).length < 3 && !weak_ok) throw fault('weak-passphrase');
      this.passphrase = next;
      return {};
    },
    settings_show: () => this.settings,
    settings_change: (settings) => {
      this.settings = settings;
      return { changes: this.changes({ entries: true, settings: true }) };
    },
    place_show: () => ({
      folder: '/home/ada/Journal', kind: 'local', bytes: 402_000, entries: this.living().length, backups: this.backups.length, last_backup: this.backups[0] ?? null,
    }),
    today_show: () => {
      const living = this.living();
      return {
        day: this.today, now: this.now, entries: living.filter((entry) => entry.day === this.today),
        week: living.slice(0, 6).reverse().map(({ id, kind, day }) => ({ id, kind, day })),
        draft: this.drafts.get('today') ?? null,
        days_away: living[0] ? Math.max(0, Math.round((Date.parse(this.today) - Date.parse(living[0].day)) / 86_400_000)) : null,
      };
    },
    moment_save: ({ writing: words, draft }) => {
      this.#remember('keep');
      const entry = this.#entry(words);
      this.entries.push(entry);
      if (draft !== null) this.drafts.delete(draft);
      pledged(this, entry);
      const changes = this.changes({ days: [entry.day], tags: true, people: true, promises: entry.promise !== undefined });
      return { entry, passages: plain(entry.text), changes };
    },
    moment_change: ({ id, writing: words, draft }) => {
      const before = this.find(id);
      const older = this.versions.get(id) ?? [];
      const { id: _id, day, precision: _p, written: _w, ...old } = before;
      this.versions.set(id, [...older, { number: older.length + 1, replaced: `${this.now}:00Z`, writing: old, passages: plain(old.text), day, precision: 'minute', offset_minutes: null, zone: null }]);
      this.#remember('change');
      const { id: same, day: then, precision, written } = before;
      const entry: Entry = { ...words, id: same, day: words.happened?.slice(0, 10) ?? then, precision, written, edited: `${this.now}:00Z` };
      this.entries = this.entries.map((one) => (one.id === id ? entry : one));
      if (draft !== null) this.drafts.delete(draft);
      return { entry, passages: plain(entry.text), changes: this.changes({ days: [entry.day], tags: true, people: true }) };
    },
    moment_show: ({ id }) => ({
      entry: this.find(id), passages: plain(this.find(id).text), versions: this.versions.get(id)?.length ?? 0, draft: this.drafts.get(`edit:${id}`) ?? null,
    }),
    moment_star: ({ id, star }) => this.#touch(id, 'star', (entry) => (entry.star = star)),
    moment_bin: ({ id }) => this.#touch(id, 'bin', (entry) => (entry.binned = `${this.now}:00Z`), { bin: true }),
    moment_restore: ({ id }) => this.#touch(id, 'restore', (entry) => delete entry.binned, { bin: true }),
    moment_versions: ({ id }) => this.versions.get(id) ?? [],
    version_restore: ({ id, number }) => {
      const version = this.versions.get(id)?.find((one) => one.number === number);
      if (!version) throw fault('not-found');
      const kept = this.handlers.moment_change?.({ id, writing: version.writing, draft: null });
      if (!kept) throw fault('not-found');
      return kept;
    },
    bin_list: () => this.entries.filter((entry) => entry.binned).map((entry) => this.row(entry)),
    bin_empty: () => {
      const removed = this.entries.filter((entry) => entry.binned).length;
      this.entries = this.entries.filter((entry) => !entry.binned);
      return { removed, changes: this.changes({ bin: true }) };
    },
    timeline_page: ({ query, kinds, starred, after, limit }) => {
      const fits = (entry: Entry): boolean =>
        (kinds.length === 0 || kinds.includes(entry.kind)) && (!starred || entry.star) && JSON.stringify(entry).toLowerCase().includes(query.toLowerCase());
      const all = this.living().filter(fits);
      const from = after === null ? 0 : Number(after);
      const rows = all.slice(from, from + limit).map((entry) => this.row(entry, query));
      const months = [...new Set(rows.map((row) => row.day.slice(0, 7)))];
      return {
        rows, next: from + limit < all.length ? String(from + limit) : null,
        months: query !== '' || kinds.length > 0 || starred ? [] : months.map((month) => ({ month, stones: this.living().filter((entry) => entry.day.startsWith(month)).length })),
      };
    },
    draft_keep: ({ slot, writing: words }) => {
      this.drafts.set(slot, words);
      return {};
    },
    draft_show: ({ slot }) => this.drafts.get(slot) ?? null,
    draft_drop: ({ slot }) => {
      this.drafts.delete(slot);
      return {};
    },
    names_list: () => ({ tags: this.#names((entry) => entry.tags ?? []), people: this.#names((entry) => entry.people ?? []) }),
    identifiers_find: ({ text }) => [...text.matchAll(/\b(?:bed|room) \d+/g)].map(([found]) => ({ kind: 'bed-or-room', text: found })),
    action_undo: () => this.#step(this.#undo, this.#redo),
    action_redo: () => this.#step(this.#redo, this.#undo),
    log_preview: ({ options, blocks }) => fakeLog(this.living(), options, blocks),
    log_save: () => ({ saved: true, name: 'purpose-log.md' }),
    archive_save: () => ({ saved: true, name: 'journal.json' }),
  };

  #names(of: (entry: Entry) => string[]): { name: string; entries: number }[] {
    const count = new Map<string, number>();
    for (const name of this.living().flatMap(of)) count.set(name, (count.get(name) ?? 0) + 1);
    return [...count].map(([name, entries]) => ({ name, entries })).sort((a, b) => b.entries - a.entries);
  }
}

export function fakeJournal(seed: Seed = {}): FakeJournal {
  return new FakeJournal(seed);
}

/** A few days of somebody's work, for looking at screens. */
export function someDays(): (Partial<Entry> & { text: string })[] {
  const at = (kind: Kind, day: string, time: string, text: string, more: Partial<Entry> = {}) => ({ kind, day, happened: `${day}T${time}`, text, ...more });
  return [
    at('moment', '2026-11-21', '19:40', 'Mrs O. wouldn’t let anyone near the dressing. I sat down instead of standing over her and asked about the photo on her locker.', { star: true, who: 'Mrs O.', changed: 'She held out her arm herself.', know: 'i-saw', felt: ['moved', 'useful'] }),
    at('lesson', '2026-11-21', '14:20', 'The new pump beeps twice when it’s the line, three times when it’s the bag.', { tags: ['pumps'] }),
    at('kind-word', '2026-11-19', '21:10', 'The daughter rang back, three weeks later, just to say her dad had talked about me at dinner.', { star: true, their_words: 'You’re the one who explains things.' }),
    at('hard-day', '2026-11-18', '07:45', 'Short again. I skipped the break and snapped at the student. I said sorry before handover.'),
    at('moment', '2026-11-16', '16:05', 'Walked the new porter through the back route so he wouldn’t have to ask on the radio.', { people: ['Sam'] }),
    at('lesson', '2026-11-15', '18:30', 'If I write the plan on the whiteboard first, the family asks fewer, better questions.'),
    at('quiet-day', '2026-11-14', '20:00', ''),
    at('kind-word', '2026-10-30', '12:15', '“You’re the one who explains things.”'),
    at('moment', '2026-10-12', '09:30', 'Found the missing parcel by ringing the depot myself. He had it before his shift.', { may_share: true }),
  ];
}
