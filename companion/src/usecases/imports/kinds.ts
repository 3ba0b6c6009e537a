import type { ImportKind } from './kind.ts';
import { accountsKind } from './kinds/accounts.ts';
import { arrKind } from './kinds/arr.ts';
import { healthKind } from './kinds/health.ts';
import { npsKind } from './kinds/nps.ts';
import { ticketsKind } from './kinds/tickets.ts';
import { usageDaysKind } from './kinds/usage.ts';
import { usagePeriodsKind } from './kinds/usage-periods.ts';

/** Everything that can be imported, in the order in which a new org wants it: accounts first. */
export const IMPORT_KINDS: readonly ImportKind[] = [
  accountsKind,
  usageDaysKind,
  usagePeriodsKind,
  ticketsKind,
  npsKind,
  healthKind,
  arrKind,
];
