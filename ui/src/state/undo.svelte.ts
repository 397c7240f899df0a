// Taking back the last action, and doing it again. The journal remembers what was done; nothing is held here
// but the words of the last kept moment, so that they can return to the field.
import { call, faultOf } from '../api/call';
import type { Changes, Op, Writing } from '../api/gen/wire';
import { faultWords } from '../words/faults';
import { t } from '../words/words.svelte';
import { app } from './app.svelte';
import { toasts } from './toasts.svelte';

class Undo {
  /** Whom to give the words back to when keeping them is undone. */
  onKeepUndone: ((writing: Writing) => void) | null = null;
  #last: Writing | null = null;
  #busy = false;

  /** The last action was keeping a moment: undoing it brings its words back to the field. */
  get canGiveBack(): boolean {
    return this.#last !== null;
  }

  /** Says what was done and offers to take it back. */
  done(text: string, changes: Changes): void {
    this.#last = null;
    app.changed(changes);
    toasts.say(text, { undo: () => void this.undo() });
  }

  /** The same for a moment newly kept: its words come back when that is undone. */
  keptNew(text: string, changes: Changes, writing: Writing): void {
    this.done(text, changes);
    this.#last = writing;
  }

  /** Takes the last action back. */
  async undo(): Promise<void> {
    const op = await this.#ask('action_undo');
    if (op === undefined) return;
    const last = this.#last;
    this.#last = null;
    if (op === null) toasts.say(t('undo-nothing'));
    else {
      if (op === 'keep' && last !== null) this.onKeepUndone?.(last);
      toasts.say(t('undone', { op: t(`op-${op}`) }));
    }
  }

  /** Does again what was taken back. */
  async redo(): Promise<void> {
    const op = await this.#ask('action_redo');
    if (op === undefined) return;
    this.#last = null;
    toasts.say(op === null ? t('redo-nothing') : t('redone', { op: t(`op-${op}`) }));
  }

  async #ask(name: 'action_undo' | 'action_redo'): Promise<Op | null | undefined> {
    if (this.#busy) return undefined;
    this.#busy = true;
    try {
      const { op, changes } = await call(name, {});
      app.changed(changes);
      return op;
    } catch (error) {
      const { what, advice } = faultWords(faultOf(error));
      toasts.say(what, { tone: 'trouble', advice });
      return undefined;
    } finally {
      this.#busy = false;
    }
  }
}

export const undo = new Undo();

/**
 * Ctrl+Z outside a field: takes back what the message on the window offers to take back; without one, the last action.
 * In Settings, where no action of the journal is in sight, it takes nothing back and says so.
 */
export async function undoLast(): Promise<void> {
  if (toasts.current?.undo !== undefined) toasts.undo();
  else if (app.screen === 'settings') toasts.say(t('undo-not-here'));
  else await undo.undo();
}

/** Ctrl+Shift+Z outside a field. */
export async function redoLast(): Promise<void> {
  if (app.screen === 'settings') toasts.say(t('undo-not-here'));
  else await undo.redo();
}
