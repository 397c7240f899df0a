import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeJournal, fault, writing, type FakeJournal, type Seed } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { flushDrafts } from '../../state/draft.svelte';
import { timeline } from '../../state/timeline.svelte';
import { today } from '../../state/today.svelte';
import { expectNoTrouble } from '../../test/axe';
import Lift from './Lift.svelte';

const moments = (count: number): Seed['entries'] =>
  Array.from({ length: count }, (_, i) => ({ day: `2026-10-${String(20 - i).padStart(2, '0')}`, text: `Moment ${i + 1}.`, written: `2026-10-${String(20 - i).padStart(2, '0')}T12:00:00Z` }));

async function open(seed: Seed = {}): Promise<{ journal: FakeJournal; dialog: HTMLElement }> {
  const journal = fakeJournal(seed);
  app.forget();
  await app.start();
  await today.load();
  app.lift();
  render(Lift);
  const dialog = screen.getByRole('dialog', { name: 'Lift' });
  await waitFor(() => expect(dialog.querySelector('.sheet')).not.toBeNull());
  return { journal, dialog };
}
const said = (dialog: HTMLElement): string => (dialog.textContent ?? '').replace(/\s+/g, ' ');
const press = (name: string | RegExp): Promise<boolean> => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => timeline.seek(''));

describe('what is lifted', () => {
  it.each([0, 1, 2, 3, 500])('stops after three: %i moments', async (count) => {
    const { dialog } = await open({ entries: moments(count) ?? [] });
    if (count === 0) {
      expect(said(dialog)).toContain('Nothing is here yet.');
      expect(screen.queryByRole('button', { name: 'Another' })).toBeNull();
      await press('To Today');
      expect([app.lifting, app.screen]).toEqual([false, 'today']);
      return;
    }
    const shown = Math.min(count, 3);
    for (let i = 1; i <= shown; i += 1) {
      await waitFor(() => expect(said(dialog)).toContain(`Moment ${i}.`));
      expect(said(dialog)).toContain(`You wrote this on a ${['Tuesday', 'Monday', 'Sunday'][i - 1]} in October`);
      if (i < shown) await press('Another');
    }
    await press('That is enough');
    await waitFor(() => expect(said(dialog)).toContain(['', 'That was the one', 'Those were the two', 'Those were the three'][shown]));
    expect(said(dialog)).not.toContain('Moment');
    await expectNoTrouble(dialog);
  });

  it('shows their words first, then what was done', async () => {
    const { dialog } = await open({ entries: [{ day: '2026-10-20', text: 'Rang the depot.', their_words: 'Nobody listened until you.' }] });
    const [first, second] = dialog.querySelectorAll('.own');
    expect([first?.localName, first?.textContent, second?.textContent]).toEqual(['blockquote', 'Nobody listened until you.', 'Rang the depot.']);
    await expectNoTrouble(dialog);
  });

  it('says plainly that a hard day is marked, without cheer, and knows the way to help', async () => {
    const { dialog } = await open({ entries: [{ kind: 'hard-day', text: '' }, ...(moments(1) ?? [])] });
    expect(said(dialog)).toContain('You marked a hard day, and it can stay that.');
    expect(said(dialog)).not.toContain('You have mattered');
    await press('Get help');
    expect([app.lifting, app.screen]).toEqual([false, 'help']);
  });
});

describe('what can be done with it', () => {
  it('goes on by the arrow, reads by Enter, leaves by Escape', async () => {
    const { dialog } = await open({ entries: moments(2) ?? [] });
    await fireEvent.keyDown(dialog, { key: 'ArrowRight' });
    await waitFor(() => expect(said(dialog)).toContain('Moment 2.'));
    await fireEvent.keyDown(dialog, { key: 'Enter' });
    expect([app.lifting, app.screen, timeline.selected]).toEqual([false, 'timeline', '01M00002']);
    app.lift();
    await fireEvent(dialog, new Event('cancel', { cancelable: true }));
    expect(app.lifting).toBe(false);
  });

  it('does not bring one again, and the next takes its place', async () => {
    const { journal, dialog } = await open({ entries: moments(3) ?? [] });
    await press('Not this one again');
    await waitFor(() => expect(said(dialog)).toContain('Moment 2.'));
    expect(journal.askedFor('lift_never')).toEqual([{ id: '01M00001' }]);
    expect(said(dialog)).toContain('It stays in your timeline.');
    journal.fail('lift_never', fault('disk-full'));
    await press('Not this one again');
    await waitFor(() => screen.getByRole('alert'));
    expect(said(dialog)).toContain('Moment 2.');
  });

  it('offers nothing that changes a journal that is open for reading only', async () => {
    await open({ entries: moments(1) ?? [], read_only: true });
    expect(screen.queryByRole('button', { name: 'Not this one again' })).toBeNull();
    await press('That is enough');
    await waitFor(() => screen.getByRole('button', { name: 'People I can count on' }));
    expect(screen.queryByRole('button', { name: /Write one line/ })).toBeNull();
  });

  it('gives the focus back to where it was', async () => {
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    await open({ entries: moments(1) ?? [] });
    await press('Close');
    await waitFor(() => expect(document.activeElement).toBe(button));
    button.remove();
  });
});

describe('one line to the person in it', () => {
  async function atTheLine(): Promise<{ journal: FakeJournal; dialog: HTMLElement }> {
    const all = await open({ entries: [{ day: '2026-10-20', text: 'Moment 1.', who: 'Blue hat' }] });
    await press('That is enough');
    await waitFor(() => screen.getByRole('button', { name: /Write one line/ }));
    await press(/Write one line/);
    await waitFor(() => screen.getByRole('textbox', { name: 'One line to Blue hat' }));
    return all;
  }

  it('is kept with the moment and never sent', async () => {
    const { journal, dialog } = await atTheLine();
    await expectNoTrouble(dialog);
    const area = screen.getByRole('textbox', { name: 'One line to Blue hat' });
    expect(document.activeElement).toBe(area);
    await fireEvent.input(area, { target: { value: 'I hope the hat is still blue.' } });
    await fireEvent.keyDown(area, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(journal.entries[0]?.ripples?.map((one) => one.text)).toEqual(['I hope the hat is still blue.']));
    await waitFor(() => expect(said(dialog)).toContain('It was not sent.'));
    expect(journal.drafts.size).toBe(0);
  });

  it('is not lost by Escape, nor when it cannot be kept', async () => {
    const { journal, dialog } = await atTheLine();
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Half a li' } });
    await fireEvent(dialog, new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(journal.drafts.get('later:01M00001')?.text).toBe('Half a li'));
    expect(app.lifting).toBe(true);
    await waitFor(() => expect(said(dialog)).toContain('They wait here for you.'));
    await press(/Write one line/);
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Half a li'));
    journal.fail('ripple_add', fault('disk-full'));
    await press('Keep this line');
    await waitFor(() => screen.getByRole('alert'));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Half a li');
  });

  it('goes on with what was begun where the moment is read, and never over it', async () => {
    const { journal } = await open({ entries: moments(1) ?? [], drafts: { 'later:01M00001': writing('He came by') } });
    await press('That is enough');
    await waitFor(() => screen.getByRole('button', { name: /Write one line/ }));
    journal.fail('draft_show', fault('disk'));
    await press(/Write one line/);
    await waitFor(() => screen.getByText('The disk did not answer as it does on other days.'));
    expect(screen.queryByRole('textbox')).toBeNull();
    await press(/Write one line/);
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('He came by'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says when it cannot be put away, and holds on to it when the lift ends', async () => {
    const { journal } = await atTheLine();
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Half a li' } });
    journal.fail('draft_keep', fault('disk-full'), fault('disk-full'));
    expect(await flushDrafts()).toBe(false);
    await waitFor(() => screen.getByText('The disk is full.'));
    cleanup();
    await waitFor(() => expect(journal.askedFor('draft_keep')).toHaveLength(2));
    await waitFor(async () => expect(await flushDrafts()).toBe(true));
    expect(journal.drafts.get('later:01M00001')?.text).toBe('Half a li');
  });

  it('is not called a draft when it was kept while it was left', async () => {
    const { journal, dialog } = await atTheLine();
    await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'A line.' } });
    journal.delay = 20;
    await press('Keep this line');
    await fireEvent(dialog, new Event('cancel', { cancelable: true }));
    await waitFor(() => expect(said(dialog)).toContain('It was not sent.'));
    expect(said(dialog)).not.toContain('They wait here for you.');
    expect(journal.drafts.size).toBe(0);
  });
});
