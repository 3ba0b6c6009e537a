import type { Connection } from 'jsforce';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { FieldValues } from '../domain/account-fields.ts';
import { AppError } from '../errors.ts';
import type { Clock, DeletedRecords, OrgReader, SignalObject } from '../usecases/ports.ts';
import { ACCOUNT_FIELDS, accountRow, writtenFields } from './account-row.ts';
import { KEY_FIELD, keyedObject } from './keyed-objects.ts';
import { readAccounts } from './read-accounts.ts';
import { readAllAccounts } from './read-all-accounts.ts';
import { createAlertReader, type OrgAlertReader } from './alert-reader.ts';
import { addOverrides, withOverrides } from './read-overrides.ts';
import { createCustomerReader } from './read-customers.ts';
import { readBooks } from './read-books.ts';
import { readScoringConfig } from './read-scoring-config.ts';
import { readPlaybooks, readRunStates } from './read-playbooks.ts';
import { errorCodeOf, toAppError } from './salesforce-error.ts';
import { IN_LIST_SIZE, literal, queryByList, queryPages, queryRows } from './soql.ts';
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
const deletedAnswer = z.object({
  deletedRecords: z.array(z.object({ id: z.string() })),
  latestDateCovered: isoDateTime,
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
    ...createAlertReader(connection),

    async checkObjects() {
      if (objectsFound) return;
      await query(`SELECT ${ACCOUNT_FIELDS} FROM Account LIMIT 1`, accountRow);
      for (const object of NEEDED_OBJECTS) {
        await query(`SELECT Id FROM ${object} LIMIT 1`, idRow);
      }
      objectsFound = true;
    },

    async countAccounts() {
      return (await connection.query('SELECT COUNT() FROM Account')).totalSize;
    },

    async *accountIdPages() {
      for await (const page of queryPages(connection, 'SELECT Id FROM Account ORDER BY Id', idRow)) {
        yield page.map(({ Id }) => Id);
      }
    },

    async *readInBulk() {
      const today = clock().toISOString().slice(0, 10);
      try {
        yield* addOverrides(readAllAccounts(connection, today, { wait }), connection, today);
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'BULK_OUT_OF_ORDER'))
          throw toAppError(error, connection.instanceUrl);
        // More calls, the same accounts: what was given already is given again.
        for await (const page of reader.accountIdPages()) {
          for (let start = 0; start < page.length; start += IN_LIST_SIZE)
            yield await reader.readAccounts(page.slice(start, start + IN_LIST_SIZE));
        }
      }
    },

    readAccounts(accountIds) {
      const today = clock().toISOString().slice(0, 10);
      return withOverrides(readAccounts(connection, accountIds, today), connection, accountIds, today);
    },

    readScoringConfig: () => readScoringConfig(connection),

    readBooks: (asOf) => readBooks(connection, asOf),
    readPlaybooks: () => readPlaybooks(connection),
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

/**
 * Deleted records of a span. The org keeps them for 15 days, fewer when very many were deleted; then it refuses
 * (https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_calls_getdeleted.htm).
 */
async function findDeleted(
  connection: Connection,
  object: SignalObject,
  since: string,
  until: string,
): Promise<DeletedRecords> {
  const time = (iso: string) => encodeURIComponent(`${iso.slice(0, 19)}+00:00`);
  const url = `/services/data/v${connection.version}/sobjects/${object}/deleted/?start=${time(since)}&end=${time(until)}`;
  try {
    const { deletedRecords, latestDateCovered } = deletedAnswer.parse(await connection.request(url));
    return { known: true, recordIds: deletedRecords.map(({ id }) => id), coveredTo: latestDateCovered };
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'INVALID_REPLICATION_DATE' || code === 'EXCEEDED_ID_LIMIT') return { known: false };
    throw error;
  }
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
