import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeJournal, fault, type FakeJournal } from '../api/fake';
import { Moment } from './moment.svelte';
import { toasts } from './toasts.svelte';
import { undo } from './undo.svelte';

let journal: FakeJournal;
let moment: Moment;
const id = (): string => journal.entries[0]?.id ?? '';

beforeEach(async () => {
  journal = fakeJournal({ entries: [{ text: 'first words', day: '2026-11-19', happened: '2026-11-19T21:10', zone: 'Europe/Oslo' }, { text: 'another', day: '2026-11-18' }] });
  moment = new Moment();
  await moment.open(id());
});
afterEach(async () => {
  await moment.close();
  toasts.clear();
});

describe('a moment', () => {
  it('is changed on purpose, and says when it happened as before', async () => {
    await moment.edit();
    if (moment.draft) moment.draft.form.text = 'second words';
    expect(await moment.keep()).toBe(true);
    const asked = journal.askedFor('moment_change')[0];
    expect(asked?.draft).toBe(`edit:${id()}`);
    expect(asked?.writing).toMatchObject({ text: 'second words', happened: '2026-11-19T21:10' });
    expect(Object.keys(asked?.writing ?? {})).not.toContain('zone');
    expect(moment.shown?.entry.text).toBe('second words');
    expect(moment.draft).toBeNull();
  });

  it('keeps unfinished changes as a draft and offers them again', async () => {
    await moment.edit();
    if (moment.draft) moment.draft.form.text = 'half';
    expect(await moment.leave()).toBe(true);
    expect(journal.drafts.get(`edit:${id()}`)?.text).toBe('half');
    expect(moment.shown?.draft?.text).toBe('half');
    await moment.edit();
    expect(moment.draft?.form.text).toBe('half');
    await moment.leave();
    await moment.dropDraft();
    expect(journal.drafts.size).toBe(0);
    expect(moment.shown?.draft).toBeNull();
  });

  it('leaves no draft where nothing was changed', async () => {
    await moment.edit();
    await moment.leave();
    expect(journal.drafts.size).toBe(0);
    expect(moment.shown?.draft).toBeNull();
  });

  it('does not leave a form whose words could not be put away', async () => {
    await moment.edit();
    if (moment.draft) moment.draft.form.text = 'precious';
    journal.fail('draft_keep', fault('disk-full'));
    expect(await moment.open(journal.entries[1]?.id ?? '')).toBe(false);
    expect(moment.id).toBe(id());
    expect(moment.draft?.form.text).toBe('precious');
    expect(moment.refused?.code).toBe('disk-full');
  });

  it('keeps the words in the form when changing fails', async () => {
    await moment.edit();
    if (moment.draft) moment.draft.form.text = 'try';
    journal.fail('moment_change', fault('read-only'));
    expect(await moment.keep()).toBe(false);
    expect(moment.draft?.form.text).toBe('try');
    expect(moment.refused?.code).toBe('read-only');
  });

  it('is not kept without words', async () => {
    await moment.edit();
    if (moment.draft) moment.draft.form.text = ' ';
    expect(await moment.keep()).toBe(false);
    expect(moment.nothing).toBe(true);
  });

  it('is kept close and let go, and that can be undone', async () => {
    await moment.star();
    expect(moment.shown?.entry.star).toBe(true);
    await undo.undo();
    expect(journal.entries.find((one) => one.id === id())?.star).toBe(false);
    expect(toasts.current?.text).toContain('kept close');
  });

  it('goes to the bin and comes back', async () => {
    expect(await moment.bin()).toBe(true);
    expect(moment.shown?.entry.binned).toBeDefined();
    expect(await moment.restore()).toBe(true);
    expect(moment.shown?.entry.binned).toBeUndefined();
  });

  it('shows older versions, newest first, and brings one back', async () => {
    for (const text of ['second', 'third']) {
      await moment.edit();
      if (moment.draft) moment.draft.form.text = text;
      await moment.keep();
    }
    await moment.showVersions();
    expect(moment.versions?.map((one) => one.writing.text)).toEqual(['second', 'first words']);
    moment.version = moment.versions?.[1] ?? null;
    expect(await moment.bringBack()).toBe(true);
    expect(moment.shown?.entry.text).toBe('first words');
    expect(moment.versions).toBeNull();
  });

  it('says so when it is not there', async () => {
    await moment.open('nowhere');
    expect(moment.shown).toBeNull();
    expect(moment.fault?.code).toBe('not-found');
  });
});

describe('undo', () => {
  it('says when there is nothing, and names what it did', async () => {
    await undo.undo();
    expect(toasts.current?.text).toBe('There is nothing to undo.');
    await moment.bin();
    await undo.undo();
    expect(toasts.current?.text).toContain('put in the bin');
    await undo.redo();
    expect(toasts.current?.text).toContain('Done again');
  });
});
