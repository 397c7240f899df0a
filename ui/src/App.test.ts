import { render, screen, waitFor } from '@testing-library/svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import { FaultError } from './api/call';
import { fakeJournal, fault, type FakeJournal } from './api/fake';
import App from './App.svelte';
import { app } from './state/app.svelte';
import { Draft } from './state/draft.svelte';
import { toasts } from './state/toasts.svelte';

vi.setConfig({ testTimeout: 30_000 });
let journal: FakeJournal;
beforeEach(async () => {
  app.forget();
  app.phase = 'loading';
  toasts.clear();
  journal = fakeJournal();
  render(App);
  await waitFor(() => screen.getByRole('navigation', { name: 'Main' }), { timeout: 20_000 });
});
const close = (): boolean => window.dispatchEvent(new Event('cairn:closing'));

it('a window that stays open for words that cannot be kept says so, and closes when it is asked again', async () => {
  const draft = new Draft('edit:x');
  draft.form.text = 'unsaved';
  journal.fail('draft_keep', fault('disk-full'), fault('disk-full'));
  close();
  await waitFor(() => screen.getByText('Your draft could not be kept, so the journal is still open.'));
  expect(journal.askedFor('app_quit')).toEqual([]);
  close();
  await waitFor(() => expect(journal.askedFor('app_quit')).toHaveLength(1));
  draft.close();
});

it('a window that stays open for another reason says which', async () => {
  const leave = app.beforeLock(() => {
    throw new FaultError(fault('disk-full'));
  });
  close();
  await waitFor(() => screen.getByText('The disk is full.'));
  leave();
  toasts.clear();
  journal.fail('app_quit', fault('disk'));
  close();
  await waitFor(() => screen.getByText('The disk did not answer as it does on other days.'));
});
