import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeJournal, fault, writing, type FakeJournal } from '../api/fake';
import { flushDrafts } from './draft.svelte';
import { toasts } from './toasts.svelte';
import { Today } from './today.svelte';
import { undo } from './undo.svelte';

let journal: FakeJournal;
let today: Today;

beforeEach(() => {
  journal = fakeJournal();
  today = new Today();
});
afterEach(() => {
  today.draft.close();
  undo.onKeepUndone = null;
  toasts.clear();
});

describe('today', () => {
  it('keeps a moment, empties the field and offers to take it back', async () => {
    await today.load();
    today.draft.form.text = 'Found the parcel.';
    today.draft.form.kind = 'kind-word';
    expect(await today.keep()).toBe(true);
    expect(journal.entries.map(({ text, kind }) => [text, kind])).toEqual([['Found the parcel.', 'kind-word']]);
    expect(journal.askedFor('moment_save')[0]).toMatchObject({ draft: 'today' });
    expect(journal.askedFor('moment_save')[0]?.writing.happened).toBeUndefined();
    expect(today.draft.form.text).toBe('');
    expect(today.draft.form.kind).toBe('moment');
    expect(toasts.current?.undo).toBeDefined();
    expect(today.laid).toBe(journal.entries[0]?.id);
  });

  it('gives the words back when keeping them is undone', async () => {
    await today.load();
    undo.onKeepUndone = (words) => void today.takeBack(words);
    today.draft.form.text = 'Oh.';
    await today.keep();
    await undo.undo();
    expect(journal.entries).toEqual([]);
    expect(today.draft.form.text).toBe('Oh.');
  });

  it('does not put words over those that are being written', async () => {
    today.draft.form.text = 'new';
    expect(today.takeBack(writing('old'))).toBe(false);
    expect(today.draft.form.text).toBe('new');
  });

  it('keeps quiet and hard days without a word, and no other kind', async () => {
    expect(await today.keep()).toBe(false);
    expect(today.nothing).toBe(true);
    today.setKind('quiet-day');
    expect(await today.keep()).toBe(true);
    today.setKind('hard-day');
    expect(await today.keep()).toBe(true);
    expect(journal.entries).toHaveLength(2);
  });

  it('leaves every word in the field when it could not be kept', async () => {
    journal.fail('moment_save', fault('disk-full'));
    today.draft.form.text = 'Do not lose me.';
    expect(await today.keep()).toBe(false);
    expect(today.notKept?.code).toBe('disk-full');
    expect(today.draft.form.text).toBe('Do not lose me.');
    await flushDrafts();
    expect(journal.drafts.get('today')?.text).toBe('Do not lose me.');
    expect(await today.keep()).toBe(true);
    expect(today.notKept).toBeNull();
  });

  it('keeps one moment for two presses', async () => {
    today.draft.form.text = 'Once.';
    await Promise.all([today.keep(), today.keep()]);
    expect(journal.entries).toHaveLength(1);
  });

  it('takes up a draft at the first opening only', async () => {
    journal.drafts.set('today', writing('half a line'));
    await today.load();
    expect(today.draft.form.text).toBe('half a line');
    today.draft.form.text = 'half a line and';
    await today.load();
    expect(today.draft.form.text).toBe('half a line and');
  });

  it('welcomes back after a week, and not after six days', async () => {
    journal = fakeJournal({ entries: [{ text: 'x', day: '2026-11-14' }] });
    await today.load();
    expect(today.greeting).toBe('back');
    journal.today = '2026-11-20';
    await today.load();
    expect(today.greeting).toBeNull();
  });

  it('loses nothing when the day turns in the middle of a sentence', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-21T23:00:00') });
    try {
      await today.load();
      today.draft.form.text = 'In the middle of';
      const before = journal.askedFor('today_show').length;
      await today.dayMayHaveTurned();
      expect(journal.askedFor('today_show')).toHaveLength(before);
      vi.setSystemTime(new Date('2026-11-22T05:30:00'));
      journal.today = '2026-11-22';
      await today.dayMayHaveTurned();
      expect(today.shown?.day).toBe('2026-11-22');
      expect(today.draft.form.text).toBe('In the middle of');
      expect(today.draft.writing.happened).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });
});
