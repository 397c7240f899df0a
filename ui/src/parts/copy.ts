// Puts a text on the clipboard. Text only, and only when the person asks.

/** True when it worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Some windows refuse the new way; the old way works from within a press.
    const box = document.createElement('textarea');
    box.value = text;
    box.className = 'vh';
    (document.querySelector('dialog[open]') ?? document.body).append(box);
    const before = document.activeElement;
    box.select();
    let done = false;
    try {
      done = document.execCommand('copy');
    } catch {
      done = false;
    }
    box.remove();
    if (before instanceof HTMLElement) before.focus();
    return done;
  }
}
