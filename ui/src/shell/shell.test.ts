import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import App from '../App.svelte';
import { fakeJournal, fault, someDays, type FakeJournal, type Seed } from '../api/fake';
import { app } from '../state/app.svelte';
import { toasts } from '../state/toasts.svelte';
import { expectNoTrouble } from '../test/axe';

const later = <T>(check: () => T): Promise<T> => vi.waitFor(check, { timeout: 25_000 });
vi.setConfig({ testTimeout: 90_000 });
const key = (name: string, more: Partial<KeyboardEventInit> = {}): Promise<boolean> =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, bubbles: true, ...more });
const rail = (): HTMLElement => screen.getByRole('navigation', { name: 'Main' });

async function opened(seed: Seed = {}): Promise<FakeJournal> {
  const journal = fakeJournal({ entries: someDays(), ...seed });
  render(App);
  await later(rail);
  return journal;
}

beforeEach(() => {
  app.forget();
  app.phase = 'loading';
  app.keysShown = false;
  toasts.clear();
});

test('the rail shows the rooms that exist, and where one is', async () => {
  await opened();
  expect(within(rail()).getAllByRole('button').map((one) => one.textContent?.trim())).toEqual(['Menu', 'Today', 'Reflect', 'Timeline', 'Promises', 'Look back', 'My purpose', 'Purpose log', 'Settings', 'Get help', 'Lift A moment when I mattered', 'Lock']);
  expect(within(rail()).getByRole('button', { name: 'Today' }).getAttribute('aria-current')).toBe('page');
  await later(() => screen.getByRole('textbox', { name: /Who did you help/ }));
  await expectNoTrouble(document.body);
});

test('keys lead to every room, back and forward', async () => {
  await opened();
  await key('3', { ctrlKey: true });
  expect(app.screen).toBe('log');
  await key(',', { ctrlKey: true });
  expect(app.screen).toBe('settings');
  await key('ArrowLeft', { altKey: true });
  expect(app.screen).toBe('log');
  await key('f', { ctrlKey: true });
  expect(app.screen).toBe('timeline');
  await key('n', { ctrlKey: true });
  expect(app.screen).toBe('today');
  await later(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
});

test('a room that a button inside another leads to has the focus, unless it put it somewhere itself', async () => {
  await opened();
  await later(() => expect(document.querySelector('main h1, main textarea')).not.toBeNull());
  const led = document.createElement('button');
  document.querySelector('main .in')?.append(led);
  led.focus();
  app.go('settings');
  await later(() => screen.getByRole('heading', { level: 1, name: 'Settings' }));
  await later(() => expect(document.activeElement).toBe(document.querySelector('main')));
  const place = within(rail()).getByRole('button', { name: 'Promises' });
  place.focus();
  await fireEvent.click(place);
  await later(() => screen.getByRole('heading', { level: 1, name: 'Promises' }));
  await new Promise((done) => setTimeout(done, 20));
  expect(document.activeElement).toBe(place);
});

test('F1 lists the keys, Ctrl+S says it is kept, Ctrl and plus makes the text larger', async () => {
  await opened();
  await key('F1');
  await later(() => screen.getByRole('dialog', { name: 'Keys' }));
  await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  await later(() => expect(app.keysShown).toBe(false));
  await key('s', { ctrlKey: true });
  expect(toasts.current?.text).toContain('kept already');
  await key('+', { ctrlKey: true });
  await later(() => expect(toasts.current?.text).toBe('Text size 110 %'));
});

test('Ctrl+Z outside a field undoes and says what; inside a field it belongs to the field', async () => {
  const journal = await opened();
  await later(() => screen.getByRole('textbox', { name: /Who did you help/ }));
  await fireEvent.keyDown(screen.getByRole('textbox', { name: /Who did you help/ }), { key: 'z', ctrlKey: true });
  expect(journal.askedFor('action_undo')).toHaveLength(0);
  await fireEvent.keyDown(rail(), { key: 'z', ctrlKey: true });
  await later(() => expect(toasts.current?.text).toBe('There is nothing to undo.'));
});

test('Ctrl+Z in Settings takes nothing of the journal back, and says so', async () => {
  const journal = await opened();
  await key(',', { ctrlKey: true });
  await later(() => screen.getByRole('heading', { name: 'Settings' }));
  for (const shiftKey of [false, true]) {
    toasts.clear();
    await fireEvent.keyDown(rail(), { key: 'z', ctrlKey: true, shiftKey });
    await later(() => expect(toasts.current?.text).toContain('Nothing was undone'));
  }
  expect(journal.askedFor('action_undo')).toHaveLength(0);
  expect(journal.askedFor('action_redo')).toHaveLength(0);
});

test('Ctrl+Z takes back what the message offers to take back, in any room, and not the last moment', async () => {
  const journal = await opened();
  const undone = vi.fn();
  for (const screen of ['settings', 'today'] as const) {
    app.go(screen);
    toasts.say('The day turns at 05:00 now.', { undo: undone });
    await fireEvent.keyDown(rail(), { key: 'z', ctrlKey: true });
    expect(toasts.current).toBeNull();
  }
  expect(undone).toHaveBeenCalledTimes(2);
  expect(journal.askedFor('action_undo')).toHaveLength(0);
});

test('Lock puts drafts away first, then closes; a fault is said and nothing is closed', async () => {
  const journal = await opened();
  journal.fail('journal_lock', fault('disk'));
  await fireEvent.click(within(rail()).getByRole('button', { name: 'Lock' }));
  await later(() => expect(toasts.current?.tone).toBe('trouble'));
  expect(app.phase).toBe('open');
  await key('l', { ctrlKey: true });
  await later(() => screen.getByRole('button', { name: 'Open' }));
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('an open journal that cannot be written says so in every room', async () => {
  await opened({ read_only: true });
  expect(screen.getByText(/open for reading only/)).toBeTruthy();
});

test('a window that is closing keeps its drafts, then lets the program end', async () => {
  const journal = await opened();
  const kept = vi.fn();
  app.beforeLock(kept);
  window.dispatchEvent(new Event('cairn:closing'));
  await later(() => expect(journal.asked.at(-1)?.name).toBe('app_quit'));
  expect(kept).toHaveBeenCalledOnce();
});

test('a program that does not answer is not a blank window', async () => {
  const journal = fakeJournal();
  journal.fail('app_show', fault('bad-request'));
  render(App);
  await later(() => screen.getByText('Cairn is not answering'));
});

test('no journal yet leads to the first question; a sheet not typed back leads to the sheet', async () => {
  fakeJournal({ standing: 'new' });
  const first = render(App);
  await later(() => screen.getByText('Who did you help today, and what did you do?'));
  first.unmount();
  fakeJournal({ sheet_confirmed: false });
  app.phase = 'loading';
  render(App);
  await later(() => screen.getByText('Your recovery sheet'));
  await fireEvent.click(screen.getByRole('button', { name: 'Do this later' }));
  await later(rail);
});
