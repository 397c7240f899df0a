import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { expectNoTrouble } from '../test/axe';
import { words } from '../words/words.svelte';
import DayField from './DayField.svelte';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date('2026-11-21T12:00:00'));
});
afterEach(() => {
  vi.useRealTimers();
  words.use('en');
  document.dir = 'ltr';
});

function open(value = ''): { field: HTMLInputElement; change: ReturnType<typeof vi.fn> } {
  const change = vi.fn();
  render(DayField, { label: 'Day', value, onchange: change });
  return { field: screen.getByRole('textbox', { name: 'Day' }), change };
}

async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.focus();
  await fireEvent.input(field, { target: { value: text } });
}

it('says what it understood while it is typed, and writes it out when it is left', async () => {
  const { field, change } = open();
  await type(field, 'tues');
  expect(change).toHaveBeenCalledOnce();
  expect(screen.getByText('Tuesday, 17 Nov 2026')).toBeTruthy();
  expect(field.value).toBe('tues');
  await fireEvent.blur(field);
  expect(field.value).toBe('17 Nov 2026');
});

it('keeps what it cannot read in the field, and says so only when the field is left', async () => {
  const { field, change } = open('2026-11-19');
  await type(field, '19 nvo');
  expect(screen.queryByText(/Not a day/)).toBeNull();
  await fireEvent.blur(field);
  expect(screen.getByText(/Not a day yet. Write it like 21 Nov 2026/)).toBeTruthy();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.value).toBe('19 nvo');
  expect(change).not.toHaveBeenCalled();
});

it('is chosen from a month by keys alone', async () => {
  const { field, change } = open('2026-11-19');
  expect(field.value).toBe('19 Nov 2026');
  screen.getByRole('button', { name: 'Choose a day: Day' }).focus();
  await fireEvent.click(screen.getByRole('button', { name: 'Choose a day: Day' }));
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('19'));
  await expectNoTrouble(document.body);
  const press = async (key: string, shiftKey = false): Promise<void> => {
    await fireEvent.keyDown(document.activeElement as HTMLElement, { key, shiftKey });
    await tick();
  };
  const at = (): string | null | undefined => document.activeElement?.getAttribute('aria-label');
  await press('ArrowRight');
  await press('ArrowDown');
  expect(at()).toBe('Friday 27 November');
  await press('PageUp');
  expect(at()).toBe('Tuesday 27 October');
  await press('Home');
  expect(at()).toBe('Monday 26 October');
  await press('PageDown', true);
  expect(at()).toBe('Tuesday 26 October 2027');
  await press('PageUp', true);
  await fireEvent.click(document.activeElement as HTMLElement);
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose a day: Day' })));
  expect(field.value).toBe('26 Oct 2026');
  expect(change).toHaveBeenCalledOnce();
});

it('goes the other way by the arrows where one reads from right to left', async () => {
  document.dir = 'rtl';
  open('2026-11-19');
  await fireEvent.click(screen.getByRole('button', { name: 'Choose a day: Day' }));
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('19'));
  await fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowRight' });
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('18'));
});
