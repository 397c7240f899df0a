// Reads a day as people write it in the language of the window: "19 Nov", "19/11/26", "yesterday", "Tuesday", "2026-11-19".
// Pure: the day that it is now is told. What it cannot read it does not guess.
import { dayShort } from './dates';
import { t, words } from './words.svelte';

/** Without accents, marks of direction and dots; the signs for year, month and day of East Asia are spaces. */
function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}|[\u200e\u200f\u2066-\u2069'’׳]/gu, '');
  return bare.replace(/[.,،年月日]/gu, ' ').normalize('NFC').toLocaleLowerCase().replace(/\s+/gu, ' ').trim();
}

/** Digits of any script as 0 to 9. */
function digits(text: string): string {
  return text.replace(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 48;
    let zero = code;
    // The ten digits of a script stand in a row.
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(code - zero);
  });
}

function iso(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day, 12));
  const fits = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return fits && year >= 1900 && year < 2200 ? at.toISOString().slice(0, 10) : null;
}

/** That many days later. */
export function later(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const named = (options: Intl.DateTimeFormatOptions, at: Date): string =>
  plain(new Intl.DateTimeFormat(words.locale, { ...options, timeZone: 'UTC' }).format(at));

let months: { locale: string; names: string[][] } = { locale: '', names: [] };

/** The names of each month as they stand in a date, long and short. */
function monthNames(): string[][] {
  if (months.locale !== words.locale) {
    const names = Array.from({ length: 12 }, (_, month) => {
      const at = new Date(Date.UTC(2026, month, 15));
      const both = (['long', 'short'] as const).flatMap((length) => named({ month: length, day: 'numeric' }, at).split(' '));
      return both.filter((name) => /\p{L}/u.test(name));
    });
    months = { locale: words.locale, names };
  }
  return months.names;
}

/** The number of the month whose name begins so, from 1. */
function monthOf(text: string): number | null {
  if (!/^\p{L}{2,}/u.test(text)) return null;
  const names = monthNames();
  const exact = names.findIndex((all) => all.includes(text));
  if (exact >= 0) return exact + 1;
  const found = text.length < 3 ? [] : names.flatMap((all, at) => (all.some((name) => name.startsWith(text)) ? [at + 1] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether the month comes before the day where this language is written. */
function monthFirst(): boolean {
  const parts = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'numeric' }).formatToParts(new Date());
  return parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day');
}

function yearOf(text: string): number {
  return text.length <= 2 ? 2000 + Number(text) : Number(text);
}

/** Without a year it is the last such day up to today. */
function past(month: number, day: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const found = iso(year, month, day);
  return found !== null && found <= today ? found : (iso(year - 1, month, day) ?? found);
}

function byName(text: string, today: string): string | null {
  if (text.length < 3) return null;
  if (plain(t('day-today')).startsWith(text)) return today;
  if (plain(t('day-yesterday')).startsWith(text)) return later(today, -1);
  for (let back = 0; back < 7; back += 1) {
    const day = later(today, -back);
    if (named({ weekday: 'long' }, new Date(`${day}T12:00:00Z`)).startsWith(text)) return day;
  }
  return null;
}

/** An ISO day; empty for nothing; `null` for what is no day. `today` is the day that it is now. */
export function readDay(typed: string, today: string): string | null {
  const text = plain(digits(typed));
  if (text === '') return '';
  const numbers = text.split(/[ /-]/u);
  if (numbers.length <= 3 && numbers.every((one) => /^\d+$/u.test(one))) {
    const [a = '', b = '', c] = numbers;
    if (b === '') return null;
    if (a.length === 4) return c === undefined ? null : iso(Number(a), Number(b), Number(c));
    const [day, month] = monthFirst() ? [b, a] : [a, b];
    return c === undefined ? past(Number(month), Number(day), today) : iso(yearOf(c), Number(month), Number(day));
  }
  const found = text.split(/[ /-]/u);
  const month = found.map(monthOf).find((one) => one !== null) ?? null;
  const rest = found.filter((one) => /^\d+(?:st|nd|rd|th)?$/u.test(one)).map((one) => one.replace(/\D/gu, ''));
  if (month !== null && rest.length > 0 && rest.length <= 2) {
    const day = rest.find((one) => one.length <= 2);
    const year = rest.find((one) => one !== day);
    if (day === undefined) return null;
    return year === undefined ? past(month, Number(day), today) : iso(yearOf(year), month, Number(day));
  }
  return byName(text, today);
}

/** A day as the field shows it once it was understood; `readDay` reads it back. */
export function writeDay(day: string): string {
  return day === '' ? '' : dayShort(day);
}

/** The first day of the week where this language is written: 0 for Sunday. */
export function weekStart(): number {
  const locale = new Intl.Locale(words.locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  return (locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 }).firstDay % 7;
}

/** The weeks of a month such as "2026-11", each of seven days, with days of its neighbours at the edges. */
export function weeksOf(month: string, start = weekStart()): string[][] {
  const first = `${month}-01`;
  const before = (new Date(`${first}T12:00:00Z`).getUTCDay() - start + 7) % 7;
  const weeks: string[][] = [];
  for (let day = later(first, -before); weeks.length === 0 || day.slice(0, 7) === month; day = later(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => later(day, i)));
  }
  return weeks;
}
