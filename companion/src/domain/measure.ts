import type { RecordRef } from './signals.ts';

/** What is known of one factor: a value with its evidence, or why there is none. */
export type Reading =
  { known: true; value: number; detail: string; records: RecordRef[] } | { known: false; reason: string };

/** How many records stand behind one contribution at most: enough to start looking. */
export const MAX_RECORDS = 5;

export const unknown = (reason: string): Reading => ({ known: false, reason });

/** A reading of 0–100, rounded to a whole number so that a person can redo the sum. */
export function known(value: number, detail: string, records: RecordRef[] = []): Reading {
  return {
    known: true,
    value: clampToScale(Math.round(value)),
    detail,
    records: records.slice(0, MAX_RECORDS),
  };
}

export function clampToScale(value: number): number {
  return Math.min(100, Math.max(0, value));
}

/** The value between two ends: `at(from)` is 0, `at(to)` is 1, outside is held. Works downwards too. */
export function share(value: number, from: number, to: number): number {
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}
