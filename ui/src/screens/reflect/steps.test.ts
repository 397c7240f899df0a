import { expect, it } from 'vitest';
import { lines, pile } from './steps';

it.each([
  ['The problem', ['The problem']],
  ['Was noch zu tun bleibt', ['Was noch zu', 'tun bleibt']],
  ['Zusammenfassungsblatt', ['Zusammenfassungsblatt']],
])('the short word "%s" is set in as few lines as fit', (label, wanted) => {
  expect(lines(label)).toEqual(wanted);
});

it('the first stone lies lowest, and each keeps its shape', () => {
  const steps = ['done', 'now', 'todo'].map((standing) => ({ label: standing, standing: standing as 'done' }));
  const lies = pile('duck-check', steps);
  expect(lies.map((lie) => lie.y)).toEqual(lies.map((lie) => lie.y).sort((a, b) => b - a));
  expect(pile('duck-check', steps)).toEqual(lies);
});
