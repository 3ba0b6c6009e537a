import { describe, expect, test } from '@jest/globals';
import type { InboundEvent, Sender } from '../usecases/inbound-ports.ts';
import { fail, type StubRequest } from './testing/stub-org.ts';
import { rows, saved, withOrg } from './testing/with-org.ts';

const NOBODY: Sender = { accountId: null, accountKeys: [], email: null, name: null, company: null };
const soqlOf = ({ query }: StubRequest) => query.get('q') ?? '';
const asked = (requests: StubRequest[]) => requests.map(soqlOf).filter((soql) => soql.includes(' WHERE '));

describe('whom an event is from, asked of the org', () => {
  test('are looked up by key: cases of tickets, responses and the inbox of answers', async () => {
    const events = [
      { kind: 'ticket', key: 'jira:A-1' },
      { kind: 'answer', key: "typeform:o'x" },
    ] as InboundEvent[];
    await withOrg(
      (request) => {
        const soql = soqlOf(request);
        if (soql.includes('FROM Case')) return rows([{ CS_External_Key__c: 'jira:A-1', AccountId: null }]);
        if (soql.includes('FROM CS_NPS_Response__c')) return rows([]);
        return rows([{ CS_Key__c: "typeform:o'x", CS_Status__c: 'Assigned', CS_Account__c: '001A' }]);
      },
      async ({ finder }, requests) => {
        expect(await finder.findFiled(events)).toEqual({
          cases: new Map([['jira:A-1', null]]),
          answers: new Map(),
          inbox: new Map([["typeform:o'x", { status: 'Assigned', accountId: '001A' }]]),
        });
        expect(asked(requests).every((soql) => soql.includes("'jira:A-1'") || soql.includes("o\\'x"))).toBe(
          true,
        );
      },
    );
  });

  test('are told apart by their address, whatever its capitals', async () => {
    const contact = { Id: '003A', AccountId: '001A', Email: 'Ann@North.example' };
    await withOrg(
      () => rows([contact, { ...contact, Id: '003B' }]),
      async ({ finder }) => {
        expect(await finder.findContacts(['ann@north.example'])).toEqual(
          new Map([
            [
              'ann@north.example',
              [
                { contactId: '003A', accountId: '001A' },
                { contactId: '003B', accountId: '001A' },
              ],
            ],
          ]),
        );
      },
    );
  });

  test('are not asked for where nothing is known of them', async () => {
    await withOrg(
      () => rows([]),
      async ({ finder }, requests) => {
        expect(await finder.findAccounts([], [])).toEqual({ ids: new Set(), byKey: new Map() });
        expect(await finder.findAlike(NOBODY)).toEqual({ contacts: [], accounts: [] });
        expect(await finder.findAlike({ ...NOBODY, email: 'x@gmail.com' })).toEqual({
          contacts: [],
          accounts: [],
        });
        expect(asked(requests)).toEqual([]);
      },
    );
  });

  test('are searched for by domain and by the words of their company', async () => {
    await withOrg(
      (request) =>
        soqlOf(request).includes('FROM Contact')
          ? rows([{ AccountId: '001A', Account: { Name: 'Acme' }, Email: 'Y@acme.com' }])
          : rows([{ Id: '001B', Name: 'Acme Trading', Website: null }]),
      async ({ finder }, requests) => {
        expect(
          await finder.findAlike({ ...NOBODY, email: 'x@acme.com', company: "D'Arcy & Söhne Ltd" }),
        ).toEqual({
          contacts: [{ accountId: '001A', accountName: 'Acme', email: 'y@acme.com' }],
          accounts: [{ accountId: '001B', name: 'Acme Trading', website: null }],
        });
        const [contacts = '', accounts = ''] = asked(requests);
        expect(contacts).toContain("Email LIKE '%@acme.com'");
        expect(accounts).toContain(
          "Website LIKE '%acme.com%' OR Name LIKE '%arcy%' OR Name LIKE '%söhne%' OR Name LIKE '%acme%'",
        );
      },
    );
  });

  test('come with one line when the org refuses', async () => {
    await withOrg(
      () => fail(400, 'INVALID_FIELD', 'No such column'),
      async ({ finder }) => {
        await expect(finder.findAccounts(['001A'], [])).rejects.toThrow(
          /lacks what the companion works on.*No such column\./,
        );
      },
    );
  });
});

test('a case is written by its own key, with its account', async () => {
  await withOrg(
    () => saved(null),
    async ({ writer }, requests) => {
      const fields = { AccountId: '001A', Subject: 'Sync fails' };
      await writer.write('Case', [{ key: 'jira:A-1', parentId: '001A', fields }]);
      const { method, path, body } = requests.at(-1)!;
      expect([method, path]).toEqual([
        'PATCH',
        '/services/data/v66.0/composite/sobjects/Case/CS_External_Key__c',
      ]);
      expect((JSON.parse(body) as { records: object[] }).records).toEqual([
        { attributes: { type: 'Case' }, CS_External_Key__c: 'jira:A-1', ...fields },
      ]);
    },
  );
});
