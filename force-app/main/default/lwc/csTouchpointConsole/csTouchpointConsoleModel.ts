import {
  allOf,
  fieldIs,
  isCustomer,
  managedBy,
  named,
  showing,
  touchDueWithin,
  touchOverdue,
  touchUnplanned,
} from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';

/** Which accounts, by when they are to be touched. */
export type TouchView = 'all' | 'overdue' | 'week' | 'month' | 'unplanned';

/** What narrows the list besides the view; an empty text narrows nothing. */
export interface Criteria {
  /** `mine`, `everyone`, or the Id of a CSM. */
  csm: string;
  tier: string;
  riskBand: string;
  /** A status, `customers` for all but those who left, or empty for everyone. */
  status: string;
  /** An `AccountSignal`, or empty for any. */
  signal: string;
  search: string;
}

/** How the list is sorted. */
export interface Sorting {
  column: string;
  direction: 'ASC' | 'DESC';
}

/** What a CSM sees first: her own customers. */
export const STARTING_CRITERIA: Criteria = {
  csm: 'mine',
  tier: '',
  riskBand: '',
  status: 'customers',
  signal: '',
  search: '',
};

/** Soonest first. */
export const STARTING_SORTING: Sorting = { column: 'due', direction: 'ASC' };

const SORT_FIELDS: Readonly<Record<string, string>> = {
  due: 'CS_Touch_Due__c',
  name: 'Name',
  last: 'CS_Last_Touchpoint__c',
  tier: 'CS_Tier__c',
  risk: 'CS_Risk_Score__c',
  health: 'CS_Health__c',
  arr: 'CS_ARR__c',
};

/** What each view shows to the user on the day `today`, by the name of the view. */
export function viewFilters(
  criteria: Criteria,
  userId: string,
  today: string,
): Record<TouchView, AccountFilter> {
  const chosen = criteriaFilter(criteria, userId, today);
  return {
    all: allOf(...chosen),
    overdue: allOf(...chosen, touchOverdue(today)),
    week: allOf(...chosen, touchDueWithin(7, today)),
    month: allOf(...chosen, touchDueWithin(30, today)),
    unplanned: allOf(...chosen, touchUnplanned()),
  };
}

/** The value of a variable of type `Account_OrderBy`; accounts that have nothing in the column come last. */
export function orderBy({ column, direction }: Sorting): object {
  const clause = { order: direction, nulls: 'LAST' };
  if (column === 'csm') return { CS_Manager__r: { Name: clause } };
  return { [SORT_FIELDS[column] ?? 'CS_Touch_Due__c']: clause };
}

/** A click on a column sorts by it, a second one turns the direction. */
export function sortedBy(column: string, current: Sorting): Sorting {
  if (column !== current.column) return { column, direction: 'ASC' };
  return { column, direction: current.direction === 'ASC' ? 'DESC' : 'ASC' };
}

function criteriaFilter(criteria: Criteria, userId: string, today: string): (AccountFilter | undefined)[] {
  return [
    csmFilter(criteria.csm, userId),
    criteria.status === 'customers' ? isCustomer() : fieldIs('CS_Status__c', criteria.status),
    fieldIs('CS_Tier__c', criteria.tier),
    fieldIs('CS_Risk_Band__c', criteria.riskBand),
    showing(criteria.signal, today),
    named(criteria.search),
  ];
}

function csmFilter(csm: string, userId: string): AccountFilter | undefined {
  if (csm === 'everyone' || csm === '') return undefined;
  return managedBy(csm === 'mine' ? userId : csm);
}
