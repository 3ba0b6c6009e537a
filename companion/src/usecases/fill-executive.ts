import { addDays, type IsoDate } from '../domain/dates.ts';
import { findCustomersOn } from './find-customers-on.ts';
import type { CustomerReader, SyncStore } from './ports.ts';
import type { ScoreHistoryStore } from './query-ports.ts';
import { totalsOf } from './record-executive.ts';

/** What became of the days of a span. */
export interface FilledDays {
  /** Days whose totals were added up now. */
  filled: number;
  /** Days that had totals: they are left as they were counted on the day itself. */
  kept: number;
  /** Days that nothing tells of. */
  unknown: number;
}

interface FillDeps {
  reader: CustomerReader;
  store: Pick<SyncStore, 'keepPushes'> & Pick<ScoreHistoryStore, 'findStandings'>;
}

/**
 * Decides on the totals of every day of a span that has none, from account snapshots and the scores kept since. The
 * same span again decides on nothing.
 */
export async function fillExecutive(
  orgId: string,
  { reader, store }: FillDeps,
  { from, to }: { from: IsoDate; to: IsoDate },
  { at, signal, onDay }: { at: string; signal: AbortSignal; onDay(day: IsoDate): Promise<void> },
): Promise<FilledDays> {
  const today = at.slice(0, 10);
  const totalled = new Set(await reader.totalledDays());
  const counts: FilledDays = { filled: 0, kept: 0, unknown: 0 };
  for (let day = from; day <= to && !signal.aborted; day = addDays(day, 1)) {
    if (totalled.has(day)) {
      counts.kept += 1;
      continue;
    }
    // One after another: a day of a large org is many records.
    const found = await findCustomersOn(orgId, day, today, { reader, history: store });
    if (!found || found.customers.length === 0) {
      counts.unknown += 1;
      continue;
    }
    await store.keepPushes(orgId, await totalsOf(found.customers, reader, day), at);
    await onDay(day);
    counts.filled += 1;
  }
  return counts;
}
