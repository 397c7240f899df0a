// The accessibility rules, run over what a test has drawn. Colour contrast needs a real window: it is computed from the tokens.
import axe from 'axe-core';

/** What breaks the rules, one line each; empty when all is well. */
export async function axeFindings(node: Element): Promise<string[]> {
  const { violations } = await axe.run(node, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.html.slice(0, 160)).join(' | ')}`);
}
