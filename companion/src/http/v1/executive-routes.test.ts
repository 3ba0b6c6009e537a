import { describe, expect, test } from '@jest/globals';
import { EXECUTIVE_MEASURES } from '../../usecases/explain-totals.ts';
import { addCustomers } from '../../usecases/testing/add-customers.ts';
import { setup as setupV1 } from './testing/setup-v1.ts';

async function setup() {
  const all = await setupV1();
  addCustomers(all.org);
  return all;
}

interface Explained {
  value: number | null;
  how: string;
  sum: { amount: number };
  parts: { accountId: string; name: string | null; amount: number | null }[];
  configuration: { path: string }[];
}

describe('the executive API', () => {
  test('gives the totals of today', async () => {
    const { get } = await setup();
    const { body } = await get('/executive').expect(200);
    expect(body).toMatchObject({ asOf: '2026-11-22', scope: 'All', source: 'accounts' });
    expect(body.totals).toMatchObject({
      accounts: 3,
      arr: 300.3,
      withoutArr: 1,
      arrAtRisk: 100.1,
      forecast: 50.05,
      openAlerts: 1,
    });
  });

  test('gives those of a segment, and of a day of the past', async () => {
    const { get } = await setup();
    const scale = await get('/executive?scope=Tier:Scale').expect(200);
    expect(scale.body.totals).toMatchObject({ accounts: 1, arr: 200.2 });
    const past = await get('/executive?asOf=2026-10-01').expect(200);
    expect(past.body).toMatchObject({
      source: 'account snapshots',
      keptOn: '2026-10-01',
      totals: { arr: 90 },
    });
  });

  test.each(EXECUTIVE_MEASURES)(
    'takes %s apart into named accounts that come to the total',
    async (measure) => {
      const { get } = await setup();
      const { body: totals } = await get('/executive').expect(200);
      const { body } = await get(`/executive/explain?measure=${measure}`).expect(200);
      const { value, how, sum, parts } = body as Explained;
      expect(value).toBe(totals.totals[measure]);
      const amount = parts.reduce((cents, part) => cents + Math.round((part.amount ?? 0) * 100), 0) / 100;
      expect(amount).toBe(sum.amount);
      expect(how === 'sum' ? amount : value).toBe(value);
      expect(parts.filter(({ name }) => name === null)).toEqual([]);
    },
  );

  test('names the settings that a forecast goes by, with their reasons', async () => {
    const { get } = await setup();
    const { body } = await get('/executive/explain?measure=forecast&asOf=2026-11-22').expect(200);
    expect((body as Explained).configuration).toEqual(
      expect.arrayContaining([
        { path: 'renewalDays', value: 90, reason: expect.any(String) },
        { path: 'expectedToStay.At Risk', value: 0.5, reason: expect.any(String) },
      ]),
    );
  });

  test.each([
    ['/executive?asOf=2026-01-01', 404, /no day of the past that account snapshots reach/],
    ['/executive?asOf=2027-01-01', 404, /2027-01-01/],
    ['/executive?scope=Tier:Gone', 404, /No customer was in Tier:Gone on 2026-11-22/],
    ['/executive/explain?measure=arr&scope=Tier:Gone', 404, /Tier:Gone/],
    ['/executive?scope=Colour:Red', 400, /one of Tier, CSM, Industry, Region/],
    ['/executive/explain', 400, /measure/],
    ['/executive/explain?measure=profit', 400, /measure/],
  ])('answers %s with %i', async (path, status, says) => {
    const { get } = await setup();
    const { text } = await get(path).expect(status);
    expect(text).toMatch(says);
  });
});
