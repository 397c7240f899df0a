import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, somePromises, type FakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { flushDrafts } from '../../state/draft.svelte';
import { Promises as State } from '../../state/promises.svelte';
import { toasts } from '../../state/toasts.svelte';
import { today } from '../../state/today.svelte';
import { expectNoTrouble } from '../../test/axe';
import Promises from './Promises.svelte';

vi.setConfig({ testTimeout: 30_000 });

async function open(): Promise<State> {
  const state = new State();
  render(Promises, { promises: state });
  await vi.waitFor(() => expect(state.shown).not.toBeNull());
  await tick();
  return state;
}

const line = (what: string): HTMLElement => screen.getByRole('group', { name: what });
const section = (name: string): HTMLElement => screen.getByRole('region', { name });

afterEach(() => {
  cleanup();
  toasts.clear();
  app.forget();
});

describe('Promises', () => {
  it('shows what is due, late, later and undated, then what was answered, and counts plainly', async () => {
    fakeJournal({ promises: somePromises() });
    await open();
    expect(screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual(['Due today', 'Past their date', 'Later', 'No day set', 'Answered', 'People I can count on']);
    expect(screen.getByText('1 of 3 kept')).toBeTruthy();
    expect(within(section('Past their date')).getByText('This one is past its date. Do it, move it or let it go?')).toBeTruthy();
    expect(within(section('Later')).getByText('To Mr. Blue Hat, by Thursday 26 November, 12:00')).toBeTruthy();
    expect(within(section('Answered')).getByText(/^Handed on to Sam, /)).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/%|streak|in a row/i);
    await expectNoTrouble(document.body);
  });

  it('is kept, moved, handed on and let go by one key each, and each can be taken back', async () => {
    const journal = fakeJournal({ promises: somePromises().slice(0, 4) });
    const state = await open();
    const first = line('Tell Dev the rota swap worked');
    first.focus();
    await fireEvent.keyDown(first, { key: 'k' });
    await vi.waitFor(() => expect(state.shown?.kept).toBe(1));
    expect(toasts.current?.undo).toBeTypeOf('function');
    await vi.waitFor(() => expect(document.activeElement).toBe(line('Ring the daughter back about the discharge letter')));
    await fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(line('Bring the spare charger for bed by the window'));
    await fireEvent.keyDown(document.activeElement as Element, { key: 'm' });
    const by = await screen.findByRole<HTMLInputElement>('textbox', { name: 'By when' });
    expect(document.activeElement).toBe(by);
    await fireEvent.input(by, { target: { value: 'tomorrow' } });
    expect(await screen.findAllByText('Sunday 22 November')).not.toHaveLength(0);
    await fireEvent.submit(by.closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(journal.askedFor('promise_move')).toEqual([
      { id: '01P00003', promising: { what: 'Bring the spare charger for bed by the window', to: 'Mr. Blue Hat', said: 'tomorrow' } },
    ]));
    await vi.waitFor(() => expect(state.busy).toBe(false));
    const undated = line('Ask about the new rota rule');
    undated.focus();
    await fireEvent.keyDown(undated, { key: 'l' });
    await vi.waitFor(() => expect(journal.askedFor('promise_let_go')).toHaveLength(1));
    await vi.waitFor(() => expect(state.busy).toBe(false));
    const late = line('Ring the daughter back about the discharge letter');
    late.focus();
    await fireEvent.keyDown(late, { key: 'H' });
    const to = await screen.findByRole('textbox', { name: 'Who has it now, if you like' });
    expect(document.activeElement).toBe(to);
    await fireEvent.keyDown(to, { key: 'Escape' });
    await vi.waitFor(() => expect(document.activeElement).toBe(late));
    await fireEvent.keyDown(late, { key: 'h' });
    await fireEvent.input(await screen.findByRole('textbox', { name: 'Who has it now, if you like' }), { target: { value: 'Sam' } });
    await fireEvent.submit(screen.getByRole('textbox', { name: 'Who has it now, if you like' }).closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(journal.askedFor('promise_hand_on')).toEqual([{ id: '01P00002', to: 'Sam' }]));
  });

  it('keeps its day when only its words are mended, and answers one promise for a key that is held', async () => {
    const journal = fakeJournal({ promises: somePromises().slice(0, 4) });
    const state = await open();
    const late = state.of('late')[0];
    if (late === undefined) throw new Error('a late one is among them');
    const node = line(late.promise.what);
    node.focus();
    await fireEvent.keyDown(node, { key: 'm' });
    const what = await screen.findByRole<HTMLInputElement>('textbox', { name: 'What you promised' });
    await fireEvent.input(what, { target: { value: 'In other words' } });
    await fireEvent.submit(what.closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(journal.askedFor('promise_move')[0]?.promising).toMatchObject({ what: 'In other words', by: late.promise.by }));
    await vi.waitFor(() => expect(state.of('late').map((row) => row.promise.what)).toEqual(['In other words']));
    await fireEvent.keyDown(line('In other words'), { key: 'k', repeat: true });
    expect(journal.askedFor('promise_keep')).toEqual([]);
  });

  it('is made alone, says what it understood, and keeps words that mean no day', async () => {
    const journal = fakeJournal();
    await open();
    expect(screen.getByText('No promises waiting. One that you make can be small.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Make a promise' }));
    const what = await screen.findByRole('textbox', { name: 'What you promised' });
    expect(document.activeElement).toBe(what);
    await fireEvent.submit(what.closest('form') as HTMLFormElement);
    expect(screen.getByText('Write what you promised first.')).toBeTruthy();
    await fireEvent.input(what, { target: { value: 'Call her' } });
    const by = screen.getByRole('textbox', { name: 'By when' });
    await fireEvent.input(by, { target: { value: 'Thursday before noon' } });
    expect(await screen.findAllByText('Thursday 26 November, before noon')).not.toHaveLength(0);
    await fireEvent.input(by, { target: { value: 'when the boss is back' } });
    expect(await screen.findAllByText('Kept as you wrote it; no day was understood.')).not.toHaveLength(0);
    expect(screen.getByPlaceholderText('within your paid hours')).toBeTruthy();
    await expectNoTrouble(document.body);
    journal.fail('promise_add', fault('disk-full'));
    await fireEvent.submit(what.closest('form') as HTMLFormElement);
    expect(await screen.findByRole('alert')).toBeTruthy();
    await fireEvent.submit(what.closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(journal.promises.map((row) => row.promise)).toMatchObject([{ what: 'Call her', said: 'when the boss is back' }]));
    expect(await screen.findByRole('heading', { name: 'No day set' })).toBeTruthy();
    expect(journal.drafts.size).toBe(0);
  });

  it('waits as it was left when the room is left in mid-sentence, whether it is made or moved', async () => {
    const journal = fakeJournal({ promises: somePromises().slice(0, 4) });
    const state = await open();
    const late = state.of('late')[0];
    if (late === undefined) throw new Error('there is a late one');
    const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
    await fireEvent.click(screen.getByRole('button', { name: 'Make a promise' }));
    await fireEvent.input(await field('What you promised'), { target: { value: 'Call the ward ba' } });
    cleanup();
    await vi.waitFor(() => expect(journal.drafts.get('promise')?.promise).toEqual({ what: 'Call the ward ba' }));

    render(Promises, { promises: state });
    await fireEvent.click(screen.getByRole('button', { name: 'Make a promise' }));
    expect((await field('What you promised')).value).toBe('Call the ward ba');
    await fireEvent.keyDown(await field('What you promised'), { key: 'Escape' });
    await fireEvent.keyDown(line(late.promise.what), { key: 'm' });
    const by = await field('By when');
    await fireEvent.input(by, { target: { value: 'friday' } });
    await fireEvent.keyDown(by, { key: 'Escape' });
    await vi.waitFor(() => expect(journal.drafts.get(`promise:${late.promise.id}`)?.promise?.by).toBe('friday'));
    await fireEvent.keyDown(line(late.promise.what), { key: 'm' });
    expect((await field('By when')).value).toBe('friday');
    await fireEvent.submit((await field('By when')).closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(journal.askedFor('promise_move')).toMatchObject([{ promising: { said: 'friday' } }]));
    await vi.waitFor(() => expect([...journal.drafts.keys()]).toEqual(['promise']));
  });

  it('keeps the name of who has it now when the room is left, beside words for another day, and lets it go with the promise', async () => {
    const journal = fakeJournal({ promises: somePromises().slice(0, 4) });
    const state = await open();
    const late = state.of('late')[0];
    if (late === undefined) throw new Error('there is a late one');
    const slot = `promise:${late.promise.id}`;
    const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
    await fireEvent.keyDown(line(late.promise.what), { key: 'h' });
    await fireEvent.input(await field('Who has it now, if you like'), { target: { value: 'Sam' } });
    cleanup();
    await vi.waitFor(() => expect(journal.drafts.get(slot)?.who).toBe('Sam'));

    render(Promises, { promises: state });
    await fireEvent.keyDown(line(late.promise.what), { key: 'm' });
    const by = await field('By when');
    expect(by.value).toBe('Thursday before noon');
    await fireEvent.input(by, { target: { value: 'friday' } });
    await fireEvent.keyDown(by, { key: 'Escape' });
    await fireEvent.keyDown(line(late.promise.what), { key: 'h' });
    expect((await field('Who has it now, if you like')).value).toBe('Sam');
    await expectNoTrouble(document.body);
    journal.fail('promise_hand_on', fault('disk-full'));
    const form = (await field('Who has it now, if you like')).closest('form') as HTMLFormElement;
    await fireEvent.submit(form);
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect([(await field('Who has it now, if you like')).value, journal.drafts.get(slot)?.promise?.by]).toEqual(['Sam', 'friday']);
    await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Hand it on' }).getAttribute('aria-disabled')).toBeNull());
    await fireEvent.submit(form);
    await vi.waitFor(() => expect(journal.promises[1]?.promise).toMatchObject({ state: 'handed-on', handed_to: 'Sam', said: 'Thursday before noon' }));
    await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'Who has it now, if you like' })).toBeNull());
    expect([await flushDrafts(), journal.drafts.size]).toEqual([true, 0]);
  });

  it('takes what is typed while its form comes for words, and goes back to how it stands', async () => {
    const journal = fakeJournal({ promises: somePromises().slice(0, 4) });
    const state = await open();
    const late = state.of('late')[0];
    if (late === undefined) throw new Error('there is a late one');
    const node = line(late.promise.what);
    node.focus();
    for (const key of ['m', 'l', 'a', 't', 'e', 'k', 'm']) await fireEvent.keyDown(node, { key });
    const by = await screen.findByRole<HTMLInputElement>('textbox', { name: 'By when' });
    expect([journal.askedFor('promise_let_go'), journal.askedFor('promise_keep')]).toEqual([[], []]);
    expect(screen.queryByRole('button', { name: 'Drop these changes' })).toBeNull();
    const was = by.value;
    await fireEvent.input(by, { target: { value: 'friday' } });
    await fireEvent.click(await screen.findByRole('button', { name: 'Drop these changes' }));
    await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'By when' })).toBeNull());
    await fireEvent.keyDown(line(late.promise.what), { key: 'm' });
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'By when' })).value).toBe(was);
    expect(journal.drafts.size).toBe(0);
  });

  it('is kept once, however often it is pressed, and closes its form when it is answered', async () => {
    const journal = fakeJournal({ promises: somePromises().slice(0, 4) });
    const state = await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Make a promise' }));
    const what = await screen.findByRole('textbox', { name: 'What you promised' });
    await fireEvent.input(what, { target: { value: 'Call her' } });
    const form = what.closest('form') as HTMLFormElement;
    await fireEvent.keyDown(what, { key: 'Enter', ctrlKey: true, repeat: true });
    expect(journal.askedFor('promise_add')).toHaveLength(0);
    void fireEvent.submit(form);
    void fireEvent.submit(form);
    await fireEvent.submit(form);
    await vi.waitFor(() => expect(journal.askedFor('promise_add')).toHaveLength(1));
    await vi.waitFor(() => expect(state.busy).toBe(false));
    expect([journal.askedFor('promise_add').length, journal.drafts.size]).toEqual([1, 0]);
  });

  it('says when its changes cannot be dropped, and keeps them', async () => {
    const journal = fakeJournal({ promises: somePromises().slice(0, 4) });
    const state = await open();
    const late = state.of('late')[0];
    if (late === undefined) throw new Error('there is a late one');
    await fireEvent.keyDown(line(late.promise.what), { key: 'm' });
    const by = await screen.findByRole<HTMLInputElement>('textbox', { name: 'By when' });
    await fireEvent.input(by, { target: { value: 'friday' } });
    journal.fail('draft_drop', fault('disk-full'));
    await fireEvent.click(await screen.findByRole('button', { name: 'Drop these changes' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(by.value).toBe('friday');
  });

  it('says when what is begun cannot be read, and has a way out and another try', async () => {
    const journal = fakeJournal({ promises: somePromises().slice(0, 4) });
    await open();
    journal.fail('draft_show', fault('disk'));
    await fireEvent.click(screen.getByRole('button', { name: 'Make a promise' }));
    const again = await screen.findByRole('button', { name: 'Try again' });
    await vi.waitFor(() => expect(document.activeElement).toBe(again));
    await fireEvent.keyDown(again, { key: 'Escape' });
    expect(await screen.findByRole('button', { name: 'Make a promise' })).toBeTruthy();
    journal.fail('draft_show', fault('disk'));
    await fireEvent.click(screen.getByRole('button', { name: 'Make a promise' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('textbox', { name: 'What you promised' })).toBeTruthy();
  });

  it('offers to make a kept one a moment, below what stands in the box', async () => {
    fakeJournal({ promises: somePromises() });
    await open();
    await today.load();
    today.draft.form.text = 'Half a line';
    await fireEvent.click(screen.getByRole('button', { name: 'Make it a moment: Find the missing parcel' }));
    await vi.waitFor(() => expect(app.screen).toBe('today'));
    expect(today.draft.form.text).toBe('Half a line\n\nFind the missing parcel');
    expect(today.draft.form.who).toBe('the man with the blue hat');
    await today.draft.drop();
  });

  it('keeps a card of people to count on: added, edited, ordered, taken off and put back', async () => {
    const journal = fakeJournal();
    await open();
    const names = (): string[] => journal.settings.count_on.map((one) => one.name);
    for (const name of ['Ada', 'Grace']) {
      await fireEvent.click(await screen.findByRole('button', { name: 'Add somebody' }));
      await fireEvent.input(screen.getByRole('textbox', { name: 'Name' }), { target: { value: name } });
      await fireEvent.input(screen.getByRole('textbox', { name: 'Hours' }), { target: { value: 'after seven' } });
      await fireEvent.submit(screen.getByRole('textbox', { name: 'Name' }).closest('form') as HTMLFormElement);
      await vi.waitFor(() => expect(names()).toContain(name));
    }
    expect(screen.getByText('You give others your name, number and hours. Who has given you theirs?')).toBeTruthy();
    await fireEvent.click(await screen.findByRole('button', { name: 'More on Grace' }));
    await fireEvent.click(await screen.findByRole('menuitem', { name: 'Move up' }));
    await vi.waitFor(() => expect(names()).toEqual(['Grace', 'Ada']));
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit: Grace' })));
    await fireEvent.click(await screen.findByRole('button', { name: 'Edit: Ada' }));
    await fireEvent.input(screen.getByRole('textbox', { name: 'How to reach them' }), { target: { value: 'desk 4' } });
    await fireEvent.submit(screen.getByRole('textbox', { name: 'Name' }).closest('form') as HTMLFormElement);
    await vi.waitFor(() => expect(journal.settings.count_on[1]).toEqual({ name: 'Ada', reach: 'desk 4', hours: 'after seven' }));
    await expectNoTrouble(document.body);
    await fireEvent.click(await screen.findByRole('button', { name: 'More on Grace' }));
    await fireEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    await vi.waitFor(() => expect(names()).toEqual(['Ada']));
    await vi.waitFor(() => expect(toasts.current?.undo).toBeDefined());
    toasts.undo();
    await vi.waitFor(() => expect(names()).toEqual(['Grace', 'Ada']));
  });

  it('shows and offers nothing to change while the journal is for reading only', async () => {
    const journal: FakeJournal = fakeJournal({ promises: somePromises(), read_only: true });
    app.state = journal.state();
    await open();
    expect(screen.queryByRole('button', { name: /^(Kept|Move|Hand on|Let go|Make)/ })).toBeNull();
    const first = line('Tell Dev the rota swap worked');
    await fireEvent.keyDown(first, { key: 'k' });
    expect(journal.askedFor('promise_keep')).toHaveLength(0);
    app.state = { ...journal.state(), read_only: false };
  });
});
