import { z } from 'zod';
import type { CellProblem } from './map-row.ts';

/** Different reasons, and different accounts, of which a report keeps count; more are counted together. */
const MOST_NAMED = 500;
const LINES_NAMED = 5;
const OTHERS = '(others)';

const reason = z.object({ count: z.number(), lines: z.array(z.number()) });

/** What the report of an import is made of. Its size is bounded, however long the file. */
export const tallyShape = z.object({
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  /** Lines that a later one of the same key took the place of. */
  superseded: z.number(),
  /** Rows that belong to no account, and wait in the inbox. */
  waiting: z.number(),
  /** Lines of usage that are kept until the file is read. */
  usageLines: z.number(),
  usageDays: z.number(),
  refused: z.number(),
  reasons: z.record(z.string(), reason),
  unknownAccounts: z.record(z.string(), z.number()),
});
export type Tally = z.infer<typeof tallyShape>;

/** A tally of nothing. */
export function createTally(): Tally {
  return {
    rows: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    superseded: 0,
    waiting: 0,
    usageLines: 0,
    usageDays: 0,
    refused: 0,
    reasons: {},
    unknownAccounts: {},
  };
}

/** Counts a refused line, once, and each reason for it. */
export function countRefusal(tally: Tally, line: number, problems: readonly CellProblem[]): void {
  tally.refused += 1;
  for (const { column, expected } of problems) {
    const name = column === '' ? expected : `${column}: expected ${expected}`;
    const known = tally.reasons[bounded(tally.reasons, name)] ?? { count: 0, lines: [] };
    known.count += 1;
    if (known.lines.length < LINES_NAMED) known.lines.push(line);
    tally.reasons[bounded(tally.reasons, name)] = known;
  }
}

/** Counts a row that names an account that is not known. */
export function countUnknownAccount(tally: Tally, name: string): void {
  const key = bounded(tally.unknownAccounts, name.slice(0, 80));
  tally.unknownAccounts[key] = (tally.unknownAccounts[key] ?? 0) + 1;
}

const bounded = (counts: object, name: string) =>
  name in counts || Object.keys(counts).length < MOST_NAMED ? name : OTHERS;
