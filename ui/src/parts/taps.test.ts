// Words tapped into a text, beside words of one's own.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { expectNoTrouble } from '../test/axe';
import { tapped, without, withWord } from './taps';
import Taps from './Taps.svelte';

const NEEDS = ['rest', 'respect', 'a say'];

describe('words that are tapped', () => {
  it.each([
    ['', []],
    ['rest', ['rest']],
    ['A say, Rest.', ['rest', 'a say']],
    ['some rest, and quiet', []],
    ['quiet, respect', ['respect']],
  ])('are found in %j', (text, found) => {
    expect(tapped(text, NEEDS)).toEqual(found);
  });

  it('are put behind what is written and taken out again, whatever stands beside them', () => {
    expect(withWord('', 'rest')).toBe('rest');
    expect(withWord('quiet, ', 'rest')).toBe('quiet, rest');
    expect(without('quiet, rest, a door that shuts', 'rest')).toBe('quiet, a door that shuts');
    expect(without('rest, quiet', 'rest')).toBe('quiet');
    expect(without('rest', 'rest')).toBe('');
  });
});

describe('the row of words', () => {
  it('writes and unwrites, and goes by the arrow keys without choosing', async () => {
    const { container } = render(Taps, { legend: 'Words to tap', choices: NEEDS, text: 'quiet' });
    const box = (name: string) => screen.getByRole('checkbox', { name });
    const checked = (name: string) => box(name).getAttribute('aria-checked') === 'true';
    await fireEvent.click(box('a say'));
    expect(checked('a say')).toBe(true);
    await fireEvent.keyDown(box('a say'), { key: 'Home' });
    expect(document.activeElement).toBe(box('rest'));
    expect(checked('rest')).toBe(false);
    await fireEvent.click(box('rest'));
    await fireEvent.click(box('a say'));
    expect([checked('rest'), checked('respect'), checked('a say')]).toEqual([true, false, false]);
    await expectNoTrouble(container);
  });
});
