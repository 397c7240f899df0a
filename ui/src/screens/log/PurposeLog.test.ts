import { render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { fakeJournal, fault, someDays, type FakeJournal } from '../../api/fake';
import { PAGE_BLOCKS, purposeLog, USUAL_KINDS } from '../../state/log.svelte';
import { expectNoTrouble } from '../../test/axe';
import PurposeLog from './PurposeLog.svelte';

let journal: FakeJournal;

beforeEach(() => {
  journal = fakeJournal({ entries: someDays() });
  Object.assign(purposeLog, { from: '', to: '', kinds: [...USUAL_KINDS], starred: false, withDays: false, withTheirWords: false });
});

/** Words on the screen carry isolation marks around values. */
const plain = (node: Element | null): string => (node?.textContent ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

async function open(): Promise<HTMLElement> {
  const { container } = render(PurposeLog);
  await waitFor(() => expect(container.querySelector('.paper, .none')).not.toBeNull());
  return container;
}

const said = (container: HTMLElement): string => [...container.querySelectorAll('[role=status]')].map(plain).join(' ').trim();

it('has no accessibility findings', async () => {
  const container = await open();
  await expectNoTrouble(container);
});

it('draws the document with headings below the one of the screen', async () => {
  const container = await open();
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(plain(container.querySelector('.paper h2'))).toBe('Purpose log');
  expect([...container.querySelectorAll('.paper h3')].map(plain)).toEqual(['November 2026', 'October 2026']);
  expect(container.querySelector('.paper blockquote')).toBeNull();
  screen.getByRole('switch', { name: 'Include the words they said' }).click();
  await waitFor(() => expect(container.querySelector('.paper blockquote')).not.toBeNull());
  expect(container.querySelector('.paper blockquote')?.textContent).toBe('You’re the one who explains things.');
  expect(container.querySelectorAll('.paper dl')).not.toHaveLength(0);
  expect(plain(container)).not.toContain('snapped at the student');
});

it('follows the choices', async () => {
  const container = await open();
  expect(said(container)).toContain('7 moments');
  screen.getByRole('checkbox', { name: 'Helped' }).click();
  await waitFor(() => expect(said(container)).toContain('4 moments'));
  screen.getByRole('switch', { name: 'Only what I kept close' }).click();
  await waitFor(() => expect(said(container)).toContain('1 moment'));
  screen.getByRole('button', { name: 'Everything' });
});

it('with nothing chosen, saving says why not', async () => {
  const container = await open();
  for (const box of screen.getAllByRole('checkbox', { checked: true })) box.click();
  await screen.findByText('Nothing is ticked under “What goes in”.');
  screen.getByRole('button', { name: 'Save as Markdown…' }).click();
  await waitFor(() => expect(said(container)).toContain('Choose one moment or more.'));
  expect(journal.askedFor('log_save')).toEqual([]);
});

it('Ctrl+Enter saves; feelings go off again and it says so', async () => {
  const container = await open();
  const feelings = screen.getByRole('switch', { name: 'Include feelings and costs' }) as HTMLInputElement;
  feelings.click();
  await waitFor(() => expect(plain(container.querySelector('.paper'))).toContain('moved, useful'));
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, cancelable: true }));
  await waitFor(() => expect(said(container)).toContain('Saved as purpose-log.md. This copy is not locked. Feelings and costs are off again.'));
  expect(journal.askedFor('log_save')[0]?.with_feelings).toBe(true);
  expect(feelings.checked).toBe(false);
  await waitFor(() => expect(plain(container.querySelector('.paper'))).not.toContain('moved, useful'));
});

it('a fault stands in its place', async () => {
  await open();
  journal.fail('log_save', fault('disk-full'));
  screen.getByRole('button', { name: 'Save as Markdown…' }).click();
  await screen.findByRole('alert');
});

it('a page that cannot be drawn can be asked for again', async () => {
  journal.fail('log_preview', fault('disk'));
  const { container } = render(PurposeLog);
  (await screen.findByRole('button', { name: 'Try again' })).click();
  await waitFor(() => expect(container.querySelector('.paper')).not.toBeNull());
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a long log is drawn in parts', async () => {
  journal = fakeJournal({ entries: Array.from({ length: 150 }, (_, i) => ({ text: `Moment ${i}`, day: '2026-11-20' })) });
  const container = await open();
  expect(container.querySelectorAll('.paper .moment')).toHaveLength(PAGE_BLOCKS - 2);
  screen.getByRole('button', { name: 'Show more of the preview' }).click();
  await waitFor(() => expect(container.querySelectorAll('.paper .moment')).toHaveLength(2 * PAGE_BLOCKS - 2));
});
