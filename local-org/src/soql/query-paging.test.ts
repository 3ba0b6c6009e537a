import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeId } from '../ids.ts';
import { createSmallOrg, type SmallOrg } from './small-org.ts';

let org: SmallOrg;

beforeEach(() => {
  org = createSmallOrg();
  for (let n = 1; n <= 25; n += 1) {
    org.insert('Account', makeId('001', n), {
      Name: `A${String(n).padStart(3, '0')}`,
      OwnerId: org.admin.userId,
    });
  }
});

afterEach(() => org.database.close());

function locatorOf(result: { nextRecordsUrl?: string }): string {
  return result.nextRecordsUrl?.split('/').at(-1) ?? '';
}

describe('paging', () => {
  test('answers every record once, in order, with the total on every page', () => {
    const names: unknown[] = [];
    let page = org.queries.soql(org.admin, 'SELECT Name FROM Account ORDER BY Name DESC', { batchSize: 10 });
    expect(page.nextRecordsUrl).toMatch(/^\/services\/data\/v66\.0\/query\/01g\w{15}-10$/);
    for (;;) {
      expect(page.totalSize).toBe(25);
      names.push(...page.records.map(({ Name }) => Name));
      if (page.done) break;
      page = org.queries.more(org.admin, locatorOf(page));
    }
    expect(names).toEqual(Array.from({ length: 25 }, (_, i) => `A${String(25 - i).padStart(3, '0')}`));
    expect(page).not.toHaveProperty('nextRecordsUrl');
  });

  test('keeps to the records found first, whatever is added or removed meanwhile', () => {
    const first = org.queries.soql(org.admin, 'SELECT Name FROM Account ORDER BY Name', { batchSize: 20 });
    org.insert('Account', makeId('001', 99), { Name: 'A000', OwnerId: org.admin.userId });
    org.database.exec(`DELETE FROM "Account" WHERE "Name" = 'A022'`);
    const second = org.queries.more(org.admin, locatorOf(first));
    expect(second.records.map(({ Name }) => Name)).toEqual(['A021', 'A023', 'A024', 'A025']);
  });

  test('gives a locator to nobody but the user who opened it', () => {
    const first = org.queries.soql(org.admin, 'SELECT Name FROM Account', { batchSize: 20 });
    expect(() => org.queries.more(org.csm, locatorOf(first))).toThrow(/invalid query locator/);
    expect(() => org.queries.more(org.admin, '01g000000000000AAA-20')).toThrow(/invalid query locator/);
    expect(() => org.queries.more(org.admin, 'nonsense')).toThrow(/invalid query locator/);
  });

  test('closes the oldest of a user’s cursors when an eleventh is opened', () => {
    const locators = Array.from({ length: 11 }, () =>
      locatorOf(org.queries.soql(org.admin, 'SELECT Name FROM Account', { batchSize: 20 })),
    );
    expect(() => org.queries.more(org.admin, locators[0] ?? '')).toThrow(/invalid query locator/);
    expect(org.queries.more(org.admin, locators[1] ?? '').records).toHaveLength(5);
  });

  test('answers all rows at once to a tree built by code', () => {
    const result = org.queries.run(org.admin, { from: 'Account', select: [{ kind: 'field', path: ['Id'] }] });
    expect(result).toMatchObject({ totalSize: 25, done: true });
    expect(result.records).toHaveLength(25);
  });
});
