// The Today screen: what was kept today, this week's stones, and the moment that is being written.
// Holds nothing that is not in the journal or in its draft.
import { call, faultOf } from '../api/call';
import type { EntryId, Fault, Kind, Today as Shown, Writing } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { Draft, dayTurn, learnTurn } from './draft.svelte';
import { kindFor, Prompt } from './prompt.svelte';
import { undo } from './undo.svelte';
import { begunIn, isBlank, mayBeWordless, shiftDay } from './writing';

/** Shift days without a word after which somebody is welcomed back. */
export const LONG_AWAY = 7;

export class Today {
  readonly draft = new Draft('today');
  readonly prompt = new Prompt();
  shown: Shown | null = $state.raw(null);
  /** Today could not be read. */
  fault: Fault | null = $state.raw(null);
  /** The moment could not be kept; its words are still in the field. */
  notKept: Fault | null = $state.raw(null);
  keeping = $state(false);
  /** Something was asked to be kept and there was nothing. */
  nothing = $state(false);
  /** The stone that was laid last, while this screen has been open. */
  laid: EntryId | null = $state(null);

  #restored = false;
  #asked = 0;
  #day = '';

  /** The gentle line above the field, or nothing. */
  greeting = $derived.by((): 'first' | 'back' | null => {
    if (this.shown === null || this.laid !== null) return null;
    if (this.shown.days_away === null) return 'first';
    return (this.shown.days_away ?? 0) >= LONG_AWAY ? 'back' : null;
  });

  /** A hard day is marked: until the next one begins, nothing upbeat is said. */
  hardDay = $derived(this.shown?.entries.some((entry) => entry.kind === 'hard-day') ?? false);
  /** The question that is being answered in the box, in place of the usual one. */
  asking = $derived(this.draft.beside.prompt === undefined ? null : this.prompt.behind(this.draft.beside.prompt));

  canKeep = $derived(this.draft.form.text.trim() !== '' || mayBeWordless(this.draft.form.kind));

  /** Asks how today stands. The unfinished writing is taken up the first time only: what is in the field stays. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      if (!this.#restored) await learnTurn();
      const shown = await call('today_show', {});
      if (asked !== this.#asked) return;
      this.shown = shown;
      this.fault = null;
      this.#day = this.#clockDay();
      if (!this.#restored) {
        this.#restored = true;
        if (isBlank(this.draft.form)) this.draft.start(shown.draft, shown.draft !== null);
      }
    } catch (error) {
      if (asked === this.#asked) this.fault = faultOf(error);
    }
  }

  /** The working day may have turned while the screen stood open: then it asks again, and the words stay. */
  async dayMayHaveTurned(): Promise<void> {
    if (this.shown !== null && this.#clockDay() !== this.#day) await this.load();
  }

  setKind(kind: Kind): void {
    this.draft.form.kind = kind;
    this.nothing = false;
  }

  /** Takes up the prompt: it stands over the box, and what is written answers it. */
  answer(): void {
    const { card } = this.prompt;
    if (card === null) return;
    this.prompt.taken = card;
    this.draft.beside = { ...this.draft.beside, prompt: card.prompt.id };
    this.setKind(kindFor(card.prompt));
  }

  /** Back to the usual question; the words stay. */
  leaveQuestion(): void {
    const { prompt: _left, ...beside } = this.draft.beside;
    this.draft.beside = beside;
    if (this.draft.form.kind === 'reflection') this.setKind('moment');
  }

  /** Puts words into the box, below what stands there. */
  async begin(text: string, who: string): Promise<void> {
    if (!this.#restored) await this.load();
    const { form } = this.draft;
    form.text = form.text.trim() === '' ? text : `${form.text.trimEnd()}\n\n${text}`;
    if (form.who === '') form.who = who;
    this.draft.touched();
  }

  /** Keeps the moment. Answers whether it is on the disk. */
  async keep(): Promise<boolean> {
    if (this.keeping) return false;
    if (!this.canKeep) {
      this.nothing = true;
      return false;
    }
    this.keeping = true;
    this.nothing = false;
    const writing = this.draft.writing;
    const { promise } = this.draft.form;
    await this.draft.hold();
    try {
      const { entry, changes } = await call('moment_save', { writing, draft: this.draft.slot });
      this.notKept = null;
      this.laid = entry.id;
      this.draft.kept(writing.text);
      // Without what was promised it is no promise, and was not kept: its other words stay where they were typed.
      if (promise.what.trim() === '' && begunIn(promise)) this.draft.form.promise = promise;
      undo.keptNew(t('today-kept'), changes, writing);
      return true;
    } catch (error) {
      this.notKept = faultOf(error);
      this.draft.release();
      return false;
    } finally {
      this.keeping = false;
    }
  }

  /** Keeping it was undone: its words return, unless other words are in the field by now. */
  takeBack(writing: Writing): boolean {
    this.laid = null;
    if (!isBlank(this.draft.form)) return false;
    this.draft.start(writing, false);
    this.draft.touched();
    return true;
  }

  #clockDay(): string {
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
    return shiftDay(local.slice(0, 16), dayTurn());
  }
}

/** The one Today of this window: what is in the field stays while other screens are shown. */
export const today = new Today();
