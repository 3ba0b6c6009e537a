import type { CustomerOnDay } from './customer-on-day.ts';
import type { IsoDate } from './dates.ts';
import type { ExecutiveConfig } from './executive-config.ts';
import type { ScoresByAccount } from './executive-nps.ts';
import { addUpCustomers, type ExecutiveTotals } from './executive-totals.ts';

/** What totals are taken over; the values of `CS_Executive_Snapshot__c.CS_Scope__c`. */
export type Scope = 'All' | 'Tier' | 'CSM' | 'Industry' | 'Region';

/** The totals of all customers, or of one segment. `value` is null for all. */
export interface ScopedTotals {
  scope: Scope;
  value: string | null;
  totals: ExecutiveTotals;
}

const SEGMENTS: readonly { scope: Scope; valueOf: (customer: CustomerOnDay) => string | null }[] = [
  { scope: 'Tier', valueOf: ({ tier }) => tier },
  { scope: 'CSM', valueOf: ({ csmId }) => csmId },
  { scope: 'Industry', valueOf: ({ industry }) => industry },
  { scope: 'Region', valueOf: ({ region }) => region },
];

/**
 * The totals of all customers, then of each segment by its value. A customer without a value, such as one without an
 * industry, is in none of that segment's totals.
 */
export function addUpSegments(
  customers: readonly CustomerOnDay[],
  config: ExecutiveConfig,
  asOf: IsoDate,
  scoresOf: ScoresByAccount = new Map(),
): ScopedTotals[] {
  const addUp = (members: readonly CustomerOnDay[]) => addUpCustomers(members, config, asOf, scoresOf);
  const all: ScopedTotals = { scope: 'All', value: null, totals: addUp(customers) };
  const segments = SEGMENTS.flatMap(({ scope, valueOf }) =>
    [...Map.groupBy(customers, valueOf)]
      .filter((entry): entry is [string, CustomerOnDay[]] => entry[0] !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, members]) => ({ scope, value, totals: addUp(members) })),
  );
  return [all, ...segments];
}
