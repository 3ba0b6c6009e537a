import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACME, BRIO, CORA, createFilledOrg, DELTA, GONE } from './filled-org.ts';

const org = createFilledOrg();
afterAll(() => org.database.close());

function idsWhere(condition: string): string[] {
  const { records } = org.queries.soql(org.admin, `SELECT Id FROM Account WHERE ${condition} ORDER BY Id`);
  return records.map(({ Id }) => String(Id));
}

describe('a WHERE clause', () => {
  test.each<[string, string[]]>([
    ["Name = 'ACME'", [ACME]],
    ["Name = 'CÓRA'", [CORA]],
    ["Name = 'Delta\\'s'", [DELTA]],
    ["Name LIKE 'a%'", [ACME]],
    ["Name LIKE '%50\\%'", [BRIO]],
    ["Name LIKE 'cÓ__'", [CORA]],
    ["Type != 'Customer'", [BRIO, CORA, DELTA]],
    ["NOT Type = 'Customer'", [BRIO, CORA, DELTA]],
    ['Type = null', [DELTA]],
    ["Type = ''", [DELTA]],
    ['Type <> null', [ACME, BRIO, CORA]],
    ["Type IN ('customer', null)", [ACME, DELTA]],
    ["Type NOT IN ('Customer', 'Partner')", [BRIO, DELTA]],
    ['NumberOfEmployees >= 20', [BRIO, CORA]],
    ['NumberOfEmployees IN (10, 20)', [ACME, BRIO, CORA]],
    ["CS_ARR__c > 500 AND (Type = 'Customer' OR Name = 'x')", [ACME]],
    ['CS_Low_Usage__c = true', [ACME]],
    ['CS_Low_Usage__c != true', [BRIO, CORA, DELTA]],
    ['Parent.CS_Low_Usage__c = false AND Parent.Name = null', [ACME, DELTA]],
    ["CS_Tags__c INCLUDES ('beta;Reference', 'none')", [ACME]],
    ["CS_Tags__c INCLUDES ('ÜNDER REVIEW')", [BRIO]],
    ["CS_Tags__c EXCLUDES ('Beta')", [BRIO, CORA, DELTA]],
    ["CS_External_Key__c = 'K1'", [BRIO]],
    ['CS_Renewal_Date__c = NEXT_N_DAYS:8', [ACME]],
    ['CS_Renewal_Date__c > THIS_MONTH', [BRIO]],
    ['CS_Renewal_Date__c <= NEXT_MONTH', [ACME, BRIO]],
    ['CS_Renewal_Date__c != THIS_MONTH', [BRIO, CORA, DELTA]],
    ['CS_Renewal_Date__c IN (2026-11-30, NEXT_MONTH)', [ACME, BRIO]],
    ['CreatedDate = YESTERDAY', [ACME]],
    ['CreatedDate < 2026-11-22T00:59:59+01:00', []],
    ['CreatedDate <= 2026-11-22T00:59:59+01:00', [ACME]],
    ['DAY_ONLY(CreatedDate) = 2026-11-21', [ACME]],
    ['HOUR_IN_DAY(CreatedDate) = 10', [BRIO, CORA, DELTA]],
    ['CALENDAR_QUARTER(CS_Renewal_Date__c) = 4 AND DAY_IN_WEEK(CS_Renewal_Date__c) = 2', [ACME]],
    [`Id = '${ACME.slice(0, 15)}'`, [ACME]],
    ["Parent.Parent.Name = 'acme'", [CORA]],
    ["Account.Name = 'Acme'", [ACME]],
    ["CS_Size__c = 'LARGE'", [BRIO, CORA]],
    ["CS_Size__c LIKE 's%'", [ACME]],
    ['CS_Size__c = null', [DELTA]],
    ["Parent.CS_Size__c != 'Large'", [ACME, BRIO, DELTA]],
    ['Parent.CS_Size__c = null', [ACME, DELTA]],
    ["Owner.Name = 'Carla CSM'", [ACME, BRIO]],
    ["Id IN (SELECT AccountId FROM Contact WHERE Name = 'Ann')", [ACME]],
    ['Id NOT IN (SELECT AccountId FROM Contact)', [BRIO, CORA, DELTA]],
    ["Name LIKE '%' AND (Id IN (SELECT AccountId FROM Contact) AND Id NOT IN (SELECT WhatId FROM Task))", []],
    [Array.from({ length: 2000 }, (_, n) => `NumberOfEmployees = ${n}`).join(' OR '), [ACME, BRIO, CORA]],
  ])('%.80s', (condition, ids) => {
    expect(idsWhere(condition)).toEqual(ids);
  });

  test('leaves deleted records out, unless queryAll asks for them', () => {
    expect(idsWhere("Name = 'Gone'")).toEqual([]);
    const { records } = org.queries.soql(org.admin, 'SELECT Id FROM Account WHERE IsDeleted = true', {
      allRows: true,
    });
    expect(records).toMatchObject([{ Id: GONE }]);
  });
});

describe('NOT', () => {
  const comparison = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('Name', 'Type', 'Parent.Name'),
        fc.constantFrom('=', '!=', 'LIKE', '<', '>='),
        fc.constantFrom('Acme', 'a%', 'customer', 'Córa'),
      )
      .map(([field, op, value]) => `${field} ${op} '${value}'`),
    fc
      .tuple(
        fc.constantFrom('NumberOfEmployees', 'CS_ARR__c'),
        fc.constantFrom('=', '!=', '<', '>='),
        fc.integer({ min: 0, max: 1000 }),
      )
      .map(([field, op, value]) => `${field} ${op} ${value}`),
    fc.constantFrom(
      'CS_Renewal_Date__c > TODAY',
      'CS_Renewal_Date__c != THIS_MONTH',
      'Type = null',
      "Type NOT IN ('Partner', null)",
      "CS_Tags__c EXCLUDES ('Beta')",
      'Parent.CS_Low_Usage__c = true',
    ),
  );
  const { condition } = fc.letrec<{ condition: string }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      comparison,
      fc
        .tuple(tie('condition'), fc.constantFrom('AND', 'OR'), tie('condition'))
        .map(([a, op, b]) => `(${a}) ${op} (${b})`),
      tie('condition').map((inner) => `NOT (${inner})`),
    ),
  }));

  test('takes exactly the records that its condition leaves', () => {
    fc.assert(
      fc.property(condition, (text) => {
        const taken = idsWhere(text);
        const left = idsWhere(`NOT (${text})`);
        expect([...taken, ...left].sort()).toEqual([ACME, BRIO, CORA, DELTA]);
      }),
    );
  });
});
