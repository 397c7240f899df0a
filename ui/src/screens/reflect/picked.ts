// Guides that begin with a moment of one's own: which of its words answer which question.
import type { Entry, Kind } from '../../api/gen/wire';
import { t } from '../../words/words.svelte';

const joined = (between: string, ...words: readonly (string | undefined)[]): string => words.filter((one) => one !== undefined && one !== '').join(between);

/** Answers by their field; an empty one says nothing. */
const FROM: Record<string, (moment: Entry) => Record<string, string>> = {
  'seven-pursuits-check': ({ text }) => ({ moment: text }),
  'story-for-review': ({ who, need, text, my_part, changed, know, their_words }) => ({
    situation: joined(': ', who, need),
    action: joined('\n', text, my_part),
    result: changed ?? '',
    proof: joined('. ', know === undefined ? undefined : t(`know-${know}`), their_words === undefined ? undefined : `“${their_words}”`),
  }),
};

/** Kinds that a guide may begin with. */
export const BEGUN_WITH: readonly Kind[] = ['moment', 'kind-word'];

/** Whether a guide may begin with it. */
export function mayBegin({ kind, text, binned }: Entry): boolean {
  return BEGUN_WITH.includes(kind) && text.trim() !== '' && binned === undefined;
}

/** Whether a guide begins with a moment. */
export function beginsWithMoment(guide: string): boolean {
  return guide in FROM;
}

/** What that moment answers in that guide, without empty answers. */
export function answersFrom(guide: string, moment: Entry): [field: string, text: string][] {
  return Object.entries(FROM[guide]?.(moment) ?? {}).filter(([, text]) => text.trim() !== '');
}
