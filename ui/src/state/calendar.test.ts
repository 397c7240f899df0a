import { describe, expect, it } from 'vitest';
import type { CheckInPoint, Kind } from '../api/gen/wire';
import { FOUND, NOT, numbersOf, SOURCES } from '../screens/lookback/sources';
import { firstOfWeek, mainKind, moved, nextOn, spanOf, weekdayOf, weekOf, weeks } from './calendar';
import { dotsOf, monthsOf, runsOf } from './trends';

describe('weeks of days', () => {
  it.each([['2024-01-01', 0], ['2026-11-21', 5], ['2023-12-31', 6], ['1970-01-01', 3]] as const)('%s is day %i of the week', (day, wanted) => expect(weekdayOf(day)).toBe(wanted));

  it('begins the week where the locale does', () => {
    expect(firstOfWeek('en-GB')).toBe(0);
    expect(weekOf('2026-11-21', 0)).toBe('2026-11-16');
    expect(weekOf('2026-11-21', 6)).toBe('2026-11-15');
    expect(weekOf('2026-11-16', 0)).toBe('2026-11-16');
  });

  it.each([['4', 4], ['12', 12], ['year', 53]] as const)('range %s has %i weeks of seven days, and today lies in the last drawn', (range, count) => {
    const all = weeks(range, 2026, '2026-11-21', [], 0);
    expect(all).toHaveLength(count);
    expect(all.every((week) => week.length === 7)).toBe(true);
    const drawn = all.flat().filter((cell) => !cell.out);
    expect(drawn.at(-1)?.day).toBe('2026-11-21');
    if (range === 'year') expect(drawn[0]?.day).toBe('2026-01-01');
  });

  it('reaches back into the year before', () => {
    expect(spanOf('12', 2026, '2026-01-10', 0)[0]).toBe('2025-10-20');
    const all = weeks('4', 2026, '2026-01-10', [{ day: '2025-12-29', kinds: ['moment'] }], 0).flat();
    expect(all.find((cell) => cell.day === '2025-12-29')).toEqual({ day: '2025-12-29', kinds: ['moment'], out: false });
  });

  it('draws a day that was dated ahead, and no empty one to come', () => {
    const all = weeks('4', 2026, '2026-11-18', [{ day: '2026-11-20', kinds: ['lesson'] }], 0).flat();
    expect(all.find((cell) => cell.day === '2026-11-20')?.out).toBe(false);
    expect(all.find((cell) => cell.day === '2026-11-19')?.out).toBe(true);
  });

  it.each<[Kind[], Kind | null]>([[[], null], [['hard-day', 'moment', 'moment'], 'moment'], [['hard-day', 'moment'], 'hard-day']])('%j is drawn as %s', (kinds, wanted) => expect(mainKind(kinds)).toBe(wanted));

  it('moves by days down and by weeks along, mirrored from right to left', () => {
    expect(['ArrowDown', 'ArrowRight', 'PageUp', 'Home', 'x'].map((key) => moved(key, false))).toEqual([1, 7, -28, 'first', null]);
    expect(moved('ArrowRight', true)).toBe(-7);
  });

  it('knows when a day of the week comes next', () => {
    expect(nextOn('saturday', '2026-11-21')).toBe('2026-11-21');
    expect(nextOn('friday', '2026-11-21')).toBe('2026-11-27');
  });
});

describe('the charts', () => {
  const point = (day: string, value: number | null): CheckInPoint => ({ id: day, day, values: [{ group: 'fuel', value }], marks: {}, line: '' });

  it('join neighbouring weeks only, and leave gaps as gaps', () => {
    const points = [point('2026-10-02', 2), point('2026-10-09', 3), point('2026-10-16', null), point('2026-10-23', 4), point('2026-11-13', 1)];
    const dots = dotsOf(points, 'fuel');
    expect(dots.map((dot) => dot.value)).toEqual([2, 3, 4, 1]);
    expect(runsOf(dots).map((run) => run.length)).toEqual([2, 1, 1]);
    expect(dotsOf(points, 'meaning')).toEqual([]);
  });

  it('join weeks whose days were not the same, and share one time', () => {
    const dots = dotsOf([point('2026-10-05', 2), point('2026-10-18', 3), point('2027-01-04', 3)], 'fuel');
    expect(runsOf(dots).map((run) => run.length)).toEqual([2, 1]);
    expect(dots.map((dot) => dot.x)).toEqual([0, 13 / 91, 1]);
    expect(monthsOf([point('2026-10-05', 2), point('2027-01-04', 3)]).map((one) => one.month)).toEqual(['2026-11', '2026-12']);
    expect(monthsOf([point('2026-01-01', 2), point('2027-12-31', 3)], 6).length).toBeLessThanOrEqual(6);
  });
});

it('names a study for each finding, and leaves no study unnamed', () => {
  const used = new Set([...FOUND, ...NOT].flatMap(({ by }) => by));
  expect([...FOUND, ...NOT].every(({ by }) => numbersOf(by).every((n) => n > 0))).toBe(true);
  expect(SOURCES.map((one) => one.id).filter((id) => !used.has(id))).toEqual([]);
});
