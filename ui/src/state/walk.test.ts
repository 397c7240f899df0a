import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeJournal, fault, writing, type FakeJournal } from '../api/fake';
import { guides } from '../api/fake/library';
import { words } from '../words/words.svelte';
import { factRoom } from './facts.svelte';
import { toasts } from './toasts.svelte';
import { GATE, Walk } from './walk.svelte';

let journal: FakeJournal;
let walk: Walk;

beforeEach(() => {
  journal = fakeJournal();
});
afterEach(() => {
  walk.draft.close();
  toasts.clear();
});

async function open(id: string, hardDay = false): Promise<Walk> {
  walk = await Walk.open(id, hardDay);
  return walk;
}

describe('a walk', () => {
  it('begins at the gate, and keeps the answers in the order of the steps', async () => {
    await open('after-a-hard-call');
    expect(walk.at).toBe(GATE);
    expect(walk.canBack).toBe(false);
    walk.next();
    walk.next();
    walk.write('why_upset', 'Her dad is sick.');
    walk.back();
    walk.write('complaint', 'Nobody calls me back.');
    walk.write('mine', 'The callback.');
    expect(await walk.keep()).toBe(true);
    expect(journal.askedFor('moment_save')).toEqual([{
      draft: 'guide:after-a-hard-call',
      writing: expect.objectContaining({
        kind: 'guide', guide: { id: 'after-a-hard-call' },
        answers: [{ field: 'complaint', text: 'Nobody calls me back.' }, { field: 'why_upset', text: 'Her dad is sick.' }, { field: 'mine', text: 'The callback.' }],
      }),
    }]);
    expect(toasts.current?.undo).toBeDefined();
  });

  it('lies in the journal as a draft, and goes on at the answer at which it was left', async () => {
    await open('motive-check');
    expect(walk.at).toBe(0);
    walk.write('what', 'I stayed.');
    walk.next();
    walk.write('for_whom', 'Mostly for h');
    expect(await walk.leave()).toBe(true);
    expect(journal.drafts.get('guide:motive-check')?.answers).toHaveLength(2);
    await open('motive-check');
    expect(walk.at).toBe(1);
    expect(walk.answer('for_whom')).toBe('Mostly for h');
  });

  it('leaves no draft of a guide that was only looked at', async () => {
    await open('duck-check');
    walk.next();
    await walk.leave();
    expect(journal.askedFor('draft_keep')).toEqual([]);
    expect(await walk.keep()).toBe(false);
  });

  it('keeps one at a step that is needed, and says so, but lets one leave', async () => {
    await open('boss-hardest-customer');
    walk.at = walk.steps.findIndex((step) => step.required);
    const { at } = walk;
    walk.skip();
    expect(walk.at).toBe(at);
    walk.next();
    expect([walk.at, walk.needed]).toEqual([at, true]);
    walk.write('my_line', 'Not after seven.');
    expect(walk.needed).toBe(false);
    walk.next();
    expect(walk.at).toBe(at + 1);
    expect(await walk.leave()).toBe(true);
  });

  it('never asks the journal to keep a guide without a step that is needed', async () => {
    journal.drafts.set('guide:my-mission-statement', writing('', { kind: 'guide', guide: { id: 'my-mission-statement' }, answers: [{ field: 'mission', text: 'I listen.' }] }));
    await open('my-mission-statement');
    expect(walk.step?.field).toBe('limits');
    walk.at = walk.steps.length;
    expect(await walk.keep()).toBe(false);
    expect(walk.step?.field).toBe('limits');
    expect(journal.askedFor('moment_save')).toEqual([]);
  });

  it('takes the raw word as it is', async () => {
    await open('from-jerk-to-human');
    walk.next();
    walk.write('label', 'What a f***ing bully');
    expect(walk.answer('label')).toBe('What a f***ing bully');
    walk.next();
    expect(walk.needed).toBe(false);
    // And it is not held up again over the later questions.
    walk.next();
    expect(walk.quoted).toBeNull();
  });

  it('lets what was written in a step go when the step is skipped', async () => {
    await open('duck-check');
    walk.write('above', 'calm');
    walk.skip();
    expect([walk.at, walk.answered('above'), walk.empty]).toEqual([1, false, true]);
  });

  it('shares the field that is not mine with the three hands', async () => {
    await open('lead-follow-wallow');
    walk.at = walk.steps.findIndex((step) => step.id === 'in-my-hands');
    expect(walk.sorts).toBe(true);
    walk.write('not_mine', 'Staff levels.');
    walk.next();
    expect(walk.answer(walk.step?.field ?? '')).toBe('Staff levels.');
  });

  it('stays open with its words when it could not be kept', async () => {
    await open('duck-check');
    walk.write('above', 'calm');
    journal.fail('moment_save', fault('disk-full'));
    expect(await walk.keep()).toBe(false);
    expect([walk.fault?.code, walk.answer('above'), walk.kept]).toEqual(['disk-full', 'calm', null]);
    expect(await walk.keep()).toBe(true);
  });

  it.each([['put-down-the-resentment', false, true], ['motive-check', false, false], ['motive-check', true, true]])(
    'goes back to something painful: %s, on a hard day %s', async (id, hard, painful) => {
      await open(id, hard);
      expect(walk.painful).toBe(painful);
    });

  it('writes into no other unfinished fact note', async () => {
    await open('when-it-is-not-okay');
    walk.write('facts', 'Monday at 9:40.');
    await journal.answer('fact_draft', JSON.stringify({ note: 'an-older-note', writing: { account: 'More of it.' } }));
    expect(await walk.toNotes()).toBe(false);
    expect([walk.waits, walk.answer('facts'), journal.askedFor('fact_draft').length]).toEqual([true, 'Monday at 9:40.', 1]);
    await journal.answer('fact_draft', JSON.stringify({ note: null, writing: { account: '' } }));
    factRoom.work.form.account = 'Not sent yet.';
    expect(await walk.toNotes()).toBe(false);
    factRoom.work.start(null, null, null);
    expect(await walk.toNotes()).toBe(true);
    expect([walk.waits, journal.askedFor('fact_draft').at(-1)]).toEqual([false, { note: null, writing: { account: 'Monday at 9:40.' } }]);
  });

  it('offers a promise only where there is an answer to make it of', async () => {
    await open('after-a-hard-call');
    walk.write('complaint', 'x');
    expect(walk.makes).toBe(false);
    walk.write('promise', ' Call her tomorrow ');
    expect([walk.makes, walk.promised]).toEqual([true, 'Call her tomorrow']);
  });
});

it('every step of every guide has its short word', () => {
  expect(guides).toHaveLength(17);
  const without = guides.flatMap((guide) => guide.steps.map((step) => `step-${guide.id}-${step.id}`)).filter((id) => !words.has(id));
  expect(without).toEqual([]);
});
