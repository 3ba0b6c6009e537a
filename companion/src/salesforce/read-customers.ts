import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { CustomerOnDay } from '../domain/customer-on-day.ts';
import { addDays } from '../domain/dates.ts';
import { findCsm } from '../domain/workload.ts';
import { arrYearAgoOf, findYearAgoDay } from '../domain/year-ago.ts';
import type { CountReader } from '../usecases/count-ports.ts';
import type { CustomerReader } from '../usecases/ports.ts';
import { queryByList, queryOf, queryRows } from './soql.ts';

const band = z.enum(['Healthy', 'Watch', 'At Risk']).nullable();
const text = z.string().nullable();
const number = z.number().nullable();

export const customerRow = z.object({
  Id: z.string(),
  OwnerId: z.string(),
  CS_Manager__c: text,
  CS_Status__c: text,
  CS_ARR__c: number,
  CS_Renewal_Date__c: text,
  CS_Health__c: number,
  CS_Health_Change_30d__c: number,
  CS_Risk_Band__c: band,
  CS_Risk_Score__c: number,
  CS_Tier__c: text,
  Industry: text,
  BillingCountry: text,
});

export const snapshotRow = z.object({
  CS_Account__c: z.string(),
  CS_CSM__c: text,
  CS_Status__c: text,
  CS_ARR__c: number,
  CS_ARR_Year_Ago__c: number,
  CS_Renewal_Date__c: text,
  CS_Health__c: number,
  CS_Risk_Band__c: band,
  CS_Risk_Score__c: number,
  CS_Tier__c: text,
  CS_Industry__c: text,
  CS_Region__c: text,
});

export const answerRow = z.object({
  Id: z.string(),
  CS_Account__c: z.string(),
  CS_Contact__c: text,
  CS_Score__c: z.number(),
  CS_Responded_On__c: z.string(),
});

const alertRow = z.object({ CS_Account__c: z.string() });
const dayRow = z.object({ CS_As_Of__c: z.string() });
const arrRow = z.object({ CS_Account__c: z.string(), CS_ARR__c: number });

type Counts = Pick<CountReader, 'readArrOn' | 'readAnswers' | 'countOpenAlerts'>;

/** Reads customers as they stand and as they stood, a page of 2,000 records a call. */
export function createCustomerReader(connection: Connection): CustomerReader & Counts {
  const query = <T>(soql: string, row: z.ZodType<T>) => queryRows(connection, soql, row);

  const daysOf = async (object: string) => {
    const rows = await query(
      `SELECT CS_As_Of__c FROM ${object} GROUP BY CS_As_Of__c ORDER BY CS_As_Of__c DESC`,
      dayRow,
    );
    return rows.map(({ CS_As_Of__c }) => CS_As_Of__c);
  };

  const reader: CustomerReader & Counts = {
    snapshotDays: () => daysOf('CS_Account_Snapshot__c'),
    totalledDays: () => daysOf('CS_Executive_Snapshot__c'),

    async readCustomers(asOf, snapshotDays, accountIds = null) {
      const day = findYearAgoDay(asOf, snapshotDays);
      const yearAgo = day === null ? null : await reader.readArrOn(day, accountIds);
      const soql = `SELECT ${Object.keys(customerRow.shape).join(', ')} FROM Account`;
      const rows = accountIds
        ? await queryByList(connection, accountIds, (list) => `${soql} WHERE Id IN ${list}`, customerRow)
        : await query(soql, customerRow);
      return rows.map((row) => toCustomer(row, arrYearAgoOf(row.Id, yearAgo)));
    },

    async readSnapshots(day) {
      const fields = Object.keys(snapshotRow.shape).join(', ');
      const soql = `SELECT ${fields} FROM CS_Account_Snapshot__c WHERE CS_As_Of__c = ${day}`;
      return (await query(soql, snapshotRow)).map(fromSnapshot);
    },

    async readArrOn(day, accountIds = null) {
      const soql = `SELECT CS_Account__c, CS_ARR__c FROM CS_Account_Snapshot__c WHERE CS_As_Of__c = ${day}`;
      const rows = await queryOf(connection, soql, { field: 'CS_Account__c', accountIds }, arrRow);
      return new Map(rows.map((row) => [row.CS_Account__c, row.CS_ARR__c]));
    },

    async readAnswers(from, to, accountIds = null) {
      const soql =
        `SELECT ${Object.keys(answerRow.shape).join(', ')} FROM CS_NPS_Response__c ` +
        `WHERE CS_Responded_On__c >= ${from} AND CS_Responded_On__c <= ${to}`;
      const rows = await queryOf(connection, soql, { field: 'CS_Account__c', accountIds }, answerRow);
      return rows.map((row) => ({
        id: row.Id,
        accountId: row.CS_Account__c,
        contactId: row.CS_Contact__c,
        score: row.CS_Score__c,
        on: row.CS_Responded_On__c,
      }));
    },

    async countOpenAlerts(day, accountIds = null) {
      const end = `${addDays(day, 1)}T00:00:00Z`;
      // Row by row: a grouped query ends at 2,000 groups, and cannot be asked for more.
      const soql =
        `SELECT CS_Account__c FROM CS_Alert__c WHERE CS_Raised_On__c < ${end} ` +
        `AND (CS_Resolved_On__c = null OR CS_Resolved_On__c >= ${end})`;
      const rows = await queryOf(connection, soql, { field: 'CS_Account__c', accountIds }, alertRow);
      const byAccount = Map.groupBy(rows, (row) => row.CS_Account__c);
      return new Map([...byAccount].map(([accountId, { length }]) => [accountId, length]));
    },
  };
  return reader;
}

export function toCustomer(row: z.infer<typeof customerRow>, arrYearAgo: number | null): CustomerOnDay {
  return {
    accountId: row.Id,
    status: row.CS_Status__c,
    arr: row.CS_ARR__c,
    arrYearAgo,
    renewalDate: row.CS_Renewal_Date__c,
    health: row.CS_Health__c,
    healthChange: row.CS_Health_Change_30d__c,
    riskBand: row.CS_Risk_Band__c,
    riskScore: row.CS_Risk_Score__c,
    tier: row.CS_Tier__c,
    industry: row.Industry,
    region: row.BillingCountry,
    csmId: findCsm({ managerId: row.CS_Manager__c, ownerId: row.OwnerId }),
  };
}

function fromSnapshot(row: z.infer<typeof snapshotRow>): CustomerOnDay {
  return {
    accountId: row.CS_Account__c,
    status: row.CS_Status__c,
    arr: row.CS_ARR__c,
    arrYearAgo: row.CS_ARR_Year_Ago__c,
    renewalDate: row.CS_Renewal_Date__c,
    health: row.CS_Health__c,
    healthChange: null,
    riskBand: row.CS_Risk_Band__c,
    riskScore: row.CS_Risk_Score__c,
    tier: row.CS_Tier__c,
    industry: row.CS_Industry__c,
    region: row.CS_Region__c,
    csmId: row.CS_CSM__c,
  };
}
