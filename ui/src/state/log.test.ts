import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setCaller } from '../api/call';
import type { Log, LogOptions } from '../api/gen/wire';
import { momentsIn, PAGE_BLOCKS, PAUSE, PurposeLog, rangeOf, USUAL_KINDS } from './log.svelte';

const page = (moments: number): Log => ({ blocks: [{ type: 'title', text: 'Purpose log', span: '' }], moments });
let asked: [string, unknown][] = [];
let answer: (name: string, request: unknown) => unknown;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = (name) => (name === 'log_preview' ? page(3) : name === 'today_show' ? { day: '2026-11-21' } : {});
  setCaller(async (name, request) => {
    asked.push([name, JSON.parse(request)]);
    return JSON.stringify(await answer(name, JSON.parse(request)));
  });
});
afterEach(() => vi.useRealTimers());

const previews = (): LogOptions[] => asked.filter(([name]) => name === 'log_preview').map(([, request]) => (request as { options: LogOptions }).options);

describe('ranges', () => {
  it.each([
    ['month', '2026-11-21', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-03', '2028-02-01', '2028-02-29'],
    ['month', '2026-12-31', '2026-12-01', '2026-12-31'],
    ['year', '2026-11-21', '2026-01-01', '2026-12-31'],
    ['everything', '2026-11-21', '', ''],
  ] as const)('%s of %s', (pick, today, from, to) => expect(rangeOf(pick, today)).toEqual({ from, to }));

  it('knows which one is picked', async () => {
    const log = new PurposeLog();
    await log.enter();
    expect(log.picked).toBe('everything');
    log.pick('month');
    expect([log.from, log.to, log.picked]).toEqual(['2026-11-01', '2026-11-30', 'month']);
    log.from = '2026-11-02';
    expect(log.picked).toBeNull();
  });
});

describe('the page', () => {
  it('is asked for with what may be shown to others', async () => {
    const log = new PurposeLog();
    await log.enter();
    expect(previews()).toEqual([
      { from: null, to: null, kinds: [...USUAL_KINDS], starred: false, with_days: false, with_their_words: false, with_feelings: false },
    ]);
    expect(log.moments).toBe(3);
  });

  it('follows once for several changes in a row', async () => {
    const log = new PurposeLog();
    log.starred = true;
    log.changed();
    log.withDays = true;
    log.changed();
    await vi.advanceTimersByTimeAsync(PAUSE - 1);
    expect(previews()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(previews()).toHaveLength(1);
    expect(PAUSE).toBeLessThan(350);
  });

  it('keeps the old page until the new one is there, and drops a late reply', async () => {
    const log = new PurposeLog();
    await log.enter();
    const waiting: ((log: Log) => void)[] = [];
    answer = () => new Promise((done) => waiting.push(done));
    const first = log.refresh();
    const second = log.refresh();
    expect(log.moments).toBe(3);
    expect(log.drawing).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    waiting[1]?.(page(7));
    await second;
    waiting[0]?.(page(99));
    await first;
    expect(log.moments).toBe(7);
    expect(log.drawing).toBe(false);
  });

  it('never asks with no kinds: that would mean all of them', async () => {
    const log = new PurposeLog();
    log.kinds = [];
    await log.refresh();
    expect(asked).toEqual([]);
    expect(log.moments).toBe(0);
  });

  it('never asks for a range turned round', async () => {
    const log = new PurposeLog();
    log.from = '2026-11-21';
    log.to = '2026-11-01';
    await log.refresh();
    expect(log.turned).toBe(true);
    expect(asked).toEqual([]);
  });

  it('tells a fault and keeps the page', async () => {
    const log = new PurposeLog();
    await log.enter();
    answer = () => Promise.reject({ code: 'disk', params: {}, trace: '' });
    await log.refresh();
    expect(log.fault?.code).toBe('disk');
    expect(log.log?.moments).toBe(3);
  });

  it('draws the first blocks of a long one, and more when asked', () => {
    const log = new PurposeLog();
    expect(log.shown).toBe(PAGE_BLOCKS);
    log.more();
    expect(log.shown).toBe(2 * PAGE_BLOCKS);
    expect(momentsIn(page(0).blocks)).toBe(0);
  });

  it('nothing of it stays when the screen is left', async () => {
    const log = new PurposeLog();
    await log.enter();
    log.withFeelings = true;
    log.leave();
    expect([log.log, log.withFeelings]).toEqual([null, false]);
  });
});

describe('saving', () => {
  it('tells the name, and feelings are off again', async () => {
    const log = new PurposeLog();
    await log.enter();
    log.withFeelings = true;
    answer = (name) => (name === 'log_save' ? { saved: true, name: 'purpose-log.md' } : page(3));
    await log.save();
    expect(asked.find(([name]) => name === 'log_save')?.[1]).toMatchObject({ with_feelings: true });
    expect(log.saved).toEqual({ what: 'log', name: 'purpose-log.md', feelingsOff: true });
    expect(log.withFeelings).toBe(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(previews().at(-1)?.with_feelings).toBe(false);
  });

  it('says nothing when the dialog was closed, and keeps the choice', async () => {
    const log = new PurposeLog();
    await log.enter();
    log.withFeelings = true;
    answer = (name) => (name === 'log_save' ? { saved: false, name: null } : page(3));
    await log.save();
    expect(log.saved).toBeNull();
    expect(log.withFeelings).toBe(true);
  });

  it('an empty log is refused with a reason, without a dialog', async () => {
    const log = new PurposeLog();
    answer = () => page(0);
    await log.save();
    expect(log.refused).toBe(true);
    expect(asked.map(([name]) => name)).toEqual(['log_preview']);
    log.changed();
    expect(log.refused).toBe(false);
  });

  it('tells a fault', async () => {
    const log = new PurposeLog();
    await log.enter();
    answer = (name) => (name === 'log_save' ? Promise.reject({ code: 'disk-full', params: {}, trace: '' }) : page(3));
    await log.save();
    expect(log.saveFault?.code).toBe('disk-full');
    expect(log.saving).toBe(false);
  });

  it('the archive has its own result', async () => {
    const log = new PurposeLog();
    answer = () => ({ saved: true, name: 'everything.json' });
    await log.saveArchive();
    expect(log.saved).toEqual({ what: 'archive', name: 'everything.json', feelingsOff: false });
  });
});
