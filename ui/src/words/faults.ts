// What a fault is called and what to do about it. For a field that was not taken: which one, and why.
import type { Fault } from '../api/gen/wire';
import { t, words } from './words.svelte';

export interface FaultWords {
  what: string;
  advice: string;
}

export function faultWords({ code, params }: Fault): FaultWords {
  const { field, why } = params;
  if (code === 'invalid' && why !== undefined && words.has(`fault-invalid-${why}`)) {
    const known = words.has(`fault-field-${field ?? ''}`);
    const values = { field: t(`fault-field-${known ? field : 'other'}`) };
    return { what: t(`fault-invalid-${why}`, values), advice: t(`fault-invalid-${why}-advice`, values) };
  }
  return { what: t(`fault-${code}`, params), advice: t(`fault-${code}-advice`, params) };
}
