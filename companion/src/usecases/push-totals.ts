import type { IsoDate } from '../domain/dates.ts';
import { STARTER_EXECUTIVE } from '../domain/executive-config.ts';
import type { ScopedTotals } from '../domain/executive-segments.ts';
import { shortHash } from './hash.ts';
import type { PushIntent } from './ports.ts';

const { expectedToStay } = STARTER_EXECUTIVE;

/** The totals of a day as they are written: one record a scope, value and day. */
export function pushTotals({ scope, value, totals, movers }: ScopedTotals, asOf: IsoDate): PushIntent {
  const fields = {
    CS_As_Of__c: asOf,
    CS_Scope__c: scope,
    CS_Scope_Value__c: value,
    CS_Accounts__c: totals.accounts,
    CS_ARR__c: totals.arr,
    CS_Without_ARR__c: totals.withoutArr,
    CS_ARR_At_Risk__c: totals.arrAtRisk,
    CS_Renewals_90d__c: totals.renewals,
    CS_Renewals_90d_ARR__c: totals.renewalsArr,
    CS_Forecast_90d__c: totals.forecast,
    CS_ARR_Year_Ago__c: totals.arrYearAgo,
    CS_Retained_ARR__c: totals.retainedArr,
    CS_ARR_Of_Year_Ago_Customers__c: totals.arrOfYearAgoCustomers,
    CS_Without_History__c: totals.withoutHistory,
    CS_GRR__c: totals.grr,
    CS_NRR__c: totals.nrr,
    CS_Health__c: totals.health,
    CS_Without_Health__c: totals.withoutHealth,
    CS_Healthy__c: totals.healthy,
    CS_Watch__c: totals.watch,
    CS_At_Risk__c: totals.atRisk,
    CS_Unscored__c: totals.unscored,
    CS_NPS__c: totals.nps,
    CS_Promoters__c: totals.promoters,
    CS_Passives__c: totals.passives,
    CS_Detractors__c: totals.detractors,
    CS_Open_Alerts__c: totals.openAlerts,
    CS_Expected_Healthy__c: inPercent(expectedToStay.Healthy),
    CS_Expected_Watch__c: inPercent(expectedToStay.Watch),
    CS_Expected_At_Risk__c: inPercent(expectedToStay['At Risk']),
    CS_Expected_Unscored__c: inPercent(expectedToStay.unscored),
    CS_Movers__c: JSON.stringify(movers),
  };
  const key = `${value === null ? scope : `${scope}:${value}`}:${asOf}`;
  return { object: 'CS_Executive_Snapshot__c', key, parentId: scope, fields, hash: shortHash(fields) };
}

/** Kept with the day: so the page can tell what each account adds to the forecast of that day. */
const inPercent = ({ value }: { value: number }) => Math.round(value * 10_000) / 100;
