// What a fault is called and what to do about it. For a field that was not taken: which one, and why.
import type { Fault } from '../api/gen/wire';
import { dayLong } from './dates';
import { t, words } from './words.svelte';

export interface FaultWords {
  what: string;
  advice: string;
}

export function faultWords({ code, params }: Fault): FaultWords {
  const { field, why, next } = params;
  if (code === 'invalid' && why !== undefined && words.has(`fault-invalid-${why}`)) {
    const known = words.has(`fault-field-${field ?? ''}`);
    // The day on which it could be; only its year is compared with now.
    const day = next === undefined ? {} : { next: dayLong(next, new Date().toISOString()) };
    const values = { field: t(`fault-field-${known ? field : 'other'}`), ...day };
    return { what: t(`fault-invalid-${why}`, values), advice: t(`fault-invalid-${why}-advice`, values) };
  }
  return { what: t(`fault-${code}`, params), advice: t(`fault-${code}-advice`, params) };
}
