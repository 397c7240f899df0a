import { render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it } from 'vitest';
import { fakeJournal, fault, someDays, type FakeJournal } from '../../api/fake';
import { app } from '../../state/app.svelte';
import { toasts } from '../../state/toasts.svelte';
import { expectNoTrouble } from '../../test/axe';
import Settings from './Settings.svelte';

let journal: FakeJournal;

beforeEach(async () => {
  journal = fakeJournal({ entries: someDays() });
  toasts.clear();
  await app.start();
});

/** Words on the screen carry isolation marks around values. */
const plain = (node: Element | null): string => (node?.textContent ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim();

async function open(): Promise<HTMLElement> {
  const { container } = render(Settings);
  await screen.findByText('/home/ada/Journal');
  return container;
}

function type(label: string, text: string): void {
  const field = screen.getByLabelText(label) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const press = (name: string | RegExp): void => screen.getByRole('button', { name }).click();

it('has no accessibility findings, with both forms open', async () => {
  const container = await open();
  press('Change passphrase');
  press('Make a new recovery sheet');
  await screen.findByLabelText('New passphrase');
  await expectNoTrouble(container);
});

it('a choice of comfort works at once', async () => {
  await open();
  screen.getByRole('radio', { name: 'Dark' }).click();
  await waitFor(() => expect(journal.askedFor('device_change').at(-1)?.theme).toBe('dark'));
  expect(screen.getByRole('radio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true');
  press('Larger text');
  await waitFor(() => expect(journal.askedFor('device_change').at(-1)?.text_size).toBe(110));
  screen.getByRole('switch', { name: 'Landscape' }).click();
  await waitFor(() => expect(journal.askedFor('device_change').at(-1)?.scene).toBe(false));
});

it('a choice that cannot be kept goes back, with a reason', async () => {
  await open();
  journal.fail('device_change', fault('read-only'));
  screen.getByRole('radio', { name: 'High' }).click();
  await screen.findByRole('alert');
  expect(app.device.contrast).toBe('system');
});

it('the day turn is changed with a way back', async () => {
  await open();
  const turn = screen.getByRole('combobox', { name: 'My day turns at' }) as HTMLSelectElement;
  turn.value = '720';
  turn.dispatchEvent(new Event('change', { bubbles: true }));
  await waitFor(() => expect(journal.settings.day_turn).toBe(720));
  await waitFor(() => expect(toasts.current?.text).toContain('12:00'));
  expect(toasts.current?.undo).toBeDefined();
});

it('what was said at the first run is found again', async () => {
  const container = await open();
  type('Search settings', 'legal');
  await waitFor(() => expect([...container.querySelectorAll('h2')].map(plain)).toEqual(['What is not protected']));
  expect(plain(container)).toContain('Notes can be asked for in a legal case, and can help or hurt you.');
  expect(plain(container)).toContain('A computer of your own is the best protection, not one from your workplace.');
});

it('the search leaves what was sought, and nothing found has a way out', async () => {
  const container = await open();
  type('Search settings', 'password');
  await waitFor(() => expect([...container.querySelectorAll('h2')].map(plain)).toEqual(['Passphrase and recovery']));
  type('Search settings', 'zebra');
  await screen.findByText(/Nothing here is called/);
  press('Show all settings');
  await waitFor(() => expect(container.querySelectorAll('h2')).toHaveLength(7));
});

it('a weak passphrase is taken at the second yes', async () => {
  const container = await open();
  press('Change passphrase');
  await screen.findByLabelText('Passphrase you use now');
  expect(document.activeElement).toBe(screen.getByLabelText('Passphrase you use now'));
  type('Passphrase you use now', 'river candle orbit');
  type('New passphrase', 'short');
  press('Change passphrase');
  await waitFor(() => expect(container.querySelector('form .weak')).not.toBeNull());
  container.querySelector<HTMLButtonElement>('form .weak button')?.click();
  await screen.findByText(/Your passphrase is changed/);
  expect(journal.passphrase).toBe('short');
  expect(container.querySelector('form')).toBeNull();
});

it('Escape closes a form, forgets it, and goes back to its button', async () => {
  await open();
  press('Change passphrase');
  await screen.findByLabelText('Passphrase you use now');
  type('Passphrase you use now', 'secret');
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await waitFor(() => expect(screen.queryByLabelText('Passphrase you use now')).toBeNull());
  await waitFor(() => expect(plain(document.activeElement)).toBe('Change passphrase'));
});

it('a sheet that was put off can be shown again', async () => {
  journal.settings.sheet_confirmed = false;
  await open();
  (await screen.findByRole('button', { name: 'Show the sheet' })).click();
  await screen.findByRole('heading', { level: 1, name: 'Your new recovery sheet' });
  press('Do this later');
  await screen.findByRole('button', { name: 'Show the sheet' });
});

it('a new sheet is shown alone until two groups are typed back', async () => {
  const container = await open();
  press('Make a new recovery sheet');
  await screen.findByLabelText('Your passphrase');
  type('Your passphrase', 'wrong');
  press('Make the new sheet');
  await screen.findByText(/Your old sheet still works/);
  type('Your passphrase', 'river candle orbit');
  press('Make the new sheet');
  await screen.findByRole('heading', { level: 1, name: 'Your new recovery sheet' });
  await expectNoTrouble(container);
  for (const group of journal.sheet.ask) {
    const field = [...container.querySelectorAll('label')].find((one) => plain(one) === `Group ${group}`);
    type(field?.textContent?.trim() ?? '', journal.sheet.groups[group - 1] ?? '');
  }
  press('It is right');
  await screen.findByText(/Your new recovery sheet works/);
  expect(journal.settings.sheet_confirmed).toBe(true);
  await waitFor(() => expect(plain(document.activeElement)).toBe('Passphrase and recovery'));
});

it('a copy is made, and said to be', async () => {
  await open();
  press('Make a copy now');
  await waitFor(() => expect(plain(document.body)).toContain('It holds 9 entries.'));
  journal.fail('backup_make', fault('disk-full'));
  press('Make a copy now');
  await screen.findByRole('alert');
});
