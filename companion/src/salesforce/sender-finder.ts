import type { Connection } from 'jsforce';
import { z } from 'zod';
import { companyHost, tellingWords } from '../domain/suggest-accounts.ts';
import type { InboundEvent, SenderFinder } from '../usecases/inbound-ports.ts';
import { toAppError } from './salesforce-error.ts';
import { literal, queryByList, queryRows } from './soql.ts';

const caseRow = z.object({ CS_External_Key__c: z.string(), AccountId: z.string().nullable() });
const answerRow = z.object({ CS_Key__c: z.string(), CS_Account__c: z.string() });
const inboxRow = z.object({
  CS_Key__c: z.string(),
  CS_Status__c: z.string(),
  CS_Account__c: z.string().nullable(),
});
const idRow = z.object({ Id: z.string() });
const keyRow = z.object({ Id: z.string(), CS_External_Key__c: z.string() });
const contactRow = z.object({ Id: z.string(), AccountId: z.string(), Email: z.string() });
const colleagueRow = z.object({
  AccountId: z.string(),
  Account: z.object({ Name: z.string() }),
  Email: z.string(),
});
const alikeRow = z.object({ Id: z.string(), Name: z.string(), Website: z.string().nullable() });

/** Enough to choose from; whoever needs more picks the account by name. */
const MOST_COLLEAGUES = 200;
const MOST_ALIKE = 50;
/** Words of a name that are looked for: the first ones tell most. */
const MOST_WORDS = 4;

/** Looks in the org for whom an event is from. Every failure comes out as one line. */
export function createSenderFinder(connection: Connection): SenderFinder {
  const byList = async <T>(values: string[], select: string, field: string, row: z.ZodType<T>) =>
    queryByList(connection, values, (list) => `SELECT ${select} WHERE ${field} IN ${list}`, row);
  const inOneLine = <T>(found: Promise<T>): Promise<T> =>
    found.catch((error: unknown) => Promise.reject(toAppError(error, connection.instanceUrl)));

  return {
    findFiled: (events) => inOneLine(findFiled(events, byList)),

    findAccounts: (ids, keys) =>
      inOneLine(
        (async () => {
          const known = await byList(ids, 'Id FROM Account', 'Id', idRow);
          const select = 'Id, CS_External_Key__c FROM Account';
          const keyed = await byList(keys, select, 'CS_External_Key__c', keyRow);
          return {
            ids: new Set(known.map(({ Id }) => Id)),
            byKey: new Map(keyed.map((row) => [row.CS_External_Key__c, row.Id])),
          };
        })(),
      ),

    findContacts: (emails) =>
      inOneLine(
        (async () => {
          const rows = await queryByList(
            connection,
            emails,
            (list) =>
              `SELECT Id, AccountId, Email FROM Contact WHERE AccountId != null AND Email IN ${list} ORDER BY Id`,
            contactRow,
          );
          const people = rows.map((row) => ({
            email: row.Email.toLowerCase(),
            person: { contactId: row.Id, accountId: row.AccountId },
          }));
          const grouped = Map.groupBy(people, ({ email }) => email);
          return new Map([...grouped].map(([email, found]) => [email, found.map(({ person }) => person)]));
        })(),
      ),

    findAlike: (sender) =>
      inOneLine(
        (async () => {
          const host = companyHost(sender.email);
          const contacts = host === null ? [] : await findColleagues(connection, host);
          const words = [sender.company ?? '', host?.split('.').at(-2) ?? ''].flatMap(tellingWords);
          const conditions = [
            ...(host === null ? [] : [`Website LIKE ${containing(host)}`]),
            ...[...new Set(words)].slice(0, MOST_WORDS).map((word) => `Name LIKE ${containing(word)}`),
          ];
          if (conditions.length === 0) return { contacts, accounts: [] };
          const soql =
            `SELECT ${Object.keys(alikeRow.shape).join(', ')} FROM Account WHERE ${conditions.join(' OR ')} ` +
            `ORDER BY Name LIMIT ${MOST_ALIKE}`;
          const accounts = await queryRows(connection, soql, alikeRow);
          return {
            contacts,
            accounts: accounts.map(({ Id, Name, Website }) => ({
              accountId: Id,
              name: Name,
              website: Website,
            })),
          };
        })(),
      ),
  };
}

type ByList = <T>(values: string[], select: string, field: string, row: z.ZodType<T>) => Promise<T[]>;

async function findFiled(events: InboundEvent[], byList: ByList): ReturnType<SenderFinder['findFiled']> {
  const keysOf = (kind: InboundEvent['kind']) =>
    events.filter((event) => event.kind === kind).map(({ key }) => key);
  const [tickets, answers] = [keysOf('ticket'), keysOf('answer')];
  const select = 'CS_External_Key__c, AccountId FROM Case';
  const cases = await byList(tickets, select, 'CS_External_Key__c', caseRow);
  const responses = await byList(
    answers,
    'CS_Key__c, CS_Account__c FROM CS_NPS_Response__c',
    'CS_Key__c',
    answerRow,
  );
  const waiting = await byList(
    answers,
    'CS_Key__c, CS_Status__c, CS_Account__c FROM CS_NPS_Inbox__c',
    'CS_Key__c',
    inboxRow,
  );
  return {
    cases: new Map(cases.map((row) => [row.CS_External_Key__c, row.AccountId])),
    answers: new Map(responses.map((row) => [row.CS_Key__c, row.CS_Account__c])),
    inbox: new Map(
      waiting.map((row) => [row.CS_Key__c, { status: row.CS_Status__c, accountId: row.CS_Account__c }]),
    ),
  };
}

async function findColleagues(connection: Connection, host: string) {
  const rows = await queryRows(
    connection,
    `SELECT AccountId, Account.Name, Email FROM Contact WHERE AccountId != null AND Email LIKE ` +
      `${literal(`%@${host}`)} ORDER BY AccountId LIMIT ${MOST_COLLEAGUES}`,
    colleagueRow,
  );
  return rows.map(({ AccountId, Account, Email }) => ({
    accountId: AccountId,
    accountName: Account.Name,
    email: Email.toLowerCase(),
  }));
}

/** For LIKE. Hosts and telling words hold neither `%` nor `_`, which stand for any text there. */
const containing = (text: string) => literal(`%${text}%`);
