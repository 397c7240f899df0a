import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, someDays, type FakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { reflect } from '../../state/reflect.svelte';
import { room } from '../../state/room.svelte';
import { expectNoTrouble } from '../../test/axe';
import { leaveRoom, onward, press, type } from '../../test/reflect';
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

beforeEach(() => {
  room.width = 'wide';
});
afterEach(leaveRoom);

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

  it('has a way past a prompt beside its note, and the focus stays on the card', async () => {
    await open();
    expect(screen.queryByRole('button', { name: 'Skip this one' })).toBeNull();
    await press('s');
    const skip = await screen.findByRole('button', { name: 'Skip this one' });
    await expectNoTrouble(document.body);
    // The next one needs no note.
    journal.handlers.prompt_answer = () => ({ ...journal.handlers.prompt_today({})!, prompt: reflect.card!.prompt, note: null });
    skip.focus();
    await fireEvent.click(skip);
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Skip this one' })).toBeNull());
    expect(journal.askedFor('prompt_answer').at(-1)).toEqual({ id: 'empathy-before-you', swap: true });
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Write about this' })));
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
    const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 1_500);
    await press('s');
    later.mockRestore();
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
    await vi.waitFor(() => expect(screen.getAllByText(/Sunday 22 November/)).not.toHaveLength(0));
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
    await vi.waitFor(() => expect(reflect.walk?.guide.id).toBe('when-it-is-not-okay'));
    await fireEvent.click(await screen.findByRole('button', { name: 'Get help' }));
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
    reflect.walk?.write('kind', 'Remarks.');
    reflect.walk?.write('facts', 'Monday at 9:40.');
    reflect.walk?.write('witnesses', 'K. was there.');
    if (reflect.walk) reflect.walk.at = reflect.walk.steps.length;
    await tick();
    await onward();
    await vi.waitFor(() => expect(app.screen).toBe('help'));
    expect(journal.askedFor('fact_draft').at(-1)?.writing).toEqual({
      account: 'Begun before.\n\nMonday at 9:40.\n\nWhat kind of thing was it?\nRemarks.', witnesses: 'K. was there.',
    });
    // It is with the notes, and with them alone.
    expect([journal.askedFor('moment_save'), journal.drafts.has('guide:when-it-is-not-okay'), reflect.walk]).toEqual([[], false, null]);
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
    await screen.findByRole('heading', { name: 'How did today leave you?' });
    await press('3');
    await screen.findByRole('heading', { name: 'Which moment mattered most today?' });
    await expectNoTrouble(document.body);
    await press('1');
    await vi.waitFor(() => expect(journal.askedFor('moment_star')).toHaveLength(1));
    await onward();
    await vi.waitFor(() => expect(journal.standing).toBe('locked'));
  });

  it('hears no held key, no second click and nothing twice at the end of the shift', async () => {
    await open({ entries: someDays(), promises: ['Ring', 'Write', 'Ask'].map((what) => ({ what, by: '2026-11-21' })) });
    await begin(/^End of shift/);
    await screen.findByRole('heading', { name: 'How did today leave you?' });
    void press('1');
    void press('1');
    await screen.findByRole('heading', { name: 'Which moment mattered most today?' });
    await press('1', { repeat: true });
    const moments = screen.getAllByRole('button', { name: /^[12]/ });
    await fireEvent.click(moments[0]!, { detail: 2 });
    expect(journal.askedFor('moment_star')).toEqual([]);
    for (const heading of [/A little more|You promised/]) {
      await fireEvent.click(screen.getByRole('button', { name: 'Skip' }));
      await screen.findByRole('heading', { name: heading });
    }
    void press('k');
    void press('l');
    for (let i = 0; i < 5; i += 1) void press('k', { repeat: true });
    await screen.findByText('One more after this');
    expect([journal.askedFor('promise_keep').length, journal.askedFor('promise_let_go').length]).toEqual([1, 0]);
    journal.promises[0]!.promise.state = 'open';
    journal.promises[0]!.standing = 'due';
    app.changed(journal.changes({ entries: false, promises: true }));
    await screen.findByText('2 more after this');
  });

  it('keeps what is typed about the moment when one leaves, and its place while other rooms are shown', async () => {
    await open({ entries: [{ text: 'Sat with the new one', day: '2026-11-21' }] });
    await begin(/^End of shift/);
    await screen.findByRole('heading', { name: 'How did today leave you?' });
    await press('2');
    await screen.findByRole('heading', { name: 'Which moment mattered most today?' });
    await press('1');
    await fireEvent.input(await screen.findByRole('textbox', { name: /Who was it good for/ }), { target: { value: 'the new one' } });
    cleanup();
    await vi.waitFor(() => expect(journal.entries[0]?.who).toBe('the new one'));
    render(Reflect);
    await fireEvent.input(await screen.findByRole('textbox', { name: /What did it take/ }), { target: { value: 'Time' } });
    await press('Escape');
    await screen.findByRole('heading', { name: 'Reflect' });
    expect(journal.entries[0]).toMatchObject({ who: 'the new one', my_part: 'Time' });
  });

  it('takes the old moment away when a hard day is marked meanwhile, and gives it to whoever asks', async () => {
    await open();
    await begin(/^Before the shift/);
    await screen.findByText(/Mrs O. wouldn’t let anyone near/);
    await journal.answer('moment_save', JSON.stringify({ writing: { kind: 'hard-day', text: '', star: false, may_share: false }, draft: null }));
    await reflect.begin('before-the-shift');
    await tick();
    expect(screen.queryByText(/Mrs O. wouldn’t let anyone near/)).toBeNull();
    cleanup();
    const asked = journal.askedFor('lift_show').length;
    if (reflect.walk) reflect.walk.hardDay = false;
    render(Reflect);
    const read = await screen.findByRole('button', { name: 'Read an old moment' });
    expect(journal.askedFor('lift_show')).toHaveLength(asked);
    journal.fail('lift_show', fault('disk'));
    await fireEvent.click(read);
    await screen.findByText(/It cannot be read now/);
    await fireEvent.click(read);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(/Mrs O. wouldn’t/));
  });

  it('says kindly that there is no old moment', async () => {
    await open({ entries: [{ text: '', kind: 'hard-day', day: '2026-11-21' }] });
    await begin(/^Before the shift/);
    await fireEvent.click(await screen.findByRole('button', { name: 'Read an old moment' }));
    await screen.findByText('Nothing is here yet, and nothing has to be.');
  });

  it('waits with the account while another fact note is unfinished', async () => {
    await open();
    await journal.answer('fact_draft', JSON.stringify({ note: 'an-older-note', writing: { account: 'More of it.' } }));
    await begin(/^When it is not okay/);
    reflect.walk?.write('facts', 'Monday at 9:40.');
    if (reflect.walk) reflect.walk.at = reflect.walk.steps.length;
    await tick();
    await onward();
    await screen.findByText(/Another note is unfinished/);
    await expectNoTrouble(document.body);
    await fireEvent.click(screen.getByRole('button', { name: 'To the fact notes' }));
    expect([app.screen, app.helpView, reflect.walk?.answer('facts')]).toEqual(['help', 'notes', 'Monday at 9:40.']);
  });

  it('makes nothing of a walk while a question is open above it, or while words are composed', async () => {
    for (const [id, field, name] of [['after-a-hard-call', 'promise', 'promise_add'], ['from-jerk-to-human', 'fairer_line', 'moment_save']] as const) {
      await open();
      await reflect.begin(id);
      for (const step of reflect.walk?.steps ?? []) reflect.walk?.write(step.field, 'Call her');
      reflect.walk?.write(field, 'Call her tomorrow');
      await reflect.walk?.keep();
      await screen.findByRole('heading', { name: /Make it a promise|Keep the fairer line/ });
      const before = journal.askedFor(name).length;
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.setAttribute('open', '');
      await onward();
      dialog.remove();
      await press('Enter', { ctrlKey: true, keyCode: 229 });
      expect(journal.askedFor(name)).toHaveLength(before);
      await onward();
      await vi.waitFor(() => expect(journal.askedFor(name)).toHaveLength(before + 1));
      await reflect.leave();
      cleanup();
    }
  });

  it('leaves the focus where one works when what had it goes', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Write about this' }));
    await vi.waitFor(() => expect(document.activeElement?.localName).toBe('textarea'));
    await type('The man with the blue hat.');
    await onward();
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Reflect' })));
    const away = screen.getByRole('button', { name: 'Not now' });
    away.focus();
    await fireEvent.click(away);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(/No prompt for the rest of today/));
    await begin(/^Lead, follow or wallow|^Lead/);
    if (reflect.walk) reflect.walk.at = reflect.walk.steps.findIndex((step) => step.id === 'in-my-hands');
    await tick();
    const field = document.activeElement;
    expect(field?.localName).toBe('textarea');
    const press = async (name: string): Promise<void> => {
      const button = screen.getByRole('button', { name });
      button.focus();
      await fireEvent.click(button);
      await tick();
    };
    await press('Show an example');
    expect(document.activeElement).toBe(field);
    if (reflect.walk) reflect.walk.pause.offered = true;
    await tick();
    await press('Go on');
    expect([document.activeElement, reflect.walk?.pause.offered]).toEqual([field, false]);
    await press('Sort it');
    expect(within(screen.getByRole('group', { name: 'Three hands' })).getAllByRole('textbox')[0]).toBe(document.activeElement);
  });

  it('opens no guide where nothing can be written, and lets one out of what is open', async () => {
    await open();
    await begin(/^Duck check|^The duck/);
    reflect.walk?.write('above', 'calm');
    app.state = { ...journal.state(), read_only: true };
    journal.fail('draft_keep', fault('read-only'), fault('read-only'), fault('read-only'));
    await press('Escape');
    await screen.findByText(/Guides can be walked when it can be written again/);
    expect(reflect.walk).toBeNull();
    expect([...document.querySelectorAll<HTMLButtonElement>('button.guide')].every((one) => one.disabled)).toBe(true);
    await expectNoTrouble(document.body);
    app.shutdown();
    await tick();
    await tick();
    expect([app.walk, reflect.walk, journal.askedFor('guide_show').length]).toEqual([null, null, 1]);
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
