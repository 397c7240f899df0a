// The soft pause on the page of a prompt.
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeJournal } from '../../api/fake';
import type { Prompt } from '../../api/gen/wire';
import { LONG } from '../../state/pause.svelte';
import { reflect } from '../../state/reflect.svelte';
import { expectNoTrouble } from '../../test/axe';
import { typeFor } from '../../test/typing';
import { leaveRoom } from '../../test/reflect';
import Reflect from './Reflect.svelte';

vi.setConfig({ testTimeout: 30_000 });

afterEach(async () => {
  vi.useRealTimers();
  await leaveRoom();
});

it.each([['hard-day', 'none', false, true], ['empathy', 'may-stir', false, true], ['empathy', 'none', true, true], ['empathy', 'none', false, false]] as const)(
  'a pause after ten minutes goes by the question and the day: %s, %s, hard day %s',
  async (theme, care, hard, offered) => {
    const journal = fakeJournal({ entries: hard ? [{ text: '', kind: 'hard-day', day: '2026-11-21' }] : [] });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    render(Reflect);
    await vi.waitFor(() => expect(reflect.loaded).toBe(true));
    const prompt: Prompt = { id: 'p', theme, when: 'any', care, framework: 'x', text: 'What was it?', taps: [], rest_days: null };
    await reflect.write({ prompt, theme: 'A theme', note: null });
    const field = await screen.findByRole('textbox', { name: 'What was it?' });
    await typeFor(LONG, field, 'He hit the desk');
    vi.advanceTimersByTime(10_000);
    await tick();
    const pause = document.querySelector<HTMLElement>('.pause');
    expect(pause !== null).toBe(offered);
    if (pause === null) return;
    await expectNoTrouble(document.body);
    await fireEvent.click(within(pause).getByRole('button', { name: 'Leave it for now' }));
    await vi.waitFor(() => expect(reflect.writing).toBeNull());
    expect(journal.drafts.get('prompt:p')?.text).toBe('He hit the desk');
  },
);
