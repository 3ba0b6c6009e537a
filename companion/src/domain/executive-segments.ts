import type { CustomerOnDay } from './customer-on-day.ts';
import type { IsoDate } from './dates.ts';
import type { ExecutiveConfig } from './executive-config.ts';
import { findMovers, type Movers } from './find-movers.ts';
import { NO_RECORDS, type ExecutiveRecords } from './executive-records.ts';
import { addUpCustomers, type ExecutiveTotals } from './executive-totals.ts';

/** What totals are taken over; the values of `CS_Executive_Snapshot__c.CS_Scope__c`. */
export const SCOPES = ['All', 'Tier', 'CSM', 'Industry', 'Region'] as const;
export type Scope = (typeof SCOPES)[number];

/** The totals of all customers, or of one segment. `value` is null for all. */
export interface ScopedTotals {
  scope: Scope;
  value: string | null;
  totals: ExecutiveTotals;
  movers: Movers;
}

const VALUES: Readonly<Record<Exclude<Scope, 'All'>, (customer: CustomerOnDay) => string | null>> = {
  Tier: ({ tier }) => tier,
  CSM: ({ csmId }) => csmId,
  Industry: ({ industry }) => industry,
  Region: ({ region }) => region,
};
const SEGMENTS = SCOPES.filter((scope) => scope !== 'All');

/** The segments that a customer is in, the one of all customers first. */
export function segmentsOf(customer: CustomerOnDay): Pick<ScopedTotals, 'scope' | 'value'>[] {
  const own = SEGMENTS.map((scope) => ({ scope, value: VALUES[scope](customer) }));
  return [{ scope: 'All', value: null }, ...own.filter(({ value }) => value !== null)];
}

/** The customers of a segment; all of them where it is no segment. */
export function customersOf(
  customers: readonly CustomerOnDay[],
  { scope, value }: Pick<ScopedTotals, 'scope' | 'value'>,
): readonly CustomerOnDay[] {
  return scope === 'All' ? customers : customers.filter((customer) => VALUES[scope](customer) === value);
}

/**
 * The totals of all customers, then of each segment by its value. A customer without a value, such as one without an
 * industry, is in none of that segment's totals.
 */
export function addUpSegments(
  customers: readonly CustomerOnDay[],
  config: ExecutiveConfig,
  asOf: IsoDate,
  records: ExecutiveRecords = NO_RECORDS,
): ScopedTotals[] {
  const addUp = (members: readonly CustomerOnDay[]) => ({
    totals: addUpCustomers(members, config, asOf, records),
    movers: findMovers(members),
  });
  const all: ScopedTotals = { scope: 'All', value: null, ...addUp(customers) };
  const segments = SEGMENTS.flatMap((scope) =>
    [...Map.groupBy(customers, VALUES[scope])]
      .filter((entry): entry is [string, CustomerOnDay[]] => entry[0] !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, members]) => ({ scope, value, ...addUp(members) })),
  );
  return [all, ...segments];
}
