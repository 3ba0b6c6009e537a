import { describe, expect, test } from '@jest/globals';
import { buildCustomer } from '../domain/testing/build-customer.ts';
import { findCustomersOn } from './find-customers-on.ts';
import { MemoryOrg } from './testing/memory-org.ts';
import type { AccountStanding } from './query-ports.ts';

const TODAY = '2026-11-22';

function setup(standings: AccountStanding[] = []) {
  const org = new MemoryOrg();
  org.customers.push(buildCustomer({ accountId: 'A', arr: 500 }));
  org.past.set('2026-11-01', [
    buildCustomer({ accountId: 'A', arr: 400 }),
    buildCustomer({ accountId: 'B' }),
  ]);
  org.past.set('2026-08-01', [buildCustomer({ accountId: 'A', arr: 300 })]);
  const asked: string[][] = [];
  const history = {
    findStandings: async (_orgId: string, from: string, to: string) => {
      asked.push([from, to]);
      return standings;
    },
  };
  return { asked, on: (day: string) => findCustomersOn('00D', day, TODAY, { reader: org, history }) };
}

describe('the customers of a day', () => {
  test.each([
    [TODAY, 'accounts', TODAY, 500],
    ['2026-11-01', 'account snapshots', '2026-11-01', 400],
    ['2026-11-21', 'score history', '2026-11-01', 400],
    ['2026-09-15', 'score history', '2026-08-01', 300],
  ])('on %s are told from %s, kept on %s', async (day, source, keptOn, arr) => {
    const found = await setup().on(day);
    expect(found).toMatchObject({ source, keptOn });
    expect(found?.customers[0]).toMatchObject({ accountId: 'A', arr });
  });

  test.each([
    ['is to come', '2026-11-23'],
    ['lies before the first snapshot', '2026-07-31'],
    ['is further from the snapshot before than that reaches', '2026-09-16'],
  ])('are not known where it %s', async (_why, day) => {
    expect(await setup().on(day)).toBeNull();
  });

  test('have the health and risk that were scored between the snapshot and the day', async () => {
    const standing = { accountId: 'A', riskScore: 80, riskBand: 'At Risk' as const, health: 30 };
    const { on, asked } = setup([standing]);
    const found = await on('2026-11-21');
    expect(asked).toEqual([['2026-11-02', '2026-11-21']]);
    expect(found?.customers).toEqual([
      buildCustomer({ ...standing, arr: 400 }),
      buildCustomer({ accountId: 'B' }),
    ]);
  });

  test('count one that was scored and is in no snapshot yet, with its ARR not known', async () => {
    const { on } = setup([{ accountId: 'C', riskScore: 10, riskBand: 'Healthy', health: 90 }]);
    expect((await on('2026-11-21'))?.customers.at(-1)).toMatchObject({
      accountId: 'C',
      health: 90,
      arr: null,
    });
  });
});
