import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../api/call';
import { fakeJournal, fault, writing, type FakeJournal } from '../api/fake';
import { app } from './app.svelte';
import { Draft, flushDrafts, putAway } from './draft.svelte';
import { AGAIN, LONGEST, PAUSE } from './keeper.svelte';
import { toasts } from './toasts.svelte';

let journal: FakeJournal;
let draft: Draft;

beforeEach(() => {
  vi.useFakeTimers();
  journal = fakeJournal();
  draft = new Draft('today');
});
afterEach(() => {
  draft.close();
  toasts.clear();
  vi.useRealTimers();
});

function type(text: string): void {
  draft.form.text = text;
  draft.touched();
}
const keeps = (): string[] => journal.askedFor('draft_keep').map(({ writing: words }) => words.text);

describe('a draft', () => {
  it('is kept within a second and a half after a pause, once', async () => {
    expect(PAUSE).toBeLessThanOrEqual(1_500);
    type('a');
    type('ab');
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(keeps()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(keeps()).toEqual(['ab']);
    expect(draft.status).toBe('kept');
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect(keeps()).toEqual(['ab']);
  });

  it('is kept while somebody types without a pause', async () => {
    for (let i = 1; i <= 12; i += 1) {
      type('x'.repeat(i));
      await vi.advanceTimersByTimeAsync(PAUSE / 2);
    }
    expect(keeps().length).toBeGreaterThanOrEqual(1);
  });

  it('is kept at once when asked, and says whether it is', async () => {
    type('now');
    expect(await flushDrafts()).toBe(true);
    expect(journal.drafts.get('today')?.text).toBe('now');
    type('then');
    journal.fail('draft_keep', fault('disk-full'));
    expect(await flushDrafts()).toBe(false);
    expect(draft.status).toBe('trouble');
    expect(draft.form.text).toBe('then');
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect(journal.drafts.get('today')?.text).toBe('then');
    expect(draft.status).toBe('kept');
  });

  it('sends what was typed while it was being kept', async () => {
    journal.delay = 50;
    type('one');
    const first = draft.flush();
    await vi.advanceTimersByTimeAsync(10);
    type('one two');
    await vi.advanceTimersByTimeAsync(200);
    expect(await first).toBe(true);
    expect(keeps()).toEqual(['one', 'one two']);
  });

  it('does not say that it is kept while newer words wait', async () => {
    expect(draft.status).toBe('');
    type('one');
    expect(draft.status).toBe('waiting');
    await draft.flush();
    expect(draft.status).toBe('kept');
    type('one two');
    expect(draft.status).toBe('waiting');
    journal.delay = 50;
    const sending = draft.flush();
    await vi.advanceTimersByTimeAsync(20);
    expect(draft.status).toBe('waiting');
    await vi.advanceTimersByTimeAsync(50);
    await sending;
    expect(draft.status).toBe('kept');
    type('one');
    type('');
    expect(draft.status).toBe('waiting');
  });

  it('has no trouble any more when what could not be kept is gone', async () => {
    type('x');
    journal.fail('draft_keep', fault('disk-full'));
    await draft.flush();
    expect(draft.status).toBe('trouble');
    type('');
    expect(draft.status).toBe('');
  });

  it('is dropped when the field is emptied, and not asked for before', async () => {
    await draft.flush();
    expect(journal.asked).toEqual([]);
    type('x');
    await draft.flush();
    type('');
    await draft.flush();
    expect(journal.drafts.has('today')).toBe(false);
    expect(draft.status).toBe('');
  });

  it('is taken up again without being kept again', async () => {
    draft.start(writing('from before', { who: 'caller' }), true);
    draft.touched();
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect(journal.asked).toEqual([]);
    expect(draft.form.who).toBe('caller');
    expect(draft.status).toBe('kept');
  });

  it('cannot come back after its moment was kept', async () => {
    journal.delay = 50;
    type('kept');
    const sending = draft.flush();
    const held = draft.hold();
    await vi.advanceTimersByTimeAsync(60);
    await held;
    draft.kept('kept');
    expect(await sending).toBe(true);
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect(keeps()).toEqual(['kept']);
    expect(draft.form.text).toBe('');
  });

  it('keeps the words that were typed while their moment was being kept', () => {
    draft.form.text = 'kept and more';
    draft.kept('kept');
    expect(draft.form.text).toBe('and more');
  });

  it('of an entry is nothing while it says what the entry says', async () => {
    const plain = writing('as it is');
    draft.start(plain, false, plain);
    expect(draft.idle).toBe(true);
    type('as it is not');
    await draft.flush();
    expect(journal.drafts.has('today')).toBe(true);
    type('as it is');
    await draft.flush();
    expect(journal.drafts.has('today')).toBe(false);
  });
});

describe('a draft while its writing is being kept', () => {
  const settled = async (answer: Promise<boolean>): Promise<boolean | 'waiting'> => {
    await vi.advanceTimersByTimeAsync(0);
    return Promise.race([answer, Promise.resolve('waiting' as const)]);
  };

  it('is not called safe before the save has ended, and goes to the journal when that fails', async () => {
    type('kept');
    await draft.hold();
    const asked = draft.flush();
    expect(await settled(asked)).toBe('waiting');
    expect(keeps()).toEqual([]);
    draft.release();
    expect(await asked).toBe(true);
    expect(keeps()).toEqual(['kept']);
  });

  it('is not called safe when the draft cannot be kept either', async () => {
    type('kept');
    await draft.hold();
    const asked = draft.flush();
    journal.fail('draft_keep', fault('disk-full'));
    draft.release();
    expect(await asked).toBe(false);
  });

  it('is safe when it was kept, and then what was typed since is kept as a draft', async () => {
    type('kept');
    await draft.hold();
    const asked = draft.flush();
    type('kept and more');
    draft.kept('kept');
    expect(await asked).toBe(true);
    expect(keeps()).toEqual(['and more']);
  });

  it('is safe when it was closed or let go, also when letting go failed', async () => {
    type('gone');
    await draft.hold();
    const dropped = draft.flush();
    journal.fail('draft_drop', fault('disk-full'));
    await expect(draft.drop()).rejects.toThrow('disk-full');
    expect(await dropped).toBe(true);
    type('closed');
    await draft.hold();
    const closed = draft.flush();
    draft.close();
    expect(await closed).toBe(true);
    draft.release();
    await draft.hold();
    expect(await draft.flush()).toBe(true);
    expect(keeps()).toEqual([]);
  });

  it('answers for all of it when a save begins during a sending', async () => {
    journal.delay = 50;
    type('one');
    const asked = draft.flush();
    type('one two');
    const held = draft.hold();
    await vi.advanceTimersByTimeAsync(60);
    await held;
    expect(await settled(asked)).toBe('waiting');
    draft.release();
    await vi.advanceTimersByTimeAsync(60);
    expect(await asked).toBe(true);
    expect(keeps()).toEqual(['one', 'one two']);
  });
});

describe('a draft that is left', () => {
  it('goes when its words are in the journal, and not before', async () => {
    type('left');
    journal.fail('draft_keep', fault('disk-full'), fault('disk-full'));
    expect(await draft.leave()).toBe(false);
    expect(await flushDrafts()).toBe(false);
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect(keeps()).toEqual(['left', 'left', 'left']);
    expect(Draft.again('today')).toBeNull();
    type('after');
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect(keeps()).toHaveLength(3);
  });

  it('is taken up again with its words, and stays open then', async () => {
    expect(Draft.again('today')).toBeNull();
    type('left');
    journal.fail('draft_keep', fault('disk-full'));
    await draft.leave();
    expect(Draft.again('today')).toBe(draft);
    expect(Draft.again('today')).toBeNull();
    await vi.advanceTimersByTimeAsync(AGAIN);
    type('left and more');
    await draft.flush();
    expect(keeps().at(-1)).toBe('left and more');
  });
});

describe('a draft that is shown in two places', () => {
  const SLOT = 'later:x';
  const both = (): Promise<[Draft, Draft]> => Promise.all([Draft.begin(SLOT), Draft.begin(SLOT)]);
  const write = (of: Draft, text: string): void => {
    of.form.text = text;
    of.touched();
  };

  it('is one, asked for once, and whoever closes it closes it for the other', async () => {
    journal.drafts.set(SLOT, writing('begun'));
    const [here, there] = await both();
    expect([here === there, here.form.text, journal.askedFor('draft_show').length]).toEqual([true, 'begun', 1]);
    write(there, 'begun, and more');
    expect(await there.flush()).toBe(true);
    there.close();
    expect([here.over, journal.drafts.get(SLOT)?.text]).toEqual([true, 'begun, and more']);
    const next = await Draft.begin(SLOT);
    expect([next === here, next.over, next.form.text]).toEqual([false, false, 'begun, and more']);
    next.close();
  });

  it('is left when both have left it', async () => {
    const [here, there] = await both();
    await here.leave();
    write(there, 'still written in');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect([there.over, journal.drafts.get(SLOT)?.text]).toEqual([false, 'still written in']);
    await there.leave();
    expect(there.over).toBe(true);
  });

  it('is not taken up while it is being kept, and its words do not come back after that', async () => {
    const here = await Draft.begin(SLOT);
    write(here, 'kept');
    await here.flush();
    journal.delay = 50;
    const kept = here.keepBy(() => call('ripple_add', { id: 'x', text: 'kept' }).catch(() => undefined));
    const coming = Draft.begin(SLOT);
    await vi.advanceTimersByTimeAsync(400);
    await kept;
    const there = await coming;
    expect([here.over, there.over, there.form.text]).toEqual([true, false, '']);
    there.close();
  });

  it('stays with its words where keeping the thing itself answers that it is not kept, or fails', async () => {
    const here = await Draft.begin(SLOT);
    write(here, 'not kept');
    expect(await here.keepBy(() => Promise.resolve(false))).toBe(false);
    await expect(here.keepBy(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect([here.over, here.form.text, journal.drafts.get(SLOT)?.text]).toEqual([false, 'not kept', 'not kept']);
    expect(await here.keepBy(() => Promise.resolve(true))).toBe(true);
    expect([here.over, journal.drafts.size]).toEqual([true, 0]);
  });

  it('is tried again after the journal could not say what it has', async () => {
    journal.fail('draft_show', fault('disk'));
    const [one, other] = await Promise.allSettled([Draft.begin(SLOT), Draft.begin(SLOT)]);
    expect([one.status, other.status]).toEqual(['rejected', 'rejected']);
    const next = await Draft.begin(SLOT);
    expect(next.over).toBe(false);
    next.close();
  });
});

describe('locking', () => {
  it('is late rather than lose a draft, and lets go at the second asking', async () => {
    vi.setSystemTime(new Date('2026-11-22T10:00:00'));
    type('unsaved');
    journal.fail('draft_keep', fault('disk-full'), fault('disk-full'));
    await expect(putAway()).rejects.toThrow('disk-full');
    expect(toasts.current?.text).toBe('Your draft could not be kept, so the journal is still open.');
    await expect(putAway()).resolves.toBeUndefined();
  });

  it('waits for a moment that is being kept, and does not lock over its words when that fails', async () => {
    vi.setSystemTime(new Date('2026-11-22T11:00:00'));
    await app.start();
    type('being kept');
    await draft.hold();
    journal.fail('draft_keep', fault('disk-full'));
    const locking = app.lock();
    draft.release();
    await expect(locking).rejects.toThrow('disk-full');
    expect(journal.askedFor('journal_lock')).toEqual([]);
  });
});
