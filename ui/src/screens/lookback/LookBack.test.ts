import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeJournal, fault, someDays, type FakeJournal, type Seed } from '../../api/fake';
import { someCheckIns, someDaysOfAYear } from '../../api/fake/year';
import type { Weekday } from '../../api/gen/wire';
import { app } from '../../state/app.svelte';
import { checkIn } from '../../state/checkin.svelte';
import { flushDrafts } from '../../state/draft.svelte';
import { lookback } from '../../state/lookback.svelte';
import { timeline } from '../../state/timeline.svelte';
import { toasts } from '../../state/toasts.svelte';
import { expectNoTrouble } from '../../test/axe';
import LookBack from './LookBack.svelte';

beforeEach(() => {
  app.forget();
  toasts.clear();
  timeline.seek('');
  Object.assign(lookback, { range: 'year', year: null, tables: false, view: 'room', at: null, back: null, fault: null });
  checkIn.shown = null;
  checkIn.draft?.close();
  checkIn.draft = null;
});

async function open(seed: Seed = {}, day: Weekday | null = null): Promise<{ journal: FakeJournal; container: HTMLElement }> {
  const journal = fakeJournal({ entries: someDays(), ...seed });
  journal.settings.check_in = day;
  await app.start();
  const { container } = render(LookBack);
  await waitFor(() => screen.getByRole('heading', { name: 'Weekly check-in' }));
  await waitFor(() => expect(container.querySelector('.say, .empty, .fault')).not.toBeNull());
  await waitFor(() => expect(screen.queryByRole('switch')?.hasAttribute('disabled') ?? false).toBe(app.readOnly));
  return { journal, container };
}
const press = (name: string | RegExp): Promise<boolean> => fireEvent.click(screen.getByRole('button', { name }));
const lines = (): Promise<HTMLElement[]> => waitFor(() => {
  const all = screen.getAllByRole('radiogroup');
  expect(all).toHaveLength(9);
  return all;
});
const key = (name: string): Promise<boolean> => fireEvent.keyDown(document.activeElement as Element, { key: name, bubbles: true });
const here = (): string => document.activeElement?.getAttribute('aria-label') ?? '';

describe('the year as stones', () => {
  it('says totals that only grow, and no share of days', async () => {
    const { container } = await open();
    expect(container.querySelector('.say')?.textContent).toBe('People you have noted helping: 3. Stones laid: 9. Promises kept: 0.');
    expect(container.textContent).not.toMatch(/%|streak|in a row|goal/i);
    // From the first of January to today, and nothing for days to come.
    expect(container.querySelectorAll('[role=gridcell]:not([aria-hidden])')).toHaveLength(325);
    expect(container.querySelectorAll('[role=gridcell].some')).toHaveLength(8);
  });

  it('is read by arrows, and Enter opens a day in the timeline', async () => {
    await open();
    const first = screen.getByRole('grid').querySelector<HTMLElement>('[tabindex="0"]');
    first?.focus();
    expect(here()).toBe('Saturday 21 November: 2 stones, Learned, Helped');
    await key('ArrowUp');
    await waitFor(() => expect(here()).toBe('Friday 20 November: no stone'));
    await key('Enter');
    expect(app.screen).toBe('today');
    await key('ArrowUp');
    await waitFor(() => expect(here()).toBe('Thursday 19 November: 1 stone, Kind words'));
    expect(screen.getByText('Thursday 19 November: 1 stone, Kind words').localName).toBe('p');
    await key('ArrowLeft');
    await waitFor(() => expect(here()).toBe('Thursday 12 November: no stone'));
    await key('Home');
    await waitFor(() => expect(here()).toBe('Thursday 1 January: no stone'));
    await key('End');
    await waitFor(() => expect(here()).toContain('Saturday 21 November'));
    expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    await key('Enter');
    expect([app.screen, timeline.query]).toEqual(['timeline', 'from:2026-11-21 until:2026-11-21']);
  });

  it('shows fewer weeks, other years, and tables', async () => {
    const { journal, container } = await open({ entries: [...someDays(), { text: 'Long ago', day: '2024-05-06' }] });
    await fireEvent.click(screen.getByRole('radio', { name: '4 weeks' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(7));
    expect(screen.getAllByRole('gridcell')).toHaveLength(27);
    // A year of cells takes axe too long here; the window's own tour looks at it.
    await expectNoTrouble(container);
    screen.getByRole('radio', { name: '4 weeks' }).focus();
    await key('ArrowLeft');
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Year' }).getAttribute('aria-checked')).toBe('true'));
    await waitFor(() => screen.getByRole('button', { name: 'Go to 2024' }));
    await press('Go to 2024');
    await waitFor(() => expect(journal.askedFor('year_show').at(-1)).toEqual({ year: 2024 }));
    await press('Read as tables');
    await waitFor(() => expect(screen.getByRole('row', { name: /6 May/ }).textContent).toContain('Helped'));
  });

  it('leads from a thread to its moments', async () => {
    await open({ entries: someDaysOfAYear('2026-11-19', 60) });
    await press(/^to be heard: \d+ times$/);
    expect([app.screen, timeline.query]).toEqual(['timeline', 'need:"to be heard" from:2026 until:2026']);
    app.forget();
    await press(/^Blue hat: /);
    expect(timeline.query).toBe('who:"Blue hat" from:2026 until:2026');
    await press(/^small things: /);
    expect(timeline.query).toBe('tag:"small things" from:2026 until:2026');
    await press(/^Made it simple: /);
    expect(timeline.query).toBe('pursuit:"made-simple" from:2026 until:2026');
    await press(/^patient: /);
    expect(timeline.query).toBe('who:"patient" from:2026 until:2026');
  });

  it('is kind when there is nothing, and says what went wrong', async () => {
    const { container } = await open({ entries: [] });
    expect(container.textContent).toContain('After a few stones you will see your path here.');
    await expectNoTrouble(container);
    await press('Lay the first one');
    expect(app.screen).toBe('today');
  });
});

describe('the weekly check-in', () => {
  it('is off by default, set in place, and offered on the chosen day', async () => {
    const { journal } = await open();
    const on = screen.getByRole('switch', { name: 'Offer a weekly check-in' });
    expect(on.getAttribute('aria-checked')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Fill it in' })).toBeNull();
    await fireEvent.click(on);
    await waitFor(() => screen.getByRole('button', { name: 'Fill it in' }));
    expect(journal.settings.check_in).toBe('saturday');
    await fireEvent.change(screen.getByRole('combobox', { name: 'On which day' }), { target: { value: 'friday' } });
    await waitFor(() => screen.getByText('Offered next on Friday 27 November.'));
    expect(screen.queryByRole('button', { name: 'Fill it in' })).toBeNull();
  });

  it.each([
    ['is far enough from the last one', 'tuesday', '2026-11-19', 'Wednesday 25 November'],
    ['leaves out the week that has one', 'thursday', '2026-11-19', 'Thursday 26 November'],
    ['does not wait for the chosen day in a week that has none', 'wednesday', '2026-11-17', 'Monday 23 November'],
  ] as const)('says when the next one is offered: it %s', async (_, day, last, next) => {
    await open({ entries: someCheckIns(1, last) }, day);
    await waitFor(() => screen.getByText(`Offered next on ${next}.`));
  });

  it('says that it waits, and not that it is the day, when its day was missed', async () => {
    await open({ entries: someCheckIns(1, '2026-11-10') }, 'monday');
    if (checkIn.shown !== null) checkIn.shown = { ...checkIn.shown, due: true };
    await waitFor(() => screen.getByRole('button', { name: 'Fill it in' }));
    expect(screen.getByText('Your weekly check-in is waiting. It takes about a minute.')).toBeTruthy();
  });

  it('is filled in by digits, skips what is left out, and keeps words and marks', async () => {
    const { journal, container } = await open({}, 'saturday');
    await press('Fill it in');
    const all = await lines();
    expect(all.map((one) => within(one).getAllByRole('radio').map((radio) => radio.textContent?.trim()).join(', '))).toEqual(Array(9).fill('Not at all, A little, Some, A lot, Very much'));
    await expectNoTrouble(container);
    await press('Keep this check-in');
    expect(screen.getByRole('alert').textContent).toBe('Mark one line first, or leave it for another day.');
    within(all[0] as HTMLElement).getAllByRole('radio')[0]?.focus();
    await key('4');
    await key('5');
    await waitFor(() => expect(document.activeElement?.closest('[role=radiogroup]')).toBe(all[2]));
    await fireEvent.click(within(all[5] as HTMLElement).getByRole('radio', { name: 'A little' }));
    await fireEvent.input(screen.getByRole('textbox', { name: 'Anything you want to remember about this week?' }), { target: { value: 'Two left.' } });
    await fireEvent.keyDown(window, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(journal.askedFor('moment_save')).toHaveLength(1));
    expect(journal.askedFor('moment_save')[0]).toEqual({ draft: 'check-in', writing: { kind: 'check-in', text: 'Two left.', marks: { 'mattered': 4, 'worth-it': 5, 'safe-respected': 2 }, star: false, may_share: false } });
    await waitFor(() => screen.getByText(/You noted that you did not feel safe/));
    await press('Get help');
    expect(app.screen).toBe('help');
  });

  it('loses no mark by Escape', async () => {
    const { journal } = await open({}, 'saturday');
    await press('Fill it in');
    await fireEvent.click(within((await lines())[3] as HTMLElement).getByRole('radio', { name: 'Some' }));
    await fireEvent.keyDown(window, { key: 'Escape' });
    await waitFor(() => screen.getByRole('button', { name: 'Go on with it' }));
    expect(journal.drafts.get('check-in')?.marks).toEqual({ 'had-a-say': 3 });
    await press('Go on with it');
    await waitFor(() => expect(screen.getAllByRole('radio', { checked: true }).map((one) => one.textContent?.trim())).toEqual(['Some']));
    journal.fail('moment_save', fault('disk-full'));
    await press('Keep this check-in');
    await waitFor(() => screen.getByRole('alert'));
    expect(screen.getAllByRole('radio', { checked: true })).toHaveLength(1);
  });

  it('says when a mark cannot be put away, and holds on to it when the room is left', async () => {
    const { journal } = await open({}, 'saturday');
    await press('Fill it in');
    await fireEvent.click(within((await lines())[3] as HTMLElement).getByRole('radio', { name: 'Some' }));
    journal.fail('draft_keep', fault('disk-full'), fault('disk-full'));
    window.dispatchEvent(new Event('blur'));
    await waitFor(() => screen.getByText('The disk is full.'));
    cleanup();
    await waitFor(() => expect(journal.askedFor('draft_keep')).toHaveLength(2));
    expect(checkIn.draft?.beside.marks).toEqual({ 'had-a-say': 3 });
    await waitFor(async () => expect(await flushDrafts()).toBe(true));
    expect(journal.drafts.get('check-in')?.marks).toEqual({ 'had-a-say': 3 });
    render(LookBack);
    await waitFor(() => screen.getByRole('button', { name: 'Go on with it' }));
    await press('Go on with it');
    await waitFor(() => expect(screen.getAllByRole('radio', { checked: true }).map((one) => one.textContent?.trim())).toEqual(['Some']));
  });

  it('draws three charts alike, each with its table, words only from the program, and never a count of moments', async () => {
    const { container } = await open({ entries: [...someDays(), ...someCheckIns(11)] });
    const charts = screen.getAllByRole('figure');
    expect(charts.map((one) => within(one).getByRole('heading').textContent)).toEqual(['Meaning', 'Conditions', 'Fuel']);
    for (const chart of charts) {
      expect(within(chart).getByRole('img').getAttribute('aria-label')).toMatch(/11 check-ins\. The last one, on 12 Nov 2026: /);
      expect(chart.querySelectorAll('.run')).toHaveLength(2);
      expect([...chart.querySelectorAll('.scale li')].map((one) => one.textContent)).toEqual(['Very much', 'A lot', 'Some', 'A little', 'Not at all']);
    }
    expect(screen.getByText('Conditions look lower than a month ago.')).toBeTruthy();
    expect(screen.queryByText(/Meaning looks|Fuel looks/)).toBeNull();
    expect(screen.getByText('That is a rule of thumb, not a test. It cannot say why something changed.')).toBeTruthy();
    expect(container.querySelector('.checkin')?.textContent).not.toMatch(/stone/i);
    await press('Fuel as a table');
    const table = await waitFor(() => screen.getByRole('table'));
    expect(within(table).getAllByRole('row')).toHaveLength(12);
    await press('Read as tables');
    await waitFor(() => expect(screen.getAllByRole('table').length).toBeGreaterThan(3));
    await expectNoTrouble(container);
  });

  it('opens a check-in at its dot, by the mouse and by one Tab stop with arrows', async () => {
    const { container } = await open({ entries: someCheckIns(11) });
    const chart = screen.getByRole('figure', { name: 'Meaning' });
    const dots = within(within(chart).getByRole('group', { name: 'Meaning' })).getAllByRole('button');
    expect(dots).toHaveLength(11);
    expect(dots.map((dot) => dot.tabIndex).filter((stop) => stop === 0)).toHaveLength(1);
    await fireEvent.click(dots[0]!);
    expect(dots[0]!.getAttribute('aria-label')).toMatch(/^Meaning, 27 Aug 2026: (Not at all|A little|Some|A lot|Very much)$/);
    const one = chart.querySelector('.one');
    expect(one?.querySelector('strong')?.textContent).toBe(dots[0]!.getAttribute('aria-label'));
    expect([...(one?.querySelectorAll('li') ?? [])].map((line) => line.textContent?.replace(/ (Not at all|A little|Some|A lot|Very much|skipped)$/, ''))).toEqual([
      'I could see that my work helped someone.', 'My work felt worth doing.', 'I used my skills well or learned something.',
    ]);
    expect(one?.querySelector('.own')?.textContent).toBe('Two people left the team.');
    expect([dots[0]!.getAttribute('aria-expanded'), dots[1]!.getAttribute('aria-expanded')]).toEqual(['true', 'false']);
    await expectNoTrouble(container);
    dots[0]!.focus();
    await key('End');
    expect([document.activeElement, dots[10]!.tabIndex]).toEqual([dots[10], 0]);
    await key('ArrowRight');
    await key('ArrowLeft');
    expect(document.activeElement).toBe(dots[9]);
    await key('Home');
    expect(document.activeElement).toBe(dots[0]);
    await key('Escape');
    expect([chart.querySelector('.one'), document.activeElement]).toEqual([null, dots[0]]);
    await fireEvent.click(dots[1]!);
    expect(chart.querySelector('.own')).toBeNull();
    await fireEvent.click(within(chart).getByRole('button', { name: 'Close' }));
    expect([chart.querySelector('.one'), document.activeElement]).toEqual([null, dots[1]]);
    await fireEvent.click(dots[2]!);
    await fireEvent.click(dots[2]!);
    expect(chart.querySelector('.one')).toBeNull();
  });

  it.each([
    ['safe', 'You noted that you did not feel safe or respected.', ['When it is not okay', 'Get help', 'People I can count on']],
    ['fuel', 'You have been low on fuel for a few weeks.', ['People I can count on', 'Get help']],
    ['place', 'That points to the workplace, not to you.', ['People I can count on', 'Get help']],
  ])('says what check-ins may mean, and where to turn: %s', async (rule, said, ways) => {
    const mark = (safe: number) => ({ kind: 'check-in' as const, text: '', day: '2026-11-12', marks: { 'safe-respected': safe, 'energy-left': 2 } });
    const { journal, container } = await open({ entries: [mark(rule === 'safe' ? 2 : 3)] });
    if (rule !== 'safe') {
      expect(container.querySelector('.notes')).toBeNull();
      const { check_in_show: shown } = journal.handlers;
      journal.handlers.check_in_show = (request) => ({ ...shown(request), notes: [`Before it. ${said}`] });
      await checkIn.load();
    }
    const note = await waitFor(() => container.querySelector<HTMLElement>('.notes')!);
    expect(note.textContent).toContain(said);
    expect(within(note).getAllByRole('button').map((one) => one.textContent?.trim())).toEqual(ways);
    await expectNoTrouble(container);
    await fireEvent.click(within(note).getAllByRole('button')[0]!);
    expect([app.screen, app.walk]).toEqual(rule === 'safe' ? ['reflect', 'when-it-is-not-okay'] : ['promises', null]);
  });

  it('says how many are still to come before eight', async () => {
    await open({ entries: someCheckIns(2) });
    expect(screen.getByText('3 check-ins so far. Words about a change come after eight.')).toBeTruthy();
    expect(screen.queryByText(/than a month ago/)).toBeNull();
  });

  it('offers nothing while the journal is open for reading only', async () => {
    await open({ entries: someCheckIns(3), read_only: true }, 'saturday').catch(() => undefined);
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Fill it in' })).toBeNull();
  });
});

it('tells what it rests on, with the nulls and the way back', async () => {
  const { container } = await open();
  await press('What this rests on');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('What this rests on'));
  expect(container.textContent).toContain('found no effect');
  expect(container.textContent).toContain('That it is proven');
  expect(screen.getAllByText('summary read').length).toBeGreaterThan(20);
  await expectNoTrouble(container);
  await fireEvent.keyDown(window, { key: 'Escape' });
  await waitFor(() => expect(document.activeElement?.id).toBe('lookback-evidence'));
});
