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

async function grant(): Promise<void> {
  client.org.permissionSets.savePermissionSet({
    ...{ name: 'History', label: 'History', objectPermissions: [], fieldPermissions: [] },
    ...{ systemPermissions: ['CreateAuditFields'], tabSettings: [], applicationVisibilities: [] },
  });
  const soql = "SELECT Id FROM PermissionSet WHERE Name = 'History'";
  const [set] = client.org.queries.soql(client.admin(), soql).records;
  const assignment = { AssigneeId: client.org.adminId, PermissionSetId: set?.Id };
  await client.call('post', `${DATA}/sobjects/PermissionSetAssignment`, assignment).expect(201);
}

describe('audit fields', () => {
  test('are described as createable to those alone who may set them', async () => {
    expect(await createable()).toEqual([]);
    await grant();
    expect(await createable()).toEqual([
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
    ]);
  });

  test('are taken by a create, a collection and a tree', async () => {
    await grant();
    await client.call('post', `${DATA}/sobjects/Account`, values).expect(201);
    await client.call('post', `${DATA}/composite/sobjects`, { records: [record] }).expect(200);
    const tree = { records: [{ ...record, attributes: { type: 'Account', referenceId: 'one' } }] };
    await client.call('post', `${DATA}/composite/tree/Account`, tree).expect(201);
    const { records } = client.org.queries.soql(client.admin(), 'SELECT CreatedDate FROM Account');
    expect(records.map((one) => one.CreatedDate)).toEqual(Array(3).fill('2026-03-01T08:30:00.000+0000'));
  });

  test('are refused by an upsert of a new record, and by UI API', async () => {
    await grant();
    const upsert = await client.call('patch', `${DATA}/sobjects/Account/Key__c/A-1`, values).expect(400);
    expect(upsert.body).toMatchObject([
      { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['CreatedDate'] },
    ]);
    const body = { apiName: 'Account', fields: values };
    const ui = await client.call('post', `${DATA}/ui-api/records`, body).expect(400);
    expect(ui.body.output.fieldErrors).toHaveProperty('CreatedDate');
  });
});
