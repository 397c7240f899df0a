import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import Scene from '../art/Scene.svelte';
import { fault } from '../api/fake';
import { expectNoTrouble } from '../test/axe';
import { toasts } from '../state/toasts.svelte';
import Area from './Area.svelte';
import Chips from './Chips.svelte';
import Empty from './Empty.svelte';
import FaultNote from './FaultNote.svelte';
import Menu from './Menu.svelte';
import Switch from './Switch.svelte';
import TextField from './TextField.svelte';
import Toasts from './Toasts.svelte';

const options = [{ value: 'a', label: 'One' }, { value: 'b', label: 'Two' }, { value: 'c', label: 'Three' }];
const press = (node: Element, key: string): Promise<boolean> => fireEvent.keyDown(node, { key });

test('a passphrase can be shown and hidden, and says when Caps Lock is on', async () => {
  const { container } = render(TextField, { label: 'Passphrase', type: 'password' });
  const field = screen.getByLabelText('Passphrase');
  expect(field.getAttribute('type')).toBe('password');
  await fireEvent.click(screen.getByRole('button'));
  expect(field.getAttribute('type')).toBe('text');
  await expectNoTrouble(container);
});

test('an error stands at its field', async () => {
  const { container } = render(TextField, { label: 'Passphrase', type: 'password', error: 'That did not open it.' });
  const field = screen.getByLabelText('Passphrase');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toContain('That did not open it.');
  await expectNoTrouble(container);
});

test('a writing area never writes back what it gave out, but takes what comes from outside', async () => {
  const { container, rerender } = render(Area, { label: 'Your moment', value: '', focus: true });
  const area = screen.getByLabelText<HTMLTextAreaElement>('Your moment');
  expect(document.activeElement).toBe(area);
  const write = vi.spyOn(area, 'value', 'set');
  write.mockClear();
  await fireEvent.input(area);
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
  await rerender({ value: 'from a draft' });
  expect(area.value).toBe('from a draft');
  area.value = 'from a draft, and more';
  await fireEvent.input(area);
  await rerender({ value: '' });
  expect(area.value).toBe('');
  await expectNoTrouble(container);
});

test('one of several: arrows choose, one Tab stop, and the chosen one can be let go', async () => {
  const { container } = render(Chips, { legend: 'How I know', options, value: null });
  const [one, two] = screen.getAllByRole('radio');
  if (!one || !two) throw new Error('no chips');
  expect(screen.getAllByRole('radio').filter((chip) => chip.tabIndex === 0)).toHaveLength(1);
  await press(one, 'ArrowRight');
  expect(two.getAttribute('aria-checked')).toBe('true');
  expect(document.activeElement).toBe(two);
  await fireEvent.click(two);
  expect(two.getAttribute('aria-checked')).toBe('false');
  await expectNoTrouble(container);
});

test('several at once, up to a limit', async () => {
  const { container } = render(Chips, { legend: 'A case of', options, value: ['a'], multiple: true, max: 2 });
  const [one, two, three] = screen.getAllByRole('checkbox');
  if (!one || !two || !three) throw new Error('no chips');
  await fireEvent.click(two);
  await fireEvent.click(three);
  expect(three.getAttribute('aria-checked')).toBe('false');
  expect(three.getAttribute('aria-disabled')).toBe('true');
  await press(one, 'End');
  expect(document.activeElement).toBe(three);
  await expectNoTrouble(container);
});

test('a menu opens, moves, closes and gives the focus back', async () => {
  const chosen = vi.fn();
  const { container } = render(Menu, { label: 'More', items: [{ label: 'Versions', onselect: vi.fn() }, { label: 'Move to the bin', danger: true, onselect: chosen }] });
  const button = screen.getByRole('button', { name: 'More' });
  await press(button, 'ArrowDown');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toContain('Versions'));
  await press(document.activeElement as Element, 'ArrowDown');
  expect(document.activeElement?.textContent).toContain('bin');
  await expectNoTrouble(container);
  await press(document.activeElement as Element, 'Escape');
  expect(document.activeElement).toBe(button);
  expect(screen.queryByRole('menu')).toBeNull();
  await fireEvent.click(button);
  await fireEvent.click(screen.getByRole('menuitem', { name: /bin/ }));
  expect(chosen).toHaveBeenCalledOnce();
});

test('a fault says what happened and what to do, keeps its code apart, and gives the words back', async () => {
  const { container } = render(FaultNote, { fault: fault('disk-full'), text: 'my words' });
  expect(screen.getByRole('alert').textContent).toContain('The disk is full.');
  expect(screen.getByRole('button', { name: 'Copy my text' })).toBeTruthy();
  expect(container.querySelector('details')?.textContent).toContain('disk-full');
  await expectNoTrouble(container);
});

test('a switch, an empty place and the scene', async () => {
  const change = vi.fn();
  const { container } = render(Switch, { label: 'Landscape', checked: false, hint: 'Draw the hills.', onchange: change });
  await fireEvent.click(screen.getByRole('switch', { name: 'Landscape' }));
  expect(change).toHaveBeenCalledWith(true);
  await expectNoTrouble(container);
  await expectNoTrouble(render(Empty, { text: 'No stones yet.', action: { label: 'Write', onclick: vi.fn() } }).container);
  const scene = render(Scene, { stones: [{ id: '1', kind: 'moment' }], ghost: 'moment', caption: 'One stone this week' });
  expect(scene.container.querySelectorAll('.st')).toHaveLength(1);
  expect(scene.container.querySelectorAll('.ghost')).toHaveLength(1);
  expect(scene.container.querySelector('.scene .st')?.namespaceURI).toContain('svg');
});

test('the scene before opening never draws what it is given', () => {
  const marked = [{ id: 'mine', kind: 'hard-day' as const }];
  const drawn = (stones: typeof marked): string => render(Scene, { generic: true, stones, ghost: 'moment' }).container.innerHTML.replace(/(id|url\(#|clip-path)="?[^"]*"?/g, '').replace(/#[\w-]+/g, '');
  expect(drawn(marked)).toBe(drawn([]));
});

test('messages can be undone and closed', async () => {
  const undo = vi.fn();
  const { container } = render(Toasts);
  toasts.say('Kept.', { undo });
  await vi.waitFor(() => screen.getByText('Kept.'));
  await expectNoTrouble(container);
  await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.queryByText('Kept.')).toBeNull();
});
