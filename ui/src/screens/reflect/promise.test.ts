// A promise that a guide offers: its fields, the day in its own words, and what is begun of it.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeJournal } from '../../api/fake';
import { reflect } from '../../state/reflect.svelte';
import { leaveRoom } from '../../test/reflect';
import Reflect from './Reflect.svelte';

afterEach(leaveRoom);

it('means the day that its words name when they are kept, is offered with whom it is for, and waits when it is left', async () => {
  const journal = fakeJournal();
  render(Reflect);
  await vi.waitFor(() => expect(reflect.loaded).toBe(true));
  await reflect.begin('boss-hardest-customer');
  for (const [field, text] of [['my_line', 'No texts after seven'], ['one_ask', 'Ask her on Thursday']] as const) reflect.walk?.write(field, text);
  await reflect.walk?.keep();
  const what = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What you promised' });
  expect(what.value).toBe('Ask her on Thursday');
  const to = screen.getByRole<HTMLInputElement>('textbox', { name: 'To whom' });
  expect(to.value).toBe('boss');
  expect(journal.drafts.size).toBe(0);
  await fireEvent.input(to, { target: { value: 'Ms. P.' } });
  const entry = journal.entries.at(-1)?.id;
  await vi.waitFor(() => expect(journal.drafts.get(`promise:${entry}`)?.promise?.to).toBe('Ms. P.'), 3000);
  await fireEvent.input(what, { target: { value: 'Ask her tomorrow' } });
  await fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
  await screen.findByRole('heading', { name: 'Reflect' });
  expect(journal.askedFor('promise_add')).toEqual([{ promising: { what: 'Ask her tomorrow', to: 'Ms. P.', by: '2026-11-22' }, entry }]);
  expect(journal.drafts.size).toBe(0);
});
