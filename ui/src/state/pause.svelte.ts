// The soft pause: after long writing about something painful, one quiet offer to stop. A clock runs for each piece of writing that
// is open; a guide that was left and is opened again begins a new one, for leaving it was a pause already.
// Knows how long somebody has been writing, and nothing of what.

/** After so long with painful writing, in milliseconds, a pause is offered once. */
export const LONG = 10 * 60_000;
/** So long without a word was a pause already, in milliseconds: what is written after it begins anew. */
export const REST = 3 * 60_000;
/** So long after the last word, in milliseconds, somebody may still be writing; after that they are elsewhere. */
export const NEAR = 90_000;
/** How often the clock is looked at, in milliseconds. */
const LOOK = 10_000;

const pauses = new WeakMap<object, Pause>();

export class Pause {
  /** A pause is offered. */
  offered = $state(false);

  #since: number | null = null;
  #last = 0;
  #done = false;

  /** The one of that piece of writing: it goes on while other rooms are shown. */
  static of(writing: object): Pause {
    const pause = pauses.get(writing) ?? new Pause();
    pauses.set(writing, pause);
    return pause;
  }

  /** Something was typed. */
  wrote(now = Date.now()): void {
    if (this.#since === null || now - this.#last > REST) this.#since = now;
    this.#last = now;
  }

  /** Offers a pause when somebody has typed for long, is at it still, and it is painful; once. */
  look(painful: boolean, now = Date.now()): void {
    if (this.#done || !painful || this.#since === null || this.#last - this.#since < LONG || now - this.#last > NEAR) return;
    this.#done = true;
    this.offered = true;
  }

  /** Looks at the clock for as long as the writing is shown. Answers what ends that. */
  watch(painful: () => boolean): () => void {
    const timer = setInterval(() => this.look(painful()), LOOK);
    return () => clearInterval(timer);
  }

  /** It was kept or let go: the next piece of writing begins anew. */
  clear(): void {
    this.#since = null;
    this.#done = false;
    this.offered = false;
  }
}
