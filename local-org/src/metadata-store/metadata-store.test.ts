import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createOrg } from '../create-org.ts';
import type { Org } from '../org.ts';

let org: Org;

beforeEach(() => {
  org = createOrg({ now: () => new Date('2026-11-22T10:00:00Z') });
});
afterEach(() => org.close());

const page = { type: 'FlexiPage', fullName: 'Account_Page', files: { 'Account_Page.xml': '<FlexiPage/>' } };

describe('the metadata store', () => {
  test('keeps a component by type and name, whatever the case of the name', () => {
    org.metadata.put(page);
    org.metadata.put({ ...page, fullName: 'Another', files: {} });
    expect(org.metadata.get('FlexiPage', 'account_page')).toEqual({
      ...page,
      lastModifiedDate: '2026-11-22T10:00:00.000Z',
    });
    expect(org.metadata.get('CustomTab', 'Account_Page')).toBeUndefined();
    expect(org.metadata.list('FlexiPage').map(({ fullName }) => fullName)).toEqual([
      'Account_Page',
      'Another',
    ]);
  });

  test('replaces the files of a component, and removes it once', () => {
    org.metadata.put(page);
    org.metadata.put({ ...page, files: { 'Account_Page.xml': '<FlexiPage>2</FlexiPage>' } });
    expect(org.metadata.list('FlexiPage')).toHaveLength(1);
    expect([
      org.metadata.remove('FlexiPage', 'Account_Page'),
      org.metadata.remove('FlexiPage', 'Account_Page'),
    ]).toEqual([true, false]);
  });

  test('takes back what a transaction takes back, under a revision of its own', () => {
    const before = org.metadata.revision();
    expect(() =>
      org.records.transaction(() => {
        org.metadata.put(page);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(org.metadata.list('FlexiPage')).toEqual([]);
    expect(org.metadata.revision()).toBeGreaterThan(before + 1);
  });
});
