import { describe, expect, test } from '@jest/globals';
import { judgeDatabase } from './judge-database.ts';
import type { DatabaseFacts } from './ports.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const GOOD: DatabaseFacts = {
  kind: 'server',
  version: '16.4',
  bytes: 40 * 1024 * 1024,
  nowMs: NOW,
  migrations: { applied: 9, pending: [], unknown: [], broken: [] },
  queue: { waiting: 1, oldestWaitingSeconds: 4, failedInADay: 0 },
};
const bad = (facts: Partial<DatabaseFacts>) =>
  judgeDatabase({ ...GOOD, ...facts }, NOW).filter(({ level }) => level !== 'ok');

describe('judgeDatabase', () => {
  test('finds nothing wrong with a database in order, and tells its size', () => {
    expect(bad({})).toEqual([]);
    expect(judgeDatabase(GOOD, NOW)[0]?.detail).toBe('PostgreSQL 16.4, a server, 40 MB');
  });

  test('says nothing of a queue that was never used', () => {
    expect(judgeDatabase({ ...GOOD, queue: null }, NOW).map(({ name }) => name)).not.toContain('job queue');
  });

  test.each<[string, Partial<DatabaseFacts>, 'warn' | 'fail', RegExp, RegExp]>([
    ['a version out of support', { version: '13.9' }, 'fail', /PostgreSQL 13\.9/, /PostgreSQL 14 or newer/],
    [
      'migrations to come',
      { migrations: { ...GOOD.migrations, pending: ['2026_a', '2026_b'] } },
      'fail',
      /2 not applied yet: 2026_a, 2026_b/,
      /npm run migrate/,
    ],
    [
      'migrations of a newer version',
      { migrations: { ...GOOD.migrations, unknown: ['2027_x'] } },
      'warn',
      /newer version has applied 2027_x/,
      /during an upgrade/,
    ],
    [
      'a migration that broke off',
      { migrations: { ...GOOD.migrations, broken: ['2026_c'] } },
      'fail',
      /2026_c began and did not end/,
      /docs\/upgrade\.md/,
    ],
    ['a clock that is ahead', { nowMs: NOW + 31_000 }, 'fail', /31 s apart/, /NTP/],
    ['a clock that is behind', { nowMs: NOW - 31_000 }, 'fail', /31 s apart/, /NTP/],
    [
      'a queue that stands still',
      { queue: { waiting: 2, oldestWaitingSeconds: 1801, failedInADay: 0 } },
      'fail',
      /waited for 30 minutes/,
      /npm run companion/,
    ],
    [
      'jobs that failed',
      { queue: { waiting: 0, oldestWaitingSeconds: 0, failedInADay: 3 } },
      'warn',
      /3 failed/,
      /status page/,
    ],
  ])('names %s with its remedy', (_what, facts, level, detail, remedy) => {
    expect(bad(facts)).toEqual([
      expect.objectContaining({
        level,
        detail: expect.stringMatching(detail),
        remedy: expect.stringMatching(remedy),
      }),
    ]);
  });

  test('takes clocks that are half a minute apart', () => {
    expect(bad({ nowMs: NOW + 30_000 })).toEqual([]);
  });
});
