import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './dates.ts';
import { STARTER_EXECUTIVE } from './executive-config.ts';
import { addUpSegments } from './executive-segments.ts';
import { addUpCustomers } from './executive-totals.ts';
import { AS_OF } from './testing/build-signals.ts';
import { buildCustomer } from './testing/build-customer.ts';

const addUp = (customers: ReturnType<typeof buildCustomer>[]) =>
  addUpCustomers(customers, STARTER_EXECUTIVE, AS_OF);
const inDays = (days: number) => addDays(AS_OF, days);

describe('executive totals', () => {
  test('are as the worked example of docs/metrics.md', () => {
    const totals = addUp([
      buildCustomer({ arr: 640_000, riskBand: 'At Risk', health: 26, renewalDate: inDays(42) }),
      buildCustomer({ arr: 850_000, riskBand: 'Watch', health: 54, renewalDate: inDays(20) }),
      buildCustomer({ arr: 1_200_000, health: 92, renewalDate: inDays(200) }),
      buildCustomer({ arr: null, riskBand: null, health: null, renewalDate: inDays(90) }),
      buildCustomer({ arr: 300_000, status: 'Churned', riskBand: 'At Risk', renewalDate: inDays(10) }),
    ]);
    expect(totals).toMatchObject({
      accounts: 4,
      arr: 2_690_000,
      withoutArr: 1,
      arrAtRisk: 640_000,
      renewals: 3,
      renewalsArr: 1_490_000,
      forecast: 640_000 * 0.5 + 850_000 * 0.85,
      health: 57.3,
      withoutHealth: 1,
      healthy: 1,
      watch: 1,
      atRisk: 1,
      unscored: 1,
    });
  });

  test.each([
    [-1, 0],
    [0, 1],
    [90, 1],
    [91, 0],
  ])('a renewal in %i days counts %i times', (days, times) => {
    expect(addUp([buildCustomer({ renewalDate: inDays(days) })]).renewals).toBe(times);
  });

  test('of nobody are zero, and what has no base is not known', () => {
    expect(addUp([])).toMatchObject({ accounts: 0, arr: 0, health: null, grr: null, nrr: null });
  });

  const customer = fc
    .record({
      arr: fc.option(fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100)),
      status: fc.constantFrom('Active', 'Churned', null),
      riskBand: fc.constantFrom('Healthy' as const, 'Watch' as const, 'At Risk' as const, null),
      tier: fc.constantFrom('Strategic', 'Growth', 'Scale'),
      renewalDate: fc.option(fc.integer({ min: -50, max: 200 }).map(inDays)),
    })
    .map((given) => buildCustomer(given));

  test('of the tiers add up to those of all, to the cent, in whatever order customers come', () => {
    fc.assert(
      fc.property(fc.array(customer, { maxLength: 60 }), (customers) => {
        const [all, ...rest] = addUpSegments(customers, STARTER_EXECUTIVE, AS_OF);
        const tiers = rest.filter(({ scope }) => scope === 'Tier').map(({ totals }) => totals);
        for (const name of [
          'accounts',
          'arr',
          'arrAtRisk',
          'renewals',
          'renewalsArr',
          'forecast',
          'retainedArr',
        ] as const) {
          const cents = tiers.reduce((sum, totals) => sum + Math.round(totals[name] * 100), 0);
          expect(cents).toBe(Math.round((all?.totals[name] ?? 0) * 100));
        }
        const { accounts, healthy, watch, atRisk, unscored } = addUp(customers.toReversed());
        expect(healthy + watch + atRisk + unscored).toBe(accounts);
        expect(accounts).toBe(all?.totals.accounts);
      }),
    );
  });

  test('leave a customer without a value out of that segment, and name each value once', () => {
    const customers = [
      buildCustomer({ industry: 'Energy' }),
      buildCustomer(),
      buildCustomer({ industry: 'Energy' }),
    ];
    const industries = addUpSegments(customers, STARTER_EXECUTIVE, AS_OF).filter(
      ({ scope }) => scope === 'Industry',
    );
    expect(industries.map(({ value, totals }) => [value, totals.accounts])).toEqual([['Energy', 2]]);
  });
});
