import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createUiTestOrg } from '../../ui-model/ui-test-org.ts';
import type { UiTestOrg } from '../../ui-model/ui-test-org.ts';
import { callUiApi } from '../call.ts';

let org: UiTestOrg;

beforeAll(() => {
  org = createUiTestOrg();
});

afterAll(() => org.org.close());

function call(path: string, token = org.csm.token): ReturnType<typeof callUiApi> {
  return callUiApi(org.server, path, { token });
}

describe('object infos', () => {
  test('describe an object and its fields', async () => {
    const { status, body } = await call('object-info/Account');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiName: 'Account',
      createable: true,
      defaultRecordTypeId: '012000000000000AAA',
      keyPrefix: '001',
      labelPlural: 'Accounts',
      nameFields: ['Name'],
      themeInfo: { iconUrl: expect.stringMatching(/^http.*\/standard\/account_120\.png$/) },
      updateable: true,
    });
    expect(body.fields.Id).toMatchObject({ dataType: 'Reference', createable: false, updateable: false });
    expect(body.fields.Name).toMatchObject({
      dataType: 'String',
      length: 255,
      nameField: true,
      required: true,
    });
    expect(body.fields.CS_ARR__c).toMatchObject({
      dataType: 'Currency',
      scale: 0,
      custom: true,
      required: false,
    });
    expect(body.fields.CS_Manager__c).toMatchObject({
      dataType: 'Reference',
      relationshipName: 'CS_Manager__r',
      referenceToInfos: [{ apiName: 'User', nameFields: ['FirstName', 'LastName', 'Name'] }],
    });
    expect(body.fields.CS_Risk_Explanation__c).toMatchObject({
      dataType: 'TextArea',
      filterable: false,
      sortable: false,
    });
    expect(body.childRelationships).toContainEqual(
      expect.objectContaining({
        childObjectApiName: 'CS_Health_Score__c',
        relationshipName: 'CS_Health_Scores__r',
      }),
    );
  });

  test('follow the rights of the user', async () => {
    const { body } = await call('object-info/Account', org.outsider.token);
    expect(body.fields.CS_ARR__c).toBeUndefined();
    expect(
      body.childRelationships.map((child: { relationshipName: string }) => child.relationshipName),
    ).not.toContain('CS_Health_Scores__r');
    expect((await call('object-info/CS_Health_Score__c', org.outsider.token)).status).toBe(404);
    const activity = await call('object-info/Task');
    expect(activity.body).toMatchObject({ createable: false, updateable: false, deletable: false });
  });

  test('come in batches and as a directory', async () => {
    const batch = await call('object-info/batch/Account,Nothing__c');
    expect(batch.body.results).toMatchObject([
      { statusCode: 200, result: { apiName: 'Account' } },
      { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
    ]);
    const directory = await call('object-info');
    expect(Object.keys(directory.body.objects)).toEqual(expect.arrayContaining(['Account', 'CS_Request__c']));
    expect(directory.body.objects.PermissionSet).toBeUndefined();
  });
});

describe('picklist values', () => {
  const PATH = 'object-info/Account/picklist-values/012000000000000AAA';

  test('are the active values of one field, in order', async () => {
    const { body } = await call(`${PATH}/CS_Risk_Band__c`);
    expect(body.defaultValue).toBeNull();
    expect(body.values).toEqual([
      { attributes: null, label: 'Healthy', validFor: [], value: 'Healthy' },
      { attributes: null, label: 'Watch', validFor: [], value: 'Watch' },
      { attributes: null, label: 'At Risk', validFor: [], value: 'At Risk' },
    ]);
  });

  test('come for every picklist of an object', async () => {
    const { body } = await call(PATH);
    expect(body.picklistFieldValues.CS_Tier__c.values).toHaveLength(4);
    expect(body.picklistFieldValues.Rating.values).toHaveLength(3);
  });

  test('are refused for a field that has none or is hidden, and for another record type', async () => {
    expect((await call(`${PATH}/Name`)).body[0].errorCode).toBe('INVALID_FIELD');
    expect((await call(`${PATH}/CS_Tier__c`, org.outsider.token)).body[0].errorCode).toBe('INVALID_FIELD');
    expect((await call('object-info/Account/picklist-values/012000000000001AAA')).status).toBe(404);
  });
});
