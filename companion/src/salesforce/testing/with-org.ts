import { createAlertSender } from '../alert-sender.ts';
import { connectToOrg } from '../connect.ts';
import { createOrgReader } from '../org-reader.ts';
import { createOrgWriter } from '../org-writer.ts';
import { createSenderFinder } from '../sender-finder.ts';
import { grantToken, startStubOrg, type StubAnswer, type StubRequest } from './stub-org.ts';

const CREDENTIALS = { flow: 'client-credentials' as const, clientId: 'id', clientSecret: 'hunter2' };
/** What a query answers. */
export const rows = (records: object[], next?: string): StubAnswer => ({
  body: { totalSize: records.length, done: next === undefined, nextRecordsUrl: next, records },
});
/** What a write of a collection answers: a code for each record that is refused, null for one that is written. */
export const saved = (...errors: (string | null)[]): StubAnswer => ({
  body: errors.map((code) => ({
    success: code === null,
    errors: code === null ? [] : [{ statusCode: code, message: 'no', fields: [] }],
  })),
});

/** Connects to a stub that answers the login by itself, and everything else as the test says. */
export async function withOrg<T>(
  answer: (request: StubRequest) => StubAnswer | undefined,
  use: (org: Awaited<ReturnType<typeof connect>>, requests: StubRequest[]) => Promise<T>,
): Promise<T> {
  let tokens = 0;
  const stub = await startStubOrg((request, url) => {
    if (request.path === '/services/oauth2/token') return grantToken(url, `token-${(tokens += 1)}`);
    if (request.query.get('q') === 'SELECT Name FROM Organization') return rows([{ Name: 'Acme' }]);
    return answer(request);
  });
  try {
    return await use(await connect(stub.url), stub.requests);
  } finally {
    await stub.close();
  }
}

async function connect(loginUrl: string) {
  const { connection, org } = await connectToOrg({ loginUrl, apiVersion: '66.0', credentials: CREDENTIALS });
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const clock = () => new Date('2026-11-22T09:00:00.000Z');
  return {
    org,
    waits,
    reader: createOrgReader(connection, clock),
    finder: createSenderFinder(connection),
    writer: createOrgWriter(connection, wait),
    sender: createAlertSender(connection),
  };
}
