// One moment as it is read, changed in place, marked, put in the bin, and its older versions.
// Holds the entry while it is shown.
import { call, faultOf } from '../api/call';
import type { Entry, EntryId, Fault, Kept, Shown, Version, Writing } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { Draft, learnTurn } from './draft.svelte';
import { toasts } from './toasts.svelte';
import { undo } from './undo.svelte';
import { mayBeWordless, saysNothing, writingOfEntry } from './writing';

export class Moment {
  id: EntryId | null = $state(null);
  shown: Shown | null = $state.raw(null);
  /** It could not be read. */
  fault: Fault | null = $state.raw(null);
  /** Something asked of it was refused. */
  refused: Fault | null = $state.raw(null);
  /** The form, while it is being changed. */
  draft: Draft | null = $state.raw(null);
  /** Where the caret stands when the form appears. */
  caret: 'text' | 'changed' = $state('text');
  keeping = $state(false);
  nothing = $state(false);
  /** Older versions, newest first, while they are looked at. */
  versions: Version[] | null = $state.raw(null);
  /** The one that is read beside the moment. */
  version: Version | null = $state.raw(null);

  #asked = 0;
  #wanted = 0;
  #opening: { id: EntryId | null; done: Promise<boolean> } | null = null;

  /** Shows that one. Changes under way to another are left as a draft; when that cannot be done it stays and says so. */
  async open(id: EntryId | null): Promise<boolean> {
    if (id === this.id && this.shown !== null) return true;
    // Asked for twice at once (by a key, and by what follows the chosen row), both wait for the same reading.
    if (this.#opening?.id === id) return this.#opening.done;
    const opening = { id, done: this.#open(id) };
    this.#opening = opening;
    try {
      return await opening.done;
    } finally {
      if (this.#opening === opening) this.#opening = null;
    }
  }

  async #open(id: EntryId | null): Promise<boolean> {
    const wanted = ++this.#wanted;
    if (!(await this.leave())) {
      this.refused = this.draft?.fault ?? null;
      return false;
    }
    if (wanted !== this.#wanted) return true;
    this.id = id;
    this.shown = null;
    this.refused = null;
    this.versions = null;
    this.version = null;
    this.fault = null;
    await this.read();
    return true;
  }

  /** Reads it again. What is being changed stays as it is. */
  async read(): Promise<void> {
    const asked = ++this.#asked;
    const { id } = this;
    if (id === null) return;
    try {
      const shown = await call('moment_show', { id });
      if (asked !== this.#asked) return;
      this.shown = shown;
      this.fault = null;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.shown = null;
      this.fault = faultOf(error);
    }
  }

  /** Begins to change it, from an unfinished draft when there is one, with the caret in its words or in what changed. */
  async edit(caret: 'text' | 'changed' = 'text'): Promise<void> {
    const { shown } = this;
    if (shown === null || this.draft !== null) return;
    await learnTurn().catch(() => undefined);
    if (shown !== this.shown || this.draft !== null) return;
    const plain = writingOfEntry(shown.entry);
    const draft = new Draft(`edit:${shown.entry.id}`);
    draft.start(shown.draft ?? plain, shown.draft !== null, plain);
    this.versions = null;
    this.version = null;
    this.nothing = false;
    this.refused = null;
    this.caret = caret;
    this.draft = draft;
  }

  /** Keeps the changes. Answers whether they are on the disk. */
  async keep(): Promise<boolean> {
    const { draft, shown } = this;
    if (draft === null || shown === null || this.keeping) return false;
    if (draft.form.text.trim() === '' && !mayBeWordless(draft.form.kind) && saysNothing(draft.beside)) {
      this.nothing = true;
      return false;
    }
    this.keeping = true;
    this.nothing = false;
    await draft.hold();
    try {
      const writing = draft.writing;
      const kept = await call('moment_change', { id: shown.entry.id, writing, draft: draft.slot });
      draft.close();
      this.draft = null;
      this.refused = null;
      this.#take(kept, true);
      undo.done(t('op-done-change'), kept.changes);
      return true;
    } catch (error) {
      this.refused = faultOf(error);
      draft.release();
      return false;
    } finally {
      this.keeping = false;
    }
  }

  /** Leaves the form; what was changed stays as a draft. Answers false when it could not be put away. */
  async leave(): Promise<boolean> {
    const { draft } = this;
    if (draft === null) return true;
    const unfinished: Writing | null = draft.idle ? null : draft.writing;
    // While it is being kept, this waits; then there is nothing to leave any more.
    if (!(await draft.flush()) || this.draft !== draft) return this.draft === null;
    draft.close();
    this.draft = null;
    this.refused = null;
    if (this.shown !== null) this.shown = { ...this.shown, draft: unfinished };
    return true;
  }

  /** Lets unfinished changes go. */
  async dropDraft(): Promise<void> {
    const { shown } = this;
    if (shown === null) return;
    await this.#try(async () => {
      await call('draft_drop', { slot: `edit:${shown.entry.id}` });
      this.shown = { ...shown, draft: null };
      toasts.say(t('moment-unfinished-dropped'));
    });
  }

  async star(): Promise<void> {
    const entry = this.shown?.entry;
    if (entry === undefined) return;
    await this.#try(async () => {
      const kept = await call('moment_star', { id: entry.id, star: !entry.star });
      this.#take(kept, false);
      undo.done(t(kept.entry.star ? 'op-done-star' : 'op-done-unstar'), kept.changes);
    });
  }

  /** Puts it in the bin. Answers whether it is there. */
  async bin(): Promise<boolean> {
    const entry = this.shown?.entry;
    if (entry === undefined || !(await this.leave())) return false;
    return this.#try(async () => {
      const kept = await call('moment_bin', { id: entry.id });
      this.#take(kept, false);
      undo.done(t('op-done-bin'), kept.changes);
    });
  }

  async restore(): Promise<boolean> {
    const entry = this.shown?.entry;
    if (entry === undefined) return false;
    return this.#try(async () => {
      const kept = await call('moment_restore', { id: entry.id });
      this.#take(kept, false);
      undo.done(t('op-done-restore'), kept.changes);
    });
  }

  async showVersions(): Promise<void> {
    const { id } = this;
    if (id === null || !(await this.leave())) return;
    await this.#try(async () => {
      const versions = await call('moment_versions', { id });
      if (id !== this.id) return;
      this.versions = versions.toReversed();
      this.version = this.versions[0] ?? null;
    });
  }

  closeVersions(): void {
    this.versions = null;
    this.version = null;
  }

  /** Brings the version that is being read back. */
  async bringBack(): Promise<boolean> {
    const { id, version } = this;
    if (id === null || version === null) return false;
    return this.#try(async () => {
      const kept = await call('version_restore', { id, number: version.number });
      this.closeVersions();
      this.#take(kept, true);
      undo.done(t('versions-restored'), kept.changes);
    });
  }

  /** Shows nothing. */
  async close(): Promise<void> {
    await this.leave();
    this.#asked += 1;
    this.id = null;
    this.shown = null;
  }

  #take(kept: Kept, versioned: boolean): void {
    if (kept.entry.id !== this.id) return;
    this.#asked += 1;
    const before = this.shown;
    this.shown = {
      entry: kept.entry,
      passages: kept.passages,
      versions: (before?.versions ?? 0) + (versioned ? 1 : 0),
      draft: versioned ? null : (before?.draft ?? null),
    };
  }

  async #try(act: () => Promise<void>): Promise<boolean> {
    try {
      await act();
      this.refused = null;
      return true;
    } catch (error) {
      this.refused = faultOf(error);
      return false;
    }
  }
}

/** Whether one line was kept and what changed by it is still to be told. */
export function mayGrow({ kind, changed = '', binned }: Pick<Entry, 'kind' | 'changed' | 'binned'>): boolean {
  return kind === 'moment' && changed.trim() === '' && binned === undefined;
}

/** An entry without its words yet: what is said in place of them. */
export function wordless(entry: Pick<Entry, 'kind' | 'text'>): 'quiet' | 'hard' | null {
  if (entry.text.trim() !== '' || !mayBeWordless(entry.kind)) return null;
  return entry.kind === 'hard-day' ? 'hard' : 'quiet';
}

/** The one reading sheet of this window. */
export const moment = new Moment();
