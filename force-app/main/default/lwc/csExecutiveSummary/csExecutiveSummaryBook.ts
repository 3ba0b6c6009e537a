import { addUpGroups } from 'c/csExecutiveMeasures';
import type { BandGroup, Totals } from 'c/csExecutiveMeasures';
import type { PulseData } from './csExecutiveSummaryDay';

interface Value<Type> {
  value: Type | null;
}

interface GroupNode {
  aggregate: {
    CS_Risk_Band__c: Value<string>;
    Id: { count: Value<number> };
    CS_ARR__c: { sum: Value<number> | null; count: Value<number> };
    CS_Health__c: { sum: Value<number> | null; count: Value<number> };
  };
}

/** The answer to `BOOK`. */
export interface BookData extends PulseData {
  uiapi: PulseData['uiapi'] & {
    aggregate: Record<'customers' | 'renewing', { edges: { node: GroupNode }[] }>;
  };
}

const UNKNOWN = {
  grr: null,
  nrr: null,
  arrYearAgo: null,
  retainedArr: null,
  arrOfYearAgoCustomers: null,
  withoutHistory: null,
  nps: null,
  promoters: null,
  passives: null,
  detractors: null,
  openAlerts: null,
  forecast: null,
  shares: null,
} as const;

/** The totals of a book as it is; what takes the past, or everyone's answers, is not known. */
export function readBook(data: BookData, asOf: string): Totals {
  const customers = data.uiapi.aggregate.customers.edges.map(readGroup);
  const renewing = addUpGroups(data.uiapi.aggregate.renewing.edges.map(readGroup));
  return bookTotals(customers, renewing, asOf);
}

/** Adds up the customers of a book from their groups. */
export function bookTotals(
  customers: readonly BandGroup[],
  renewing: { accounts: number; arr: number },
  asOf: string,
): Totals {
  const inBand = (band: string | null) => addUpGroups(customers.filter((group) => group.band === band));
  return {
    asOf,
    ...addUpGroups(customers),
    arrAtRisk: inBand('At Risk').arr,
    renewals: renewing.accounts,
    renewalsArr: renewing.arr,
    healthy: inBand('Healthy').accounts,
    watch: inBand('Watch').accounts,
    atRisk: inBand('At Risk').accounts,
    unscored: inBand(null).accounts,
    ...UNKNOWN,
  };
}

function readGroup({ node: { aggregate } }: { node: GroupNode }): BandGroup {
  return {
    band: aggregate.CS_Risk_Band__c.value,
    accounts: aggregate.Id.count.value ?? 0,
    withArr: aggregate.CS_ARR__c.count.value ?? 0,
    arr: aggregate.CS_ARR__c.sum?.value ?? 0,
    withHealth: aggregate.CS_Health__c.count.value ?? 0,
    healthSum: aggregate.CS_Health__c.sum?.value ?? 0,
  };
}
