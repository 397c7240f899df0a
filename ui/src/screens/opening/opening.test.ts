import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeJournal, fault } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { expectNoTrouble } from '../../test/axe';
import Busy from './Busy.svelte';
import Damaged from './Damaged.svelte';
import FirstRun from './FirstRun.svelte';
import Recover from './Recover.svelte';
import SheetDue from './SheetDue.svelte';
import Unlock from './Unlock.svelte';

const click = (name: string | RegExp): Promise<boolean> => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, text: string): Promise<boolean> => fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
const later = vi.waitFor;

beforeEach(() => app.forget());

test('first run: words first, then five words, then two groups typed back; the moment is kept', async () => {
  const journal = fakeJournal({ standing: 'new', sheet_confirmed: false });
  await app.start();
  const { container } = render(FirstRun);
  const box = screen.getByLabelText<HTMLTextAreaElement>('Who did you help today, and what did you do?');
  expect(document.activeElement).toBe(box);
  await expectNoTrouble(container);
  await fireEvent.input(box, { target: { value: 'The man with the blue hat got his refund.' } });
  await fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true });
  await later(() => expect(screen.getByText(/window|river|harbour/).textContent?.split(' ')).toHaveLength(5));
  expect(journal.asked.map((one) => one.name)).toEqual(['app_show', 'passphrase_suggest']);
  expect(screen.getByText(/nobody can open your journal, and neither can we/)).toBeTruthy();
  await expectNoTrouble(container);
  await click('Make my journal');
  await later(() => screen.getByText('Your recovery sheet'));
  expect(screen.getAllByRole('listitem')).toHaveLength(13);
  await expectNoTrouble(container);
  await type('Group 4', 't4rw');
  await type('Group 11', 'wrong');
  await click('It is right');
  await later(() => screen.getByText(/Group 11 is not the same/));
  await type('Group 11', 'w7qt');
  await click('It is right');
  await later(() => expect(app.phase).toBe('open'));
  expect(app.sheetDue).toBe(false);
  expect(app.first?.text).toBe('The man with the blue hat got his refund.');
  expect(journal.askedFor('journal_create')[0]?.first?.text).toBe('The man with the blue hat got his refund.');
});

test('first run says once, and calmly, on which computer to write and that notes can be asked for', async () => {
  fakeJournal({ standing: 'new', sheet_confirmed: false });
  await app.start();
  render(FirstRun);
  const said = screen.getByText(/a computer of your own if you can, not on one from your workplace/);
  expect(said.textContent).toContain('can be asked for in a legal case, and can help or hurt');
  expect(said.closest('[role="alert"]')).toBeNull();
  await click('I have something to write later');
  await later(() => screen.getByText('Choose a passphrase'));
  expect(screen.queryByText(/legal case/)).toBeNull();
});

test('first run by keyboard: Ctrl+Enter goes on from wherever the focus is, and the first group waits for the caret', async () => {
  const journal = fakeJournal({ standing: 'new', sheet_confirmed: false });
  await app.start();
  render(FirstRun);
  const goOn = (): Promise<boolean> => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Enter', ctrlKey: true, bubbles: true });
  await type('Who did you help today, and what did you do?', 'Biscuit the dog.');
  await goOn();
  await later(() => screen.getByText(/window|river|harbour/));
  await goOn();
  const first = await later(() => screen.getByLabelText('Group 4'));
  await later(() => expect(document.activeElement).toBe(first));
  expect(journal.askedFor('journal_create')).toHaveLength(1);
});

test('first run: nothing to write yet, own words, and a weak one taken at the second yes', async () => {
  const journal = fakeJournal({ standing: 'new', sheet_confirmed: false });
  render(FirstRun);
  await click('I have something to write later');
  await click('Use my own words');
  await click('Make my journal');
  await later(() => screen.getByText('Write a passphrase first.'));
  await type('Your passphrase', 'cat');
  await click('Make my journal');
  await later(() => screen.getByText(/easy to guess/));
  await click('Use it all the same');
  await later(() => screen.getByText('Your recovery sheet'));
  expect(journal.askedFor('journal_create').map((one) => [one.weak_ok, one.first])).toEqual([[false, null], [true, null]]);
});

test('first run: a full disk loses no word', async () => {
  const journal = fakeJournal({ standing: 'new' });
  journal.fail('journal_create', fault('disk-full'));
  render(FirstRun);
  await type('Who did you help today, and what did you do?', 'Biscuit the dog.');
  await click('Keep this moment');
  await later(() => screen.getByText(/window|river|harbour/));
  await click('Make my journal');
  await later(() => screen.getByText('The disk is full.'));
  expect(screen.getByRole('button', { name: 'Copy my text' })).toBeTruthy();
  await click('Back to my words');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Who did you help today, and what did you do?').value).toBe('Biscuit the dog.');
});

test('unlock: the caret is in the field; wrong says so kindly, right opens, nothing counts', async () => {
  const journal = fakeJournal({ standing: 'locked', passphrase: 'river candle orbit' });
  await app.start();
  const recover = vi.fn();
  const { container } = render(Unlock, { onrecover: recover });
  const field = screen.getByLabelText<HTMLInputElement>('Passphrase');
  expect(document.activeElement).toBe(field);
  await expectNoTrouble(container);
  await click('Open');
  expect(journal.askedFor('journal_unlock')).toHaveLength(0);
  await type('Passphrase', 'river');
  journal.delay = 20;
  await click('Open');
  expect(screen.getByRole('button', { name: 'Opening…' })).toBeTruthy();
  await later(() => screen.getByText('That did not open it. Try again, or use your recovery sheet.'));
  expect(document.activeElement).toBe(field);
  await type('Passphrase', 'river candle orbit');
  await click('Open');
  await later(() => expect(app.phase).toBe('open'));
  await click('Use my recovery sheet');
  expect(recover).toHaveBeenCalledOnce();
});

test('unlock: large text is one press away', async () => {
  fakeJournal({ standing: 'locked' });
  await app.start();
  render(Unlock, { onrecover: vi.fn() });
  await click('Large text');
  await later(() => expect(app.device.text_size).toBe(150));
  await click('Usual text');
  await later(() => expect(app.device.text_size).toBe(100));
});

test('recover: the groups in any spelling and a new passphrase', async () => {
  const journal = fakeJournal({ standing: 'locked' });
  await app.start();
  const { container } = render(Recover);
  await expectNoTrouble(container);
  await type('Recovery key', 'qx7k m2pd');
  await type('New passphrase', 'meadow copper lantern');
  await click('Open my journal');
  await later(() => screen.getByText('That key does not fit this journal.'));
  await type('Recovery key', journal.sheet.groups.join('-').toLowerCase());
  await click('Open my journal');
  await later(() => expect(app.phase).toBe('open'));
  expect(journal.passphrase).toBe('meadow copper lantern');
});

test('the sheet is asked for again, and a new one is made when it is gone', async () => {
  const journal = fakeJournal({ sheet_confirmed: false, sheet_gone: true, passphrase: 'river candle orbit' });
  await app.start();
  expect(app.sheetDue).toBe(true);
  const { container } = render(SheetDue);
  await later(() => screen.getByText('A new recovery sheet'));
  await expectNoTrouble(container);
  await type('Passphrase', 'river');
  await click('Make a new sheet');
  await later(() => screen.getByText(/That did not open it/));
  await type('Passphrase', 'river candle orbit');
  await click('Make a new sheet');
  await later(() => screen.getByLabelText('Group 2'));
  await type('Group 2', journal.sheet.groups[1] ?? '');
  await type('Group 9', journal.sheet.groups[8] ?? '');
  await click('It is right');
  await later(() => expect(app.sheetDue).toBe(false));
});

test('busy: says so, and looks again', async () => {
  const journal = fakeJournal({ standing: 'busy' });
  await app.start();
  const { container } = render(Busy);
  await expectNoTrouble(container);
  await click('Try again');
  await later(() => screen.getByText('It is still open there.'));
  journal.standing = 'locked';
  await click('Try again');
  await later(() => expect(app.phase).toBe('locked'));
});

test('damaged: backups newest first, and one of them put in place', async () => {
  const journal = fakeJournal({ standing: 'damaged', passphrase: 'river candle orbit' });
  await app.start();
  const { container } = render(Damaged);
  await later(() => screen.getByRole('radio'));
  await expectNoTrouble(container);
  expect(screen.getByText(/Nothing was deleted, and nothing will be/)).toBeTruthy();
  await type('The passphrase from that time', 'river candle orbit');
  await click('Put this backup in place');
  await later(() => expect(app.phase).toBe('open'));
  expect(journal.askedFor('backup_restore')[0]?.name).toBe('2026-11-20T0712');
});

test('damaged: no backup is said plainly', async () => {
  fakeJournal({ standing: 'damaged', backups: [] });
  render(Damaged);
  await later(() => screen.getByText(/There is no backup/));
});
