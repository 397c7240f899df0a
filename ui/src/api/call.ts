// The one door to the program. Holds nothing; every request and reply passes as JSON.
import { invoke } from '@tauri-apps/api/core';
import type { Commands, Fault } from './gen/wire';

/** The program said no: its fault, with a code that has words in `faults.ftl`. */
export class FaultError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.code);
    this.name = 'FaultError';
    this.fault = fault;
  }
}

/** Sends one request, as JSON, and gives back the reply, as JSON. Throws a `Fault`. */
export type Caller = (name: keyof Commands, request: string) => Promise<string>;

const program: Caller = (name, request) => invoke<string>('call', { name, request });

let caller: Caller = program;

/** Another way to the program: tests and the page for looking at screens use a journal in memory. */
export function setCaller(next: Caller): void {
  caller = next;
}

/** Asks the program for one thing. Throws a `FaultError`. */
export async function call<K extends keyof Commands>(name: K, request: Commands[K][0]): Promise<Commands[K][1]> {
  let reply: string;
  try {
    reply = await caller(name, JSON.stringify(request));
  } catch (error) {
    throw new FaultError(faultOf(error));
  }
  return JSON.parse(reply) as Commands[K][1];
}

/** The fault within anything that was thrown. What is not a fault becomes `bad-request`. */
export function faultOf(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault;
  let value = error;
  if (typeof value === 'string') {
    try {
      value = JSON.parse(value);
    } catch {
      return { code: 'bad-request', params: {}, trace: String(error).slice(0, 200) };
    }
  }
  if (typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string') {
    const fault = value as Partial<Fault> & Pick<Fault, 'code'>;
    return { code: fault.code, params: fault.params ?? {}, trace: fault.trace ?? '' };
  }
  return { code: 'bad-request', params: {}, trace: error instanceof Error ? error.message.slice(0, 200) : '' };
}
