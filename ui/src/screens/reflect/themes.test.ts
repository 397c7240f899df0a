// Questions by theme: folded, opened one at a time, each answered on its own page.
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { expectNoTrouble } from '../../test/axe';
import { leaveRoom } from '../../test/reflect';
import Reflect from './Reflect.svelte';

afterEach(leaveRoom);

const open = async (seed = {}): Promise<ReturnType<typeof fakeJournal>> => {
  const journal = fakeJournal(seed);
  render(Reflect);
  await screen.findByRole('heading', { name: 'Questions by theme' });
  return journal;
};

it('stand folded under their themes, one theme open at a time, and are answered on their own page', async () => {
  const journal = await open();
  const theme = screen.getByRole('button', { name: /^Empathy/ });
  expect(theme.getAttribute('aria-expanded')).toBe('false');
  await fireEvent.click(theme);
  const shown = screen.getByRole('list', { name: 'Empathy' });
  expect(within(shown).getAllByRole('button')).toHaveLength(1);
  await expectNoTrouble(document.body);
  await fireEvent.click(screen.getByRole('button', { name: /^A moment/ }));
  expect(screen.queryByRole('list', { name: 'Empathy' })).toBeNull();
  await fireEvent.click(theme);
  await fireEvent.click(within(screen.getByRole('list', { name: 'Empathy' })).getByRole('button'));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Who was hard to deal with/ });
  expect(screen.getByText(/You owe them no kind story/)).toBeTruthy();
  await fireEvent.input(field, { target: { value: 'The man at the gate.' } });
  await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
  await vi.waitFor(() => expect(journal.entries.at(-1)).toMatchObject({ kind: 'reflection', prompt: 'empathy-before-you', text: 'The man at the gate.' }));
});

it('are to be read, and no more, while the journal is for reading', async () => {
  const journal = await open();
  app.state = { ...journal.state(), read_only: true };
  await fireEvent.click(screen.getByRole('button', { name: /^Empathy/ }));
  expect(within(screen.getByRole('list', { name: 'Empathy' })).getByRole<HTMLButtonElement>('button').disabled).toBe(true);
});
