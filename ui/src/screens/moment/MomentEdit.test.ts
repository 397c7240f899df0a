// The soft pause while a moment is changed.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeJournal } from '../../api/fake';
import { LONG } from '../../state/pause.svelte';
import { Moment as State } from '../../state/moment.svelte';
import { toasts } from '../../state/toasts.svelte';
import { expectNoTrouble } from '../../test/axe';
import { typeFor } from '../../test/typing';
import Moment from './Moment.svelte';

vi.setConfig({ testTimeout: 30_000 });
let moment: State;

afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await moment.close();
  toasts.clear();
});

it.each([['hard-day', true], ['moment', false]] as const)('a pause is offered after ten minutes with a hard day alone: %s', async (kind, offered) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  const journal = fakeJournal({ entries: [{ text: 'He shouted', kind, day: '2026-11-20' }] });
  const id = journal.entries[0]!.id;
  moment = new State();
  await moment.open(id);
  render(Moment, { moment, today: '2026-11-21', onback: vi.fn(), onbinned: vi.fn() });
  await moment.edit();
  await tick();
  const field = within(screen.getByRole('form')).getAllByRole('textbox')[0]!;
  await typeFor(LONG, field, 'He hit the desk');
  vi.advanceTimersByTime(10_000);
  await tick();
  const pause = document.querySelector<HTMLElement>('.pause');
  expect(pause !== null).toBe(offered);
  if (pause === null) return;
  await expectNoTrouble(document.body);
  await fireEvent.click(within(pause).getByRole('button', { name: 'Leave it for now' }));
  await vi.waitFor(() => expect(moment.draft).toBeNull());
  expect([journal.drafts.get(`edit:${id}`)?.text, journal.entries[0]?.text]).toEqual(['He hit the desk', 'He shouted']);
});
