// Lift: one moment at a time, three at the most, then one line to somebody. Holds the moment while it is shown.
import { call, faultOf } from '../api/call';
import type { Entry, Fault, Lifted } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { app } from './app.svelte';
import { Draft } from './draft.svelte';

export class Lift {
  shown: Lifted | null = $state.raw(null);
  /** The last moment that was shown: the line at the end is to the person in it. */
  last: Entry | null = $state.raw(null);
  /** How many were shown since it opened. */
  seen = $state(0);
  stage: 'moment' | 'end' | 'line' = $state('moment');
  fault: Fault | null = $state.raw(null);
  /** Something asked of it was refused. */
  refused: Fault | null = $state.raw(null);
  /** Said once, in place. */
  said = $state('');
  /** The line, while it is written. */
  line: Draft | null = $state.raw(null);
  busy = $state(false);

  entry = $derived(this.shown?.entry ?? null);
  hard = $derived(this.shown?.hard_day ?? false);
  /** There is nothing that could be lifted. */
  none = $derived(this.shown !== null && this.shown.entry === null && this.last === null);

  /** Shows the one at that step, or comes to the end. */
  async show(step = 0): Promise<void> {
    try {
      const shown = await call('lift_show', { step });
      this.shown = shown;
      this.fault = null;
      if (shown.entry !== null) {
        this.last = shown.entry;
        this.seen += 1;
      } else if (this.last !== null) this.stage = 'end';
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** On to another one; after the last of the day, to the end. */
  async another(): Promise<void> {
    const { shown } = this;
    if (shown === null || this.busy || this.stage !== 'moment') return;
    this.said = '';
    this.refused = null;
    if (shown.step + 1 >= shown.count) this.stage = 'end';
    else await this.#alone(() => this.show(shown.step + 1));
  }

  /** Not that one again, here. It stays in the journal, and what comes after moves up into its place. */
  async never(): Promise<void> {
    const { shown } = this;
    const id = shown?.entry?.id;
    if (shown === null || id === undefined || this.busy || this.stage !== 'moment' || app.readOnly) return;
    await this.#alone(async () => {
      try {
        const { changes } = await call('lift_never', { id });
        app.changed(changes);
        this.refused = null;
        this.said = t('lift-never-done');
        // Nobody is asked to write to whom they do not want to meet here again.
        if (this.last?.id === id) this.last = null;
      } catch (error) {
        this.refused = faultOf(error);
        return;
      }
      await this.show(shown.step);
      if (this.shown?.entry === null) this.stage = 'end';
    });
  }

  /** Opens the line to the person in the last one, with what was begun of it, here or where that moment is read. */
  async write(): Promise<void> {
    const { last } = this;
    if (last === null || this.line !== null || this.busy) return;
    await this.#alone(async () => {
      try {
        const line = await Draft.begin(`later:${last.id}`);
        // Closed in the meantime, nobody writes in it.
        if (!app.lifting) {
          void line.leave();
          return;
        }
        this.line = line;
      } catch (error) {
        this.refused = faultOf(error);
        return;
      }
      this.refused = null;
      this.said = '';
      this.stage = 'line';
    });
  }

  /** Leaves the line; its words stay in the journal as a draft. Answers whether they are there. */
  async leaveLine(): Promise<boolean> {
    const { line } = this;
    if (line === null) return true;
    // Kept in the meantime, it is gone already.
    if (!(await line.flush()) || this.line !== line) return false;
    const words = line.form.text.trim() !== '';
    line.close();
    this.line = null;
    this.refused = null;
    this.stage = 'end';
    this.said = words ? t('lift-line-left') : '';
    return true;
  }

  /** Keeps the line with its moment. It is never sent anywhere. */
  async keepLine(): Promise<boolean> {
    const { line, last } = this;
    if (line === null || last === null || this.busy) return false;
    const text = line.form.text.trim();
    if (text === '') return false;
    this.busy = true;
    try {
      const { changes } = await line.keepBy(() => call('ripple_add', { id: last.id, text }));
      this.line = null;
      this.refused = null;
      this.stage = 'end';
      this.said = t('lift-line-kept');
      app.changed(changes);
      return true;
    } catch (error) {
      this.refused = faultOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #alone(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await act();
    } finally {
      this.busy = false;
    }
  }
}
