import { describe, expect, it } from 'vitest';
import type { Entry, Writing } from '../api/gen/wire';
import { emptyForm, formOf, happenedOf, hasDetails, isBlank, readDay, readTime, shiftDay, writingOf, writingOfEntry } from './writing';

const NINE = 9 * 60;

describe('times', () => {
  it.each([
    ['21:10', '21:10'], ['9.05', '09:05'], ['2110', '21:10'], ['7', '07:00'], ['', ''], ['9.10 pm', '21:10'], ['12 am', '00:00'], ['12:30 p.m.', '12:30'], ['13 pm', null], ['0 am', null], ['24:00', null], ['9:61', null], ['soon', null],
  ])('reads %s', (typed, time) => expect(readTime(typed)).toBe(time));

  it.each([['2026-11-19', '2026-11-19'], ['', ''], ['2026-02-30', null], ['19.11.2026', null]])('reads the day %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it('puts the small hours of a night shift on the next date, and back', () => {
    expect(happenedOf('2026-11-19', '02:30', NINE)).toBe('2026-11-20T02:30');
    expect(shiftDay('2026-11-20T02:30', NINE)).toBe('2026-11-19');
    expect(happenedOf('2026-12-31', '00:10', 240)).toBe('2027-01-01T00:10');
    expect(happenedOf('2026-11-19', '19:00', NINE)).toBe('2026-11-19T19:00');
    expect(happenedOf('2026-11-19', '', NINE)).toBe('2026-11-19');
    expect(happenedOf('', '19:00', NINE)).toBeNull();
  });
});

const whole: Writing = {
  kind: 'kind-word', text: '  Ännchen\n\nsaid 🪨 thanks ', happened: '2026-11-20T02:30:17', who: 'caller', need: 'time', changed: 'a', know: 'i-saw',
  their_words: 'b', my_part: 'c', pursuits: ['grew'], felt: ['calm', 'tired'], cost: 'even', in_the_way: 'd',
  promise: { what: 'e', to: 'f', by: 'g', reach: 'h' }, people: ['P'], tags: ['t'], star: true, may_share: true,
};

describe('a form', () => {
  it.each([[whole], [{ kind: 'moment', text: 'x', star: false, may_share: false }], [{ kind: 'moment', text: 'x', happened: '2026-11-20', star: false, may_share: false }]] as [Writing][])(
    'gives back the writing that it was made of', (writing) => {
      for (const turn of [0, 240, NINE]) expect(writingOf(formOf(writing, turn), turn)).toEqual(writing);
    },
  );

  it('leaves out what is blank, but keeps what is begun of a promise', () => {
    const form = { ...emptyForm(), text: 'x', who: '  ', promise: { what: ' ', to: ' ', by: '', reach: '' } };
    expect(writingOf(form, 0)).toEqual({ kind: 'moment', text: 'x', star: false, may_share: false });
    expect(writingOf({ ...form, promise: { ...form.promise, to: 'Sam' } }, 0).promise).toEqual({ what: '', to: 'Sam' });
  });

  it('is blank with a stone and a time alone', () => {
    expect(isBlank({ ...emptyForm('hard-day'), day: '2026-11-20', time: '10:00' })).toBe(true);
    expect(isBlank({ ...emptyForm(), text: ' \n' })).toBe(true);
    expect(isBlank({ ...emptyForm(), felt: ['flat'] })).toBe(false);
    expect(isBlank({ ...emptyForm(), star: true })).toBe(false);
    expect(hasDetails({ ...emptyForm(), text: 'x' })).toBe(false);
    expect(hasDetails({ ...emptyForm(), cost: 'even' })).toBe(true);
  });

  it('sends nothing back that the journal alone may say', () => {
    const entry: Entry = { ...whole, id: '1', day: '2026-11-19', precision: 'second', written: 'w', edited: 'e', offset_minutes: 60, zone: 'z' };
    expect(writingOfEntry(entry)).toEqual(whole);
  });
});
