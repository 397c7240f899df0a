// Puts the look of this computer's settings on the page. The program does the same before the first paint.
import type { DeviceSettings } from '../api/gen/wire';
import { room } from './room.svelte';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const more = window.matchMedia('(prefers-contrast: more)');
let last: DeviceSettings | null = null;

export function dress(device: DeviceSettings, lang: string, dir: string): void {
  const page = document.documentElement;
  last = device;
  wear();
  if (device.motion === 'system') delete page.dataset['motion'];
  else page.dataset['motion'] = device.motion;
  page.style.setProperty('--text', `${device.text_size}%`);
  page.lang = lang;
  page.dir = dir;
  room.measure(device.text_size);
}

/** The palette: as it was chosen, or else as the desktop has it now. */
function wear(): void {
  if (last === null) return;
  const { dataset } = document.documentElement;
  dataset['theme'] = last.theme === 'system' ? (dark.matches ? 'dark' : 'light') : last.theme;
  dataset['contrast'] = last.contrast === 'system' ? (more.matches ? 'high' : 'usual') : last.contrast;
}

for (const asked of [dark, more]) asked.addEventListener('change', wear);
