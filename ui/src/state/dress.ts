// Puts the look of this computer's settings on the page. The program does the same before the first paint.
import type { DeviceSettings } from '../api/gen/wire';
import { room } from './room.svelte';

export function dress(device: DeviceSettings, lang: string, dir: string): void {
  const page = document.documentElement;
  mark(page, 'theme', device.theme === 'system' ? null : device.theme);
  mark(page, 'contrast', device.contrast === 'system' ? null : device.contrast);
  mark(page, 'motion', device.motion === 'system' ? null : device.motion);
  page.style.setProperty('--text', `${device.text_size}%`);
  page.lang = lang;
  page.dir = dir;
  room.measure(device.text_size);
}

function mark(page: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete page.dataset[name];
  else page.dataset[name] = value;
}
