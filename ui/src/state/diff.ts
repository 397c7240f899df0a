// What changed from one version of a text to the next, word by word. Holds nothing.

/** A stretch of text that stayed, came or went. */
export interface Part {
  text: string;
  how: 'same' | 'added' | 'gone';
}

/** Pairs of words up to which they are compared one by one; beyond that the changed middle is told as a whole. */
const MOST = 2_000_000;

/** Each word with the space before it. */
const tokens = (text: string): string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

/** The parts in their order; what went stands before what came in its place. */
export function changesBetween(before: string, after: string): Part[] {
  const a = tokens(before);
  const b = tokens(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const parts: Part[] = [];
  const add = (how: Part['how'], words: readonly string[]): void => {
    const text = words.join('');
    if (text === '') return;
    const last = parts.at(-1);
    if (last?.how === how) last.text += text;
    else parts.push({ how, text });
  };
  add('same', a.slice(0, head));
  for (const [how, word] of middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) add(how, [word]);
  add('same', a.slice(a.length - tail));
  return parts;
}

/** The longest words that both have in one order stay; the others went or came. */
function middle(a: readonly string[], b: readonly string[]): [Part['how'], string][] {
  if (a.length * b.length > MOST) return [['gone', a.join('')], ['added', b.join('')]];
  const wide = b.length + 1;
  const common = new Uint32Array((a.length + 1) * wide);
  const at = (i: number, j: number): number => common[i * wide + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const out: [Part['how'], string][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]];
    if (was !== undefined && was === is) {
      out.push(['same', was]);
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      out.push(['gone', was]);
      i += 1;
    } else if (is !== undefined) {
      out.push(['added', is]);
      j += 1;
    }
  }
  return out;
}
