// Typing that takes its time, for what depends on how long somebody has been writing.
import { fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';
import { vi } from 'vitest';

/** Between two words, in milliseconds. */
const EACH = 30_000;

/** Types in the field for so long by the clock of the test, with a word at the beginning and one at the end. Then `text` stands in it. */
export async function typeFor(time: number, field: Element, text: string): Promise<void> {
  const word = (): Promise<boolean> => fireEvent.input(field, { target: { value: text } });
  await word();
  for (let passed = 0; passed < time; passed += EACH) {
    vi.advanceTimersByTime(EACH);
    await tick();
    await word();
  }
}
