import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { IsoDate } from '../domain/dates.ts';
import type { BookAccount } from '../domain/workload.ts';
import type { OrgReader } from '../usecases/ports.ts';
import { literal, queryRows } from './soql.ts';

export const bookRow = z.object({
  Id: z.string(),
  OwnerId: z.string(),
  CS_Manager__c: z.string().nullable(),
  CS_Tier__c: z.string().nullable(),
  CS_Cadence_Days__c: z.number().nullable(),
  CS_Tier_Cadence__c: z.number().nullable(),
  CS_Risk_Band__c: z.string().nullable(),
  CS_Touch_Due__c: z.string().nullable(),
  CS_Renewal_Date__c: z.string().nullable(),
  CS_ARR__c: z.number().nullable(),
});
const taskRow = z.object({ OwnerId: z.string(), overdue: z.number() });
const recordedRow = z.object({ CS_CSM__c: z.string() });

/** Reads what workload is made of: a page of 2,000 accounts a call, and one call more. */
export async function readBooks(connection: Connection, asOf: IsoDate): ReturnType<OrgReader['readBooks']> {
  // SOQL's != holds for an empty field too: an account without a status is looked after like any other.
  const soql = `SELECT ${Object.keys(bookRow.shape).join(', ')} FROM Account WHERE CS_Status__c != ${literal('Churned')}`;
  const [accounts, overdueTasks] = await Promise.all([
    queryRows(connection, soql, bookRow),
    readOverdueTasks(connection, asOf),
  ]);
  return { accounts: accounts.map(toBookAccount), overdueTasks };
}

/** Open tasks whose day is over, and whose workload of the day is recorded: what is not told by accounts. */
export async function readTasksOfCsms(
  connection: Connection,
  asOf: IsoDate,
): ReturnType<OrgReader['readTasksOfCsms']> {
  const soql = `SELECT CS_CSM__c FROM CS_Workload__c WHERE CS_As_Of__c = ${asOf} AND CS_CSM__c != null`;
  const [overdueTasks, recorded] = await Promise.all([
    readOverdueTasks(connection, asOf),
    queryRows(connection, soql, recordedRow),
  ]);
  return { overdueTasks, recordedCsmIds: recorded.map(({ CS_CSM__c }) => CS_CSM__c) };
}

async function readOverdueTasks(connection: Connection, asOf: IsoDate): Promise<Map<string, number>> {
  const tasks = await queryRows(
    connection,
    `SELECT OwnerId, COUNT(Id) overdue FROM Task ` +
      `WHERE IsClosed = false AND ActivityDate < ${asOf} AND AccountId != null GROUP BY OwnerId`,
    taskRow,
  );
  return new Map(tasks.map(({ OwnerId, overdue }) => [OwnerId, overdue]));
}

function toBookAccount(row: z.infer<typeof bookRow>): BookAccount {
  return {
    accountId: row.Id,
    ownerId: row.OwnerId,
    managerId: row.CS_Manager__c,
    tier: row.CS_Tier__c,
    // Where neither is set, the cadence of the tier is as Tenure ships it.
    cadenceDays: row.CS_Cadence_Days__c ?? row.CS_Tier_Cadence__c,
    riskBand: row.CS_Risk_Band__c,
    touchDue: row.CS_Touch_Due__c,
    renewalDate: row.CS_Renewal_Date__c,
    arr: row.CS_ARR__c,
  };
}
