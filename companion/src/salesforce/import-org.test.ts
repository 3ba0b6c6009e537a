import { describe, expect, test } from '@jest/globals';
import type { Connection } from 'jsforce';
import { connectToOrg } from './connect.ts';
import { createImportOrg } from './import-org.ts';
import { grantToken, startStubOrg, type StubAnswer, type StubRequest } from './testing/stub-org.ts';
import { job, withJobs } from './testing/with-jobs.ts';
import { rows, saved } from './testing/with-org.ts';

const CREDENTIALS = { flow: 'client-credentials' as const, clientId: 'id', clientSecret: 'hunter2' };

async function withImportOrg(
  answer: (request: StubRequest) => StubAnswer | undefined,
  use: (
    org: ReturnType<typeof createImportOrg>,
    requests: StubRequest[],
    connection: Connection,
  ) => Promise<void>,
): Promise<void> {
  const stub = await startStubOrg((request, url) => {
    if (request.path === '/services/oauth2/token') return grantToken(url, 'token');
    if (request.query.get('q') === 'SELECT Name FROM Organization') return rows([{ Name: 'Acme' }]);
    return answer(request);
  });
  try {
    const login = { loginUrl: stub.url, apiVersion: '66.0', credentials: CREDENTIALS };
    const { connection } = await connectToOrg(login);
    stub.requests.length = 0;
    await use(
      createImportOrg(connection, async () => undefined),
      stub.requests,
      connection,
    );
  } finally {
    await stub.close();
  }
}

const queryOf = ({ query }: StubRequest) => query.get('q') ?? '';

describe('questions to the org', () => {
  test('that take several lists share a call', async () => {
    const keys = Array.from({ length: 1_100 }, (_, index) => `K-${index}`);
    const calls: number[] = [];
    await withImportOrg(
      () => rows([]),
      async (org, requests, connection) => {
        const request = connection.request.bind(connection);
        connection.request = ((asked: string) => {
          const before = requests.length;
          return request(asked).finally(() => calls.push(requests.length - before));
        }) as typeof connection.request;
        await org.accountIdsByKey(keys);
        expect(calls).toEqual([5, 1]);
      },
    );
  });

  test('are asked in lists that fit into a URL', async () => {
    const keys = Array.from({ length: 250 }, (_, index) => `${'ü'.repeat(20)}${index}`);
    await withImportOrg(
      () => rows([]),
      async (org, requests) => {
        await org.accountIdsByKey(keys);
        expect(requests.length).toBeGreaterThan(2);
        for (const request of requests)
          expect(encodeURIComponent(queryOf(request)).length).toBeLessThan(14_000);
        expect(
          requests
            .map(queryOf)
            .join()
            .match(/ü{20}\d+/g),
        ).toEqual(keys);
      },
    );
  });

  test('are answered without regard to case, and quotes in a key ask for nothing else', async () => {
    await withImportOrg(
      () => rows([{ Id: '001000000000001AAA', CS_External_Key__c: "O'Neil-A" }]),
      async (org, requests) => {
        expect(await org.accountIdsByKey(["o'neil-a"])).toEqual(
          new Map([["o'neil-a", '001000000000001AAA']]),
        );
        expect(queryOf(requests[0] as StubRequest)).toContain("('o\\'neil-a')");
      },
    );
  });

  test('about ids are asked of ids alone', async () => {
    await withImportOrg(
      () => rows([{ Id: '001000000000001AAA' }]),
      async (org, requests) => {
        expect(await org.accountIds(['Linden', '001000000000001AAA'])).toEqual(
          new Map([['001000000000001aaa', '001000000000001AAA']]),
        );
        expect(queryOf(requests[0] as StubRequest)).not.toContain('Linden');
      },
    );
  });

  test('a user is found by username first, and an address of two is nobody’s', async () => {
    const users = [
      { Id: 'U1', Username: 'dana@x.example', Email: 'team@x.example' },
      { Id: 'U2', Username: 'marcus@x.example', Email: 'Team@x.example' },
      { Id: 'U3', Username: 'priya', Email: 'dana@x.example' },
    ];
    await withImportOrg(
      () => rows(users),
      async (org) => {
        const found = await org.userIds(['dana@x.example', 'team@x.example']);
        expect(found.get('dana@x.example')).toBe('U1');
        expect(found.get('team@x.example')).toBe('several');
      },
    );
  });

  test('an object that is not there, or may not be made, has no rights', async () => {
    const describeCase = {
      createable: false,
      fields: [{ name: 'Subject', createable: true, updateable: true }],
    };
    await withImportOrg(
      ({ path }) =>
        path.includes('/Case/')
          ? { body: describeCase }
          : { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'no' }] },
      async (org) => {
        expect(await org.fieldRights('CS_NPS_Inbox__c')).toBeNull();
        expect(await org.fieldRights('Case')).toBeNull();
      },
    );
  });
});

describe('records', () => {
  const records = (count: number, id: string | null) =>
    Array.from({ length: count }, (_, index) => ({ id, fields: { Name: String(index) } }));
  const CASES = { object: 'Case', keyField: 'Name' };

  test('are sent in collections of 200, new ones apart from those that are there, and answered in order', async () => {
    await withImportOrg(
      ({ body }) =>
        saved(
          ...(JSON.parse(body) as { records: { Name: string }[] }).records.map(({ Name }) =>
            Name === '3' ? 'DUPLICATE_VALUE' : null,
          ),
        ),
      async (org, requests) => {
        const results = await org.saveRecords(CASES, [...records(1, '500'), ...records(201, null)]);
        expect(
          requests.map(({ method, body }) => [method, (JSON.parse(body) as { records: [] }).records.length]),
        ).toEqual([
          ['POST', 200],
          ['POST', 1],
          ['PATCH', 1],
        ]);
        expect(results.flatMap((problem, index) => (problem ? [[index, problem.exists]] : []))).toEqual([
          [4, true],
        ]);
      },
    );
  });

  test('that meet a locked row are sent again, alone', async () => {
    let tried = 0;
    await withImportOrg(
      () => ((tried += 1) === 1 ? saved(null, 'UNABLE_TO_LOCK_ROW') : saved(null)),
      async (org, requests) => {
        expect(await org.saveRecords(CASES, records(2, null))).toEqual([null, null]);
        expect((JSON.parse(requests[1]?.body ?? '') as { records: object[] }).records).toMatchObject([
          { Name: '1' },
        ]);
      },
    );
  });

  test('go out as a bulk job from 2,000 on, and are answered in their order; locked ones follow by themselves', async () => {
    const failed = [
      ['3', 'DUPLICATE_VALUE:taken: x --'],
      ['7', 'UNABLE_TO_LOCK_ROW:locked --'],
    ].map(([name, error]) => `"","${error}","${name}"`);
    await withJobs(
      (request) => {
        if (request.includes('/failedResults'))
          return { body: ['"sf__Id","sf__Error","Name"', ...failed, ''].join('\n') };
        if (request.includes('/unprocessedrecords')) return { body: '"Name"\n' };
        if (request.includes('/composite/')) return { body: '[{"success":true,"errors":[]}]' };
        return request.includes('/jobs/') && !/^(PUT|DELETE)/.test(request)
          ? job('JobComplete')
          : { status: 204 };
      },
      async (connection, requests) => {
        const org = createImportOrg(connection, async () => undefined);
        const results = await org.saveRecords(CASES, [...records(1, '500'), ...records(2_000, null)]);
        expect(results.flatMap((problem, index) => (problem ? [[index, problem.exists]] : []))).toEqual([
          [4, true],
        ]);
        expect(requests.filter((request) => request.startsWith('POST /jobs'))).toEqual([
          expect.stringContaining('"operation":"insert"'),
        ]);
        expect(requests.filter((request) => request.includes('/composite/'))).toEqual([
          expect.stringMatching(/^POST .*"Name":"7"}]}$/),
          expect.stringMatching(/^PATCH .*"id":"500"/),
        ]);
      },
    );
  });
});
