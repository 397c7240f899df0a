// One guide while it is walked: its questions one by one, the answers as a draft in the journal, and what comes of it.
// Holds the answers until they are kept; never changes or judges a word of them.
import { call, faultOf } from '../api/call';
import type { Answer, Entry, FactWriting, Fault, Guide, GuideStep } from '../api/gen/wire';
import { c, t } from '../words/words.svelte';
import { app } from './app.svelte';
import { Draft } from './draft.svelte';
import { factRoom } from './facts.svelte';
import { Pause } from './pause.svelte';
import { undo } from './undo.svelte';

/** Before the first question: what is read first. */
export const GATE = -1;

/** The three hands, as fields: equal, none of them required. */
export const HANDS = ['mine', 'not_mine', 'someone_else'] as const;

/** At which step of which guide sorting into three hands is offered. */
const SORTED_AT: Record<string, readonly string[]> = {
  'after-a-hard-call': ['respond'],
  'boss-hardest-customer': ['give-first'],
  'lead-follow-wallow': ['in-my-hands', 'not-mine'],
  'put-down-the-resentment': ['act-or-not'],
};
/** Guides that go back to something painful. */
const HEAVY = new Set([
  'after-a-hard-call', 'boss-hardest-customer', 'duck-check', 'from-jerk-to-human', 'lead-follow-wallow', 'put-down-the-resentment',
  'three-hands', 'when-it-is-not-okay',
]);
/** Which answer stands above the later questions. Elsewhere the first; nothing where that would only be in the way. */
const QUOTED: Record<string, string | null> = {
  'from-jerk-to-human': 'facts', 'my-mission-statement': 'want_to_be', 'week-in-review': null, 'when-it-is-not-okay': 'facts',
};
/** Which answer becomes a promise, if the person wants it to. */
const PROMISED: Record<string, string> = {
  'after-a-hard-call': 'promise', 'boss-hardest-customer': 'one_ask', 'say-sorry-well': 'repair', 'week-in-review': 'one_ask',
};

/** Where the answers to the guide about what is not okay belong in a fact note; all others stand in the account. */
const NOTED = { witnesses: 'witnesses', tell: 'told' } as const;

/** What was written before, and more after it, unless it is there already. */
function both(old: string | undefined, more: string): string {
  if (old === undefined || old.trim() === '') return more;
  return more === '' || old.includes(more) ? old : `${old}\n\n${more}`;
}

export class Walk {
  readonly guide: Guide;
  readonly draft: Draft;
  readonly pause = new Pause();
  /** A hard day is marked: nothing upbeat is said. */
  hardDay = $state(false);
  /** Where it stands: `GATE`, a step, or past the last of them. */
  at = $state(GATE);
  /** This step is needed and nothing is written in it. */
  needed = $state(false);
  keeping = $state(false);
  /** It could not be kept. */
  fault: Fault | null = $state.raw(null);
  /** What the journal has of it, once it was kept. */
  kept: Entry | null = $state.raw(null);
  /** Another fact note is unfinished: this one waits until it is finished or let go. */
  waits = $state(false);
  /** The moment that its first question is answered from, until it is. */
  picked: Entry | null = null;
  /** What else is put away before it is left. Answers whether it is on the disk. */
  aside: (() => Promise<boolean>) | null = null;

  constructor(guide: Guide, draft: Draft, hardDay: boolean) {
    this.guide = guide;
    this.draft = draft;
    this.hardDay = hardDay;
    if (draft.beside.guide === undefined) draft.beside = { guide: { id: guide.id } };
    draft.form.kind = 'guide';
    this.at = this.#begin();
  }

  /** Opens a guide where it was left. Throws what the program says. */
  static async open(id: string, hardDay: boolean): Promise<Walk> {
    const { guide, draft: begun } = await call('guide_show', { id });
    const draft = new Draft(`guide:${id}`);
    draft.start(begun, begun !== null);
    return new Walk(guide, draft, hardDay);
  }

  /** Begins it with that moment, as long as nothing is written. Answers whether it does. */
  beginWith(moment: Entry): boolean {
    if (!this.empty) return false;
    this.picked = moment;
    this.at = this.#first();
    return true;
  }

  get steps(): readonly GuideStep[] {
    return this.guide.steps;
  }

  get step(): GuideStep | undefined {
    return this.steps[this.at];
  }

  /** Its questions stand on one screen, as equals: the three hands. */
  get whole(): boolean {
    return this.guide.id === 'three-hands';
  }

  get ended(): boolean {
    return this.at >= this.steps.length;
  }

  /** Whether anything is written. */
  get empty(): boolean {
    return this.draft.idle;
  }

  answer(field: string): string {
    return this.draft.beside.answers?.find((one) => one.field === field)?.text ?? '';
  }

  answered(field: string): boolean {
    return this.answer(field).trim() !== '';
  }

  /** Takes words for a field, in the order of the steps; what no step asks comes last. */
  write(field: string, text: string): void {
    const rest = (this.draft.beside.answers ?? []).filter((one) => one.field !== field);
    const all: Answer[] = text === '' ? rest : [...rest, { field, text }];
    const place = ({ field: of }: Answer): number => {
      const at = this.steps.findIndex((step) => step.field === of);
      return at < 0 ? this.steps.length : at;
    };
    this.draft.beside = { ...this.draft.beside, answers: all.sort((a, b) => place(a) - place(b)) };
    if (text.trim() !== '') this.needed = false;
  }

  /** Whether sorting into three hands is offered here. */
  get sorts(): boolean {
    return this.step !== undefined && (SORTED_AT[this.guide.id]?.includes(this.step.id) ?? false);
  }

  /** An earlier answer that helps with this question, if there is one. */
  get quoted(): { step: GuideStep; text: string } | null {
    const field = this.guide.id in QUOTED ? QUOTED[this.guide.id] : this.steps[0]?.field;
    const at = this.steps.findIndex((step) => step.field === field);
    const step = this.steps[at];
    if (step === undefined || at >= this.at || !this.answered(step.field)) return null;
    return { step, text: this.answer(step.field) };
  }

  /** The answer that could become a promise. */
  get promised(): string {
    return this.answer(PROMISED[this.guide.id] ?? '').trim();
  }

  /** Whether there is something to make of it. */
  get makes(): boolean {
    switch (this.guide.makes) {
      case 'promise': return this.promised !== '';
      case 'moment': return this.answered('fairer_line');
      case 'mission': return this.answered('limits') && this.answered('mission');
      case 'star-story': return true;
      case 'fact-note':
      case 'none': return false;
    }
  }

  /** On to the next. A step that is needed keeps one here until it has a line. */
  next(): void {
    const { step } = this;
    if (step?.required === true && !this.answered(step.field)) {
      this.needed = true;
      return;
    }
    this.needed = false;
    if (this.whole && this.at !== GATE) this.at = this.steps.length;
    else if (!this.ended) this.at += 1;
  }

  /** On without an answer here: what was written in it goes. */
  skip(): void {
    const { step } = this;
    if (step === undefined || step.required) return;
    this.write(step.field, '');
    this.next();
  }

  back(): void {
    this.needed = false;
    if (this.at > this.#first()) this.at = this.whole && this.ended ? 0 : this.at - 1;
  }

  get canBack(): boolean {
    return this.at > this.#first();
  }

  /** It goes back to something painful, or a hard day is marked. */
  get painful(): boolean {
    return this.hardDay || HEAVY.has(this.guide.id);
  }

  /** Keeps the walk. Answers whether it is on the disk. */
  async keep(): Promise<boolean> {
    if (this.keeping || this.empty) return false;
    const missing = this.steps.findIndex((step) => step.required && !this.answered(step.field));
    if (missing >= 0) {
      this.at = missing;
      this.needed = true;
      return false;
    }
    this.keeping = true;
    const { writing, slot } = this.draft;
    await this.draft.hold();
    try {
      const { entry, changes } = await call('moment_save', { writing, draft: slot });
      this.draft.close();
      this.fault = null;
      this.kept = entry;
      undo.done(t('walk-kept'), changes);
      return true;
    } catch (error) {
      this.fault = faultOf(error);
      this.draft.release();
      return false;
    } finally {
      this.keeping = false;
    }
  }

  /** What was written belongs to the fact notes, and nowhere else in the journal. */
  get isNote(): boolean {
    return this.guide.makes === 'fact-note';
  }

  /** Hands what was written to the fact notes, as the draft of one, after what was begun there. Answers whether it is there. */
  async toNotes(): Promise<boolean> {
    if (this.keeping || this.empty) return false;
    this.keeping = true;
    try {
      const { draft } = await call('fact_list', {});
      // A further version of another note, or one whose words are still in the window, is no place for it.
      this.waits = (draft !== null && draft.note !== null) || !factRoom.work.idle;
      if (this.waits) return false;
      await call('fact_draft', { note: null, writing: this.#noted(draft?.writing) });
      await this.draft.drop();
      this.fault = null;
      return true;
    } catch (error) {
      this.fault = faultOf(error);
      this.draft.release();
      return false;
    } finally {
      this.keeping = false;
    }
  }

  #noted(begun: FactWriting | undefined): FactWriting {
    const said = (field: string): string => this.answer(field).trim();
    // The facts first; what the note has no place for follows with its question, so that no word is lost.
    const rest = this.steps.filter(({ field }) => field !== 'facts' && !(field in NOTED) && said(field) !== '');
    const account = [said('facts'), ...rest.map(({ field, question }) => `${c(question)}\n${said(field)}`)].filter(Boolean).join('\n\n');
    const writing: FactWriting = { ...begun, account: both(begun?.account, account) };
    for (const [field, place] of Object.entries(NOTED)) {
      if (said(field) !== '') writing[place] = both(begun?.[place], said(field));
    }
    return writing;
  }

  /** Leaves it; what is written stays as a draft. Answers false when that could not be put away. */
  async leave(): Promise<boolean> {
    if (this.aside !== null && !(await this.aside())) return false;
    if (this.kept !== null) return true;
    // Where nothing can be written at all, nobody is held.
    if (!(await this.draft.flush()) && !app.readOnly) return false;
    this.draft.close();
    return true;
  }

  #first(): number {
    return this.guide.gate === null ? 0 : GATE;
  }

  /** Where to go on: at the last answer, which may have been left in mid-sentence, but never past a step that is needed. */
  #begin(): number {
    const last = this.steps.findLastIndex((step) => this.answered(step.field));
    if (last < 0) return this.#first();
    if (this.whole) return 0;
    const missing = this.steps.findIndex((step) => step.required && !this.answered(step.field));
    return missing >= 0 && missing < last ? missing : last;
  }
}
