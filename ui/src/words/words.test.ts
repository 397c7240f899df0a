import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { dayLong, daysBefore, monthLong, relativeDay, timeOf } from './dates';
import { pseudo } from './pseudo';
import { t, words } from './words.svelte';

afterEach(() => words.use('en'));

const wire = readFileSync('src/api/gen/wire.ts', 'utf8');
const named = (type: string): string[] => [...(new RegExp(`export type ${type} = ([^;]+);`).exec(wire)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map((one) => one[1] ?? '');

test.each(named('Code'))('the fault %s has two messages', (code) => {
  expect(t(`fault-${code}`)).toMatch(/\.$/);
  expect(t(`fault-${code}-advice`)).toMatch(/\.$/);
});

test.each(named('Op'))('the action %s has a name', (op) => {
  expect(words.has(`op-${op}`)).toBe(true);
});

test('the shared words cover every kind, feeling, proof, cost and pursuit', () => {
  for (const [type, prefix] of [['Kind', 'kind'], ['Felt', 'felt'], ['Know', 'know'], ['Cost', 'cost'], ['Pursuit', 'pursuit']] as const) {
    expect(named(type).length).toBeGreaterThan(2);
    for (const one of named(type)) expect(words.has(`${prefix}-${one}`)).toBe(true);
  }
});

const files = import.meta.glob<string>('./en/*.ftl', { query: '?raw', import: 'default', eager: true });
const said = (text: string): string => text.split('\n').filter((line) => !line.startsWith('#')).map((line) => line.replace(/^[a-z0-9-]+ =/, '')).join('\n');

test.each(Object.entries(files))('%s keeps to the tone', (_name, text) => {
  expect(said(text)).not.toMatch(/!/);
  expect(said(text)).not.toMatch(/\b(should|just|at least|vault|database|diary|resilient|streak)\b/i);
});

test('no id is said in two files', () => {
  const ids = Object.values(files).flatMap((text) => [...text.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((one) => one[1]));
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});

test('every id in a screen exists', () => {
  const sources = import.meta.glob<string>(['../**/*.svelte', '../**/*.ts', '!../**/*.test.ts'], { query: '?raw', import: 'default', eager: true });
  const missing: string[] = [];
  for (const [name, text] of Object.entries(sources)) {
    for (const [, id] of text.matchAll(/\bt\('([a-z0-9-]+)'/g)) if (id && !words.has(id)) missing.push(`${name}: ${id}`);
  }
  expect(missing).toEqual([]);
});

test('a missing id is loud in tests', () => {
  expect(() => t('no-such-words')).toThrow('no-such-words');
});

test('the made-up language is longer, accented and in brackets, and can run from right to left', () => {
  expect(pseudo('Keep')).toBe('[Ķééƥ··]'.replace('ƥ', pseudo('p')[1] ?? ''));
  words.use('qps-rtl');
  expect(words.dir).toBe('rtl');
  expect(t('common-close').length).toBeGreaterThan('Close'.length * 1.4);
});

test('days and times are said as people say them', () => {
  expect(dayLong('2026-11-19')).toBe('Thursday 19 November');
  expect(dayLong('2025-11-19', '2026-01-02')).toContain('2025');
  expect(monthLong('2026-11')).toBe('November 2026');
  expect(timeOf('2026-11-19T21:10')).toBe('21:10');
  expect(timeOf('2026-11-19')).toBe('');
  expect(relativeDay('2026-11-21', '2026-11-21')).toBe('Today');
  expect(relativeDay('2026-11-20', '2026-11-21')).toBe('Yesterday');
  expect(relativeDay('2026-11-19', '2026-11-21')).toBe('Thursday');
  expect(relativeDay('2026-11-01', '2026-11-21')).toBe('Sunday 1 November');
  expect(daysBefore('2026-10-25', '2026-10-26')).toBe(1);
});

test('a name in another script cannot turn its sentence around', () => {
  expect(t('field-show', { label: 'أمل' })).toBe('Show \u2068أمل\u2069');
  expect(t('field-show', { label: 'Passphrase' })).toBe('Show Passphrase');
});
