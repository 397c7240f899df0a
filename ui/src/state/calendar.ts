// Weeks of days as a calendar wants them. Pure: takes the days of the wire, never asks what day it is.
import type { Day, Kind, Weekday, YearDay } from '../api/gen/wire';
import { daysBefore } from '../words/dates';
import { addDays } from './writing';

/** How much of the time is in sight. */
export type Range = '4' | '12' | 'year';

/** The days of a week, as the wire names them. */
export const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** A Monday, to name the days of the week by. */
const MONDAY = '2024-01-01';

/** A day that is that day of the week, 0 for Monday. */
export function sampleOf(weekday: number): Day {
  return addDays(MONDAY, weekday);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((daysBefore(MONDAY, day) % 7) + 7) % 7);
}

/** The first day of the week in a locale, 0 for Monday. Monday where nobody knows. */
export function firstOfWeek(locale: string): number {
  type Week = { firstDay: number };
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => Week; weekInfo?: Week };
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  return (first + 6) % 7;
}

/** The first day of the week in which that day lies. */
export function weekOf(day: Day, first: number): Day {
  return addDays(day, -((weekdayOf(day) - first + 7) % 7));
}

/** One day of the calendar. */
export interface Cell {
  day: Day;
  /** Its stones; none for a day without. */
  kinds: readonly Kind[];
  /** A day of another year, or one that has not come yet: nothing is drawn there. */
  out: boolean;
}

/** Weeks of seven days, oldest first. */
export function weeks(range: Range, year: number, today: Day, days: readonly YearDay[], first: number): Cell[][] {
  const known = new Map(days.map(({ day, kinds }) => [day, kinds]));
  const [from, to] = spanOf(range, year, today, first);
  const all: Cell[][] = [];
  for (let week = weekOf(from, first); week <= to; week = addDays(week, 7)) {
    all.push([0, 1, 2, 3, 4, 5, 6].map((i) => {
      const day = addDays(week, i);
      const kinds = known.get(day) ?? [];
      // A stone that was dated ahead still shows; an empty day to come does not.
      return { day, kinds, out: day < from || day > to || (day > today && kinds.length === 0) };
    }));
  }
  return all;
}

/** First and last day in sight. */
export function spanOf(range: Range, year: number, today: Day, first: number): [Day, Day] {
  if (range === 'year') return [`${year}-01-01`, `${year}-12-31`];
  const end = addDays(weekOf(today, first), 6);
  return [addDays(end, 1 - 7 * Number(range)), end];
}

/** The kind that a day is drawn as: the one it has most of, the first of them when there are as many of another. */
export function mainKind(kinds: readonly Kind[]): Kind | null {
  let best: Kind | null = null;
  let most = 0;
  for (const kind of kinds) {
    const count = kinds.filter((one) => one === kind).length;
    if (count > most) [best, most] = [kind, count];
  }
  return best;
}

/** Where a key moves from a day, or null for a key that does not move. Weeks run along the line, days down. */
export function moved(key: string, rtl: boolean): number | 'first' | 'last' | null {
  switch (key) {
    case 'ArrowDown': return 1;
    case 'ArrowUp': return -1;
    case 'ArrowRight': return rtl ? -7 : 7;
    case 'ArrowLeft': return rtl ? 7 : -7;
    case 'PageDown': return 28;
    case 'PageUp': return -28;
    case 'Home': return 'first';
    case 'End': return 'last';
    default: return null;
  }
}

/** The next day on or after `from` that is that day of the week. */
export function nextOn(weekday: Weekday, from: Day): Day {
  return addDays(from, (WEEKDAYS.indexOf(weekday) - weekdayOf(from) + 7) % 7);
}
