import { expect, it } from 'vitest';
import { GROUPS, type GroupId } from '../../state/settings.svelte';
import { lineWords } from './sought';

it.each(Object.keys(GROUPS) as GroupId[])('every line of %s has a name, a sentence and words to find it by', (group) => {
  for (const line of GROUPS[group]) expect(lineWords(group, line)).not.toBe('');
});
