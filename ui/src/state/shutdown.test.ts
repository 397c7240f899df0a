import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeJournal, fault, type FakeJournal } from '../api/fake';
import { app } from './app.svelte';
import { Shutdown } from './shutdown.svelte';
import { toasts } from './toasts.svelte';
import { Walk } from './walk.svelte';

let journal: FakeJournal;
let end: Shutdown;

async function open(hardDay = false): Promise<void> {
  end = new Shutdown(await Walk.open('end-of-shift-shutdown', hardDay));
  await end.load();
}

beforeEach(() => {
  journal = fakeJournal({ entries: [
    { text: 'Sat with the new one', happened: '2026-11-21T09:00', day: '2026-11-21' },
    { text: 'Found her bag', happened: '2026-11-21T10:00', day: '2026-11-21', who: 'a visitor', my_part: 'I looked' },
    { text: 'Long ago', day: '2026-10-01' },
  ] });
  app.phase = 'open';
});
afterEach(() => {
  end.walk.draft.close();
  toasts.clear();
  app.forget();
});

it('asks only what there is something for', async () => {
  await open();
  expect(end.stages).toEqual(['energy', 'mattered', 'nags', 'leave']);
  await journal.answer('promise_add', JSON.stringify({ promising: { what: 'Ring', by: '2026-11-21' }, entry: null }));
  journal.entries = [];
  end.walk.draft.close();
  await open();
  expect(end.stages).toEqual(['energy', 'good', 'promises', 'nags', 'leave']);
  end.walk.draft.close();
  await open(true);
  expect(end.stages).not.toContain('good');
});

it('keeps the chosen moment close and asks for whom only where it does not say', async () => {
  await open();
  await end.feel('even');
  expect(end.moments.map((one) => one.text)).toEqual(['Sat with the new one', 'Found her bag']);
  await end.choose(end.moments[1]!);
  expect([end.stage, end.chosen?.star]).toEqual(['nags', true]);
  end.stage = 'mattered';
  await end.choose(end.moments[0]!);
  expect(end.stage).toBe('whom');
  end.whom = 'the new one';
  await end.next();
  expect(end.stage).toBe('nags');
  expect(journal.entries[0]).toMatchObject({ text: 'Sat with the new one', star: true, who: 'the new one' });
  expect(journal.entries[0]?.my_part).toBeUndefined();
});

it('answers the promises that are due one by one', async () => {
  for (const what of ['Ring', 'Write', 'Ask', 'Tell']) await journal.answer('promise_add', JSON.stringify({ promising: { what, by: '2026-11-21', reach: 'the desk' }, entry: null }));
  await open();
  end.stage = 'promises';
  await end.answer('keep');
  await end.answer('hand-on');
  await end.answer('let-go');
  await end.answer('move');
  expect(end.moving?.promise.what).toBe('Tell');
  end.said = 'tomorrow';
  await end.move();
  expect(end.stage).toBe('nags');
  expect(journal.askedFor('promise_move')[0]?.promising).toEqual({ what: 'Tell', said: 'tomorrow', by: '2026-11-22', reach: 'the desk' });
  expect(journal.handlers.promise_list({}).rows.map((row) => row.promise.state).sort()).toEqual(['handed-on', 'kept', 'let-go', 'open']);
});

it('makes a promise to oneself of what nags when it has a day, and only when it is wanted', async () => {
  for (const pick of [true, false]) {
    await open();
    end.walk.write('park', 'The lost chart, tomorrow at seven');
    await end.readWhen();
    expect(end.when?.by).toBe('2026-11-22');
    end.pick = pick;
    await end.leave();
    expect(journal.standing).toBe('locked');
  }
  expect(journal.askedFor('promise_add').map((one) => one.promising)).toEqual([
    { what: 'The lost chart, tomorrow at seven', said: 'The lost chart, tomorrow at seven', to: 'myself', by: '2026-11-22' },
  ]);
});

it('locks at once when nothing is written', async () => {
  await open();
  await end.leave();
  expect(journal.askedFor('moment_save')).toEqual([]);
  expect(journal.standing).toBe('locked');
});

it('stays open when the walk could not be kept, and tries again', async () => {
  await open();
  await end.feel('took-a-lot');
  journal.fail('moment_save', fault('disk-full'));
  await end.leave();
  expect([end.fault?.code, journal.standing]).toEqual(['disk-full', 'open']);
  await end.leave();
  expect(journal.standing).toBe('locked');
  expect(journal.entries.at(-1)?.answers).toEqual([{ field: 'energy', text: 'It took a lot out of me' }]);
});
