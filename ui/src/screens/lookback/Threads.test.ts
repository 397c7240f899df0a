import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeJournal, type Seed } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { lookback } from '../../state/lookback.svelte';
import { timeline } from '../../state/timeline.svelte';
import { expectNoTrouble } from '../../test/axe';
import { faultWords } from '../../words/faults';
import Threads from './Threads.svelte';

beforeEach(() => {
  app.forget();
  timeline.seek('');
  Object.assign(lookback, { range: 'year', year: null, tables: false, view: 'room', at: null, back: null, fault: null });
});

type Seeds = NonNullable<Seed['entries']>;

const HEAVY: Seeds = [
  { text: 'The third call', day: '2026-03-03', who: 'Blue hat', need: 'to be heard', cost: 'took-a-lot', in_the_way: 'The printer is down' },
  { text: 'And the fourth', day: '2026-09-08', who: 'a daughter', need: 'to be heard', cost: 'took-a-lot' },
  { text: 'Twice to the desk', day: '2026-11-10', need: 'a way home', cost: 'took-a-lot', in_the_way: 'The printer is down' },
  { text: 'The printer is down', kind: 'snag', day: '2026-11-12' },
  { text: 'No chair in the hall', kind: 'snag', day: '2026-11-13' },
  { text: 'An easy one', day: '2026-11-14', need: 'some quiet', cost: 'gave-energy' },
];

async function open(entries: Seeds): Promise<HTMLElement> {
  fakeJournal({ entries });
  await app.start();
  await lookback.load();
  if (lookback.back === null) throw new Error('there is no year');
  return render(Threads, { lookback, back: lookback.back }).container;
}

it('says what took a lot, as a load and of nobody, and leads to those moments', async () => {
  const container = await open(HEAVY);
  const list = screen.getByRole('list', { name: 'What took a lot out of you' });
  expect(within(list).getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual(['to be heard: 2 times']);
  expect(screen.getByText(/It shows the load\. It says nothing about you or them\./)).toBeTruthy();
  await expectNoTrouble(container);
  await fireEvent.click(within(list).getByRole('button'));
  expect([app.screen, timeline.query]).toEqual(['timeline', 'load:"to be heard" from:2026 until:2026']);
});

it('says what was in the way again and since when, and leads there', async () => {
  await open(HEAVY);
  const list = screen.getByRole('list', { name: 'What was in the way again' });
  expect(within(list).getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual(['The printer is down: 3 times since Mar']);
  expect(within(list).getByText('since Mar')).toBeTruthy();
  await fireEvent.click(within(list).getByRole('button'));
  expect([app.screen, timeline.query]).toEqual(['timeline', 'way:"The printer is down" from:2026 until:2026']);
});

it('opens what was counted, whatever marks are in its name', async () => {
  await open([{ text: 'A call', day: '2026-03-03', need: 'a "quick"\nword', who: 'Big "Al"', tags: ['say "hi"', '"'] }]);
  await fireEvent.click(within(screen.getByRole('list', { name: 'What people needed' })).getByRole('button'));
  expect(timeline.query).toBe('need:"a ""quick"" word" from:2026 until:2026');
  await fireEvent.click(screen.getByRole('button', { name: 'Big "Al": 1 time' }));
  expect(timeline.query).toBe('who:"Big ""Al""" from:2026 until:2026');
  await fireEvent.click(screen.getByRole('button', { name: 'say "hi": 1 time' }));
  expect(timeline.query).toBe('tag:"say ""hi""" from:2026 until:2026');
  await fireEvent.click(screen.getByRole('button', { name: '": 1 time' }));
  expect(timeline.query).toBe('tag:"""" from:2026 until:2026');
});

it('opens what a pursuit counts, by its name in files, and says it in words', async () => {
  const container = await open([
    { text: 'A call', day: '2026-03-03', pursuits: ['made-simple', 'grew'] }, { text: 'Another', day: '2026-03-04', pursuits: ['made-simple'] },
  ]);
  const list = screen.getByRole('list', { name: 'What your moments were an example of' });
  const lines = within(list).getAllByRole('button');
  expect(lines.map((one) => one.getAttribute('aria-label'))).toEqual(['Made it simple: 2 times', 'Grew: 1 time']);
  // The words are the program's own, not what somebody wrote.
  expect(list.querySelector('.theirs')).toBeNull();
  await expectNoTrouble(container);
  await fireEvent.click(lines[0]!);
  expect([app.screen, timeline.query]).toEqual(['timeline', 'pursuit:"made-simple" from:2026 until:2026']);
});

it('tells roles from names as somebody calls them, and has no heading over nothing', async () => {
  const both: Seeds = [{ text: 'A call', day: '2026-03-03', who: 'caller', people: ['Blue hat'] }, { text: 'Another', day: '2026-03-04', who: 'night nurse' }];
  const container = await open(both);
  const named = (list: string): (string | null)[] => within(screen.getByRole('list', { name: list })).getAllByRole('button').map((one) => one.getAttribute('aria-label'));
  expect(named('Roles')).toEqual(['caller: 1 time']);
  expect(named('People, as you call them').sort()).toEqual(['Blue hat: 1 time', 'night nurse: 1 time']);
  await expectNoTrouble(container);
  await fireEvent.click(screen.getByRole('button', { name: 'caller: 1 time' }));
  expect(timeline.query).toBe('who:"caller" from:2026 until:2026');
  cleanup();
  await open(both.slice(1));
  expect(screen.queryByText('Roles')).toBeNull();
  cleanup();
  await open([{ text: 'A call', day: '2026-03-03', who: 'caller' }]);
  expect(screen.queryByText('People, as you call them')).toBeNull();
});

it('counts the words that worked of that year, says that it counts them, and opens them', async () => {
  const worked = (day: string): Seeds[number] => ({ text: 'I hear you.', kind: 'words-that-worked', day });
  await open([worked('2026-03-03'), worked('2026-03-04'), worked('2025-03-04'), { text: 'A hard call', day: '2026-03-05', cost: 'took-a-lot' }]);
  await fireEvent.click(screen.getByRole('button', { name: 'Words that worked, kept in 2026: 2. Read them again.' }));
  expect([app.screen, timeline.query]).toEqual(['timeline', 'kind:words-that-worked from:2026 until:2026']);
});

it('reads both as tables', async () => {
  lookback.tables = true;
  const container = await open(HEAVY);
  const table = screen.getByRole('table', { name: 'What was in the way again' });
  expect(within(table).getAllByRole('row').map((row) => row.textContent)).toEqual(['NameTimes', 'The printer is down since Mar3']);
  expect(within(screen.getByRole('table', { name: 'What took a lot out of you' })).getAllByRole('row')).toHaveLength(2);
  await expectNoTrouble(container);
});

it('keeps quiet about what came once', async () => {
  await open(HEAVY.filter((_, i) => i === 0 || i > 3));
  expect(screen.queryByText('What took a lot out of you')).toBeNull();
  expect(screen.queryByText('What was in the way again')).toBeNull();
});

it('says of a check-in too close to another on which day there is room', () => {
  vi.useFakeTimers({ now: new Date('2026-03-12T12:00:00Z'), toFake: ['Date'] });
  const said = (next: string): unknown => faultWords({ code: 'invalid', params: { field: 'happened', why: 'toosoon', next }, trace: '' });
  expect(said('2026-03-16')).toEqual({
    what: 'There is a check-in close to that day.', advice: 'The next day with room for one is Monday 16 March. Your words are still here.',
  });
  expect(said('2025-03-17')).toMatchObject({ advice: expect.stringContaining('Monday 17 March 2025') });
  vi.useRealTimers();
});
