// By when, as people say it. Takes what the program understood; reads no words itself.
import type { Day, Happened, Promise as Promised } from '../../api/gen/wire';
import { dayLong, timeOf } from '../../words/dates';
import { t } from '../../words/words.svelte';

/** "Thursday 26 November, before noon". */
export function whenWords(by: Happened, today?: Day): string {
  const day = dayLong(by, today);
  const time = timeOf(by);
  if (time === '') return day;
  return by.includes('T12:00') ? t('promise-read-noon', { day }) : t('promise-read-time', { day, time });
}

/** The same for a promise in a list: the day, or the person's own words where no day was understood; empty for neither. */
export function byWhen(promise: Promised, today: Day): string {
  if (promise.by === undefined) return promise.said ?? '';
  const time = timeOf(promise.by);
  const near = promise.by.slice(0, 10) === today ? t('promise-when-today') : dayLong(promise.by, today);
  return time === '' ? near : t('promise-read-time', { day: near, time });
}
