import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { TEST_NOW, createUiTestOrg } from '../../ui-model/ui-test-org.ts';
import type { UiTestOrg } from '../../ui-model/ui-test-org.ts';
import { callUiApi } from '../call.ts';
import type { ApiCall } from '../call.ts';

let org: UiTestOrg;
let acme: string;

beforeEach(() => {
  org = createUiTestOrg();
  acme = org.create('Account', {
    Name: 'Acme',
    CS_ARR__c: 1_250_000,
    CS_Risk_Band__c: 'At Risk',
    CS_Next_Scheduled__c: '2026-11-20',
    CS_Manager__c: org.csm.id,
  });
});

afterEach(() => org.org.close());

function call(path: string, options: Partial<ApiCall> = {}): ReturnType<typeof callUiApi> {
  return callUiApi(org.server, path, { token: org.csm.token, ...options });
}

function accountFields(...names: string[]): string {
  return names.map((name) => `Account.${name}`).join(',');
}

describe('GET records/{id}', () => {
  test('answers the fields asked for, raw and as a person reads them', async () => {
    const fields = accountFields(
      'Name',
      'CS_ARR__c',
      'CS_Risk_Band__c',
      'CS_Next_Scheduled__c',
      'CreatedDate',
    );
    const { status, body } = await call(`records/${acme}?fields=${fields}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      apiName: 'Account',
      childRelationships: {},
      eTag: expect.stringMatching(/^[0-9a-f]{32}$/),
      fields: {
        Name: { displayValue: null, value: 'Acme' },
        CS_ARR__c: { displayValue: '$1,250,000', value: 1_250_000 },
        CS_Risk_Band__c: { displayValue: 'At Risk', value: 'At Risk' },
        CS_Next_Scheduled__c: { displayValue: '11/20/2026', value: '2026-11-20' },
        CreatedDate: { displayValue: '11/22/2026, 8:00 PM', value: TEST_NOW },
      },
      id: acme,
      lastModifiedById: org.org.adminId,
      lastModifiedDate: TEST_NOW,
      recordTypeId: null,
      recordTypeInfo: null,
      systemModstamp: TEST_NOW,
      weakEtag: Date.parse(TEST_NOW),
    });
  });

  test('nests the records of parents, beside the reference that leads to them', async () => {
    const { body } = await call(
      `records/${acme}?fields=${accountFields('CS_Manager__r.Name', 'Parent.Name')}`,
    );
    expect(body.fields).toEqual({
      CS_Manager__c: { displayValue: null, value: org.csm.id },
      CS_Manager__r: {
        displayValue: 'Carla Test',
        value: expect.objectContaining({
          apiName: 'User',
          id: org.csm.id,
          fields: { Name: { displayValue: null, value: 'Carla Test' } },
        }),
      },
      ParentId: { displayValue: null, value: null },
      Parent: { displayValue: null, value: null },
    });
  });

  test('answers the fields of a layout', async () => {
    const { body } = await call(`records/${acme}?layoutTypes=Compact`);
    expect(Object.keys(body.fields).sort()).toEqual([
      'Industry',
      'Name',
      'OwnerId',
      'Phone',
      'Type',
      'Website',
    ]);
  });

  test('accepts a 15-character Id', async () => {
    const { body } = await call(`records/${acme.slice(0, 15)}?fields=Account.Name`);
    expect(body.id).toBe(acme);
  });

  test('tells by the eTag whether a field changed', async () => {
    const before = await call(`records/${acme}?fields=Account.Name`);
    const again = await call(`records/${acme}?fields=Account.Name`);
    await call(`records/${acme}`, { method: 'patch', body: { fields: { Name: 'Acme Inc.' } } });
    const after = await call(`records/${acme}?fields=Account.Name`);
    expect(again.body.eTag).toBe(before.body.eTag);
    expect(after.body.eTag).not.toBe(before.body.eTag);
  });

  const hidden: [title: string, name: string][] = [
    ['the user cannot read', 'CS_ARR__c'],
    ['does not exist', 'Nothing__c'],
    ['belongs to a parent without it', 'Owner.Nothing__c'],
  ];

  test.each(hidden)('refuses a field that %s, unless it is optional', async (_title, name) => {
    const outsider = { token: org.outsider.token };
    const refused = await call(`records/${acme}?fields=${accountFields('Name', name)}`, outsider);
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual([
      {
        errorCode: 'INVALID_FIELD',
        message: expect.stringMatching(/^No such column '\w+' on entity '\w+'\. If you/),
      },
    ]);
    const query = `fields=Account.Name&optionalFields=${accountFields(name)}`;
    const { body } = await call(`records/${acme}?${query}`, outsider);
    expect(Object.keys(body.fields)).toEqual(['Name']);
  });

  test('answers 404 for a record that is not there', async () => {
    const { status, body } = await call('records/001Tn0zzzzzzzzzAAA?fields=Account.Name');
    expect(status).toBe(404);
    expect(body).toEqual([{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
  });

  test('answers 404 for a record that is not shared with the user', async () => {
    const mine = await call('records', {
      method: 'post',
      body: { apiName: 'CS_Request__c', fields: { CS_Status__c: 'New' } },
    });
    const assignee = org.outsider.id;
    const { records } = org.org.queries.soql(
      org.org.userById(org.org.adminId),
      "SELECT Id FROM PermissionSet WHERE Name = 'CS_User'",
    );
    org.create('PermissionSetAssignment', {
      AssigneeId: assignee,
      PermissionSetId: String(records[0]?.['Id']),
    });
    const path = `records/${mine.body.id}?fields=CS_Request__c.CS_Status__c`;
    expect((await call(path)).status).toBe(200);
    expect((await call(path, { token: org.outsider.token })).status).toBe(404);
  });

  test('asks for at least one field', async () => {
    const { status, body } = await call(`records/${acme}`);
    expect(status).toBe(400);
    expect(body[0].errorCode).toBe('ILLEGAL_QUERY_PARAMETER_VALUE');
  });

  test('answers a batch with each failure in its place', async () => {
    const { status, body } = await call(`records/batch/${acme},001Tn0zzzzzzzzzAAA?fields=Account.Name`);
    expect(status).toBe(200);
    expect(body.hasErrors).toBe(true);
    expect(body.results).toMatchObject([
      { statusCode: 200, result: { id: acme } },
      { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
    ]);
  });
});

describe('writing records', () => {
  test('creates a record and answers it', async () => {
    const fields = { CS_Type__c: 'Recalculate', CS_Account__c: acme, CS_Status__c: 'New' };
    const { status, body } = await call('records', {
      method: 'post',
      body: { apiName: 'CS_Request__c', fields },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      apiName: 'CS_Request__c',
      fields: {
        CS_Account__c: { value: acme },
        CS_Status__c: { value: 'New', displayValue: 'New' },
        OwnerId: { value: org.csm.id },
      },
    });
  });

  test('updates a record and answers it', async () => {
    const { status, body } = await call(`records/${acme}`, {
      method: 'patch',
      body: { fields: { CS_Next_Scheduled__c: '2026-12-01' } },
    });
    expect(status).toBe(200);
    expect(body.fields.CS_Next_Scheduled__c).toEqual({ displayValue: '12/1/2026', value: '2026-12-01' });
    expect(body.lastModifiedById).toBe(org.csm.id);
  });

  test('deletes a record', async () => {
    const { status } = await call(`records/${acme}`, { method: 'delete', token: org.adminToken });
    expect(status).toBe(204);
    expect((await call(`records/${acme}?fields=Account.Name`)).status).toBe(404);
  });

  test('leaves a record alone that changed since it was read', async () => {
    const update = (since: string): ReturnType<typeof call> =>
      call(`records/${acme}`, {
        method: 'patch',
        body: { fields: { Name: 'Acme Inc.' } },
        headers: { 'If-Unmodified-Since': since },
      });
    const refused = await update('Sun, 22 Nov 2026 19:59:59 GMT');
    expect(refused.status).toBe(412);
    expect(refused.body).toMatchObject({
      statusCode: 412,
      message: expect.stringContaining('changed by someone else'),
      output: { id: acme, fields: { Name: { value: 'Acme' } } },
    });
    expect((await update('Sun, 22 Nov 2026 20:00:00 GMT')).status).toBe(200);
  });

  test('answers what is wrong with a field under that field', async () => {
    const { status, body } = await call(`records/${acme}`, {
      method: 'patch',
      body: { fields: { Name: '' } },
    });
    expect(status).toBe(400);
    expect(body).toEqual({
      enhancedErrorType: 'RecordError',
      message: 'An error occurred while trying to update the record. Please try again.',
      statusCode: 400,
      output: {
        errors: [],
        fieldErrors: {
          Name: [
            {
              constituentField: null,
              duplicateRecordError: null,
              errorCode: 'REQUIRED_FIELD_MISSING',
              field: 'Name',
              fieldLabel: 'Account Name',
              message: 'Required fields are missing: [Name]',
            },
          ],
        },
      },
    });
  });

  test('refuses what the user may not edit', async () => {
    const { status, body } = await call(`records/${acme}`, {
      method: 'patch',
      token: org.outsider.token,
      body: { fields: { CS_ARR__c: 1 } },
    });
    expect(status).toBe(400);
    expect(JSON.stringify(body.output)).toContain('CS_ARR__c');
  });

  test('says that it does not model writing activities', async () => {
    const { status, body } = await call('records', {
      method: 'post',
      body: { apiName: 'Task', fields: { Subject: 'Call' } },
    });
    expect(status).toBe(501);
    expect(body[0].errorCode).toBe('NOT_IMPLEMENTED');
  });

  test('needs a session', async () => {
    const { status } = await call(`records/${acme}?fields=Account.Name`, { token: 'nobody' });
    expect(status).toBe(401);
  });
});
