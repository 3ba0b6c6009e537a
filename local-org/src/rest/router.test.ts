import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DATA, restClient, type RestClient } from './rest-client.ts';

let client: RestClient;

beforeEach(() => {
  client = restClient();
});
afterEach(() => client.org.close());

describe('the REST API', () => {
  test('lists its versions to everyone, and its resources to those who are logged in', async () => {
    const versions = await client.anonymous('get', '/services/data/');
    expect(versions.body.at(-1)).toEqual({ label: "Spring '26", url: DATA, version: '66.0' });
    expect((await client.anonymous('get', DATA)).status).toBe(401);
    expect((await client.call('get', `/${DATA}/`)).body).toMatchObject({ sobjects: `${DATA}/sobjects` });
  });

  test('counts every call in Sforce-Limit-Info and in limits', async () => {
    expect((await client.call('get', `${DATA}/limits`)).headers['sforce-limit-info']).toBe(
      'api-usage=1/115000',
    );
    const { body, headers } = await client.call('get', `${DATA}/limits`);
    expect([body.DailyApiRequests.Remaining, headers['sforce-limit-info']]).toEqual([
      114998,
      'api-usage=2/115000',
    ]);
  });

  test.each([
    ['get', `${DATA}/nothing`, 404, 'NOT_FOUND'],
    ['get', '/services/data/v12.0/sobjects', 404, 'NOT_FOUND'],
    ['get', `${DATA}/sobjects/Nothing__c/describe`, 404, 'NOT_FOUND'],
    ['get', `${DATA}/sobjects/Account/001Tn000000zzzzAAA`, 404, 'NOT_FOUND'],
    ['delete', `${DATA}/sobjects/Account/001Tn000000zzzz`, 404, 'INVALID_CROSS_REFERENCE_KEY'],
    ['delete', `${DATA}/sobjects/Account`, 405, 'METHOD_NOT_ALLOWED'],
    ['get', `${DATA}/actions/standard/chatterPost`, 501, 'NOT_IMPLEMENTED'],
    ['get', `${DATA}/sobjects/Account/%E0%A4%A`, 400, 'MALFORMED_URL'],
  ] as const)('answers %s %s with %i %s', async (method, path, status, errorCode) => {
    const response = await client.call(method, path);
    expect([response.status, response.body]).toEqual([status, [expect.objectContaining({ errorCode })]]);
  });

  test('answers a body that is no JSON, or no object, as a parser error', async () => {
    const broken = await client.call('post', `${DATA}/sobjects/Account`).type('json').send('{"Name":');
    const list = await client.call('post', `${DATA}/sobjects/Account`, []);
    expect([broken, list].map(({ status, body }) => [status, body[0].errorCode])).toEqual([
      [400, 'JSON_PARSER_ERROR'],
      [400, 'JSON_PARSER_ERROR'],
    ]);
  });

  test('takes the browser cookie from its own pages, and not from another site', async () => {
    const post = (headers: Record<string, string>) =>
      client
        .anonymous('post', `${DATA}/sobjects/Account`)
        .set('Cookie', `sid=${client.token()}`)
        .set(headers)
        .send({ Name: 'A' });
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await post({ origin: 'https://evil.example' })).status).toBe(401);
    expect((await post({ origin: 'null' })).status).toBe(401);
  });

  test('is closed to a user without API Enabled', async () => {
    const guest = client.addUser('guest', { profile: 'Minimum Access - Salesforce' });
    client.logIn(guest().userId);
    const { status, body } = await client.call('get', `${DATA}/sobjects`);
    expect([status, body[0].errorCode]).toEqual([403, 'API_CURRENTLY_DISABLED']);
  });
});

describe('one record', () => {
  test('is created, read by some fields, changed and deleted', async () => {
    const made = await client.call('post', `${DATA}/sobjects/Account`, { Name: 'Acme', Industry: 'Media' });
    expect([made.status, made.body]).toEqual([201, { id: expect.any(String), success: true, errors: [] }]);
    const path = `${DATA}/sobjects/Account/${made.body.id}`;
    expect((await client.call('patch', path, { Industry: null })).status).toBe(204);
    const { body } = await client.call('get', `${path}?fields=Name,Industry`);
    expect(body).toEqual({
      attributes: { type: 'Account', url: path },
      Name: 'Acme',
      Industry: null,
    });
    expect((await client.call('delete', path)).status).toBe(204);
    expect((await client.call('delete', path)).body[0].errorCode).toBe('ENTITY_IS_DELETED');
  });

  test('is upserted by an external id with characters of a URL in it', async () => {
    const path = `${DATA}/sobjects/Account/Key__c/${encodeURIComponent('A/1 ü?')}`;
    const first = await client.call('patch', path, { Name: 'One' });
    const second = await client.call('patch', path, { Name: 'Two' });
    expect([first.status, first.body.created, second.status, second.body.created]).toEqual([
      201,
      true,
      200,
      false,
    ]);
    expect((await client.call('get', path)).body).toMatchObject({ Key__c: 'A/1 ü?', Name: 'Two' });
    expect((await client.call('patch', path, { Key__c: 'B' })).body[0].message).toBe(
      'The Key__c field should not be specified in the sobject data.',
    );
  });
});

describe('changes', () => {
  test('of a span of time are listed, those the user may not see left out', async () => {
    const wish = client.org.records.create(client.admin(), 'Wish__c', {}).id;
    const span = 'start=2026-11-22T09:00:00%2B00:00&end=2026-11-22T11:00:00%2B00:00';
    expect((await client.call('get', `${DATA}/sobjects/Wish__c/updated?${span}`)).body).toEqual({
      ids: [wish],
      latestDateCovered: '2026-11-22T11:00:00.000+0000',
    });
    client.logIn(client.addUser('other')().userId);
    expect((await client.call('get', `${DATA}/sobjects/Wish__c/updated?${span}`)).body.ids).toEqual([]);
  });

  test('want a span that is one', async () => {
    const ask = async (span: string) =>
      (await client.call('get', `${DATA}/sobjects/Account/deleted?${span}`)).body[0].errorCode;
    expect(await ask('start=2026-11-22T09:00:00Z')).toBe('MISSING_ARGUMENT');
    expect(await ask('start=yesterday&end=today')).toBe('MALFORMED_DATE');
    expect(await ask('start=2026-11-22T09:00:00Z&end=2026-11-22T08:00:00Z')).toBe('INVALID_REPLICATION_DATE');
    expect(await ask('start=2026-11-22T09:00:05Z&end=2026-11-22T09:00:55Z')).toBe('INVALID_REPLICATION_DATE');
    expect(await ask('start=2026-09-01T00:00:00Z&end=2026-11-22T08:00:00Z')).toBe('INVALID_REPLICATION_DATE');
  });
});
