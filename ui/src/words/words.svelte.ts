// All visible words, from the Fluent files beside this one. Holds no word of the user.
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { FluentVariable } from '@fluent/bundle';
import { pseudo } from './pseudo';

// What the window can say before the journal is open; the words of the rooms come with them, from `rooms.ts`.
const first = import.meta.glob<string>(['./en/app.ftl', './en/faults.ftl', './en/opening.ftl'], { query: '?raw', import: 'default', eager: true });

/** Values for the placeables of a message. */
export type Values = Record<string, FluentVariable>;

function bundleFor(language: string, files: Record<string, string>): FluentBundle {
  const transform = language.startsWith('qps') ? { transform: pseudo } : {};
  // Isolation marks stay on: a name in another script must not turn its sentence around.
  const bundle = new FluentBundle('en', { useIsolating: true, ...transform });
  for (const [name, text] of Object.entries(files)) {
    for (const error of bundle.addResource(new FluentResource(text))) {
      throw new Error(`${name}: ${error.message}`);
    }
  }
  return bundle;
}

// Marks around a name of plain letters or a number change nothing from left to right, and only make labels harder to find.
const plainMarks = /\u2068([\x20-\x7e]*)\u2069/g;

class Words {
  #language = $state('en');
  #files = $state.raw(first);
  #bundle = $derived(bundleFor(this.#language, this.#files));

  /** A tag for the `lang` of the page. */
  get lang(): string {
    return this.#language.startsWith('qps') ? 'en-x-pseudo' : this.#language;
  }

  get dir(): 'ltr' | 'rtl' {
    return this.#language === 'qps-rtl' ? 'rtl' : 'ltr';
  }

  /** The tag that dates and numbers are written by. */
  get locale(): string {
    return this.#language.startsWith('qps') ? 'en-GB' : this.#language === 'en' ? 'en-GB' : this.#language;
  }

  use(language: string): void {
    this.#language = language;
  }

  /** More words, by the names of their files. */
  add(files: Record<string, string>): void {
    this.#files = { ...this.#files, ...files };
  }

  has(id: string): boolean {
    return this.#bundle.getMessage(id)?.value != null;
  }

  /** A text of the content library, as the program sends it: until it comes in other languages, only the pseudo ones change it. */
  content(text: string): string {
    return this.#language.startsWith('qps') ? pseudo(text) : text;
  }

  say(id: string, values?: Values): string {
    const message = this.#bundle.getMessage(id);
    if (message?.value == null) return missing(id);
    const errors: Error[] = [];
    const text = this.#bundle.formatPattern(message.value, values ?? null, errors);
    if (errors.length > 0 && import.meta.env.MODE === 'test') throw new Error(`${id}: ${errors[0]?.message ?? ''}`);
    return this.dir === 'ltr' ? text.replace(plainMarks, '$1') : text;
  }
}

function missing(id: string): string {
  if (import.meta.env.MODE === 'test') throw new Error(`no words for "${id}"`);
  return id;
}

export const words = new Words();

/** The words for an id, in the language of the window. */
export function t(id: string, values?: Values): string {
  return words.say(id, values);
}

/** A text of the content library, in the language of the window. */
export function c(text: string): string {
  return words.content(text);
}
