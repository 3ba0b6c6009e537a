import { allOf, fieldIs, isCustomer, managedBy } from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';
import { bandIs } from './csRenewalPipelineBands';
import { later, overdue, unscheduled, upcoming } from './csRenewalPipelinePeriods';
import type { Period } from './csRenewalPipelinePeriods';

/** What narrows the whole page. */
export interface Criteria {
  csm: 'mine' | 'anyone';
  /** Empty for all. */
  tier: string;
  /** Empty for all, `NOT_SCORED` for those without one. */
  band: string;
}

/** What a CSM looks at first. */
export const STARTING_CRITERIA: Criteria = { csm: 'mine', tier: '', band: '' };

/** The accounts of a list: those that match and renew in the period. */
export function listFilter(criteria: Criteria, period: Period, userId: string): AccountFilter {
  return allOf(book(criteria, userId), bandIs(criteria.band), within(period));
}

/**
 * The accounts of each total. The band is not among the conditions: the totals come by band, so that the chart
 * shows all of them whichever is chosen.
 */
export function totalFilters(
  criteria: Criteria,
  userId: string,
  today: string,
): Record<string, AccountFilter> {
  const accounts = book(criteria, userId);
  return {
    overdue: allOf(accounts, within(overdue(today))),
    upcoming: allOf(accounts, within({ kind: 'next', ...upcoming(today) })),
    later: allOf(accounts, within(later(today))),
    unscheduled: allOf(accounts, within(unscheduled())),
  };
}

function book({ csm, tier }: Criteria, userId: string): AccountFilter {
  return allOf(csm === 'mine' ? managedBy(userId) : undefined, isCustomer(), fieldIs('CS_Tier__c', tier));
}

function within({ kind, from, to }: Pick<Period, 'kind' | 'from' | 'to'>): AccountFilter {
  if (kind === 'unscheduled') return { CS_Renewal_Date__c: { eq: null } };
  const bounds = {
    ...(from === undefined ? {} : { gte: { value: from } }),
    ...(to === undefined ? {} : { lte: { value: to } }),
  };
  return { CS_Renewal_Date__c: bounds };
}
