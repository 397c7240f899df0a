import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import AppView from '../../App.svelte';
import { fakeJournal, fault, type FakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { factRoom } from '../../state/facts.svelte';
import { numberIn } from '../../state/help.svelte';
import { LONG } from '../../state/pause.svelte';
import { toasts } from '../../state/toasts.svelte';
import { expectNoTrouble } from '../../test/axe';
import { typeFor } from '../../test/typing';
import Help from './Help.svelte';

let journal: FakeJournal;
/** Rooms come when they are wanted: on a busy machine that takes a while. */
const later = <T>(look: () => T): Promise<T> => vi.waitFor(look, { timeout: 8000 });
const click = (name: string | RegExp): Promise<boolean> => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string): Promise<boolean> => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const plain = (node: Element | null): string => (node?.textContent ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

beforeEach(async () => {
  journal = fakeJournal();
  toasts.clear();
  app.forget();
  await app.start();
});
afterEach(() => vi.useRealTimers());

it('says first that it cannot send help, and that nobody has checked its numbers', async () => {
  const { container } = render(Help);
  await later(() => screen.getByText(/It cannot send help/));
  expect(plain(container.querySelector('h1 + p'))).toContain('It cannot send help');
  expect(screen.getByText(/Nobody has checked these numbers yet/)).toBeTruthy();
  expect(container.querySelectorAll('a')).toHaveLength(0);
  expect(container.querySelectorAll('.notes h3')).toHaveLength(10);
  await expectNoTrouble(container);
});

it('lines of the person come first; they are added, changed, removed, and put back', async () => {
  const { container } = render(Help);
  await later(() => screen.getByText('Samaritans'));
  await click('Add a line');
  await click('Keep this line');
  await later(() => expect(screen.getAllByText('This one is still empty.')).toHaveLength(2));
  await type('Whose line it is', 'Union, Bea');
  await type('How to reach it', '+44 20 7946 0000, till nine');
  await click('Keep this line');
  await later(() => expect(journal.settings.help_lines).toEqual([{ name: 'Union, Bea', how: '+44 20 7946 0000, till nine' }]));
  await later(() => expect(plain(container.querySelector('li'))).toContain('Union, Bea'));
  await click('Change Union, Bea');
  await type('How to reach it', 'room 4');
  await expectNoTrouble(container);
  await click('Keep this line');
  await later(() => expect(journal.settings.help_lines[0]?.how).toBe('room 4'));
  await later(() => screen.getByRole('button', { name: 'Remove Union, Bea' }));
  await click('Remove Union, Bea');
  await later(() => expect(journal.settings.help_lines).toEqual([]));
  await later(() => expect(toasts.current?.text).toContain('was removed'));
  toasts.undo();
  await later(() => expect(journal.settings.help_lines).toHaveLength(1));
});

it('a region is chosen once; a line is hidden and brought back; an emergency number never is', async () => {
  render(Help);
  await later(() => screen.getByText('Samaritans'));
  await fireEvent.click(screen.getByRole('radio', { name: 'United Kingdom' }));
  await later(() => expect(journal.settings.help_region).toBe('uk'));
  await later(() => expect(screen.queryByText('988 Suicide & Crisis Lifeline')).toBeNull());
  expect(screen.queryByRole('button', { name: 'Hide Emergency' })).toBeNull();
  await click('Hide Samaritans');
  await later(() => screen.getByRole('button', { name: 'Bring back Samaritans' }));
  expect(screen.queryByText('call 116 123')).toBeNull();
  await click('Bring back Samaritans');
  await later(() => screen.getByText('call 116 123'));
});

it('before the journal is open the region chosen in it comes first, and every other is one press away', async () => {
  journal = fakeJournal({ standing: 'locked' });
  journal.settings.help_region = 'uk';
  app.forget();
  await app.start();
  const { container } = render(Help);
  await later(() => screen.getByText('Samaritans'));
  const emergencies = (): string[] => [...(container.querySelector('.kind')?.querySelectorAll('li') ?? [])].map(plain);
  const uk = screen.getByRole('radio', { name: 'United Kingdom' });
  expect(uk.getAttribute('aria-checked')).toBe('true');
  expect(screen.queryByText('988 Suicide & Crisis Lifeline')).toBeNull();
  await fireEvent.click(screen.getByRole('radio', { name: 'United States' }));
  await later(() => screen.getByText('988 Suicide & Crisis Lifeline'));
  expect(screen.queryByText('Samaritans')).toBeNull();
  await fireEvent.click(screen.getByRole('radio', { name: 'United States' }));
  await later(() => screen.getByText('Samaritans'));
  expect(emergencies()).toHaveLength(3);
  expect(emergencies()[0]).toContain('999');
  expect(journal.askedFor('settings_change')).toEqual([]);
});

it('old numbers are said to be old, with their day', async () => {
  journal.checked = '2025-01-02';
  render(Help);
  await later(() => screen.getByText(/last checked on .*2 Jan 2025/));
});

it('the number of a line is what is copied', () => {
  expect(['call 116 123', 'call 999 or 112', 'room 4, ask for Bea', 'at the desk', '+44 (0)20 7946, day'].map(numberIn)).toEqual([
    '116 123', '999 or 112', '4', 'at the desk', '+44 (0)20 7946',
  ]);
});

it('a note is written by keyboard, kept, added to, and shows what changed', async () => {
  app.helpView = 'notes';
  const { container } = render(Help);
  const account = await later(() => screen.getByLabelText('What happened?'));
  await later(() => expect(document.activeElement).toBe(account));
  expect(screen.getByText(/reports nothing and cannot send help/)).toBeTruthy();
  expect(screen.getByText('Are you safe right now?')).toBeTruthy();
  await expectNoTrouble(container);
  await fireEvent.keyDown(account, { key: 'Enter', ctrlKey: true });
  await later(() => screen.getByText(/Write what happened first/));
  await fireEvent.input(account, { target: { value: 'She shouted for four minutes.' } });
  await fireEvent.keyDown(account, { key: 'Enter', ctrlKey: true });
  await later(() => expect(plain(document.body)).toContain('Unchanged since 21 Nov 2026'));
  expect(toasts.current?.text).toContain('Kept. Unchanged since');
  await click('Add to this note');
  const more = await later(() => screen.getByLabelText('What happened?'));
  expect((more as HTMLTextAreaElement).value).toBe('She shouted for four minutes.');
  await fireEvent.input(more, { target: { value: 'She shouted for five minutes.' } });
  await type('Who else was there, if anyone?', 'B. K.');
  await fireEvent.keyDown(more, { key: 'Enter', ctrlKey: true });
  await later(() => screen.getByText('2 versions'));
  expect(plain(container.querySelector('ins'))).toBe('Added: five');
  expect(plain(container.querySelector('del'))).toBe('Taken out: four');
  expect(screen.getByText(/cannot be taken away/)).toBeTruthy();
  expect(plain(document.body)).toContain('seal 4F2C 9A01 B2C2');
  await expectNoTrouble(container);
  await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape', bubbles: true });
  await later(() => screen.getByRole('heading', { name: 'Your fact notes' }));
  await expectNoTrouble(container);
  await fireEvent.keyDown(document.body, { key: 'Escape', bubbles: true });
  await later(() => screen.getByRole('heading', { name: 'Get help' }));
});

/** A note, after ten minutes of words. */
async function longNote(): Promise<{ account: HTMLElement; pause: HTMLElement }> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  factRoom.work.pause.clear();
  app.helpView = 'notes';
  render(Help);
  const account = await later(() => screen.getByLabelText('What happened?'));
  await later(() => expect(document.activeElement).toBe(account));
  await typeFor(LONG - 30_000, account, 'She shouted.');
  vi.advanceTimersByTime(30_000);
  await tick();
  expect(document.querySelector('.pause')).toBeNull();
  await fireEvent.input(account, { target: { value: 'She shouted.' } });
  vi.advanceTimersByTime(10_000);
  await tick();
  return { account, pause: document.querySelector<HTMLElement>('.pause')! };
}

it('offers a pause once while a note is long in writing, and one goes on where one was', async () => {
  const { account, pause } = await longNote();
  await later(() => expect(plain(pause)).toContain('can make you feel worse at first'));
  await expectNoTrouble(document.body);
  await fireEvent.click(within(pause).getByRole('button', { name: 'Go on' }));
  expect([document.activeElement, document.querySelector('.pause')]).toEqual([account, null]);
  await typeFor(LONG, account, 'She shouted. Twice.');
  vi.advanceTimersByTime(10_000);
  await tick();
  expect(document.querySelector('.pause')).toBeNull();
});

it('leaves a note at the pause with its draft kept, and the pause does not come back with it', async () => {
  const { pause } = await longNote();
  await fireEvent.click(within(pause).getByRole('button', { name: 'Leave it for now' }));
  await later(() => expect(document.activeElement?.textContent).toContain('Your fact notes'));
  expect(journal.askedFor('fact_draft').at(-1)?.writing.account).toBe('She shouted.');
  expect(toasts.current?.text).toBe('Your draft is kept.');
  await click('Go on with the unfinished note');
  const account = await later(() => screen.getByLabelText<HTMLTextAreaElement>('What happened?'));
  expect([account.value, document.querySelector('.pause')]).toEqual(['She shouted.', null]);
});

it('a broken chain is said plainly, with its number and what to do', async () => {
  journal.handlers.fact_keep({ note: null, writing: { account: 'She shouted.' } });
  journal.chain = { state: 'broken', link: 7, why: 'rolled-back' };
  app.helpView = 'notes';
  render(Help);
  const said = await later(() => screen.getByRole('alert'));
  expect(plain(said)).toContain('Version number 7 is not as it was kept');
  expect(plain(said)).toContain('Copy the whole folder');
});

it('a field that was not taken is called by its name', async () => {
  journal.fail('fact_keep', { ...fault('invalid'), params: { field: 'account', why: 'toolong' } });
  app.helpView = 'notes';
  render(Help);
  await fireEvent.input(await later(() => screen.getByLabelText('What happened?')), { target: { value: 'x' } });
  await click('Keep this note');
  await later(() => expect(plain(document.querySelector('form .fault'))).toContain('“what happened” is longer than can be kept'));
});

it('help opens over a first moment that has no password yet, and not a letter of it is lost', { timeout: 30_000 }, async () => {
  fakeJournal({ standing: 'new', sheet_confirmed: false });
  const { container } = render(AppView);
  const box = await later(() => screen.getByLabelText<HTMLTextAreaElement>('Who did you help today, and what did you do?'));
  await fireEvent.input(box, { target: { value: 'The man with the blue hat' } });
  await fireEvent.keyDown(window, { key: '8', ctrlKey: true });
  await later(() => screen.getByText(/It cannot send help/));
  expect(screen.getByText(/shown once your journal is open/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add a line' })).toBeNull();
  await fireEvent.click(screen.getByRole('radio', { name: 'United Kingdom' }));
  await later(() => expect(screen.queryByText('988 Suicide & Crisis Lifeline')).toBeNull());
  await expectNoTrouble(container.querySelector('.ahead .page') ?? container);
  await fireEvent.keyDown(window, { key: 'Escape' });
  await later(() => expect(screen.queryByText(/It cannot send help/)).toBeNull());
  expect(box.isConnected && box.value).toBe('The man with the blue hat');
  await later(() => expect(document.activeElement).toBe(box));
  await click('Get help');
  await later(() => screen.getByRole('button', { name: 'Back to where I was' }));
  await click('Back to where I was');
  expect(box.value).toBe('The man with the blue hat');
});
