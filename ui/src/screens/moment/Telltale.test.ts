import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeJournal, fault } from '../../api/fake';
import { Telltales } from '../../state/telltales.svelte';
import FirstMoment from '../opening/FirstMoment.svelte';
import Telltale from './Telltale.svelte';

let journal: FakeJournal;
beforeEach(() => (journal = new FakeJournal({ standing: 'open', entries: [] })));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const hint = (): string => (document.querySelector('[aria-live=polite]')?.textContent ?? '').replace(/[\u2068\u2069]/g, '');

test('what could tell who somebody is stands where the hint stood, for as long as it is there', async () => {
  const { rerender } = render(Telltale, { texts: ['Sat with the man in bed 12'] });
  await vi.waitFor(() => expect(hint()).toBe('“bed 12” could tell who somebody is. A role or initials are enough.'), 3000);
  await rerender({ texts: ['Sat with the man with the blue hat'] });
  await vi.waitFor(() => expect(hint()).toBe(''), 3000);
  await rerender({ texts: ['bed 12, bed 13, bed 12', 'room 4'] });
  await vi.waitFor(() => expect(hint()).toContain('“bed 12”, “bed 13”, … could tell'), 3000);
});

test('nothing is asked while the keys go, and an older answer never comes late', async () => {
  vi.useFakeTimers();
  const tells = new Telltales();
  for (const text of ['b', 'bed', 'bed 1', 'bed 12']) {
    tells.look([text]);
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(journal.askedFor('identifiers_find')).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(400);
  expect(journal.askedFor('identifiers_find')).toEqual([{ text: 'bed 12' }]);
  expect(tells.found).toEqual(['bed 12']);
  tells.look(['bed 99']);
  await vi.advanceTimersByTimeAsync(599);
  tells.look(['']);
  await vi.advanceTimersByTimeAsync(2000);
  expect(tells.found).toEqual([]);
  expect(journal.askedFor('identifiers_find')).toHaveLength(1);
});

test('where the search fails the hint stays as it is', async () => {
  journal.fail('identifiers_find', fault('bad-request'));
  const tells = new Telltales();
  tells.look(['bed 12']);
  await vi.waitFor(() => expect(journal.askedFor('identifiers_find')).toHaveLength(1), 3000);
  expect(tells.found).toEqual([]);
});

test('the very first moment is looked at, too, before there is a journal', async () => {
  render(FirstMoment, { text: '', onon: () => undefined });
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Found a chair for the lady in room 4' } });
  await vi.waitFor(() => expect(hint()).toContain('“room 4” could tell who somebody is'), 3000);
});
