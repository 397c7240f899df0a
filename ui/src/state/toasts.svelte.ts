// What is said in passing at the lower edge: one thing at a time, for ten seconds, paused under pointer or focus.

/** Something said. */
export interface Toast {
  text: string;
  advice?: string | undefined;
  tone: 'quiet' | 'trouble';
  undo?: (() => void) | undefined;
}

const SHOWN_MS = 10_000;

export class Toasts {
  current = $state.raw<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left = SHOWN_MS;
  #since = 0;

  say(text: string, opts: { undo?: () => void; tone?: Toast['tone']; advice?: string } = {}): void {
    this.current = { text, tone: opts.tone ?? 'quiet', advice: opts.advice, undo: opts.undo };
    this.#left = SHOWN_MS;
    this.resume();
  }

  /** Stops the clock while it is being read. */
  pause(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left = Math.max(2_000, this.#left - (performance.now() - this.#since));
  }

  resume(): void {
    clearTimeout(this.#timer);
    if (this.current === null) return;
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.clear(), this.#left);
  }

  undo(): void {
    const undo = this.current?.undo;
    this.clear();
    undo?.();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.current = null;
  }
}

export const toasts = new Toasts();
