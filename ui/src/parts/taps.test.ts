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
    ['Respect. A say.', ['respect', 'a say']],
    ['Quiet; rest', ['rest']],
    ['Some quiet.\nRest\na say', ['rest', 'a say']],
  ])('are found in %j', (text, found) => {
    expect(tapped(text, NEEDS)).toEqual(found);
  });

  it.each([
    ['', 'rest'],
    [' \n', 'rest'],
    ['quiet', 'quiet, rest'],
    ['quiet, ', 'quiet, rest'],
    ['Quiet. A say.', 'Quiet. A say. rest'],
    ['Quiet. ', 'Quiet. rest'],
    ['Quiet;', 'Quiet; rest'],
    ['Quiet\n', 'Quiet\nrest'],
    ['Quiet.\n\n  ', 'Quiet.\n\nrest'],
    ['Quiet?', 'Quiet?, rest'],
  ])('are put behind %j', (text, more) => {
    expect(withWord(text, 'rest')).toBe(more);
    expect(tapped(more, NEEDS)).toContain('rest');
  });

  it.each([
    ['rest', ''],
    ['Rest.', ''],
    ['quiet', 'quiet'],
    ['rest, quiet', 'quiet'],
    ['quiet, rest', 'quiet'],
    ['quiet, rest, a door that shuts', 'quiet, a door that shuts'],
    ['quiet , rest ,a door', 'quiet ,a door'],
    ['Rest. A say.', 'A say.'],
    ['A say. Rest.', 'A say.'],
    ['Quiet. Rest', 'Quiet.'],
    ['Quiet, rest.', 'Quiet.'],
    ['Quiet, rest. I sat.', 'Quiet. I sat.'],
    ['Quiet; rest; a door', 'Quiet; a door'],
    ['Quiet.\nRest. A door', 'Quiet.\nA door'],
    ['Quiet, rest\n  A door', 'Quiet\n  A door'],
    ['Quiet\nrest', 'Quiet\n'],
    ['Quiet.\nrest\na door', 'Quiet.\na door'],
    ['rest, quiet, Rest', 'quiet'],
    ['At 3.5, e.g. rest', 'At 3.5, e.g.'],
  ])('are taken out of %j again', (text, left) => {
    expect(without(text, 'rest')).toBe(left);
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
