import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, someDays, type FakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { reflect } from '../../state/reflect.svelte';
import { room } from '../../state/room.svelte';
import { toasts } from '../../state/toasts.svelte';
import { expectNoTrouble } from '../../test/axe';
import Reflect from './Reflect.svelte';

let journal: FakeJournal;

async function open(seed: Parameters<typeof fakeJournal>[0] = { entries: someDays() }): Promise<void> {
  journal = fakeJournal(seed);
  render(Reflect);
  await vi.waitFor(() => expect(reflect.loaded).toBe(true));
  await screen.findByRole('heading', { name: 'Small walks' });
}

const begin = async (title: RegExp): Promise<void> => {
  await fireEvent.click(screen.getByRole('button', { name: title }));
  await vi.waitFor(() => expect(reflect.walk).not.toBeNull());
  await tick();
};
const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const onward = async (): Promise<void> => {
  await press('Enter', { ctrlKey: true });
  await tick();
};
const type = (text: string) => fireEvent.input(document.activeElement as HTMLTextAreaElement, { target: { value: text } });

beforeEach(() => {
  room.width = 'wide';
});
afterEach(async () => {
  cleanup();
  await reflect.leave();
  reflect.loaded = false;
  toasts.clear();
  app.forget();
});

describe('Reflect', () => {
  it('shows one prompt and all guides, and is free of barriers', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 2, name: /Who is one person/ })).toBeTruthy();
    for (const name of ['After a hard moment', 'When it weighs on you', 'What you stand for', 'Small walks']) expect(screen.getByRole('heading', { name })).toBeTruthy();
    expect(document.querySelectorAll('button.guide')).toHaveLength(17);
    await expectNoTrouble(document.body);
  });

  it('swaps the prompt, and takes none today for an answer', async () => {
    await open();
    await press('s');
    await screen.findByRole('heading', { name: /Who was hard to deal with/ });
    expect(screen.getByText(/Skip this one if the person/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
    await screen.findByText(/No prompt for the rest of today/);
  });

  it('keeps the answer to the prompt as a reflection that names it, and its draft before that', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Write about this' }));
    await vi.waitFor(() => expect(document.activeElement?.localName).toBe('textarea'));
    await type('The man with the blue hat.');
    await press('Escape');
    await vi.waitFor(() => expect(reflect.writing).toBeNull());
    expect(journal.drafts.get('prompt:moment-one-person')?.text).toBe('The man with the blue hat.');
    await fireEvent.click(await screen.findByRole('button', { name: 'Go on writing' }));
    await vi.waitFor(() => expect((document.activeElement as HTMLTextAreaElement).value).toBe('The man with the blue hat.'));
    await expectNoTrouble(document.body);
    await onward();
    await vi.waitFor(() => expect(reflect.writing).toBeNull());
    expect(journal.askedFor('moment_save')[0]).toEqual({
      draft: 'prompt:moment-one-person', writing: { kind: 'reflection', text: 'The man with the blue hat.', prompt: 'moment-one-person', star: false, may_share: false },
    });
  });

  it('leads to what was begun for a prompt that another has replaced', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Write about this' }));
    await vi.waitFor(() => expect(document.activeElement?.localName).toBe('textarea'));
    await type('Half a line');
    await press('Escape');
    await screen.findByRole('button', { name: 'Go on writing' });
    await press('s');
    const waiting = await screen.findByRole('list', { name: 'Begun, and not kept yet' });
    await expectNoTrouble(document.body);
    await fireEvent.click(within(waiting).getByRole('button', { name: /Go on writing: Who is one person/ }));
    await vi.waitFor(() => expect((document.activeElement as HTMLTextAreaElement).value).toBe('Half a line'));
  });

  it('walks a guide by keyboard: gate, steps, close, and a promise only when it is wanted', async () => {
    await open();
    await begin(/^After a hard call/);
    expect(screen.getByRole('heading', { name: 'Read this first' })).toBe(document.activeElement);
    await expectNoTrouble(document.body);
    await onward();
    await type('Nobody calls me back.');
    await onward();
    expect(screen.getByText('The problem, as you wrote it')).toBeTruthy();
    expect(screen.getByRole('img', { name: 'Step 2 of 6: Why it stung. Done: The problem.' })).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Show an example' }));
    expect(screen.getByText('Her dad is sick and she felt brushed off.')).toBeTruthy();
    await expectNoTrouble(document.body);
    for (let i = 0; i < 3; i += 1) await onward();
    await type('Call her tomorrow');
    await onward();
    await onward();
    expect(screen.getByRole('heading', { name: /You went back to a hard moment/ })).toBe(document.activeElement);
    await onward();
    await screen.findByRole('heading', { name: 'Make it a promise?' });
    await vi.waitFor(() => expect(screen.getByText(/I read that as Sunday 22 November/)).toBeTruthy());
    await expectNoTrouble(document.body);
    expect(journal.askedFor('promise_add')).toEqual([]);
    await onward();
    await screen.findByRole('heading', { name: 'Reflect' });
    expect(journal.askedFor('promise_add')).toEqual([{ promising: { what: 'Call her tomorrow', by: '2026-11-22' }, entry: journal.entries.at(-1)?.id }]);
  });

  it('goes to the other note from the gate, and keeps what was begun', async () => {
    await open();
    await begin(/^From jerk to human/);
    await fireEvent.click(screen.getByRole('button', { name: 'Use the other note instead' }));
    await vi.waitFor(() => expect(app.screen).toBe('help'));
    expect(reflect.walk).toBeNull();
  });

  it('sorts into three equal hands on one screen', async () => {
    await open();
    await begin(/^Three hands/);
    await onward();
    const hands = within(screen.getByRole('group', { name: 'Three hands' })).getAllByRole('textbox');
    expect(hands).toHaveLength(3);
    await fireEvent.input(hands[1]!, { target: { value: 'The rota' } });
    await expectNoTrouble(document.body);
    await onward();
    await onward();
    await vi.waitFor(() => expect(journal.entries.at(-1)?.answers).toEqual([{ field: 'not_mine', text: 'The rota' }]));
  });

  it('adds the account to what was begun in the fact notes, never in its place', async () => {
    await open();
    await journal.answer('fact_draft', JSON.stringify({ note: null, writing: { account: 'Begun before.' } }));
    await begin(/^When it is not okay/);
    reflect.walk?.write('facts', 'Monday at 9:40.');
    if (reflect.walk) reflect.walk.at = reflect.walk.steps.length;
    await tick();
    await onward();
    await screen.findByRole('heading', { name: 'Keep it as a fact note?' });
    expect(journal.askedFor('fact_draft')).toHaveLength(1);
    await onward();
    await vi.waitFor(() => expect(app.screen).toBe('help'));
    expect(journal.askedFor('fact_draft').at(-1)?.writing.account).toBe('Begun before.\n\nMonday at 9:40.');
  });

  it('says nothing upbeat on a hard day, and offers to sort', async () => {
    await open({ entries: [{ text: '', kind: 'hard-day' }] });
    await screen.findByText(/A hard day is marked/);
    await begin(/^Before the shift/);
    await screen.findByRole('button', { name: 'Read an old moment' });
    expect(journal.askedFor('lift_show')).toEqual([]);
  });

  it('shows an old moment before the shift, and lets one go without a word', async () => {
    await open();
    await begin(/^Before the shift/);
    await screen.findByText(/Mrs O. wouldn’t let anyone near/);
    await expectNoTrouble(document.body);
    await onward();
    await screen.findByRole('heading', { name: 'Reflect' });
    expect(journal.askedFor('moment_save')).toEqual([]);
  });

  it('ends the shift by single keys', async () => {
    await open();
    await begin(/^End of shift/);
    await screen.findByRole('heading', { name: 'What did today do to you?' });
    await press('3');
    await screen.findByRole('heading', { name: 'Which moment mattered most today?' });
    await expectNoTrouble(document.body);
    await press('1');
    await vi.waitFor(() => expect(journal.askedFor('moment_star')).toHaveLength(1));
    await onward();
    await vi.waitFor(() => expect(journal.standing).toBe('locked'));
  });

  it('says in place when the room cannot be read', async () => {
    journal = fakeJournal();
    journal.fail('guide_list', fault('disk'));
    render(Reflect);
    await screen.findByRole('alert');
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Small walks' });
  });
});
