// The end of a shift: what it gave or took, what mattered, what was promised, what nags; then the rest stays here.
// Every question can be passed over. Holds the day's moments and promises while it is open.
import { call, faultOf } from '../api/call';
import type { Cost, Entry, Fault, Happened, Kind, PromiseDone, PromiseRow, Promising } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { app } from './app.svelte';
import { toasts } from './toasts.svelte';
import { undo } from './undo.svelte';
import type { Walk } from './walk.svelte';
import { whenWithin } from './within';
import { COSTS, writingOfEntry } from './writing';

export type Stage = 'energy' | 'mattered' | 'whom' | 'good' | 'promises' | 'nags' | 'leave';

/** As many moments as there are digits. */
const DIGITS = 9;
const MATTER: readonly Kind[] = ['moment', 'kind-word', 'words-that-worked', 'lesson', 'snag', 'reflection'];

/** What can be done with a promise that is due. */
export type Deed = 'keep' | 'move' | 'hand-on' | 'let-go';

export class Shutdown {
  readonly walk: Walk;
  stage: Stage = $state('energy');
  /** Today's moments, the first written first. */
  moments: Entry[] = $state.raw([]);
  /** Promises that are due, those still open. */
  due: PromiseRow[] = $state.raw([]);
  /** The one that mattered most. */
  chosen: Entry | null = $state.raw(null);
  /** For whom that was good, and what it took: filled in where the moment does not say. */
  whom = $state('');
  took = $state('');
  /** The promise that gets another day, and that day in the person's words. */
  moving: PromiseRow | null = $state.raw(null);
  said = $state('');
  /** When the nagging thing is picked up, as far as its words tell. */
  when: { by: Happened; said: string } | null = $state.raw(null);
  /** It becomes a promise to oneself. */
  pick = $state(true);
  loaded = $state(false);
  leaving = $state(false);
  fault: Fault | null = $state.raw(null);

  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  async load(): Promise<void> {
    try {
      const [today, promises] = await Promise.all([call('today_show', {}), call('promise_list', {})]);
      this.moments = today.entries.filter((entry) => MATTER.includes(entry.kind) && entry.text.trim() !== '').toReversed().slice(0, DIGITS);
      this.due = promises.rows.filter((row) => row.standing === 'due' || row.standing === 'late');
      this.fault = null;
      this.loaded = true;
      void this.readWhen();
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** The questions of this evening; what there is nothing for is not asked. */
  get stages(): Stage[] {
    const { chosen } = this;
    const whom = chosen !== null && (this.#lacks(chosen, 'who') || this.#lacks(chosen, 'my_part'));
    return [
      'energy',
      ...(this.moments.length > 0 ? (['mattered'] as const) : this.walk.hardDay ? [] : (['good'] as const)),
      ...(whom ? (['whom'] as const) : []),
      ...(this.due.length > 0 ? (['promises'] as const) : []),
      'nags', 'leave',
    ];
  }

  get energy(): Cost | null {
    return COSTS.find((cost) => t(`cost-${cost}`) === this.walk.answer('energy')) ?? null;
  }

  asks(field: 'who' | 'my_part'): boolean {
    return this.chosen !== null && this.#lacks(this.chosen, field);
  }

  get canBack(): boolean {
    return this.stages.indexOf(this.stage) > 0;
  }

  /** On to the next question. What was noted about the moment is kept with it. */
  async next(): Promise<void> {
    if (this.stage === 'whom' && !(await this.#note())) return;
    // The stages behind may change with what was done here.
    const { stages } = this;
    const at = stages.indexOf(this.stage);
    this.stage = at < 0 ? 'nags' : (stages[at + 1] ?? 'leave');
  }

  back(): void {
    const { stages } = this;
    this.stage = stages[Math.max(0, stages.indexOf(this.stage) - 1)] ?? 'energy';
  }

  async feel(cost: Cost): Promise<void> {
    // In words, so that it can be read wherever the walk is read.
    this.walk.write('energy', t(`cost-${cost}`));
    await this.next();
  }

  /** Keeps the moment that mattered most close. */
  async choose(entry: Entry): Promise<void> {
    await this.#try(async () => {
      let now = entry;
      if (!entry.star) {
        const kept = await call('moment_star', { id: entry.id, star: true });
        now = kept.entry;
        app.changed(kept.changes);
      }
      this.moments = this.moments.map((one) => (one.id === now.id ? now : one));
      this.chosen = now;
      this.whom = now.who ?? '';
      this.took = now.my_part ?? '';
      await this.next();
    });
  }

  /** Answers the first promise that is due. */
  async answer(deed: Deed): Promise<void> {
    const row = this.due[0];
    if (row === undefined) return;
    if (deed === 'move') {
      this.moving = row;
      this.said = '';
      return;
    }
    const { id } = row.promise;
    const ask = { 'keep': () => call('promise_keep', { id }), 'hand-on': () => call('promise_hand_on', { id, to: null }), 'let-go': () => call('promise_let_go', { id }) };
    await this.#try(async () => this.#answered(row, await ask[deed](), t(`shutdown-did-${deed}`)));
  }

  /** Gives the promise another day, in the person's words. */
  async move(): Promise<void> {
    const row = this.moving;
    const said = this.said.trim();
    if (row === null || said === '') return;
    await this.#try(async () => {
      const by = await call('promise_when', { said });
      const { what, to, reach } = row.promise;
      const promising: Promising = { what, said, ...(to === undefined ? {} : { to }), ...(reach === undefined ? {} : { reach }), ...(by === null ? {} : { by }) };
      this.#answered(row, await call('promise_move', { id: row.promise.id, promising }), t('shutdown-did-move'));
      this.moving = null;
    });
  }

  /** The same after a pause in typing. */
  readSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.readWhen(), 300);
  }

  /** Asks when the nagging thing is to be picked up. */
  async readWhen(): Promise<void> {
    const asked = ++this.#asked;
    const when = await whenWithin(this.walk.answer('park'));
    if (asked === this.#asked) this.when = when;
  }

  /** Keeps what there is, and closes the journal: work is over. */
  async leave(): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    this.fault = null;
    try {
      if (this.stage === 'whom' && !(await this.#note())) return;
      if (!this.walk.empty) {
        if (this.walk.kept === null && !(await this.walk.keep())) {
          this.fault = this.walk.fault;
          return;
        }
        await this.#park();
      }
      toasts.clear();
      await app.lock();
    } catch (error) {
      this.fault = faultOf(error);
    } finally {
      this.leaving = false;
    }
  }

  async #park(): Promise<void> {
    const what = this.walk.answer('park').trim();
    if (what === '' || !this.pick) return;
    await this.readWhen();
    if (this.when === null) return;
    const promising = { what, to: t('shutdown-myself'), ...this.when };
    app.changed((await call('promise_add', { promising, entry: this.walk.kept?.id ?? null })).changes);
    this.pick = false;
  }

  #answered(row: PromiseRow, { changes }: PromiseDone, text: string): void {
    this.due = this.due.filter((one) => one.promise.id !== row.promise.id);
    undo.done(text, changes);
    if (this.due.length === 0) this.stage = 'nags';
  }

  async #note(): Promise<boolean> {
    const { chosen } = this;
    if (chosen === null) return true;
    const who = this.whom.trim();
    const part = this.took.trim();
    const more = { ...(who !== '' && this.#lacks(chosen, 'who') ? { who } : {}), ...(part !== '' && this.#lacks(chosen, 'my_part') ? { my_part: part } : {}) };
    if (Object.keys(more).length === 0) return true;
    return this.#try(async () => {
      const kept = await call('moment_change', { id: chosen.id, writing: { ...writingOfEntry(chosen), ...more }, draft: null });
      this.moments = this.moments.map((one) => (one.id === kept.entry.id ? kept.entry : one));
      app.changed(kept.changes);
    });
  }

  #lacks(entry: Entry, field: 'who' | 'my_part'): boolean {
    return (entry[field] ?? '').trim() === '';
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      this.fault = null;
      return true;
    } catch (error) {
      this.fault = faultOf(error);
      return false;
    }
  }
}
