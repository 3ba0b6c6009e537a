import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DATA, restClient, type RestClient } from '../rest-client.ts';

const values = { Name: 'Acme', CreatedDate: '2026-03-01T08:30:00Z' };
const record = { attributes: { type: 'Account' }, ...values };

let client: RestClient;

beforeEach(() => {
  client = restClient();
});
afterEach(() => client.org.close());

async function createable(): Promise<string[]> {
  const { body } = await client.call('get', `${DATA}/sobjects/Account/describe`).expect(200);
  return (body.fields as { name: string; createable: boolean }[])
    .filter((field) => field.createable && /^Created|^LastModified|^System/.test(field.name))
    .map(({ name }) => name);
}

describe('audit fields', () => {
  test('are described as createable to those alone who may set them', async () => {
    expect(await createable()).toEqual([]);
    client.grantSystemPermission(client.org.adminId, 'CreateAuditFields');
    expect(await createable()).toEqual([
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
    ]);
  });

  test('are taken by a create, a collection and a tree', async () => {
    client.grantSystemPermission(client.org.adminId, 'CreateAuditFields');
    await client.call('post', `${DATA}/sobjects/Account`, values).expect(201);
    await client.call('post', `${DATA}/composite/sobjects`, { records: [record] }).expect(200);
    const tree = { records: [{ ...record, attributes: { type: 'Account', referenceId: 'one' } }] };
    await client.call('post', `${DATA}/composite/tree/Account`, tree).expect(201);
    const { records } = client.org.queries.soql(client.admin(), 'SELECT CreatedDate FROM Account');
    expect(records.map((one) => one.CreatedDate)).toEqual(Array(3).fill('2026-03-01T08:30:00.000+0000'));
  });

  test('are refused by an upsert of a new record, and by UI API', async () => {
    client.grantSystemPermission(client.org.adminId, 'CreateAuditFields');
    const upsert = await client.call('patch', `${DATA}/sobjects/Account/Key__c/A-1`, values).expect(400);
    expect(upsert.body).toMatchObject([
      { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['CreatedDate'] },
    ]);
    const body = { apiName: 'Account', fields: values };
    const ui = await client.call('post', `${DATA}/ui-api/records`, body).expect(400);
    expect(ui.body.output.fieldErrors).toHaveProperty('CreatedDate');
  });
});
