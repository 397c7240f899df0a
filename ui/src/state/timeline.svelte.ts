// The Timeline: what is sought, the rows found so far, and which of them is being read.
// Holds excerpts of what the journal said, until something else is asked for.
import { call, faultOf } from '../api/call';
import type { AskPage, Day, EntryId, Fault, Kind, Page, Row } from '../api/gen/wire';

/** Rows that are asked for at once. */
export const PAGE = 50;
/** Rows that are drawn as one block: blocks far away are drawn as empty space. */
export const BLOCK = 15;
/** Blocks drawn before and after those in sight. */
export const AROUND = 1;

/** Rows of one month within a block. */
export interface Stretch {
  month: string;
  /** The month begins here. */
  opens: boolean;
  /** Place of the first row in the whole list, from 0. */
  from: number;
  rows: Row[];
}

/** The rows of one block, by month. */
export function stretches(rows: readonly Row[], block: number): Stretch[] {
  const found: Stretch[] = [];
  const end = Math.min(rows.length, (block + 1) * BLOCK);
  for (let i = block * BLOCK; i < end; i += 1) {
    const row = rows[i] as Row;
    const month = row.day.slice(0, 7);
    const last = found.at(-1);
    if (last?.month === month) last.rows.push(row);
    else found.push({ month, opens: rows[i - 1]?.day.slice(0, 7) !== month, from: i, rows: [row] });
  }
  return found;
}

/** The blocks to draw when those from `first` to `last` are in sight. */
export function drawn(first: number, last: number, blocks: number): { from: number; to: number } {
  return { from: Math.max(0, first - AROUND), to: Math.min(blocks - 1, last + AROUND) };
}

/** A filter of the search field for exactly that name. A quotation mark in it is doubled; a line to type in has no breaks. */
export function filterFor(filter: string, name: string): string {
  return `${filter}:"${name.replace(/[\r\n]+/g, ' ').trim().replaceAll('"', '""')}"`;
}

export class Timeline {
  query = $state('');
  kind: Kind | null = $state(null);
  starred = $state(false);
  rows: Row[] = $state.raw([]);
  months: Record<string, number> = $state.raw({});
  /** There is more beyond the last row. */
  more = $state(false);
  /** The first page of what is asked for is here. */
  ready = $state(false);
  loading = $state(false);
  fault: Fault | null = $state.raw(null);
  /** The moment that is being read. */
  selected: EntryId | null = $state(null);
  /** The row that the arrow keys stand on. */
  active = $state(0);
  /** What the rows were found for. */
  found = $state('');
  /** The list, or the bin. */
  place: 'list' | 'bin' = $state('list');
  /** In a narrow window the reading sheet lies over the list. */
  reading = $state(false);
  /** How far the list is scrolled, while another screen is shown. */
  scrolled = 0;
  /** How tall each block was when it was last drawn, in pixels. */
  heights: number[] = [];

  filtered = $derived(this.kind !== null || this.starred);
  blocks = $derived(Math.ceil(this.rows.length / BLOCK));

  #next: string | null = null;
  #asked = 0;
  #seeking = false;

  /** Asks anew from the top. A reply to an earlier question is thrown away. */
  async ask(): Promise<void> {
    const asked = ++this.#asked;
    this.loading = true;
    const query = this.query.trim();
    try {
      const page = await call('timeline_page', this.#question(null, PAGE));
      if (asked !== this.#asked) return;
      this.#take(page, []);
      this.months = Object.fromEntries(page.months.map(({ month, stones }) => [month, stones]));
      this.found = query;
      this.fault = null;
      this.ready = true;
      const at = this.rows.findIndex((row) => row.id === this.selected);
      this.active = Math.max(0, at);
    } catch (error) {
      if (asked === this.#asked) this.fault = faultOf(error);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }

  /** Appends the next page. */
  async further(): Promise<void> {
    if (this.loading || !this.more) return;
    const asked = this.#asked;
    this.loading = true;
    try {
      const page = await call('timeline_page', this.#question(this.#next, PAGE));
      if (asked !== this.#asked) return;
      this.#take(page, this.rows);
      this.months = { ...this.months, ...Object.fromEntries(page.months.map(({ month, stones }) => [month, stones])) };
      this.fault = null;
    } catch (error) {
      if (asked === this.#asked) this.fault = faultOf(error);
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
  }

  /** Something in the journal changed: asks again for as many rows as there are, so that the place in the list holds. */
  async refresh(): Promise<void> {
    if (!this.ready) return;
    const asked = ++this.#asked;
    const wanted = this.rows.length;
    let rows: Row[] = [];
    let months: Record<string, number> = {};
    let next: string | null = null;
    try {
      do {
        const page: Page = await call('timeline_page', this.#question(next, wanted > PAGE ? 100 : PAGE));
        if (asked !== this.#asked) return;
        rows = [...rows, ...page.rows];
        months = { ...months, ...Object.fromEntries(page.months.map(({ month, stones }) => [month, stones])) };
        next = page.next;
      } while (next !== null && rows.length < wanted);
    } catch (error) {
      if (asked === this.#asked) this.fault = faultOf(error);
      return;
    } finally {
      if (asked === this.#asked) this.loading = false;
    }
    this.#next = next;
    this.more = next !== null;
    this.rows = rows;
    this.months = months;
    this.fault = null;
    this.active = Math.min(this.active, Math.max(0, rows.length - 1));
  }

  /** Looks for that at once. What is typed while an answer is under way is asked for when it is here, and only the last of it. */
  async search(query: string): Promise<void> {
    this.query = query;
    if (this.#seeking) return;
    this.#seeking = true;
    let sought: string;
    do {
      sought = this.query;
      await this.ask();
    } while (sought !== this.query);
    this.#seeking = false;
  }

  /** Looks for that among everything, when the room opens next. */
  seek(query: string): void {
    this.kind = null;
    this.starred = false;
    this.place = 'list';
    this.reading = false;
    this.selected = null;
    this.rows = [];
    this.ready = false;
    this.scrolled = 0;
    this.query = query;
  }

  /** Empties the search field. Answers whether there was something in it. */
  clearSearch(): boolean {
    if (this.query === '') return false;
    this.query = '';
    void this.ask();
    return true;
  }

  /** Only that kind; `null` for all of them. */
  showKind(kind: Kind | null): void {
    this.kind = kind;
    if (kind === null) this.starred = false;
    void this.ask();
  }

  showStarred(starred: boolean): void {
    this.starred = starred;
    void this.ask();
  }

  /** Everything again. */
  showAll(): void {
    this.kind = null;
    this.starred = false;
    this.query = '';
    void this.ask();
  }

  /** Takes a moment to read; `reading` lays it over the list in a narrow window. */
  open(id: EntryId): void {
    this.selected = id;
    this.place = 'list';
    this.reading = true;
    const at = this.rows.findIndex((row) => row.id === id);
    if (at >= 0) this.active = at;
  }

  /** Whether that moment is for certain not among what was asked for. Behind the last row that is known, nobody can tell yet. */
  leavesOut({ id, day }: { id: EntryId; day: Day }): boolean {
    if (!this.ready || this.place !== 'list' || (this.found === '' && !this.filtered)) return false;
    if (this.rows.some((row) => row.id === id)) return false;
    const last = this.rows.at(-1);
    return !this.more || last === undefined || day > last.day;
  }

  /** Moves the place in the list; answers where it is now. */
  move(by: number | 'first' | 'last'): number {
    const last = Math.max(0, this.rows.length - 1);
    const to = by === 'first' ? 0 : by === 'last' ? last : this.active + by;
    this.active = Math.min(last, Math.max(0, to));
    if (this.active > last - BLOCK) void this.further();
    return this.active;
  }

  /** A moment left the list: the one that takes its place is next to be read. */
  gone(id: EntryId): void {
    const at = this.rows.findIndex((row) => row.id === id);
    if (at < 0) {
      this.selected = null;
      return;
    }
    this.rows = this.rows.filter((row) => row.id !== id);
    this.active = Math.min(at, Math.max(0, this.rows.length - 1));
    this.selected = this.reading ? null : (this.rows[this.active]?.id ?? null);
    this.reading = false;
  }

  #question(after: string | null, limit: number): AskPage {
    return { query: this.query.trim(), kinds: this.kind === null ? [] : [this.kind], starred: this.starred, after, limit };
  }

  #take(page: Page, before: Row[]): void {
    const known = new Set(before.map((row) => row.id));
    this.rows = [...before, ...page.rows.filter((row) => !known.has(row.id))];
    this.#next = page.next;
    this.more = page.next !== null;
  }
}

/** The one list of this window: its place and what is sought stay while other screens are shown. */
export const timeline = new Timeline();
