// Looks for what assistive technology would stumble over. Contrast is computed elsewhere; happy-dom has no layout.
// Drawings are left out: hundreds of paths, all of them decoration.
import axe from 'axe-core';
import { expect } from 'vitest';

export async function expectNoTrouble(node: Element): Promise<void> {
  const found = await axe.run({ include: [node], exclude: [['svg']] }, { rules: { 'color-contrast': { enabled: false }, 'region': { enabled: false } } });
  expect(found.violations.map((one) => `${one.id}: ${one.help} (${one.nodes.map((n) => n.html).join(', ')})`)).toEqual([]);
}
