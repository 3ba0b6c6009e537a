import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createUiTestOrg } from '../ui-model/ui-test-org.ts';
import type { UiTestOrg } from '../ui-model/ui-test-org.ts';
import { askGraphql } from './ask.ts';
import type { Answer } from './ask.ts';

let org: UiTestOrg;
let acme: string;

beforeEach(() => {
  org = createUiTestOrg();
  acme = org.create('Account', { Name: 'Acme', CS_ARR__c: 100 });
});

afterEach(() => org.org.close());

function ask(query: string, variables = {}, token = org.csm.token): Promise<Answer> {
  return askGraphql(org.server, token, query, variables);
}

function soql(text: string): Record<string, unknown>[] {
  return org.org.queries.soql(org.org.userById(org.org.adminId), text).records;
}

describe('mutations', () => {
  test('create a request and answer its fields', async () => {
    const { data, errors } = await ask(
      `mutation recalculate($account: IdOrRef) { uiapi(input: { allOrNone: true }) {
        made: CS_Request__cCreate(input: { CS_Request__c: {
          CS_Type__c: "Recalculate", CS_Status__c: "New", CS_Account__c: $account
        } }) { Record { Id CS_Status__c { value displayValue } CS_Account__c { value } } }
      } }`,
      { account: acme },
    );
    expect(errors).toEqual([]);
    const { Record } = data.uiapi.made;
    expect(Record).toEqual({
      Id: expect.stringMatching(/^\w{18}$/),
      CS_Status__c: { value: 'New', displayValue: 'New' },
      CS_Account__c: { value: acme },
    });
    expect(soql('SELECT Id, OwnerId FROM CS_Request__c')).toMatchObject([
      { Id: Record.Id, OwnerId: org.csm.id },
    ]);
  });

  test('update an account from one input variable', async () => {
    const { data, errors } = await ask(
      `mutation touch($input: AccountUpdateInput!) { uiapi {
        AccountUpdate(input: $input) { Record { CS_Next_Scheduled__c { value displayValue } } }
      } }`,
      { input: { Id: acme, Account: { CS_Next_Scheduled__c: '2026-12-01' } } },
    );
    expect(errors).toEqual([]);
    expect(data.uiapi.AccountUpdate.Record.CS_Next_Scheduled__c).toEqual({
      value: '2026-12-01',
      displayValue: '12/1/2026',
    });
  });

  test('delete a record and answer its Id', async () => {
    const { data, errors } = await ask(
      'mutation remove($input: RecordDeleteInput!) { uiapi { AccountDelete(input: $input) { Id } } }',
      { input: { Id: acme } },
      org.adminToken,
    );
    expect(errors).toEqual([]);
    expect(data.uiapi.AccountDelete).toEqual({ Id: acme });
    expect(soql('SELECT Id FROM Account')).toEqual([]);
  });

  test('hand the Id that one operation made to a later one', async () => {
    const { data, errors } = await ask(`mutation both { uiapi {
      account: AccountCreate(input: { Account: { Name: "Brio" } }) { Record { Id } }
      CS_Request__cCreate(input: { CS_Request__c: { CS_Account__c: "@{account}" } }) { Record { CS_Account__c { value } } }
    } }`);
    expect(errors).toEqual([]);
    expect(data.uiapi.CS_Request__cCreate.Record.CS_Account__c.value).toBe(data.uiapi.account.Record.Id);
  });

  test('undo everything when one operation fails, unless told otherwise', async () => {
    const { data, errors } = await ask(`mutation both { uiapi {
      good: AccountCreate(input: { Account: { Name: "Brio" } }) { Record { Id } }
      bad: AccountCreate(input: { Account: { Name: "Cora", CS_Risk_Band__c: "Unknown" } }) { Record { Id } }
    } }`);
    expect(data.uiapi).toEqual({ good: null, bad: null });
    expect(errors).toMatchObject([
      {
        message: 'The transaction was rolled back since another operation in the same transaction failed.',
        paths: ['uiapi', 'good'],
      },
      { message: expect.stringContaining('Unknown'), paths: ['uiapi', 'bad'] },
    ]);
    expect(soql('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
  });

  test('keep what succeeds when allOrNone is false', async () => {
    const { data, errors } = await ask(`mutation both { uiapi(input: { allOrNone: false }) {
      bad: AccountCreate(input: { Account: { CS_ARR__c: 5 } }) { Record { Id } }
      child: CS_Request__cCreate(input: { CS_Request__c: { CS_Account__c: "@{bad}" } }) { Record { Id } }
      good: AccountCreate(input: { Account: { Name: "Brio" } }) { Record { Name { value } } }
    } }`);
    expect(data.uiapi).toEqual({ bad: null, child: null, good: { Record: { Name: { value: 'Brio' } } } });
    expect(errors.map((error) => error.paths)).toEqual([
      ['uiapi', 'bad'],
      ['uiapi', 'child'],
    ]);
  });

  test('do not follow relationships from what they return', async () => {
    const { data, errors } = await ask(`mutation one { uiapi {
      AccountCreate(input: { Account: { Name: "Brio" } }) { Record { Name { value } Owner { Name { value } } } }
    } }`);
    expect(data.uiapi.AccountCreate.Record).toEqual({ Name: { value: 'Brio' }, Owner: null });
    expect(errors.map((error) => error.message)).toEqual([
      "Field 'Owner' is not currently available in mutation results",
    ]);
  });

  const unknown: [title: string, mutation: string, fault: string][] = [
    ['activities', 'TaskCreate(input: { Task: { Subject: "Call" } }) { Record { Id } }', 'FieldUndefined'],
    [
      'fields that the platform fills',
      'AccountCreate(input: { Account: { CreatedDate: "2026-01-01T00:00:00Z" } }) { Record { Id } }',
      'WrongType',
    ],
    [
      'a Record of what was deleted',
      'CS_Request__cDelete(input: { Id: "a" }) { Record { Id } }',
      'FieldUndefined',
    ],
    [
      'numbers as text',
      'AccountCreate(input: { Account: { CS_ARR__c: "1,000" } }) { Record { Id } }',
      'WrongType',
    ],
    [
      'days that do not exist',
      'AccountCreate(input: { Account: { CS_Next_Scheduled__c: "2026-02-30" } }) { Record { Id } }',
      'WrongType',
    ],
  ];

  test.each(unknown)('refuse %s before anything is written', async (_title, mutation, fault) => {
    const { data, errors } = await ask(`mutation one { uiapi { ${mutation} } }`);
    expect(data).toEqual({});
    expect(errors[0]?.message).toMatch(new RegExp(`^Validation error of type ${fault}: `));
    expect(soql('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
  });

  test('are not there for a user who may write nothing of the kind', async () => {
    const { errors } = await ask(
      'mutation one { uiapi { CS_Request__cCreate(input: { CS_Request__c: { CS_Status__c: "New" } }) { Record { Id } } } }',
      {},
      org.outsider.token,
    );
    expect(errors[0]?.message).toBe(
      "Validation error of type FieldUndefined: Field 'CS_Request__cCreate' in type 'UIAPIMutations' is undefined @ 'uiapi/CS_Request__cCreate'",
    );
  });
});
