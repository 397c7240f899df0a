import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, writing, type FakeJournal } from '../api/fake';
import { AGAIN, Draft, flushDrafts, LONGEST, PAUSE } from './draft.svelte';

let journal: FakeJournal;
let draft: Draft;

beforeEach(() => {
  vi.useFakeTimers();
  journal = fakeJournal();
  draft = new Draft('today');
});
afterEach(() => {
  draft.close();
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
    await Promise.all([sending, held]);
    draft.kept('kept');
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
