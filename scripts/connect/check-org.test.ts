import { describe, expect, test } from '@jest/globals';
import { judgeOrg, type OrgFacts } from './check-org.ts';

const GOOD: OrgFacts = {
  edition: 'Developer Edition',
  isSandbox: false,
  apiVersion: '66.0',
  callsLeft: { remaining: 15_000, max: 15_000 },
  mayCreateUsers: true,
  mayAssignPermissionSets: true,
  isDeployed: true,
};

describe('judgeOrg', () => {
  test('has nothing to say of an org in which all holds', () => {
    expect(judgeOrg(GOOD)).toEqual({ problems: [], notes: [] });
  });

  test.each<[Partial<OrgFacts>, RegExp]>([
    [{ apiVersion: '65.0' }, /answers API 65\.0 at most; Tenure needs 66\.0/],
    [{ edition: 'Group Edition' }, /Group Edition has no API/],
    [{ mayCreateUsers: false }, /may not create users: .*Manage Internal Users/],
    [{ mayAssignPermissionSets: false }, /Assign Permission Sets/],
    [{ isDeployed: false }, /npm run deploy/],
  ])('stops at %o, and says what to do', (change, message) => {
    const { problems } = judgeOrg({ ...GOOD, ...change });
    expect(problems).toEqual([expect.stringMatching(message)]);
  });

  test('names everything that is wrong at once', () => {
    expect(judgeOrg({ ...GOOD, apiVersion: '60.0', isDeployed: false }).problems).toHaveLength(2);
  });

  test.each<[Partial<OrgFacts>, RegExp]>([
    [{ edition: 'Professional Edition' }, /add-on in Professional Edition/],
    [{ callsLeft: { remaining: 1_999, max: 15_000 } }, /Only 1999 of 15000 API calls/],
  ])('goes on at %o with a note', (change, message) => {
    const judged = judgeOrg({ ...GOOD, ...change });
    expect(judged.problems).toEqual([]);
    expect(judged.notes).toEqual([expect.stringMatching(message)]);
  });

  test('takes an org that does not tell its calls for one with enough', () => {
    expect(judgeOrg({ ...GOOD, callsLeft: null }).notes).toEqual([]);
  });
});
