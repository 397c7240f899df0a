// Where a stone lies on the footpath of the list, and how the path runs past it. Drawn from the id alone: a stone keeps its place.
import type { Row } from '../../api/gen/wire';
import { rng } from '../../art/stones';

/** Middle of the path, in a strip 96 wide. */
const MIDDLE = 48;
/** Height of the stone's middle in a row that is 100 high. */
const STONE = 36;

/** A stone on the path. */
export interface Lie {
  x: number;
  /** Grows with what was written, up to a point. */
  width: number;
  /** Tilt in degrees. */
  rot: number;
}

const lies = new WeakMap<Row, Lie>();

export function lie(row: Row): Lie {
  let found = lies.get(row);
  if (found === undefined) {
    const random = rng(`${row.id}x`);
    const x = MIDDLE + Math.round((random() - 0.5) * 18);
    const words = row.excerpt.reduce((sum, piece) => sum + piece.text.length, 0);
    found = { x, width: Math.round(34 + Math.min(26, words / 5)), rot: Math.round((random() - 0.5) * 80) / 10 };
    lies.set(row, found);
  }
  return found;
}

/** Where the path crosses from one row into the next. */
export function crossing(a: Row, b: Row): number {
  return Math.round((lie(a).x + lie(b).x) / 2 + (lie(a).x < MIDDLE ? 6 : -6));
}

/** The path through one row: from the row before, past its stone, on to the next. */
export function trail(before: Row | undefined, row: Row, after: Row | undefined): string {
  const { x } = lie(row);
  const from = before === undefined ? `M${x} ${STONE}` : `M${crossing(before, row)} 0C${crossing(before, row)} 14 ${x} 22 ${x} ${STONE}`;
  if (after === undefined) return before === undefined ? '' : from;
  const to = crossing(row, after);
  return `${from}C${x} 62 ${to} 78 ${to} 100`;
}
