// Days and times as people say them. Takes the ISO strings of the wire; never asks what time it is.
import { t, words } from './words.svelte';

const made = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = words.locale + JSON.stringify(options);
  let found = made.get(key);
  if (found === undefined) {
    // The strings are local already, so they are read and written in one and the same zone.
    found = new Intl.DateTimeFormat(words.locale, { ...options, timeZone: 'UTC' });
    made.set(key, found);
  }
  return found;
}

/** Noon of a day in UTC: far from any edge. */
function noon(day: string): Date {
  return new Date(`${day.slice(0, 10)}T12:00:00Z`);
}

/** "Thursday 19 November"; with the year when it is another than that of `today`. */
export function dayLong(day: string, today?: string): string {
  const year = today !== undefined && today.slice(0, 4) !== day.slice(0, 4);
  const text = format({ weekday: 'long', day: 'numeric', month: 'long', ...(year ? { year: 'numeric' } : {}) }).format(noon(day));
  return text.replace(',', '');
}

/** "19 Nov 2026". */
export function dayShort(day: string): string {
  return format({ day: 'numeric', month: 'short', year: 'numeric' }).format(noon(day));
}

/** "Thursday". */
export function weekday(day: string): string {
  return format({ weekday: 'long' }).format(noon(day));
}

/** "Thu". */
export function weekdayShort(day: string): string {
  return format({ weekday: 'short' }).format(noon(day));
}

/** "November 2026" of "2026-11". */
export function monthLong(month: string): string {
  return format({ month: 'long', year: 'numeric' }).format(noon(`${month.slice(0, 7)}-15`));
}

/** "14:20" of a local time such as "2026-11-19T14:20"; empty when only the day is known. */
export function timeOf(happened: string): string {
  const clock = /T(\d\d:\d\d)/.exec(happened)?.[1];
  if (clock === undefined) return '';
  return format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(`2000-01-01T${clock}:00Z`));
}

/** How many days `day` lies before `today`; below nought when it lies after. */
export function daysBefore(day: string, today: string): number {
  return Math.round((noon(today).getTime() - noon(day).getTime()) / 86_400_000);
}

/** "Today", "Yesterday", a weekday within the last six days, else the date. */
export function relativeDay(day: string, today: string): string {
  const days = daysBefore(day, today);
  if (days === 0) return t('day-today');
  if (days === 1) return t('day-yesterday');
  if (days > 1 && days < 7) return weekday(day);
  return dayLong(day, today);
}

/** "21 Nov 2026, 14:20" of an instant such as "2026-11-21T14:20:00Z", on the clock of this computer. */
export function stampLong(stamp: string): string {
  const at = new Date(stamp);
  if (Number.isNaN(at.getTime())) return stamp;
  return new Intl.DateTimeFormat(words.locale, {
    day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  }).format(at);
}

/** The weekday and the month in which an instant lies on the clock of this computer; null when that is the day `today`. */
export function wroteOn(stamp: string, today: string): { weekday: string; month: string } | null {
  const at = new Date(stamp);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  if (local === today) return null;
  const year = local.slice(0, 4) !== today.slice(0, 4);
  return { weekday: weekday(local), month: year ? monthLong(local) : format({ month: 'long' }).format(noon(local)) };
}

/** "Nov" of "2026-11". */
export function monthShort(month: string): string {
  return format({ month: 'short' }).format(noon(`${month.slice(0, 7)}-15`));
}
