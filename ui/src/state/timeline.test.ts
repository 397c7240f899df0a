import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, type FakeJournal } from '../api/fake';
import { BLOCK, drawn, filterFor, PAGE, stretches, Timeline } from './timeline.svelte';

const many = (n: number) => Array.from({ length: n }, (_, i) => ({
  text: `moment ${i}`, day: `2026-${String(12 - Math.floor(i / 28)).padStart(2, '0')}-${String(28 - (i % 28)).padStart(2, '0')}`,
}));
let journal: FakeJournal;
let timeline: Timeline;

beforeEach(() => {
  journal = fakeJournal({ entries: many(130) });
  timeline = new Timeline();
});
afterEach(() => vi.useRealTimers());

describe('the timeline', () => {
  it('comes in pages, each row once', async () => {
    await timeline.ask();
    expect(timeline.rows).toHaveLength(PAGE);
    await timeline.further();
    await timeline.further();
    await timeline.further();
    expect(timeline.rows).toHaveLength(130);
    expect(new Set(timeline.rows.map((row) => row.id)).size).toBe(130);
    expect(timeline.more).toBe(false);
    expect(timeline.months['2026-12']).toBe(28);
  });

  it('throws away the answer to an older question', async () => {
    vi.useFakeTimers();
    journal.delay = 100;
    timeline.query = 'moment 1';
    const slow = timeline.ask();
    await vi.advanceTimersByTimeAsync(10);
    journal.delay = 10;
    timeline.query = 'moment 77';
    const quick = timeline.ask();
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all([slow, quick]);
    expect(timeline.found).toBe('moment 77');
    expect(timeline.rows).toHaveLength(1);
    expect(timeline.loading).toBe(false);
  });

  it('asks at the first key, and then once for all that was typed before the answer came', async () => {
    const sought = ['m', 'mo', 'moment 7'].map((text) => timeline.search(text));
    await Promise.all(sought);
    expect(journal.askedFor('timeline_page').map(({ query }) => query)).toEqual(['m', 'moment 7']);
    expect(timeline.found).toBe('moment 7');
    expect(timeline.rows[0]?.excerpt.some((piece) => piece.hit)).toBe(true);
  });

  it('filters, and shows all again', async () => {
    await timeline.ask();
    timeline.showKind('lesson');
    await vi.waitFor(() => expect(timeline.rows).toHaveLength(0));
    timeline.showStarred(true);
    await vi.waitFor(() => expect(journal.askedFor('timeline_page').at(-1)).toMatchObject({ kinds: ['lesson'], starred: true }));
    timeline.showAll();
    await vi.waitFor(() => expect(timeline.rows).toHaveLength(PAGE));
  });

  it('holds its place when something changes', async () => {
    await timeline.ask();
    await timeline.further();
    timeline.move('last');
    const at = timeline.active;
    await timeline.refresh();
    expect(timeline.rows.length).toBeGreaterThanOrEqual(100);
    expect(timeline.active).toBe(at);
  });

  it('keeps its rows when the next page cannot be read', async () => {
    await timeline.ask();
    journal.fail('timeline_page', fault('disk'));
    await timeline.further();
    expect(timeline.rows).toHaveLength(PAGE);
    expect(timeline.fault?.code).toBe('disk');
    await timeline.further();
    expect(timeline.fault).toBeNull();
  });

  it('knows what is for certain not among what was asked for', async () => {
    await timeline.ask();
    const [newest] = timeline.rows;
    const oldest = { id: journal.entries.at(-1)?.id ?? '', day: journal.entries.at(-1)?.day ?? '' };
    if (newest === undefined) throw new Error('no rows');
    expect(timeline.leavesOut(newest)).toBe(false);
    expect(timeline.leavesOut(oldest)).toBe(false);
    timeline.query = 'moment 129';
    await timeline.ask();
    expect(timeline.leavesOut(newest)).toBe(true);
    expect(timeline.leavesOut(oldest)).toBe(false);
    // More than a page is found: what lies behind its last row may be among them all the same.
    timeline.query = 'moment';
    await timeline.ask();
    expect(timeline.more).toBe(true);
    expect(timeline.leavesOut(oldest)).toBe(false);
    expect(timeline.leavesOut({ id: 'another', day: newest.day })).toBe(true);
  });

  it('moves on to the next row when one is gone', async () => {
    await timeline.ask();
    const [, second, third] = timeline.rows;
    timeline.open(second?.id ?? '');
    timeline.reading = false;
    timeline.gone(second?.id ?? '');
    expect(timeline.selected).toBe(third?.id);
    expect(timeline.active).toBe(1);
  });

  it('asks for more when the arrows come near the end', async () => {
    await timeline.ask();
    timeline.move(PAGE - 5);
    await vi.waitFor(() => expect(timeline.rows).toHaveLength(2 * PAGE));
  });
});

describe('blocks', () => {
  it('are divided by month, and a month opens once', async () => {
    await timeline.ask();
    const all = Array.from({ length: timeline.blocks }, (_, block) => stretches(timeline.rows, block)).flat();
    expect(all.flatMap((stretch) => stretch.rows)).toEqual(timeline.rows);
    expect(all.filter((stretch) => stretch.opens).map((stretch) => stretch.month)).toEqual(['2026-12', '2026-11']);
  });

  it('are drawn near what is in sight only', () => {
    expect(drawn(0, 0, 100)).toEqual({ from: 0, to: 1 });
    expect(drawn(50, 50, 100)).toEqual({ from: 49, to: 51 });
    expect(drawn(99, 99, 100)).toEqual({ from: 98, to: 99 });
    expect(3 * BLOCK).toBeLessThanOrEqual(60);
  });
});

// The same lines are read in the query of the program's own `model`.
it.each([
  ['say "hi"', 'tag:"say ""hi"""'],
  ['"', 'tag:""""'],
  ['""', 'tag:""""""'],
  ['a\\b', 'tag:"a\\b"'],
  ['a\\"', 'tag:"a\\"""'],
  ['🪨 "stone"', 'tag:"🪨 ""stone"""'],
  ['السيدة "ن"', 'tag:"السيدة ""ن"""'],
  ['tag:x -y #z', 'tag:"tag:x -y #z"'],
  [' two\r\nlines\n', 'tag:"two lines"'],
])('asks for exactly the name %s', (name, line) => {
  expect(filterFor('tag', name)).toBe(line);
});
