import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { startBulkClient, type BulkClient } from './bulk-client.ts';

const INGEST = '/services/data/v66.0/jobs/ingest';
let client: BulkClient;

beforeAll(async () => {
  client = await startBulkClient();
  client.org.schemaWriter.saveField('Account', {
    name: 'Key__c',
    label: 'Key',
    type: 'string',
    custom: true,
    length: 40,
    nillable: false,
    createable: true,
    updateable: true,
    unique: true,
    externalId: true,
  });
});

afterAll(() => client.close());

beforeEach(() => {
  client.org.database.exec('DELETE FROM "Contact"; DELETE FROM "Account"');
});

function rows(soql: string) {
  const { org } = client;
  return org.queries.soql(org.userById(org.adminId), soql).records;
}

describe('an ingest job', () => {
  test('inserts what can be inserted, and says of each row what became of it', async () => {
    const csv = [
      'Name,Key__c,NumberOfEmployees,Description',
      'Acme,a1,5,"Two\nlines, ""quoted"""',
      ',a2,6,',
      'Brio,a3,many,x',
      'Cora,a1,7,',
    ].join('\n');
    const job = await client.ingest({ object: 'account', operation: 'insert' }, csv);
    expect(job).toMatchObject({
      object: 'Account',
      state: 'JobComplete',
      jobType: 'V2Ingest',
      numberRecordsProcessed: 4,
      numberRecordsFailed: 3,
      lineEnding: 'LF',
      apiVersion: 66,
    });
    expect(rows('SELECT Name, Key__c, NumberOfEmployees, Description FROM Account')).toMatchObject([
      { Name: 'Acme', Key__c: 'a1', NumberOfEmployees: 5, Description: 'Two\nlines, "quoted"' },
    ]);
    expect(await client.results(job.id, 'successfulResults')).toMatch(
      /^"sf__Id","sf__Created","Name","Key__c","NumberOfEmployees","Description"\n"001\w{15}","true","Acme","a1","5","Two\nlines, ""quoted"""\n$/,
    );
    const failed = (await client.results(job.id, 'failedResults')).split('\n');
    expect(failed[0]).toBe('"sf__Id","sf__Error","Name","Key__c","NumberOfEmployees","Description"');
    expect(failed[1]).toMatch(/^"","REQUIRED_FIELD_MISSING:.*\[Name\]:Name --","","a2","6",""$/);
    expect(failed[2]).toMatch(/^"","\w+:.*many.*:NumberOfEmployees --","Brio"/);
    expect(failed[3]).toMatch(/^"","DUPLICATE_VALUE:.*--","Cora"/);
    expect(await client.results(job.id, 'unprocessedrecords')).toBe(
      '"Name","Key__c","NumberOfEmployees","Description"\n',
    );
  });

  test('upserts by external id, leaves empty cells alone and clears #N/A', async () => {
    await client.ingest(
      { object: 'Account', operation: 'insert' },
      'Name,Key__c,NumberOfEmployees,Phone\nAcme,a1,5,123\n',
    );
    const job = await client.ingest(
      { object: 'Account', operation: 'upsert', externalIdFieldName: 'key__c' },
      'key__c,NAME,NumberOfEmployees,Phone\na1,,#N/A,\nb1,Brio,3,\n',
    );
    expect(job).toMatchObject({
      state: 'JobComplete',
      externalIdFieldName: 'Key__c',
      numberRecordsFailed: 0,
    });
    expect(rows('SELECT Name, NumberOfEmployees, Phone FROM Account ORDER BY Name')).toMatchObject([
      { Name: 'Acme', NumberOfEmployees: null, Phone: '123' },
      { Name: 'Brio', NumberOfEmployees: 3, Phone: null },
    ]);
    expect(await client.results(job.id, 'successfulResults')).toMatch(/"false","a1".*\n"\w{18}","true","b1"/);
  });

  test('finds parents by their external id', async () => {
    await client.ingest({ object: 'Account', operation: 'insert' }, 'Name,Key__c\nAcme,a1\n');
    const job = await client.ingest(
      { object: 'Contact', operation: 'insert' },
      'LastName,Account.Key__c\nAnn,a1\nBen,nope\n',
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect(rows('SELECT LastName, Account.Name FROM Contact')).toMatchObject([
      { LastName: 'Ann', Account: { Name: 'Acme' } },
    ]);
    expect(await client.results(job.id, 'failedResults')).toMatch(
      /INVALID_FIELD:Foreign key external ID: nope not found/,
    );
  });

  test('updates and deletes by Id', async () => {
    await client.ingest({ object: 'Account', operation: 'insert' }, 'Name,Key__c\nAcme,a1\nBrio,b1\n');
    const [acme, brio] = rows('SELECT Id FROM Account ORDER BY Name').map(({ Id }) => String(Id));
    const update = await client.ingest(
      { object: 'Account', operation: 'update' },
      `Id,Name\n${acme},Acme Ltd\n,Nobody\n`,
    );
    expect(update).toMatchObject({ numberRecordsFailed: 1 });
    expect(await client.results(update.id, 'failedResults')).toMatch(
      /MISSING_ARGUMENT:Id not specified in an? update call:--/,
    );
    await client.ingest({ object: 'Account', operation: 'delete' }, `Id\n${brio}\n`);
    expect(rows('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme Ltd' }]);
  });

  test('takes semicolons, CRLF and a byte order mark', async () => {
    const job = await client.ingest(
      { object: 'Account', operation: 'insert', columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' },
      '\uFEFFName;Key__c\r\nCórdoba, S.A.;c1\r\n',
    );
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsFailed: 0 });
    expect(rows("SELECT Name FROM Account WHERE Name = 'CÓRDOBA, S.A.'")).toHaveLength(1);
    expect(await client.results(job.id, 'successfulResults')).toMatch(/;"Córdoba, S.A.";"c1"\r\n$/);
  });

  test.each([
    ['an unknown column', 'Name,Nope__c\nAcme,1\n', 'InvalidBatch : Field name not found : Nope__c'],
    ['an unknown parent', 'Name,Parent.Nope\nAcme,1\n', 'InvalidBatch : Field name not found : Parent.Nope'],
    ['a column given twice', 'Name,name\nAcme,1\n', 'InvalidBatch : Field name is duplicated : Name'],
    [
      'other line ends than it says',
      'Name\r\nAcme\r\n',
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
    ],
    ['an open quote', 'Name\n"Acme\n', 'ClientInputError : Quote Not Closed'],
  ])('fails as a whole on %s, and saves nothing', async (_what, csv, message) => {
    const job = await client.ingest({ object: 'Account', operation: 'insert' }, csv);
    expect(job).toMatchObject({ state: 'Failed', numberRecordsProcessed: 0 });
    expect(job.errorMessage).toContain(message);
    expect(rows('SELECT Id FROM Account')).toEqual([]);
  });

  test('keeps the rows of a failed job as unprocessed', async () => {
    const job = await client.ingest({ object: 'Account', operation: 'insert' }, 'Name,Nope__c\nAcme,1\n');
    expect(await client.results(job.id, 'unprocessedrecords')).toBe('"Name","Nope__c"\n"Acme","1"\n');
  });

  test('fails a row of another length alone', async () => {
    const job = await client.ingest(
      { object: 'Account', operation: 'insert' },
      'Name,Key__c\nAcme\nBrio,b1\n',
    );
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect(await client.results(job.id, 'failedResults')).toMatch(
      /INVALID_INPUT:the row has 1 columns, the header has 2/,
    );
  });

  test.each([
    [{ operation: 'insert', object: 'Nope' }, 400, 'INVALIDENTITY'],
    [{ operation: 'destroy', object: 'Account' }, 400, 'INVALIDJOB'],
    [{ operation: 'hardDelete', object: 'Account' }, 501, 'NOT_IMPLEMENTED'],
    [{ operation: 'upsert', object: 'Account' }, 400, 'INVALIDJOB'],
    [{ operation: 'upsert', object: 'Account', externalIdFieldName: 'Name' }, 400, 'INVALIDJOB'],
    [{ operation: 'insert', object: 'Account', columnDelimiter: 'X' }, 400, 'INVALIDJOB'],
    [{ operation: 'insert', object: 'Account', contentType: 'XML' }, 400, 'INVALIDJOB'],
  ])('is not created from %j', async (body, status, errorCode) => {
    const answer = await client.call('post', INGEST).send(body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject([{ errorCode }]);
  });

  test('goes through its states in order, and no other way', async () => {
    const { body: job } = await client.call('post', INGEST).send({ object: 'Account', operation: 'insert' });
    expect(job).toMatchObject({
      state: 'Open',
      contentUrl: `services/data/v66.0/jobs/ingest/${job.id}/batches`,
    });
    const path = `${INGEST}/${job.id}`;
    await client.call('put', `${path}/batches`).type('text/plain').send('Name').expect(415);
    await client.call('get', `${path}/failedResults`).expect(400);
    await client.call('delete', path).expect(400);
    await client.call('put', `${path}/batches`).type('text/csv').send('Name\nAcme\n').expect(201);
    await client.call('put', `${path}/batches`).type('text/csv').send('Name\nAcme\n').expect(400);
    await client.call('patch', path).send({ state: 'Done' }).expect(400);
    await client.call('patch', path).send({ state: 'Aborted' }).expect(200);
    await client.call('patch', path).send({ state: 'UploadComplete' }).expect(400);
    const list = await client.call('get', INGEST);
    expect(list.body.records[0]).toMatchObject({ id: job.id, state: 'Aborted' });
    await client.call('delete', path).expect(204);
    await client.call('get', path).expect(404);
  });

  test('loads 10,000 rows while the server goes on answering', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `Account ${n},k${n}`);
    const { body: job } = await client.call('post', INGEST).send({ object: 'Account', operation: 'insert' });
    const path = `${INGEST}/${job.id}`;
    await client
      .call('put', `${path}/batches`)
      .type('text/csv')
      .send(`Name,Key__c\n${lines.join('\n')}\n`);
    await client.call('patch', path).send({ state: 'UploadComplete' });
    const seen = new Set<number>();
    for (let state = ''; state !== 'JobComplete';) {
      const { body } = await client.call('get', path);
      seen.add(body.numberRecordsProcessed);
      state = body.state;
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(rows('SELECT COUNT(Id) n FROM Account')).toMatchObject([{ n: 10_000 }]);
  });
});

describe('jsforce', () => {
  test('loads records and reads their results', async () => {
    const connection = new Connection({
      instanceUrl: client.url,
      accessToken: client.token,
      version: '66.0',
    });
    const results = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: [
        { Name: 'Acme', Key__c: 'a1' },
        { Name: '', Key__c: 'a2' },
      ],
      pollInterval: 20,
      pollTimeout: 10_000,
    });
    expect(results.successfulResults).toMatchObject([{ sf__Created: 'true', Name: 'Acme' }]);
    expect(results.failedResults).toMatchObject([
      { Key__c: 'a2', sf__Error: expect.stringContaining('REQUIRED_FIELD_MISSING') },
    ]);
    expect(results.unprocessedRecords).toEqual([]);
  });
});

test('an insert keeps the days of another system for those who may set them, an upsert never', async () => {
  const { org } = client;
  org.permissionSets.savePermissionSet({
    ...{
      name: 'History',
      label: 'History',
      objectPermissions: [],
      tabSettings: [],
      applicationVisibilities: [],
    },
    fieldPermissions: [{ field: 'Account.Key__c', readable: true, editable: true }],
    systemPermissions: ['CreateAuditFields'],
  });
  const PermissionSetId = String(rows("SELECT Id FROM PermissionSet WHERE Name = 'History'")[0]?.Id);
  const admin = org.userById(org.adminId);
  org.records.create(admin, 'PermissionSetAssignment', { AssigneeId: org.adminId, PermissionSetId });

  const csv = 'Name,Key__c,CreatedDate\nAcme,h1,2026-03-01T08:30:00Z\n';
  const inserted = await client.ingest({ object: 'Account', operation: 'insert' }, csv);
  expect(inserted).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 0 });
  expect(rows('SELECT CreatedDate FROM Account')).toMatchObject([
    { CreatedDate: '2026-03-01T08:30:00.000+0000' },
  ]);

  const job = { object: 'Account', operation: 'upsert', externalIdFieldName: 'Key__c' };
  const upserted = await client.ingest(job, csv.replace('h1', 'h2'));
  expect(await client.results(upserted.id, 'failedResults')).toContain(
    'INVALID_FIELD_FOR_INSERT_UPDATE:Unable to create/update fields: CreatedDate.',
  );
});
