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

type Variables = Record<string, unknown>;

/** The variables of `TOTALS`. */
export function totalsVariables({ scope, value }: SegmentKey): Variables {
  const ofScope = { CS_Scope__c: { eq: scope } };
  const where = scope === 'All' ? ofScope : { ...ofScope, CS_Scope_Value__c: { eq: value } };
  return { where, first: DAYS_READ, segments: SEGMENTS_READ };
}

/** The variables of `DAY`. */
export function dayVariables(asOf: string, segment: Segment, segments: readonly SegmentKey[]): Variables {
  const onDay = { CS_As_Of__c: { eq: { value: asOf } }, CS_Accounts__c: { gt: 0 } };
  const workload = segment.scope === 'CSM' ? { ...onDay, CS_CSM__c: { eq: segment.value } } : onDay;
  const csmIds = segments.filter(({ scope }) => scope === 'CSM').map(({ value }) => value);
  return { workload, csms: CSMS_READ, csmIds, ...pulseVariables(accountsOf(segment)) };
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

/** The variables of `PAST_HEALTH`. */
export function pastHealthVariables(asOf: string, segment: Segment): Variables {
  return stretches(allOf({ CS_As_Of__c: { eq: { value: asOf } } }, snapshotsOf(segment), isCustomer()));
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
