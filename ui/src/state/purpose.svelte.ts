// My purpose: the mission card, its older versions, and the card while it is being written.
// Saving keeps a new version; no version is ever changed.
import { call, faultOf } from '../api/call';
import type { EntryId, Fault, GuideStep, Mission, Writing } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { Draft } from './draft.svelte';
import { MISSION_GUIDE } from './questions.svelte';
import { undo } from './undo.svelte';

/** The field of the one line. */
export const LINE = 'mission';
/** Where an unfinished card is kept. */
export const SLOT = 'mission';

export class Purpose {
  /** The one in force first; nothing before they were read. */
  missions: Mission[] | null = $state.raw(null);
  steps: GuideStep[] = $state.raw([]);
  fault: Fault | null = $state.raw(null);
  /** The card, while it is written. */
  draft: Draft | null = $state.raw(null);
  /** What was begun and left. */
  begun: Writing | null = $state.raw(null);
  keeping = $state(false);
  notKept: Fault | null = $state.raw(null);
  /** Fields that it cannot be kept without. */
  missing: string[] = $state.raw([]);
  /** The two versions side by side, while they are. */
  pair: [EntryId, EntryId] | null = $state.raw(null);

  card = $derived(this.missions?.[0] ?? null);

  async load(): Promise<void> {
    try {
      const [missions, { guide }, begun] = await Promise.all([
        call('mission_list', {}), call('guide_show', { id: MISSION_GUIDE }), call('draft_show', { slot: SLOT }),
      ]);
      this.missions = missions;
      this.steps = guide.steps;
      this.begun = begun;
      this.fault = null;
      const there = (id: EntryId): boolean => missions.some((one) => one.id === id);
      if (this.pair !== null && !this.pair.every(there)) this.pair = null;
      // What could not be put away when the room was left goes on where it was.
      this.draft ??= Draft.again(SLOT);
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Whether the card cannot be kept without that field. */
  needs(step: GuideStep): boolean {
    return step.required || step.field === LINE;
  }

  /** What is written in a field. */
  answer(field: string): string {
    return this.draft?.beside.answers?.find((one) => one.field === field)?.text ?? '';
  }

  /** Writes in a field. Answers stay in the order of the guide. */
  write(field: string, text: string): void {
    const { draft } = this;
    if (draft === null) return;
    const answers = this.steps.flatMap((step) => {
      const words = step.field === field ? text : this.answer(step.field);
      return words.trim() === '' ? [] : [{ field: step.field, text: words }];
    });
    draft.beside = answers.length === 0 ? {} : { answers };
  }

  /** Begins to write: on what was begun, or on the card as it stands. */
  edit(): void {
    if (this.draft !== null) return;
    const draft = new Draft(SLOT);
    const plain: Writing | null = this.card === null ? null : { kind: 'mission', text: '', answers: this.card.answers, star: false, may_share: false };
    draft.start(this.begun ?? plain, this.begun !== null, plain);
    draft.form.kind = 'mission';
    this.missing = [];
    this.notKept = null;
    this.pair = null;
    this.draft = draft;
  }

  /** Leaves the writing as it is; its words stay in the journal. Answers whether they are there. */
  async leave(): Promise<boolean> {
    const { draft } = this;
    if (draft === null) return true;
    // Kept in the meantime, it is gone already.
    if (!(await draft.flush()) || this.draft !== draft) return false;
    draft.close();
    this.draft = null;
    await this.load();
    return true;
  }

  /** Lets go what was begun. */
  async drop(): Promise<void> {
    try {
      await call('draft_drop', { slot: SLOT });
      this.begun = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Keeps it as a new version. Answers whether it is on the disk; else `missing` or `notKept` say why not. */
  async keep(): Promise<boolean> {
    const { draft } = this;
    if (draft === null || this.keeping) return false;
    this.missing = this.steps.filter((step) => this.needs(step) && this.answer(step.field).trim() === '').map((step) => step.field);
    if (this.missing.length > 0) return false;
    if (draft.idle) return this.leave();
    this.keeping = true;
    await draft.hold();
    try {
      const { changes } = await call('moment_save', { writing: draft.writing, draft: draft.slot });
      draft.close();
      this.draft = null;
      this.begun = null;
      this.notKept = null;
      undo.done(t('op-done-keep'), changes);
      await this.load();
      return true;
    } catch (error) {
      this.notKept = faultOf(error);
      draft.release();
      return false;
    } finally {
      this.keeping = false;
    }
  }

  /** The newest beside the one before it. */
  compare(): void {
    const [now, before] = this.missions ?? [];
    if (now !== undefined && before !== undefined) this.pair = [before.id, now.id];
  }
}
