import type { CustomerOnDay } from '../domain/customer-on-day.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import { addHealthChanges } from './add-health-changes.ts';
import type { CustomerReader } from './ports.ts';
import type { AccountStanding, ScoreHistoryStore } from './query-ports.ts';

/** How old account snapshots may be for what they say of contracts to stand for a day: a month, and some days. */
export const SNAPSHOT_REACH_DAYS = 45;

/** Where the customers of a day are told from. */
export type CustomersSource = 'accounts' | 'account snapshots' | 'score history';

/** The customers of a day, with the day that their contracts were kept on. */
export interface CustomersOfDay {
  source: CustomersSource;
  keptOn: IsoDate;
  customers: CustomerOnDay[];
}

/**
 * The customers as they stood on a day: today the accounts themselves, on a day of account snapshots those, and between
 * such days the newest snapshots before it with health and risk as they were scored since. Null where nothing tells.
 */
export async function findCustomersOn(
  orgId: string,
  day: IsoDate,
  today: IsoDate,
  { reader, history }: { reader: CustomerReader; history: Pick<ScoreHistoryStore, 'findStandings'> },
): Promise<CustomersOfDay | null> {
  const snapshotDays = await reader.snapshotDays();
  if (day === today) {
    return { source: 'accounts', keptOn: day, customers: await reader.readCustomers(day, snapshotDays) };
  }
  const keptOn = snapshotDays.find((kept) => kept <= day);
  if (day > today || keptOn === undefined || keptOn < addDays(day, -SNAPSHOT_REACH_DAYS)) return null;
  const kept = await reader.readSnapshots(keptOn);
  const isKept = keptOn === day;
  const standings = isKept ? [] : await history.findStandings(orgId, addDays(keptOn, 1), day);
  const customers = await addHealthChanges(withStandings(kept, standings), day, snapshotDays, reader);
  return { source: isKept ? 'account snapshots' : 'score history', keptOn, customers };
}

/** Customers by what they were scored since; one that came since counts, with its contract not known. */
function withStandings(
  customers: readonly CustomerOnDay[],
  standings: readonly AccountStanding[],
): CustomerOnDay[] {
  const left = new Map(standings.map((standing) => [standing.accountId, standing]));
  const known = customers.map((customer) => {
    const standing = left.get(customer.accountId);
    left.delete(customer.accountId);
    return { ...customer, ...standing };
  });
  return [...known, ...[...left.values()].map((standing) => ({ ...UNKNOWN, ...standing }))];
}

const UNKNOWN: Omit<CustomerOnDay, keyof AccountStanding> = {
  status: null,
  arr: null,
  healthChange: null,
  arrYearAgo: null,
  renewalDate: null,
  tier: null,
  industry: null,
  region: null,
  csmId: null,
};
