import type { Page } from 'playwright-core';
import { soql } from './analytics.ts';

const CUSTOMERS = "CS_Status__c != 'Churned'";
const YEAR_AGO = { days: 365, leeway: 45 };
const DAY_MS = 86_400_000;

/** Numbers by the names of the companion's API; null where one is not known. */
export type Numbers = Record<string, number | null>;

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** A number to the cent, as JSON may carry more. */
export const cents = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 100) / 100;

const tenths = (value: number): number => Math.round(value * 10) / 10;

/**
 * Every number of the executive page as plain queries count it, from the accounts and records themselves.
 *
 * @param shares what of a renewal is expected to stay by band, in parts of one; `unscored` without a band
 */
export async function countByQuery(
  page: Page,
  asOf: string,
  shares: Readonly<Record<string, number>>,
): Promise<Numbers> {
  const one = async (what: string, where = ''): Promise<number | null> => {
    const [row] = await soql<{ n: number | null }>(
      page,
      `SELECT ${what} n FROM Account WHERE ${CUSTOMERS}${where}`,
    );
    return row?.n ?? null;
  };
  const renewing = ` AND CS_Renewal_Date__c >= ${asOf} AND CS_Renewal_Date__c <= ${addDays(asOf, 90)}`;
  const inBand = (band: string) => ` AND CS_Risk_Band__c = ${band}`;
  const byBand = await soql<{ CS_Risk_Band__c: string | null; n: number | null }>(
    page,
    `SELECT CS_Risk_Band__c, SUM(CS_ARR__c) n FROM Account WHERE ${CUSTOMERS}${renewing} GROUP BY CS_Risk_Band__c`,
  );
  const forecast = byBand.reduce(
    (sum, { CS_Risk_Band__c: band, n }) => sum + (n ?? 0) * (shares[band ?? 'unscored'] ?? NaN),
    0,
  );
  const health = await one('AVG(CS_Health__c)');
  const [alerts] = await soql<{ n: number }>(
    page,
    `SELECT COUNT(Id) n FROM CS_Alert__c WHERE CS_Resolved_On__c = null AND CS_Account__r.${CUSTOMERS}`,
  );
  return {
    accounts: await one('COUNT(Id)'),
    arr: cents((await one('SUM(CS_ARR__c)')) ?? 0),
    arrAtRisk: cents((await one('SUM(CS_ARR__c)', inBand("'At Risk'"))) ?? 0),
    renewals: await one('COUNT(Id)', renewing),
    renewalsArr: cents((await one('SUM(CS_ARR__c)', renewing)) ?? 0),
    forecast: cents(forecast),
    ...(await countRetention(page, asOf)),
    health: health === null ? null : tenths(health),
    nps: await countNps(page, asOf),
    healthy: await one('COUNT(Id)', inBand("'Healthy'")),
    watch: await one('COUNT(Id)', inBand("'Watch'")),
    atRisk: await one('COUNT(Id)', inBand("'At Risk'")),
    unscored: await one('COUNT(Id)', inBand('null')),
    openAlerts: alerts?.n ?? null,
  };
}

/** Gross and net retention, from what was paid a year before and is paid now. */
async function countRetention(page: Page, asOf: string): Promise<Numbers> {
  const days = await soql<{ CS_As_Of__c: string }>(
    page,
    'SELECT CS_As_Of__c FROM CS_Account_Snapshot__c GROUP BY CS_As_Of__c ORDER BY CS_As_Of__c DESC',
  );
  const yearAgo = addDays(asOf, -YEAR_AGO.days);
  const day = days.map(({ CS_As_Of__c }) => CS_As_Of__c).find((each) => each <= yearAgo);
  if (day === undefined || day < addDays(yearAgo, -YEAR_AGO.leeway)) return { grr: null, nrr: null };
  const rows = await soql<{
    CS_ARR__c: number;
    CS_Account__r: { CS_ARR__c: number | null; CS_Status__c: string | null };
  }>(
    page,
    'SELECT CS_ARR__c, CS_Account__r.CS_ARR__c, CS_Account__r.CS_Status__c FROM CS_Account_Snapshot__c ' +
      `WHERE CS_As_Of__c = ${day} AND CS_ARR__c > 0`,
  );
  const known = rows.flatMap(({ CS_ARR__c: then, CS_Account__r: account }) => {
    const now = account.CS_Status__c === 'Churned' ? 0 : account.CS_ARR__c;
    return now === null ? [] : [{ then, now }];
  });
  const sum = (of: (row: { then: number; now: number }) => number) =>
    known.reduce((total, row) => total + of(row), 0);
  const then = sum((row) => row.then);
  if (then === 0) return { grr: null, nrr: null };
  return {
    grr: tenths((100 * sum((row) => Math.min(row.then, row.now))) / then),
    nrr: tenths((100 * sum((row) => row.now)) / then),
  };
}

/** The share of promoters less that of detractors, of each person the latest answer of a year. */
async function countNps(page: Page, asOf: string): Promise<number | null> {
  const answers = await soql<{ Id: string; CS_Contact__c: string | null; CS_Score__c: number }>(
    page,
    'SELECT Id, CS_Contact__c, CS_Score__c FROM CS_NPS_Response__c ' +
      `WHERE CS_Responded_On__c >= ${addDays(asOf, -365)} AND CS_Responded_On__c <= ${asOf} ` +
      `AND CS_Account__r.${CUSTOMERS} ORDER BY CS_Responded_On__c, Id`,
  );
  const latest = new Map(answers.map((each) => [each.CS_Contact__c ?? each.Id, each.CS_Score__c]));
  const scores = [...latest.values()];
  if (scores.length === 0) return null;
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return tenths((100 * (promoters - detractors)) / scores.length);
}
