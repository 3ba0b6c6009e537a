import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { AlertReader } from '../usecases/alert-ports.ts';
import { readAlertRules } from './read-alert-rules.ts';
import { queryByList, queryRows } from './soql.ts';
import { isoDateTime } from './values.ts';

/** What of the alerts' reader is here; customers are read elsewhere. */
export type OrgAlertReader = Omit<AlertReader, 'readCustomers' | 'snapshotDays'>;

const time = isoDateTime.nullable();
const personRow = z.object({
  Id: z.string(),
  Name: z.string(),
  Email: z.string().nullable(),
  ManagerId: z.string().nullable(),
  TimeZoneSidKey: z.string(),
  IsActive: z.boolean(),
});
const ownerRow = z.object({ Id: z.string(), OwnerId: z.string() });
export const actionRow = z.object({
  CS_Key__c: z.string(),
  CS_Read_On__c: time,
  CS_Snoozed_Until__c: time,
  CS_Resolved_On__c: time,
  CS_Resolution__c: z.string().nullable(),
  SystemModstamp: isoDateTime,
});
export const openRow = z.object({
  CS_Key__c: z.string(),
  CS_Rule__c: z.string(),
  CS_Account__c: z.string(),
  CS_Record_Id__c: z.string().nullable(),
  CS_Recipient__c: z.string().nullable(),
  CS_Message__c: z.string().nullable(),
  CS_Raised_On__c: isoDateTime,
  CS_Read_On__c: time,
  CS_Snoozed_Until__c: time,
});

const columns = (row: z.ZodObject) => Object.keys(row.shape).join(', ');
const USER_PREFIX = '005';
const TASK_PREFIX = '00T';
const CASE_PREFIX = '500';

/** Reads rules, people, and what people did to their alerts. */
export function createAlertReader(connection: Connection): OrgAlertReader {
  const ownersOf = (object: string, ids: string[]) =>
    queryByList(
      connection,
      ids,
      (list) => `SELECT ${columns(ownerRow)} FROM ${object} WHERE Id IN ${list}`,
      ownerRow,
    );

  return {
    readAlertRules: () => readAlertRules(connection),

    async readPeople(userIds) {
      const soql = (list: string) => `SELECT ${columns(personRow)} FROM User WHERE Id IN ${list}`;
      const rows = await queryByList(connection, userIds, soql, personRow);
      return rows.map((row) => ({
        userId: row.Id,
        name: row.Name,
        email: row.Email,
        managerId: row.ManagerId,
        timeZone: row.TimeZoneSidKey,
        active: row.IsActive,
      }));
    },

    async readRecordOwners(recordIds) {
      const of = (prefix: string) => recordIds.filter((id) => id.startsWith(prefix));
      const rows = [
        ...(await ownersOf('Task', of(TASK_PREFIX))),
        ...(await ownersOf('Case', of(CASE_PREFIX))),
      ];
      const byUsers = rows.filter(({ OwnerId }) => OwnerId.startsWith(USER_PREFIX));
      return new Map(byUsers.map(({ Id, OwnerId }) => [Id, OwnerId]));
    },

    async readAlertActions(since) {
      const after = since === null ? '' : ` AND SystemModstamp >= ${since}`;
      const rows = await queryRows(
        connection,
        `SELECT ${columns(actionRow)} FROM CS_Alert__c WHERE CS_Key__c != null${after} ORDER BY SystemModstamp`,
        actionRow,
      );
      return {
        actions: rows.map((row) => ({
          key: row.CS_Key__c,
          readOn: row.CS_Read_On__c,
          snoozedUntil: row.CS_Snoozed_Until__c,
          resolvedOn: row.CS_Resolved_On__c,
          byHand: row.CS_Resolved_On__c !== null && row.CS_Resolution__c !== 'Cause Gone',
        })),
        latest: rows.at(-1)?.SystemModstamp ?? null,
      };
    },

    async readOpenAlerts(ruleIds) {
      const soql = (list: string) =>
        `SELECT ${columns(openRow)} FROM CS_Alert__c ` +
        `WHERE CS_Resolved_On__c = null AND CS_Key__c != null AND CS_Rule__c IN ${list}`;
      const rows = await queryByList(connection, ruleIds, soql, openRow);
      return rows.map((row) => ({
        key: row.CS_Key__c,
        ruleId: row.CS_Rule__c,
        accountId: row.CS_Account__c,
        recordId: row.CS_Record_Id__c ?? row.CS_Account__c,
        recipientId: row.CS_Recipient__c,
        message: row.CS_Message__c ?? '',
        raisedOn: row.CS_Raised_On__c,
        readOn: row.CS_Read_On__c,
        snoozedUntil: row.CS_Snoozed_Until__c,
      }));
    },
  };
}
