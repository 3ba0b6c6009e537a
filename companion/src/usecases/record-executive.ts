import type { CustomerOnDay } from '../domain/customer-on-day.ts';
import { addDays, type IsoDate } from '../domain/dates.ts';
import { STARTER_EXECUTIVE } from '../domain/executive-config.ts';
import { NPS_WINDOW_DAYS, findLatestScores } from '../domain/executive-nps.ts';
import { addUpSegments, type ScopedTotals } from '../domain/executive-segments.ts';
import { shortHash } from './hash.ts';
import type { CustomerReader, PushIntent, SyncStore } from './ports.ts';
import { snapshotCustomer } from './snapshot-customer.ts';

/** What one recording of the totals came to. */
export interface ExecutiveCounts {
  /** Accounts of which a snapshot was decided on: all of them once a month, else none. */
  snapshots: number;
  /** Days of the past whose totals were added up because they were not yet. */
  days: number;
}

/**
 * Decides on the totals of the day, of all customers and of each segment, and once a month on a snapshot of every
 * account. Days of which there are snapshots but no totals are added up from those, so that a past that was loaded
 * later is told as well. An org without accounts has no totals.
 */
export async function recordExecutive(
  orgId: string,
  { reader, store }: { reader: CustomerReader; store: Pick<SyncStore, 'keepPushes'> },
  { asOf, at }: { asOf: IsoDate; at: string },
): Promise<ExecutiveCounts> {
  const [snapshotDays, totalledDays] = await Promise.all([reader.snapshotDays(), reader.totalledDays()]);
  const customers = await reader.readCustomers(asOf, snapshotDays);
  if (customers.length === 0) return { snapshots: 0, days: 0 };
  const isNewMonth = !snapshotDays.some((day) => monthOf(day) === monthOf(asOf));
  const snapshots = isNewMonth ? customers.map((customer) => snapshotCustomer(customer, asOf)) : [];
  await store.keepPushes(orgId, [...snapshots, ...(await totalsOf(customers, reader, asOf))], at);

  const missing = snapshotDays.filter((day) => day < asOf && !totalledDays.includes(day));
  for (const day of missing) {
    // One after another: a day of a large org is many records.
    await store.keepPushes(orgId, await totalsOf(await reader.readSnapshots(day), reader, day), at);
  }
  return { snapshots: snapshots.length, days: missing.length };
}

const monthOf = (day: IsoDate) => day.slice(0, 7);

async function totalsOf(
  customers: CustomerOnDay[],
  reader: CustomerReader,
  asOf: IsoDate,
): Promise<PushIntent[]> {
  const answers = await reader.readAnswers(addDays(asOf, -NPS_WINDOW_DAYS), asOf);
  const scoresOf = findLatestScores(answers, asOf);
  return addUpSegments(customers, STARTER_EXECUTIVE, asOf, scoresOf).map((scoped) => toPush(scoped, asOf));
}

function toPush({ scope, value, totals }: ScopedTotals, asOf: IsoDate): PushIntent {
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
  };
  const key = `${value === null ? scope : `${scope}:${value}`}:${asOf}`;
  return { object: 'CS_Executive_Snapshot__c', key, parentId: scope, fields, hash: shortHash(fields) };
}
