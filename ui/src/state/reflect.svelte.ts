// The room Reflect: today's prompt, the guides, what was walked lately, and what is open in it now.
// What is being written lies in a draft of its own; nothing here chooses by what somebody wrote.
import { call, faultOf } from '../api/call';
import type { Day, Entry, EntryId, Fault, GuideLine, PromptCard, ThemePrompts, Today } from '../api/gen/wire';
import { t } from '../words/words.svelte';
import { app } from './app.svelte';
import { Draft, learnTurn } from './draft.svelte';
import { undo } from './undo.svelte';
import { Walk } from './walk.svelte';

export const BEFORE = 'before-the-shift';
export const SHUTDOWN = 'end-of-shift-shutdown';
export const WEEK = 'week-in-review';
export const NOT_OKAY = 'when-it-is-not-okay';
export const THREE_HANDS = 'three-hands';
export const STORY = 'story-for-review';

/** Walks listed as the latest. */
const LATELY = 5;

/** A guide that was walked, as it is listed. */
export interface Walked {
  id: EntryId;
  day: Day;
  title: string;
}

export class Reflect {
  /** The day's prompt; null when there is none any more today. */
  card: PromptCard | null = $state.raw(null);
  /** Prompts whose answer is begun: today's and those of other days. */
  begun: PromptCard[] = $state.raw([]);
  /** All prompts by their themes, for those who would rather choose. */
  themes: ThemePrompts[] = $state.raw([]);
  guides: GuideLine[] = $state.raw([]);
  walked: Walked[] = $state.raw([]);
  /** The shift day that it is now. */
  today: Day = $state('');
  hardDay = $state(false);
  loaded = $state(false);
  fault: Fault | null = $state.raw(null);
  /** Something asked for was refused. */
  refused: Fault | null = $state.raw(null);
  /** The answer to a prompt, while it is written. */
  writing: { card: PromptCard; draft: Draft } | null = $state.raw(null);
  keeping = $state(false);
  /** The guide that is being walked. */
  walk: Walk | null = $state.raw(null);
  /** The moment with which the guide that is asked for next begins. */
  picked: Entry | null = null;

  #asked = 0;

  /** Asks how the room stands. What is being written stays. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const [card, begun, themes, guides, today, page] = await Promise.all([
        call('prompt_today', {}), call('prompt_begun', {}), call('prompt_themes', {}), call('guide_list', {}), call('today_show', {}),
        call('timeline_page', { query: '', kinds: ['guide'], starred: false, after: null, limit: LATELY }),
      ]);
      const entries = await Promise.all(page.rows.map(({ id }) => call('moment_show', { id })));
      if (asked !== this.#asked) return;
      this.card = card;
      this.begun = begun;
      this.themes = themes;
      this.guides = guides;
      this.today = today.day;
      this.#mark(today);
      this.walked = entries.flatMap(({ entry }) => {
        const guide = guides.find((one) => one.id === entry.guide?.id);
        return guide === undefined ? [] : [{ id: entry.id, day: entry.day, title: guide.title }];
      });
      this.fault = null;
      this.loaded = true;
    } catch (error) {
      if (asked === this.#asked) this.fault = faultOf(error);
    }
  }

  /** Another prompt, or none any more today. */
  async answer(swap: boolean): Promise<void> {
    const { card } = this;
    if (card === null) return;
    await this.#try(async () => {
      this.card = await call('prompt_answer', { id: card.prompt.id, swap });
    });
  }

  /** Opens the page on which a prompt is answered, with what was begun; today's, unless another is named. */
  async write(card = this.card): Promise<void> {
    if (card === null || this.writing !== null) return;
    await this.#try(async () => {
      await learnTurn();
      const draft = await Draft.begin(`prompt:${card.prompt.id}`);
      draft.form.kind = 'reflection';
      draft.beside = { prompt: card.prompt.id };
      this.writing = { card, draft };
    });
  }

  /** Keeps the answer to the prompt. Answers whether it is on the disk. */
  async keepWriting(): Promise<boolean> {
    const { writing } = this;
    if (writing === null || this.keeping || writing.draft.form.text.trim() === '') return false;
    this.keeping = true;
    const { writing: words, slot } = writing.draft;
    await writing.draft.hold();
    try {
      const { changes } = await call('moment_save', { writing: words, draft: slot });
      writing.draft.close();
      this.writing = null;
      this.refused = null;
      undo.done(t('reflect-kept'), changes);
      return true;
    } catch (error) {
      this.refused = faultOf(error);
      writing.draft.release();
      return false;
    } finally {
      this.keeping = false;
    }
  }

  /** Opens a guide where it was left. None where nothing can be written: its answers would have no place. */
  async begin(id: string): Promise<void> {
    if (app.readOnly) return;
    if (this.walk?.guide.id === id && this.walk.kept === null) {
      await this.#try(() => this.seeDay());
      return;
    }
    if (!(await this.leave())) return;
    await this.#try(async () => {
      await learnTurn();
      await this.seeDay();
      this.walk = await Walk.open(id, this.hardDay);
    });
  }

  /** Asks whether a hard day is marked: it may have been since the room was last looked at. */
  async seeDay(): Promise<void> {
    this.#mark(await call('today_show', {}));
  }

  #mark({ entries }: Today): void {
    this.hardDay = entries.some((entry) => entry.kind === 'hard-day');
    if (this.walk !== null) this.walk.hardDay = this.hardDay;
  }

  /** Back to the page; what is begun stays as a draft. Answers false when that could not be put away. */
  async leave(): Promise<boolean> {
    const { walk, writing } = this;
    if (walk !== null) {
      if (!(await walk.leave())) return false;
      if (this.walk === walk) this.walk = null;
    }
    if (writing !== null) {
      if (!(await writing.draft.flush()) && !app.readOnly) return false;
      writing.draft.close();
      if (this.writing === writing) this.writing = null;
    }
    this.refused = null;
    return true;
  }

  /** The other way out of a guide: to the one about what is not okay, and from that one to help. What is begun stays as a draft. */
  async elsewhere(): Promise<void> {
    if (this.walk?.guide.id !== NOT_OKAY) {
      await this.begin(NOT_OKAY);
    } else if (await this.leave()) {
      app.helpView = 'lines';
      app.go('help');
    }
  }

  /** To the fact notes, with what was written in the guide about what is not okay. */
  async toNotes(): Promise<void> {
    if (this.walk === null || !(await this.walk.toNotes()) || !(await this.leave())) return;
    app.notOkay();
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.refused = null;
    } catch (error) {
      this.refused = faultOf(error);
    }
  }
}

/** The one Reflect of this window: a walk stays where it is while other rooms are shown. */
export const reflect = new Reflect();
