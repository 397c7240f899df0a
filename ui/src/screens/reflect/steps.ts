// The pile of a walk: a place for each step, laid from the ground up. Holds no state and no words.
import type { Mineral } from '../../art/minerals';
import { rng, round } from '../../art/stones';

/** How a step stands. */
export type Standing = 'done' | 'now' | 'todo';

/** One step of the pile. */
export interface Laid {
  label: string;
  standing: Standing;
}

/** A stone of the pile, in a box of 290 with the ground at y = 0. */
export interface Lie {
  seed: string;
  kind: Mineral;
  x: number;
  y: number;
  w: number;
  h: number;
  rot: number;
}

const MINERALS: readonly Mineral[] = ['hard', 'learned', 'thanked', 'helped', 'learned', 'plain'];

/** Where the stones lie, the first at the bottom. Those to come hang a little apart. */
export function pile(id: string, steps: readonly Laid[]): Lie[] {
  const many = Math.max(1, steps.length - 1);
  let top = 0;
  return steps.map(({ standing }, i) => {
    const q = rng(`${id}${i}`);
    const w = round(132 - (68 * i) / many);
    const h = 48 - (15 * i) / many;
    const gap = standing === 'done' ? 0 : 5;
    const lie = { seed: `${id}${i}`, kind: MINERALS[i % MINERALS.length] ?? 'plain', x: round(70 + (q() - 0.5) * 14), y: round(-(top + h * 0.46) - gap), w, h, rot: round((q() - 0.5) * 4) };
    top += h * 0.88 + gap;
    return lie;
  });
}

/** Longer than this, a short word is set in two lines. */
const LINE = 17;

/** A label in one line or two, broken at the space nearest to its middle. */
export function lines(label: string): string[] {
  if (label.length <= LINE) return [label];
  const middle = label.length / 2;
  const spaces = [...label.matchAll(/ /g)].map((found) => found.index);
  const at = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at === undefined ? [label] : [label.slice(0, at), label.slice(at + 1)];
}
