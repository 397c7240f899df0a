// Guides that begin with a moment: one press fills in what the moment answers, and nothing that is written is touched.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeJournal, type Seed } from '../../api/fake';
import { reflect } from '../../state/reflect.svelte';
import { expectNoTrouble } from '../../test/axe';
import { leaveRoom } from '../../test/reflect';
import Reflect from './Reflect.svelte';
import { answersFrom } from './picked';

afterEach(leaveRoom);

const moment = {
  kind: 'moment', text: 'I read all four notes to her.', who: 'caller', need: 'to be heard', changed: 'She got her money back.', know: 'they-said',
  their_words: 'You are the first who read it.', star: false, may_share: false,
} as const;

async function at(guide: string, seed: Seed): Promise<void> {
  fakeJournal(seed);
  render(Reflect);
  await vi.waitFor(() => expect(reflect.loaded).toBe(true));
  await reflect.begin(guide);
  if (reflect.walk !== null && reflect.walk.at < 0) reflect.walk.next();
}

it('a story takes its parts from the moment, and leaves what is written', async () => {
  await at('story-for-review', { entries: [moment] });
  const list = await screen.findByRole('list', { name: 'Your latest moments' });
  reflect.walk?.write('action', 'In my own words');
  await fireEvent.click(within(list).getByRole('button', { name: /I read all four notes/ }));
  const answers = (field: string) => reflect.walk?.answer(field);
  expect([answers('situation'), answers('action'), answers('result'), answers('proof'), answers('task')]).toEqual([
    'caller: to be heard', 'In my own words', 'She got her money back.', 'They told me. “You are the first who read it.”', '',
  ]);
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
  await expectNoTrouble(document.body);
});

it('the check of the pursuits takes the words alone, and an empty journal offers nothing', async () => {
  await at('seven-pursuits-check', { entries: [moment] });
  await fireEvent.click(await screen.findByRole('button', { name: /I read all four notes/ }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('I read all four notes to her.');
  cleanup();
  await reflect.leave();
  await at('seven-pursuits-check', {});
  await screen.findByRole('textbox');
  expect(screen.queryByRole('list', { name: 'Your latest moments' })).toBeNull();
});

it('says nothing of what a moment does not hold', () => {
  const bare = { kind: 'moment', text: 'Sat with him', star: false, may_share: false } as unknown as Parameters<typeof answersFrom>[1];
  expect(answersFrom('story-for-review', bare)).toEqual([['action', 'Sat with him']]);
  expect(answersFrom('duck-check', bare)).toEqual([]);
});
