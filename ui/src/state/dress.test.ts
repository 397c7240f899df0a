import { expect, it, vi } from 'vitest';
import type { DeviceSettings } from '../api/gen/wire';

it('wears what was chosen, and follows the desktop where nothing was', async () => {
  const asked = new Map<string, { matches: boolean; heard: (() => void)[] }>();
  vi.stubGlobal('matchMedia', (query: string) => {
    const one = { matches: false, heard: [] as (() => void)[], addEventListener: (_: string, listener: () => void) => one.heard.push(listener) };
    asked.set(query, one);
    return one;
  });
  vi.resetModules();
  const { dress } = await import('./dress');
  vi.unstubAllGlobals();
  const desktop = (query: string, matches: boolean): void => {
    const one = asked.get(query);
    if (one === undefined) throw new Error(query);
    one.matches = matches;
    for (const listener of one.heard) listener();
  };
  const { dataset } = document.documentElement;
  const worn = (): unknown[] => [dataset['theme'], dataset['contrast']];
  const device: DeviceSettings = { theme: 'system', contrast: 'system', motion: 'system', text_size: 100, scene: true, language: 'en' };
  dress(device, 'en', 'ltr');
  expect(worn()).toEqual(['light', 'usual']);
  desktop('(prefers-color-scheme: dark)', true);
  desktop('(prefers-contrast: more)', true);
  expect(worn()).toEqual(['dark', 'high']);
  dress({ ...device, theme: 'light', contrast: 'usual' }, 'en', 'ltr');
  expect(worn()).toEqual(['light', 'usual']);
  desktop('(prefers-color-scheme: dark)', true);
  expect(worn()).toEqual(['light', 'usual']);
});
