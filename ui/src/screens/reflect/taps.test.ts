// Words to tap, where a guide or a prompt asks for something that has a list.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal } from '../../api/fake';
import { reflect } from '../../state/reflect.svelte';
import { expectNoTrouble } from '../../test/axe';
import { leaveRoom } from '../../test/reflect';
import Reflect from './Reflect.svelte';

afterEach(leaveRoom);

describe('words to tap', () => {
  it('s4_5 stand below the question of the pursuits, and go into the answer beside words of one’s own', async () => {
    const journal = fakeJournal();
    render(Reflect);
    await vi.waitFor(() => expect(reflect.loaded).toBe(true));
    await fireEvent.click(await screen.findByRole('button', { name: /Seven pursuits check/ }));
    await vi.waitFor(() => expect(reflect.walk).not.toBeNull());
    await tick();
    expect(screen.queryByRole('group', { name: 'Or tap a word' })).toBeNull();
    await fireEvent.keyDown(document.activeElement as Element, { key: 'Enter', ctrlKey: true });
    await screen.findByRole('heading', { name: 'Which of the seven was at work?' });
    const field = screen.getByRole<HTMLTextAreaElement>('textbox');
    await fireEvent.input(field, { target: { value: 'Patience' } });
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Made it simple' }));
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Good skill' }));
    expect(field.value).toBe('Patience, Made it simple, Good skill');
    await fireEvent.click(screen.getByRole('checkbox', { name: 'Made it simple' }));
    expect(field.value).toBe('Patience, Good skill');
    await expectNoTrouble(document.body);
    await vi.waitFor(() => expect(journal.drafts.get('guide:seven-pursuits-check')?.answers).toEqual([{ field: 'pursuits_used', text: 'Patience, Good skill' }]), 3000);
  });

  it('s4_5 light up for the example of the step, as it is written there', async () => {
    fakeJournal();
    render(Reflect);
    await vi.waitFor(() => expect(reflect.loaded).toBe(true));
    await fireEvent.click(await screen.findByRole('button', { name: /Seven pursuits check/ }));
    await vi.waitFor(() => expect(reflect.walk).not.toBeNull());
    if (reflect.walk) reflect.walk.at = reflect.walk.steps.findIndex((step) => step.taps.length > 0);
    await tick();
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
    await fireEvent.input(field, { target: { value: reflect.walk?.step?.example ?? '' } });
    const chip = screen.getByRole('checkbox', { name: 'Made it simple' });
    expect([field.value, chip.getAttribute('aria-checked')]).toEqual(['Made it simple. Did right by them.', 'true']);
    await fireEvent.click(chip);
    expect(field.value).toBe('Did right by them.');
    await fireEvent.click(chip);
    expect(field.value).toBe('Did right by them. Made it simple');
  });
});
