// Words that are tapped into a text. A text is read as a list: commas, semicolons, full stops and line breaks part its words.
// What is no word of the list is left as it was typed.

/** What stands between two parts, with the blanks behind it. */
const BREAK = /([,.;\n][\s,.;]*)/;
/** The marks of a break, the strongest last: the end of a line parts more than all the others. */
const MARKS = [',', ';', '.', '\n'];

const bare = (text: string): string => text.trim().replace(/\.$/, '').toLocaleLowerCase();
const strength = (gap: string): number => MARKS.reduce((sum, mark, i) => sum + (gap.includes(mark) ? 2 ** i : 0), 0);

/** Of two breaks with nothing between them, the one that stays. */
const stronger = (before: string, after: string): string => (strength(before) > strength(after) ? before : after);

/** The words of the list that stand in the text on their own, in the order of the list. */
export function tapped(text: string, choices: readonly string[]): string[] {
  const there = text.split(/[,.;\n]/).map(bare);
  return choices.filter((word) => there.includes(bare(word)));
}

/** The text with one more word at its end: behind a comma, unless a sentence, a line or a part has ended there. */
export function withWord(text: string, word: string): string {
  const before = text.replace(/(?:[^\S\n]|,)+$/, '');
  if (before.trim() === '') return word;
  const between = before.endsWith('\n') ? '' : /[.;]$/.test(before) ? ' ' : ', ';
  return before + between + word;
}

/** The text without that word and the break that went with it; its other parts stay as they were typed. */
export function without(text: string, word: string): string {
  const parts = text.split(BREAK);
  let kept = '';
  let gap = '';
  for (let i = 0; i < parts.length; i += 2) {
    const [part = '', after = ''] = parts.slice(i, i + 2);
    if (bare(part) === bare(word)) gap = kept === '' ? '' : stronger(gap, after);
    else {
      kept += gap + part;
      gap = after;
    }
  }
  // Behind the last part a comma has nothing to part any more.
  return (kept + (/[.\n]/.test(gap) ? gap.replace(/[^\S\n]+$/, '') : '')).trimStart();
}
