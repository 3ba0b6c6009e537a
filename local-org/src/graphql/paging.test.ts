import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createUiTestOrg } from '../ui-model/ui-test-org.ts';
import type { UiTestOrg } from '../ui-model/ui-test-org.ts';
import { askGraphql } from './ask.ts';

const SCORES = 60;

let org: UiTestOrg;
let account: string;

beforeAll(() => {
  org = createUiTestOrg();
  account = org.create('Account', { Name: 'Acme' });
  org.org.records.transaction(() => {
    // Few distinct values, some of them null, so that the order alone does not tell records apart.
    for (let index = 0; index < SCORES; index++) addScore(index % 7 === 0 ? null : index % 5);
  });
});

afterAll(() => org.org.close());

function addScore(score: number | null): string {
  return org.create('CS_Health_Score__c', { CS_Account__c: account, CS_Score__c: score });
}

interface Page {
  ids: string[];
  endCursor: string | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

const TOP = `query scores($first: Int, $after: String, $order: CS_Health_Score__c_OrderBy) { uiapi { query {
  CS_Health_Score__c(first: $first, after: $after, orderBy: $order) {
    edges { cursor node { Id } } pageInfo { endCursor hasNextPage hasPreviousPage } } } } }`;
const NESTED = `query scores($first: Int, $after: String, $order: CS_Health_Score__c_OrderBy) { uiapi { query {
  Account { edges { node { CS_Health_Scores__r(first: $first, after: $after, orderBy: $order) {
    edges { cursor node { Id } } pageInfo { endCursor hasNextPage hasPreviousPage } } } } } } } }`;

async function readPage(nested: boolean, variables: Record<string, unknown>): Promise<Page> {
  const { data, errors } = await askGraphql(org.server, org.adminToken, nested ? NESTED : TOP, variables);
  expect(errors).toEqual([]);
  const list = nested
    ? data.uiapi.query.Account.edges[0].node.CS_Health_Scores__r
    : data.uiapi.query.CS_Health_Score__c;
  return { ids: list.edges.map((edge: { node: { Id: string } }) => edge.node.Id), ...list.pageInfo };
}

async function readAll(nested: boolean, first: number, order: object | null): Promise<string[]> {
  const ids: string[] = [];
  let page: Page | undefined;
  do {
    page = await readPage(nested, { first, order, after: page?.endCursor ?? null });
    expect(page.hasPreviousPage).toBe(ids.length > 0);
    ids.push(...page.ids);
  } while (page.hasNextPage);
  return ids;
}

describe('paging', () => {
  const order = fc.constantFrom(
    null,
    { CS_Score__c: { order: 'ASC' } },
    { CS_Score__c: { order: 'DESC', nulls: 'LAST' } },
    { CreatedDate: { order: 'DESC' } },
  );

  test('hands out every record exactly once, whatever the page size and the order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.integer({ min: 1, max: 70 }),
        order,
        async (nested, first, orderBy) => {
          const ids = await readAll(nested, first, orderBy);
          expect(ids).toHaveLength(SCORES);
          expect(new Set(ids).size).toBe(SCORES);
        },
      ),
      { numRuns: 25 },
    );
    // Thousands of requests, where pages are small.
  }, 30_000);

  test('neither repeats nor drops a record when others come and go between two pages', async () => {
    const orderBy = { CS_Score__c: { order: 'ASC' } };
    const before = await readAll(false, 100, orderBy);
    const first = await readPage(false, { first: 20, order: orderBy, after: null });
    const added = addScore(null);
    const admin = org.org.userById(org.org.adminId);
    const rest: string[] = [];
    let after = first.endCursor;
    for (let more = true; more;) {
      const page = await readPage(false, { first: 20, order: orderBy, after });
      rest.push(...page.ids);
      [after, more] = [page.endCursor, page.hasNextPage];
    }
    org.org.records.delete(admin, 'CS_Health_Score__c', added);
    const seen = [...first.ids, ...rest].filter((id) => id !== added);
    expect(seen).toEqual(before);
  });

  const refusals: [title: string, args: string, message: string][] = [
    ['no records', 'first: 0', 'first must be between 1 and 2000, not 0'],
    ['more than 2,000 records', 'first: 2001', 'first must be between 1 and 2000, not 2001'],
    [
      'small pages of a bounded list',
      'first: 50, upperBound: 4000',
      'first must be between 200 and 2000 when upperBound is given, not 50',
    ],
    ['a made-up cursor', 'after: "x"', 'The after argument is not a cursor of this query: "x"'],
  ];

  test.each(refusals)('refuses %s', async (_title, args, message) => {
    const query = `query scores { uiapi { query { CS_Health_Score__c(${args}) { totalCount } } } }`;
    const { errors } = await askGraphql(org.server, org.adminToken, query);
    expect(errors.map((error) => error.message)).toEqual([message]);
  });

  test('hands out ten records unless told otherwise', async () => {
    const page = await readPage(false, {});
    expect(page.ids).toHaveLength(10);
    expect(page.hasNextPage).toBe(true);
  });
});
