// How unfinished words are looked after: sent a moment after each pause, tried again when that fails, still while the thing
// itself is being kept. Knows no draft and no note; what is sent, and where to, is theirs.
import { faultOf } from '../api/call';
import type { Fault } from '../api/gen/wire';

/** After the last key, in milliseconds. */
export const PAUSE = 900;
/** While somebody types without a pause, in milliseconds. */
export const LONGEST = 5_000;
/** After it could not be kept, in milliseconds. */
export const AGAIN = 4_000;

export abstract class Keeper {
  fault: Fault | null = $state.raw(null);
  /** What the journal holds, as `now` says it; empty for nothing. */
  protected held = $state('');
  /** Nobody looks after it any more. */
  protected closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;
  #running: Promise<boolean> | null = null;
  /** While the thing itself is being kept or let go; settled when that is over, however it ended. */
  #keeping: Promise<void> | null = null;
  #over = (): void => undefined;

  /** The words as they go over the wire: what it depends on is what has to be kept. */
  abstract readonly now: string;
  /** Whether there is nothing in it that is not kept elsewhere. */
  abstract readonly idle: boolean;
  /** Puts the words into the journal as they are now, or takes them out of it when there is nothing to keep. */
  protected abstract send(drop: boolean): Promise<void>;

  /** How the words stand at this moment. `waiting`: some of them are not in the journal yet. */
  status = $derived.by((): '' | 'waiting' | 'kept' | 'trouble' => {
    if (this.#clean()) return this.held === '' ? '' : 'kept';
    return this.fault === null ? 'waiting' : 'trouble';
  });

  /** Whether the thing itself is being kept or let go. */
  protected get keeping(): boolean {
    return this.#keeping !== null;
  }

  /** Something changed: keeps it after a pause. */
  touched(): void {
    if (this.closed || this.keeping || this.#clean()) return;
    const now = Date.now();
    if (this.#timer === undefined) this.#since = now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), Math.min(PAUSE, Math.max(0, this.#since + LONGEST - now)));
  }

  /** Keeps it now. Answers whether the journal holds all of it, once a save that is under way has ended. */
  async flush(): Promise<boolean> {
    while (!this.closed) {
      if (this.#keeping !== null) {
        await this.#keeping;
        continue;
      }
      this.stopClock();
      this.#running ??= this.#send().finally(() => {
        this.#running = null;
      });
      const put = await this.#running;
      if (!this.keeping) return put;
    }
    return true;
  }

  /** Nothing is sent from here on, and what was under way is done: the thing itself is about to be kept. */
  async hold(): Promise<void> {
    this.#keeping ??= new Promise((over) => {
      this.#over = over;
    });
    this.stopClock();
    await this.#running;
  }

  /** It could not be kept: its words are looked after again. */
  release(): void {
    this.end();
    this.touched();
  }

  /** What `hold` began is over. */
  protected end(): void {
    this.#keeping = null;
    this.#over();
  }

  protected stopClock(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #clean(): boolean {
    return this.idle ? this.held === '' : this.now === this.held;
  }

  async #send(): Promise<boolean> {
    while (!this.#clean() && !this.closed && !this.keeping) {
      const { now, idle } = this;
      try {
        await this.send(idle);
      } catch (error) {
        this.fault = faultOf(error);
        this.#timer = setTimeout(() => void this.flush(), AGAIN);
        return false;
      }
      this.held = idle ? '' : now;
      this.fault = null;
    }
    return true;
  }
}
