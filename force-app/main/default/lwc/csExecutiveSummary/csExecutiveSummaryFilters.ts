import { allOf, isCustomer } from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';
import { addDays } from 'c/csFormat';
import { RENEWAL_DAYS, accountsOf, snapshotsOf } from 'c/csExecutiveMeasures';
import type { Segment } from 'c/csExecutiveMeasures';
import { HEALTH_STRETCHES } from './csExecutiveSummaryDay';
import type { SegmentKey } from './csExecutiveSummaryTotals';

/** A year of days, and those that its first days are compared with. */
export const DAYS_READ = 500;
const SEGMENTS_READ = 500;
const CSMS_READ = 200;
const MOVERS_SHOWN = 5;
const NO_DAY = '1900-01-01';

type Variables = Record<string, unknown>;

/** The variables of `TOTALS`. */
export function totalsVariables({ scope, value }: SegmentKey): Variables {
  const ofScope = { CS_Scope__c: { eq: scope } };
  const where = scope === 'All' ? ofScope : { ...ofScope, CS_Scope_Value__c: { eq: value } };
  return { where, first: DAYS_READ, segments: SEGMENTS_READ };
}

/** The variables of `DAY`; `before` is the day of a quarter before, null where there is none. */
export function dayVariables(
  { asOf, before }: { asOf: string; before: string | null },
  segment: Segment,
  segments: readonly SegmentKey[],
): Variables {
  const csmIds = segments.filter(({ scope }) => scope === 'CSM').map(({ value }) => value);
  return {
    workload: workloadOn(asOf, segment),
    // Without a quarter before nothing is asked for: no workload is counted on a day of long ago.
    workloadBefore: workloadOn(before ?? NO_DAY, segment),
    csms: CSMS_READ,
    csmIds,
    ...pulseVariables(accountsOf(segment)),
  };
}

function workloadOn(day: string, { scope, value }: Segment): Variables {
  const onDay = { CS_As_Of__c: { eq: { value: day } }, CS_Accounts__c: { gt: 0 } };
  return scope === 'CSM' ? { ...onDay, CS_CSM__c: { eq: value } } : onDay;
}

/** The variables of `BOOK`: what a CSM looks after. */
export function bookVariables(segment: Segment, today: string): Variables {
  const customers = allOf(accountsOf(segment), isCustomer());
  const within = { gte: { value: today }, lte: { value: addDays(today, RENEWAL_DAYS) } };
  return {
    customers,
    renewing: allOf(customers, { CS_Renewal_Date__c: within }),
    ...pulseVariables(accountsOf(segment)),
  };
}

/** The variables of `PAST`. */
export function pastVariables(asOf: string, segment: Segment, movers: readonly string[]): Variables {
  const kept = stretches(allOf({ CS_As_Of__c: { eq: { value: asOf } } }, snapshotsOf(segment), isCustomer()));
  return { ...kept, movers, count: 2 * MOVERS_SHOWN };
}

function pulseVariables(ofSegment: AccountFilter | undefined): Variables {
  const customers = allOf(ofSegment, isCustomer());
  return {
    risers: allOf(customers, { CS_Health_Change_30d__c: { gt: 0 } }),
    fallers: allOf(customers, { CS_Health_Change_30d__c: { lt: 0 } }),
    movers: MOVERS_SHOWN,
    ...stretches(customers),
  };
}

function stretches(customers: AccountFilter): Variables {
  return Object.fromEntries(
    HEALTH_STRETCHES.map(({ key, from, to }) => [
      key,
      allOf(customers, { CS_Health__c: to === null ? { gte: from } : { gte: from, lt: to } }),
    ]),
  );
}
