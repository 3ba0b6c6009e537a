import type { UsageDayRow, UsageIntakeStore } from './usage-ports.ts';

export type { UsageDayRow, UsageStore } from './usage-ports.ts';

/** Rows a statement: bounds its memory, whatever the size of a file. */
const CHUNK = 2_000;

/**
 * Keeps whole days of usage. A day that is given again replaces the one before; of one given twice here the last
 * counts.
 */
export async function recordUsageDays(
  orgId: string,
  rows: UsageDayRow[],
  store: Pick<UsageIntakeStore, 'replaceDays'>,
  at: string,
): Promise<{ kept: number }> {
  const last = [...new Map(rows.map((row) => [`${row.accountId} ${row.day}`, row])).values()];
  for (let start = 0; start < last.length; start += CHUNK) {
    await store.replaceDays(orgId, last.slice(start, start + CHUNK), at);
  }
  return { kept: last.length };
}
