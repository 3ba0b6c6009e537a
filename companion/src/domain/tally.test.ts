import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CountedAccount } from './counted-account.ts';
import { STARTER_EXECUTIVE } from './executive-config.ts';
import { addUpSegments } from './executive-segments.ts';
import { SegmentTallies } from './tally-segments.ts';
import { totalsOfTally, workloadOfTally } from './tally-totals.ts';
import { anyChanges, anyCounted } from '../../testing/any-counted.ts';
import { AS_OF } from './testing/build-signals.ts';
import { isChurned } from './customer-on-day.ts';
import { deriveWorkloads } from './workload.ts';
import { STARTER_WORKLOAD } from './workload-config.ts';

const DAY = { asOf: AS_OF, executive: STARTER_EXECUTIVE, workload: STARTER_WORKLOAD };

/** What adding up every account anew comes to. */
function addUpAnew(accounts: readonly CountedAccount[]) {
  const records = {
    scoresOf: new Map(accounts.map(({ accountId, scores }) => [accountId, scores])),
    alertsOf: new Map(accounts.map(({ accountId, openAlerts }) => [accountId, openAlerts])),
  };
  const books = { accounts: accounts.filter((account) => !isChurned(account)), overdueTasks: new Map() };
  return {
    // Nobody has no totals.
    segments: addUpSegments(accounts, STARTER_EXECUTIVE, AS_OF, records)
      .filter(() => accounts.length > 0)
      .map(({ movers: _movers, ...segment }) => segment),
    workloads: deriveWorkloads(books, STARTER_WORKLOAD, AS_OF),
  };
}

/** What the tallies come to, in the same order. */
function addUpTallies(tallies: SegmentTallies) {
  const kept = tallies.list().filter(({ tally }) => tally.members > 0);
  const segments = kept.map(({ scope, value, tally }) => ({ scope, value, totals: totalsOfTally(tally) }));
  const workloads = kept
    .filter(({ scope, tally }) => scope === 'CSM' && tally.booked > 0)
    .map(({ value, tally }) => workloadOfTally(value ?? '', tally, 0, STARTER_WORKLOAD));
  return { segments, workloads };
}

const sorted = <T extends object>(list: readonly T[]) =>
  list.map((each) => JSON.stringify(each, Object.keys(each).sort())).sort();

describe('running totals', () => {
  test('are those of adding up all accounts, to the cent, for each segment and CSM', () => {
    fc.assert(
      fc.property(fc.array(anyCounted, { minLength: 1, maxLength: 40 }), (given) => {
        const accounts = given.map((account, index) => ({ ...account, accountId: `001${index}` }));
        const tallies = new SegmentTallies();
        for (const account of accounts) tallies.count(account, DAY);
        const [ours, anew] = [addUpTallies(tallies), addUpAnew(accounts)];
        expect(new Set(ours.segments)).toEqual(new Set(anew.segments));
        expect(sorted(ours.workloads)).toEqual(sorted(anew.workloads));
      }),
    );
  });

  test('stay so through any sequence of accounts that come, change and go', () => {
    fc.assert(
      fc.property(anyChanges, (changes) => {
        const tallies = new SegmentTallies();
        const present = new Map<string, CountedAccount>();
        for (const { accountId, account } of changes) {
          const was = present.get(accountId);
          if (was) tallies.count(was, DAY, -1);
          present.delete(accountId);
          if (account) {
            tallies.count(account, DAY);
            present.set(accountId, account);
          }
        }
        const [ours, anew] = [addUpTallies(tallies), addUpAnew([...present.values()])];
        expect(new Set(ours.segments)).toEqual(new Set(anew.segments));
        expect(sorted(ours.workloads)).toEqual(sorted(anew.workloads));
      }),
    );
  });
});
