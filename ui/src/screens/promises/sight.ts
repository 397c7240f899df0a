// A form that unfolds is brought into sight as a whole. Knows nothing of what is in it.

/** As an attachment: scrolls only as far as it takes. */
export function inSight(node: Element): void {
  queueMicrotask(() => node.scrollIntoView({ block: 'nearest' }));
}
