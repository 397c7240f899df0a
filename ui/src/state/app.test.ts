import { expect, test, vi } from 'vitest';
import { fakeJournal, fault } from '../api/fake';
import { App } from './app.svelte';
import { takesText, wishOf, type Press } from './keys';
import { Toasts } from './toasts.svelte';

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, ...more });

test('history walks back and forward, and a new way cuts what lay ahead', () => {
  const app = new App();
  app.go('timeline');
  app.go('log');
  app.back();
  expect(app.screen).toBe('timeline');
  app.back();
  app.back();
  expect(app.screen).toBe('today');
  app.forward();
  expect(app.screen).toBe('timeline');
  app.go('settings');
  app.forward();
  expect(app.screen).toBe('settings');
  expect(app.canForward).toBe(false);
  app.go('settings');
  app.back();
  expect(app.screen).toBe('timeline');
});

test('it stands where the journal stands', async () => {
  const journal = fakeJournal({ standing: 'locked' });
  const app = new App();
  await app.start();
  expect(app.phase).toBe('locked');
  journal.standing = 'open';
  journal.settings.sheet_confirmed = false;
  await app.start();
  expect(app.phase).toBe('open');
  expect(app.sheetDue).toBe(true);
});

test('settings show at once on the page, and go back when they could not be kept', async () => {
  const journal = fakeJournal();
  const app = new App();
  await app.start();
  await app.setDevice({ theme: 'dark', text_size: 150, language: 'qps-rtl' });
  const page = document.documentElement;
  expect(page.dataset['theme']).toBe('dark');
  expect(page.style.getPropertyValue('--text')).toBe('150%');
  expect(page.dir).toBe('rtl');
  journal.fail('device_change', fault('disk-full'));
  await expect(app.setDevice({ theme: 'light' })).rejects.toThrow('disk-full');
  expect(page.dataset['theme']).toBe('dark');
  await app.setDevice({ theme: 'system', language: 'en' });
  expect(page.dataset['theme']).toBe('light');
});

test('text keeps within its sizes', async () => {
  fakeJournal({ device: { text_size: 195 } });
  const app = new App();
  await app.start();
  await app.resizeText(1);
  expect(app.device.text_size).toBe(200);
  await app.resizeText(0);
  expect(app.device.text_size).toBe(100);
});

test('drafts are put away before the journal is closed or the window goes', async () => {
  const journal = fakeJournal();
  const app = new App();
  await app.start();
  const order: string[] = [];
  const leave = app.beforeLock(async () => void order.push(`kept after ${journal.asked.at(-1)?.name}`));
  await app.lock();
  expect(order).toEqual(['kept after app_show']);
  expect(app.phase).toBe('locked');
  await app.quit();
  expect(journal.asked.at(-1)?.name).toBe('app_quit');
  leave();
  await app.quit();
  expect(order).toHaveLength(2);
});

test('everybody hears of changes until they leave', () => {
  const app = new App();
  const heard = vi.fn();
  const leave = app.onChanges(heard);
  const changes = fakeJournal().changes();
  app.changed(changes);
  leave();
  app.changed(changes);
  expect(heard).toHaveBeenCalledOnce();
});

test('keys mean what the list says', () => {
  const ctrl = { ctrlKey: true };
  expect(wishOf(press('n', ctrl), true)).toBe('write');
  expect(wishOf(press('2', ctrl), false)).toBe('timeline');
  expect(wishOf(press('z', ctrl), false)).toBe('undo');
  expect(wishOf(press('z', ctrl), true)).toBeNull();
  expect(wishOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo');
  expect(wishOf(press('ArrowLeft', { altKey: true }), true)).toBe('back');
  expect(wishOf(press('F6', { shiftKey: true }), true)).toBe('region-back');
  expect(wishOf(press('n', { ctrlKey: true, isComposing: true }), true)).toBeNull();
  expect(wishOf(press('n', { ctrlKey: true, altKey: true }), true)).toBeNull();
  expect(wishOf(press('n'), false)).toBeNull();
  expect(wishOf(press('n', { metaKey: true }), false, true)).toBe('write');
  const box = document.createElement('input');
  expect(takesText(box)).toBe(true);
  box.type = 'checkbox';
  expect(takesText(box)).toBe(false);
});

test('a message goes after ten seconds, waits while it is read, and undoes once', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const toasts = new Toasts();
  const undo = vi.fn();
  toasts.say('Kept.', { undo });
  vi.advanceTimersByTime(9_000);
  toasts.pause();
  vi.advanceTimersByTime(60_000);
  expect(toasts.current?.text).toBe('Kept.');
  toasts.resume();
  vi.advanceTimersByTime(2_100);
  expect(toasts.current).toBeNull();
  toasts.say('Kept.', { undo });
  toasts.undo();
  expect(undo).toHaveBeenCalledOnce();
  expect(toasts.current).toBeNull();
  vi.useRealTimers();
});
