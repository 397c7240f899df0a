import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
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
  expect([app.screen, timeline.query]).toEqual(['timeline', 'cost:took-a-lot "to be heard"']);
});

it('says what was in the way again and since when, and leads there', async () => {
  await open(HEAVY);
  const list = screen.getByRole('list', { name: 'What was in the way again' });
  expect(within(list).getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual(['The printer is down: 3 times since Mar']);
  expect(within(list).getByText('since Mar')).toBeTruthy();
  await fireEvent.click(within(list).getByRole('button'));
  expect([app.screen, timeline.query]).toEqual(['timeline', '"The printer is down"']);
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

it('has words for a check-in too close to another', () => {
  expect(faultWords({ code: 'invalid', params: { field: 'happened', why: 'toosoon' }, trace: '' }).what).toBe('There is a check-in close to that day.');
});
