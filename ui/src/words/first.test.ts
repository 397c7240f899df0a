// What can be said before the rooms are there. The setup of the tests brings all words, so the sources themselves are read.
import { expect, test } from 'vitest';

const catalogues = import.meta.glob<string>('./en/*.ftl', { query: '?raw', import: 'default', eager: true });
const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true });
const FIRST = ['./en/app.ftl', './en/faults.ftl', './en/opening.ftl'];

const ids = (names: readonly string[]): Set<string> =>
  new Set(names.flatMap((name) => [...(catalogues[name] ?? '').matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((one) => one[1] ?? '')));

function beside(from: string, to: string): string | undefined {
  const path = new URL(to, new URL(from, 'file:///src/words/')).pathname.replace('/src/words/', './').replace('/src/', '../');
  return [path, `${path}.ts`].find((one) => one in sources);
}

/** A source and all that it imports, unless that comes later by `import()`. */
function drawnIn(name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known;
  known.add(name);
  for (const [, to] of (sources[name] ?? '').matchAll(/^\s*(?:import|export) (?!type )[^;]*?'(\.[^']*)'/gm)) {
    const next = beside(name, to ?? '');
    if (next !== undefined) drawnIn(next, known);
  }
  return known;
}

const BEFORE = ['../main.ts', ...['SheetDue', 'Recover', 'Busy', 'Damaged'].map((screen) => `../screens/opening/${screen}.svelte`)];

test.each(BEFORE)('%s says nothing that comes with the rooms', (name) => {
  const drawn = drawnIn(name);
  expect(drawn.size).toBeGreaterThan(4);
  const late = ids(Object.keys(catalogues).filter((one) => !FIRST.includes(one)));
  expect(late.size).toBeGreaterThan(400);
  const said = [...drawn].flatMap((one) => [...(sources[one] ?? '').matchAll(/'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g)].map((found) => `${one}: ${found[1] ?? ''}`));
  expect(said.filter((one) => late.has(one.split(': ')[1] ?? ''))).toEqual([]);
});

test.each(['../shell/Shell.svelte', '../screens/opening/FirstRun.svelte', '../screens/help/HelpAhead.svelte'])('%s brings the words of the rooms', (name) => {
  expect(drawnIn(name)).toContain('./rooms.ts');
});
