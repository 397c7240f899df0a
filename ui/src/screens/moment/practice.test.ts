import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, writing, type FakeJournal } from '../../api/fake';
import type { Entry } from '../../api/gen/wire';
import { app } from '../../state/app.svelte';
import { Draft, flushDrafts } from '../../state/draft.svelte';
import { Lift } from '../../state/lift.svelte';
import { Moment as State } from '../../state/moment.svelte';
import { promises } from '../../state/promises.svelte';
import { toasts } from '../../state/toasts.svelte';
import { expectNoTrouble } from '../../test/axe';
import Moment from './Moment.svelte';

vi.setConfig({ testTimeout: 30_000 });
let journal: FakeJournal;
let state: State;

async function read(entry: Partial<Entry> & { text: string }): Promise<Entry> {
  journal = fakeJournal({ entries: [entry] });
  await promises.load();
  state = new State();
  const only = journal.entries[0] as Entry;
  await state.open(only.id);
  render(Moment, { moment: state, today: '2026-11-21', onback: () => undefined, onbinned: () => undefined });
  return only;
}

afterEach(() => {
  cleanup();
  state.draft?.close();
  toasts.clear();
});

describe('what the practice adds to a moment', () => {
  it('shows answers with their questions, and changes them in place', async () => {
    await read({ kind: 'snag', text: 'The form asks twice.', answers: [{ field: 'my_fix', text: 'Ask once.' }], ripples: [{ at: '2026-11-20T10:00:00Z', text: 'It asks once now.' }] });
    expect(await screen.findByText('What would you do about it?')).toBeTruthy();
    expect(screen.getByText('Ask once.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What would you do about it?' });
    expect(field.value).toBe('Ask once.');
    expect(screen.getByRole('textbox', { name: 'What trips people up?' })).toBeTruthy();
    await fireEvent.input(field, { target: { value: 'Ask once, early.' } });
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(journal.entries[0]?.answers).toEqual([{ field: 'my_fix', text: 'Ask once, early.' }]));
    expect(journal.entries[0]?.ripples).toEqual([{ at: '2026-11-20T10:00:00Z', text: 'It asks once now.' }]);
  });

  it('tells a guide by its title and questions, and a check-in in words', async () => {
    await read({ kind: 'guide', text: '', guide: { id: 'after-a-hard-call', export: 'ask' }, answers: [{ field: 'complaint', text: 'Four calls.' }] });
    expect(await screen.findByText('After a hard call')).toBeTruthy();
    expect(await screen.findByText('What was the problem, in their words?')).toBeTruthy();
    expect(screen.queryByText(/Nothing stood out/)).toBeNull();
    cleanup();
    await read({ kind: 'check-in', text: '', marks: { 'mattered': 4, 'had-a-say': 1 } });
    const conditions = await screen.findByRole('region', { name: 'Conditions' });
    expect(within(conditions).getByText('Not at all')).toBeTruthy();
    expect(within(await screen.findByRole('region', { name: 'Meaning' })).getByText('A lot')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Promise' })).toBeNull();
    await expectNoTrouble(document.body);
  });

  it('adds what was learned later, each with its day, and keeps what is begun', async () => {
    const { id } = await read({ text: 'Found the parcel.' });
    await fireEvent.click(screen.getByRole('button', { name: 'Add what you learned later' }));
    const field = await screen.findByRole('textbox', { name: 'What did you learn later?' });
    await fireEvent.input(field, { target: { value: 'He came by' } });
    await fireEvent.keyDown(field, { key: 'Escape' });
    await vi.waitFor(() => expect(journal.drafts.get(`later:${id}`)?.text).toBe('He came by'));
    await fireEvent.click(await screen.findByRole('button', { name: 'Add what you learned later' }));
    const again = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What did you learn later?' });
    expect(again.value).toBe('He came by');
    await fireEvent.input(again, { target: { value: 'He came by to say so.' } });
    await fireEvent.keyDown(again, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('He came by to say so.')).toBeTruthy();
    await vi.waitFor(() => expect(journal.drafts.has(`later:${id}`)).toBe(false));
    expect(journal.askedFor('ripple_add')).toEqual([{ id, text: 'He came by to say so.' }]);
    await expectNoTrouble(document.body);
  });

  it('holds on to what was learned later when it cannot be put away and the moment is left', async () => {
    const { id } = await read({ text: 'Found the parcel.' });
    await fireEvent.click(screen.getByRole('button', { name: 'Add what you learned later' }));
    const field = await screen.findByRole('textbox', { name: 'What did you learn later?' });
    await fireEvent.input(field, { target: { value: 'He came by' } });
    journal.fail('draft_keep', fault('disk-full'));
    cleanup();
    await vi.waitFor(() => expect(journal.askedFor('draft_keep')).toHaveLength(1));
    render(Moment, { moment: state, today: '2026-11-21', onback: () => undefined, onbinned: () => undefined });
    await fireEvent.click(await screen.findByRole('button', { name: 'Add what you learned later' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What did you learn later?' })).value).toBe('He came by');
    await vi.waitFor(async () => expect(await flushDrafts()).toBe(true));
    expect(journal.drafts.get(`later:${id}`)?.text).toBe('He came by');
  });

  it('shows its button again when it was kept over it, where one line is written to somebody', async () => {
    const { id } = await read({ text: 'Found the parcel.' });
    await fireEvent.click(screen.getByRole('button', { name: 'Add what you learned later' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What did you learn later?' });
    await fireEvent.input(field, { target: { value: 'He came by' } });
    app.lifting = true;
    const lift = new Lift();
    lift.last = journal.entries[0] ?? null;
    await lift.write();
    expect(lift.line?.form.text).toBe('He came by');
    lift.line!.form.text = 'He came by to say so.';
    await tick();
    expect(field.value).toBe('He came by to say so.');
    expect(await lift.keepLine()).toBe(true);
    await screen.findByRole('button', { name: 'Add what you learned later' });
    expect(screen.queryByRole('textbox', { name: 'What did you learn later?' })).toBeNull();
    expect(await flushDrafts()).toBe(true);
    expect([journal.askedFor('ripple_add'), journal.drafts.has(`later:${id}`)]).toEqual([[{ id, text: 'He came by to say so.' }], false]);
    app.lower();
  });

  it('holds no words of a form that was gone before it could open', async () => {
    const { id } = await read({ text: 'Found the parcel.' });
    journal.drafts.set(`later:${id}`, writing('He came by'));
    journal.delay = 30;
    const begun = vi.spyOn(Draft, 'begin');
    await fireEvent.click(screen.getByRole('button', { name: 'Add what you learned later' }));
    cleanup();
    const lift = new Lift();
    lift.last = journal.entries[0] ?? null;
    await lift.write();
    expect(begun).toHaveBeenCalledTimes(2);
    for (const { value } of begun.mock.results) await vi.waitFor(async () => expect((await (value as Promise<Draft>)).over).toBe(true));
    expect([lift.line, journal.drafts.get(`later:${id}`)?.text]).toEqual([null, 'He came by']);
    begun.mockRestore();
  });

  it('passes a kind word on as one line', async () => {
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => void written.push(text) } });
    await read({ kind: 'kind-word', text: '“You explain things.”', answers: [{ field: 'said_by', text: 'a daughter' }] });
    await fireEvent.click(screen.getByRole('button', { name: 'Pass it on' }));
    expect(await screen.findByText(/^Copied\./)).toBeTruthy();
    expect(written).toEqual(['Somebody said this about the work (a daughter): “You explain things.” You had a part in that. Thank you.']);
    cleanup();
    await read({ text: 'Sat down.' });
    expect(screen.queryByRole('button', { name: 'Pass it on' })).toBeNull();
  });

  it('makes a promise of its own and shows how it stands', async () => {
    const { id } = await read({ text: 'Sat down.' });
    await fireEvent.click(screen.getByRole('button', { name: 'Promise' }));
    const what = await screen.findByRole('textbox', { name: 'What you promised' });
    await fireEvent.input(what, { target: { value: 'Ring her' } });
    await fireEvent.input(screen.getByRole('textbox', { name: 'By when' }), { target: { value: 'today' } });
    await fireEvent.submit(what.closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(journal.askedFor('promise_add')).toEqual([{ promising: { what: 'Ring her', said: 'today' }, entry: id }]));
    await fireEvent.click(await screen.findByRole('button', { name: 'Done: Ring her' }));
    expect(await screen.findByText(/^Kept 21 Nov 2026/)).toBeTruthy();
  });
});
