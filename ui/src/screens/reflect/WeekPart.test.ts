// What the week in review offers beside its questions: promises that can be answered, and moments whose words can be used.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeJournal, type FakeJournal, type Seed } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { promises } from '../../state/promises.svelte';
import { reflect, WEEK } from '../../state/reflect.svelte';
import { room } from '../../state/room.svelte';
import { today } from '../../state/today.svelte';
import { expectNoTrouble } from '../../test/axe';
import { leaveRoom } from '../../test/reflect';
import Reflect from './Reflect.svelte';
import { week } from './week.svelte';

vi.setConfig({ testTimeout: 30_000 });
let journal: FakeJournal;
const key = (of: string) => fireEvent.keyDown(document.activeElement as Element, { key: of, ctrlKey: true });
const answer = () => screen.findByRole<HTMLTextAreaElement>('textbox');

async function at(field: string | null, seed: Seed): Promise<void> {
  journal = fakeJournal(seed);
  render(Reflect);
  await vi.waitFor(() => expect(reflect.loaded).toBe(true));
  await reflect.begin(WEEK);
  await screen.findByRole('heading', { name: 'The last seven days' });
  if (field === null) return;
  await key('Enter');
  if (reflect.walk) reflect.walk.at = reflect.walk.steps.findIndex((step) => step.field === field);
  await tick();
  await answer();
}

const PROMISES: Seed = { promises: [
  { what: 'Undated' }, { what: 'Later', by: '2026-11-26' }, { what: 'Due', by: '2026-11-21' }, { what: 'Late', by: '2026-11-19' }, { what: 'Also later', by: '2026-11-27' }, { what: 'Some day' },
] };

beforeEach(() => {
  room.width = 'wide';
});
afterEach(async () => {
  await leaveRoom();
  await today.draft.drop();
  week.shown = null;
  promises.shown = null;
});

it('shows four promises that wait, late ones first, and answers them in place', async () => {
  await at('open', PROMISES);
  const lines = () => screen.getAllByRole('group').filter((one) => one.dataset['promise'] !== undefined).map((one) => one.getAttribute('aria-label'));
  await vi.waitFor(() => expect(lines()).toEqual(['Late', 'Due', 'Later', 'Also later']));
  expect(document.activeElement).toBe(await answer());
  await expectNoTrouble(document.body);
  await fireEvent.click(screen.getByRole('button', { name: 'Done: Late' }));
  await vi.waitFor(() => expect(lines()).toEqual(['Due', 'Later', 'Also later', 'Undated', 'Late']));
  expect(screen.getByRole('button', { name: 'One more promise' })).toBeTruthy();
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Done: Due' })));
  await fireEvent.click(within(screen.getByRole('group', { name: 'Due' })).getByRole('button', { name: 'More on this promise' }));
  await fireEvent.click(await screen.findByRole('menuitem', { name: 'Let go' }));
  await vi.waitFor(() => expect(lines()).toEqual(['Later', 'Also later', 'Undated', 'Some day', 'Late']));
  expect(screen.queryByRole('button', { name: /more promise/ })).toBeNull();
  expect(journal.promises.filter((row) => row.promise.state !== 'open').map((row) => row.promise.state)).toEqual(['let-go', 'kept']);
  await fireEvent.click(screen.getByRole('button', { name: 'Make it a moment: Late' }));
  await vi.waitFor(() => expect([app.screen, today.draft.form.text]).toEqual(['today', 'Late']));
});

it('takes a promise to another day and leaves the guide where it is', async () => {
  await at('open', PROMISES);
  const line = await screen.findByRole('group', { name: 'Due' });
  within(line).getByRole('button', { name: 'Done: Due' }).focus();
  await fireEvent.keyDown(document.activeElement as Element, { key: 'm' });
  const by = await within(line).findByRole('textbox', { name: 'By when' });
  await fireEvent.input(by, { target: { value: 'tomorrow' } });
  await fireEvent.keyDown(by, { key: 'Enter', ctrlKey: true });
  await vi.waitFor(() => expect(journal.askedFor('promise_move')).toHaveLength(1));
  expect(reflect.walk?.step?.field).toBe('open');
});

it('goes to the room of promises for the others, and keeps the draft', async () => {
  await at('open', PROMISES);
  await fireEvent.input(await answer(), { target: { value: 'Two of them' } });
  await fireEvent.click(await screen.findByRole('button', { name: '2 more promises' }));
  expect(app.screen).toBe('promises');
  cleanup();
  await vi.waitFor(() => expect(journal.drafts.get(`guide:${WEEK}`)?.answers).toEqual([{ field: 'open', text: 'Two of them' }]));
});

it('only tells of them before the questions begin', async () => {
  await at(null, PROMISES);
  expect(await screen.findByText('2 more promises')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Late|more promise/ })).toBeNull();
});

it('puts the words of a moment into the answer, once, and goes back to the field', async () => {
  await at('keep', { entries: [{ text: 'Found her bag', day: '2026-11-20' }, { text: 'Found her', day: '2026-11-21' }] });
  const field = await answer();
  expect(document.activeElement).toBe(field);
  await expectNoTrouble(document.body);
  const pick = (words: string) => screen.getByRole('button', { name: `Use these words: ${words}` });
  for (const words of ['Found her bag', 'Found her', 'Found her bag']) {
    pick(words).focus();
    await fireEvent.click(pick(words));
    expect(document.activeElement).toBe(field);
  }
  expect(field.value).toBe('Found her bag\n\nFound her');
  await vi.waitFor(() => expect(journal.drafts.get(`guide:${WEEK}`)?.answers).toEqual([{ field: 'keep', text: 'Found her bag\n\nFound her' }]), 3000);
});
