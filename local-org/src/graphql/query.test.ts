import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createUiTestOrg } from '../ui-model/ui-test-org.ts';
import type { UiTestOrg } from '../ui-model/ui-test-org.ts';
import { askGraphql } from './ask.ts';
import type { Answer } from './ask.ts';

let org: UiTestOrg;
let acme: string;
let brio: string;

beforeAll(() => {
  org = createUiTestOrg();
  acme = org.create('Account', {
    Name: 'Acme',
    CS_ARR__c: 1_250_000,
    CS_Risk_Band__c: 'At Risk',
    CS_Next_Scheduled__c: '2026-11-20',
    CS_Risk_Explanation__c: '{"v":1}',
    CS_Risk_Scored_At__c: '2026-11-22T07:05:00.000+0000',
    CS_Manager__c: org.csm.id,
  });
  brio = org.create('Account', {
    Name: 'Brio',
    CS_ARR__c: 250_000,
    CS_Risk_Band__c: 'Watch',
    CS_Next_Scheduled__c: '2026-12-24',
    OwnerId: org.csm.id,
  });
  org.create('Account', {
    Name: 'Cora',
    CS_ARR__c: 100_000,
    CS_Risk_Band__c: 'At Risk',
    CS_Next_Scheduled__c: '2026-11-02',
  });
  const scores: [account: string, score: number, day: string][] = [
    [acme, 55, '01'],
    [acme, 61, '08'],
    [acme, 47, '15'],
    [brio, 80, '15'],
  ];
  for (const [account, score, day] of scores) {
    org.create('CS_Health_Score__c', {
      CS_Account__c: account,
      CS_Score__c: score,
      CS_Scored_On__c: `2026-11-${day}`,
    });
  }
  org.create('Case', { Subject: 'Help', AccountId: acme });
  org.create('Task', { Subject: 'Call', WhatId: acme, ActivityDate: '2026-11-19' });
});

afterAll(() => org.org.close());

function ask(query: string, variables = {}): Promise<Answer> {
  return askGraphql(org.server, org.csm.token, query, variables);
}

/** The names of the accounts that `arguments` select, in the order of the answer. */
async function accountNames(args: string): Promise<string[]> {
  const { data, errors } = await ask(
    `query accounts { uiapi { query { Account(${args}) { edges { node { Name { value } } } } } } }`,
  );
  expect(errors).toEqual([]);
  return (data.uiapi.query.Account.edges as { node: { Name: { value: string } } }[]).map(
    ({ node }) => node.Name.value,
  );
}

describe('reading records', () => {
  test('answers an account by Id with raw and display values, parents and children', async () => {
    const { data, errors } = await ask(
      `query account($id: ID) {
        uiapi { query { Account(where: { Id: { eq: $id } }) {
          edges { node {
            Id
            ApiName
            DisplayValue
            Name { value displayValue }
            CS_ARR__c { value displayValue }
            band: CS_Risk_Band__c { value label displayValue }
            CS_Next_Scheduled__c { value displayValue }
            CS_Risk_Scored_At__c { value displayValue }
            CS_Risk_Explanation__c { value }
            CS_Health__c { value displayValue }
            CS_Manager__r { Name { value } }
            CS_Health_Scores__r(first: 2, orderBy: { CS_Scored_On__c: { order: DESC } }) {
              edges { node { CS_Score__c { value displayValue } } }
              totalCount
              pageInfo { hasNextPage }
            }
          } }
          totalCount
          pageResultCount
        } } }
      }`,
      { id: acme },
    );
    expect(errors).toEqual([]);
    expect(data.uiapi.query.Account).toEqual({
      edges: [
        {
          node: {
            Id: acme,
            ApiName: 'Account',
            DisplayValue: 'Acme',
            Name: { value: 'Acme', displayValue: null },
            CS_ARR__c: { value: 1_250_000, displayValue: '$1,250,000' },
            band: { value: 'At Risk', label: 'At Risk', displayValue: 'At Risk' },
            CS_Next_Scheduled__c: { value: '2026-11-20', displayValue: '11/20/2026' },
            CS_Risk_Scored_At__c: { value: '2026-11-22T07:05:00.000Z', displayValue: '11/22/2026, 7:05 AM' },
            CS_Risk_Explanation__c: { value: '{"v":1}' },
            CS_Health__c: { value: null, displayValue: null },
            CS_Manager__r: { Name: { value: 'Carla Test' } },
            CS_Health_Scores__r: {
              edges: [
                { node: { CS_Score__c: { value: 47, displayValue: '47' } } },
                { node: { CS_Score__c: { value: 61, displayValue: '61' } } },
              ],
              totalCount: 3,
              pageInfo: { hasNextPage: true },
            },
          },
        },
      ],
      totalCount: 1,
      pageResultCount: 1,
    });
  });

  test('gives every record its own children, under as many aliases as are asked for', async () => {
    const { data } = await ask(`query scores { uiapi { query {
      Account(orderBy: { Name: { order: ASC } }) { edges { node {
        latest: CS_Health_Scores__r(first: 1, orderBy: { CS_Scored_On__c: { order: DESC } }) {
          edges { node { CS_Score__c { value } } }
        }
        low: CS_Health_Scores__r(where: { CS_Score__c: { lt: 60 } }) { totalCount }
      } } }
    } } }`);
    const nodes = data.uiapi.query.Account.edges.map((edge: { node: object }) => edge.node);
    const latest = (score: number): object => ({ edges: [{ node: { CS_Score__c: { value: score } } }] });
    expect(nodes).toEqual([
      { latest: latest(47), low: { totalCount: 2 } },
      { latest: latest(80), low: { totalCount: 0 } },
      { latest: { edges: [] }, low: { totalCount: 0 } },
    ]);
  });

  test('opens fragments and honours @include and @skip', async () => {
    const { data, errors } = await ask(
      `query account($id: ID, $withArr: Boolean!) {
        uiapi { query { Account(where: { Id: { eq: $id } }) { edges { node { ...Parts } } } } }
      }
      fragment Parts on Account {
        Name @skip(if: $withArr) { value }
        ... on Account { CS_ARR__c @include(if: $withArr) { value } }
      }`,
      { id: acme, withArr: true },
    );
    expect(errors).toEqual([]);
    expect(data.uiapi.query.Account.edges).toEqual([{ node: { CS_ARR__c: { value: 1_250_000 } } }]);
  });

  test('reads activities, with the Id and name of a polymorphic parent', async () => {
    const { data, errors } = await ask(`query tasks { uiapi { query {
      Task { edges { node { Subject { value } What { ... on Account { Id Name { value } } } } } }
    } } }`);
    expect(errors).toEqual([]);
    expect(data.uiapi.query.Task.edges).toEqual([
      { node: { Subject: { value: 'Call' }, What: { Id: acme, Name: { value: 'Acme' } } } },
    ]);
  });

  test('asks to be told which owner is meant where a queue could own a record', async () => {
    const owner = (selection: string): Promise<Answer> =>
      ask(`query cases { uiapi { query { Case { edges { node { Owner { ${selection} } } } } } } }`);
    expect((await owner('Name { value }')).errors[0]?.message).toContain(
      "Field 'Name' in type 'Case_Owner' is undefined",
    );
    const { data, errors } = await owner('... on User { Name { value } Email { value } }');
    expect(errors).toEqual([]);
    expect(data.uiapi.query.Case.edges).toEqual([
      { node: { Owner: { Name: { value: 'Org Admin' }, Email: { value: 'admin@local.tenure.example' } } } },
    ]);
  });

  test('knows who asks', async () => {
    const { data } = await ask('query me { uiapi { currentUser { Id Name { value } } } }');
    expect(data.uiapi.currentUser).toEqual({ Id: org.csm.id, Name: { value: 'Carla Test' } });
  });
});

describe('selecting and ordering records', () => {
  const cases: [title: string, args: string, names: string[]][] = [
    ['by text, whatever its case', 'where: { Name: { eq: "acme" } }', ['Acme']],
    ['by pattern', 'where: { Name: { like: "%r%" } }, orderBy: { Name: { order: ASC } }', ['Brio', 'Cora']],
    [
      'by a list',
      'where: { Name: { in: ["Acme", "Cora"] } }, orderBy: { Name: { order: DESC } }',
      ['Cora', 'Acme'],
    ],
    ['by what is not in a list', 'where: { Name: { nin: ["Acme", "Cora"] } }', ['Brio']],
    ['by several operators of one field', 'where: { CS_ARR__c: { gt: 100000, lte: 250000 } }', ['Brio']],
    ['by a missing value', 'where: { CS_Manager__c: { ne: null } }', ['Acme']],
    ['by a date value', 'where: { CS_Next_Scheduled__c: { eq: { value: "2026-12-24" } } }', ['Brio']],
    [
      'by a date literal: touches that are overdue, oldest first',
      'where: { CS_Next_Scheduled__c: { lt: { literal: TODAY } } }, orderBy: { CS_Next_Scheduled__c: { order: ASC } }',
      ['Cora', 'Acme'],
    ],
    ['by a date range', 'where: { CS_Next_Scheduled__c: { eq: { range: { last_n_days: 3 } } } }', ['Acme']],
    [
      'by or',
      'where: { or: [{ Name: { eq: "Acme" } }, { Name: { eq: "Brio" } }] }, orderBy: { Name: { order: ASC } }',
      ['Acme', 'Brio'],
    ],
    [
      'by and',
      'where: { and: [{ CS_Risk_Band__c: { eq: "At Risk" } }, { Name: { ne: "Acme" } }] }',
      ['Cora'],
    ],
    ['by not', 'where: { not: { CS_Risk_Band__c: { eq: "At Risk" } } }', ['Brio']],
    ['by a field of the parent', 'where: { CS_Manager__r: { Name: { eq: "Carla Test" } } }', ['Acme']],
    ['by owner, with a scope', 'scope: MINE', ['Brio']],
    [
      'by what children have',
      'where: { Id: { inq: { CS_Health_Score__c: { CS_Score__c: { gt: 70 } }, ApiName: "CS_Account__c" } } }',
      ['Brio'],
    ],
    [
      'by what no child has',
      'where: { Id: { ninq: { CS_Health_Score__c: { Id: { ne: null } }, ApiName: "CS_Account__c" } } }',
      ['Cora'],
    ],
    [
      'in the order of the keys as written',
      'orderBy: { CS_Risk_Band__c: { order: DESC }, CS_ARR__c: { order: ASC } }',
      ['Cora', 'Acme', 'Brio'],
    ],
  ];

  test.each(cases)('selects %s', async (_title, args, names) => {
    expect(await accountNames(args)).toEqual(names);
  });

  test('takes order from a variable in the order of its keys', async () => {
    const { data, errors } = await ask(
      `query accounts($order: Account_OrderBy) { uiapi { query {
        Account(orderBy: $order) { edges { node { Name { value } } } }
      } } }`,
      { order: { CS_Risk_Band__c: { order: 'ASC' }, Name: { order: 'DESC' } } },
    );
    expect(errors).toEqual([]);
    const names = data.uiapi.query.Account.edges.map((edge: { node: { Name: object } }) => edge.node.Name);
    expect(names).toEqual([{ value: 'Brio' }, { value: 'Cora' }, { value: 'Acme' }]);
  });

  test('takes order from the default of a variable', async () => {
    const { data, errors } = await ask(`query accounts($order: Account_OrderBy = { Name: { order: DESC } }) {
      uiapi { query { Account(first: 1, orderBy: $order) { edges { node { Name { value } } } } } }
    }`);
    expect(errors).toEqual([]);
    expect(data.uiapi.query.Account.edges).toEqual([{ node: { Name: { value: 'Cora' } } }]);
  });

  test('refuses a date filter that says two things', async () => {
    const { data, errors } = await ask(`query accounts { uiapi { query {
      Account(where: { CS_Next_Scheduled__c: { eq: { literal: TODAY, value: "2026-11-22" } } }) { totalCount }
    } } }`);
    expect(data.uiapi.query.Account).toBeNull();
    expect(errors).toMatchObject([
      {
        message: 'A date filter takes exactly one of value, literal and range, not 2',
        paths: ['uiapi', 'query', 'Account'],
        extensions: { ErrorType: 'DataFetchingException' },
      },
    ]);
  });
});

describe('aggregating', () => {
  test('sums and counts by group', async () => {
    const { data, errors } = await ask(`query byBand { uiapi { aggregate {
      Account(groupBy: { CS_Risk_Band__c: { group: true } }, orderBy: { CS_ARR__c: { function: SUM, order: DESC } }) {
        edges { node { aggregate {
          CS_Risk_Band__c { value label }
          arr: CS_ARR__c { sum { value displayValue } avg { value } max { value } }
          Id { count { value } }
        } } }
        totalCount
      }
    } } }`);
    expect(errors).toEqual([]);
    const { edges, totalCount } = data.uiapi.aggregate.Account;
    expect(totalCount).toBe(2);
    expect(edges.map((edge: { node: { aggregate: object } }) => edge.node.aggregate)).toEqual([
      {
        CS_Risk_Band__c: { value: 'At Risk', label: 'At Risk' },
        arr: {
          sum: { value: 1_350_000, displayValue: '$1,350,000' },
          avg: { value: 675_000 },
          max: { value: 1_250_000 },
        },
        Id: { count: { value: 2 } },
      },
      {
        CS_Risk_Band__c: { value: 'Watch', label: 'Watch' },
        arr: {
          sum: { value: 250_000, displayValue: '$250,000' },
          avg: { value: 250_000 },
          max: { value: 250_000 },
        },
        Id: { count: { value: 1 } },
      },
    ]);
  });

  test('counts the records behind an ungrouped aggregate', async () => {
    const { data, errors } = await ask(`query total { uiapi { aggregate {
      Account(where: { CS_ARR__c: { gte: 250000 } }) {
        edges { node { aggregate { CS_ARR__c { sum { value } } } } }
        totalCount
      }
    } } }`);
    expect(errors).toEqual([]);
    expect(data.uiapi.aggregate.Account).toEqual({
      edges: [{ node: { aggregate: { CS_ARR__c: { sum: { value: 1_500_000 } } } } }],
      totalCount: 2,
    });
  });

  test('refuses a value that is neither grouped nor aggregated', async () => {
    const { errors } = await ask(`query byBand { uiapi { aggregate { Account {
      edges { node { aggregate { CS_Risk_Band__c { value } Id { count { value } } } } }
    } } } }`);
    expect(errors.map((error) => error.message)).toEqual([
      'Field must be grouped or aggregated: CS_Risk_Band__c',
    ]);
  });
});

describe('object infos', () => {
  test('describe fields, picklist values among them, as the user may use them', async () => {
    const { data, errors } =
      await ask(`query infos { uiapi { objectInfos(apiNames: ["CS_Request__c", "Nothing__c"]) {
      ApiName
      createable
      fields { ApiName dataType ... on PicklistField {
        picklistValuesByRecordTypeIDs { recordTypeID picklistValues { value label } }
      } }
    } } }`);
    expect(errors).toEqual([]);
    const [info, unknown] = data.uiapi.objectInfos;
    expect(unknown).toBeNull();
    expect(info).toMatchObject({ ApiName: 'CS_Request__c', createable: true });
    expect(info.fields).toContainEqual({
      ApiName: 'CS_Type__c',
      dataType: 'Picklist',
      picklistValuesByRecordTypeIDs: [
        {
          recordTypeID: '012000000000000AAA',
          picklistValues: [{ value: 'Recalculate', label: 'Recalculate' }],
        },
      ],
    });
  });
});
