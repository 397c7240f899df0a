// Look back: the days of a year, what runs through them, totals that only grow. Knows no goal and no share of days.
import { call, faultOf } from '../api/call';
import type { Day, Fault, YearBack } from '../api/gen/wire';
import { words } from '../words/words.svelte';
import { app } from './app.svelte';
import { firstOfWeek, spanOf, weeks, type Range } from './calendar';
import { filterFor, timeline } from './timeline.svelte';

/** The filter that finds what a thread counts. */
const FILTERS = { needs: 'need', roles: 'who', people: 'who', pursuits: 'pursuit', tags: 'tag', drains: 'load', snags: 'way' } as const;

export class LookBack {
  range: Range = $state('year');
  /** The year in sight; nothing for the one that it is now. */
  year: number | null = $state(null);
  /** Figures are read as tables. */
  tables = $state(false);
  /** What is shown: the room, the check-in that is being filled in, or what the practice rests on. */
  view: 'room' | 'check-in' | 'evidence' = $state('room');
  /** Where somebody came from to read what it rests on. */
  evidenceFrom: 'lookback' | 'settings' = $state('lookback');
  back: YearBack | null = $state.raw(null);
  /** The year before, when a few weeks reach back into it. */
  before: YearBack | null = $state.raw(null);
  fault: Fault | null = $state.raw(null);
  /** The day that the arrow keys stand on. */
  at: Day | null = $state(null);

  first = $derived(firstOfWeek(words.locale));
  weeks = $derived.by(() => {
    const { back, before } = this;
    if (back === null) return [];
    return weeks(this.range, back.year, back.today, [...(before?.days ?? []), ...back.days], this.first);
  });
  /** Days with a stone in sight, newest first. */
  days = $derived(this.weeks.flat().filter((cell) => !cell.out && cell.kinds.length > 0).reverse());
  empty = $derived(this.back !== null && this.back.stones === 0);

  #asked = 0;

  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const back = await call('year_show', { year: this.range === 'year' ? this.year : null });
      const from = spanOf(this.range, back.year, back.today, this.first)[0];
      const before = from < `${back.year}-01-01` ? await call('year_show', { year: back.year - 1 }) : null;
      if (asked !== this.#asked) return;
      this.back = back;
      this.before = before;
      this.fault = null;
    } catch (error) {
      if (asked === this.#asked) this.fault = faultOf(error);
    }
  }

  show(range: Range): void {
    if (range === this.range) return;
    this.range = range;
    this.at = null;
    void this.load();
  }

  /** The year after or before the one in sight, if anything was written in it or it is now. */
  neighbour(step: 1 | -1): number | null {
    if (this.back === null) return null;
    const all = [...new Set([...this.back.years, Number(this.back.today.slice(0, 4))])].sort((a, b) => a - b);
    const { year } = this.back;
    return (step > 0 ? all.find((one) => one > year) : all.filter((one) => one < year).at(-1)) ?? null;
  }

  turn(step: 1 | -1): void {
    const year = this.neighbour(step);
    if (year === null) return;
    this.year = year;
    this.at = null;
    void this.load();
  }

  /** Shows what the practice rests on. */
  showEvidence(from: 'lookback' | 'settings'): void {
    this.evidenceFrom = from;
    this.view = 'evidence';
  }

  /** Opens a day in the timeline. */
  openDay(day: Day): void {
    timeline.seek(`from:${day} until:${day}`);
    app.go('timeline');
  }

  /** Opens the moments that a thread counts in the year in sight: each filter finds what bears that very name. */
  openThread(thread: keyof typeof FILTERS, name: string): void {
    if (this.back === null) return;
    timeline.seek(`${filterFor(FILTERS[thread], name)} ${this.#year(this.back.year)}`);
    app.go('timeline');
  }

  /** Opens the words that worked in the year in sight. */
  openWorked(): void {
    if (this.back === null) return;
    timeline.seek(`kind:words-that-worked ${this.#year(this.back.year)}`);
    app.go('timeline');
  }

  #year(year: number): string {
    return `from:${year} until:${year}`;
  }
}

/** The one of this window: what is in sight stays while other screens are shown. */
export const lookback = new LookBack();
