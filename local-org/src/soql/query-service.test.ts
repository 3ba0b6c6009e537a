import { afterAll, describe, expect, test } from '@jest/globals';
import { makeId } from '../ids.ts';
import { ACME, BRIO, CORA, createFilledOrg, DELTA } from './filled-org.ts';

const org = createFilledOrg();
afterAll(() => org.database.close());

function rows(text: string): unknown[] {
  return org.queries.soql(org.admin, text).records;
}

describe('the shape of a result', () => {
  test('is that of REST: attributes, nested parents, null for an absent one, values in their JSON form', () => {
    expect(
      rows(`select id, NAME, cs_low_usage__c, CS_ARR__c, CreatedDate, parent.name, Parent.Owner.Name
      from account where Name in ('Acme', 'brio 50%') order by Name`),
    ).toEqual([
      {
        attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${ACME}` },
        Id: ACME,
        Name: 'Acme',
        CS_Low_Usage__c: true,
        CS_ARR__c: 1000.5,
        CreatedDate: '2026-11-21T23:59:59.000+0000',
        Parent: null,
      },
      {
        attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${BRIO}` },
        Id: BRIO,
        Name: 'brio 50%',
        CS_Low_Usage__c: false,
        CS_ARR__c: 500,
        CreatedDate: '2026-11-22T10:00:00.000+0000',
        Parent: {
          attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${ACME}` },
          Name: 'Acme',
          Owner: {
            attributes: { type: 'User', url: `/services/data/v66.0/sobjects/User/${org.csm.userId}` },
            Name: 'Carla CSM',
          },
        },
      },
    ]);
  });

  test('nests children with their own filter, order and limit a parent, and null for none', () => {
    const [acme, brio] =
      rows(`SELECT Name, (SELECT Name, Account.Name FROM Contacts ORDER BY Name DESC LIMIT 1),
      (SELECT Id FROM ChildAccounts LIMIT 1) FROM Account WHERE Name LIKE 'a%' OR Name LIKE 'b%' ORDER BY Name`);
    expect(acme).toMatchObject({
      Contacts: { totalSize: 1, done: true, records: [{ Name: 'Ben', Account: { Name: 'Acme' } }] },
      ChildAccounts: { totalSize: 1, records: [{ Id: BRIO }] },
    });
    expect(brio).toMatchObject({ Contacts: null, ChildAccounts: { records: [{ Id: CORA }] } });
  });

  test('names the object that a lookup to several objects points to', () => {
    expect(rows("SELECT What.Name, What.Type FROM Task WHERE What.Type = 'Account'")).toMatchObject([
      { What: { attributes: { type: 'Account' }, Name: 'Acme', Type: 'Account' } },
    ]);
  });

  test('answers labels for toLabel', () => {
    expect(
      rows("SELECT toLabel(Type), toLabel(CS_Tags__c) tags FROM Account WHERE Name = 'Acme'"),
    ).toMatchObject([{ Type: 'Customer', tags: 'Beta;Reference' }]);
  });

  test('expands FIELDS to what the user may read', () => {
    const [record] = org.queries.soql(org.csm, 'SELECT FIELDS(CUSTOM) FROM Account LIMIT 1').records;
    expect(record).toHaveProperty('CS_ARR__c');
    expect(record).not.toHaveProperty('CS_Secret__c');
    expect(record).not.toHaveProperty('Name');
  });
});

describe('ORDER BY', () => {
  test.each<[string, string[]]>([
    ['Name', [ACME, BRIO, CORA, DELTA]],
    ['Type', [DELTA, BRIO, ACME, CORA]],
    ['Type DESC NULLS LAST', [CORA, ACME, BRIO, DELTA]],
    ['NumberOfEmployees DESC, Name DESC', [DELTA, CORA, BRIO, ACME]],
    ['NumberOfEmployees NULLS LAST, Name LIMIT 2 OFFSET 1', [BRIO, CORA]],
    ['Parent.Name NULLS LAST, Name', [BRIO, CORA, ACME, DELTA]],
  ])('%s', (order, ids) => {
    expect(rows(`SELECT Id FROM Account ORDER BY ${order}`)).toMatchObject(ids.map((Id) => ({ Id })));
  });
});

describe('aggregates', () => {
  test('COUNT() answers a number and no records', () => {
    expect(org.queries.soql(org.admin, 'SELECT count() FROM Account')).toEqual({
      totalSize: 4,
      done: true,
      records: [],
    });
    expect(org.queries.soql(org.admin, 'SELECT COUNT() FROM Account LIMIT 3').totalSize).toBe(3);
  });

  test('group, filter and sort, with aliases or expr0, expr1, …', () => {
    expect(
      rows(`SELECT NumberOfEmployees size, COUNT(Id) total, SUM(CS_ARR__c), MAX(CreatedDate), COUNT_DISTINCT(Type)
        FROM Account GROUP BY NumberOfEmployees HAVING COUNT(Id) > 1 OR NumberOfEmployees = 10 ORDER BY COUNT(Id) DESC`),
    ).toEqual([
      {
        attributes: { type: 'AggregateResult' },
        size: 20,
        total: 2,
        expr0: 500,
        expr1: '2026-11-22T10:00:00.000+0000',
        expr2: 2,
      },
      {
        attributes: { type: 'AggregateResult' },
        size: 10,
        total: 1,
        expr0: 1000.5,
        expr1: '2026-11-21T23:59:59.000+0000',
        expr2: 1,
      },
    ]);
  });

  test('group by a parent field and by a date function', () => {
    expect(
      rows(
        'SELECT Owner.Name, DAY_ONLY(CreatedDate) day, COUNT(Id) FROM Account GROUP BY Owner.Name, DAY_ONLY(CreatedDate) ORDER BY Owner.Name, DAY_ONLY(CreatedDate)',
      ),
    ).toEqual([
      { attributes: { type: 'AggregateResult' }, Name: 'Ada Admin', day: '2026-11-22', expr0: 2 },
      { attributes: { type: 'AggregateResult' }, Name: 'Carla CSM', day: '2026-11-21', expr0: 1 },
      { attributes: { type: 'AggregateResult' }, Name: 'Carla CSM', day: '2026-11-22', expr0: 1 },
    ]);
  });

  test('group by a formula', () => {
    expect(
      rows('SELECT CS_Size__c, COUNT(Id) n FROM Account GROUP BY CS_Size__c ORDER BY CS_Size__c'),
    ).toMatchObject([
      { CS_Size__c: null, n: 1 },
      { CS_Size__c: 'Large', n: 2 },
      { CS_Size__c: 'Small', n: 1 },
    ]);
  });

  test('answer null for a sum of nothing', () => {
    expect(rows("SELECT SUM(CS_ARR__c) s, COUNT(Id) n FROM Account WHERE Name = 'Delta\\'s'")).toMatchObject([
      { s: null, n: 1 },
    ]);
  });
});

describe('access', () => {
  test('a user sees the records that sharing gives, as roots, children, parents and in semi-joins', () => {
    const visible = org.queries.soql(
      org.csm,
      'SELECT Id, (SELECT Name FROM Contacts) FROM Account ORDER BY Id',
    ).records;
    expect(visible).toMatchObject([{ Id: ACME, Contacts: { totalSize: 1 } }, { Id: BRIO }]);
    const semi = "SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact WHERE Name = 'Ben')";
    expect(org.queries.soql(org.csm, semi).records).toEqual([]);
  });

  test('a hidden parent reads as none', () => {
    org.insert('Account', makeId('001', 6), { Name: 'Echo', ParentId: DELTA, OwnerId: org.csm.userId });
    const [echo] = org.queries.soql(org.csm, "SELECT Parent.Name FROM Account WHERE Name = 'Echo'").records;
    expect(echo).toMatchObject({ Parent: null });
    org.database.exec(`DELETE FROM "Account" WHERE "Name" = 'Echo'`);
  });
});
