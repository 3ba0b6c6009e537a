import type { Connection } from 'jsforce';
import { z } from 'zod';
import { findCsm } from '../domain/workload.ts';
import type { AccountToCount, CountReader } from '../usecases/count-ports.ts';
import { findDeleted } from './find-deleted.ts';
import { customerRow, toCustomer } from './read-customers.ts';
import { countRows, queryRows } from './soql.ts';
import { isoDateTime } from './values.ts';

/** All that totals count of an account itself. */
const countedRow = customerRow.extend({
  CS_Cadence_Days__c: z.number().nullable(),
  CS_Tier_Cadence__c: z.number().nullable(),
  CS_Touch_Due__c: z.string().nullable(),
  SystemModstamp: isoDateTime,
});
const alertRow = z.object({ CS_Account__c: z.string(), SystemModstamp: isoDateTime });

type Read = Pick<
  CountReader,
  'readAccountsToCount' | 'haveSnapshotsChanged' | 'findChangedAlerts' | 'findDeletedAlerts'
>;

/** Reads what changed of what totals count. A formula changes with the fields of its own record: none looks further. */
export function createCountReader(connection: Connection): Read {
  return {
    async readAccountsToCount(since) {
      const changed = since === null ? '' : ` WHERE SystemModstamp >= ${since}`;
      const soql = `SELECT ${Object.keys(countedRow.shape).join(', ')} FROM Account${changed}`;
      const rows = await queryRows(connection, soql, countedRow);
      return { accounts: rows.map(toAccount), latest: latestOf(rows) };
    },

    async haveSnapshotsChanged(day, since) {
      const soql = `SELECT COUNT() FROM CS_Account_Snapshot__c WHERE CS_As_Of__c = ${day} AND SystemModstamp >= ${since}`;
      return (await countRows(connection, soql)) > 0;
    },

    async findChangedAlerts(since) {
      const soql = `SELECT CS_Account__c, SystemModstamp FROM CS_Alert__c WHERE SystemModstamp >= ${since}`;
      const rows = await queryRows(connection, soql, alertRow);
      return { accountIds: [...new Set(rows.map((row) => row.CS_Account__c))], latest: latestOf(rows) };
    },

    findDeletedAlerts: (since, until) => findDeleted(connection, 'CS_Alert__c', since, until),
  };
}

function toAccount(row: z.infer<typeof countedRow>): AccountToCount {
  const { arrYearAgo: _unknown, ...customer } = toCustomer(row, null);
  const { OwnerId: ownerId, CS_Manager__c: managerId } = row;
  return {
    ...customer,
    ...{ ownerId, managerId, csmId: findCsm({ managerId, ownerId }) },
    // As the formula of CS_Touch_Due__c: an account's own goes before that of its tier.
    cadenceDays: row.CS_Cadence_Days__c ?? row.CS_Tier_Cadence__c,
    touchDue: row.CS_Touch_Due__c,
  };
}

const latestOf = (rows: readonly { SystemModstamp: string }[]): string | null =>
  rows.reduce<string | null>(
    (latest, { SystemModstamp: at }) => (latest === null || at > latest ? at : latest),
    null,
  );
