import { describe, expect, test } from '@jest/globals';
import type { Webhook } from '../inbound-ports.ts';
import type { JobRun } from '../ports.ts';
import { judgeWork, type WorkFacts } from './judge-work.ts';

const NOW = new Date('2026-11-23T09:00:00Z');
const RUN: JobRun = {
  id: '1',
  job: 'sync',
  scheduledAt: '2026-11-23T08:45:00Z',
  startedAt: '2026-11-23T08:45:00Z',
  finishedAt: '2026-11-23T08:45:09Z',
  state: 'succeeded',
  counts: null,
  error: null,
};
const HOOK: Webhook = {
  ...{ id: 'h', source: 'zendesk', name: 'Support', mapping: {} },
  ...{ createdAt: '2026-11-01T00:00:00Z', lastUsedAt: '2026-11-23T07:00:00Z', revokedAt: null },
};
const GOOD: WorkFacts = {
  totals: { accounts: 3, scores: 9, writesWaiting: 0, writesSetAside: 0, firstReadAt: RUN.finishedAt },
  syncs: [RUN],
  writeErrors: [],
  stale: { accounts: 0, validDays: 3 },
  webhooks: [HOOK],
  waitingInbound: { held: 0, queued: 0 },
};
const bad = (facts: Partial<WorkFacts>) =>
  judgeWork({ ...GOOD, ...facts }, NOW).filter(({ level }) => level !== 'ok');

describe('judgeWork', () => {
  test('finds nothing wrong while everything goes on', () => {
    expect(bad({})).toEqual([]);
  });

  test.each<[string, Partial<WorkFacts>, 'warn' | 'fail', RegExp, RegExp]>([
    [
      'an org never read',
      { totals: { ...GOOD.totals, firstReadAt: null } },
      'warn',
      /not been read/,
      /npm run companion/,
    ],
    [
      'a sync that failed',
      { syncs: [{ ...RUN, state: 'failed', error: 'No org answers' }] },
      'fail',
      /Failed at 2026-11-23 08:45 UTC: No org answers/,
      /-- sync/,
    ],
    [
      'writes that were refused',
      {
        totals: { ...GOOD.totals, writesSetAside: 2 },
        writeErrors: [{ object: 'Account', key: '001', error: 'FIELD_X' }],
      },
      'fail',
      /refused 2 writes, the last Account 001: FIELD_X/,
      /push --retry/,
    ],
    [
      'scores out of date',
      { stale: { accounts: 7, validDays: 3 } },
      'warn',
      /7 accounts .* 3 days/,
      /-- score/,
    ],
    [
      'a webhook that fell silent',
      { webhooks: [{ ...HOOK, lastUsedAt: '2026-11-15T08:59:00Z' }] },
      'warn',
      /last used 2026-11-15/,
      /hook revoke/,
    ],
    [
      'tickets without an account',
      { waitingInbound: { held: 2, queued: 1 } },
      'warn',
      /2 tickets and 1 answers/,
      /NPS inbox/,
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

  test('tells a service that stopped by its last sync and its ticks, after two hours', () => {
    const old = (minutes: number) => {
      const at = new Date(NOW.getTime() - minutes * 60_000).toISOString();
      return { syncs: [{ ...RUN, scheduledAt: at, startedAt: at, finishedAt: at }] };
    };
    expect(bad(old(120))).toEqual([]);
    expect(bad(old(121)).map(({ name }) => name)).toEqual(['last sync', 'ticks']);
  });

  test('looks past skipped runs and the one under way for the last sync', () => {
    const running: JobRun = { ...RUN, state: 'running', finishedAt: null };
    const skipped: JobRun = { ...RUN, state: 'skipped' };
    const failed: JobRun = { ...RUN, state: 'failed', error: 'x' };
    expect(bad({ syncs: [running, skipped, failed] }).map(({ name }) => name)).toEqual(['last sync']);
  });

  test('says nothing of webhooks that were revoked', () => {
    expect(bad({ webhooks: [{ ...HOOK, lastUsedAt: null, revokedAt: '2026-11-02T00:00:00Z' }] })).toEqual([]);
  });
});
