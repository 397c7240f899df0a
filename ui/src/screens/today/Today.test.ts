import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, someDays, writing, type FakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { room } from '../../state/room.svelte';
import { timeline } from '../../state/timeline.svelte';
import { toasts } from '../../state/toasts.svelte';
import { Today as State } from '../../state/today.svelte';
import { expectNoTrouble } from '../../test/axe';
import Today from './Today.svelte';

let state: State;

async function open(journal: FakeJournal): Promise<HTMLTextAreaElement> {
  state = new State();
  render(Today, { today: state });
  await vi.waitFor(() => expect(state.shown).not.toBeNull());
  await tick();
  void journal;
  return screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Who did you help today, and what did you do?' });
}

async function type(field: HTMLTextAreaElement, text: string): Promise<void> {
  await fireEvent.input(field, { target: { value: text } });
}

beforeEach(() => {
  room.width = 'wide';
});
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => {
  cleanup();
  state.draft.close();
  toasts.clear();
  app.forget();
  timeline.selected = null;
});

describe('Today', () => {
  it('has the caret in the box and keeps a moment with two actions', async () => {
    const journal = fakeJournal({ entries: someDays() });
    const field = await open(journal);
    expect(document.activeElement).toBe(field);
    await type(field, 'Found her parcel.');
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(toasts.current?.text).toBe('Kept.'));
    expect(journal.entries.at(-1)?.text).toBe('Found her parcel.');
    expect(field.value).toBe('');
    expect(document.activeElement).toBe(field);
  });

  it('is free of barriers, with the details unfolded too', async () => {
    await open(fakeJournal({ entries: someDays() }));
    await expectNoTrouble(document.body);
    await fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    await fireEvent.click(screen.getByRole('button', { name: 'More' }));
    await tick();
    await expectNoTrouble(document.body);
  }, 20_000);

  it('does not keep while an input method composes', async () => {
    const journal = fakeJournal();
    const field = await open(journal);
    await type(field, 'x');
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(journal.askedFor('moment_save')).toEqual([]);
  });

  it('chooses a stone with Alt and a number, and keeps a quiet day without text', async () => {
    const journal = fakeJournal();
    const field = await open(journal);
    await fireEvent.keyDown(field, { key: '5', code: 'Digit5', altKey: true });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Quiet day' }).checked).toBe(true);
    await fireEvent.click(screen.getByRole('button', { name: 'Keep this quiet day' }));
    await vi.waitFor(() => expect(journal.entries[0]).toMatchObject({ kind: 'quiet-day', text: '' }));
  });

  it('says nothing cheerful on a hard day', async () => {
    await open(fakeJournal({ entries: someDays() }));
    expect(screen.getByText(/The next one is waiting on top\./)).toBeTruthy();
    await fireEvent.click(screen.getByRole('radio', { name: 'Hard day' }));
    expect(screen.getByText('One true line is enough. You can leave it blank, too.')).toBeTruthy();
    expect(screen.queryByText(/The next one is waiting on top\./)).toBeNull();
  });

  it('tells the rows in the order of the story, and keeps what they say', async () => {
    const journal = fakeJournal({ entries: [{ text: 'x', tags: ['ward'] }] });
    const field = await open(journal);
    await type(field, 'Sat down.');
    await fireEvent.keyDown(field, { key: 'd', ctrlKey: true });
    const details = await screen.findByRole('group', { name: 'Details. Skip any you like.' });
    const order = [...details.querySelectorAll('.lab')].map((one) => one.textContent).filter((one) => !one?.includes('own words'));
    expect(order).toEqual(['Who was it?', 'What did they need?', 'What did you do?', 'What changed for them?', 'How do you know?', 'How did it feel?', 'What did it cost you?']);
    await fireEvent.click(within(details).getByRole('radio', { name: 'patient' }));
    await fireEvent.click(within(details).getByRole('checkbox', { name: 'calm' }));
    await fireEvent.click(within(details).getByRole('radio', { name: 'They told me' }));
    await fireEvent.click(within(details).getByRole('button', { name: 'More' }));
    const tags = await within(details).findByRole('combobox', { name: 'Tags' });
    await fireEvent.input(tags, { target: { value: 'wa' } });
    await vi.waitFor(() => expect(within(details).getByRole('option', { name: 'ward' })).toBeTruthy());
    await fireEvent.keyDown(tags, { key: 'ArrowDown' });
    await fireEvent.keyDown(tags, { key: 'Enter' });
    await fireEvent.input(within(details).getByLabelText('What you promised'), { target: { value: 'ring her' } });
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(journal.askedFor('moment_save')).toHaveLength(1));
    expect(journal.askedFor('moment_save')[0]?.writing).toMatchObject({
      text: 'Sat down.', who: 'patient', felt: ['calm'], know: 'they-said', tags: ['ward'], promise: { what: 'ring her' },
    });
  });

  it('leaves the text in place and offers help when it could not be kept', async () => {
    const journal = fakeJournal();
    journal.fail('moment_save', fault('disk-full'));
    const field = await open(journal);
    await type(field, 'Precious.');
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('Not kept yet')).toBeTruthy();
    expect(field.value).toBe('Precious.');
    expect(screen.getByRole('button', { name: 'Copy my text' })).toBeTruthy();
    await expectNoTrouble(document.body);
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await vi.waitFor(() => expect(journal.entries).toHaveLength(1));
    await vi.waitFor(() => expect(screen.queryByText('Not kept yet')).toBeNull());
  });

  it('shows what was being written when it was last left', async () => {
    const field = await open(fakeJournal({ drafts: { today: writing('half a') } }));
    expect(field.value).toBe('half a');
    expect(screen.getByText('Draft kept')).toBeTruthy();
  });

  it('puts the draft away when the field or the window loses the focus', async () => {
    const journal = fakeJournal();
    const field = await open(journal);
    await type(field, 'a');
    await fireEvent.focusOut(field);
    await vi.waitFor(() => expect(journal.drafts.get('today')?.text).toBe('a'));
    await type(field, 'ab');
    await fireEvent.blur(window);
    await vi.waitFor(() => expect(journal.drafts.get('today')?.text).toBe('ab'));
  });

  it('opens what was kept earlier today in the timeline', async () => {
    const journal = fakeJournal({ entries: someDays() });
    await open(journal);
    await fireEvent.click(screen.getAllByRole('button', { name: /^Open:/ })[0] as HTMLElement);
    expect(app.screen).toBe('timeline');
    expect(timeline.selected).toBe(journal.entries[0]?.id);
  });
});
