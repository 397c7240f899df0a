import { expect, it } from 'vitest';
import { changesBetween } from './diff';

const told = (before: string, after: string): string =>
  changesBetween(before, after).map(({ how, text }) => (how === 'same' ? text : `${how === 'added' ? '+' : '-'}{${text}}`)).join('');

it('tells words that came and words that went, in their place', () => {
  expect(told('She shouted for four minutes.', 'She shouted for about five minutes. I left.')).toBe('She shouted for-{ four}+{ about five} minutes.+{ I left.}');
  expect(told('', 'At the desk')).toBe('+{At the desk}');
  expect(told('At the desk', '')).toBe('-{At the desk}');
  expect(told('the same', 'the same')).toBe('the same');
});

it('loses no sign of either text', () => {
  const pairs: [string, string][] = [
    ['one\n\n two  three ', 'one two\n three'], ['a b c d e', 'e d c b a'], ['漢字 と 仮名', '漢字 仮名 と'], [' x', 'x '], ['a '.repeat(3000), 'b '.repeat(3000)],
  ];
  for (const [before, after] of pairs) {
    const parts = changesBetween(before, after);
    expect(parts.filter((part) => part.how !== 'added').map((part) => part.text).join('')).toBe(before);
    expect(parts.filter((part) => part.how !== 'gone').map((part) => part.text).join('')).toBe(after);
  }
});
