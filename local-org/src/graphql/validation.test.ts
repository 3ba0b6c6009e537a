import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { createUiTestOrg } from '../ui-model/ui-test-org.ts';
import type { UiTestOrg } from '../ui-model/ui-test-org.ts';
import { askGraphql } from './ask.ts';

let org: UiTestOrg;

beforeAll(() => {
  org = createUiTestOrg();
  org.create('Account', { Name: 'Acme', CS_ARR__c: 100 });
});

afterAll(() => org.org.close());

const inAccount = (selection: string): string =>
  `query accounts { uiapi { query { Account { edges { node { ${selection} } } } } } }`;

describe('a document that does not fit the schema', () => {
  const faults: [title: string, query: string, message: string][] = [
    [
      'an unknown object',
      'query a { uiapi { query { Accounts { totalCount } } } }',
      "Validation error of type FieldUndefined: Field 'Accounts' in type 'RecordQuery' is undefined @ 'uiapi/query/Accounts'",
    ],
    [
      'an unknown field',
      inAccount('Nothing__c { value }'),
      "Validation error of type FieldUndefined: Field 'Nothing__c' in type 'Account' is undefined @ 'uiapi/query/Account/edges/node/Nothing__c'",
    ],
    [
      'a value type without a selection',
      inAccount('Name'),
      "Validation error of type SubSelectionRequired: Sub selection required for type StringValue of field Name @ 'uiapi/query/Account/edges/node/Name'",
    ],
    [
      'a selection below a scalar',
      inAccount('Id { value }'),
      "Validation error of type SubSelectionNotAllowed: Sub selection not allowed on leaf type ID! of field Id @ 'uiapi/query/Account/edges/node/Id'",
    ],
    [
      'an unknown argument',
      'query a { uiapi { query { Account(last: 5) { totalCount } } } }',
      "Validation error of type UnknownArgument: Unknown field argument last @ 'uiapi/query/Account'",
    ],
    [
      'a variable of another type than the filter takes',
      'query a($band: String) { uiapi { query { Account(where: { CS_Risk_Band__c: { eq: $band } }) { totalCount } } } }',
      "Validation error of type VariableTypeMismatch: Variable type 'String' does not match expected type 'Picklist' @ 'uiapi/query/Account'",
    ],
    [
      'a variable nobody declared',
      'query a { uiapi { query { Account(first: $n) { totalCount } } } }',
      "Validation error of type UndefinedVariable: Undefined variable n @ 'uiapi/query/Account'",
    ],
  ];

  test.each(faults)('is refused for %s', async (_title, query, message) => {
    const { data, errors } = await askGraphql(org.server, org.adminToken, query);
    expect(data).toEqual({});
    expect(errors).toEqual([
      {
        extensions: { ErrorType: 'ValidationError' },
        locations: [{ line: 1, column: expect.any(Number) }],
        message,
        paths: [],
      },
    ]);
  });

  test('is refused for filtering or sorting by long text', async () => {
    for (const args of [
      'where: { CS_Risk_Explanation__c: { eq: "x" } }',
      'orderBy: { CS_Risk_Explanation__c: {} }',
    ]) {
      const query = `query a { uiapi { query { Account(${args}) { totalCount } } } }`;
      const { errors } = await askGraphql(org.server, org.adminToken, query);
      expect(errors[0]?.message).toMatch(/^Validation error of type WrongType: .*CS_Risk_Explanation__c/);
    }
  });

  test('is refused with the place of a syntax error', async () => {
    const { errors } = await askGraphql(org.server, org.adminToken, 'query a {\n  uiapi {');
    expect(errors).toMatchObject([
      {
        extensions: { ErrorType: 'InvalidSyntax' },
        locations: [{ line: 2, column: 10 }],
        message: expect.stringMatching(/^Invalid syntax at line 2 column 10: /),
      },
    ]);
  });

  test('is refused for a variable whose value does not fit', async () => {
    const query = 'query a($first: Int) { uiapi { query { Account(first: $first) { totalCount } } } }';
    const { data, errors } = await askGraphql(org.server, org.adminToken, query, { first: 'ten' });
    expect(data).toEqual({});
    expect(errors).toMatchObject([{ extensions: { ErrorType: 'ValidationError' } }]);
  });

  test('is refused for an eleventh list of records', async () => {
    const lists = Array.from({ length: 11 }, (_, index) => `a${index}: Account { totalCount }`).join(' ');
    const { errors } = await askGraphql(
      org.server,
      org.adminToken,
      `query a { uiapi { query { ${lists} } } }`,
    );
    expect(errors[0]?.message).toContain('The query has 11 subqueries; at most 10 are allowed');
  });

  test('is refused for two operations of which none is named', async () => {
    const query =
      'query a { uiapi { query { Account { totalCount } } } } query b { uiapi { query { Case { totalCount } } } }';
    const { errors } = await askGraphql(org.server, org.adminToken, query);
    expect(errors).toMatchObject([{ extensions: { ErrorType: 'OperationNotSupported' } }]);
  });
});

describe('a user without the permission set', () => {
  test('has no such object and no such field', async () => {
    const object = 'query a { uiapi { query { CS_Health_Score__c { totalCount } } } }';
    for (const query of [object, inAccount('CS_ARR__c { value }')]) {
      const { data, errors } = await askGraphql(org.server, org.outsider.token, query);
      expect(data).toEqual({});
      expect(errors[0]?.message).toMatch(/^Validation error of type FieldUndefined: /);
    }
  });

  test('gets the rest of a query whose other fields are optional', async () => {
    const query = inAccount(
      'Name { value } CS_ARR__c @optional { value } CS_Health_Scores__r @optional { totalCount }',
    );
    const asCsm = await askGraphql(org.server, org.csm.token, query);
    expect(asCsm.data.uiapi.query.Account.edges[0].node).toEqual({
      Name: { value: 'Acme' },
      CS_ARR__c: { value: 100 },
      CS_Health_Scores__r: { totalCount: 0 },
    });
    const { data, errors } = await askGraphql(org.server, org.outsider.token, query);
    expect(errors).toEqual([]);
    expect(data.uiapi.query.Account.edges[0].node).toEqual({ Name: { value: 'Acme' } });
  });
});

describe('the endpoint', () => {
  const post = (body: object) => request(org.server).post('/services/data/v66.0/graphql').send(body);

  test('answers 401 without a session', async () => {
    const response = await post({ query: 'query a { uiapi { query { Account { totalCount } } } }' });
    expect(response.status).toBe(401);
    expect(response.body).toEqual([
      { errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' },
    ]);
  });

  test('answers 400 to a body that holds no query', async () => {
    const response = await post({ variables: {} }).set('Authorization', `Bearer ${org.adminToken}`);
    expect(response.status).toBe(400);
    expect(response.body[0].message).toContain("The body's query must be text");
  });

  test('describes its schema to tools', async () => {
    const { data } = await askGraphql(
      org.server,
      org.adminToken,
      'query a { __type(name: "AccountConnection") { name } }',
    );
    expect(data.__type).toEqual({ name: 'AccountConnection' });
  });
});
