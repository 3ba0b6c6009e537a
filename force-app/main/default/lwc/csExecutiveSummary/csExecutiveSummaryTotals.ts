import type { ExpectedShares, Scope } from 'c/csExecutiveMeasures';
import { readRecordedMovers } from './csExecutiveSummaryMovers';
import type { DayTotals } from './csExecutiveSummaryMovers';

interface Value<Type> {
  value: Type | null;
}

type Numbers = Record<string, Value<number>>;

interface SegmentNode {
  CS_As_Of__c: Value<string>;
  CS_Scope__c: Value<string>;
  CS_Scope_Value__c: Value<string>;
}

/** The answer to `TOTALS`. */
export interface TotalsData {
  uiapi: {
    query: {
      totals: { edges: { node: { CS_As_Of__c: Value<string> } & Record<string, unknown> }[] };
      segments: { edges: { node: SegmentNode }[] };
    };
  };
}

/** A segment that has totals. */
export interface SegmentKey {
  scope: Scope;
  value: string;
}

/** Reads the totals, the newest first. */
export function readTotals(data: TotalsData): DayTotals[] {
  return data.uiapi.query.totals.edges.flatMap(({ node }) => {
    const asOf = node.CS_As_Of__c.value;
    return asOf === null
      ? []
      : [totalsOf(asOf, node as unknown as Numbers & { CS_Movers__c?: Value<string> })];
  });
}

/** Reads the segments of the newest day that has any. */
export function readSegments(data: TotalsData): SegmentKey[] {
  const nodes = data.uiapi.query.segments.edges.map(({ node }) => node);
  const newest = nodes[0]?.CS_As_Of__c.value;
  return nodes
    .filter(({ CS_As_Of__c }) => CS_As_Of__c.value === newest)
    .map(({ CS_Scope__c, CS_Scope_Value__c }) => ({
      scope: CS_Scope__c.value as Scope,
      value: CS_Scope_Value__c.value ?? '',
    }));
}

function totalsOf(asOf: string, node: Numbers & { CS_Movers__c?: Value<string> }): DayTotals {
  const number = (field: string) => node[field]?.value ?? null;
  const count = (field: string) => number(field) ?? 0;
  return {
    asOf,
    accounts: count('CS_Accounts__c'),
    arr: count('CS_ARR__c'),
    withoutArr: count('CS_Without_ARR__c'),
    arrAtRisk: count('CS_ARR_At_Risk__c'),
    renewals: count('CS_Renewals_90d__c'),
    renewalsArr: count('CS_Renewals_90d_ARR__c'),
    forecast: count('CS_Forecast_90d__c'),
    withoutHealth: count('CS_Without_Health__c'),
    healthy: count('CS_Healthy__c'),
    watch: count('CS_Watch__c'),
    atRisk: count('CS_At_Risk__c'),
    unscored: count('CS_Unscored__c'),
    grr: number('CS_GRR__c'),
    nrr: number('CS_NRR__c'),
    arrYearAgo: number('CS_ARR_Year_Ago__c'),
    retainedArr: number('CS_Retained_ARR__c'),
    arrOfYearAgoCustomers: number('CS_ARR_Of_Year_Ago_Customers__c'),
    withoutHistory: number('CS_Without_History__c'),
    health: number('CS_Health__c'),
    nps: number('CS_NPS__c'),
    promoters: number('CS_Promoters__c'),
    passives: number('CS_Passives__c'),
    detractors: number('CS_Detractors__c'),
    openAlerts: number('CS_Open_Alerts__c'),
    shares: sharesOf(number),
    movers: readRecordedMovers(node),
  };
}

function sharesOf(number: (field: string) => number | null): ExpectedShares | null {
  const [healthy, watch, atRisk, unscored] = [
    number('CS_Expected_Healthy__c'),
    number('CS_Expected_Watch__c'),
    number('CS_Expected_At_Risk__c'),
    number('CS_Expected_Unscored__c'),
  ];
  if (healthy === null || watch === null || atRisk === null || unscored === null) return null;
  return { Healthy: healthy / 100, Watch: watch / 100, 'At Risk': atRisk / 100, unscored: unscored / 100 };
}
