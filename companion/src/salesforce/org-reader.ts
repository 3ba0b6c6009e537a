import type { Connection } from 'jsforce';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { FieldValues } from '../domain/account-fields.ts';
import { AppError } from '../errors.ts';
import type { Clock, OrgReader, SignalObject } from '../usecases/ports.ts';
import { ACCOUNT_FIELDS, accountRow, writtenFields } from './account-row.ts';
import { KEY_FIELD, keyedObject } from './keyed-objects.ts';
import { readAccounts } from './read-accounts.ts';
import { openJobs, openPages, readAllAccounts } from './read-all-accounts.ts';
import { createAlertReader, type OrgAlertReader } from './alert-reader.ts';
import { addOverrides, withOverrides } from './read-overrides.ts';
import { createCustomerReader } from './read-customers.ts';
import { readBooks, readTasksOfCsms } from './read-books.ts';
import { createCountReader } from './count-reader.ts';
import { describeAccount } from './describe-account.ts';
import { findDeleted } from './find-deleted.ts';
import { countEmptied, readMappings } from './read-mappings.ts';
import { readScoringConfig } from './read-scoring-config.ts';
import { readPlaybooks, readRunStates } from './read-playbooks.ts';
import { toAppError } from './salesforce-error.ts';
import { BULK_FROM } from './send-records.ts';
import { countRows, IN_LIST_SIZE, literal, queryByList, queryPages, queryRows } from './soql.ts';
import { isoDateTime } from './values.ts';

/** The field that leads from a record to its account. */
const ACCOUNT_FIELD: Record<SignalObject, string> = {
  Account: 'Id',
  Task: 'AccountId',
  Event: 'AccountId',
  Case: 'AccountId',
  CS_Health_Score__c: 'CS_Account__c',
  CS_Usage_Snapshot__c: 'CS_Account__c',
  CS_Note__c: 'CS_Account__c',
  CS_NPS_Response__c: 'CS_Account__c',
  CS_Playbook_Run__c: 'CS_Account__c',
  CS_Playbook_Run_Step__c: 'CS_Run__r.CS_Account__c',
  CS_Risk_Override__c: 'CS_Account__c',
};

/** What is looked for before the companion starts; the standard objects are always there. */
const NEEDED_OBJECTS = [
  'CS_Health_Score__c',
  'CS_Usage_Snapshot__c',
  'CS_Note__c',
  'CS_NPS_Response__c',
  'CS_NPS_Inbox__c',
  'CS_Playbook_Run__c',
  'CS_Playbook_Run_Step__c',
  'CS_Risk_Override__c',
  'CS_Account_Change__c',
  'CS_Scoring_Config__c',
  'CS_Risk_Factor__c',
  'CS_Workload__c',
  'CS_Account_Snapshot__c',
  'CS_Executive_Snapshot__c',
  'CS_Request__c',
  'CS_Playbook__c',
  'CS_Alert__c',
  'CS_Alert_Rule__c',
  'CS_Field_Mapping__c',
];

const idRow = z.object({ Id: z.string() });
const stampRow = z.object({ SystemModstamp: isoDateTime });
const changeRow = z.looseObject({ Id: z.string(), SystemModstamp: isoDateTime });
const requestRow = z.object({
  Id: z.string(),
  CS_Type__c: z.string(),
  CS_Account__c: z.string().nullable(),
  CS_Payload__c: z.string().nullable(),
});

/** Reads the org through SOQL. Every failure comes out as one line. */
export function createOrgReader(
  connection: Connection,
  clock: Clock,
  wait: (ms: number) => Promise<unknown> = sleep,
): OrgReader & OrgAlertReader {
  const query = <T>(soql: string, row: z.ZodType<T>) => queryRows(connection, soql, row);
  let objectsFound = false;

  const reader: OrgReader & OrgAlertReader = {
    ...createCustomerReader(connection),
    ...createCountReader(connection),
    ...createAlertReader(connection),

    async checkObjects() {
      if (objectsFound) return;
      await Promise.all([
        query(`SELECT ${ACCOUNT_FIELDS} FROM Account LIMIT 1`, accountRow),
        ...NEEDED_OBJECTS.map((object) => query(`SELECT Id FROM ${object} LIMIT 1`, idRow)),
      ]);
      objectsFound = true;
    },

    countAccounts: () => countRows(connection, 'SELECT COUNT() FROM Account'),

    async *readAll(accounts, own = []) {
      const today = clock().toISOString().slice(0, 10);
      const openRows = accounts < BULK_FROM ? openPages(connection) : openJobs(connection, { wait });
      try {
        yield* addOverrides(readAllAccounts(openRows, today, own), connection, today);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'ROWS_OUT_OF_ORDER'))
          throw toAppError(error, connection.instanceUrl);
        // More calls, the same accounts: what was given already is given again.
        for await (const page of queryPages(connection, 'SELECT Id FROM Account ORDER BY Id', idRow)) {
          const ids = page.map(({ Id }) => Id);
          for (let start = 0; start < ids.length; start += IN_LIST_SIZE)
            yield await reader.readAccounts(ids.slice(start, start + IN_LIST_SIZE), own);
        }
      }
    },

    readAccounts(accountIds, own = []) {
      const today = clock().toISOString().slice(0, 10);
      return withOverrides(readAccounts(connection, accountIds, today, own), connection, accountIds, today);
    },

    readScoringConfig: () => readScoringConfig(connection),
    readMappings: () => readMappings(connection),
    describeAccount: () => describeAccount(connection),
    countEmptied: (ownField, field) => countEmptied(connection, ownField, field),

    async largestAccountIds(limit) {
      const soql = `SELECT Id FROM Account ORDER BY CS_ARR__c DESC NULLS LAST, Name LIMIT ${limit}`;
      return (await query(soql, idRow)).map(({ Id }) => Id);
    },

    readBooks: (asOf) => readBooks(connection, asOf),
    readTasksOfCsms: (asOf) => readTasksOfCsms(connection, asOf),
    readPlaybooks: (only) => readPlaybooks(connection, only),
    readRunStates: (asOf) => readRunStates(connection, asOf),

    async latestModstamp(object) {
      const soql = `SELECT SystemModstamp FROM ${object} ORDER BY SystemModstamp DESC LIMIT 1`;
      return (await query(soql, stampRow))[0]?.SystemModstamp ?? null;
    },

    async findChanged(object, since) {
      const account = ACCOUNT_FIELD[object];
      const fields = [...new Set(['Id', account, 'SystemModstamp'])].join(', ');
      const soql = `SELECT ${fields} FROM ${object} WHERE SystemModstamp >= ${since} ORDER BY SystemModstamp`;
      const rows = await query(soql, changeRow);
      const accountIds = rows.map((row) => valueAt(row, account)).filter((id) => typeof id === 'string');
      return {
        accountIds: [...new Set(accountIds)],
        recordIds: object === 'Account' ? [] : rows.map(({ Id }) => Id),
        latest: rows.at(-1)?.SystemModstamp ?? null,
      };
    },

    findDeleted: (object, since, until) => findDeleted(connection, object, since, until),

    async readWritten(object, keys) {
      const written = new Map<string, FieldValues>();
      if (object === 'Account') {
        const soql = (list: string) => `SELECT ${ACCOUNT_FIELDS} FROM Account WHERE Id IN ${list}`;
        for (const row of await queryByList(connection, keys, soql, accountRow))
          written.set(row.Id, writtenFields(row));
        return written;
      }
      const { row, keyField = KEY_FIELD } = keyedObject(object);
      const fields = Object.keys(row.shape).join(', ');
      const soql = (list: string) => `SELECT ${fields} FROM ${object} WHERE ${keyField} IN ${list}`;
      for (const { [keyField]: key, ...values } of await queryByList(connection, keys, soql, row)) {
        written.set(String(key), values);
      }
      return written;
    },

    async findOpenRequests() {
      const soql =
        `SELECT Id, CS_Type__c, CS_Account__c, CS_Payload__c FROM CS_Request__c ` +
        `WHERE CS_Status__c IN (${literal('New')}, ${literal('Running')}) ORDER BY CreatedDate LIMIT 200`;
      const rows = await query(soql, requestRow);
      return rows.map((row) => ({
        id: row.Id,
        type: row.CS_Type__c,
        accountId: row.CS_Account__c,
        payload: row.CS_Payload__c,
      }));
    },
  };
  return inOneLine(reader, connection.instanceUrl);
}

/** The value of a field that may lie behind a lookup, such as `CS_Run__r.CS_Account__c`. */
function valueAt(row: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((node, field) => (node as Record<string, unknown> | null | undefined)?.[field], row);
}

/** Lets no raw error of jsforce out. */
function inOneLine<T extends object>(reader: T, instanceUrl: string): T {
  const wrapped = Object.entries(reader).map(([name, method]: [string, (...args: unknown[]) => unknown]) => [
    name,
    (...args: unknown[]) => {
      const result = method(...args);
      return result instanceof Promise
        ? result.catch((error: unknown) => Promise.reject(toAppError(error, instanceUrl)))
        : result;
    },
  ]);
  return Object.fromEntries(wrapped) as T;
}
