import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectOrg } from './connect-org.ts';
import type { OrgClient } from './org-client.ts';

interface Seen {
  readonly call: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

type Answer = (call: string, body: string) => { status?: number; body: unknown } | undefined;

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** An org of canned answers; whatever it does not know it answers with 404. */
async function cannedOrg(answer: Answer): Promise<{ org: OrgClient; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void answerOne(request).then(({ status = 200, body }) => {
      const isText = typeof body === 'string';
      response.writeHead(status, { 'content-type': isText ? 'text/csv' : 'application/json' });
      response.end(isText ? body : JSON.stringify(body));
    });
  });
  const answerOne = async (request: IncomingMessage): Promise<{ status?: number; body: unknown }> => {
    const call = `${request.method} ${request.url}`;
    const body = await text(request);
    seen.push({ call, authorization: request.headers.authorization, body });
    return answer(call, body) ?? { status: 404, body: [{ errorCode: 'NOT_FOUND', message: call }] };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return { seen, org: connectOrg({ instanceUrl: `http://127.0.0.1:${port}/`, accessToken: 'secret-token' }) };
}

describe('connectOrg', () => {
  test('sends the token as a bearer and never in the address', async () => {
    const { org, seen } = await cannedOrg(() => ({ body: { done: true, totalSize: 0, records: [] } }));
    await org.query('SELECT Id FROM Account');
    expect(seen[0]).toMatchObject({
      call: 'GET /services/data/v66.0/query?q=SELECT%20Id%20FROM%20Account',
      authorization: 'Bearer secret-token',
    });
  });

  test('follows a query through all its pages', async () => {
    const next = '/services/data/v66.0/query/01g-2000';
    const { org } = await cannedOrg((call) =>
      call.endsWith('01g-2000')
        ? { body: { done: true, totalSize: 2, records: [{ Id: 'b' }] } }
        : { body: { done: false, totalSize: 2, nextRecordsUrl: next, records: [{ Id: 'a' }] } },
    );
    expect((await org.query('SELECT Id FROM Account')).map(({ Id }) => Id)).toEqual(['a', 'b']);
  });

  test('creates 200 records a request and keeps the order of the outcomes', async () => {
    const { org, seen } = await cannedOrg((_, body) => ({
      body: (JSON.parse(body) as { records: { Name: string }[] }).records.map(({ Name }) =>
        Name === '201'
          ? { success: false, errors: [{ statusCode: 'STRING_TOO_LONG', message: 'Name', fields: ['Name'] }] }
          : { success: true, id: `id-${Name}`, errors: [] },
      ),
    }));
    const outcomes = await org.create(
      'Account',
      Array.from({ length: 250 }, (_, index) => ({ Name: String(index) })),
    );
    expect(seen.map(({ call }) => call)).toEqual(
      Array(2).fill('POST /services/data/v66.0/composite/sobjects'),
    );
    expect(outcomes[249]).toEqual({ success: true, id: 'id-249' });
    expect(outcomes[201]).toEqual({ success: false, reason: 'STRING_TOO_LONG: Name' });
  });

  test('asks nothing for an empty list', async () => {
    const { org, seen } = await cannedOrg(() => undefined);
    expect([
      await org.create('Account', []),
      await org.update('Account', []),
      await org.remove('Account', []),
    ]).toEqual([[], [], []]);
    expect(seen).toEqual([]);
  });

  test('runs a bulk job to its end and hands back refused rows with the org’s reason', async () => {
    const ingest = '/services/data/v66.0/jobs/ingest';
    const { org, seen } = await cannedOrg(
      (call) =>
        ({
          [`POST ${ingest}`]: { body: { id: '750', operation: 'insert', state: 'Open' } },
          [`PUT ${ingest}/750/batches`]: { status: 201, body: '' },
          [`PATCH ${ingest}/750`]: { body: { id: '750', state: 'UploadComplete' } },
          [`GET ${ingest}/750`]: { body: { id: '750', state: 'JobComplete' } },
          [`GET ${ingest}/750/successfulResults`]: { body: 'sf__Id,sf__Created,Name\n001,true,Ann\n' },
          [`GET ${ingest}/750/failedResults`]: { body: 'sf__Id,sf__Error,Name\n,TOO_BAD:no:--,Bob\n' },
          [`GET ${ingest}/750/unprocessedrecords`]: { body: 'Name\n' },
        })[call],
    );
    const outcome = await org.bulk({ object: 'Account', operation: 'insert', csv: 'Name\nAnn\nBob\n' });
    expect(outcome).toEqual({ loaded: 1, failures: [{ row: { Name: 'Bob' }, reason: 'TOO_BAD:no:--' }] });
    expect(seen.find(({ call }) => call.startsWith('PUT'))?.body).toBe('Name\nAnn\nBob\n');
  });

  test('says what it was doing when the org gives up on a bulk job', async () => {
    const { org } = await cannedOrg(() => ({
      status: 400,
      body: [{ errorCode: 'INVALIDENTITY', message: 'Thing__c is unknown' }],
    }));
    await expect(org.bulk({ object: 'Thing__c', operation: 'insert', csv: 'Name\n' })).rejects.toThrow(
      'The org did not complete the bulk insert of Thing__c: Thing__c is unknown',
    );
  });
});
