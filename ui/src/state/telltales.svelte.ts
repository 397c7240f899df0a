// What in words that are being written could tell who somebody is. It is looked for on this computer when the keys rest, never
// stands in the way of keeping, and nothing of it is stored.
import { call } from '../api/call';

/** So long after the last key, in milliseconds. */
const REST = 600;
/** So many letters are looked at, the last ones: those are being written. */
const LETTERS = 20_000;
/** So many are named. */
const NAMED = 2;

export class Telltales {
  /** The words themselves, in the order of the text, each once. */
  found: readonly string[] = $state.raw([]);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** Looks at these texts when nothing has come after them for a moment. */
  look(texts: readonly string[]): void {
    this.stop();
    const asked = this.#asked;
    const text = texts.filter((one) => one.trim() !== '').join('\n\n');
    // A long text is cut between two words, never within a sign.
    const last = text.length > LETTERS ? text.slice(-LETTERS).replace(/^\S*/, '') : text;
    if (last === '') this.found = [];
    else this.#timer = setTimeout(() => void this.#ask(last, asked), REST);
  }

  /** An answer that is still to come is not wanted any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  /** The first of them, as they are named in a sentence. */
  get named(): string {
    const named = this.found.slice(0, NAMED).map((one) => `“${one}”`).join(', ');
    return this.found.length > NAMED ? `${named}, …` : named;
  }

  async #ask(text: string, asked: number): Promise<void> {
    const found = await call('identifiers_find', { text }).catch(() => []);
    if (asked === this.#asked) this.found = [...new Set(found.map((one) => one.text))];
  }
}
