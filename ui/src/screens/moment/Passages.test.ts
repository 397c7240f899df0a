import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { Part, Passage } from '../../api/gen/wire';
import { expectNoTrouble } from '../../test/axe';
import Passages from './Passages.svelte';

const text = (words: string): Part => ({ type: 'text', text: words });
const lines = (...parts: Part[]): Passage => ({ type: 'lines', parts });

function drawn(...passages: Passage[]): HTMLElement {
  return render(Passages, { passages }).container.querySelector('.own') as HTMLElement;
}

it('draws what is stressed, with every space where it was', () => {
  const own = drawn(lines(text('She said '), { type: 'strong', parts: [text('no'), { type: 'emphasis', parts: [text(' twice')] }] }, text(', and\nleft '), { type: 'code', text: 'a  b' }, text('.')));
  expect(own.textContent).toBe('She said no twice, and\nleft a  b.');
  expect(own.querySelector('strong em')?.textContent).toBe(' twice');
});

it('draws lists with their numbers, lists within them, quotes and headings', async () => {
  const own = drawn(
    { type: 'heading', parts: [text('Night')] },
    { type: 'list', first: 3, items: [[lines(text('tea'))], [lines(text('a chair')), { type: 'list', first: null, items: [[lines(text('blue'))]] }]] },
    { type: 'quote', passages: [lines(text('You stayed.')), { type: 'rule' }, { type: 'code', text: 'x\n  y' }] },
  );
  expect(own.querySelector('ol')?.getAttribute('start')).toBe('3');
  expect(own.querySelectorAll('ol > li')).toHaveLength(2);
  expect(own.querySelector('ol ul li')?.textContent?.trim()).toBe('blue');
  expect(own.querySelector('blockquote')?.textContent).toBe('You stayed.x\n  y');
  expect(own.querySelector('p > strong')?.textContent).toBe('Night');
  // The headings of the screen are the app's own.
  expect(own.querySelector('h1, h2, h3, h4')).toBeNull();
  await expectNoTrouble(own);
});

it('shows the address of a link, and nothing that can be followed', () => {
  const own = drawn(lines({ type: 'link', parts: [text('the rota')], to: 'javascript:alert(1)' }, text(' <img src=x>')));
  expect(own.textContent).toBe('the rota (javascript:alert(1)) <img src=x>');
  expect(own.querySelector('a, img, [href], [src]')).toBeNull();
});
