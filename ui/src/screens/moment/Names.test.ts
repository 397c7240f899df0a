import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import Names from './Names.svelte';

function open(): { field: HTMLElement; heard: (event: KeyboardEvent) => void } {
  const heard = vi.fn<(event: KeyboardEvent) => void>();
  document.body.onkeydown = heard;
  render(Names, { label: 'Tags', hint: '', names: ['ward'], known: ['pumps', 'parcels'] });
  return { field: screen.getByRole('combobox', { name: 'Tags' }), heard };
}
const names = (): (string | null)[] => screen.getAllByRole('button').map((one) => one.textContent?.trim() ?? null);

it.each([{ ctrlKey: true }, { metaKey: true }])('a name that is still being typed goes along when the form is kept by %o', async (held) => {
  const { field, heard } = open();
  await fireEvent.input(field, { target: { value: 'night shift' } });
  expect(await fireEvent.keyDown(field, { key: 'Enter', ...held })).toBe(true);
  expect(names()).toEqual(['ward', 'night shift']);
  expect(heard).toHaveBeenCalledOnce();
});

it('by Enter alone a name is added and the form is not kept', async () => {
  const { field } = open();
  await fireEvent.input(field, { target: { value: 'p' } });
  await fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(await fireEvent.keyDown(field, { key: 'Enter' })).toBe(false);
  expect(names()).toEqual(['ward', 'pumps']);
});
