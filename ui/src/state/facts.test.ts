import { beforeEach, expect, it, vi } from 'vitest';
import { fakeJournal, fault, type FakeJournal } from '../api/fake';
import { app } from './app.svelte';
import { factOf, FactRoom, factRoom, formOfFact, sealOf } from './facts.svelte';
import { toasts } from './toasts.svelte';

let journal: FakeJournal;
beforeEach(async () => {
  journal = fakeJournal();
  await app.start();
});

it('a form gives back the note that it was made of, to the second, and leaves out what is blank', () => {
  const writing = { account: ' He shouted. ', happened: '2026-11-20T21:10:05', words: 'go', asked: 'a new desk' };
  expect(factOf(formOfFact(writing))).toEqual(writing);
  expect(factOf({ ...formOfFact(writing), time: '21:11', words: '  ' })).toEqual({ account: ' He shouted. ', happened: '2026-11-20T21:11', asked: 'a new desk' });
  expect(factOf({ ...formOfFact({ account: 'x' }), day: '2026-11-20' })).toEqual({ account: 'x', happened: '2026-11-20' });
});

it('the day of a fact is the day of the calendar, also between midnight and the turn of the shift day', () => {
  expect(factOf({ ...formOfFact({ account: 'x' }), day: '2026-11-20', time: '02:30' }).happened).toBe('2026-11-20T02:30');
});

it('what is written is kept as a draft and is there again, with the note that it belongs to', async () => {
  const room = new FactRoom();
  await room.enter();
  expect(room.view).toBe('write');
  room.work.form.account = 'He shouted.';
  const first = await room.keep();
  room.write(first?.note ?? null);
  room.work.form.witnesses = 'B. K.';
  await room.leave();
  expect(room.facts).toBeNull();
  const again = new FactRoom();
  await again.enter();
  expect([again.view, again.work.note, again.work.form.witnesses, again.work.status]).toEqual(['write', first?.note, 'B. K.', 'kept']);
  const second = await again.keep();
  expect([second?.version, second?.link, second?.writing.account]).toEqual([2, 2, 'He shouted.']);
  expect(again.note?.versions).toHaveLength(2);
});

it('a draft that cannot be kept is tried again, and the room is not left for a lie', async () => {
  vi.useFakeTimers();
  try {
    const room = new FactRoom();
    await room.enter();
    room.work.form.account = 'He shouted.';
    journal.fail('fact_draft', fault('disk-full'));
    expect(await room.aside()).toBe(false);
    expect([room.view, room.work.status]).toEqual(['write', 'trouble']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(room.work.status).toBe('kept');
    expect(await room.aside()).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

it('nothing is kept without an account, nor a time without its day; and a note that is refused stays in the form', async () => {
  const room = new FactRoom();
  await room.enter();
  expect([await room.keep(), room.missing]).toEqual([null, 'account']);
  Object.assign(room.work.form, { account: 'He shouted.', time: '21:10' });
  expect([await room.keep(), room.missing]).toEqual([null, 'day']);
  room.work.form.day = '2026-11-20';
  journal.fail('fact_keep', fault('disk-full'));
  expect(await room.keep()).toBeNull();
  expect([room.refused?.code, room.work.form.account]).toEqual(['disk-full', 'He shouted.']);
  expect(journal.askedFor('fact_keep')).toHaveLength(1);
});

it('locking puts the draft away first, and does not lock over a draft that cannot be kept', async () => {
  await factRoom.enter();
  factRoom.work.form.account = 'He shouted.';
  journal.fail('fact_draft', fault('disk-full'));
  await expect(app.lock()).rejects.toThrow('disk-full');
  expect(journal.askedFor('journal_lock')).toHaveLength(0);
  await app.lock();
  expect(journal.askedFor('fact_draft').at(-1)?.writing.account).toBe('He shouted.');
  await factRoom.leave();
});

it('a draft that cannot be kept at all is warned of once, and the second time the journal locks without it', async () => {
  vi.useFakeTimers({ now: Date.now() + 60_000 });
  try {
    await factRoom.enter();
    factRoom.work.form.account = 'He shouted.';
    journal.fail('fact_draft', fault('disk-full'), fault('disk-full'));
    toasts.clear();
    await expect(app.lock()).rejects.toThrow('disk-full');
    expect(toasts.current?.text).toBe('Your draft could not be kept, so the journal is still open.');
    await app.lock();
    expect(journal.askedFor('journal_lock')).toHaveLength(1);
    await factRoom.leave();
  } finally {
    toasts.clear();
    vi.useRealTimers();
  }
});

it('a note that is being kept is not called safe before it is, and its words outlive a refusal', async () => {
  const room = new FactRoom();
  await room.enter();
  room.work.form.account = 'He shouted.';
  journal.fail('fact_keep', fault('disk-full'));
  journal.fail('fact_draft', fault('disk-full'));
  const keeping = room.keep();
  await room.leave();
  expect(await keeping).toBeNull();
  expect(room.work.form.account).toBe('He shouted.');
  expect(await room.work.flush()).toBe(true);
  expect(journal.askedFor('fact_draft').at(-1)?.writing.account).toBe('He shouted.');
});

it('a draft that cannot be let go is looked after again', async () => {
  const room = new FactRoom();
  await room.enter();
  room.work.form.account = 'He shouted.';
  journal.fail('fact_draft', fault('disk-full'));
  await room.letGo();
  expect([room.refused?.code, room.view]).toEqual(['disk-full', 'write']);
  expect(await room.work.flush()).toBe(true);
  expect(room.work.status).toBe('kept');
});

it('a seal is told in three groups of four', () => {
  expect(sealOf(`4f2c9a01b2c3${'0'.repeat(52)}`)).toBe('4F2C 9A01 B2C3');
});
