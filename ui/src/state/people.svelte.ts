// The card "People I can count on". Kept with the journal's settings; it stays in the journal and goes into no copy.
import { call, faultOf } from '../api/call';
import type { Fault, Supporter } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { app } from './app.svelte';
import { toasts } from './toasts.svelte';

export class People {
  list: readonly Supporter[] = $state.raw([]);
  loaded = $state(false);
  fault: Fault | null = $state.raw(null);
  busy = $state(false);
  /** Those from that place on stand one place further up (-1) or down (1) now. */
  onmoved: ((at: number, by: 1 | -1) => void) | null = null;

  async load(): Promise<void> {
    try {
      this.list = (await call('settings_show', {})).count_on;
      this.loaded = true;
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Puts somebody on the card, or other words in the place of that one. Answers whether they are kept. */
  async keep(at: number | null, person: Supporter): Promise<boolean> {
    const one = { name: person.name.trim(), reach: person.reach.trim(), hours: person.hours.trim() };
    const list = at === null ? [...this.list, one] : this.list.map((each, i) => (i === at ? one : each));
    return this.#put(list);
  }

  async remove(at: number): Promise<boolean> {
    const before = this.list;
    const gone = before[at];
    if (gone === undefined || !(await this.#put(before.filter((_, i) => i !== at)))) return false;
    toasts.say(t('people-removed', { name: gone.name }), {
      undo: () => void this.#put(this.list.toSpliced(at, 0, gone)).then((back) => {
        if (back) this.onmoved?.(at, 1);
      }),
    });
    this.onmoved?.(at + 1, -1);
    return true;
  }

  /** One place up (-1) or down (1). */
  async shift(at: number, by: -1 | 1): Promise<boolean> {
    const [one, other] = [this.list[at], this.list[at + by]];
    if (one === undefined || other === undefined) return false;
    return this.#put(this.list.map((each, i) => (i === at ? other : i === at + by ? one : each)));
  }

  #turn: Promise<boolean> = Promise.resolve(true);

  /** One after the other: what is asked while something is being kept is not lost. */
  #put(list: readonly Supporter[]): Promise<boolean> {
    this.#turn = this.#turn.then(() => this.#write(list));
    return this.#turn;
  }

  async #write(list: readonly Supporter[]): Promise<boolean> {
    this.busy = true;
    try {
      // Other settings may have changed since the card was read.
      const settings = await call('settings_show', {});
      const { changes } = await call('settings_change', { ...settings, count_on: [...list] });
      this.list = list;
      this.fault = null;
      app.changed(changes);
      return true;
    } catch (error) {
      this.fault = faultOf(error);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
