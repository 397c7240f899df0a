// The points of a check-in chart: where they lie, and which of them a line may join. Pure.
import type { CheckInGroup, CheckInPoint, Day } from '../api/gen/wire';
import { daysBefore } from '../words/dates';
import { weekOf } from './calendar';

/** The fewest days that a chart spans, so that the first dots do not stand at its edges alone. */
const SHORTEST = 49;

/** One check-in in one chart. */
export interface Dot {
  day: Day;
  /** 1 to 5. */
  value: number;
  /** Along the time, 0 to 1. */
  x: number;
}

/** The first and the last day that the charts span: the same for all three. */
export function spanOf(points: readonly CheckInPoint[]): [Day, number] {
  const first = points[0]?.day ?? '2026-01-01';
  const last = points.at(-1)?.day ?? first;
  return [first, Math.max(SHORTEST, daysBefore(first, last))];
}

/** The dots of one chart, oldest first. A check-in without enough answers in the group leaves a gap. */
export function dotsOf(points: readonly CheckInPoint[], group: CheckInGroup): Dot[] {
  const [first, days] = spanOf(points);
  return points.flatMap(({ day, values }) => {
    const value = values.find((one) => one.group === group)?.value ?? null;
    return value === null ? [] : [{ day, value, x: daysBefore(first, day) / days }];
  });
}

/** Dots that a line joins: those of neighbouring weeks. Whoever stands alone is a run of one. */
export function runsOf(dots: readonly Dot[]): Dot[][] {
  const runs: Dot[][] = [];
  for (const dot of dots) {
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && daysBefore(weekOf(last.day, 0), weekOf(dot.day, 0)) <= 7) runs.at(-1)?.push(dot);
    else runs.push([dot]);
  }
  return runs;
}

/** Where months begin, as ISO months and places from 0 to 1; so few that their names have room. */
export function monthsOf(points: readonly CheckInPoint[], most = 7): { month: string; x: number }[] {
  const [first, days] = spanOf(points);
  const all: { month: string; x: number }[] = [];
  let [year = 0, month = 0] = first.split('-').map(Number);
  if (!first.endsWith('-01')) month += 1;
  for (;;) {
    if (month > 12) [year, month] = [year + 1, 1];
    const name = `${year}-${String(month).padStart(2, '0')}`;
    const x = daysBefore(first, `${name}-01`) / days;
    if (x > 0.94) break;
    all.push({ month: name, x });
    month += 1;
  }
  const step = Math.ceil(all.length / most);
  return all.filter((_, i) => i % Math.max(1, step) === 0);
}
