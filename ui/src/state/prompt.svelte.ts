// The one prompt of the day below the box. Holds the prompt that is shown, never what is written to it.
import { call, faultOf } from '../api/call';
import type { Fault, Kind, Prompt as Asked, PromptCard } from '../api/gen/wire';

/** Whether it may stand on the screen on a hard day: no cheer, nothing that asks for a good side. */
export function suitsAHardDay(prompt: Asked): boolean {
  return prompt.care !== 'not-on-hard-days' && (prompt.theme === 'hard-day' || prompt.theme === 'recovery' || prompt.id === 'boss-plain-facts');
}

/** What an answer to it is kept as. */
export function kindFor(prompt: Asked): Kind {
  return prompt.theme === 'moment' ? 'moment' : 'reflection';
}

export class Prompt {
  card: PromptCard | null = $state.raw(null);
  /** The one that was taken up last. */
  taken: PromptCard | null = $state.raw(null);
  fault: Fault | null = $state.raw(null);
  #asked = 0;

  /** Asks what is offered today. Without an answer there is none, and nothing is said: the box is what matters. */
  async load(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const card = await call('prompt_today', {});
      if (asked === this.#asked) this.card = card;
    } catch {
      if (asked === this.#asked) this.card = null;
    }
  }

  /** Another one in its place. */
  swap(): Promise<void> {
    return this.#answer(true);
  }

  /** None any more today. */
  notNow(): Promise<void> {
    return this.#answer(false);
  }

  /** The question behind that id, as far as it was shown here. */
  behind(id: string | undefined): PromptCard | null {
    return [this.taken, this.card].find((card) => card !== null && card.prompt.id === id) ?? null;
  }

  async #answer(swap: boolean): Promise<void> {
    const id = this.card?.prompt.id;
    if (id === undefined) return;
    const asked = ++this.#asked;
    try {
      const card = await call('prompt_answer', { id, swap });
      if (asked === this.#asked) this.card = card;
      this.fault = null;
    } catch (error) {
      this.fault = faultOf(error);
    }
  }
}
