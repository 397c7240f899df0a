import { expect, it } from 'vitest';
import { LONG, NEAR, Pause, REST } from './pause.svelte';

const MINUTE = 60_000;

/** Writing with a word at each of these minutes, looked at so many milliseconds after the last. */
function offeredAfter(minutes: readonly number[], later = 0): boolean {
  const pause = new Pause();
  for (const minute of minutes) pause.wrote(minute * MINUTE);
  pause.look(true, (minutes.at(-1) ?? 0) * MINUTE + later);
  return pause.offered;
}
const TEN = [0, 2, 4, 6, 8, 10];

it.each([
  ['nothing was written', [], 0, false],
  ['ten minutes of words', TEN, 0, true],
  ['ten minutes of words, a moment ago', TEN, NEAR, true],
  ['ten minutes of words, and then an empty chair', TEN, NEAR + 1, false],
  ['nine minutes of words, and a look at the tenth', TEN.slice(0, -1).concat(9), MINUTE, false],
  ['one word, and a call of ten minutes', [0], LONG, false],
  ['one word, a call of ten minutes, and one more word', [0, 10], 0, false],
  ['two words, fourteen minutes apart', [0, 14], 0, false],
  ['ten minutes of words after a rest', [0, ...TEN.map((minute) => minute + 20)], 0, true],
  ['a rest in the middle', [0, 2, 4, 4 + REST / MINUTE + 1, 10], 0, false],
])('%s', (_, minutes, later, offered) => {
  expect(offeredAfter(minutes, later)).toBe(offered);
});

it('is offered once, only where it is painful, and anew for the next piece', () => {
  const pause = new Pause();
  const write = (from: number): void => TEN.forEach((minute) => pause.wrote((from + minute) * MINUTE));
  write(0);
  pause.look(false, LONG);
  expect(pause.offered).toBe(false);
  pause.look(true, LONG);
  expect(pause.offered).toBe(true);
  pause.offered = false;
  write(12);
  pause.look(true, 22 * MINUTE);
  expect(pause.offered).toBe(false);
  pause.clear();
  write(22);
  pause.look(true, 32 * MINUTE);
  expect(pause.offered).toBe(true);
});

it('is one for each piece of writing, wherever that is shown', () => {
  const [one, other] = [{}, {}];
  expect(Pause.of(one)).toBe(Pause.of(one));
  expect(Pause.of(one)).not.toBe(Pause.of(other));
});
