import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBulkClient, type BulkClient } from './bulk-client.ts';

const QUERY = '/services/data/v66.0/jobs/query';
let client: BulkClient;

beforeAll(async () => {
  client = await startBulkClient();
  const { org } = client;
  const admin = org.userById(org.adminId);
  org.records.transaction(() => {
    for (let n = 0; n < 2500; n += 1) {
      org.records.create(admin, 'Account', {
        Name: `A${String(n).padStart(4, '0')}`,
        ...(n === 0 ? { Description: 'a "b",\nc' } : {}),
      });
    }
  });
});

afterAll(() => client.close());

async function run(body: object): Promise<Record<string, unknown>> {
  const created = await client.call('post', QUERY).send(body).expect(200);
  expect(created.body).toMatchObject({ jobType: 'V2Query', state: 'UploadComplete', contentType: 'CSV' });
  return client.finished(`${QUERY}/${created.body.id}`);
}

describe('a query job', () => {
  test('answers every record once over its pages of results', async () => {
    const job = await run({ operation: 'query', query: 'select name from account order by name' });
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2500 });
    const names: string[] = [];
    let locator = '';
    while (locator !== 'null') {
      const suffix = locator ? `&locator=${locator}` : '';
      const page = await client
        .call('get', `${QUERY}/${String(job.id)}/results?maxRecords=1000${suffix}`)
        .expect(200);
      const [header, ...lines] = page.text.trimEnd().split('\n');
      expect(header).toBe('"Name"');
      expect(page.headers['sforce-numberofrecords']).toBe(String(lines.length));
      names.push(...lines);
      locator = String(page.headers['sforce-locator']);
    }
    expect(names).toEqual(Array.from({ length: 2500 }, (_, n) => `"A${String(n).padStart(4, '0')}"`));
  });

  test('writes parents, empty values, quotes and datetimes as the Bulk API does', async () => {
    const job = await run({
      operation: 'query',
      query: "SELECT Description, Owner.IsActive, Parent.Name, CreatedDate FROM Account WHERE Name = 'A0000'",
      columnDelimiter: 'PIPE',
      lineEnding: 'CRLF',
    });
    const { text } = await client.call('get', `${QUERY}/${String(job.id)}/results`);
    expect(text).toMatch(
      /^"Description"\|"Owner.IsActive"\|"Parent.Name"\|"CreatedDate"\r\n"a ""b"",\nc"\|"true"\|""\|"[\d-]+T[\d:]+\.000Z"\r\n$/,
    );
  });

  test('fails with the query’s own error', async () => {
    const job = await run({ operation: 'query', query: 'SELECT Nope FROM Account' });
    expect(job.state).toBe('Failed');
    expect(job.errorMessage).toContain("No such column 'Nope'");
    await client.call('get', `${QUERY}/${String(job.id)}/results`).expect(400);
  });

  test.each([
    [{ operation: 'query' }, 'INVALIDJOB'],
    [{ operation: 'insert', query: 'SELECT Id FROM Account' }, 'INVALIDJOB'],
    [{ operation: 'query', query: 'SELECT' }, 'MALFORMED_QUERY'],
    [{ operation: 'query', query: 'SELECT COUNT(Id) FROM Account' }, 'API_ERROR'],
    [{ operation: 'query', query: 'SELECT (SELECT Id FROM Contacts) FROM Account' }, 'API_ERROR'],
    [{ operation: 'query', query: 'SELECT Id FROM Account OFFSET 5' }, 'API_ERROR'],
  ])('is not created from %j', async (body, errorCode) => {
    const answer = await client.call('post', QUERY).send(body).expect(400);
    expect(answer.body).toMatchObject([{ errorCode }]);
  });

  test('is listed, aborted only before its end, and deleted after it', async () => {
    const job = await run({ operation: 'queryAll', query: 'SELECT Id FROM Account LIMIT 1' });
    const path = `${QUERY}/${String(job.id)}`;
    const list = await client.call('get', QUERY);
    expect(list.body.records[0]).toMatchObject({ id: job.id });
    await client.call('patch', path).send({ state: 'Aborted' }).expect(400);
    await client.call('get', `${path}/results?locator=nonsense`).expect(400);
    await client.call('get', `${path}/results?maxRecords=0`).expect(400);
    await client.call('delete', path).expect(204);
    await client.call('get', path).expect(404);
  });
});
