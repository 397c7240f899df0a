import { expect, it } from 'vitest';
import { LONG, Pause, REST } from './pause.svelte';

it('is offered once after ten minutes of writing, and anew for the next piece', () => {
  const pause = new Pause();
  pause.look(true, 10 * LONG);
  expect(pause.offered).toBe(false);
  pause.wrote(1_000);
  pause.look(true, 1_000 + LONG - 1);
  expect(pause.offered).toBe(false);
  pause.look(false, 1_000 + LONG);
  expect(pause.offered).toBe(false);
  pause.look(true, 1_000 + LONG);
  expect(pause.offered).toBe(true);
  pause.offered = false;
  pause.wrote(1_000 + 2 * LONG);
  pause.look(true, 1_000 + 2 * LONG);
  expect(pause.offered).toBe(false);
  pause.clear();
  pause.wrote(0);
  pause.look(true, LONG);
  expect(pause.offered).toBe(true);
});

it('counts from the first word after a long rest, and is not offered to an empty chair', () => {
  const pause = new Pause();
  pause.wrote(0);
  // Marked hard half an hour after the last word: nobody is writing.
  pause.look(true, 30 * 60_000);
  expect(pause.offered).toBe(false);
  pause.wrote(REST + 1);
  pause.look(true, REST + LONG);
  expect(pause.offered).toBe(false);
  pause.look(true, REST + 1 + LONG);
  expect(pause.offered).toBe(true);
});

it('is one for each piece of writing, wherever that is shown', () => {
  const [one, other] = [{}, {}];
  expect(Pause.of(one)).toBe(Pause.of(one));
  expect(Pause.of(one)).not.toBe(Pause.of(other));
});
