import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeJournal, type FakeJournal, type Seed } from '../../api/fake';
import { LONG } from '../../state/pause.svelte';
import { reflect } from '../../state/reflect.svelte';
import { room } from '../../state/room.svelte';
import { expectNoTrouble } from '../../test/axe';
import { typeFor } from '../../test/typing';
import { leaveRoom, press, type } from '../../test/reflect';
import Reflect from './Reflect.svelte';

vi.setConfig({ testTimeout: 30_000 });
let journal: FakeJournal;

const CLOSE = 'Work is over. The rest of the day is yours.';
const heading = (name: string) => vi.waitFor(() => screen.getByRole('heading', { name }));
const field = (name: string | RegExp) => vi.waitFor(() => screen.getByRole<HTMLTextAreaElement>('textbox', { name }));
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const inFocus = (node: Element) => vi.waitFor(() => expect(document.activeElement).toBe(node));

/** Opens the end of the shift, and answers its first question. */
async function open(seed: Seed = {}): Promise<void> {
  journal = fakeJournal(seed);
  render(Reflect);
  await vi.waitFor(() => expect(reflect.loaded).toBe(true));
  await tick();
  await click(/^End of shift/);
  await heading('How did today leave you?');
  await press('2');
}

/** On by Enter, from the end of what can be written. */
const past = async (name: string): Promise<void> => {
  await heading(name);
  await press('Enter');
};

beforeEach(() => {
  room.width = 'wide';
});
afterEach(async () => {
  vi.useRealTimers();
  await leaveRoom();
});

it('asks a little more about the moment, and goes on with what is written about it kept', async () => {
  await open({ entries: [{ text: 'Sat with the new one', day: '2026-11-21' }] });
  await heading('Which moment mattered most today?');
  await press('1');
  await heading('A little more about it, if you like');
  expect(screen.getByText('Sat with the new one')).toBeTruthy();
  await inFocus(await field(/^Who was it good for/));
  await type('the new one');
  await fireEvent.input(await field(/^What did it take/), { target: { value: 'Ten minutes' } });
  await expectNoTrouble(document.body);
  await press('Enter');
  await heading('What is still on your mind, and when will you pick it up?');
  expect(journal.entries[0]).toMatchObject({ star: true, who: 'the new one', my_part: 'Ten minutes' });
});

it('gives a promise another day in words, and lets one think again', async () => {
  await open({ promises: [{ what: 'Ring her', by: '2026-11-21' }] });
  await past('What is one thing that went right, and why?');
  await heading('You promised this for today');
  await expectNoTrouble(document.body);
  await press('m');
  const by = await field(/^By when/);
  await inFocus(by);
  // Letters belong to the words now, and no day is no move.
  await press('k');
  await press('Enter');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'New day' }).disabled).toBe(true);
  await expectNoTrouble(document.body);
  await press('Escape');
  await vi.waitFor(() => screen.getByRole('button', { name: /^Kept/ }));
  expect(journal.askedFor('promise_keep')).toEqual([]);
  await inFocus(screen.getByRole('heading', { name: 'You promised this for today' }));
  await press('m');
  await inFocus(await field(/^By when/));
  await type('tomorrow');
  await press('Enter');
  await heading('What is still on your mind, and when will you pick it up?');
  expect(journal.askedFor('promise_move').map(({ promising }) => promising)).toEqual([{ what: 'Ring her', said: 'tomorrow', by: '2026-11-22' }]);
});

it('reads a day in what nags, and makes a promise of it unless that is turned off', async () => {
  await open();
  await past('What is one thing that went right, and why?');
  await heading('What is still on your mind, and when will you pick it up?');
  expect(screen.queryByRole('switch')).toBeNull();
  await type('The lost chart, tomorrow at seven');
  const pick = await vi.waitFor(() => screen.getByRole('switch', { name: 'A promise to myself: Sunday 22 November' }));
  expect(pick.getAttribute('aria-checked')).toBe('true');
  await expectNoTrouble(document.body);
  await fireEvent.click(pick);
  await press('Enter', { ctrlKey: true });
  await vi.waitFor(() => expect(journal.standing).toBe('locked'));
  expect(journal.askedFor('promise_add')).toEqual([]);
});

it('says that work is over where the rest is left, and nowhere before', async () => {
  await open();
  await past('What is one thing that went right, and why?');
  await heading('What is still on your mind, and when will you pick it up?');
  expect(screen.queryByText(CLOSE)).toBeNull();
  await press('Enter');
  await heading('What are you leaving here tonight?');
  expect(screen.getByText(CLOSE)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^(Skip|Next)$/ })).toBeNull();
  await inFocus(await field('What are you leaving here tonight?'));
  await type('What he said');
  await expectNoTrouble(document.body);
  await click('Leave the rest here');
  await vi.waitFor(() => expect(journal.standing).toBe('locked'));
  expect(journal.entries.at(-1)?.answers).toContainEqual({ field: 'leave', text: 'What he said' });
});

it('shows examples when they are asked for, after the fields and never between them', async () => {
  await open();
  await heading('What is one thing that went right, and why?');
  const good = await field('What is one thing that went right, and why?');
  await inFocus(good);
  const link = screen.getByRole('button', { name: 'Show an example' });
  expect(good.compareDocumentPosition(link)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  link.focus();
  await fireEvent.click(link);
  expect(screen.getByText('I got the scared boy to laugh, as I got down to his height.')).toBeTruthy();
  expect([document.activeElement, screen.queryByRole('button', { name: 'Show an example' })]).toEqual([good, null]);
  await press('Enter');
  await past('What is still on your mind, and when will you pick it up?');
  await heading('What are you leaving here tonight?');
  const [first, last] = screen.getAllByRole('textbox');
  const both = screen.getByRole('button', { name: 'Show an example' });
  expect(last?.compareDocumentPosition(both)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(document.querySelectorAll('.stage i')).toHaveLength(0);
  // By the mouse the caret stays where it is.
  await inFocus(first!);
  expect(await fireEvent.mouseDown(both)).toBe(false);
  await fireEvent.click(both);
  expect(document.querySelectorAll('.stage i')).toHaveLength(2);
  expect(document.activeElement).toBe(first);
  await expectNoTrouble(document.body);
});

it('hears the number keys wherever the focus is on a choice', async () => {
  journal = fakeJournal();
  render(Reflect);
  await vi.waitFor(() => expect(reflect.loaded).toBe(true));
  await tick();
  await click(/^End of shift/);
  await heading('How did today leave you?');
  screen.getByRole('button', { name: /It took a lot/ }).focus();
  await press('1');
  await heading('What is one thing that went right, and why?');
  expect(reflect.walk?.draft.form.cost).toBe('gave-energy');
});

it.each([[true, 1], [false, 0]])('offers a pause after ten minutes on a hard day alone (%s)', async (hard, offered) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  await open({ entries: hard ? [{ text: '', kind: 'hard-day', day: '2026-11-21' }] : [] });
  if (!hard) await past('What is one thing that went right, and why?');
  await heading('What is still on your mind, and when will you pick it up?');
  const nags = await field(/^What is still on your mind/);
  await inFocus(nags);
  await typeFor(LONG, nags, 'The ward');
  vi.advanceTimersByTime(10_000);
  await tick();
  const pause = document.querySelectorAll<HTMLElement>('.pause');
  expect(pause).toHaveLength(offered);
  if (!hard) return;
  await expectNoTrouble(document.body);
  await fireEvent.click(within(pause[0]!).getByRole('button', { name: 'Go on' }));
  expect([document.activeElement, document.querySelector('.pause')]).toEqual([nags, null]);
  if (reflect.walk) reflect.walk.pause.offered = true;
  await tick();
  await click('Leave it for now');
  await heading('Small walks');
  expect(journal.drafts.get('guide:end-of-shift-shutdown')?.answers).toContainEqual({ field: 'park', text: 'The ward' });
  expect(journal.standing).toBe('open');
});
