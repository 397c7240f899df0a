// Shapes of stones. The same seed gives the same stone for ever, so that a moment keeps its shape;
// `stones.golden.json` holds a few. Holds no state and draws nothing.
import type { Mineral } from './minerals';

/** Numbers from 0 to 1, the same ones for the same seed. */
export type Random = () => number;
type Point = [number, number];

/** A pattern on a stone. Lines have a width, areas have none. */
export interface Vein {
  kind: 'lichen' | 'lichen-hole' | 'quartz' | 'strata' | 'seam';
  d: string;
  width?: number;
}

/** A stone around 0 0, as path data. */
export interface StoneShapes {
  outline: string;
  /** The face above the underside. */
  low: string;
  /** The lit facet. */
  high: string;
  veins: Vein[];
  specks: { x: number; y: number; r: number }[];
}

export function rng(seed: string | number): Random {
  let s = typeof seed === 'number' ? seed : [...seed].reduce((a, c) => Math.imul(a ^ c.charCodeAt(0), 16777619), 2166136261);
  return () => {
    s |= 0;
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const round = (n: number): number => Number(n.toFixed(1));

/** Eleven jittered points of a superellipse with a flattened base. */
export function outline(r: Random, w: number, h: number): Point[] {
  const n = 11;
  const points: Point[] = [];
  const p = 2.35 + r() * 0.5;
  const skew = (r() - 0.5) * 0.16;
  for (let i = 0; i < n; i++) {
    const a = (i / n) * Math.PI * 2 + (r() - 0.5) * 0.16;
    const k = 0.95 + r() * 0.085;
    const c = Math.cos(a);
    const s = Math.sin(a);
    let x = ((Math.sign(c) * Math.abs(c) ** (2 / p) * w) / 2) * k;
    let y = ((Math.sign(s) * Math.abs(s) ** (2 / p) * h) / 2) * k;
    if (y > h * 0.2) y = h * 0.2 + (y - h * 0.2) * 0.82;
    x += y * skew;
    points.push([x, y]);
  }
  return points;
}

/** A closed curve through points. */
export function smooth(points: readonly Point[], tension = 0.5): string {
  const n = points.length;
  const at = (i: number): Point => points[((i % n) + n) % n] ?? [0, 0];
  let d = `M${round(at(0)[0])} ${round(at(0)[1])}`;
  for (let i = 0; i < n; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const k = tension / 3;
    const curve = [
      p1[0] + (p2[0] - p0[0]) * k, p1[1] + (p2[1] - p0[1]) * k,
      p2[0] - (p3[0] - p1[0]) * k, p2[1] - (p3[1] - p1[1]) * k,
      p2[0], p2[1],
    ];
    d += `C${curve.map(round).join(' ')}`;
  }
  return `${d}Z`;
}

/** Granite carries map lichen: a few ragged patches near the top. */
function lichen(seed: string, r: Random, w: number, h: number, detail: number): Vein[] {
  const veins: Vein[] = [];
  const cx = (r() - 0.5) * w * 0.34;
  const cy = -h * 0.2;
  const patches = detail > 0.6 ? 5 : 3;
  for (let i = 0; i < patches; i++) {
    const q = rng(`${seed}l${i}`);
    const bw = w * (0.13 + q() * 0.17);
    const bh = h * (0.18 + q() * 0.2);
    const bx = cx + (q() - 0.5) * w * 0.52;
    const by = cy + (q() - 0.5) * h * 0.42;
    const patch: Point[] = [];
    for (let j = 0; j < 8; j++) {
      const a = (j / 8) * 6.283;
      const k = 0.75 + q() * 0.4;
      patch.push([bx + ((Math.cos(a) * bw) / 2) * k, by + ((Math.sin(a) * bh) / 2) * k]);
    }
    veins.push({ kind: 'lichen', d: smooth(patch, 0.55) });
    if (detail > 0.8 && i < 2) {
      const hole = patch.map(([x, y]): Point => [bx + (x - bx) * 0.36, by + (y - by) * 0.36]);
      veins.push({ kind: 'lichen-hole', d: smooth(hole, 0.55) });
    }
  }
  return veins;
}

/** Heather stone: bands of quartz. */
function quartz(seed: string, w: number, h: number, detail: number): Vein[] {
  const veins: Vein[] = [];
  for (let i = 0; i < (detail > 0.6 ? 2 : 1); i++) {
    const q = rng(`${seed}v${i}`);
    const y0 = -h * 0.12 + i * h * 0.22 + (q() - 0.5) * h * 0.12;
    const a = (q() - 0.5) * h * 0.3;
    veins.push({
      kind: 'quartz',
      width: round(h * (i ? 0.055 : 0.1)),
      d: `M${round(-w * 0.6)} ${round(y0 + a)}C${round(-w * 0.2)} ${round(y0 - h * 0.12)} ${round(w * 0.12)} ${round(y0 + h * 0.14)} ${round(w * 0.6)} ${round(y0 - a)}`,
    });
  }
  return veins;
}

/** Slate: strata. */
function strata(seed: string, w: number, h: number, detail: number): Vein[] {
  const veins: Vein[] = [];
  const m = detail > 0.6 ? 4 : 3;
  for (let i = 0; i < m; i++) {
    const q = rng(`${seed}b${i}`);
    const y0 = -h * 0.3 + (i * h * 0.62) / (m - 1) + (q() - 0.5) * h * 0.05;
    veins.push({
      kind: 'strata',
      width: round(h * (0.03 + q() * 0.035)),
      d: `M${round(-w * 0.6)} ${round(y0 + h * 0.05)}Q0 ${round(y0 - h * 0.07)} ${round(w * 0.6)} ${round(y0 + h * 0.03)}`,
    });
  }
  return veins;
}

/** Basalt: one iron seam. */
function seam(seed: string, w: number, h: number): Vein[] {
  const q = rng(`${seed}c`);
  let px = -w * 0.3 + (q() - 0.5) * w * 0.2;
  let py = -h * 0.6;
  let d = `M${round(px)} ${round(py)}`;
  for (let i = 0; i < 5; i++) {
    px += w * (0.05 + q() * 0.12);
    py += h * 0.25;
    d += `L${round(px + (i % 2 ? -1 : 1) * w * 0.03)} ${round(py)}`;
  }
  return [{ kind: 'seam', width: round(Math.max(1.6, h * 0.075)), d }];
}

/** The shapes of one stone. `detail` up to 0.5 leaves the grain away, above 0.8 all is drawn. */
export function stoneShapes(seed: string, w: number, h: number, mineral: Mineral, opts: { detail?: number } = {}): StoneShapes {
  const detail = opts.detail ?? 1;
  const r = rng(seed);
  const points = outline(r, w, h);
  const veins =
    mineral === 'helped' ? lichen(seed, r, w, h, detail)
    : mineral === 'thanked' ? quartz(seed, w, h, detail)
    : mineral === 'learned' ? strata(seed, w, h, detail)
    : mineral === 'hard' ? seam(seed, w, h)
    : [];
  const specks: StoneShapes['specks'] = [];
  if (detail > 0.5) {
    const grains = Math.round(9 * detail);
    for (let i = 0; i < grains; i++) {
      const x = round((r() - 0.5) * w * 0.82);
      const y = round((r() - 0.5) * h * 0.72);
      specks.push({ x, y, r: round(0.5 + r() * Math.min(1.3, h * 0.03)) });
    }
  }
  return {
    outline: smooth(points, 0.56),
    low: smooth(points.map(([x, y]): Point => [x + w * 0.01, y * 0.97 - h * 0.085]), 0.56),
    high: smooth(points.map(([x, y]): Point => [x * 0.86 - w * 0.035, y * 0.72 - h * 0.15]), 0.56),
    veins,
    specks,
  };
}

/** One stone of a pile: its middle, its size, its tilt in degrees. */
export interface Placed {
  id: string;
  kind: string;
  ghost: boolean;
  x: number;
  y: number;
  w: number;
  h: number;
  rot: number;
}

/** Stacks stones, lowest first, on the ground at y = 0. A ghost is where the next one will lie. */
export function stack<K extends string>(
  stones: readonly { id: string; kind: K }[],
  opts: { base?: number; ghost?: K | null } = {},
): { placed: (Placed & { kind: K })[]; height: number } {
  const base = opts.base ?? 150;
  const all = stones.map((stone) => ({ ...stone, ghost: false }));
  if (opts.ghost != null) all.push({ id: 'ghost', kind: opts.ghost, ghost: true });
  let x = 0;
  let y = 0;
  const placed = all.map((stone, i) => {
    const q = rng(`${stone.id}d`);
    const t = i / Math.max(1, all.length - 1);
    const w = base * (1 - 0.56 * t) * (0.93 + q() * 0.15);
    const h = (34 - 10 * t) * (base / 150) * (0.88 + q() * 0.34);
    x = x * 0.35 + (q() - 0.5) * w * 0.12;
    const rot = round((q() - 0.5) * 5);
    const lie = { ...stone, x: round(x), y: round(y - h * 0.44 - (stone.ghost ? 6 : 0)), w, h, rot };
    y -= h * 0.83;
    return lie;
  });
  return { placed, height: -y };
}
