// Keys that work everywhere. A field keeps the keys that belong to writing.

/** What a key asks for. */
export type Wish =
  | 'write' | 'today' | 'reflect' | 'timeline' | 'promises' | 'lookback' | 'purpose' | 'log' | 'settings' | 'help' | 'lift' | 'shutdown'
  | 'search' | 'lock' | 'undo' | 'redo'
  | 'larger' | 'smaller' | 'usual' | 'back' | 'forward' | 'region' | 'region-back' | 'keys' | 'kept';

/** Parts of a key event that matter. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'keyCode'>;

/** True for an element that takes text. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}

/** The wish behind a press, or null when the key is nobody's here. */
export function wishOf(press: Press, inText: boolean, mac = false): Wish | null {
  // While an input method composes, every key belongs to it.
  if (press.isComposing || press.keyCode === 229) return null;
  const { key, altKey, shiftKey } = press;
  const ctrl = mac ? press.metaKey : press.ctrlKey;
  if (key === 'F6') return shiftKey ? 'region-back' : 'region';
  if (key === 'F1') return 'keys';
  if (altKey && !ctrl) {
    // On a Mac, Alt and an arrow moves by words.
    if (key === 'ArrowLeft' && !(mac && inText)) return 'back';
    if (key === 'ArrowRight' && !(mac && inText)) return 'forward';
    return null;
  }
  if (!ctrl || altKey) return null;
  switch (key) {
    case '1': return 'today';
    case '2': return 'timeline';
    case '3': return 'log';
    case '4': return 'reflect';
    case '5': return 'promises';
    case '6': return 'lookback';
    case '7': return 'purpose';
    case '8': return 'help';
    case ',': return 'settings';
    case '?': return 'keys';
    case '+': case '=': return 'larger';
    case '-': case '_': return 'smaller';
    case '0': return 'usual';
  }
  switch (key.toLowerCase()) {
    case 'n': return shiftKey ? null : 'write';
    case 'f': return shiftKey ? null : 'search';
    case 'l': return shiftKey ? null : 'lock';
    case 's': return shiftKey ? null : 'kept';
    case 'e': return shiftKey ? null : 'shutdown';
    case 'u': return shiftKey ? null : 'lift';
    case '/': return shiftKey ? 'keys' : null;
    case 'z': return inText ? null : shiftKey ? 'redo' : 'undo';
    default: return null;
  }
}

/** On to the next part of the window that can be reached: rail, room, message. */
export function nextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => targetsOf(region).length > 0);
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length] ?? regions[0];
  if (!next) return;
  // What is hidden in this width of the window (the Menu button, or the rooms behind it) does not take the focus.
  for (const target of targetsOf(next)) {
    target.focus();
    if (document.activeElement === target) return;
  }
}

function targetsOf(region: HTMLElement): HTMLElement[] {
  const all = (css: string): HTMLElement[] => [...region.querySelectorAll<HTMLElement>(css)];
  const usual = [...all('[aria-current="page"]'), ...all('button:not(:disabled), textarea, input, [tabindex="0"]')];
  if (region.dataset['region'] !== 'room') return usual;
  return [...all('textarea, input, [tabindex="0"]'), ...usual, region];
}
