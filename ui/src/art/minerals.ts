// Which stone stands for which kind of entry.
import type { Kind } from '../api/gen/wire';

/** What a stone is made of. Names its classes in `parts.css` (`st-helped`: granite with lichen, …). */
export type Mineral = 'helped' | 'thanked' | 'learned' | 'hard' | 'plain';

const minerals: Record<Kind, Mineral> = {
  'moment': 'helped',
  'kind-word': 'thanked',
  'words-that-worked': 'learned',
  'lesson': 'learned',
  'snag': 'learned',
  'quiet-day': 'plain',
  'hard-day': 'hard',
  'reflection': 'plain',
  'guide': 'learned',
  'mission': 'plain',
  'check-in': 'plain',
};

/** The mineral of a kind; a mineral is its own. */
export function mineralOf(kind: Kind | Mineral): Mineral {
  return kind in minerals ? minerals[kind as Kind] : (kind as Mineral);
}
