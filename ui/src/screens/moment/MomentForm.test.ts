import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { fakeJournal } from '../../api/fake';
import { Draft } from '../../state/draft.svelte';
import MomentForm from './MomentForm.svelte';

it('knows what was done by its tag, however that is spelled, and lets it go again', async () => {
  fakeJournal();
  const draft = new Draft('edit:x');
  draft.form.tags = ['Listened', 'ward'];
  render(MomentForm, { form: draft.form });
  const chip = (name: string): HTMLElement => screen.getByRole('checkbox', { name });
  expect(chip('listened').getAttribute('aria-checked')).toBe('true');
  await fireEvent.click(chip('taught'));
  expect(draft.form.tags).toEqual(['Listened', 'ward', 'taught']);
  await fireEvent.click(chip('listened'));
  expect(draft.form.tags).toEqual(['ward', 'taught']);
  await fireEvent.click(chip('listened'));
  expect(draft.form.tags).toEqual(['ward', 'taught', 'listened']);
  draft.close();
});
