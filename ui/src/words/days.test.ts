import { afterEach, describe, expect, it } from 'vitest';
import { later, readDay, weeksOf, writeDay } from './days';
import { words } from './words.svelte';

const TODAY = '2026-11-21';
const check = (typed: string, day: string | null): void => expect(readDay(typed, TODAY), typed).toBe(day);
afterEach(() => words.use('en'));

describe('a day', () => {
  it('is read as people write it', () => {
    check('', '');
    check('  ', '');
    check('2026-11-19', '2026-11-19');
    check('19/11/2026', '2026-11-19');
    check('19.11.26', '2026-11-19');
    check('19 11 2026', '2026-11-19');
    check('19 Nov', '2026-11-19');
    check('19 nov. 2025', '2025-11-19');
    check('Thursday 19 November', '2026-11-19');
    check('November 3rd', '2026-11-03');
    check('Nov 19, 2024', '2024-11-19');
    check('29.2.2024', '2024-02-29');
    check('today', TODAY);
    check('Yesterday', '2026-11-20');
    check('yest', '2026-11-20');
    check('tuesday', '2026-11-17');
    check('Saturday', TODAY);
    check('١٩/١١/٢٠٢٦', '2026-11-19');
  });

  it('without a year is the last one that has been', () => {
    check('22 Nov', '2025-11-22');
    check('21/11', '2026-11-21');
    check('24.12', '2025-12-24');
    check('29 Feb', null);
  });

  it('that is none is not guessed', () => {
    for (const typed of ['x', '19', '31/11/2026', '32 Nov', 'ma 3', 'ju 5', '19 nvo', '0/0/0', '1/2/3/4', '29.2.2025', '12345-1-1', 'soon']) check(typed, null);
  });

  it('is written so that it can be read again', () => {
    for (let day = '2026-01-01'; day < '2027-01-01'; day = later(day, 1)) expect(readDay(writeDay(day), TODAY)).toBe(day);
  });

  it('is read in other languages by their own names and order', () => {
    for (const language of ['de', 'fr', 'es', 'en-US', 'ar', 'he', 'ru', 'tr', 'ja', 'qps', 'qps-rtl']) {
      words.use(language);
      for (const day of ['2026-03-05', '2026-05-31', '2026-11-19']) expect(readDay(writeDay(day), TODAY), `${language} ${writeDay(day)}`).toBe(day);
    }
    words.use('en-US');
    check('11/19/2026', '2026-11-19');
    words.use('de');
    check('19. Nov.', '2026-11-19');
    check('5. märz', '2026-03-05');
    words.use('fr');
    check('14 août 2026', '2026-08-14');
  });
});

it('a month is whole weeks', () => {
  const weeks = weeksOf('2026-11', 1);
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe('2026-10-26');
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30');
  expect(weeksOf('2026-02', 0)).toHaveLength(4);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
});
