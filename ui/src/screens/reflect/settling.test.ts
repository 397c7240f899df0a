// What is typed on, or clicked twice, while the room comes back to its prompt.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeJournal, someDays, type FakeJournal } from '../../api/fake';
import { reflect } from '../../state/reflect.svelte';
import { leaveRoom, onward, press, type } from '../../test/reflect';
import Reflect from './Reflect.svelte';


async function open(): Promise<FakeJournal> {
  const journal = fakeJournal({ entries: someDays() });
  render(Reflect);
  await vi.waitFor(() => expect(reflect.loaded).toBe(true));
  await screen.findByRole('heading', { name: 'Small walks' });
  return journal;
}

afterEach(leaveRoom);

it('swaps no prompt that nobody has read, when somebody types on after an answer was kept', async () => {
  const journal = await open();
  await fireEvent.click(screen.getByRole('button', { name: 'Write about this' }));
  await vi.waitFor(() => expect(document.activeElement?.localName).toBe('textarea'));
  await type('The man with the blue hat.');
  await onward();
  await vi.waitFor(() => expect(reflect.writing).toBeNull());
  const swap = await screen.findByRole('button', { name: 'Swap' });
  for (const key of ['s', 'h', 'e', 'S']) await press(key);
  await fireEvent.click(swap, { detail: 2 });
  expect(journal.askedFor('prompt_answer')).toEqual([]);
  const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_500);
  await press('s');
  await vi.waitFor(() => expect(journal.askedFor('prompt_answer')).toHaveLength(1));
  later.mockRestore();
});

it.each([
  ['the minute before a shift', 'before-the-shift', 'their_side', 1],
  ['a guide', 'duck-check', 'above', 1],
  ['what was made of a guide', 'from-jerk-to-human', 'fairer_line', 2],
])('swaps no prompt that nobody has read, when somebody types on after %s', async (_, id, field, kept) => {
  const journal = await open();
  await reflect.begin(id);
  await tick();
  reflect.walk?.write(field, 'Up all night.');
  if (reflect.walk) reflect.walk.at = reflect.walk.steps.length;
  await tick();
  await onward();
  if (kept === 2) {
    await screen.findByRole('heading', { name: /Keep the fairer line/ });
    await onward();
  }
  await screen.findByRole('button', { name: 'Swap' });
  for (const key of ['s', 'h', 'e']) await press(key);
  expect([reflect.walk, journal.askedFor('moment_save').length, journal.askedFor('prompt_answer')]).toEqual([null, kept, []]);
});
