// A day inside a longer sentence. What is a day and what is none the program says; here is only where to look.
import { call } from '../api/call';
import type { Happened } from '../api/gen/wire';

/** Words of an ending and of a beginning that may name a day. */
const ENDING = 6;
const BEGINNING = 4;
/** Parts of a text that are looked at, and no further. */
const PARTS = 4;

/** What may name a day in a text: the whole, then the ends and the beginnings of its parts, the longer before the shorter. */
export function phrases(text: string): string[] {
  const whole = text.trim();
  const all = [whole];
  for (const part of whole.split(/[.,;:!?\n]+\s*/).slice(0, PARTS)) {
    const words = part.split(/\s+/).filter(Boolean);
    for (let n = Math.min(ENDING, words.length); n > 0; n -= 1) all.push(words.slice(-n).join(' '));
    for (let n = Math.min(BEGINNING, words.length); n > 0; n -= 1) all.push(words.slice(0, n).join(' '));
  }
  // "In the sun" is no Sunday: of short words alone no day is made.
  return [...new Set(all)].filter((one) => one !== '' && one.split(' ').some((word) => word.length > 3 || /\d/.test(word)));
}

/** The first day that a text names, and the words that name it. Nothing when it names none, or when nobody can tell. */
export async function whenWithin(text: string): Promise<{ by: Happened; said: string } | null> {
  for (const said of phrases(text)) {
    const by = await call('promise_when', { said }).catch(() => null);
    if (by !== null) return { by, said };
  }
  return null;
}
