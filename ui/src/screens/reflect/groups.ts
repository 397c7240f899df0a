// How the guides are laid out on the page: calmly, by what brings somebody to them. Holds ids only.
import type { GuideLine } from '../../api/gen/wire';
import { BEFORE, SHUTDOWN, WEEK } from '../../state/reflect.svelte';

/** Those that stand above the others: they belong to a time of day or week. */
export const TIMES: readonly string[] = [BEFORE, SHUTDOWN, WEEK];

const GROUPS = {
  'hard': ['after-a-hard-call', 'say-sorry-well', 'from-jerk-to-human', 'when-it-is-not-okay'],
  'weight': ['boss-hardest-customer', 'put-down-the-resentment', 'duck-check', 'lead-follow-wallow'],
  'stand': ['my-mission-statement', 'motive-check', 'seven-pursuits-check', 'story-for-review'],
} as const;

/** The guides in their groups; what is in none of them comes last, the small walks apart. */
export function grouped(guides: readonly GuideLine[]): { group: string; guides: GuideLine[] }[] {
  const find = (ids: readonly string[]): GuideLine[] => ids.flatMap((id) => guides.find((guide) => guide.id === id) ?? []);
  const known = new Set<string>([...TIMES, ...Object.values(GROUPS).flat()]);
  const rest = guides.filter((guide) => !known.has(guide.id));
  return [
    ...Object.entries(GROUPS).map(([group, ids]) => ({ group, guides: find(ids) })),
    { group: 'more', guides: rest.filter((guide) => guide.tier !== 'small') },
    { group: 'small', guides: rest.filter((guide) => guide.tier === 'small') },
  ].filter(({ guides: some }) => some.length > 0);
}
