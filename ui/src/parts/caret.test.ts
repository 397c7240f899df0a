// The caret of the field in use: blinks, comes to rest where it can be seen, and blinks again.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { blink, CHANGES, HALF_TURN } from './caret';

const hidden = (field: HTMLElement): boolean => field.style.getPropertyValue('caret-color') === 'transparent';

describe('the caret', () => {
  let field: HTMLTextAreaElement;
  let leave: () => void = () => undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    document.documentElement.dataset.caret = 'blinks';
    field = document.body.appendChild(document.createElement('textarea'));
    field.focus();
  });
  afterEach(() => {
    leave();
    field.remove();
    delete document.documentElement.dataset.caret;
    vi.useRealTimers();
  });

  it('blinks for ten seconds and then stands where it can be seen', () => {
    leave = blink(document);
    const seen: boolean[] = [];
    for (let i = 0; i < CHANGES; i += 1) {
      vi.advanceTimersByTime(HALF_TURN);
      seen.push(hidden(field));
    }
    expect(seen.slice(0, 4)).toEqual([true, false, true, false]);
    expect(seen.at(-1)).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is seen at once when a key is pressed, and blinks again', () => {
    leave = blink(document);
    vi.advanceTimersByTime(HALF_TURN * (CHANGES + 1));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    vi.advanceTimersByTime(HALF_TURN);
    expect(hidden(field)).toBe(true);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', bubbles: true }));
    expect(hidden(field)).toBe(false);
  });

  it('leaves no field without a caret that is left', () => {
    leave = blink(document);
    vi.advanceTimersByTime(HALF_TURN);
    field.blur();
    expect(hidden(field)).toBe(false);
    vi.advanceTimersByTime(HALF_TURN * 3);
    expect(hidden(field)).toBe(false);
  });

  it('is left alone where the webview or the desktop sees to it', () => {
    delete document.documentElement.dataset.caret;
    leave = blink(document);
    vi.advanceTimersByTime(HALF_TURN);
    expect(hidden(field)).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });
});
