// What was promised: how each promise stands, and what is done with it. Holds the promises while the journal is open;
// decides nothing about days (the program does).
import { call, faultOf } from '../api/call';
import type { EntryId, Fault, Happened, Promise as Promised, PromiseDone, PromiseRow, PromiseStanding, Promises as Shown, Promising } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { undo } from './undo.svelte';
import type { Fields } from './writing';

/** What is done with a promise by one key. */
export type Step = 'keep' | 'move' | 'hand-on' | 'let-go';

const OPEN: readonly PromiseStanding[] = ['due', 'late', 'later', 'undated'];

/** The fields of a promise that was made. */
export function fieldsOf(promise: Promised): Fields {
  return { what: promise.what, to: promise.to ?? '', by: promise.said ?? plainDay(promise.by), reach: promise.reach ?? '', day: promise.by };
}

const plainDay = (day: Happened | undefined): string => day?.replace('T', ' ') ?? '';

/** The fields as they go over the wire. The day is read from the words by the program, unless it stands already. */
export function promisingOf(fields: Fields): Promising {
  const promising: Promising = { what: fields.what.trim() };
  if (fields.to.trim() !== '') promising.to = fields.to.trim();
  const said = fields.by.trim();
  if (fields.day !== undefined) promising.by = fields.day;
  if (said !== '' && said !== plainDay(fields.day)) promising.said = said;
  if (fields.reach.trim() !== '') promising.reach = fields.reach.trim();
  return promising;
}

/** Whether it waits to be kept. */
export function isOpen(row: PromiseRow): boolean {
  return OPEN.includes(row.standing);
}

export class Promises {
  shown: Shown | null = $state.raw(null);
  /** They could not be read. */
  fault: Fault | null = $state.raw(null);
  /** Something asked of one was refused. */
  refused: { id: EntryId | null; fault: Fault } | null = $state.raw(null);
  busy = $state(false);
  /** Kept while it was in sight: it stays there, and offers to become a moment. */
  justKept: EntryId | null = $state(null);

  /** Due today or late, late ones first. */
  waiting = $derived(this.of('late').concat(this.of('due')));

  #asked = 0;

  of(standing: PromiseStanding): PromiseRow[] {
    return this.shown?.rows.filter((row) => row.standing === standing) ?? [];
  }

  /** Promises made in that entry. */
  madeIn(entry: EntryId): PromiseRow[] {
    return this.shown?.rows.filter((row) => row.promise.entry === entry) ?? [];
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const shown = await call('promise_list', {});
      if (asked !== this.#asked) return;
      this.shown = shown;
      this.fault = null;
    } catch (error) {
      if (asked === this.#asked) this.fault = faultOf(error);
    }
  }

  /** Makes one, alone or in an entry, and says so. Answers whether it is on the disk. */
  make(fields: Fields, entry: EntryId | null = null, said = 'promise-made'): Promise<boolean> {
    return this.#try(null, said, () => call('promise_add', { promising: promisingOf(fields), entry }));
  }

  /** Gives it other words or another day. */
  move(id: EntryId, fields: Fields): Promise<boolean> {
    return this.#try(id, 'promise-moved', () => call('promise_move', { id, promising: promisingOf(fields) }));
  }

  async keep(id: EntryId): Promise<boolean> {
    if (!(await this.#try(id, 'promise-kept', () => call('promise_keep', { id })))) return false;
    this.justKept = id;
    return true;
  }

  handOn(id: EntryId, to: string): Promise<boolean> {
    return this.#try(id, 'promise-handed-on', () => call('promise_hand_on', { id, to: to.trim() === '' ? null : to.trim() }));
  }

  letGo(id: EntryId): Promise<boolean> {
    return this.#try(id, 'promise-let-go', () => call('promise_let_go', { id }));
  }

  async #try(id: EntryId | null, said: string, act: () => Promise<PromiseDone>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const { changes } = await act();
      this.refused = null;
      undo.done(t(said), changes);
      await this.load();
      return true;
    } catch (error) {
      this.refused = { id, fault: faultOf(error) };
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** The promises of this window. */
export const promises = new Promises();

/** After the last key, in milliseconds, before words are read as a day. */
export const READ_PAUSE = 250;

/** How somebody's own words for a day are understood, while they are typed. */
export class Reading {
  /** The day; null: none was understood; undefined: nothing was asked, or not yet. */
  day: Happened | null | undefined = $state(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** These words are in the field now. */
  typed(said: string): void {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    if (said.trim() === '') {
      this.day = undefined;
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(said.trim(), asked), READ_PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  async #ask(said: string, asked: number): Promise<void> {
    try {
      const day = await call('promise_when', { said });
      if (asked === this.#asked) this.day = day;
    } catch {
      // Without a reading the words are kept as well.
      if (asked === this.#asked) this.day = undefined;
    }
  }
}
