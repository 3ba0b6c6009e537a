import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './dates.ts';
import { AS_OF } from './testing/build-signals.ts';
import { buildBook } from './testing/build-book.ts';
import { deriveWorkloads, findCsm, type BookAccount, type Workload } from './workload.ts';
import { STARTER_WORKLOAD } from './workload-config.ts';

const NO_TASKS = new Map<string, number>();
const OWNER = buildBook().ownerId;

const derive = (accounts: BookAccount[], overdueTasks: ReadonlyMap<string, number> = NO_TASKS) =>
  deriveWorkloads({ accounts, overdueTasks }, STARTER_WORKLOAD, AS_OF);
const ofOne = (known: Partial<BookAccount>) => derive([buildBook(known)])[0];

describe('deriveWorkloads', () => {
  test('gives an account to its CSM, and to its owner only where no CSM is named', () => {
    const accounts = [
      buildBook({ managerId: '005B' }),
      buildBook({ managerId: '005B', ownerId: '005B' }),
      buildBook(),
    ];
    expect(derive(accounts).map(({ csmId, accounts: count }) => [csmId, count])).toEqual([
      [OWNER, 1],
      ['005B', 2],
    ]);
  });

  test.each<[string, Partial<BookAccount>, number]>([
    ['a band of At Risk', { riskBand: 'At Risk' }, 1],
    ['a band of Watch', { riskBand: 'Watch' }, 0],
    ['no band', { riskBand: null }, 0],
  ])('counts as at risk: %s → %s', (_what, known, atRisk) => {
    expect(ofOne(known)).toMatchObject({ atRisk });
  });

  test.each([
    [null, 0],
    [addDays(AS_OF, -1), 1],
    [AS_OF, 0],
    [addDays(AS_OF, 1), 0],
  ])('a touch due on %s as of 2026-11-22 makes %i overdue', (touchDue, overdueTouches) => {
    expect(ofOne({ touchDue })).toMatchObject({ overdueTouches });
  });

  test.each([
    [null, 0],
    [addDays(AS_OF, -1), 0],
    [AS_OF, 1],
    [addDays(AS_OF, 90), 1],
    [addDays(AS_OF, 91), 0],
  ])('a renewal on %s as of 2026-11-22 makes %i within 90 days', (renewalDate, renewals) => {
    expect(ofOne({ renewalDate })).toMatchObject({ renewals });
  });

  test.each<[string, Partial<BookAccount>, number]>([
    ['a monthly touch where nothing else is known', {}, 1],
    ['the rhythm of its tier', { tier: 'Strategic' }, 2.1],
    ['its own rhythm before that of its tier', { tier: 'Strategic', cadenceDays: 60 }, 0.5],
    ['four hours more at risk', { riskBand: 'At Risk' }, 5],
    ['half an hour more for a missed touch', { touchDue: addDays(AS_OF, -40) }, 1.5],
    ['three hours more for a renewal', { renewalDate: addDays(AS_OF, 30) }, 4],
    [
      'all of it at once',
      { tier: 'Strategic', riskBand: 'At Risk', touchDue: '2026-11-01', renewalDate: '2026-12-01' },
      9.6,
    ],
  ])('an account asks for %s', (_what, known, effort) => {
    expect(ofOne(known)).toMatchObject({ effort });
  });

  test('adds half an hour for every overdue task of the CSM', () => {
    const [workload] = derive([buildBook()], new Map([[OWNER, 3]]));
    expect(workload).toMatchObject({ overdueTasks: 3, effort: 2.5 });
  });

  test('tells nothing of users who look after no account, however many tasks they have', () => {
    expect(derive([buildBook()], new Map([['005Z', 9]])).map(({ csmId }) => csmId)).toEqual([OWNER]);
  });

  test('tells zeros of a CSM who was told of before and has no account left', () => {
    const books = { accounts: [], overdueTasks: new Map([['005Z', 1]]) };
    const [workload] = deriveWorkloads(books, STARTER_WORKLOAD, AS_OF, ['005Z']);
    expect(workload).toEqual({
      csmId: '005Z',
      accounts: 0,
      atRisk: 0,
      overdueTasks: 1,
      overdueTouches: 0,
      renewals: 0,
      arr: 0,
      effort: 0.5,
    });
  });

  test('adds revenue up to the cent', () => {
    const cents = Array.from({ length: 10 }, () => buildBook({ arr: 0.1 }));
    expect(derive(cents)[0]?.arr).toBe(1);
  });
});

const someDay = fc.option(fc.integer({ min: -200, max: 200 }).map((days) => addDays(AS_OF, days)));
const user = fc.constantFrom('005A', '005B', '005C');
const book: fc.Arbitrary<BookAccount> = fc.record({
  accountId: fc.string(),
  ownerId: user,
  managerId: fc.option(user),
  tier: fc.constantFrom('Strategic', 'Enterprise', 'Growth', 'Scale', 'Other', null),
  cadenceDays: fc.option(fc.integer({ min: 0, max: 365 })),
  riskBand: fc.constantFrom('Healthy', 'Watch', 'At Risk', null),
  touchDue: someDay,
  renewalDate: someDay,
  arr: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
});
const books = fc.array(book, { maxLength: 30 });
const total = (workloads: Workload[], of: (workload: Workload) => number) =>
  Math.round(10 * workloads.reduce((sum, workload) => sum + of(workload), 0)) / 10;
const NUMBERS = ['accounts', 'atRisk', 'overdueTouches', 'renewals', 'arr', 'effort'] as const;

describe('workload, whatever the accounts', () => {
  test('counts every account once, for exactly one CSM', () => {
    fc.assert(fc.property(books, (some) => total(derive(some), (each) => each.accounts) === some.length));
  });

  test('does not depend on the order of the accounts', () => {
    fc.assert(
      fc.property(books, (some) => {
        expect(derive(some.toReversed())).toEqual(derive(some));
      }),
    );
  });

  test('adds up: the numbers of two sets of accounts are those of both together', () => {
    fc.assert(
      fc.property(books, books, (some, others) => {
        const [one, two, both] = [derive(some), derive(others), derive([...some, ...others])];
        for (const number of NUMBERS) {
          const sum = total([...one, ...two], (each) => each[number]);
          expect(total(both, (each) => each[number])).toBe(sum);
        }
      }),
    );
  });

  test('moves with an account: what one CSM loses the other gains', () => {
    fc.assert(
      fc.property(books, user, (some, to) => {
        const [moved, ...rest] = some;
        if (!moved) return;
        const [before, after] = [derive(some), derive([{ ...moved, managerId: to }, ...rest])];
        for (const number of NUMBERS) {
          expect(total(after, (each) => each[number])).toBe(total(before, (each) => each[number]));
        }
        expect(after.find(({ csmId }) => csmId === to)?.accounts).toBeGreaterThan(0);
      }),
    );
  });

  test('never counts more of anything than there are accounts, and no effort below zero', () => {
    fc.assert(
      fc.property(books, (some) => {
        for (const { csmId, accounts, atRisk, overdueTouches, renewals, effort } of derive(some)) {
          expect(Math.max(atRisk, overdueTouches, renewals)).toBeLessThanOrEqual(accounts);
          expect(effort).toBeGreaterThan(0);
          expect(some.map(findCsm)).toContain(csmId);
        }
      }),
    );
  });
});
