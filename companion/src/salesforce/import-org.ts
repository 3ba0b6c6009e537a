import type { Connection } from 'jsforce';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { FoundRecord, ImportOrg } from '../usecases/import-ports.ts';
import { QUERIES_A_CALL } from './ask-together.ts';
import { saveImported } from './save-imported.ts';
import { toAppError, errorCodeOf } from './salesforce-error.ts';
import { literal, queryRows } from './soql.ts';

/** The most values of an IN list, and of characters as they stand in the URL, which ends at 16,384. */
const LIST_SIZE = 200;
const LIST_LENGTH = 12_000;
const ACCOUNT_ID = /^001\w{15}$/;

const accountRow = z.object({ Id: z.string(), CS_External_Key__c: z.string().nullable() });
const userRow = z.object({ Id: z.string(), Username: z.string(), Email: z.string() });
const contactRow = z.object({ Id: z.string(), Email: z.string(), AccountId: z.string() });
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const foundRow = z.object({ Id: z.string() }).catchall(value.or(z.record(z.string(), z.unknown())));

/** The org as imports see it: each question is asked in lists, each answer is by lower case. */
export function createImportOrg(
  connection: Connection,
  wait: (ms: number) => Promise<unknown> = sleep,
): ImportOrg {
  const ask = async <T>(
    values: string[],
    soql: (list: string) => string,
    row: z.ZodType<T>,
  ): Promise<T[]> => {
    const rows: T[] = [];
    const lists = [...inLists(values)];
    // Side by side they share a call.
    for (let start = 0; start < lists.length; start += QUERIES_A_CALL) {
      const some = lists.slice(start, start + QUERIES_A_CALL);
      const found = await Promise.all(some.map((list) => queryRows(connection, soql(list), row)));
      rows.push(...found.flat());
    }
    return rows;
  };
  const org: ImportOrg = {
    async fieldRights(object) {
      const described = await connection.describe(object).catch((error: unknown) => {
        if (errorCodeOf(error) === 'NOT_FOUND') return null;
        throw error;
      });
      if (!described?.createable) return null;
      return new Map(
        described.fields.map(({ name, createable, updateable }) => [name, { createable, updateable }]),
      );
    },

    async accountIdsByKey(keys) {
      const soql = (list: string) =>
        `SELECT Id, CS_External_Key__c FROM Account WHERE CS_External_Key__c IN ${list}`;
      const rows = await ask(keys, soql, accountRow);
      return new Map(rows.map(({ Id, CS_External_Key__c }) => [lower(CS_External_Key__c ?? ''), Id]));
    },

    async accountIds(ids) {
      const known = ids.filter((id) => ACCOUNT_ID.test(id));
      const rows = await ask(known, (list) => `SELECT Id FROM Account WHERE Id IN ${list}`, foundRow);
      return new Map(rows.map(({ Id }) => [lower(Id), Id]));
    },

    async userIds(names) {
      const soql = (list: string) =>
        `SELECT Id, Username, Email FROM User WHERE IsActive = true AND (Username IN ${list} OR Email IN ${list})`;
      const rows: z.infer<typeof userRow>[] = [];
      // The list stands in the query twice.
      for (const list of inLists(names, LIST_SIZE / 2, LIST_LENGTH / 2)) {
        rows.push(...(await queryRows(connection, soql(list), userRow)));
      }
      const byEmail = Map.groupBy(rows, ({ Email }) => lower(Email));
      const found = new Map<string, string | 'several'>();
      for (const [email, users] of byEmail)
        found.set(email, users.length > 1 ? 'several' : (users[0]?.Id ?? ''));
      for (const { Id, Username } of rows) found.set(lower(Username), Id);
      return found;
    },

    async contactsByEmail(emails) {
      const soql = (list: string) =>
        `SELECT Id, Email, AccountId FROM Contact WHERE Email IN ${list} AND AccountId != null`;
      const groups = Map.groupBy(await ask(emails, soql, contactRow), ({ Email }) => lower(Email));
      return new Map(
        [...groups].map(([email, rows]) => [
          email,
          rows.map(({ Id, AccountId }) => ({ contactId: Id, accountId: AccountId })),
        ]),
      );
    },

    async findByKey(object, keyField, keys, fields) {
      const columns = [...new Set(['Id', keyField, ...fields])].join(', ');
      const soql = (list: string) => `SELECT ${columns} FROM ${object} WHERE ${keyField} IN ${list}`;
      const rows = await ask(keys, soql, foundRow);
      return new Map(rows.map((row) => [lower(String(row[keyField])), toFound(row, fields)]));
    },

    saveRecords: (target, records) => saveImported(connection, target, records, wait),
  };
  return withAppErrors(org, connection.instanceUrl);
}

const lower = (text: string) => text.toLowerCase();

function toFound(row: z.infer<typeof foundRow>, fields: string[]): FoundRecord {
  const found: FoundRecord = { id: row.Id, fields: {} };
  for (const name of fields) {
    const given = value.safeParse(row[name]);
    found.fields[name] = given.success ? given.data : null;
  }
  return found;
}

function* inLists(values: readonly string[], size = LIST_SIZE, length = LIST_LENGTH): Generator<string> {
  let list: string[] = [];
  let used = 0;
  for (const each of values.map(literal)) {
    const more = encodeURIComponent(each).length + 3;
    if (list.length > 0 && (list.length >= size || used + more > length)) {
      yield `(${list.join(',')})`;
      [list, used] = [[], 0];
    }
    list.push(each);
    used += more;
  }
  if (list.length > 0) yield `(${list.join(',')})`;
}

/** The same org, whose failures are one line that says what to do. */
function withAppErrors(org: ImportOrg, instanceUrl: string): ImportOrg {
  const wrap =
    <A extends unknown[], T>(ask: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      try {
        return await ask(...given);
      } catch (error) {
        throw toAppError(error, instanceUrl);
      }
    };
  return {
    fieldRights: wrap(org.fieldRights),
    accountIdsByKey: wrap(org.accountIdsByKey),
    accountIds: wrap(org.accountIds),
    userIds: wrap(org.userIds),
    contactsByEmail: wrap(org.contactsByEmail),
    findByKey: wrap(org.findByKey),
    saveRecords: wrap(org.saveRecords),
  };
}
