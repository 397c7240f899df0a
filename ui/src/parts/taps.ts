// Words that are tapped into a text. A text is a list with commas; what is no word of the list is left as it was typed.

const bare = (text: string): string => text.trim().replace(/\.$/, '').toLocaleLowerCase();

/** The words of the list that stand in the text on their own, in the order of the list. */
export function tapped(text: string, choices: readonly string[]): string[] {
  const there = text.split(',').map(bare);
  return choices.filter((word) => there.includes(bare(word)));
}

/** The text with one more word at its end. */
export function withWord(text: string, word: string): string {
  const before = text.replace(/[\s,]+$/, '');
  return before === '' ? word : `${before}, ${word}`;
}

/** The text without that word; its other parts stay as they were typed. */
export function without(text: string, word: string): string {
  return text.split(',').filter((part) => bare(part) !== bare(word)).join(',').trimStart();
}
