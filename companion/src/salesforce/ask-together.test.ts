import { describe, expect, test } from '@jest/globals';
import { askTogether } from './ask-together.ts';
import { connectToOrg } from './connect.ts';
import { fail, grantToken, startStubOrg, type StubAnswer, type StubRequest } from './testing/stub-org.ts';

const DATA = '/services/data/v66.0';
const CREDENTIALS = { flow: 'client-credentials' as const, clientId: 'id', clientSecret: 'secret' };
const query = (name: string) => `${DATA}/query/?q=${name}`;

/** Asks a stub for paths side by side; tells what came of each, and of which parts the calls were made. */
async function ask(
  urls: string[],
  answer: (request: StubRequest) => StubAnswer | undefined,
  refuseTogether = false,
) {
  const calls: string[][] = [];
  const stub = await startStubOrg((request, url) => {
    if (request.path === '/services/oauth2/token') return grantToken(url, 'token');
    if (request.query.get('q')?.includes('Organization'))
      return { body: { totalSize: 1, done: true, records: [{ Name: 'Acme' }] } };
    return answer(request);
  });
  try {
    const login = { loginUrl: stub.url, apiVersion: '66.0', credentials: CREDENTIALS };
    const { connection } = await connectToOrg(login);
    const request = connection.request.bind(connection);
    connection.request = ((asked: string | { body: string }) => {
      const parts =
        typeof asked === 'string'
          ? [asked]
          : (JSON.parse(asked.body) as { compositeRequest: { url: string }[] }).compositeRequest.map(
              (part) => part.url,
            );
      calls.push(parts.map((part) => part.replace(DATA, '').replace('/query/?q=', '')));
      if (refuseTogether && parts.length > 1)
        return Promise.reject(Object.assign(new Error('no'), { errorCode: 'LIMIT_EXCEEDED' }));
      return request(asked as string);
    }) as typeof connection.request;
    const results = await Promise.allSettled(urls.map((url) => askTogether(connection, url)));
    return {
      calls,
      said: results.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason))),
    };
  } finally {
    await stub.close();
  }
}

const name = ({ query: asked, path }: StubRequest): StubAnswer => ({
  body: asked.get('q') ?? path.replace(DATA, ''),
});

describe('askTogether', () => {
  test('asks one alone as it is', async () => {
    const { calls, said } = await ask([query('A')], name);
    expect([calls, said]).toEqual([[['A']], ['A']]);
  });

  test('puts up to five queries into a call, with whatever else is asked, each answer to its own question', async () => {
    const urls = ['A', 'B', 'C', 'D', 'E', 'F'].flatMap((each) => [query(each), `${DATA}/sobjects/${each}`]);
    const { calls, said } = await ask(urls, name);
    expect(calls.map((parts) => parts.filter((part) => !part.startsWith('/')))).toEqual([
      ['A', 'B', 'C', 'D', 'E'],
      ['F'],
    ]);
    expect(said).toEqual(['A', 'B', 'C', 'D', 'E', 'F'].flatMap((each) => [each, `/sobjects/${each}`]));
  });

  test('puts at most 25 into a call', async () => {
    const urls = Array.from({ length: 30 }, (_, index) => `${DATA}/sobjects/${index}`);
    const { calls } = await ask(urls, name);
    expect(calls.map(({ length }) => length)).toEqual([25, 5]);
  });

  test('refuses what the org refuses, and nothing else', async () => {
    const { said } = await ask([query('A'), query('B')], (request) =>
      request.query.get('q') === 'A' ? fail(400, 'INVALID_FIELD', 'No such column') : name(request),
    );
    expect(said).toEqual(['Error: No such column', 'B']);
  });

  test('asks again by itself what the org was too busy for', async () => {
    let busy = true;
    const { calls, said } = await ask([query('A'), query('B')], (request) => {
      const refused = busy && request.query.get('q') === 'B';
      if (refused) busy = false;
      return refused ? fail(500, 'SERVER_UNAVAILABLE') : name(request);
    });
    expect([calls, said]).toEqual([
      [['A', 'B'], ['B']],
      ['A', 'B'],
    ]);
  });

  test('asks each by itself where the org takes them together for too much', async () => {
    const { calls, said } = await ask([query('A'), query('B')], name, true);
    expect([calls, said]).toEqual([
      [['A', 'B'], ['A'], ['B']],
      ['A', 'B'],
    ]);
  });
});
