import { expect, it } from 'vitest';
import { setCaller } from '../api/call';
import { phrases, whenWithin } from './within';

it.each([
  ['Call her Thursday before noon, even if there is no news.', 'Thursday before noon'],
  ['The lost chart. Tomorrow at seven, first thing, at the front desk.', 'Tomorrow at seven'],
  ['On Friday I will ask to check in twice a day, not ten times.', 'On Friday'],
  ['I have booked you first in line for Monday at nine', 'Monday at nine'],
])('the day in "%s" is looked for', async (text, named) => {
  setCaller((_name, request) => Promise.resolve(JSON.stringify((JSON.parse(request) as { said: string }).said === named ? '2026-11-26' : null)));
  expect(await whenWithin(text)).toEqual({ by: '2026-11-26', said: named });
});

it('nothing is looked for in short words alone, nor without end', () => {
  expect(phrases('in the sun')).toEqual([]);
  expect(phrases('')).toEqual([]);
  expect(phrases('word '.repeat(4000)).length).toBeLessThan(50);
});

it('a program that cannot answer names no day', async () => {
  setCaller(() => Promise.reject(new Error('gone')));
  expect(await whenWithin('tomorrow')).toBeNull();
});
