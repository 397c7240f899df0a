// Where the keyboard goes when a form opens in its place, and when it closes again.

/** Puts the caret into the first field; when the form goes, back to what opened it or its successor. */
export function firstField(form: HTMLElement): () => void {
  const line = form.closest('.line');
  form.querySelector('input')?.focus();
  return () => {
    if (line === null) return;
    queueMicrotask(() => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost) line.querySelector<HTMLElement>('.control button')?.focus();
    });
  };
}
