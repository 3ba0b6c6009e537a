import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DATA, restClient, type RestClient } from '../rest-client.ts';

let client: RestClient;

beforeEach(() => {
  client = restClient();
});
afterEach(() => client.org.close());

describe('a collection', () => {
  const account = (Name: string | null) => ({ attributes: { type: 'Account' }, Name });

  test('saves the good records and reports the bad', async () => {
    const { body } = await client.call('post', `${DATA}/composite/sobjects`, {
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
    expect(client.accountNames()).toEqual(['A']);
  });

  test('that is all or none takes everything back', async () => {
    const { body } = await client.call('post', `${DATA}/composite/sobjects`, {
      allOrNone: true,
      records: [account('A'), account(null)],
    });
    expect(body.map((result: { errors: { statusCode: string }[] }) => result.errors[0]?.statusCode)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'REQUIRED_FIELD_MISSING',
    ]);
    expect(client.accountNames()).toEqual([]);
  });

  test('refuses more than 200 records and an external id that stands twice', async () => {
    const records = Array.from({ length: 201 }, () => account('A'));
    expect((await client.call('post', `${DATA}/composite/sobjects`, { records })).status).toBe(400);
    const twice = ['a-1', 'A-1'].map((Key__c) => ({ ...account('A'), Key__c }));
    const { body } = await client.call('patch', `${DATA}/composite/sobjects/Account/Key__c`, {
      records: twice,
    });
    expect(body.map((result: { success: boolean }) => result.success)).toEqual([false, false]);
  });

  test('is deleted by a list of Ids', async () => {
    const { body } = await client.call('post', `${DATA}/composite/sobjects`, {
      records: [account('A'), account('B')],
    });
    const ids = body.map(({ id }: { id: string }) => id).join(',');
    await client.call('delete', `${DATA}/composite/sobjects?ids=${ids}&allOrNone=true`);
    expect(client.accountNames()).toEqual([]);
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
    const { status, body } = await client.call('post', `${DATA}/composite/tree/Account`, tree({}));
    expect([status, body.hasErrors]).toEqual([201, false]);
    expect(body.results.map((result: { referenceId: string }) => result.referenceId)).toEqual([
      'acme',
      'visit1',
      'visit2',
    ]);
    const found = client.org.queries.soql(
      client.admin(),
      "SELECT Id FROM Visit__c WHERE Account__r.Name = 'Acme'",
    );
    expect(found.totalSize).toBe(2);
  });

  test('creates nothing when one record is wrong, and says which', async () => {
    const { status, body } = await client.call(
      'post',
      `${DATA}/composite/tree/Account`,
      tree({ Nope__c: 1 }),
    );
    expect([status, body.hasErrors, body.results]).toMatchObject([
      400,
      true,
      [{ referenceId: 'visit2', errors: [{ statusCode: 'INVALID_FIELD' }] }],
    ]);
    expect(client.accountNames()).toEqual([]);
  });

  test('refuses a reference id that stands twice', async () => {
    const again = { attributes: { type: 'Visit__c', referenceId: 'visit1' } };
    const { body } = await client.call('post', `${DATA}/composite/tree/Account`, tree(again));
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
    const { body } = await client.call('post', `${DATA}/composite`, { compositeRequest: steps('Lee') });
    const [, , found] = body.compositeResponse;
    expect([found.httpStatusCode, found.body.records]).toMatchObject([200, [{ Name: 'Lee' }]]);
  });

  test('that is all or none takes everything back', async () => {
    const { body } = await client.call('post', `${DATA}/composite`, {
      allOrNone: true,
      compositeRequest: steps(null),
    });
    const codes = body.compositeResponse.map(
      (one: { body: { errorCode: string }[] }) => one.body[0]?.errorCode,
    );
    expect(codes).toEqual(['PROCESSING_HALTED', 'REQUIRED_FIELD_MISSING', 'PROCESSING_HALTED']);
    expect(client.accountNames()).toEqual([]);
  });

  test('goes on after a failure otherwise', async () => {
    const { body } = await client.call('post', `${DATA}/composite`, { compositeRequest: steps(null) });
    const statuses = body.compositeResponse.map((one: { httpStatusCode: number }) => one.httpStatusCode);
    expect([statuses, client.accountNames()]).toEqual([[201, 400, 200], ['Acme']]);
  });

  test.each([
    ['25 calls', 26, 0],
    ['5 queries and collections', 6, 2],
  ])('holds at most %s', async (_limit, length, step) => {
    const compositeRequest = Array.from({ length }, (_, index) => ({
      ...steps('Lee')[step],
      referenceId: `r${index}`,
    }));
    const { body } = await client.call('post', `${DATA}/composite`, { compositeRequest });
    expect(body[0].errorCode).toBe('LIMIT_EXCEEDED');
  });
});
