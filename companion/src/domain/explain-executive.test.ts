import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './dates.ts';
import { STARTER_EXECUTIVE } from './executive-config.ts';
import { EXECUTIVE_MEASURES, type ExecutiveMeasure } from './executive-measures.ts';
import { NO_RECORDS } from './executive-records.ts';
import { addUpCustomers } from './executive-totals.ts';
import { explainExecutive } from './explain-executive.ts';
import { buildCustomer } from './testing/build-customer.ts';
import { AS_OF } from './testing/build-signals.ts';

const DAY = { asOf: AS_OF, config: STARTER_EXECUTIVE, records: NO_RECORDS };
const inDays = (days: number) => addDays(AS_OF, days);
const cents = (amount: number) => Math.round(amount * 100);

describe('a number of the executive page, taken apart,', () => {
  test('names what each account adds, and those of which nothing is known', () => {
    const customers = [
      buildCustomer({ accountId: 'A', arr: 100.1, riskBand: 'At Risk', renewalDate: inDays(5) }),
      buildCustomer({ accountId: 'B', arr: null, renewalDate: inDays(9) }),
      buildCustomer({ accountId: 'C', arr: 70, renewalDate: inDays(91) }),
      buildCustomer({ accountId: 'D', arr: 900, status: 'Churned', renewalDate: inDays(5) }),
    ];
    expect(explainExecutive('forecast', customers, DAY)).toEqual({
      value: 50.05,
      how: 'sum',
      times: null,
      sum: { amount: 50.05, of: null },
      unknown: 1,
      parts: [
        { accountId: 'A', amount: 50.05, of: null },
        { accountId: 'B', amount: null, of: null },
      ],
    });
  });

  test('tells of retention what is left of what each account paid, a churned one nothing', () => {
    const customers = [
      buildCustomer({ accountId: 'A', arr: 120, arrYearAgo: 100 }),
      buildCustomer({ accountId: 'B', arr: 500, arrYearAgo: 100, status: 'Churned' }),
      buildCustomer({ accountId: 'C', arr: 50, arrYearAgo: 0 }),
    ];
    expect(explainExecutive('grr', customers, DAY)).toMatchObject({
      value: 50,
      how: 'share',
      times: 100,
      sum: { amount: 100, of: 200 },
      parts: [
        { accountId: 'A', amount: 100, of: 100 },
        { accountId: 'B', amount: 0, of: 100 },
      ],
    });
  });

  test('counts the open alerts of customers that are not churned', () => {
    const alertsOf = new Map([
      ['A', 2],
      ['B', 3],
    ]);
    const customers = [
      buildCustomer({ accountId: 'A' }),
      buildCustomer({ accountId: 'B', status: 'Churned' }),
    ];
    const day = { ...DAY, records: { ...NO_RECORDS, alertsOf } };
    expect(explainExecutive('openAlerts', customers, day)).toMatchObject({
      value: 2,
      parts: [{ accountId: 'A', amount: 2 }],
    });
  });

  const customer = fc.record({
    arr: fc.option(fc.integer({ min: 0, max: 99_999_999 }).map((each) => each / 100)),
    arrYearAgo: fc.option(fc.integer({ min: 0, max: 99_999_999 }).map((each) => each / 100)),
    status: fc.constantFrom('Active', 'Churned', null),
    health: fc.option(fc.integer({ min: 0, max: 100 })),
    riskBand: fc.constantFrom('Healthy' as const, 'Watch' as const, 'At Risk' as const, null),
    renewalDate: fc.option(fc.integer({ min: -50, max: 200 }).map(inDays)),
  });
  const book = fc.array(
    fc.record({
      customer,
      scores: fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 3 }),
      alerts: fc.nat(3),
    }),
    { maxLength: 40 },
  );

  test.each(EXECUTIVE_MEASURES)(
    'is the total of the day, made of its accounts to the cent: %s',
    (measure) => {
      fc.assert(
        fc.property(book, (rows) => {
          const customers = rows.map((row, index) =>
            buildCustomer({ ...row.customer, accountId: `${index}` }),
          );
          const records = {
            scoresOf: new Map(rows.map(({ scores }, index) => [`${index}`, scores])),
            alertsOf: new Map(rows.map(({ alerts }, index) => [`${index}`, alerts])),
          };
          const totals = addUpCustomers(customers, STARTER_EXECUTIVE, AS_OF, records);
          const explained = explainExecutive(measure as ExecutiveMeasure, customers, { ...DAY, records });
          const amount = explained.parts.reduce((sum, part) => sum + cents(part.amount ?? 0), 0);
          const of = explained.parts.reduce((sum, part) => sum + cents(part.of ?? 0), 0);
          expect(explained.value).toBe(totals[measure as ExecutiveMeasure]);
          expect(amount).toBe(cents(explained.sum.amount));
          const share = of === 0 ? null : (amount / of) * (explained.times ?? 0);
          const made = explained.how === 'sum' ? amount / 100 : share;
          const nearest = explained.how === 'sum' ? 0.001 : 0.0501;
          expect(explained.value === null).toBe(made === null);
          expect(Math.abs((explained.value ?? 0) - (made ?? 0))).toBeLessThan(nearest);
        }),
      );
    },
  );
});
