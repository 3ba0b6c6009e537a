import { describe, expect, test } from '@jest/globals';
import { judgeOrg } from './judge-org.ts';
import type { OrgFacts } from './ports.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const GOOD: OrgFacts = {
  orgId: '00D000000000001AAA',
  name: 'Acme',
  edition: 'Enterprise Edition',
  isSandbox: false,
  instanceUrl: 'https://acme.my.salesforce.com',
  username: 'companion@acme.example',
  apiVersion: { used: '66.0', newest: '67.0' },
  calls: { used: 1_000, limit: 100_000 },
  nowMs: NOW,
  license: 'Salesforce Integration',
  permissionSets: ['CS_Companion'],
  hasNotificationType: true,
};
const bad = (facts: Partial<OrgFacts>, access: 'read-only' | 'write-back' = 'write-back') =>
  judgeOrg({ ...GOOD, ...facts }, NOW, access).filter(({ level }) => level !== 'ok');

describe('judgeOrg', () => {
  test('finds nothing wrong with an org in order', () => {
    expect(bad({})).toEqual([]);
  });

  test.each<[string, Partial<OrgFacts>, 'warn' | 'fail', RegExp, RegExp]>([
    [
      'an org before its release',
      { apiVersion: { used: '66.0', newest: '65.0' } },
      'fail',
      /up to 65\.0/,
      /next release/,
    ],
    [
      'no call left',
      { calls: { used: 100_000, limit: 100_000 } },
      'fail',
      /100,000 of 100,000/,
      /System Overview/,
    ],
    [
      'few calls left',
      { calls: { used: 90_001, limit: 100_000 } },
      'warn',
      /90,001/,
      /SALESFORCE_API_BUDGET_PERCENT/,
    ],
    ['another time of day', { nowMs: NOW - 45_000 }, 'fail', /45 s apart/, /NTP/],
    [
      'the permission set not assigned',
      { permissionSets: ['Other'] },
      'fail',
      /not assigned to companion@/,
      /sf org assign permset --name CS_Companion --on-behalf-of companion@/,
    ],
    ['no notification type', { hasNotificationType: false }, 'fail', /CS_Alert is missing/, /npm run deploy/],
  ])('names %s with its remedy', (_what, facts, level, detail, remedy) => {
    expect(bad(facts)).toEqual([
      expect.objectContaining({
        level,
        detail: expect.stringMatching(detail),
        remedy: expect.stringMatching(remedy),
      }),
    ]);
  });

  test('takes a tenth of the calls for enough', () => {
    expect(bad({ calls: { used: 90_000, limit: 100_000 } })).toEqual([]);
  });

  test('says nothing of what the user may not see', () => {
    expect(bad({ permissionSets: null, license: null, calls: null, nowMs: null })).toEqual([]);
  });

  test('wants no bell where nothing may be written', () => {
    expect(bad({ hasNotificationType: false }, 'read-only')).toEqual([]);
  });
});
