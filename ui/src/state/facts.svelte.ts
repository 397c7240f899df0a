// The room of fact notes: the list, the note that is being written, one note as it is read.
// Holds the notes while the room is shown; what is being written is kept sealed in the journal as it grows.
import { call, faultOf } from '../api/call';
import type { EntryId, FactNote, Facts, FactVersion, FactWriting, Fault, Form as Asked } from '../api/gen/wire';
import { app } from './app.svelte';
import { putAwayToo } from './draft.svelte';
import { Keeper } from './keeper.svelte';
import { Pause } from './pause.svelte';
import { happenedOf } from './writing';

/** The fields beside the account, by their names in a note. */
export const FACT_FIELDS = ['words', 'place', 'witnesses', 'proof', 'told', 'asked'] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** The same by the names that the content library gives them. */
const CALLED: Record<string, FactField> = {
  exact_words: 'words', where: 'place', who_saw: 'witnesses', other_proof: 'proof', told: 'told', asked_for: 'asked',
};

/** A fact note as inputs want it: no field is ever absent. */
export type FactForm = Record<FactField | 'account' | 'day' | 'time' | 'happened', string>;

/** The field of a note that a question fills, or nothing for one that is not known here. */
export const fieldOf = (name: string): FactField | undefined => CALLED[name];

const clockOf = (happened: string): string => /T(\d\d:\d\d)/.exec(happened)?.[1] ?? '';

/** A note as a form. The day is that of the calendar: others will read it. */
export function formOfFact(writing: Partial<FactWriting>): FactForm {
  const happened = writing.happened ?? '';
  const form = { account: writing.account ?? '', day: happened.slice(0, 10), time: clockOf(happened), happened } as FactForm;
  for (const field of FACT_FIELDS) form[field] = writing[field] ?? '';
  return form;
}

/** A form as a note: blank fields are left out. */
export function factOf(form: FactForm): FactWriting {
  const writing: FactWriting = { account: form.account };
  const same = form.happened !== '' && form.day === form.happened.slice(0, 10) && form.time === clockOf(form.happened);
  const happened = same ? form.happened : happenedOf(form.day, form.time, 0);
  if (happened !== null) writing.happened = happened;
  for (const field of FACT_FIELDS) {
    if (form[field].trim() !== '') writing[field] = form[field].trim();
  }
  return writing;
}

const told = (form: FactForm): string => JSON.stringify(factOf(form));
const BLANK = told(formOfFact({}));

/** The fact note that is being written: kept a moment after each pause, and before anything could take it away. */
export class FactWork extends Keeper {
  /** The note of which it will be a further version. */
  note: EntryId | null = $state(null);
  form: FactForm = $state(formOfFact({}));
  readonly pause = new Pause();
  now = $derived(told(this.form));

  /** What needs no keeping: nothing, or the newest version as it stands. */
  #plain = $state(BLANK);
  /** Whether nothing in it goes beyond what is kept already. */
  idle = $derived(this.now === this.#plain);

  /** Begins: with nothing, with the newest version of a note, or with what was left unfinished. */
  start(note: EntryId | null, newest: FactWriting | null, unfinished: FactWriting | null): void {
    this.note = note;
    this.#plain = newest === null ? BLANK : told(formOfFact(newest));
    this.form = formOfFact(unfinished ?? newest ?? {});
    this.held = unfinished === null ? '' : this.now;
    this.fault = null;
    this.end();
  }

  /** Lets it go, here and in the journal. */
  async drop(): Promise<void> {
    await this.hold();
    try {
      await call('fact_draft', { note: null, writing: { account: '' } });
    } catch (error) {
      this.release();
      throw error;
    }
    this.start(null, null, null);
    this.pause.clear();
  }

  protected async send(drop: boolean): Promise<void> {
    await call('fact_draft', drop ? { note: null, writing: { account: '' } } : { note: this.note, writing: factOf(this.form) });
  }
}

export class FactRoom {
  facts: Facts | null = $state.raw(null);
  /** What the form asks, in its order. */
  asked: Asked | null = $state.raw(null);
  fault: Fault | null = $state.raw(null);
  view: 'list' | 'write' | 'read' = $state('list');
  reading: EntryId | null = $state(null);
  keeping = $state(false);
  /** What is missing before it can be kept. */
  missing: 'account' | 'day' | null = $state(null);
  refused: Fault | null = $state.raw(null);
  readonly work = new FactWork();

  note: FactNote | null = $derived(this.facts?.notes.find((one) => one.id === this.reading) ?? null);

  /** Asks how the notes stand; what was left unfinished is taken up again. */
  async enter(): Promise<void> {
    const unsent = !this.work.idle;
    if (!(await this.#read())) return;
    const draft = this.facts?.draft ?? null;
    if (unsent) this.view = 'write';
    else if (draft !== null && !app.readOnly) {
      this.work.start(draft.note, this.#newest(draft.note), draft.writing);
      this.view = 'write';
    } else {
      this.work.start(null, null, null);
      this.view = this.facts?.notes.length === 0 && !app.readOnly ? 'write' : 'list';
    }
  }

  /** The room is left: what is unfinished stays in the journal, and nothing of the notes stays here. */
  async leave(): Promise<void> {
    const put = await this.work.flush();
    this.work.pause.offered = false;
    this.facts = null;
    this.reading = null;
    this.missing = null;
    this.refused = null;
    if (put) this.work.start(null, null, null);
  }

  /** Opens the form: for a new note, or for a further version of one. A draft that is there goes on instead. */
  write(note: EntryId | null): void {
    const { work } = this;
    if (work.idle) {
      work.start(note, this.#newest(note), null);
      work.pause.clear();
    }
    this.missing = null;
    this.refused = null;
    this.view = 'write';
  }

  read(id: EntryId): void {
    this.reading = id;
    this.view = 'read';
  }

  /** Leaves the form; its words stay as a draft. Answers false when they could not be put away. */
  async aside(): Promise<boolean> {
    if (this.keeping || !(await this.work.flush())) return false;
    this.work.pause.offered = false;
    this.view = 'list';
    return true;
  }

  async letGo(): Promise<void> {
    try {
      await this.work.drop();
      this.refused = null;
      this.view = 'list';
    } catch (error) {
      this.refused = faultOf(error);
    }
  }

  /** Keeps the note. Answers the version as it was sealed. */
  async keep(): Promise<FactVersion | null> {
    const { work } = this;
    if (this.keeping) return null;
    this.missing = work.form.account.trim() === '' ? 'account' : work.form.time !== '' && work.form.day === '' ? 'day' : null;
    if (this.missing !== null) return null;
    this.keeping = true;
    await work.hold();
    try {
      const { fact, changes } = await call('fact_keep', { note: work.note, writing: factOf(work.form) });
      work.start(null, null, null);
      work.pause.clear();
      this.refused = null;
      await this.#read();
      this.read(fact.note);
      app.changed(changes);
      return fact;
    } catch (error) {
      this.refused = faultOf(error);
      work.release();
      return null;
    } finally {
      this.keeping = false;
    }
  }

  #newest(note: EntryId | null): FactWriting | null {
    return this.facts?.notes.find((one) => one.id === note)?.versions.at(-1)?.writing ?? null;
  }

  async #read(): Promise<boolean> {
    try {
      this.asked ??= (await call('form_list', {})).find((form) => form.kind === 'fact-note') ?? null;
      this.facts = await call('fact_list', {});
      this.fault = null;
      return true;
    } catch (error) {
      this.fault = faultOf(error);
      return false;
    }
  }
}

/** The one room of this window. */
export const factRoom = new FactRoom();

putAwayToo(factRoom.work);

/** "4F2C 9A01 B2C3": a seal as it is written down by hand. */
export function sealOf(seal: string): string {
  return (seal.slice(0, 12).toUpperCase().match(/.{1,4}/g) ?? []).join(' ');
}
