import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CustomerOnDay } from './customer-on-day.ts';
import { retainRevenue } from './revenue-retention.ts';
import { buildCustomer } from './testing/build-customer.ts';

describe('revenue retention', () => {
  test('is as the worked example of docs/metrics.md', () => {
    const customers = [
      buildCustomer({ arrYearAgo: 100_000, arr: 120_000 }),
      buildCustomer({ arrYearAgo: 80_000, arr: 60_000 }),
      buildCustomer({ arrYearAgo: 20_000, arr: 20_000, status: 'Churned' }),
      buildCustomer({ arrYearAgo: 0, arr: 50_000 }),
    ];
    expect(retainRevenue(customers)).toEqual({
      arrYearAgo: 200_000,
      retainedArr: 160_000,
      arrOfYearAgoCustomers: 180_000,
      withoutHistory: 0,
      grr: 80,
      nrr: 90,
    });
  });

  test.each<[string, Partial<CustomerOnDay>, number]>([
    ['whose ARR a year ago is not known', { arrYearAgo: null }, 1],
    ['whose ARR now is not known', { arr: null }, 1],
    ['who is new and of unknown ARR', { arrYearAgo: 0, arr: null }, 0],
    ['who churned and of whom no past is known', { status: 'Churned', arrYearAgo: null }, 0],
  ])('counts a customer %s beside the sums, not as zero', (_who, given, withoutHistory) => {
    expect(retainRevenue([buildCustomer(given)])).toMatchObject({ withoutHistory, arrYearAgo: 0, grr: null });
  });

  const amount = fc.option(fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100));
  const customer = fc
    .record({ arr: amount, arrYearAgo: amount, status: fc.constantFrom('Active', 'Churned', null) })
    .map((given) => buildCustomer(given));

  test('keeps gross within 0 to 100, and net never below gross', () => {
    fc.assert(
      fc.property(fc.array(customer), (customers) => {
        const { grr, nrr, retainedArr, arrOfYearAgoCustomers } = retainRevenue(customers);
        expect(grr === null).toBe(nrr === null);
        if (grr === null || nrr === null) return;
        expect(grr).toBeGreaterThanOrEqual(0);
        expect(grr).toBeLessThanOrEqual(100);
        expect(nrr).toBeGreaterThanOrEqual(grr);
        expect(arrOfYearAgoCustomers).toBeGreaterThanOrEqual(retainedArr);
      }),
    );
  });
});
