import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createUiTestOrg } from '../../ui-model/ui-test-org.ts';
import type { UiTestOrg } from '../../ui-model/ui-test-org.ts';
import { callUiApi } from '../call.ts';

const CASE_LAYOUT = `<Layout>
  <layoutSections>
    <label>Details</label>
    <layoutColumns>
      <layoutItems><behavior>Readonly</behavior><field>CaseNumber</field></layoutItems>
      <layoutItems><behavior>Required</behavior><field>Subject</field></layoutItems>
    </layoutColumns>
    <layoutColumns/>
  </layoutSections>
</Layout>`;

let org: UiTestOrg;

beforeAll(() => {
  org = createUiTestOrg();
  org.org.metadata.put({
    type: 'Layout',
    fullName: 'Case-Case Layout',
    files: { 'Case-Case Layout.layout': CASE_LAYOUT },
  });
});

afterAll(() => org.org.close());

function call(path: string): ReturnType<typeof callUiApi> {
  return callUiApi(org.server, path, { token: org.csm.token });
}

interface Section {
  layoutRows: { layoutItems: { layoutComponents: { apiName: string | null }[] }[] }[];
}

function fieldNames(sections: Section[]): (string | null | undefined)[] {
  return sections.flatMap(({ layoutRows }) =>
    layoutRows.flatMap(({ layoutItems }) => layoutItems.map((item) => item.layoutComponents[0]?.apiName)),
  );
}

describe('layouts', () => {
  test('are those deployed', async () => {
    const { body } = await call('layout/Case?layoutType=Full&mode=Edit');
    expect(body).toMatchObject({ objectApiName: 'Case', layoutType: 'Full', mode: 'Edit' });
    expect(body.sections).toHaveLength(1);
    expect(body.sections[0]).toMatchObject({ heading: 'Details', columns: 2, rows: 2 });
    expect(body.sections[0].layoutRows[1].layoutItems[0]).toMatchObject({ label: 'Subject', required: true });
    expect(fieldNames(body.sections)).toEqual(['CaseNumber', null, 'Subject', null]);
  });

  test('show the main fields of a standard object for which none is deployed', async () => {
    const { body } = await call('layout/Account');
    expect(fieldNames(body.sections).slice(0, 4)).toEqual(['OwnerId', 'Name', 'ParentId', 'AccountNumber']);
  });

  test('show every field of a custom object for which none is deployed', async () => {
    const { body } = await call('layout/CS_Request__c');
    expect(fieldNames(body.sections)).toEqual(expect.arrayContaining(['Name', 'CS_Type__c', 'CS_Status__c']));
  });

  test('refuse a layout type that does not exist', async () => {
    const { status, body } = await call('layout/Account?layoutType=Tiny');
    expect(status).toBe(400);
    expect(body[0].message).toBe('layoutType: expected one of Full, Compact, not Tiny');
  });
});

describe('record defaults', () => {
  test('start a new record with its owner and default values', async () => {
    const { body } = await call('record-defaults/create/Case');
    expect(body.record.id).toBeNull();
    expect(body.record.fields).toMatchObject({
      OwnerId: { value: org.csm.id },
      Priority: { value: 'Medium', displayValue: 'Medium' },
      IsEscalated: { value: false },
      Subject: { value: null },
    });
    expect(body.record.fields.CaseNumber).toBeUndefined();
    expect(body.objectInfos.Case.apiName).toBe('Case');
    expect(body.layout.mode).toBe('Create');
  });
});

test('what UI API has and this org does not model is said so', async () => {
  const { status, body } = await call('favorites');
  expect(status).toBe(501);
  expect(body).toEqual([
    { errorCode: 'NOT_IMPLEMENTED', message: 'The local org does not model GET ui-api/favorites.' },
  ]);
});
