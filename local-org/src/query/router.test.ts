import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import type { Server } from 'node:http';
import request from 'supertest';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';
import { createServer } from '../server.ts';

const COUNT = 450;
let org: Org;
let server: Server;
let token: string;

beforeAll(async () => {
  org = createOrg();
  token = org.sessions.open(org.adminId);
  const admin = org.userById(org.adminId);
  org.records.transaction(() => {
    for (let n = 0; n < COUNT; n += 1) {
      org.records.create(admin, 'Account', { Name: `Account ${String(n).padStart(3, '0')}` });
    }
  });
  server = createServer(org);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  org.close();
});

function get(path: string) {
  return request(server).get(path).set('Authorization', `Bearer ${token}`);
}

function query(soql: string) {
  return get('/services/data/v66.0/query').query({ q: soql });
}

describe('the query resource', () => {
  test('answers records as the REST API does', async () => {
    const { status, body } = await query("SELECT Name, Owner.Name FROM Account WHERE Name = 'Account 007'");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      totalSize: 1,
      done: true,
      records: [
        { attributes: { type: 'Account' }, Name: 'Account 007', Owner: { attributes: { type: 'User' } } },
      ],
    });
  });

  test('pages by the batch size that is asked for', async () => {
    const first = await query('SELECT Id FROM Account').set('Sforce-Query-Options', 'batchSize=200');
    expect(first.body).toMatchObject({ totalSize: COUNT, done: false });
    expect(first.body.records).toHaveLength(200);
    const second = await get(first.body.nextRecordsUrl);
    expect(second.body).toMatchObject({ totalSize: COUNT, done: false });
    const third = await get(second.body.nextRecordsUrl);
    expect(third.body.records).toHaveLength(50);
    expect(third.body.done).toBe(true);
  });

  test.each([
    ['a query without text', '/services/data/v66.0/query', 400, 'MALFORMED_QUERY'],
    ['a query plan', '/services/data/v66.0/query?explain=SELECT+Id+FROM+Account', 501, 'NOT_IMPLEMENTED'],
    ['an unknown locator', '/services/data/v66.0/query/01g000000000000AAA-200', 400, 'INVALID_QUERY_LOCATOR'],
    ['an unknown object', '/services/data/v66.0/query?q=SELECT+Id+FROM+ScratchOrgInfo', 400, 'INVALID_TYPE'],
    [
      'a Tooling query on Apex',
      '/services/data/v66.0/tooling/query?q=SELECT+Id+FROM+ApexClass',
      400,
      'INVALID_TYPE',
    ],
    [
      'a Tooling query on fields',
      '/services/data/v66.0/tooling/query?q=SELECT+Id+FROM+CustomField',
      501,
      'NOT_IMPLEMENTED',
    ],
  ])('answers %s with the platform’s code', async (_what, path, status, errorCode) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject([{ errorCode }]);
  });

  test('asks for a session', async () => {
    const { status, body } = await request(server).get('/services/data/v66.0/query?q=SELECT+Id+FROM+Account');
    expect(status).toBe(401);
    expect(body).toMatchObject([{ errorCode: 'INVALID_SESSION_ID' }]);
  });

  test('answers deleted records to queryAll alone', async () => {
    const admin = org.userById(org.adminId);
    const { id } = org.records.create(admin, 'Contact', { LastName: 'Gone' });
    org.records.delete(admin, 'Contact', id);
    expect((await query('SELECT Id FROM Contact')).body.totalSize).toBe(0);
    const all = await get('/services/data/v66.0/queryAll').query({ q: 'SELECT Id, IsDeleted FROM Contact' });
    expect(all.body.records).toMatchObject([{ Id: id, IsDeleted: true }]);
  });

  test('describes the columns of a query', async () => {
    const soql = 'select id, owner.name, (select lastname from contacts) from account a';
    const { body } = await query(soql).query({ columns: 'true' });
    expect(body).toMatchObject({ entityName: 'Account', idSelected: true, groupBy: false });
    expect(body.columnMetadata).toMatchObject([
      { columnName: 'Id', joinColumns: [] },
      { columnName: 'Owner', joinColumns: [{ columnName: 'Name', textType: true }] },
      { columnName: 'Contacts', aggregate: true, joinColumns: [{ columnName: 'LastName' }] },
    ]);
    const grouped = await query('SELECT COUNT(Id), COUNT(Name) named FROM Account').query({
      columns: 'true',
    });
    expect(grouped.body.columnMetadata).toMatchObject([
      { columnName: 'expr0', displayName: 'COUNT(Id)', aggregate: true },
      { columnName: 'named', displayName: 'COUNT(Name)', aggregate: true },
    ]);
  });
});

describe('jsforce', () => {
  test('fetches every page', async () => {
    const { port } = server.address() as { port: number };
    const connection = new Connection({
      instanceUrl: `http://127.0.0.1:${port}`,
      accessToken: token,
      version: '66.0',
    });
    const { records } = await connection.query('SELECT Id, Name FROM Account ORDER BY Name', {
      autoFetch: true,
      maxFetch: 1000,
      headers: { 'Sforce-Query-Options': 'batchSize=200' },
    });
    expect(records.map(({ Name }) => Name)).toEqual(
      Array.from({ length: COUNT }, (_, n) => `Account ${String(n).padStart(3, '0')}`),
    );
    const failing = connection.query('SELECT Nope FROM Account');
    await expect(failing).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  });
});
