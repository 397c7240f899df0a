// Unfinished writing: kept a moment after each pause, and again before anything could take it away.
// Holds the text in memory and in the journal; never in any other place of the window.
import { call, FaultError } from '../api/call';
import type { Fault, Writing } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { app } from './app.svelte';
import { Keeper } from './keeper.svelte';
import { toasts } from './toasts.svelte';
import { besideOf, emptyForm, formOf, isBlank, saysNothing, writingOf, type Beside, type Form } from './writing';

/** What is unfinished and can be put away. */
export interface Unfinished {
  readonly fault: Fault | null;
  flush(): Promise<boolean>;
}

/** Every draft that is open now, and what else is unfinished. */
const drafts = new Set<Unfinished>();

/** Puts that away with the drafts, for as long as the window lives. */
export function putAwayToo(unfinished: Unfinished): void {
  drafts.add(unfinished);
}

/** When the working day turns, in minutes after midnight; learned from the journal's settings. */
let turn = 240;

/** Asks once more when the working day turns. */
export async function learnTurn(): Promise<number> {
  turn = (await call('settings_show', {})).day_turn;
  return turn;
}

/** When the working day turns, in minutes after midnight, as far as is known. */
export function dayTurn(): number {
  return turn;
}

/** Keeps every open draft now. Answers whether all of them are on the disk. */
export async function flushDrafts(): Promise<boolean> {
  const all = await Promise.all([...drafts].map((draft) => draft.flush()));
  return all.every(Boolean);
}

let warned = 0;

/** Puts all of it away before the journal closes. When that fails it says so once, and the second time lets go. */
export async function putAway(): Promise<void> {
  if (await flushDrafts()) return;
  if (Date.now() - warned < 15_000) return;
  warned = Date.now();
  toasts.say(t('today-lock-trouble'), { tone: 'trouble', advice: t('today-lock-trouble-advice') });
  throw new FaultError([...drafts].find(({ fault }) => fault !== null)?.fault ?? { code: 'disk', params: {}, trace: 'draft' });
}

app.beforeLock(putAway);

/** One piece of unfinished writing, in the slot `today`, `edit:<id>`, `later:<id>`, `prompt:<id>`, `guide:<id>`, `promise` or `promise:<id>`. */
export class Draft extends Keeper implements Unfinished {
  readonly slot: string;
  form: Form = $state(emptyForm());
  /** What no row of the form shows: it goes along and is never lost. */
  beside: Beside = $state({});
  /** The form as it goes over the wire: what it depends on is what has to be kept. */
  now = $derived(JSON.stringify(this.writing));
  /** It was closed, here or where else it is shown: nothing more is written in it. */
  over = $state(false);

  /** What needs no keeping: the entry as it stands. */
  #plain = $state('');
  #left = false;
  /** What the journal has of it was asked for: others who come for that slot get the same draft. */
  #begun: Promise<void> | null = null;
  /** How many places show it: it is left when the last of them leaves. */
  #shown = 1;

  constructor(slot: string) {
    super();
    this.slot = slot;
    drafts.add(this);
  }

  /** The one that was left in that slot before it could be kept: its words are newer than those in the journal. */
  static again(slot: string): Draft | null {
    const left = [...drafts].find((one): one is Draft => one instanceof Draft && one.slot === slot && one.#left && !one.keeping);
    if (left === undefined) return null;
    left.#left = false;
    left.#shown = 1;
    return left;
  }

  /**
   * The one of that slot with what was begun of it: here, in the journal, or nothing. `plain`: what stands beneath it. Where one
   * is open already it is that one, shown twice: two would write over each other. Whoever closes it sets `over` for all. Throws
   * when the journal cannot say: the first letters would go over what it has.
   */
  static async begin(slot: string, plain: Writing | null = null): Promise<Draft> {
    const left = Draft.again(slot);
    if (left !== null) return left;
    for (let open = Draft.#open(slot); open !== undefined; open = Draft.#open(slot)) {
      await open.#begun;
      // While it is being kept, this waits: then it is over, or open with its words.
      await open.flush();
      if (open.closed) continue;
      open.#shown = open.#left ? 1 : open.#shown + 1;
      open.#left = false;
      return open;
    }
    const made = new Draft(slot);
    made.#begun = made.#ask(plain);
    await made.#begun;
    return made;
  }

  static #open(slot: string): Draft | undefined {
    return [...drafts].find((one): one is Draft => one instanceof Draft && one.slot === slot && one.#begun !== null);
  }

  async #ask(plain: Writing | null): Promise<void> {
    try {
      const held = await call('draft_show', { slot: this.slot });
      this.start(held ?? plain, held !== null, plain);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Begins with that writing. `held`: the journal has it as a draft already. `plain`: the entry beneath it. */
  start(writing: Writing | null, held: boolean, plain: Writing | null = null): void {
    this.form = writing === null ? emptyForm() : formOf(writing, turn);
    this.beside = writing === null ? {} : besideOf(writing);
    this.#plain = plain === null ? '' : JSON.stringify({ ...writingOf(formOf(plain, turn), turn), ...besideOf(plain) });
    this.held = held ? this.now : '';
    this.fault = null;
  }

  get writing(): Writing {
    return { ...writingOf(this.form, turn), ...this.beside };
  }

  /** Whether there is nothing here that is not kept elsewhere. */
  get idle(): boolean {
    return this.#plain === '' ? isBlank(this.form) && saysNothing(this.beside) : this.now === this.#plain;
  }

  override async flush(): Promise<boolean> {
    const put = await super.flush();
    if (put && this.#left && !this.closed) this.close();
    return put;
  }

  /** It is not shown here any more: once it is shown nowhere, it is looked after until its words are in the journal. */
  leave(): Promise<boolean> {
    this.#shown -= 1;
    this.#left = this.#shown <= 0;
    return this.flush();
  }

  /** The writing `was` is kept and its draft dropped with it; what was typed since stays. */
  kept(was: string): void {
    const typed = this.form.text;
    this.form = emptyForm();
    this.beside = {};
    if (typed.length > was.length && typed.startsWith(was)) this.form.text = typed.slice(was.length).trimStart();
    this.held = '';
    this.#plain = '';
    this.fault = null;
    this.end();
    this.touched();
  }

  /** Keeps the thing itself by `save`, and is over. Where that answers false or throws, the words stay with the draft. */
  async keepBy<T>(save: () => Promise<T>): Promise<T> {
    await this.hold();
    let done: T;
    try {
      done = await save();
    } catch (error) {
      this.release();
      throw error;
    }
    if (done === false) {
      this.release();
      return done;
    }
    // The words are where they belong now: a draft that cannot be let go is no loss. Until it is closed nobody takes it up again.
    await call('draft_drop', { slot: this.slot }).catch(() => undefined);
    this.close();
    return done;
  }

  /** Lets the writing go, here and in the journal. */
  async drop(): Promise<void> {
    await this.hold();
    this.form = emptyForm();
    this.beside = {};
    this.held = '';
    this.#plain = '';
    this.fault = null;
    try {
      await call('draft_drop', { slot: this.slot });
    } finally {
      this.end();
    }
  }

  /** Looks after it no longer. */
  close(): void {
    this.closed = true;
    this.over = true;
    this.stopClock();
    drafts.delete(this);
    this.end();
  }

  protected async send(drop: boolean): Promise<void> {
    if (drop) await call('draft_drop', { slot: this.slot });
    else await call('draft_keep', { slot: this.slot, writing: this.writing });
  }
}
