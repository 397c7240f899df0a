import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeJournal, someDays } from '../../api/fake';
import { LONG } from '../../state/pause.svelte';
import { reflect } from '../../state/reflect.svelte';
import { room } from '../../state/room.svelte';
import { expectNoTrouble } from '../../test/axe';
import { typeFor } from '../../test/typing';
import { leaveRoom, onward } from '../../test/reflect';
import Reflect from './Reflect.svelte';

const link = (): HTMLElement | null => screen.queryByRole('button', { name: 'Show an example' });

async function open(title: RegExp): Promise<void> {
  fakeJournal({ entries: someDays() });
  render(Reflect);
  await vi.waitFor(() => expect(reflect.loaded).toBe(true));
  await tick();
  await fireEvent.click(screen.getByRole('button', { name: title }));
  await vi.waitFor(() => expect(reflect.walk).not.toBeNull());
  await tick();
}

beforeEach(() => {
  room.width = 'wide';
});
afterEach(async () => {
  vi.useRealTimers();
  await leaveRoom();
});

it('shows an example for each question of the minute before a shift, after the last of its fields', async () => {
  await open(/^Before the shift/);
  const fields = await vi.waitFor(() => {
    const all = screen.getAllByRole('textbox');
    expect(all).toHaveLength(2);
    return all;
  });
  const show = link()!;
  for (const field of fields) expect(field.compareDocumentPosition(show)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  show.focus();
  await fireEvent.click(show);
  expect(screen.getByText('They may have been up all night with a sick child.')).toBeTruthy();
  expect(screen.getByText('If someone shouts, then I will slow my voice and ask one question.')).toBeTruthy();
  expect([link(), document.activeElement]).toEqual([null, fields[1]]);
  await expectNoTrouble(document.body);
});

it('shows an example for the thing and for each of the three hands', async () => {
  await open(/^Three hands/);
  await onward();
  const fields = screen.getAllByRole('textbox');
  expect(fields).toHaveLength(4);
  const show = link()!;
  expect(fields[3]?.compareDocumentPosition(show)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  show.focus();
  await fireEvent.click(show);
  for (const text of [/the queue got loud/, /how long the wait is/, /How many of us there are/, /My lead sets the rota/]) expect(screen.getByText(text)).toBeTruthy();
  expect(document.activeElement).toBe(fields[3]);
  await expectNoTrouble(document.body);
});

it('offers a pause after ten minutes in a guide, and leaves it with its words', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  await open(/^Put down the resentment|^Put down/);
  reflect.walk?.next();
  await tick();
  const field = document.activeElement as HTMLTextAreaElement;
  await typeFor(LONG - 30_000, field, 'The rota');
  vi.advanceTimersByTime(30_000);
  await tick();
  expect(document.querySelector('.pause')).toBeNull();
  await fireEvent.input(field, { target: { value: 'The rota' } });
  vi.advanceTimersByTime(10_000);
  await tick();
  const leave = screen.getByRole('button', { name: 'Leave it for now' });
  await fireEvent.click(leave);
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Reflect' })));
  expect(reflect.walk).toBeNull();
});

it('counts no step that is skipped and no word that nobody typed as writing', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  await open(/^Put down the resentment|^Put down/);
  reflect.walk?.next();
  await tick();
  for (let i = 0; i < 5; i += 1) {
    await fireEvent.click(screen.getByRole('button', { name: 'Skip this step' }));
    await tick();
    reflect.walk?.back();
    await tick();
    vi.advanceTimersByTime(LONG / 4);
  }
  reflect.walk?.write('weight', 'The rota');
  vi.advanceTimersByTime(10_000);
  await tick();
  expect(document.querySelector('.pause')).toBeNull();
});
