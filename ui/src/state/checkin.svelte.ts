// The weekly check-in: off until somebody wants it, waiting from their day on, never more than a line and nine marks.
// Knows nothing of moments: what the work gives and how the place treats somebody are kept apart.
import { call, faultOf } from '../api/call';
import type { CheckInGroup, CheckInPoint, CheckIns, Day, Fault, Weekday } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { nextOn } from './calendar';
import { Draft } from './draft.svelte';
import { undo } from './undo.svelte';
import { addDays, saysNothing } from './writing';

/** Where an unfinished check-in is kept. */
export const SLOT = 'check-in';

/** Item whose low mark has a note of its own: the first of the notes. */
const SAFE = 'safe-respected';

export class CheckIn {
  shown: CheckIns | null = $state.raw(null);
  fault: Fault | null = $state.raw(null);
  draft: Draft | null = $state.raw(null);
  keeping = $state(false);
  notKept: Fault | null = $state.raw(null);
  /** It was to be kept, and nothing was marked. */
  nothing = $state(false);
  /** One was begun and left. */
  begun = $state(false);

  /** Whether one is offered now: from the person's day on until it is filled in, or when they began it. */
  offered = $derived(this.shown !== null && (this.shown.due || (this.begun && this.shown.may_offer)));
  points = $derived<CheckInPoint[]>(this.shown?.points ?? []);
  /** The first of the notes asks about not being safe or respected: it leads to help. */
  unsafe = $derived.by(() => {
    const mark = this.points.at(-1)?.marks[SAFE];
    return mark !== undefined && mark >= 1 && mark <= 2;
  });

  async load(): Promise<void> {
    try {
      const [shown, begun] = await Promise.all([call('check_in_show', {}), call('draft_show', { slot: SLOT })]);
      this.shown = shown;
      this.begun = begun !== null;
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** The day on which it is offered next: far enough from the last one, and in a week that has none. */
  next(day: Weekday, today: Day): Day {
    const last = this.points.at(-1)?.day;
    const soonest = last === undefined ? today : addDays(last, this.shown?.form.days_between ?? 6);
    if (last === undefined || soonest <= today) return nextOn(day, today);
    const begins = nextOn(day, addDays(soonest, -6));
    return last < begins ? soonest : addDays(begins, 7);
  }

  /** Opens the form, with what was begun of it. */
  async begin(): Promise<void> {
    if (this.draft !== null) return;
    this.nothing = false;
    this.notKept = null;
    try {
      const draft = await Draft.begin(SLOT);
      draft.form.kind = 'check-in';
      this.draft = draft;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Marks a line, or leaves it out. */
  mark(item: string, value: number | null): void {
    const { draft } = this;
    if (draft === null) return;
    const { [item]: _before, ...rest } = draft.beside.marks ?? {};
    const marks = value === null ? rest : { ...rest, [item]: value };
    draft.beside = Object.keys(marks).length === 0 ? {} : { marks };
    this.nothing = false;
  }

  /** Leaves the form; its marks stay in the journal as a draft. Answers whether they are there. */
  async leave(): Promise<boolean> {
    const { draft } = this;
    if (draft === null) return true;
    // Kept in the meantime, it is gone already.
    if (!(await draft.flush()) || this.draft !== draft) return false;
    this.begun = !draft.idle;
    draft.close();
    this.draft = null;
    return true;
  }

  /** Keeps the check-in. Answers whether it is on the disk. */
  async keep(): Promise<boolean> {
    const { draft } = this;
    if (draft === null || this.keeping) return false;
    this.nothing = saysNothing(draft.beside) && draft.form.text.trim() === '';
    if (this.nothing) return false;
    this.keeping = true;
    await draft.hold();
    try {
      const { changes } = await call('moment_save', { writing: draft.writing, draft: draft.slot });
      draft.close();
      this.draft = null;
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

  /** The word of the scale that a value is nearest to. */
  word(value: number): string {
    return this.shown?.form.scale.find((one) => one.value === Math.round(value))?.label ?? '';
  }

  /** What may be said of a group, as the end of its words' name. */
  trend(group: CheckInGroup): string | null {
    const trend = this.shown?.trends[group] ?? null;
    return trend === null ? null : `${group}-${trend}`;
  }
}

/** The one of this window. */
export const checkIn = new CheckIn();
