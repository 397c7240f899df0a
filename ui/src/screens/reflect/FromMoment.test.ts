// Guides that begin with a moment: one press fills in what the moment answers, and nothing that is written is touched.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import { fakeJournal, type Seed } from '../../api/fake';
import type { Entry } from '../../api/gen/wire';
import { app } from '../../state/app.svelte';
import { reflect } from '../../state/reflect.svelte';
import { toasts } from '../../state/toasts.svelte';
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

it('a story asked for from the page of a moment begins with it, once its gate is read', async () => {
  const journal = fakeJournal({ entries: [{ kind: 'moment', text: 'Another one' }, moment] });
  const asked = async (entry: Entry | undefined): Promise<void> => {
    reflect.picked = entry ?? null;
    app.walk = 'story-for-review';
    render(Reflect);
    await vi.waitFor(() => expect(reflect.walk?.guide.id).toBe('story-for-review'));
    await vi.waitFor(() => expect(reflect.picked).toBeNull());
  };
  await asked(journal.entries[1]);
  await fireEvent.click(await screen.findByRole('button', { name: 'Go on' }));
  const first = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^Situation/ });
  await vi.waitFor(() => expect(first.value).toBe('caller: to be heard'));
  expect(reflect.walk?.answer('action')).toBe('I read all four notes to her.');
  expect(screen.queryByRole('list', { name: 'Your latest moments' })).toBeNull();
  expect(toasts.current).toBeNull();
  await expectNoTrouble(document.body);
  cleanup();
  await reflect.leave();
  await asked(journal.entries[0]);
  await vi.waitFor(() => expect(toasts.current?.text).toBe('You began a story before. Here it is, as you left it.'));
  expect(reflect.walk?.answer('action')).toBe('I read all four notes to her.');
  expect(journal.drafts.get('guide:story-for-review')?.answers).toContainEqual({ field: 'action', text: 'I read all four notes to her.' });
});

it('a story that was only looked at takes the moment that was asked for last, and leaves no draft', async () => {
  const journal = fakeJournal({ entries: [moment] });
  render(Reflect);
  await reflect.begin('story-for-review');
  reflect.walk?.next();
  reflect.walk?.next();
  reflect.picked = journal.entries[0] ?? null;
  app.walk = 'story-for-review';
  await screen.findByRole('button', { name: 'Go on' });
  await reflect.leave();
  expect(journal.drafts.size).toBe(0);
});

it('says nothing of what a moment does not hold', () => {
  const bare = { kind: 'moment', text: 'Sat with him', star: false, may_share: false } as unknown as Parameters<typeof answersFrom>[1];
  expect(answersFrom('story-for-review', bare)).toEqual([['action', 'Sat with him']]);
  expect(answersFrom('duck-check', bare)).toEqual([]);
});
