// What the Settings screen knows: the journal's settings, where it lives, a new passphrase, a new recovery sheet.
// Never holds a passphrase longer than its form is open.
import { call, faultOf } from '../api/call';
import type { Backup, Changes, Fault, HelpRegionWords, JournalSettings, Place, Sheet, Weekday } from '../api/gen/wire';

/** The groups of the screen and their lines, in order. Words: `settings-<line>`, `-hint`, `-find`. */
export const GROUPS = {
  comfort: ['theme', 'contrast', 'text-size', 'motion', 'scene', 'language'],
  shift: ['day-turn', 'days-off', 'check-in'],
  recovery: ['passphrase', 'sheet'],
  copies: ['place', 'backup'],
  help: ['help-region'],
  limits: ['limits'],
  about: ['about', 'evidence', 'updates', 'licence', 'keys'],
} as const;

export type GroupId = keyof typeof GROUPS;
export type LineId = (typeof GROUPS)[GroupId][number];

/** A line shows when every word sought is somewhere in its words or in the name of its group. */
export function isSought(query: string, lineWords: string): boolean {
  const text = fold(lineWords);
  return fold(query).split(/\s+/).every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}|[\u2066-\u2069]/gu, '').toLocaleLowerCase().trim();
}

/** 30-minute steps of the day turn, with the one in use among them. In minutes after midnight. */
export function turnChoices(now: number): number[] {
  const steps = Array.from({ length: 48 }, (_, i) => i * 30);
  return steps.includes(now) ? steps : [...steps, now].sort((a, b) => a - b);
}

/** "04:00" of 240. */
export function clockOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A number and the id of its words: whole kilobytes below a megabyte, then one decimal. */
export function sizeOf(bytes: number): { id: 'settings-size-kb' | 'settings-size-mb'; n: number } {
  if (bytes < 1_000_000) return { id: 'settings-size-kb', n: Math.max(1, Math.round(bytes / 1000)) };
  return { id: 'settings-size-mb', n: Math.round(bytes / 100_000) / 10 };
}

const KINDS = ['local', 'removable', 'synced', 'network', 'unknown'];

/** The words for a kind of place; a kind that is not known here counts as unknown. */
export function placeWords(kind: string): string {
  return `settings-place-kind-${KINDS.includes(kind) ? kind : 'unknown'}`;
}

/** Tells the rest of the window what to ask again, and how things were before. */
export type Tell = (changes: Changes, before: JournalSettings) => void;

/** The journal's own settings. */
export class JournalChoices {
  settings = $state<JournalSettings | null>(null);
  fault = $state<Fault | null>(null);
  readonly #tell: Tell;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  async load(): Promise<void> {
    try {
      this.settings = await call('settings_show', {});
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** True when the new turn is kept. */
  turnAt(minutes: number): Promise<boolean> {
    return this.change({ day_turn: minutes });
  }

  /** The day on which the check-in is offered; `null` for none. True when it is kept. */
  checkInOn(day: Weekday | null): Promise<boolean> {
    return this.change({ check_in: day });
  }

  /** True when it is kept. What is as it was already is not told again. */
  async change(patch: Partial<JournalSettings>): Promise<boolean> {
    const before = this.settings;
    if (before === null) return false;
    const next = { ...before, ...patch };
    if (JSON.stringify(next) === JSON.stringify(before)) return false;
    try {
      const done = await call('settings_change', next);
      this.settings = next;
      this.fault = null;
      this.#tell(done.changes, before);
      return true;
    } catch (error) {
      this.fault = faultOf(error);
      return false;
    }
  }

  /** The regions that there are help lines of. */
  regions = $state.raw<readonly HelpRegionWords[]>([]);

  async loadRegions(): Promise<void> {
    // Without them the choice is as it was; Get help has it, too.
    this.regions = await call('help_show', {}).then((help) => help.regions, () => []);
  }
}

/** Where the journal lives, and the copies beside it. */
export class Copies {
  place = $state<Place | null>(null);
  made = $state<Backup | null>(null);
  working = $state(false);
  placeFault = $state<Fault | null>(null);
  fault = $state<Fault | null>(null);

  async load(): Promise<void> {
    try {
      this.place = await call('place_show', {});
      this.placeFault = null;
    } catch (error) {
      this.placeFault = faultOf(error);
    }
  }

  async make(): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.made = null;
    this.fault = null;
    try {
      this.made = await call('backup_make', {});
    } catch (error) {
      this.fault = faultOf(error);
    } finally {
      this.working = false;
    }
    await this.load();
  }
}

/** The form for another passphrase. */
export class NewPassphrase {
  open = $state(false);
  old = $state('');
  next = $state('');
  suggested = $state(false);
  working = $state(false);
  done = $state(false);
  /** The passphrase that was found easy to guess; a second yes is for that one only. */
  #weak = $state<string | null>(null);
  /** Id of what is wrong with a field. */
  oldError = $state<string | null>(null);
  nextError = $state<string | null>(null);
  fault = $state<Fault | null>(null);

  get weak(): boolean {
    return this.#weak !== null && this.#weak === this.next;
  }

  begin(): void {
    this.close();
    this.done = false;
    this.open = true;
  }

  /** Closes the form and forgets what was typed. */
  close(): void {
    this.open = false;
    this.old = '';
    this.next = '';
    this.suggested = false;
    this.#weak = null;
    this.#clear();
  }

  async suggest(): Promise<void> {
    try {
      this.next = (await call('passphrase_suggest', {})).passphrase;
      this.suggested = true;
      this.#clear();
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Asks for the change; `evenSo` is the second yes to a weak one. */
  async submit(evenSo = false): Promise<void> {
    if (this.working) return;
    const weakOk = evenSo && this.weak;
    this.#clear();
    if (this.old === '') this.oldError = 'settings-passphrase-needs-old';
    if (this.next === '') this.nextError = 'settings-passphrase-needs-new';
    if (this.oldError !== null || this.nextError !== null) return;
    this.working = true;
    const { old, next } = this;
    try {
      await call('passphrase_change', { old, new: next, weak_ok: weakOk });
      this.close();
      this.done = true;
    } catch (error) {
      this.#refused(faultOf(error), next);
    } finally {
      this.working = false;
    }
  }

  #refused(fault: Fault, next: string): void {
    if (fault.code === 'weak-passphrase') this.#weak = next;
    else if (fault.code === 'wrong-passphrase') this.oldError = 'settings-passphrase-wrong';
    else if (fault.code === 'bad-passphrase') this.nextError = 'settings-passphrase-bad';
    else this.fault = fault;
  }

  #clear(): void {
    this.oldError = null;
    this.nextError = null;
    this.fault = null;
  }
}

/** The form for a new recovery sheet, and the sheet while it is shown. */
export class NewSheet {
  open = $state(false);
  passphrase = $state('');
  sheet = $state<Sheet | null>(null);
  working = $state(false);
  done = $state(false);
  error = $state<string | null>(null);
  fault = $state<Fault | null>(null);

  begin(): void {
    this.close();
    this.done = false;
    this.open = true;
  }

  close(): void {
    this.open = false;
    this.gone = false;
    this.passphrase = '';
    this.error = null;
    this.fault = null;
  }

  /** Makes a new sheet; from then on the old one is void. */
  async submit(): Promise<void> {
    if (this.working) return;
    this.error = null;
    this.fault = null;
    if (this.passphrase === '') {
      this.error = 'settings-sheet-needs';
      return;
    }
    this.working = true;
    try {
      this.sheet = await call('sheet_renew', { passphrase: this.passphrase });
      this.close();
    } catch (error) {
      const fault = faultOf(error);
      if (fault.code === 'wrong-passphrase') this.error = 'settings-sheet-wrong';
      else this.fault = fault;
    } finally {
      this.working = false;
    }
  }

  /** The sheet that was never typed back cannot be shown any more: a new one takes its place. */
  gone = $state(false);

  /** Shows a sheet that was made but never typed back. */
  async showAgain(): Promise<void> {
    this.fault = null;
    try {
      this.sheet = await call('sheet_show', {});
      if (this.sheet !== null) return;
      this.begin();
      this.gone = true;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  confirmed(): void {
    this.sheet = null;
    this.done = true;
  }
}
