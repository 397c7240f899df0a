import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, somePromises, type FakeJournal, type Seed } from '../../api/fake';
import type { PromptCard } from '../../api/gen/wire';
import { app } from '../../state/app.svelte';
import { promises } from '../../state/promises.svelte';
import { room } from '../../state/room.svelte';
import { toasts } from '../../state/toasts.svelte';
import { Today as State } from '../../state/today.svelte';
import { expectNoTrouble } from '../../test/axe';
import Today from './Today.svelte';

vi.setConfig({ testTimeout: 30_000 });
const BOX = 'Who did you help today, and what did you do?';
let state: State;

async function open(seed: Seed = {}): Promise<FakeJournal> {
  const journal = fakeJournal(seed);
  state = new State();
  promises.shown = null;
  render(Today, { today: state });
  await vi.waitFor(() => expect(state.shown).not.toBeNull());
  await vi.waitFor(() => expect(promises.shown).not.toBeNull());
  await tick();
  return journal;
}

beforeEach(() => {
  room.width = 'wide';
});

afterEach(() => {
  cleanup();
  state.draft.close();
  toasts.clear();
  app.forget();
});

describe('the prompt below the box', () => {
  it('is swapped, skipped with its note, and put off', async () => {
    const journal = await open();
    expect(await screen.findByText(/one person whose day went a little better/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Swap' }));
    expect(await screen.findByText(/You owe them no kind story/)).toBeTruthy();
    await expectNoTrouble(document.body);
    expect(screen.getByRole('button', { name: 'Skip this one' })).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    await vi.waitFor(() => expect(screen.queryByRole('region', { name: 'A question, if you like' })).toBeNull());
    expect(journal.askedFor('prompt_answer')).toEqual([{ id: 'moment-one-person', swap: true }, { id: 'empathy-before-you', swap: false }]);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: BOX }));
  });

  it('stands over the box while it is answered, and what is kept says which it was', async () => {
    const journal = await open();
    await screen.findByRole('button', { name: 'Swap' });
    await fireEvent.click(screen.getByRole('button', { name: 'Swap' }));
    await screen.findByText('Skip this one');
    await fireEvent.click(screen.getByRole('button', { name: 'Write' }));
    const field = await screen.findByRole('textbox', { name: /Who was hard to deal with/ });
    expect(document.activeElement).toBe(field);
    await fireEvent.input(field, { target: { value: 'The man at desk 4.' } });
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(journal.askedFor('moment_save')).toHaveLength(1));
    expect(journal.askedFor('moment_save')[0]?.writing).toMatchObject({ kind: 'reflection', text: 'The man at desk 4.', prompt: 'empathy-before-you' });
    expect(await screen.findByRole('textbox', { name: BOX })).toBeTruthy();
  });

  it('brings its note and its words to tap along', async () => {
    const journal = await open();
    const card: PromptCard = {
      prompt: { id: 'p', theme: 'hard-day', when: 'after', care: 'may-stir', framework: 'x', text: 'What did it stir up?', taps: ['Anger', 'Worry'], rest_days: null }, theme: 'Hard day', note: 'Leave it when it is too much.',
    };
    state.prompt.card = card;
    await fireEvent.click(await screen.findByRole('button', { name: 'Write' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What did it stir up?', description: /^Leave it when it is too much\./ });
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Worry' }));
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Anger' }));
    expect(field.value).toBe('Worry, Anger');
    await expectNoTrouble(document.body);
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Worry' }));
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(journal.askedFor('moment_save')[0]?.writing).toMatchObject({ text: 'Anger', prompt: 'p' }));
    await vi.waitFor(() => expect(screen.queryByRole('group', { name: 'Or tap a word' })).toBeNull());
  });

  it('gives way to the usual question without losing a word', async () => {
    await open();
    await fireEvent.click(await screen.findByRole('button', { name: 'Write' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /one person whose day/ });
    await fireEvent.input(field, { target: { value: 'Half' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Back to the usual question' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: BOX })).value).toBe('Half');
    expect(state.draft.writing.prompt).toBeUndefined();
  });
});

describe('a hard day on Today', () => {
  it('shows nothing upbeat once it is marked', async () => {
    await open({ entries: [{ text: '', kind: 'hard-day', day: '2026-11-21' }, { text: 'x' }] });
    expect(screen.queryByRole('region', { name: 'A question, if you like' })).toBeNull();
    expect(screen.queryByText(/waiting on top/)).toBeNull();
  });

  it.each([
    ['Set it down for tonight', ['reflect', 'end-of-shift-shutdown']],
    ['Look at what happened', ['reflect', 'after-a-hard-call']],
    ['Sort what is yours', ['reflect', 'three-hands']],
    ['Get help', ['help', 'lines']],
  ])('offers what may help: %s', async (way, place) => {
    await open({ entries: [{ text: '', kind: 'hard-day', day: '2026-11-21' }] });
    await fireEvent.click(within(screen.getByRole('region', { name: 'What would help now?' })).getByRole('button', { name: way }));
    expect([app.screen, app.screen === 'help' ? app.helpView : app.walk]).toEqual(place);
  });

  it('offers none of it on any other day', async () => {
    await open({ entries: [{ text: 'x' }] });
    expect(screen.queryByRole('region', { name: 'What would help now?' })).toBeNull();
  });

  it('has a quiet way to what was not okay', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Something was not okay' }));
    expect([app.screen, app.helpView]).toEqual(['help', 'notes']);
  });
});

describe('promises on Today', () => {
  it('shows what is due or late; one press is enough, and a kept one may become a moment', async () => {
    const journal = await open({ promises: somePromises() });
    const due = screen.getByRole('region', { name: 'Promises for today' });
    expect(within(due).getByText('You promised this for today.')).toBeTruthy();
    expect(within(due).getByText(/To the daughter/)).toBeTruthy();
    expect(within(due).queryByText('Ask about the new rota rule')).toBeNull();
    await expectNoTrouble(due);
    await fireEvent.click(within(due).getByRole('button', { name: 'Done: Tell Dev the rota swap worked' }));
    await vi.waitFor(() => expect(journal.askedFor('promise_keep')).toHaveLength(1));
    await fireEvent.click(await within(due).findByRole('button', { name: 'Make it a moment: Tell Dev the rota swap worked' }));
    await vi.waitFor(() => expect(state.draft.form.text).toBe('Tell Dev the rota swap worked'));
  });

  it('makes one in the box, beside the details', async () => {
    const journal = await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Promise' }));
    const what = await screen.findByRole('textbox', { name: 'What you promised' });
    await vi.waitFor(() => expect(document.activeElement).toBe(what));
    await fireEvent.input(what, { target: { value: 'ring her' } });
    await fireEvent.input(screen.getByRole('textbox', { name: 'By when' }), { target: { value: 'tomorrow' } });
    expect(await screen.findAllByText('Sunday 22 November')).not.toHaveLength(0);
    const field = screen.getByRole('textbox', { name: BOX });
    await fireEvent.input(field, { target: { value: 'Sat down.' } });
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(journal.askedFor('moment_save')[0]?.writing.promise).toEqual({ what: 'ring her', by: 'tomorrow' }));
    await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'What you promised' })).toBeNull());
  });
});

describe('the small forms', () => {
  it('ask what belongs to the kind in place of the story', async () => {
    const journal = await open();
    await fireEvent.click(screen.getByRole('button', { name: 'More kinds' }));
    await fireEvent.click(await screen.findByRole('menuitem', { name: 'Snag and idea' }));
    const field = await screen.findByRole('textbox', { name: 'What trips people up?' });
    await vi.waitFor(() => expect(document.activeElement).toBe(field));
    await fireEvent.input(field, { target: { value: 'The form asks twice.' } });
    await fireEvent.input(screen.getByRole('textbox', { name: 'What would you do about it?' }), { target: { value: 'Ask once.' } });
    await fireEvent.keyDown(field, { key: 'd', ctrlKey: true });
    expect(screen.queryByText('What did they need?')).toBeNull();
    await expectNoTrouble(document.body);
    await fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await vi.waitFor(() => expect(journal.askedFor('moment_save')[0]?.writing).toMatchObject({
      kind: 'snag', text: 'The form asks twice.', answers: [{ field: 'my_fix', text: 'Ask once.' }],
    }));
  });
});

describe('a promise without its words', () => {
  it('is not kept, and its other words stay where they were typed', async () => {
    const journal = await open();
    await fireEvent.input(screen.getByRole('textbox', { name: BOX }), { target: { value: 'Sat with her' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Promise' }));
    await fireEvent.input(await screen.findByRole('textbox', { name: 'To whom' }), { target: { value: 'Ann' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Keep this moment' }));
    await vi.waitFor(() => expect(journal.askedFor('moment_save')).toHaveLength(1));
    await vi.waitFor(() => expect(state.draft.form.text).toBe(''));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'To whom' }).value).toBe('Ann');
    expect(journal.promises).toHaveLength(0);
  });
});
