// What the content library asks: the small forms of the kinds, the steps of guides, the lines of the check-in.
// Holds questions, never an answer. A label that could not be asked for is left out; the answer is shown without it.
import { SvelteMap } from 'svelte/reactivity';
import { call } from '../api/call';
import type { Answer, CheckInSheet, Form, FormField, Guide, Kind } from '../api/gen/wire';
import { t } from '../words/words.svelte';

/** The guide whose answers a mission card holds. */
export const MISSION_GUIDE = 'my-mission-statement';

/** One question and the field that its answer is kept in. */
export type Asked = Pick<FormField, 'field' | 'question' | 'hint'>;

/** Fields that the window's own steps fill, whatever the guide: three hands, and the energy at the end of a shift. */
const OWN: Record<string, string> = { mine: 'hands-mine', not_mine: 'hands-not-mine', someone_else: 'hands-someone-else', energy: 'shutdown-energy' };

function ownWords(field: string): string {
  const id = OWN[field];
  return id === undefined ? '' : t(id);
}

export class Questions {
  forms: Form[] = $state.raw([]);
  sheet: CheckInSheet | null = $state.raw(null);
  #guides = new SvelteMap<string, Guide>();
  #under: Record<string, Promise<void> | undefined> = {};

  /** The small form of a kind, if it has one. */
  formOf(kind: Kind): Form | undefined {
    return this.forms.find((form) => form.kind === kind);
  }

  guide(id: string | undefined): Guide | undefined {
    return id === undefined ? undefined : this.#guides.get(id);
  }

  /** What an entry of that kind, written in that guide, was asked. */
  asked(kind: Kind, guide: string | undefined): readonly Asked[] {
    if (kind === 'mission') return this.guide(MISSION_GUIDE)?.steps ?? [];
    return kind === 'guide' ? (this.guide(guide)?.steps ?? []) : (this.formOf(kind)?.fields ?? []);
  }

  /** The question over a field, wherever it was asked. */
  questionOf(field: string, kind: Kind, guide: string | undefined): string {
    const all = [this.asked(kind, guide), ...this.forms.map((form) => form.fields)].flat();
    return all.find((one) => one.field === field)?.question ?? ownWords(field);
  }

  /** Asks for the small forms, once. */
  learnForms(): Promise<void> {
    return this.#once('forms', async () => void (this.forms = await call('form_list', {})));
  }

  /** Asks for what an entry of that kind needs to be read. */
  async learn(kind: Kind, guide: string | undefined): Promise<void> {
    if (kind === 'check-in') await this.#once('sheet', async () => void (this.sheet = (await call('check_in_show', {})).form));
    else if (kind === 'mission') await this.#learnGuide(MISSION_GUIDE);
    else if (kind === 'guide' && guide !== undefined) await this.#learnGuide(guide);
    else await this.learnForms();
  }

  #learnGuide(id: string): Promise<void> {
    return this.#once(`guide:${id}`, async () => void this.#guides.set(id, (await call('guide_show', { id })).guide));
  }

  /** What failed is asked for again the next time. */
  #once(what: string, ask: () => Promise<void>): Promise<void> {
    return (this.#under[what] ??= ask().catch(() => {
      this.#under[what] = undefined;
    }));
  }
}

/** The questions of this window: the same for every journal. */
export const questions = new Questions();

/** The answers with other words in one field. What is emptied goes; the others keep their order. */
export function answered(answers: readonly Answer[] | undefined, field: string, text: string): Answer[] {
  const before = answers ?? [];
  if (text === '') return before.filter((one) => one.field !== field);
  if (before.some((one) => one.field === field)) return before.map((one) => (one.field === field ? { field, text } : one));
  return [...before, { field, text }];
}
