// The purpose log of the journal in memory: roughly what the program would draw.
import { words } from '../words/words.svelte';
import type { Block, Entry, Fact, Log, LogOptions } from './gen/wire';

function month(day: string): string {
  return words.say('month-year', { month: words.say(`month-${Number(day.slice(5, 7))}`), year: day.slice(0, 4) });
}

function facts(entry: Entry, feelings: boolean): Fact[] {
  const rows: [string, string | undefined][] = [
    ['field-who', entry.who], ['field-need', entry.need], ['field-changed', entry.changed],
    ['field-know', entry.know && words.say(`know-${entry.know}`)], ['field-my-part', entry.my_part],
  ];
  if (feelings) rows.push(['field-felt', entry.felt?.map((one) => words.say(`felt-${one}`)).join(', ')], ['field-cost', entry.cost && words.say(`cost-${entry.cost}`)]);
  return rows.flatMap(([id, value]) => (value ? [{ label: words.say(id), value }] : []));
}

export function fakeLog(living: Entry[], options: LogOptions, most: number): Log {
  const chosen = living
    .filter((entry) => entry.text !== '')
    .filter((entry) => (options.from === null || entry.day >= options.from) && (options.to === null || entry.day <= options.to))
    .filter((entry) => (options.kinds.length === 0 || options.kinds.includes(entry.kind)) && (!options.starred || entry.star));
  const last = chosen[0];
  const first = chosen.at(-1);
  const span = first && last ? words.say('log-span', { from: month(first.day), to: month(last.day) }) : words.say('log-span-empty');
  const blocks: Block[] = [{ type: 'title', text: words.say('log-title'), span }];
  let current = '';
  for (const entry of chosen) {
    const now = month(entry.day);
    if (now !== current) blocks.push({ type: 'month', text: now });
    current = now;
    const label = words.say(`kind-${entry.kind}`);
    blocks.push({
      type: 'moment', id: entry.id, kind: entry.kind, label: options.with_days ? `${label}, ${entry.day}` : label,
      text: entry.text, quote: options.with_their_words ? (entry.their_words ?? null) : null, facts: facts(entry, options.with_feelings),
    });
  }
  return { blocks: blocks.slice(0, most), moments: chosen.length };
}
