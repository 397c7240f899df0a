import { expect, test } from 'vitest';
import { mineralOf } from './minerals';
import golden from './stones.golden.json';
import { rng, stack, stoneShapes } from './stones';
import type { Mineral } from './minerals';

test.each(golden.stones)('a stone keeps its shape: $seed', (want) => {
  const got = stoneShapes(want.seed, want.w, want.h, want.kind as Mineral, { detail: want.detail });
  const paths = [got.outline, got.outline, got.low, got.high, ...got.veins.map((vein) => vein.d)];
  expect(paths).toEqual(want.paths);
  expect(got.veins.flatMap((vein) => vein.width ?? [])).toEqual(want.widths);
  expect(got.specks.map(({ x, y, r }) => [x, y, r])).toEqual(want.specks);
});

test('a pile keeps its shape', () => {
  const { placed } = stack(
    [{ id: 'w1', kind: 'hard' }, { id: 'w22', kind: 'learned' }, { id: 'w3', kind: 'helped' }],
    { base: 168, ghost: 'helped' },
  );
  const got = placed.map(({ x, y, w, h, ghost }) => [x, ghost ? y + 6 : y, w, h]);
  golden.pile.forEach((want, i) => want.forEach((n, k) => expect(got[i]?.[k]).toBeCloseTo(n, 0)));
});

test('the same seed gives the same numbers, another seed gives others', () => {
  expect(rng('a')()).toBe(rng('a')());
  expect(rng('a')()).not.toBe(rng('b')());
});

test('every kind has a mineral and a mineral is its own', () => {
  expect(mineralOf('snag')).toBe('learned');
  expect(mineralOf('hard')).toBe('hard');
});
