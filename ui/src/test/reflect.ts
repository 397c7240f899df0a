// Hands in the room Reflect, and how a test leaves it.
import { cleanup, fireEvent } from '@testing-library/svelte';
import { tick } from 'svelte';
import { app } from '../state/app.svelte';
import { reflect } from '../state/reflect.svelte';
import { toasts } from '../state/toasts.svelte';

/** Presses a key where the focus is. */
export const press = (key: string, more: KeyboardEventInit = {}): Promise<boolean> => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

/** Types in the field that has the focus. */
export const type = (text: string): Promise<boolean> => fireEvent.input(document.activeElement as HTMLTextAreaElement, { target: { value: text } });

/** On to what comes next, by its key. */
export async function onward(): Promise<void> {
  await press('Enter', { ctrlKey: true });
  await tick();
}

/** Leaves the room as it was found. */
export async function leaveRoom(): Promise<void> {
  cleanup();
  await reflect.leave();
  reflect.loaded = false;
  toasts.clear();
  app.forget();
  app.state = null;
}
