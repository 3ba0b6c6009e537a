import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { startEmptyOrg, type LocalOrg } from '../support/local-org.ts';

let org: LocalOrg;
let connection: Connection;

beforeAll(async () => {
  org = await startEmptyOrg();
  connection = new Connection({ instanceUrl: org.url, accessToken: org.accessToken, version: '66.0' });
});

afterAll(() => org.stop());

test('a record is created, read, updated and deleted', async () => {
  const created = await connection.sobject('Account').create({ Name: 'Cedar Works', Industry: 'Energy' });
  expect(created).toMatchObject({ success: true, id: expect.stringMatching(/^001\w{15}$/) });

  await connection.sobject('Account').update({ Id: created.id as string, Phone: '+1 555 0100' });
  const read = await connection.sobject('Account').retrieve(created.id as string);
  expect(read).toMatchObject({ Name: 'Cedar Works', Industry: 'Energy', Phone: '+1 555 0100' });

  await connection.sobject('Account').destroy(created.id as string);
  await expect(connection.sobject('Account').retrieve(created.id as string)).rejects.toMatchObject({
    errorCode: 'NOT_FOUND',
  });
});

test('more than two hundred records go in several requests and come back in pages', async () => {
  const records = Array.from({ length: 450 }, (_, index) => ({ LastName: `Reader ${index}` }));
  const results = await connection.sobject('Contact').create(records, { allowRecursive: true });
  expect(results.filter((result) => result.success)).toHaveLength(450);

  const names = new Set<string>();
  let page = await connection.query<{ LastName: string }>(
    "SELECT LastName FROM Contact WHERE LastName LIKE 'Reader %'",
    {
      headers: { 'Sforce-Query-Options': 'batchSize=200' },
    },
  );
  for (;;) {
    for (const record of page.records) names.add(record.LastName);
    if (page.done || !page.nextRecordsUrl) break;
    page = await connection.queryMore(page.nextRecordsUrl);
  }
  expect(names.size).toBe(450);
});

test('an unknown field is refused by name', async () => {
  await expect(
    connection.sobject('Account').create({ Name: 'Dune', Colour__c: 'red' }),
  ).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD',
    message: expect.stringContaining('Colour__c'),
  });
});
