// Where the window stands: which phase, which screen, which settings of this computer. Holds no word of the journal.
import { call, faultOf } from '../api/call';
import type { AppState, Changes, DeviceSettings, Entry, Fault } from '../api/gen/wire';
import { tick } from 'svelte';
import { words } from '../words/words.svelte';
import { dress } from './dress';

export type Phase = 'loading' | 'new' | 'locked' | 'busy' | 'damaged' | 'open';
export type Screen = 'today' | 'reflect' | 'timeline' | 'promises' | 'lookback' | 'purpose' | 'log' | 'settings' | 'help';

const usual: DeviceSettings = { theme: 'system', contrast: 'system', motion: 'system', text_size: 100, scene: true, language: 'en' };

export const TEXT_MIN = 80;
export const TEXT_MAX = 200;
const TEXT_STEP = 10;

export class App {
  phase = $state<Phase>('loading');
  state = $state.raw<AppState | null>(null);
  device = $state.raw<DeviceSettings>(usual);
  /** Why the program could not be asked at all. */
  fault = $state.raw<Fault | null>(null);
  /** The moment kept while the journal was made, for Today to show once. */
  first = $state.raw<Entry | null>(null);
  /** The recovery sheet still has to be typed back. */
  sheetDue = $state(false);
  /** Counts up when the caret is wanted in a room's main field (Ctrl+N, Ctrl+F). */
  calls = $state({ write: 0, search: 0 });
  /** The list of keys is shown. */
  keysShown = $state(false);
  /** What Get help shows: the lines, or the notes of what was not okay. */
  helpView = $state<'lines' | 'notes'>('lines');
  /** One moment is lifted, and nothing else is on the screen. */
  lifting = $state(false);
  /** The guide that Reflect is to open with. */
  walk = $state<string | null>(null);

  /** What had the focus before a moment was lifted: there it goes back. */
  #liftedFrom: Element | null = null;
  #trail = $state<Screen[]>(['today']);
  #at = $state(0);
  #watchers = new Set<(changes: Changes) => void>();

  readonly screen: Screen = $derived(this.#trail[this.#at] ?? 'today');
  readonly canBack = $derived(this.#at > 0);
  readonly canForward = $derived(this.#at < this.#trail.length - 1);
  readonly readOnly = $derived(this.state?.read_only ?? false);

  /** Asks how things stand. */
  async start(): Promise<void> {
    try {
      this.stand(await call('app_show', {}));
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Takes over how things stand. */
  stand(state: AppState): void {
    this.state = state;
    this.#wear(state.device);
    this.sheetDue = state.standing === 'open' && !state.sheet_confirmed;
    this.phase = state.standing;
  }

  /** The sheet was typed back, or put off until the next opening. */
  sheetDone(confirmed: boolean): void {
    if (confirmed && this.state) this.state = { ...this.state, sheet_confirmed: true };
    this.sheetDue = false;
  }

  go(screen: Screen): void {
    if (screen === this.screen) return;
    this.#trail = [...this.#trail.slice(0, this.#at + 1), screen].slice(-50);
    this.#at = this.#trail.length - 1;
  }

  back(): void {
    if (this.canBack) this.#at -= 1;
  }

  forward(): void {
    if (this.canForward) this.#at += 1;
  }

  /** To Today, with the caret in the box. */
  write(): void {
    this.go('today');
    this.calls.write += 1;
  }

  /** To the timeline, with the caret in the search field. */
  search(): void {
    this.go('timeline');
    this.calls.search += 1;
  }

  /** To the end of the shift. */
  shutdown(): void {
    this.walk = 'end-of-shift-shutdown';
    this.go('reflect');
  }

  /** One moment in which the person mattered, alone on the screen. */
  lift(): void {
    this.#liftedFrom = document.activeElement;
    this.lifting = true;
  }

  /** Ends the lift. The focus goes back to where it was. */
  lower(): void {
    const from = this.#liftedFrom;
    this.#liftedFrom = null;
    this.lifting = false;
    void tick().then(() => {
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    });
  }

  /** Ends the lift in a room, where the focus goes along. */
  lowerTo(screen: Screen): void {
    this.#liftedFrom = null;
    this.lifting = false;
    this.go(screen);
    void tick().then(() => {
      if (document.activeElement === null || document.activeElement === document.body) document.querySelector('main')?.focus();
    });
  }

  /** To the room for what was not okay. */
  notOkay(): void {
    this.helpView = 'notes';
    this.go('help');
  }

  showKeys(): void {
    this.keysShown = true;
  }

  /** Changes settings of this computer; they show at once, and stay only if the program kept them. */
  async setDevice(patch: Partial<DeviceSettings>): Promise<void> {
    const before = this.device;
    this.#wear({ ...before, ...patch });
    try {
      this.#wear(await call('device_change', this.device));
    } catch (error) {
      this.#wear(before);
      throw error;
    }
  }

  /** One step larger (1), smaller (-1) or back to the usual size (0). */
  resizeText(step: -1 | 0 | 1): Promise<void> {
    const size = step === 0 ? 100 : this.device.text_size + step * TEXT_STEP;
    return this.setDevice({ text_size: Math.min(TEXT_MAX, Math.max(TEXT_MIN, size)) });
  }

  /** Closes the journal. The program starts afresh; until then nothing of it stays on the window. */
  async lock(): Promise<void> {
    await this.#putAway();
    await call('journal_lock', {});
    this.forget();
    this.phase = 'locked';
  }

  /** The window is closing: puts drafts away, then lets the program end. What cannot be put away keeps the window open. */
  async quit(): Promise<void> {
    await this.#putAway();
    await call('app_quit', {});
  }

  async #putAway(): Promise<void> {
    for (const save of [...this.#savers]) await save();
  }

  forget(): void {
    this.#trail = ['today'];
    this.#at = 0;
    this.first = null;
    this.sheetDue = false;
    this.lifting = false;
    this.helpView = 'lines';
    this.walk = null;
  }

  #savers = new Set<() => Promise<void> | void>();

  /** What has to be put away (a draft) before the journal is closed. Gives back how to leave. */
  beforeLock(save: () => Promise<void> | void): () => void {
    this.#savers.add(save);
    return () => this.#savers.delete(save);
  }

  /** Tells everybody what to ask again. */
  changed(changes: Changes): void {
    for (const watcher of [...this.#watchers]) watcher(changes);
  }

  onChanges(watcher: (changes: Changes) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #wear(device: DeviceSettings): void {
    this.device = device;
    words.use(device.language);
    dress(device, words.lang, words.dir);
  }
}

export const app = new App();
