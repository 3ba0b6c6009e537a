import type { CustomerOnDay } from '../domain/customer-on-day.ts';
import type { IsoDate } from '../domain/dates.ts';
import { STARTER_EXECUTIVE } from '../domain/executive-config.ts';
import { addUpSegments } from '../domain/executive-segments.ts';
import { NO_MOVERS } from '../domain/find-movers.ts';
import { totalsOfTally } from '../domain/tally-totals.ts';
import { addHealthChanges } from './add-health-changes.ts';
import type { Counted } from './count-accounts.ts';
import type { CountStore } from './count-ports.ts';
import type { CustomerReader, PushIntent, SyncStore } from './ports.ts';
import { pushTotals } from './push-totals.ts';
import { readExecutiveRecords } from './read-executive-records.ts';
import { snapshotCustomer } from './snapshot-customer.ts';

/** What one recording of the totals came to. */
export interface ExecutiveCounts {
  /** Accounts of which a snapshot was decided on: all of them once a month, else none. */
  snapshots: number;
  /** Days of the past whose totals were added up because they were not yet. */
  days: number;
}

interface ExecutiveDeps {
  reader: CustomerReader;
  store: Pick<SyncStore, 'keepPushes'> & Pick<CountStore, 'readMovers'>;
}

/**
 * Decides on the totals of the day, of all customers and of each segment, and once a month on a snapshot of every
 * account. Days of which there are snapshots but no totals are added up from those, so that a past that was loaded
 * later is told as well. An org without accounts has no totals.
 */
export async function recordExecutive(
  orgId: string,
  { reader, store }: ExecutiveDeps,
  { asOf, at }: { asOf: IsoDate; at: string },
  { tallies, accounts, snapshotDays }: Counted,
): Promise<ExecutiveCounts> {
  if (tallies.length === 0) return { snapshots: 0, days: 0 };
  const totalledDays = await reader.totalledDays();
  const isNewMonth = !snapshotDays.some((day) => monthOf(day) === monthOf(asOf));
  const snapshots = isNewMonth ? (accounts ?? []).map((account) => snapshotCustomer(account, asOf)) : [];
  const movers = await store.readMovers(orgId, tallies);
  const totals = tallies.map(({ scope, value, tally }, index) =>
    pushTotals({ scope, value, totals: totalsOfTally(tally), movers: movers[index] ?? NO_MOVERS }, asOf),
  );
  await store.keepPushes(orgId, [...snapshots, ...totals], at);

  const missing = snapshotDays.filter((day) => day < asOf && !totalledDays.includes(day));
  for (const day of missing) {
    // One after another: a day of a large org is many records.
    const then = await addHealthChanges(await reader.readSnapshots(day), day, snapshotDays, reader);
    await store.keepPushes(orgId, await totalsOf(then, reader, day), at);
  }
  return { snapshots: snapshots.length, days: missing.length };
}

const monthOf = (day: IsoDate) => day.slice(0, 7);

/** The totals of a day, to be written: of all customers and of each segment. */
export async function totalsOf(
  customers: readonly CustomerOnDay[],
  reader: CustomerReader,
  asOf: IsoDate,
): Promise<PushIntent[]> {
  const records = await readExecutiveRecords(reader, asOf);
  return addUpSegments(customers, STARTER_EXECUTIVE, asOf, records).map((scoped) => pushTotals(scoped, asOf));
}
