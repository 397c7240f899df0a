import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, someDays, type FakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { Moment } from '../../state/moment.svelte';
import { room } from '../../state/room.svelte';
import { Timeline as State } from '../../state/timeline.svelte';
import { toasts } from '../../state/toasts.svelte';
import { expectNoTrouble } from '../../test/axe';
import Timeline from './Timeline.svelte';

let timeline: State;
let moment: Moment;

async function open(journal: FakeJournal): Promise<void> {
  void journal;
  timeline = new State();
  moment = new Moment();
  render(Timeline, { timeline, moment });
  await vi.waitFor(() => expect(timeline.ready).toBe(true));
  await tick();
}
const options = (): HTMLElement[] => screen.queryAllByRole('option');
const active = (): HTMLElement => document.activeElement as HTMLElement;

function wide(is: boolean): void {
  room.width = is ? 'wide' : 'middle';
}

beforeEach(() => wide(true));
vi.setConfig({ testTimeout: 30_000 });

afterEach(async () => {
  cleanup();
  await moment.close();
  toasts.clear();
});

describe('Timeline', () => {
  it('lists the stones by month and reads the newest beside them', async () => {
    await open(fakeJournal({ entries: someDays() }));
    expect(options()).toHaveLength(9);
    expect(screen.getByRole('group', { name: /November 2026.*7/u })).toBeTruthy();
    expect(await screen.findByRole('heading', { name: 'Saturday 21 November' })).toBeTruthy();
    expect(options()[0]?.getAttribute('aria-selected')).toBe('true');
    await expectNoTrouble(document.body);
  });

  it('is walked with arrows, Home, End, J and K, and read with Enter', async () => {
    await open(fakeJournal({ entries: someDays() }));
    options()[0]?.focus();
    await fireEvent.keyDown(active(), { key: 'ArrowDown' });
    await vi.waitFor(() => expect(active()).toBe(options()[1]));
    await fireEvent.keyDown(active(), { key: 'j' });
    await vi.waitFor(() => expect(active()).toBe(options()[2]));
    await fireEvent.keyDown(active(), { key: 'End' });
    await vi.waitFor(() => expect(active()).toBe(options().at(-1)));
    await fireEvent.keyDown(active(), { key: 'Home' });
    await vi.waitFor(() => expect(active()).toBe(options()[0]));
    expect(options().filter((one) => one.tabIndex === 0)).toHaveLength(1);
    await fireEvent.keyDown(active(), { key: 'Enter' });
    await vi.waitFor(() => expect(active().textContent).toBe('Saturday 21 November'));
    await fireEvent.keyDown(active(), { key: 'Escape' });
    await vi.waitFor(() => expect(active()).toBe(options()[0]));
  });

  it('finds as one types, marks the hits, and Escape clears', async () => {
    await open(fakeJournal({ entries: someDays() }));
    const field = screen.getByRole('searchbox', { name: 'Search your moments' });
    await fireEvent.input(field, { target: { value: 'pump' } });
    await vi.waitFor(() => expect(options()).toHaveLength(1));
    expect(options()[0]?.querySelector('mark')?.textContent).toBe('pump');
    expect(screen.getByText(/1 found/)).toBeTruthy();
    await fireEvent.keyDown(field, { key: 'Escape' });
    await vi.waitFor(() => expect(options()).toHaveLength(9));
  });

  it('says so when what is read beside the list is not among what was found', async () => {
    await open(fakeJournal({ entries: someDays() }));
    await screen.findByRole('heading', { name: 'Saturday 21 November' });
    expect(screen.queryByText('Not among these')).toBeNull();
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'pump' } });
    await screen.findByText('Not among these');
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'dressing' } });
    await vi.waitFor(() => expect(screen.queryByText('Not among these')).toBeNull());
  });

  it('leads to the search field by its key while a moment lies over the list, and out of the bin', async () => {
    wide(false);
    await open(fakeJournal({ entries: someDays() }));
    await fireEvent.click(options()[2] as HTMLElement);
    await vi.waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull());
    app.search();
    await vi.waitFor(() => expect(active()).toBe(screen.getByRole('searchbox')));
    timeline.place = 'bin';
    await vi.waitFor(() => expect(screen.queryByRole('searchbox')).toBeNull());
    app.search();
    await vi.waitFor(() => expect(active()).toBe(screen.getByRole('searchbox')));
  });

  it('says so when nothing is found, under a filter, and in an empty journal', async () => {
    await open(fakeJournal({ entries: someDays() }));
    await fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'blanket' } });
    expect(await screen.findByText(/Nothing found for/)).toBeTruthy();
    expect(screen.getByText(/tag:ward/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await vi.waitFor(() => expect(options()).toHaveLength(9));
    await fireEvent.click(screen.getByRole('button', { name: 'More kinds' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Reflection' }));
    expect(await screen.findByText(/Nothing under .*Reflection.* yet\./u)).toBeTruthy();
    await expectNoTrouble(document.body);
    cleanup();
    await open(fakeJournal());
    expect(screen.getByText('No stones yet. The first one can be small.')).toBeTruthy();
  });

  it('draws few rows of many', async () => {
    const entries = Array.from({ length: 400 }, (_, i) => ({ text: `moment ${i}`, day: `2026-${String(1 + (i % 12)).padStart(2, '0')}-11` }));
    await open(fakeJournal({ entries }));
    for (let i = 0; i < 8; i += 1) await timeline.further();
    await tick();
    expect(timeline.rows).toHaveLength(400);
    expect(options().length).toBeLessThan(80);
    expect(document.querySelectorAll('*').length).toBeLessThan(2_000);
    options()[0]?.focus();
    await fireEvent.keyDown(active(), { key: 'End' });
    await vi.waitFor(() => expect(active().getAttribute('aria-posinset')).toBe('400'));
  });

  it('keeps close, puts in the bin and takes back by keys alone', async () => {
    const journal = fakeJournal({ entries: someDays() });
    await open(journal);
    await vi.waitFor(() => expect(moment.shown).not.toBeNull());
    options()[0]?.focus();
    await fireEvent.keyDown(active(), { key: 'b' });
    await vi.waitFor(() => expect(journal.entries[0]?.star).toBe(false));
    await fireEvent.keyDown(options()[0] as HTMLElement, { key: 'Delete' });
    await vi.waitFor(() => expect(options()).toHaveLength(8));
    expect(journal.entries[0]?.binned).toBeDefined();
    toasts.undo();
    await vi.waitFor(() => expect(options()).toHaveLength(9));
  });

  it('reads the one that takes the place of what was put in the bin, so that the next Delete is about it', async () => {
    const journal = fakeJournal({ entries: someDays() });
    await open(journal);
    await fireEvent.click(options()[2] as HTMLElement);
    await screen.findByRole('heading', { name: 'Thursday 19 November' });
    options()[2]?.focus();
    await fireEvent.keyDown(active(), { key: 'Delete' });
    await screen.findByRole('heading', { name: 'Wednesday 18 November' });
    await vi.waitFor(() => expect(active()).toBe(options()[2]));
    await fireEvent.keyDown(active(), { key: 'Delete' });
    await vi.waitFor(() => expect(options()).toHaveLength(7));
  });

  it('shows the list, then the sheet with a way back, in a narrow window', async () => {
    wide(false);
    await open(fakeJournal({ entries: someDays() }));
    expect(screen.queryByRole('article')).toBeNull();
    await fireEvent.click(options()[1] as HTMLElement);
    expect(await screen.findByRole('heading', { name: 'Saturday 21 November' })).toBeTruthy();
    expect(options()).toHaveLength(0);
    await fireEvent.click(screen.getByRole('button', { name: 'Back to the list' }));
    await vi.waitFor(() => expect(active()).toBe(options()[1]));
  });
});

describe('the bin', () => {
  async function toBin(): Promise<FakeJournal> {
    const journal = fakeJournal({ entries: someDays().map((entry, i) => (i < 2 ? { ...entry, binned: '2026-11-20T10:00:00Z' } : entry)) });
    await open(journal);
    await fireEvent.click(screen.getByRole('button', { name: 'More on the timeline' }));
    await fireEvent.click(await screen.findByRole('menuitem', { name: 'Bin' }));
    await screen.findByRole('heading', { name: 'Bin' });
    return journal;
  }

  it('puts back, and that can be undone', async () => {
    const journal = await toBin();
    const rows = within(await screen.findByRole('list', { name: 'In the bin' }));
    await expectNoTrouble(document.body);
    await fireEvent.click(rows.getAllByRole('button', { name: /^Put back/ })[0] as HTMLElement);
    await vi.waitFor(() => expect(journal.entries.filter((one) => one.binned)).toHaveLength(1));
    toasts.undo();
    await vi.waitFor(() => expect(screen.getAllByRole('button', { name: /^Put back/ })).toHaveLength(2));
  });

  it('is emptied for good only after its word was typed', async () => {
    const journal = await toBin();
    await fireEvent.click(await screen.findByRole('button', { name: 'Empty the bin…' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/Backups made earlier/)).toBeTruthy();
    const act = dialog.getByRole<HTMLButtonElement>('button', { name: 'Empty the bin' });
    expect(act.disabled).toBe(true);
    await expectNoTrouble(document.body);
    await fireEvent.input(dialog.getByRole('textbox'), { target: { value: ' Empty ' } });
    await fireEvent.click(act);
    await vi.waitFor(() => expect(journal.entries).toHaveLength(7));
    expect(await screen.findByText('The bin is empty.')).toBeTruthy();
  });
});
