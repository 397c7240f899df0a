// A made-up language to check the interface with: every letter accented, 40 % longer, in brackets.

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const dressed = 'áƀçđéƒǧĥíĵķłɱñóþɋřšţúṽŵẋýžÁƁÇĐÉƑǦĤÍĴĶŁṀÑÓÞɊŘŠŢÚṼŴẊÝŽ';
const map = new Map([...plain].map((letter, i) => [letter, [...dressed][i] ?? letter]));

/** One piece of text in the made-up language. */
export function pseudo(text: string): string {
  const letters = [...text];
  if (!letters.some((letter) => map.has(letter))) return text;
  const longer = Math.ceil(letters.filter((letter) => map.has(letter)).length * 0.4);
  const body = letters.map((letter) => map.get(letter) ?? letter).join('');
  return `[${body}${'·'.repeat(longer)}]`;
}
