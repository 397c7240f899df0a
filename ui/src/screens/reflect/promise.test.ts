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

it.each([
  ['after-a-hard-call', 'promise', { complaint: 'Four calls.' }],
  ['say-sorry-well', 'repair', { my_part: 'The wrong date.' }],
  ['week-in-review', 'one_ask', { look_out_for: 'The lady with the blue folder' }],
])('leaves open whom it is for where no question asks for a person alone: %s', async (guide, field, answers) => {
  fakeJournal();
  render(Reflect);
  await reflect.begin(guide);
  for (const [of, text] of Object.entries({ ...answers, [field]: 'Call her Thursday before noon' })) reflect.walk?.write(of, text);
  await reflect.walk?.keep();
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What you promised' })).value).toBe('Call her Thursday before noon');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'To whom' }).value).toBe('');
});
