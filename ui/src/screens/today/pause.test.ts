import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeJournal, fault, type FakeJournal, type Seed } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { LONG } from '../../state/pause.svelte';
import { room } from '../../state/room.svelte';
import { toasts } from '../../state/toasts.svelte';
import { Today as State } from '../../state/today.svelte';
import { expectNoTrouble } from '../../test/axe';
import { typeFor } from '../../test/typing';
import Today from './Today.svelte';

vi.setConfig({ testTimeout: 30_000 });
let state: State;
let journal: FakeJournal;
let box: HTMLTextAreaElement;

const HARD: Seed = { entries: [{ text: '', kind: 'hard-day', day: '2026-11-21' }] };
const pause = (): HTMLElement | null => document.querySelector('.pause');
const write = (text: string) => fireEvent.input(box, { target: { value: text } });
const press = (name: string) => fireEvent.click(within(pause()!).getByRole('button', { name }));

async function open(seed: Seed = {}): Promise<void> {
  journal = fakeJournal(seed);
  state = new State();
  render(Today, { today: state });
  await vi.waitFor(() => expect(state.shown).not.toBeNull());
  await tick();
  box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Who did you help today, and what did you do?' });
  box.focus();
}
async function pass(time: number): Promise<void> {
  vi.advanceTimersByTime(time);
  await tick();
}

beforeEach(() => {
  room.width = 'wide';
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  cleanup();
  state.draft.close();
  toasts.clear();
  app.forget();
});

it('is offered after ten minutes on a day that is marked hard, and one goes on where one was', async () => {
  await open(HARD);
  await pass(LONG + 10_000);
  expect(pause()).toBeNull();
  await typeFor(LONG - 30_000, box, 'He hit the desk');
  await pass(60_000);
  expect(pause()).toBeNull();
  await write('He hit the desk');
  await pass(10_000);
  await vi.waitFor(() => expect(pause()?.textContent).toContain('You can stop'));
  expect(document.activeElement).toBe(box);
  await expectNoTrouble(document.body);
  await press('Go on');
  expect([pause(), document.activeElement]).toEqual([null, box]);
  await typeFor(LONG, box, 'He hit the desk, twice');
  await pass(10_000);
  expect(pause()).toBeNull();
});

it('leaves the box with its words, and goes to what may help', async () => {
  await open(HARD);
  await typeFor(LONG, box, 'He hit the desk');
  await pass(10_000);
  await press('Leave it for now');
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'What would help now?' })));
  expect([pause(), box.value, journal.drafts.get('today')?.text, toasts.current?.text]).toEqual([null, 'He hit the desk', 'He hit the desk', 'Your draft is kept.']);
});

it('is offered while a hard day is being written, and stays while its words cannot be put away', async () => {
  await open();
  await typeFor(LONG, box, 'He hit the desk');
  await pass(10_000);
  expect(pause()).toBeNull();
  await fireEvent.click(screen.getByRole('radio', { name: 'Hard day' }));
  await write('He hit the desk.');
  await pass(10_000);
  expect(pause()).not.toBeNull();
  journal.fail('draft_keep', fault('disk-full'), fault('disk-full'), fault('disk-full'));
  await press('Leave it for now');
  await vi.waitFor(() => screen.getByRole('alert'));
  expect(pause()).not.toBeNull();
  journal.failing = {};
  await press('Leave it for now');
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('today-question'));
  expect([pause(), journal.drafts.get('today')?.kind]).toEqual([null, 'hard-day']);
});

it.each([['hard-day', 'none', true], ['empathy', 'may-stir', true], ['empathy', 'none', false]] as const)('goes by the question that is answered: %s, %s', async (theme, care, offered) => {
  await open();
  state.prompt.card = { prompt: { id: 'p', theme, when: 'any', care, framework: 'x', text: 'What was it?', taps: [], rest_days: null }, theme: 'A theme', note: null };
  state.answer();
  await tick();
  await typeFor(LONG, box, 'He hit the desk');
  await pass(10_000);
  expect(pause() !== null).toBe(offered);
});

it('is never offered on any other day, and begins anew with the next piece of writing', async () => {
  await open();
  await typeFor(LONG, box, 'Found her bag');
  await pass(10_000);
  expect(pause()).toBeNull();
  await fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
  await vi.waitFor(() => expect(box.value).toBe(''));
  await fireEvent.click(screen.getByRole('radio', { name: 'Hard day' }));
  await typeFor(LONG - 60_000, box, 'And then he shouted');
  await pass(10_000);
  expect(pause()).toBeNull();
  await typeFor(60_000, box, 'And then he shouted');
  await pass(10_000);
  expect(pause()).not.toBeNull();
});

it('does not stand there when somebody comes back from a call', async () => {
  await open(HARD);
  await write('He hit the desk');
  await pass(LONG + 10_000);
  expect(pause()).toBeNull();
  await write('He hit the desk, twice');
  await pass(10_000);
  expect(pause()).toBeNull();
});
