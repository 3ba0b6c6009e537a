import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Server } from 'node:http';
import request from 'supertest';
import { customerOrg, type CustomerOrg } from '../records/customer-org.ts';
import { createServer } from '../server.ts';

const DATA = '/services/data/v66.0';

let kit: CustomerOrg;
let server: Server;
let token: string;

beforeEach(() => {
  kit = customerOrg();
  server = createServer(kit.org);
  token = kit.org.sessions.open(kit.org.adminId);
});
afterEach(() => kit.org.close());

function call(method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object) {
  const started = request(server)[method](path).auth(token, { type: 'bearer' });
  return body === undefined ? started : started.send(body);
}

function accountNames(): unknown[] {
  return kit.org.queries
    .soql(kit.admin(), 'SELECT Name FROM Account ORDER BY Name')
    .records.map(({ Name }) => Name);
}

describe('the REST API', () => {
  test('lists its versions to everyone, and its resources to those who are logged in', async () => {
    const versions = await request(server).get('/services/data/');
    expect(versions.body.at(-1)).toEqual({ label: "Spring '26", url: DATA, version: '66.0' });
    expect((await request(server).get(DATA)).status).toBe(401);
    expect((await call('get', `/${DATA}/`)).body).toMatchObject({ sobjects: `${DATA}/sobjects` });
  });

  test('counts every call in Sforce-Limit-Info and in limits', async () => {
    expect((await call('get', `${DATA}/limits`)).headers['sforce-limit-info']).toBe('api-usage=1/15000');
    const { body, headers } = await call('get', `${DATA}/limits`);
    expect([body.DailyApiRequests.Remaining, headers['sforce-limit-info']]).toEqual([
      14998,
      'api-usage=2/15000',
    ]);
  });

  test.each([
    ['get', `${DATA}/nothing`, 404, 'NOT_FOUND'],
    ['get', '/services/data/v12.0/sobjects', 404, 'NOT_FOUND'],
    ['get', `${DATA}/sobjects/Nothing__c/describe`, 404, 'NOT_FOUND'],
    ['get', `${DATA}/sobjects/Account/001Tn000000zzzzAAA`, 404, 'NOT_FOUND'],
    ['delete', `${DATA}/sobjects/Account/001Tn000000zzzz`, 404, 'INVALID_CROSS_REFERENCE_KEY'],
    ['delete', `${DATA}/sobjects/Account`, 405, 'METHOD_NOT_ALLOWED'],
    ['get', `${DATA}/actions/standard/emailSimple`, 501, 'NOT_IMPLEMENTED'],
    ['get', `${DATA}/sobjects/Account/%E0%A4%A`, 400, 'MALFORMED_URL'],
  ] as const)('answers %s %s with %i %s', async (method, path, status, errorCode) => {
    const response = await call(method, path);
    expect([response.status, response.body]).toEqual([status, [expect.objectContaining({ errorCode })]]);
  });

  test('answers a body that is no JSON, or no object, as a parser error', async () => {
    const broken = await call('post', `${DATA}/sobjects/Account`).type('json').send('{"Name":');
    const list = await call('post', `${DATA}/sobjects/Account`, []);
    expect([broken, list].map(({ status, body }) => [status, body[0].errorCode])).toEqual([
      [400, 'JSON_PARSER_ERROR'],
      [400, 'JSON_PARSER_ERROR'],
    ]);
  });

  test('takes the browser cookie from its own pages, and not from another site', async () => {
    const post = (headers: Record<string, string>) =>
      request(server)
        .post(`${DATA}/sobjects/Account`)
        .set('Cookie', `sid=${token}`)
        .set(headers)
        .send({ Name: 'A' });
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await post({ origin: 'https://evil.example' })).status).toBe(401);
    expect((await post({ origin: 'null' })).status).toBe(401);
  });

  test('is closed to a user without API Enabled', async () => {
    const guest = kit.addUser('guest', { profile: 'Minimum Access - Salesforce' });
    token = kit.org.sessions.open(guest().userId);
    const { status, body } = await call('get', `${DATA}/sobjects`);
    expect([status, body[0].errorCode]).toEqual([403, 'API_CURRENTLY_DISABLED']);
  });
});

describe('one record', () => {
  test('is created, read by some fields, changed and deleted', async () => {
    const made = await call('post', `${DATA}/sobjects/Account`, { Name: 'Acme', Industry: 'Media' });
    expect([made.status, made.body]).toEqual([201, { id: expect.any(String), success: true, errors: [] }]);
    const path = `${DATA}/sobjects/Account/${made.body.id}`;
    expect((await call('patch', path, { Industry: null })).status).toBe(204);
    const { body } = await call('get', `${path}?fields=Name,Industry`);
    expect(body).toEqual({
      attributes: { type: 'Account', url: path },
      Name: 'Acme',
      Industry: null,
    });
    expect((await call('delete', path)).status).toBe(204);
    expect((await call('delete', path)).body[0].errorCode).toBe('ENTITY_IS_DELETED');
  });

  test('is upserted by an external id with characters of a URL in it', async () => {
    const path = `${DATA}/sobjects/Account/Key__c/${encodeURIComponent('A/1 ü?')}`;
    const first = await call('patch', path, { Name: 'One' });
    const second = await call('patch', path, { Name: 'Two' });
    expect([first.status, first.body.created, second.status, second.body.created]).toEqual([
      201,
      true,
      200,
      false,
    ]);
    expect((await call('get', path)).body).toMatchObject({ Key__c: 'A/1 ü?', Name: 'Two' });
    expect((await call('patch', path, { Key__c: 'B' })).body[0].message).toBe(
      'The Key__c field should not be specified in the sobject data.',
    );
  });
});

describe('a collection', () => {
  const account = (Name: string | null) => ({ attributes: { type: 'Account' }, Name });

  test('saves the good records and reports the bad', async () => {
    const { body } = await call('post', `${DATA}/composite/sobjects`, {
      records: [account('A'), account(null)],
    });
    expect(body.map((result: { success: boolean }) => result.success)).toEqual([true, false]);
    expect(body[1].errors).toEqual([
      {
        statusCode: 'REQUIRED_FIELD_MISSING',
        message: 'Required fields are missing: [Name]',
        fields: ['Name'],
      },
    ]);
    expect(accountNames()).toEqual(['A']);
  });

  test('that is all or none takes everything back', async () => {
    const { body } = await call('post', `${DATA}/composite/sobjects`, {
      allOrNone: true,
      records: [account('A'), account(null)],
    });
    expect(body.map((result: { errors: { statusCode: string }[] }) => result.errors[0]?.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
    ]);
    expect(accountNames()).toEqual([]);
  });

  test('refuses more than 200 records and an external id that stands twice', async () => {
    const records = Array.from({ length: 201 }, () => account('A'));
    expect((await call('post', `${DATA}/composite/sobjects`, { records })).status).toBe(400);
    const twice = ['a-1', 'A-1'].map((Key__c) => ({ ...account('A'), Key__c }));
    const { body } = await call('patch', `${DATA}/composite/sobjects/Account/Key__c`, { records: twice });
    expect(body.map((result: { success: boolean }) => result.success)).toEqual([false, false]);
  });

  test('is deleted by a list of Ids', async () => {
    const { body } = await call('post', `${DATA}/composite/sobjects`, {
      records: [account('A'), account('B')],
    });
    const ids = body.map(({ id }: { id: string }) => id).join(',');
    await call('delete', `${DATA}/composite/sobjects?ids=${ids}&allOrNone=true`);
    expect(accountNames()).toEqual([]);
  });
});

describe('a tree', () => {
  const tree = (second: object) => ({
    records: [
      {
        attributes: { type: 'Account', referenceId: 'acme' },
        Name: 'Acme',
        Visits__r: {
          records: [
            { attributes: { type: 'Visit__c', referenceId: 'visit1' } },
            { attributes: { type: 'Visit__c', referenceId: 'visit2' }, ...second },
          ],
        },
      },
    ],
  });

  test('creates children under their parents', async () => {
    const { status, body } = await call('post', `${DATA}/composite/tree/Account`, tree({}));
    expect([status, body.hasErrors]).toEqual([201, false]);
    expect(body.results.map((result: { referenceId: string }) => result.referenceId)).toEqual([
      'acme',
      'visit1',
      'visit2',
    ]);
    const found = kit.org.queries.soql(kit.admin(), "SELECT Id FROM Visit__c WHERE Account__r.Name = 'Acme'");
    expect(found.totalSize).toBe(2);
  });

  test('creates nothing when one record is wrong, and says which', async () => {
    const { status, body } = await call('post', `${DATA}/composite/tree/Account`, tree({ Nope__c: 1 }));
    expect([status, body.hasErrors, body.results]).toMatchObject([
      400,
      true,
      [{ referenceId: 'visit2', errors: [{ statusCode: 'INVALID_FIELD' }] }],
    ]);
    expect(accountNames()).toEqual([]);
  });

  test('refuses a reference id that stands twice', async () => {
    const again = { attributes: { type: 'Visit__c', referenceId: 'visit1' } };
    const { body } = await call('post', `${DATA}/composite/tree/Account`, tree(again));
    expect(body[0].message).toBe('Duplicate ReferenceId provided in the request: visit1');
  });
});

describe('a composite', () => {
  const steps = (name: string | null) => [
    { method: 'POST', url: `${DATA}/sobjects/Account`, referenceId: 'acme', body: { Name: 'Acme' } },
    {
      method: 'POST',
      url: `${DATA}/sobjects/Contact`,
      referenceId: 'ada',
      body: { LastName: name, AccountId: '@{acme.id}' },
    },
    {
      method: 'GET',
      url: `${DATA}/query?q=SELECT+Name+FROM+Contact+WHERE+AccountId='@{acme.id}'`,
      referenceId: 'found',
    },
  ];

  test('lets later calls use what earlier ones answered', async () => {
    const { body } = await call('post', `${DATA}/composite`, { compositeRequest: steps('Lee') });
    const [, , found] = body.compositeResponse;
    expect([found.httpStatusCode, found.body.records]).toMatchObject([200, [{ Name: 'Lee' }]]);
  });

  test('that is all or none takes everything back', async () => {
    const { body } = await call('post', `${DATA}/composite`, {
      allOrNone: true,
      compositeRequest: steps(null),
    });
    const codes = body.compositeResponse.map(
      (one: { body: { errorCode: string }[] }) => one.body[0]?.errorCode,
    );
    expect(codes).toEqual(['PROCESSING_HALTED', 'REQUIRED_FIELD_MISSING', 'PROCESSING_HALTED']);
    expect(accountNames()).toEqual([]);
  });

  test('goes on after a failure otherwise', async () => {
    const { body } = await call('post', `${DATA}/composite`, { compositeRequest: steps(null) });
    const statuses = body.compositeResponse.map((one: { httpStatusCode: number }) => one.httpStatusCode);
    expect([statuses, accountNames()]).toEqual([[201, 400, 200], ['Acme']]);
  });

  test('holds at most 25 calls', async () => {
    const [first] = steps('Lee');
    const compositeRequest = Array.from({ length: 26 }, (_, index) => ({
      ...first,
      referenceId: `r${index}`,
    }));
    expect((await call('post', `${DATA}/composite`, { compositeRequest })).body[0].errorCode).toBe(
      'LIMIT_EXCEEDED',
    );
  });
});

describe('changes', () => {
  test('of a span of time are listed, those the user may not see left out', async () => {
    const wish = kit.org.records.create(kit.admin(), 'Wish__c', {}).id;
    const span = 'start=2026-11-22T09:00:00%2B00:00&end=2026-11-22T11:00:00%2B00:00';
    expect((await call('get', `${DATA}/sobjects/Wish__c/updated?${span}`)).body).toEqual({
      ids: [wish],
      latestDateCovered: '2026-11-22T11:00:00.000+0000',
    });
    token = kit.org.sessions.open(kit.addUser('other')().userId);
    expect((await call('get', `${DATA}/sobjects/Wish__c/updated?${span}`)).body.ids).toEqual([]);
  });

  test('want a span that is one', async () => {
    const ask = async (span: string) =>
      (await call('get', `${DATA}/sobjects/Account/deleted?${span}`)).body[0].errorCode;
    expect(await ask('start=2026-11-22T09:00:00Z')).toBe('MISSING_ARGUMENT');
    expect(await ask('start=yesterday&end=today')).toBe('MALFORMED_DATE');
    expect(await ask('start=2026-11-22T09:00:00Z&end=2026-11-22T08:00:00Z')).toBe('INVALID_REPLICATION_DATE');
    expect(await ask('start=2026-09-01T00:00:00Z&end=2026-11-22T08:00:00Z')).toBe('INVALID_REPLICATION_DATE');
  });
});
