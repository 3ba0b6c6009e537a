import { describe, expect, test } from '@jest/globals';
import { readPageReference, writePageReference } from './pageReferences.ts';

const ID = '001000000000001AAA';

describe('page references and addresses', () => {
  test.each([
    [
      `/lightning/r/Account/${ID}/view`,
      'standard__recordPage',
      { objectApiName: 'Account', recordId: ID, actionName: 'view' },
    ],
    ['/lightning/o/Account/list', 'standard__objectPage', { objectApiName: 'Account', actionName: 'list' }],
    ['/lightning/n/CS_Console', 'standard__navItemPage', { apiName: 'CS_Console' }],
    ['/lightning/page/home', 'standard__namedPage', { pageName: 'home' }],
    ['/lightning/app/CS_Customer_Success', 'standard__app', { appTarget: 'CS_Customer_Success' }],
    ['/lightning/cmp/c__csRisk', 'standard__component', { componentName: 'c__csRisk' }],
    [
      `/lightning/r/Account/${ID}/related/Contacts/view`,
      'standard__recordRelationshipPage',
      { objectApiName: 'Account', recordId: ID, relationshipApiName: 'Contacts', actionName: 'view' },
    ],
  ])('%s and its reference mean each other', (path, type, attributes) => {
    expect(readPageReference(path)).toEqual({ type, attributes, state: {} });
    expect(writePageReference({ type, attributes: attributes as Record<string, string> })).toBe(path);
  });

  test('a record may be addressed by its Id alone', () => {
    expect(readPageReference(`/lightning/r/${ID}/view`)?.attributes).toEqual({
      recordId: ID,
      actionName: 'view',
    });
  });

  test('the state is the query', () => {
    const page = readPageReference('/lightning/n/CS_Console', '?c__view=at%20risk');
    expect(page?.state).toEqual({ c__view: 'at risk' });
    expect(writePageReference(page!)).toBe('/lightning/n/CS_Console?c__view=at+risk');
  });

  test.each(['/', '/lightning/setup/Home', '/other/r/1'])('%s is no page', (path) => {
    expect(readPageReference(path)).toBeUndefined();
  });

  test('a quick action has no address', () => {
    expect(
      writePageReference({ type: 'standard__quickAction', attributes: { apiName: 'Global.NewTask' } }),
    ).toBeUndefined();
  });
});
