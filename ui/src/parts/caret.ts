// The caret blinks for ten seconds after the last key or press and then stands still, as in the other fields of the desktop.
// WebKitGTK would have it blink for ever, and a window that stands open all day would never come to rest. So the shell has the
// webview's own caret stand, and says so by `data-caret`; elsewhere this does nothing. Knows that something was pressed, never what.

/** Between two changes, in milliseconds, as GTK has it. */
export const HALF_TURN = 600;
/** Changes until it stands still; the last one shows it. */
export const CHANGES = 16;

/** Looks after the carets of a page until what it gives back is called. */
export function blink(page: Document): () => void {
  if (page.documentElement.dataset.caret !== 'blinks') return () => undefined;
  let field: HTMLElement | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  function rest(): void {
    clearInterval(timer);
    field?.style.removeProperty('caret-color');
    field = null;
  }

  function stir(): void {
    rest();
    const at = page.activeElement;
    if (!(at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement)) return;
    field = at;
    let changes = 0;
    timer = setInterval(() => {
      changes += 1;
      if (changes >= CHANGES) rest();
      else at.style.setProperty('caret-color', changes % 2 === 1 ? 'transparent' : '');
    }, HALF_TURN);
  }

  const stirring = ['keydown', 'pointerdown', 'focusin', 'selectionchange'] as const;
  for (const name of stirring) page.addEventListener(name, stir, { capture: true, passive: true });
  page.addEventListener('focusout', rest, { capture: true });
  stir();
  return () => {
    rest();
    for (const name of stirring) page.removeEventListener(name, stir, { capture: true });
    page.removeEventListener('focusout', rest, { capture: true });
  };
}
