// What the Purpose log screen knows: the choices, the page as it would be saved, what was saved.
// Feelings and costs are never remembered: off at every visit, off again after every save.
import { call, faultOf } from '../api/call';
import type { Block, Fault, Kind, Log, LogOptions } from '../api/gen/wire';

/** Kinds in the order of the choices. */
export const LOG_KINDS: readonly Kind[] = [
  'moment', 'kind-word', 'words-that-worked', 'lesson', 'snag', 'quiet-day', 'hard-day', 'reflection', 'guide',
];

/** What may be shown to others without a second thought. */
export const USUAL_KINDS: readonly Kind[] = ['moment', 'kind-word', 'words-that-worked', 'lesson', 'snag'];

/** Blocks drawn at first, and again for each "more". */
export const PAGE_BLOCKS = 60;

/** A change waits this long for the next one, in milliseconds. With the reply it stays within 350. */
export const PAUSE = 140;

export type Pick = 'month' | 'year' | 'everything';

/** First and last day of the month or year around a day. */
export function rangeOf(pick: Pick, today: string): { from: string; to: string } {
  const year = today.slice(0, 4);
  if (pick === 'everything') return { from: '', to: '' };
  if (pick === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` };
  const month = Number(today.slice(5, 7));
  // Day nought of the next month is the last of this one.
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const stem = today.slice(0, 7);
  return { from: `${stem}-01`, to: `${stem}-${String(last).padStart(2, '0')}` };
}

/** Moments among the first blocks. */
export function momentsIn(blocks: readonly Block[]): number {
  return blocks.filter((block) => block.type === 'moment').length;
}

export class PurposeLog {
  from = $state('');
  to = $state('');
  kinds = $state<Kind[]>([...USUAL_KINDS]);
  starred = $state(false);
  withDays = $state(false);
  withTheirWords = $state(false);
  withFeelings = $state(false);

  /** The page as last drawn; stays until a newer one is there. */
  log = $state.raw<Log | null>(null);
  drawing = $state(false);
  shown = $state(PAGE_BLOCKS);
  fault = $state<Fault | null>(null);

  saving = $state(false);
  /** The last file, by name; an empty name when the program told none. */
  saved = $state<{ what: 'log' | 'archive'; name: string; feelingsOff: boolean } | null>(null);
  /** Saving was asked for with nothing to save. */
  refused = $state(false);
  saveFault = $state<Fault | null>(null);
  archiveFault = $state<Fault | null>(null);

  /** The shift day that it is, for the quick picks; empty until known. */
  today = $state('');

  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  get options(): LogOptions {
    return {
      from: this.from === '' ? null : this.from,
      to: this.to === '' ? null : this.to,
      kinds: [...this.kinds],
      starred: this.starred,
      with_days: this.withDays,
      with_their_words: this.withTheirWords,
      with_feelings: this.withFeelings,
    };
  }

  get turned(): boolean {
    return this.from !== '' && this.to !== '' && this.from > this.to;
  }

  /** Whether the choices can hold anything at all. No kinds would mean all kinds to the program. */
  get possible(): boolean {
    return this.kinds.length > 0 && !this.turned;
  }

  get moments(): number {
    return this.possible ? (this.log?.moments ?? 0) : 0;
  }

  get blocks(): readonly Block[] {
    return this.possible ? (this.log?.blocks ?? []) : [];
  }

  get picked(): Pick | null {
    const picks: Pick[] = this.today === '' ? ['everything'] : ['month', 'year', 'everything'];
    return picks.find((pick) => {
      const range = rangeOf(pick, this.today);
      return range.from === this.from && range.to === this.to;
    }) ?? null;
  }

  /** The screen is entered: choices as they were left, feelings off, the page drawn anew. */
  async enter(): Promise<void> {
    this.withFeelings = false;
    this.saved = null;
    this.refused = false;
    this.fault = null;
    this.saveFault = null;
    this.archiveFault = null;
    const drawn = this.refresh();
    try {
      this.today = (await call('today_show', {})).day;
    } catch {
      // Without the day, the two picks that need it are not offered.
    }
    await drawn;
  }

  /** The screen is left: nothing of the page stays behind. */
  leave(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.log = null;
    this.drawing = false;
    this.withFeelings = false;
  }

  /** Whether time or "kept close" leave anything out. */
  get narrowed(): boolean {
    return this.from !== '' || this.to !== '' || this.starred;
  }

  /** Any time, kept close or not, the usual kinds. */
  widen(): void {
    this.from = '';
    this.to = '';
    this.starred = false;
    if (this.kinds.length === 0) this.kinds = [...USUAL_KINDS];
    this.changed();
  }

  pick(pick: Pick): void {
    const range = rangeOf(pick, this.today);
    this.from = range.from;
    this.to = range.to;
    this.changed();
  }

  /** After any choice: the page follows soon, once for several changes in a row. */
  changed(): void {
    this.saved = null;
    this.refused = false;
    this.saveFault = null;
    this.shown = PAGE_BLOCKS;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const ask = ++this.#asked;
    if (!this.possible) {
      this.drawing = false;
      this.fault = null;
      return;
    }
    this.drawing = true;
    try {
      const log = await call('log_preview', { options: this.options, blocks: this.shown });
      if (ask !== this.#asked) return;
      this.log = log;
      this.fault = null;
    } catch (error) {
      if (ask !== this.#asked) return;
      this.fault = faultOf(error);
    }
    this.drawing = false;
  }

  /** The page goes on: only what is looked at is asked for. */
  more(): void {
    this.shown += PAGE_BLOCKS;
    void this.refresh();
  }

  async save(): Promise<void> {
    if (this.saving) return;
    this.saved = null;
    this.saveFault = null;
    // A change that is still waiting is drawn first, so that what is saved has been seen.
    await this.refresh();
    this.refused = this.moments === 0 && this.fault === null;
    if (this.moments === 0 || this.fault !== null) return;
    this.saving = true;
    const feelings = this.withFeelings;
    try {
      const file = await call('log_save', this.options);
      if (file.saved) this.#kept('log', file.name, feelings);
    } catch (error) {
      this.saveFault = faultOf(error);
    } finally {
      this.saving = false;
    }
  }

  async saveArchive(): Promise<void> {
    if (this.saving) return;
    this.saving = true;
    this.saved = null;
    this.archiveFault = null;
    try {
      const file = await call('archive_save', {});
      if (file.saved) this.#kept('archive', file.name, false);
    } catch (error) {
      this.archiveFault = faultOf(error);
    } finally {
      this.saving = false;
    }
  }

  #kept(what: 'log' | 'archive', name: string | null, feelingsOff: boolean): void {
    this.saved = { what, name: name ?? '', feelingsOff };
    if (feelingsOff) {
      this.withFeelings = false;
      void this.refresh();
    }
  }
}

/** One for the window, so that choices stay while other screens are looked at. Locking starts the program afresh. */
export const purposeLog = new PurposeLog();
