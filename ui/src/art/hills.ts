// Hills with contour lines, like a walker's map. The same seed gives the same hills.
import { rng, round } from './stones';

/** A hill: its edge, and the contour lines below it. */
export interface Ridge {
  top: string;
  lines: string[];
}

function curve(points: readonly [number, number][]): string {
  const first = points[0] ?? [0, 0];
  let d = `M${round(first[0])} ${round(first[1])}`;
  for (let i = 0; i < points.length - 1; i++) {
    const p1 = points[i] ?? first;
    const p0 = points[i - 1] ?? p1;
    const p2 = points[i + 1] ?? p1;
    const p3 = points[i + 2] ?? p2;
    const c = [
      p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6,
      p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6,
      p2[0], p2[1],
    ];
    d += `C${c.map(round).join(' ')}`;
  }
  return d;
}

/** A ridge across `width`, around the height `base`, with waves of `scale`. */
export function ridge(seed: string, width: number, base: number, rise: number, scale: number): Ridge {
  const r = rng(seed);
  const [a, b, c, d] = [r() * 6.28, r() * 6.28, r() * 6.28, r() * 6.28];
  const height = (x: number, k: number): number => {
    const u = x / scale;
    const wave =
      0.62 * Math.sin(u * 1.9 + a + k * 0.05)
      + 0.34 * Math.sin(u * 3.7 + b - k * 0.09)
      + 0.14 * Math.sin(u * 7.9 + c + k * 0.14) * (1 - k * 0.12)
      + 0.2 * Math.sin(u * 0.8 + d);
    return base + k * 14.5 - rise * (1 - k * 0.09) * wave;
  };
  const path = (k: number): string => {
    const points: [number, number][] = [];
    for (let x = -80; x <= width + 80; x += Math.max(18, scale / 22)) points.push([x, height(x, k)]);
    return curve(points);
  };
  return { top: path(0), lines: [1, 2, 3, 4, 5, 6].map(path) };
}

/** Blades of grass, leaving the foot of the cairn at `clear` free. */
export function grass(seed: string, width: number, ground: number, clear: number, reach: number): string {
  const r = rng(seed);
  let d = '';
  for (let i = 0; i < 44 * (width > 600 ? 2.6 : 1); i++) {
    const x = r() * width;
    const y = ground + 8 + r() * 46;
    const h = 7 + r() * 15;
    if (Math.abs(x - clear) < reach && y < ground + 26) continue;
    d += `M${round(x)} ${round(y)}q${round(r() * 4 - 2)} ${round(-h * 0.6)} ${round(r() * 9 - 4)} ${round(-h)}`;
  }
  return d;
}
