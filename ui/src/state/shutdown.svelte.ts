// The end of a shift: what it gave or took, what mattered, what was promised, what nags; then the rest stays here.
// Every question can be passed over. Holds the day's moments and promises while it is open.
import { call, FaultError, faultOf } from '../api/call';
import type { Cost, Entry, Fault, Happened, Kind, PromiseDone, PromiseRow, Promising, Writing } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { app } from './app.svelte';
import { putAwayToo } from './draft.svelte';
import { toasts } from './toasts.svelte';
import { undo } from './undo.svelte';
import type { Walk } from './walk.svelte';
import { whenWithin } from './within';
import { COSTS, writingOfEntry } from './writing';

const STAGES = ['energy', 'good', 'mattered', 'whom', 'promises', 'nags', 'leave'] as const;
export type Stage = (typeof STAGES)[number];

/** As many moments as there are digits. */
const DIGITS = 9;
const MATTER: readonly Kind[] = ['moment', 'kind-word', 'words-that-worked', 'lesson', 'snag', 'reflection'];

/** What can be done with a promise that is due. */
export type Deed = 'keep' | 'move' | 'hand-on' | 'let-go';

/** What a moment says of the two that are asked here. */
const saidIn = (entry: Entry): { whom: string; took: string } => ({ whom: (entry.who ?? '').trim(), took: (entry.my_part ?? '').trim() });

/** Writes a field over; an empty one is left out. */
function over(writing: Writing, field: 'who' | 'my_part', text: string): void {
  if (text === '') delete writing[field];
  else writing[field] = text;
}

/** One for each walk: it stays where it is while other rooms are shown. */
const ends = new WeakMap<Walk, Shutdown>();
/** The one opened last: what is typed in it is put away before the journal closes. */
let last: Shutdown | null = null;

export class Shutdown {
  readonly walk: Walk;
  stage: Stage = $state('energy');
  /** Today's moments, the first written first. */
  moments: Entry[] = $state.raw([]);
  /** Promises that are due, those still open. */
  due: PromiseRow[] = $state.raw([]);
  /** The one that mattered most, as it stood when it was chosen: what it did not say then is asked. */
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
  /** A deed is under way: what is asked for meanwhile is one key too many. */
  busy = $state(false);
  leaving = $state(false);
  fault: Fault | null = $state.raw(null);

  #asked = 0;
  #loads = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the moment says already in the two fields. */
  #said = { whom: '', took: '' };
  #noting: Promise<void> | null = null;

  constructor(walk: Walk) {
    this.walk = walk;
    walk.aside = () => this.put();
    ends.set(walk, this);
    last = this;
  }

  static of(walk: Walk): Shutdown {
    return ends.get(walk) ?? new Shutdown(walk);
  }

  /** Asks for the day's moments and promises, also when they changed meanwhile. The question stays, as long as there is something for it. */
  async load(): Promise<void> {
    const loads = ++this.#loads;
    try {
      const [today, promises] = await Promise.all([call('today_show', {}), call('promise_list', {})]);
      if (loads !== this.#loads) return;
      this.moments = today.entries.filter((entry) => MATTER.includes(entry.kind) && entry.text.trim() !== '').toReversed().slice(0, DIGITS);
      // Marked since the walk was begun: its questions follow at once.
      if (today.entries.some((entry) => entry.kind === 'hard-day')) this.walk.hardDay = true;
      this.due = promises.rows.filter((row) => row.standing === 'due' || row.standing === 'late');
      if (!this.due.some((row) => row.promise.id === this.moving?.promise.id)) this.moving = null;
      this.#see(today.entries.find((entry) => entry.id === this.chosen?.id));
      // Back to choosing when nothing is chosen any more; otherwise on.
      if (!this.stages.includes(this.stage)) this.#step(!this.walk.hardDay && (this.stage === 'whom' || this.stage === 'mattered') ? -1 : 1);
      if (!this.loaded) this.fault = null;
      this.loaded = true;
      void this.readWhen();
    } catch (error) {
      if (loads === this.#loads) this.fault = faultOf(error);
    }
  }

  /** The questions of this evening; what there is nothing for is not asked, and on a hard day none that asks for a good side. */
  get stages(): Stage[] {
    const { chosen, walk: { hardDay } } = this;
    // Words that are not kept yet stay in sight, on a hard day too.
    const whom = chosen !== null && (hardDay ? this.#typed : this.#lacks(chosen, 'who') || this.#lacks(chosen, 'my_part'));
    return [
      'energy',
      ...(hardDay ? [] : this.moments.length > 0 ? (['mattered'] as const) : (['good'] as const)),
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
    return this.stage !== 'energy';
  }

  /** On to the next question. What was noted about the moment is kept with it. */
  async next(): Promise<void> {
    await this.#try(async () => {
      await this.#note();
      this.#step(1);
    });
  }

  async back(): Promise<void> {
    await this.#try(async () => {
      await this.#note();
      this.#step(-1);
    });
  }

  async feel(cost: Cost): Promise<void> {
    await this.#try(() => {
      // In words, so that it can be read wherever the walk is read.
      this.walk.write('energy', t(`cost-${cost}`));
      // And as what the day cost: the week in review counts it.
      this.walk.draft.form.cost = cost;
      this.#step(1);
    });
  }

  /** Keeps the moment that mattered most close. */
  async choose(entry: Entry): Promise<void> {
    await this.#try(async () => {
      await this.#note();
      if (this.chosen?.id !== entry.id) this.#take(entry.star ? entry : await this.#star(entry.id));
      this.#step(1);
    });
  }

  /** Answers the first promise that is due. */
  async answer(deed: Deed): Promise<void> {
    const row = this.due[0];
    if (row === undefined || this.busy) return;
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
    if (this.busy) return;
    this.leaving = true;
    await this.#try(async () => {
      await this.#note();
      if (!this.walk.empty && !app.readOnly) {
        if (this.walk.kept === null && !(await this.walk.keep())) throw new FaultError(this.walk.fault ?? { code: 'disk', params: {}, trace: 'walk' });
        await this.#park();
      }
      toasts.clear();
      await app.lock();
    });
    this.leaving = false;
  }

  /** Keeps what is typed about the chosen moment, wherever the person goes. Answers whether it is on the disk. */
  async put(): Promise<boolean> {
    try {
      await this.#note();
      return true;
    } catch (error) {
      this.fault = faultOf(error);
      return false;
    }
  }

  async #park(): Promise<void> {
    const what = this.walk.answer('park').trim();
    if (what === '' || !this.pick) return;
    await this.readWhen();
    if (this.when === null) return;
    const promising = { what, ...this.when };
    app.changed((await call('promise_add', { promising, entry: this.walk.kept?.id ?? null })).changes);
    this.pick = false;
  }

  #answered(row: PromiseRow, { changes }: PromiseDone, text: string): void {
    this.due = this.due.filter((one) => one.promise.id !== row.promise.id);
    undo.done(text, changes);
    if (this.due.length === 0) this.stage = 'nags';
  }

  /** To the next question there is something for, or to the one before. */
  #step(by: 1 | -1): void {
    const at = STAGES.indexOf(this.stage);
    const { stages } = this;
    this.stage = by > 0 ? (stages.find((one) => STAGES.indexOf(one) > at) ?? 'leave') : (stages.findLast((one) => STAGES.indexOf(one) < at) ?? 'energy');
  }

  async #star(id: string): Promise<Entry> {
    const { entry, changes } = await call('moment_star', { id, star: true });
    undo.done(t('shutdown-did-choose'), changes);
    return entry;
  }

  #take(entry: Entry): void {
    this.moments = this.moments.map((one) => (one.id === entry.id ? entry : one));
    this.chosen = entry;
    this.#said = saidIn(entry);
    this.whom = this.#said.whom;
    this.took = this.#said.took;
  }

  /** How the chosen moment stands now: taken back, it is chosen no more; what is not typed over follows it. */
  #see(now: Entry | undefined): void {
    if (now === undefined) return;
    if (!now.star && !this.#typed) {
      this.chosen = null;
      return;
    }
    const said = saidIn(now);
    if (this.whom.trim() === this.#said.whom) this.whom = said.whom;
    if (this.took.trim() === this.#said.took) this.took = said.took;
    this.#said = said;
  }

  /** Whether something is typed about the moment that is not kept with it yet. */
  get #typed(): boolean {
    return this.chosen !== null && (this.whom.trim() !== this.#said.whom || this.took.trim() !== this.#said.took);
  }

  async #note(): Promise<void> {
    this.#noting ??= this.#write().finally(() => {
      this.#noting = null;
    });
    await this.#noting;
  }

  async #write(): Promise<void> {
    while (this.chosen !== null && this.#typed && !app.readOnly) {
      const said = { whom: this.whom.trim(), took: this.took.trim() };
      try {
        // Asked anew: what else was changed in the moment since stays.
        const { entry } = await call('moment_show', { id: this.chosen.id });
        const writing = writingOfEntry(entry);
        if (said.whom !== this.#said.whom) over(writing, 'who', said.whom);
        if (said.took !== this.#said.took) over(writing, 'my_part', said.took);
        const kept = await call('moment_change', { id: entry.id, writing, draft: null });
        this.#said = said;
        this.moments = this.moments.map((one) => (one.id === kept.entry.id ? kept.entry : one));
        undo.done(t('shutdown-did-note'), kept.changes);
      } catch (error) {
        // Where the words are, so that they can be seen and copied.
        this.stage = 'whom';
        throw error;
      }
    }
  }

  #lacks(entry: Entry, field: 'who' | 'my_part'): boolean {
    return (entry[field] ?? '').trim() === '';
  }

  async #try(act: () => Promise<void> | void): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    } finally {
      this.busy = false;
    }
  }
}

putAwayToo({
  get fault() {
    return last?.fault ?? null;
  },
  flush: async () => last === null || last.put(),
});
