import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeJournal, fault, type FakeJournal } from '../api/fake';
import { app } from './app.svelte';
import { Shutdown } from './shutdown.svelte';
import { toasts } from './toasts.svelte';
import { undo } from './undo.svelte';
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
  app.state = null;
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

it('asks for nothing good on a hard day, also when it is marked on the way', async () => {
  await open();
  await end.feel('even');
  await end.choose(end.moments[0]!);
  expect(end.stage).toBe('whom');
  await journal.answer('moment_save', JSON.stringify({ writing: { kind: 'hard-day', text: '' }, draft: null }));
  await end.load();
  expect([end.stage, end.stages]).toEqual(['nags', ['energy', 'nags', 'leave']]);
  await end.back();
  expect([end.stage, end.moments.length]).toEqual(['energy', 2]);
});

it('keeps words about the moment in sight on a hard day until they are kept', async () => {
  await typing('the new one');
  end.walk.hardDay = true;
  await end.load();
  expect(end.stage).toBe('whom');
  await end.next();
  expect([end.stage, noted()]).toEqual(['nags', ['the new one']]);
  expect(end.stages).not.toContain('whom');
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
    { what: 'The lost chart, tomorrow at seven', said: 'The lost chart, tomorrow at seven', by: '2026-11-22' },
  ]);
});

const noted = (): unknown[] => journal.askedFor('moment_change').map(({ writing }) => writing.who);

async function typing(whom: string): Promise<void> {
  await open();
  await end.feel('even');
  await end.choose(end.moments[0]!);
  end.whom = whom;
}

it('keeps what is typed about the moment on every way out, once', async () => {
  await typing('the new one');
  await end.back();
  expect([end.stage, noted()]).toEqual(['mattered', ['the new one']]);
  await end.choose(end.moments[0]!);
  expect([end.stage, end.whom]).toEqual(['whom', 'the new one']);
  end.whom = 'two new ones';
  end.stage = 'mattered';
  await end.choose(end.moments[1]!);
  expect(noted()).toEqual(['the new one', 'two new ones']);
  expect(await end.walk.leave()).toBe(true);
  await app.lock();
  expect(noted()).toHaveLength(2);
});

it('keeps it when the walk is left, when the journal is locked, and from any question on', async () => {
  const ways = [() => end.walk.leave(), () => app.lock(), () => end.leave()];
  for (const [i, way] of ways.entries()) {
    journal.entries[0] = { ...journal.entries[0]!, star: false };
    delete journal.entries[0].who;
    await typing(`someone ${i}`);
    end.stage = 'nags';
    await way();
    expect(noted()).toHaveLength(i + 1);
    end.walk.draft.close();
  }
  expect(journal.standing).toBe('locked');
});

it('notes only what was typed, on the moment as it is now', async () => {
  await typing('the new one');
  journal.entries[0] = { ...journal.entries[0]!, text: 'Sat with the new one, twice', my_part: 'Time' };
  await end.next();
  expect(journal.entries[0]).toMatchObject({ text: 'Sat with the new one, twice', my_part: 'Time', who: 'the new one' });
});

it('says where the words are when they could not be noted, and is not left', async () => {
  await typing('the new one');
  end.stage = 'leave';
  journal.fail('moment_change', fault('disk-full'), fault('disk-full'), fault('disk-full'));
  await end.leave();
  expect([end.stage, end.fault?.code, end.whom, journal.standing]).toEqual(['whom', 'disk-full', 'the new one', 'open']);
  expect(await end.walk.leave()).toBe(false);
  await expect(app.lock()).rejects.toThrow();
  expect(journal.standing).toBe('open');
  await end.leave();
  expect([noted().at(-1), journal.standing]).toEqual(['the new one', 'locked']);
});

it('does one deed at a time', async () => {
  for (const what of ['Ring', 'Write']) await journal.answer('promise_add', JSON.stringify({ promising: { what, by: '2026-11-21' }, entry: null }));
  await open();
  await Promise.all([end.feel('even'), end.feel('took-a-lot')]);
  expect([end.stage, end.energy]).toEqual(['mattered', 'even']);
  await Promise.all([end.choose(end.moments[0]!), end.choose(end.moments[0]!)]);
  expect(end.stage).toBe('whom');
  await end.next();
  await Promise.all([end.answer('keep'), end.answer('let-go'), end.answer('move')]);
  expect([journal.askedFor('promise_let_go'), end.moving, end.due.map((row) => row.promise.what)]).toEqual([[], null, ['Write']]);
});

it('asks an answer that was taken back again, and stays at its question', async () => {
  await journal.answer('promise_add', JSON.stringify({ promising: { what: 'Ring', by: '2026-11-21' }, entry: null }));
  await open();
  end.stage = 'promises';
  await end.answer('keep');
  expect(end.stages).not.toContain('promises');
  journal.promises[0]!.promise.state = 'open';
  journal.promises[0]!.standing = 'due';
  await end.load();
  expect([end.stage, end.stages.includes('promises')]).toEqual(['nags', true]);
  await end.back();
  expect([end.stage, end.due.length]).toEqual(['promises', 1]);
});

it('offers to take back what was done last, and not what was done before', async () => {
  await open();
  undo.done('Kept.', journal.changes());
  await end.choose(end.moments[0]!);
  expect(toasts.current?.text).toBe('It is kept close.');
  end.whom = 'the new one';
  await end.next();
  expect(toasts.current?.text).toBe('Noted with the moment.');
  await undo.undo();
  await end.load();
  expect([end.whom, end.chosen?.text]).toEqual(['', 'Sat with the new one']);
  await undo.undo();
  await end.load();
  expect(end.chosen).toBeNull();
  await end.walk.leave();
  expect(noted()).toEqual(['the new one']);
});

it('lets one go where nothing can be written', async () => {
  await typing('the new one');
  app.state = { ...journal.state(), read_only: true };
  journal.fail('moment_change', fault('read-only'));
  journal.fail('draft_keep', fault('read-only'));
  expect(await end.walk.leave()).toBe(true);
  await end.leave();
  expect([noted(), journal.askedFor('moment_save'), journal.standing]).toEqual([[], [], 'locked']);
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
  expect(journal.entries.at(-1)).toMatchObject({ answers: [{ field: 'energy', text: 'It took a lot out of me' }], cost: 'took-a-lot' });
});
