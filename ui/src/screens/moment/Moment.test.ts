import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, writing, type FakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { Moment as State } from '../../state/moment.svelte';
import { reflect } from '../../state/reflect.svelte';
import { toasts } from '../../state/toasts.svelte';
import { today } from '../../state/today.svelte';
import { expectNoTrouble } from '../../test/axe';
import Moment from './Moment.svelte';

let moment: State;
const onback = vi.fn();
const onbinned = vi.fn();

const rich = {
  text: 'First paragraph.\n\nSecond\nline.', kind: 'kind-word' as const, day: '2026-11-19', happened: '2026-11-19T21:10', who: 'caller', their_words: 'You listened.',
  felt: ['moved' as const], cost: 'even' as const, tags: ['ward'], promise: { what: 'Ring her', by: 'Friday' },
};

async function open(journal: FakeJournal): Promise<void> {
  moment = new State();
  await moment.open(journal.entries[0]?.id ?? 'none');
  render(Moment, { moment, today: '2026-11-21', onback, onbinned });
  await tick();
}

vi.setConfig({ testTimeout: 30_000 });

afterEach(async () => {
  cleanup();
  await moment.close();
  toasts.clear();
  vi.clearAllMocks();
});

describe('a moment', () => {
  it('is read first: words, their words, what was noted', async () => {
    await open(fakeJournal({ entries: [rich] }));
    expect(screen.getByRole('heading', { name: 'Thursday 19 November' })).toBeTruthy();
    expect(screen.getByText('First paragraph.').tagName).toBe('P');
    expect(screen.getByText('You listened.').tagName).toBe('BLOCKQUOTE');
    expect(screen.getByText('Ring her')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await expectNoTrouble(document.body);
  });

  it('is changed in place: E, the words, Ctrl+Enter', async () => {
    const journal = fakeJournal({ entries: [rich] });
    await open(journal);
    await fireEvent.keyDown(screen.getByRole('heading', { name: /Thursday/ }), { key: 'e' });
    const field = await screen.findByRole('textbox', { name: /^What (you did|did they say)/ });
    expect(document.activeElement).toBe(field);
    await expectNoTrouble(document.body);
    await fireEvent.input(field, { target: { value: 'Shorter.' } });
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(journal.entries[0]?.text).toBe('Shorter.'));
    expect(journal.entries[0]?.promise).toEqual({ what: 'Ring her', by: 'Friday' });
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Thursday 19 November'));
  });

  it('is left with Escape, and the changes are offered again', async () => {
    const journal = fakeJournal({ entries: [rich] });
    await open(journal);
    await fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const field = await screen.findByRole('textbox', { name: /^What (you did|did they say)/ });
    await fireEvent.input(field, { target: { value: 'Half' } });
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(await screen.findByText('Unfinished changes from last time')).toBeTruthy();
    expect(journal.drafts.size).toBe(1);
    expect(onback).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^What (you did|did they say)/ })).value).toBe('Half');
  });

  it('says what went wrong and keeps the words in the form', async () => {
    const journal = fakeJournal({ entries: [rich] });
    journal.fail('moment_change', fault('disk-full'));
    await open(journal);
    await fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^What (you did|did they say)/ });
    await fireEvent.input(field, { target: { value: 'Try' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Keep changes' }));
    expect(await screen.findByRole('button', { name: 'Copy my text' })).toBeTruthy();
    expect(field.value).toBe('Try');
  });

  it('shows its older versions beside it and brings one back', async () => {
    const journal = fakeJournal({ entries: [rich] });
    await open(journal);
    await journal.answer('moment_change', JSON.stringify({ id: journal.entries[0]?.id, writing: writing('Newer.'), draft: null }));
    await moment.read();
    await fireEvent.click(screen.getByRole('button', { name: 'More on this moment' }));
    await fireEvent.click(await screen.findByRole('menuitem', { name: 'Older versions' }));
    expect(await screen.findByRole('heading', { name: 'As it is now' })).toBeTruthy();
    expect(screen.getByText('First paragraph.')).toBeTruthy();
    expect(screen.getByText('Newer.')).toBeTruthy();
    await expectNoTrouble(document.body);
    await fireEvent.click(screen.getByRole('button', { name: 'Bring this one back' }));
    await vi.waitFor(() => expect(journal.entries[0]?.text).toContain('First paragraph.'));
  });

  it('is only read while the journal is for reading only', async () => {
    const journal = fakeJournal({ entries: [rich], read_only: true });
    app.state = journal.state();
    await open(journal);
    for (const name of ['Edit', 'Keep close', 'Kept close']) expect(screen.queryByRole('button', { name })).toBeNull();
    await fireEvent.keyDown(screen.getByRole('article'), { key: 'e' });
    expect(screen.queryByRole('button', { name: 'Keep the changes' })).toBeNull();
    app.state = { ...journal.state(), read_only: false };
  });

  it('grows from one line: its button and C put the caret into what changed', async () => {
    const journal = fakeJournal({ entries: [{ text: 'Found the parcel.' }] });
    await open(journal);
    await fireEvent.click(screen.getByRole('button', { name: 'Add what changed' }));
    const field = await screen.findByRole('textbox', { name: 'What changed for them?' });
    expect(document.activeElement).toBe(field);
    await fireEvent.click(screen.getByRole('radio', { name: 'I learned' }));
    expect(document.activeElement).not.toBe(screen.getByRole('textbox', { name: 'What you did' }));
    await fireEvent.keyDown(field, { key: 'Escape' });
    await fireEvent.click(await screen.findByRole('button', { name: 'Let them go' }));
    await fireEvent.keyDown(await screen.findByRole('heading', { level: 2 }), { key: 'c' });
    const again = await screen.findByRole('textbox', { name: 'What changed for them?' });
    expect(document.activeElement).toBe(again);
    await fireEvent.input(again, { target: { value: 'He had it by noon.' } });
    await fireEvent.keyDown(again, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(journal.entries[0]?.changed).toBe('He had it by noon.'));
    await vi.waitFor(() => expect(screen.queryByRole('form')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Add what changed' })).toBeNull();
    await fireEvent.keyDown(screen.getByRole('article'), { key: 'c' });
    expect(moment.draft).toBeNull();
    await moment.edit();
    expect(document.activeElement).not.toBe(await screen.findByRole('textbox', { name: 'What changed for them?' }));
  });

  it.each([
    ['a hard day', [{ text: 'He shouted', kind: 'hard-day' as const }], false],
    ['a guide', [{ text: '', kind: 'guide' as const, guide: { id: 'duck-check', export: 'never' as const } }], false],
    ['a moment while a hard day is marked', [{ text: 'Sat down' }, { text: '', kind: 'hard-day' as const, day: '2026-11-21' }], false],
    ['a journal for reading only', [{ text: 'Sat down' }], true],
  ])('asks for no more on %s', async (_name, entries, read_only) => {
    const journal = fakeJournal({ entries, read_only });
    app.state = journal.state();
    await today.load();
    await open(journal);
    for (const name of ['Add what changed', 'Tell it as a story']) expect(screen.queryByRole('button', { name })).toBeNull();
    await fireEvent.keyDown(screen.getByRole('article'), { key: 'c' });
    await tick();
    expect(moment.draft).toBeNull();
    today.shown = null;
    app.state = null;
  });

  it('is told as a story: the guide is asked for with it', async () => {
    await open(fakeJournal({ entries: [{ text: 'Found the parcel.' }] }));
    await expectNoTrouble(document.body);
    await fireEvent.click(screen.getByRole('button', { name: 'Tell it as a story' }));
    expect([app.screen, app.walk, reflect.picked?.text]).toEqual(['reflect', 'story-for-review', 'Found the parcel.']);
    app.forget();
    reflect.picked = null;
  });

  it('goes to the bin with Delete, and the toast takes it back', async () => {
    const journal = fakeJournal({ entries: [rich] });
    await open(journal);
    await fireEvent.keyDown(screen.getByRole('heading', { name: /Thursday/ }), { key: 'Delete' });
    await vi.waitFor(() => expect(onbinned).toHaveBeenCalled());
    expect(await screen.findByText('This one is in the bin.')).toBeTruthy();
    toasts.undo();
    await vi.waitFor(() => expect(screen.queryByText('This one is in the bin.')).toBeNull());
  });

  it('says something kind where a day has no words', async () => {
    await open(fakeJournal({ entries: [{ text: '', kind: 'hard-day' }] }));
    expect(screen.getByText('A hard day. It did not need words.')).toBeTruthy();
  });
});
