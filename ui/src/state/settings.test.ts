import { beforeEach, describe, expect, it } from 'vitest';
import { setCaller } from '../api/call';
import type { Changes, Code, Fault } from '../api/gen/wire';
import { clockOf, Copies, isSought, JournalChoices, NewPassphrase, NewSheet, placeWords, sizeOf, turnChoices } from './settings.svelte';

const nothingChanged: Changes = { entries: false, days: [], tags: false, people: false, bin: false, drafts: false, settings: true, undo: true, promises: false, facts: false, practice: false };
const asked: [string, unknown][] = [];
let answers: Record<string, unknown> = {};

const refuse = (code: Code): Fault => ({ code, params: {}, trace: '' });

beforeEach(() => {
  asked.length = 0;
  answers = {};
  setCaller((name, request) => {
    asked.push([name, JSON.parse(request)]);
    const answer = answers[name];
    if (typeof answer === 'object' && answer !== null && 'code' in answer) return Promise.reject(answer);
    return Promise.resolve(JSON.stringify(answer ?? {}));
  });
});

describe('finding a line', () => {
  it.each([
    ['', true],
    ['theme', true],
    ['NIGHT dark', true],
    ['dàrk', true],
    ['dark printer', false],
  ])('%s', (query, found) => expect(isSought(query, 'Theme Light or dark night')).toBe(found));

  it('is not led astray by isolation marks', () => {
    expect(isSought('cairn 0.1', 'Cairn \u20680.1.0\u2069')).toBe(true);
  });
});

describe('steps and sizes', () => {
  it('keeps a turn between the steps', () => {
    expect(turnChoices(240)).toHaveLength(48);
    expect(turnChoices(425)).toContain(425);
    expect(turnChoices(425).slice(14, 17)).toEqual([420, 425, 450]);
  });
  it.each([[0, '00:00'], [240, '04:00'], [1439, '23:59']])('%i is %s', (minutes, clock) => expect(clockOf(minutes)).toBe(clock));
  it.each([[1, 'settings-size-kb', 1], [999_000, 'settings-size-kb', 999], [1_250_000, 'settings-size-mb', 1.3]] as const)(
    '%i bytes', (bytes, id, n) => expect(sizeOf(bytes)).toEqual({ id, n }),
  );
  it('treats a strange kind of place as unknown', () => {
    expect(placeWords('synced')).toBe('settings-place-kind-synced');
    expect(placeWords('moon')).toBe('settings-place-kind-unknown');
  });
});

describe('the day turn', () => {
  it('is kept with the other settings, and told', async () => {
    const told: Changes[] = [];
    const choices = new JournalChoices((changes) => told.push(changes));
    answers = { settings_show: { day_turn: 240, sheet_confirmed: true }, settings_change: { changes: nothingChanged } };
    await choices.load();
    expect(await choices.turnAt(720)).toBe(true);
    expect(asked.at(-1)).toEqual(['settings_change', { day_turn: 720, sheet_confirmed: true }]);
    expect(choices.settings?.day_turn).toBe(720);
    expect(told).toEqual([nothingChanged]);
  });

  it('stays as it was when it cannot be kept', async () => {
    const choices = new JournalChoices(() => undefined);
    answers = { settings_show: { day_turn: 240, sheet_confirmed: true }, settings_change: refuse('disk-full') };
    await choices.load();
    expect(await choices.turnAt(720)).toBe(false);
    expect(choices.settings?.day_turn).toBe(240);
    expect(choices.fault?.code).toBe('disk-full');
  });

  it('asks nothing when nothing changes', async () => {
    const choices = new JournalChoices(() => undefined);
    answers = { settings_show: { day_turn: 240, sheet_confirmed: true } };
    await choices.load();
    expect(await choices.turnAt(240)).toBe(false);
    expect(asked.map(([name]) => name)).toEqual(['settings_show']);
  });
});

describe('copies', () => {
  const place = { folder: '/home/a/.local/share/cairn', kind: 'local', bytes: 4096, entries: 3, backups: 1, last_backup: null };

  it('tells the copy that was made and looks again', async () => {
    const copies = new Copies();
    answers = { place_show: place, backup_make: { name: '000001-2026-11-21', made: '2026-11-21T10:00:00Z', entries: 3, bytes: 4096 } };
    await copies.make();
    expect(copies.made?.entries).toBe(3);
    expect(copies.place).toEqual(place);
    expect(copies.working).toBe(false);
  });

  it('tells a fault, and the place is still shown', async () => {
    const copies = new Copies();
    answers = { place_show: place, backup_make: refuse('disk-full') };
    await copies.make();
    expect(copies.fault?.code).toBe('disk-full');
    expect(copies.made).toBeNull();
    expect(copies.place).toEqual(place);
  });
});

describe('a new passphrase', () => {
  function form(old: string, next: string): NewPassphrase {
    const it = new NewPassphrase();
    it.begin();
    it.old = old;
    it.next = next;
    return it;
  }

  it('needs both fields', async () => {
    const it = form('', '');
    await it.submit();
    expect([it.oldError, it.nextError]).toEqual(['settings-passphrase-needs-old', 'settings-passphrase-needs-new']);
    expect(asked).toEqual([]);
  });

  it('a weak one needs a second yes, for that one only', async () => {
    const it = form('old words', '1234');
    answers = { passphrase_change: refuse('weak-passphrase') };
    await it.submit();
    expect(it.weak).toBe(true);
    it.next = '12345';
    expect(it.weak).toBe(false);
    await it.submit();
    expect(asked.at(-1)).toEqual(['passphrase_change', { old: 'old words', new: '12345', weak_ok: false }]);
    await it.submit();
    expect(it.done).toBe(false);
    answers = {};
    await it.submit(true);
    expect(asked.at(-1)).toEqual(['passphrase_change', { old: 'old words', new: '12345', weak_ok: true }]);
    expect(it.done).toBe(true);
  });

  it('forgets what was typed when done and when closed', async () => {
    const it = form('old words', 'five new words for it');
    await it.submit();
    expect([it.old, it.next, it.open]).toEqual(['', '', false]);
    const other = form('a', 'b');
    other.close();
    expect([other.old, other.next]).toEqual(['', '']);
  });

  it.each([
    ['wrong-passphrase', 'oldError', 'settings-passphrase-wrong'],
    ['bad-passphrase', 'nextError', 'settings-passphrase-bad'],
  ] as const)('%s stands at its field', async (code, field, words) => {
    const it = form('old', 'new');
    answers = { passphrase_change: refuse(code) };
    await it.submit();
    expect(it[field]).toBe(words);
    expect(it.fault).toBeNull();
    expect(it.next).toBe('new');
  });

  it('other faults are told whole', async () => {
    const it = form('old', 'new');
    answers = { passphrase_change: refuse('disk') };
    await it.submit();
    expect(it.fault?.code).toBe('disk');
    expect(it.open).toBe(true);
  });

  it('takes five suggested words', async () => {
    const it = form('old', '');
    answers = { passphrase_suggest: { passphrase: 'one two three four five' } };
    await it.suggest();
    expect(it.next).toBe('one two three four five');
    expect(it.suggested).toBe(true);
  });
});

describe('a new recovery sheet', () => {
  const sheet = { groups: ['ABCD', 'EFGH'], ask: [1, 2] };

  it('is shown, and the passphrase is forgotten', async () => {
    const it = new NewSheet();
    it.begin();
    it.passphrase = 'old words';
    answers = { sheet_renew: sheet };
    await it.submit();
    expect(it.sheet).toEqual(sheet);
    expect(it.passphrase).toBe('');
    it.confirmed();
    expect([it.sheet, it.done]).toEqual([null, true]);
  });

  it('a wrong passphrase stands at its field', async () => {
    const it = new NewSheet();
    it.begin();
    it.passphrase = 'nope';
    answers = { sheet_renew: refuse('wrong-passphrase') };
    await it.submit();
    expect(it.error).toBe('settings-sheet-wrong');
    expect(it.sheet).toBeNull();
  });

  it('is shown again while it has not been typed back', async () => {
    const it = new NewSheet();
    answers = { sheet_show: sheet };
    await it.showAgain();
    expect(it.sheet).toEqual(sheet);
  });

  it('is made anew when it cannot be shown any more', async () => {
    const it = new NewSheet();
    setCaller(() => Promise.resolve('null'));
    await it.showAgain();
    expect([it.sheet, it.open, it.gone]).toEqual([null, true, true]);
  });
});
