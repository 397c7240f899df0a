// What is being looked for on the Settings screen, and whether a line is part of it.
import { getContext, setContext } from 'svelte';
import { GROUPS, isSought, type GroupId, type LineId } from '../../state/settings.svelte';
import { t, type Values } from '../../words/words.svelte';

const key = Symbol('sought');

/** Words of a line that hold a placeable; looking for the value itself is not needed. */
const blanks: Values = { version: '', time: '' };

/** All words by which a line is found: its name, its sentence, further words, the name of its group. */
export function lineWords(group: GroupId, line: LineId): string {
  return [`group-${group}`, line, `${line}-hint`, `${line}-find`].map((id) => t(`settings-${id}`, blanks)).join(' ');
}

export function linesShown(group: GroupId, query: string): LineId[] {
  return GROUPS[group].filter((line) => isSought(query, lineWords(group, line)));
}

/** For the screen: lines below it follow this query. */
export function provideQuery(query: () => string): void {
  setContext(key, query);
}

/** For a group or a line. Outside the screen everything shows. */
export function sought(): () => string {
  return getContext<(() => string) | undefined>(key) ?? (() => '');
}
