import { afterEach, expect, test } from 'vitest';
import { room } from './room.svelte';

const usual = window.innerWidth;

afterEach(() => {
  window.innerWidth = usual;
  room.measure(100);
});

test('a window is narrow sooner when its text is large, and never wider when it is small', () => {
  const at = (width: number, text: number): string => {
    window.innerWidth = width;
    room.measure(text);
    return room.width;
  };
  expect(at(1240, 100)).toBe('wide');
  expect(at(1240, 150)).toBe('middle');
  expect(at(1240, 200)).toBe('narrow');
  expect(at(900, 100)).toBe('middle');
  expect(at(900, 80)).toBe('middle');
  expect(at(500, 100)).toBe('narrow');
  expect(document.documentElement.dataset['width']).toBe('narrow');
});
