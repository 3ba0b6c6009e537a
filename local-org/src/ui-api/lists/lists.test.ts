import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createUiTestOrg } from '../../ui-model/ui-test-org.ts';
import type { UiTestOrg } from '../../ui-model/ui-test-org.ts';
import { callUiApi } from '../call.ts';

const AT_RISK = `<ListView>
  <fullName>CS_At_Risk</fullName>
  <columns>ACCOUNT.NAME</columns>
  <columns>CS_ARR__c</columns>
  <columns>CORE.USERS.FULL_NAME</columns>
  <filterScope>Everything</filterScope>
  <filters><field>CS_Risk_Band__c</field><operation>equals</operation><value>At Risk,Watch</value></filters>
  <filters><field>CS_Next_Scheduled__c</field><operation>lessThan</operation><value>TODAY</value></filters>
  <filters><field>ACCOUNT.NAME</field><operation>notContain</operation><value>%</value></filters>
  <label>Customers at Risk</label>
</ListView>`;

let org: UiTestOrg;

beforeAll(() => {
  org = createUiTestOrg();
  const accounts: [name: string, band: string, next: string][] = [
    ['Acme', 'At Risk', '2026-11-20'],
    ['Brio', 'Watch', '2026-11-21'],
    ['Cora', 'At Risk', '2026-12-24'],
    ['Dune', 'Healthy', '2026-11-01'],
    ['50% off', 'Watch', '2026-11-01'],
  ];
  for (const [Name, CS_Risk_Band__c, CS_Next_Scheduled__c] of accounts) {
    org.create('Account', { Name, CS_Risk_Band__c, CS_Next_Scheduled__c, CS_ARR__c: Name.length });
  }
  org.create('Account', { Name: 'Elan', OwnerId: org.csm.id });
  org.org.metadata.put({
    type: 'ListView',
    fullName: 'Account.CS_At_Risk',
    files: { 'CS_At_Risk.listView': AT_RISK },
  });
});

afterAll(() => org.org.close());

function call(path: string, token = org.csm.token): ReturnType<typeof callUiApi> {
  return callUiApi(org.server, path, { token });
}

interface Listed {
  fields: { Name: { value: string } };
}

async function names(path: string): Promise<string[]> {
  const { status, body } = await call(path);
  expect(status).toBe(200);
  return (body.records as Listed[]).map((record) => record.fields.Name.value);
}

describe('list views', () => {
  test('are the built-in ones and those deployed', async () => {
    const { body } = await call('list-ui/Account');
    expect(body.lists).toMatchObject([
      { apiName: 'AllAccounts', label: 'All Accounts', id: expect.stringMatching(/^00B\w{15}$/) },
      { apiName: 'MyAccounts' },
      { apiName: 'CS_At_Risk', label: 'Customers at Risk' },
    ]);
  });

  test('of a scope that is not modelled are refused rather than shown with every record', async () => {
    const { metadata } = org.org;
    const file = AT_RISK.replace('>Everything<', '>Team<');
    metadata.put({ type: 'ListView', fullName: 'Account.CS_Team', files: { 'CS_Team.listView': file } });
    const { status, body } = await call('list-records/Account/CS_Team');
    metadata.remove('ListView', 'Account.CS_Team');
    expect([status, body]).toMatchObject([
      501,
      [{ message: expect.stringContaining('list views of scope Team') }],
    ]);
  });

  test('describe their columns, without those the user cannot read', async () => {
    const { body } = await call('list-info/Account/CS_At_Risk');
    expect(body.displayColumns).toEqual([
      { fieldApiName: 'Name', label: 'Account Name', lookupId: null, sortable: true },
      { fieldApiName: 'CS_ARR__c', label: 'ARR', lookupId: null, sortable: true },
      {
        fieldApiName: 'Owner.Name',
        label: expect.stringContaining('Owner'),
        lookupId: 'Owner.Id',
        sortable: true,
      },
    ]);
    const other = await call('list-info/Account/CS_At_Risk', org.outsider.token);
    expect(other.body.displayColumns.map((column: { fieldApiName: string }) => column.fieldApiName)).toEqual([
      'Name',
      'Owner.Name',
    ]);
  });

  test('select by scope and by filter', async () => {
    expect(await names('list-records/Account/MyAccounts')).toEqual(['Elan']);
    expect(await names('list-records/Account/CS_At_Risk')).toEqual(['Acme', 'Brio']);
  });

  test('join their filters as their logic says, an empty value being an empty field', async () => {
    const { metadata } = org.org;
    const filter = (operation: string, value = '') =>
      `<filters><field>CS_Next_Scheduled__c</field><operation>${operation}</operation>${value && `<value>${value}</value>`}</filters>`;
    const file =
      '<ListView><booleanFilter>1 OR 2</booleanFilter><columns>ACCOUNT.NAME</columns>' +
      `<filterScope>Everything</filterScope>${filter('greaterThan', 'TODAY')}${filter('equals')}<label>L</label></ListView>`;
    metadata.put({ type: 'ListView', fullName: 'Account.CS_Logic', files: { 'CS_Logic.listView': file } });
    const listed = await names('list-records/Account/CS_Logic');
    metadata.remove('ListView', 'Account.CS_Logic');
    expect(listed).toEqual(['Cora', 'Elan']);
  });

  test('sort by a column', async () => {
    expect((await names('list-records/Account/AllAccounts?sortBy=-Name'))[0]).toBe('Elan');
    const { status, body } = await call('list-records/Account/AllAccounts?sortBy=CS_ARR__c');
    expect(status).toBe(400);
    expect(body[0].message).toContain('expected one of the sortable columns');
  });

  test('are read page by page', async () => {
    const seen: string[] = [];
    let token: string | null = '0';
    while (token !== null) {
      const page: { body: { records: Listed[]; nextPageToken: string | null } } = await call(
        `list-records/Account/AllAccounts?pageSize=4&pageToken=${token}`,
      );
      seen.push(...page.body.records.map((record) => record.fields.Name.value));
      token = page.body.nextPageToken;
    }
    expect(seen).toEqual(['50% off', 'Acme', 'Brio', 'Cora', 'Dune', 'Elan']);
  });

  test('are found by Id too, with info and records together', async () => {
    const { body } = await call('list-info/Account/CS_At_Risk');
    const { status, body: ui } = await call(`list-ui/${body.listReference.id}`);
    expect(status).toBe(200);
    expect(ui.info.label).toBe('Customers at Risk');
    expect(ui.records.count).toBe(2);
  });

  test('answer 404 when unknown, and say that recently viewed records are not modelled', async () => {
    expect((await call('list-info/Account/Nothing')).status).toBe(404);
    expect((await call('list-info/Account/RecentlyViewedAccounts')).status).toBe(501);
  });
});

describe('lookups', () => {
  test('suggest records by a part of their name', async () => {
    const { body } = await call('lookups/Account/ParentId?q=r');
    const found = body.lookupResults.Account.records as Listed[];
    expect(found.map((record) => record.fields.Name.value)).toEqual(['Brio', 'Cora']);
  });

  test('take wildcards for what they are', async () => {
    const { body } = await call('lookups/Account/ParentId/Account?q=%25');
    expect(body.records.map((record: Listed) => record.fields.Name.value)).toEqual(['50% off']);
  });

  test('are refused for a field that refers to nothing', async () => {
    const { status, body } = await call('lookups/Account/Name?q=a');
    expect(status).toBe(400);
    expect(body[0].errorCode).toBe('INVALID_FIELD');
  });
});
