import { allOf, fieldIs, isCustomer, managedBy, touchOverdue } from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';
import { addDays, countOf, formatDay, formatMoney, formatNumber } from 'c/csFormat';

/** As in the companion's count: docs/metrics.md, Workload. */
const RENEWAL_DAYS = 90;

interface Measure {
  heading: string;
  filter(asOf: string): AccountFilter | undefined;
  orderBy: object;
}

const BY_NAME = { Name: { order: 'ASC' } };

const MEASURES: Readonly<Record<string, Measure>> = {
  accounts: { heading: 'Accounts', filter: () => undefined, orderBy: BY_NAME },
  atRisk: {
    heading: 'At risk',
    filter: () => fieldIs('CS_Risk_Band__c', 'At Risk'),
    orderBy: { CS_Risk_Score__c: { order: 'DESC', nulls: 'LAST' }, ...BY_NAME },
  },
  overdueTouches: {
    heading: 'Overdue touches',
    filter: touchOverdue,
    orderBy: { CS_Touch_Due__c: { order: 'ASC' }, ...BY_NAME },
  },
  renewals: {
    heading: 'Renewals in 90 days',
    filter: (asOf) => ({
      CS_Renewal_Date__c: { gte: { value: asOf }, lte: { value: addDays(asOf, RENEWAL_DAYS) } },
    }),
    orderBy: { CS_Renewal_Date__c: { order: 'ASC' }, ...BY_NAME },
  },
  arr: {
    heading: 'ARR',
    filter: () => undefined,
    orderBy: { CS_ARR__c: { order: 'DESC', nulls: 'LAST' }, ...BY_NAME },
  },
};

/** Whose number was clicked, and what the companion counted. */
export type CountedCsm = Readonly<Record<string, number | string>> & { csmId: string; name: string };

/** The accounts that a number of a CSM counts, and their order, as variables. */
export function selectionOf(
  measure: string,
  csmId: string,
  asOf: string,
): { where: AccountFilter; orderBy: object } | undefined {
  const known = MEASURES[measure];
  if (!known) return undefined;
  return {
    where: allOf(managedBy(csmId), isCustomer(), known.filter(asOf)),
    orderBy: known.orderBy,
  };
}

/** What the list is of. */
export function headingOf(measure: string, csm: CountedCsm): string {
  return `${MEASURES[measure]?.heading ?? ''}: ${csm.name}`;
}

/** How many there are and what they come to. */
export function sumUp(shown: number, total: number, totalArr: number): string {
  const count =
    shown < total ? `${formatNumber(shown)} of ${countOf(total, 'account')}` : countOf(total, 'account');
  return `${count}, ${formatMoney(totalArr)} ARR together.`;
}

/**
 * Why the list differs from the number that was clicked; nothing while they agree.
 *
 * @param counted the companion's number: a count, or for `arr` an amount
 */
export function explainDifference(
  measure: string,
  counted: number,
  found: { total: number; totalArr: number },
  asOf: string,
): string {
  const now = measure === 'arr' ? found.totalArr : found.total;
  if (Math.abs(now - counted) < 0.005) return '';
  const number = measure === 'arr' ? formatMoney(counted) : formatNumber(counted);
  const why =
    now < counted ? 'The others have changed since, or are not shared with you.' : 'Some were added since.';
  return `The count of ${formatDay(asOf)} was ${number}. ${why}`;
}
