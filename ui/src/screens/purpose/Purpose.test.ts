import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { fakeJournal, fault, type FakeJournal, type Seed } from '../../api/fake';
import { twoMissions } from '../../api/fake/year';
import { app } from '../../state/app.svelte';
import { flushDrafts } from '../../state/draft.svelte';
import { toasts } from '../../state/toasts.svelte';
import { expectNoTrouble } from '../../test/axe';
import Purpose from './Purpose.svelte';

beforeEach(() => {
  app.forget();
  app.walk = null;
  toasts.clear();
});

async function open(seed: Seed = {}): Promise<{ journal: FakeJournal; container: HTMLElement }> {
  const journal = fakeJournal(seed);
  await app.start();
  const { container } = render(Purpose);
  await waitFor(() => expect(container.querySelector('.line, .empty, section')).not.toBeNull());
  return { journal, container };
}
const press = (name: string | RegExp): Promise<boolean> => fireEvent.click(screen.getByRole('button', { name }));
const field = (name: RegExp): HTMLTextAreaElement => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const type = (name: RegExp, value: string): Promise<boolean> => fireEvent.input(field(name), { target: { value } });

it('offers the walk or writing it here while there is none', async () => {
  const { container } = await open();
  await expectNoTrouble(container);
  await press('Walk through it, 3 minutes');
  expect([app.screen, app.walk]).toEqual(['reflect', 'my-mission-statement']);
});

it('shows the one in force, the line first, and what was left out', async () => {
  const { container } = await open({ entries: twoMissions() });
  expect(container.querySelector('.line')?.textContent).toBe('I am the person who listens, tells you the truth and calls you back.');
  expect([...container.querySelectorAll('dt')].map((one) => one.textContent)).toEqual(['Who comes to me', 'What they fear I will be', 'Who I want to be for them', 'What I always do', 'My limits']);
  expect(container.querySelectorAll('dd')[3]?.textContent).toBe('Nothing written here.');
  await expectNoTrouble(container);
});

it('is not kept without limits and the one line, and says so in place', async () => {
  const { journal, container } = await open();
  await press('Write it here');
  await waitFor(() => expect(document.activeElement).toBe(field(/Who comes to you/)));
  await type(/Who comes to you/, 'People at the end of their rope.');
  await press('Keep this');
  expect(screen.getAllByRole('alert').map((one) => one.textContent)).toEqual(['Write one limit first. A mission that eats your life will not last.', 'Put it in one line first. It can be a plain one.']);
  await waitFor(() => expect(document.activeElement).toBe(field(/What are your limits/)));
  expect(journal.askedFor('moment_save')).toEqual([]);
  await expectNoTrouble(container);
  await type(/What are your limits/, 'In my paid hours.');
  await type(/one line/, 'I call back.');
  await fireEvent.keyDown(field(/one line/), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(container.querySelector('.line')?.textContent).toBe('I call back.'));
  expect(journal.askedFor('moment_save')[0]).toEqual({
    draft: 'mission',
    writing: {
      kind: 'mission', text: '', star: false, may_share: false,
      answers: [{ field: 'who_comes', text: 'People at the end of their rope.' }, { field: 'limits', text: 'In my paid hours.' }, { field: 'mission', text: 'I call back.' }],
    },
  });
});

it('keeps a change as a new version, and shows two side by side', async () => {
  const { journal, container } = await open({ entries: twoMissions() });
  await press('Edit');
  await type(/one line/, 'I listen first.');
  await press('Keep this');
  await waitFor(() => expect(container.querySelector('.line')?.textContent).toBe('I listen first.'));
  expect(journal.entries.filter((one) => one.kind === 'mission')).toHaveLength(3);
  await press('2 older versions');
  const [left, right] = await waitFor(() => {
    const both = screen.getAllByRole('article');
    expect(both).toHaveLength(2);
    return both as [HTMLElement, HTMLElement];
  });
  expect(left.querySelector('.line')?.textContent).toContain('tells you the truth');
  expect(right.querySelector('.line')?.textContent).toBe('I listen first.');
  expect(within(left).getAllByText('changed')).toHaveLength(1);
  await fireEvent.change(within(left).getByRole('combobox'), { target: { value: '01M00001' } });
  await waitFor(() => expect(screen.getAllByRole('article')[0]?.querySelector('.line')?.textContent).toBe('I listen, and I tell people the truth.'));
  expect(within(left).getAllByText('changed')).toHaveLength(2);
  await expectNoTrouble(container);
  await fireEvent.keyDown(window, { key: 'Escape' });
  await waitFor(() => screen.getByRole('button', { name: 'Edit' }));
});

it('changes nothing when nothing was changed', async () => {
  const { journal } = await open({ entries: twoMissions() });
  await press('Edit');
  await press('Keep this');
  await waitFor(() => screen.getByRole('button', { name: 'Edit' }));
  expect(journal.askedFor('moment_save')).toEqual([]);
  expect(journal.drafts.size).toBe(0);
});

it('loses no word by Escape, a fault or leaving the room', async () => {
  const { journal } = await open({ entries: twoMissions() });
  await press('Edit');
  await type(/What will you always do/, 'Give my first name.');
  journal.fail('moment_save', fault('disk-full'));
  await press('Keep this');
  await waitFor(() => screen.getByRole('alert'));
  expect(field(/What will you always do/).value).toBe('Give my first name.');
  await fireEvent.keyDown(window, { key: 'Escape' });
  await waitFor(() => screen.getByText('You began to write this and left it.'));
  expect(journal.drafts.get('mission')?.answers?.find((one) => one.field === 'always_do')?.text).toBe('Give my first name.');
  await press('Go on');
  await waitFor(() => expect(field(/What will you always do/).value).toBe('Give my first name.'));
  expect(field(/What are your limits/).value).toBe('In my paid hours. Not when I am being abused.');
});

it('says when its words cannot be put away, and holds on to them when the room is left', async () => {
  const { journal } = await open({ entries: twoMissions() });
  await press('Edit');
  await type(/What will you always do/, 'Give my first name.');
  journal.fail('draft_keep', fault('disk-full'), fault('disk-full'));
  window.dispatchEvent(new Event('blur'));
  await waitFor(() => screen.getByText('The disk is full.'));
  cleanup();
  await waitFor(() => expect(journal.askedFor('draft_keep')).toHaveLength(2));
  render(Purpose);
  await waitFor(() => expect(field(/What will you always do/).value).toBe('Give my first name.'));
  await waitFor(async () => expect(await flushDrafts()).toBe(true));
  expect(journal.drafts.get('mission')?.answers?.find((one) => one.field === 'always_do')?.text).toBe('Give my first name.');
  await waitFor(() => expect(screen.queryByText('The disk is full.')).toBeNull());
  await type(/What will you always do/, 'Give my name.');
  await flushDrafts();
  expect(journal.drafts.get('mission')?.answers?.find((one) => one.field === 'always_do')?.text).toBe('Give my name.');
});

it('does not speak of a draft when the card was kept while it was left', async () => {
  const { journal } = await open({ entries: twoMissions() });
  await press('Edit');
  await type(/one line/, 'I listen first.');
  journal.delay = 20;
  await press('Keep this');
  await fireEvent.keyDown(window, { key: 'Escape' });
  await waitFor(() => screen.getByRole('button', { name: '2 older versions' }));
  expect(toasts.current?.undo).toBeDefined();
  expect(journal.drafts.size).toBe(0);
});

it('offers no change while the journal is open for reading only', async () => {
  await open({ entries: twoMissions(), read_only: true });
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  await waitFor(() => screen.getByRole('button', { name: '1 older version' }));
});
