// Get help: the page, and the lines that a person adds, hides or brings back. Holds them while the page is shown.
import { call, faultOf } from '../api/call';
import type { Fault, Help, HelpLine, JournalSettings, OwnHelpLine } from '../api/gen/wire';
import { app } from './app.svelte';

export class HelpPage {
  help: Help | null = $state.raw(null);
  /** Names of lines that are hidden. */
  hidden: readonly string[] = $state.raw([]);
  fault: Fault | null = $state.raw(null);
  /** A change that was not kept. */
  refused: Fault | null = $state.raw(null);

  async load(): Promise<void> {
    try {
      const help = await call('help_show', {});
      this.hidden = help.open ? (await call('settings_show', {})).help_hidden : [];
      this.help = help;
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }

  /** Chosen once; nothing for every region. */
  region(id: string | null): Promise<boolean> {
    return this.#change(() => ({ help_region: id }));
  }

  hide(line: HelpLine): Promise<boolean> {
    return this.#change(({ help_hidden }) => ({ help_hidden: [...help_hidden.filter((name) => name !== line.name), line.name] }));
  }

  bringBack(name: string): Promise<boolean> {
    return this.#change(({ help_hidden }) => ({ help_hidden: help_hidden.filter((one) => one !== name) }));
  }

  /** Keeps a line of the person's own: in the place of another, or as the last. */
  keep(line: OwnHelpLine, at: number | null): Promise<boolean> {
    return this.#change(({ help_lines }) => ({ help_lines: at === null ? [...help_lines, line] : help_lines.toSpliced(at, 1, line) }));
  }

  remove(at: number): Promise<boolean> {
    return this.#change(({ help_lines }) => ({ help_lines: help_lines.toSpliced(at, 1) }));
  }

  /** Puts a line back where it was. */
  putBack(line: OwnHelpLine, at: number): Promise<boolean> {
    return this.#change(({ help_lines }) => ({ help_lines: help_lines.toSpliced(at, 0, line) }));
  }

  /** The settings are asked for anew each time: other rooms change them, too. */
  async #change(patch: (now: JournalSettings) => Partial<JournalSettings>): Promise<boolean> {
    try {
      const now = await call('settings_show', {});
      const { changes } = await call('settings_change', { ...now, ...patch(now) });
      this.refused = null;
      app.changed(changes);
      await this.load();
      return true;
    } catch (error) {
      this.refused = faultOf(error);
      return false;
    }
  }
}

/** The number in "call 116 123", to be pasted where it is called from; the whole line when there is none. */
export function numberIn(how: string): string {
  return /[+(]?\d(?:.*\d)?/.exec(how)?.[0] ?? how;
}
