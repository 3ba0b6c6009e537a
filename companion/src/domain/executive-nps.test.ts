import { describe, expect, test } from '@jest/globals';
import { addUpNps, findLatestScores, type AccountAnswer } from './executive-nps.ts';
import { buildCustomer } from './testing/build-customer.ts';

const TODAY = '2026-11-22';
let count = 0;

function answer(accountId: string, contactId: string | null, score: number, on = TODAY): AccountAnswer {
  count += 1;
  return { id: `a${String(count).padStart(3, '0')}`, accountId, contactId, score, on };
}

const A = buildCustomer({ accountId: '001A' });
const B = buildCustomer({ accountId: '001B' });
const addUp = (customers: Parameters<typeof addUpNps>[0], ...answers: AccountAnswer[]) =>
  addUpNps(customers, findLatestScores(answers, TODAY));

describe('the NPS of customers', () => {
  test('counts each person once, by the latest answer', () => {
    const answers = [answer('001A', '003X', 3, '2026-02-01'), answer('001A', '003X', 9, '2026-09-01')];
    expect(addUp([A], ...answers)).toEqual({ nps: 100, promoters: 1, passives: 0, detractors: 0 });
  });

  test('takes an answer without a contact as a person of its own', () => {
    expect(addUp([A], answer('001A', null, 3), answer('001A', null, 9))).toMatchObject({
      nps: 0,
      promoters: 1,
      detractors: 1,
    });
  });

  test.each([
    ['0 to 6 as detractors', [0, 6], { detractors: 2, passives: 0, promoters: 0, nps: -100 }],
    ['7 and 8 as passives', [7, 8], { detractors: 0, passives: 2, promoters: 0, nps: 0 }],
    ['9 and 10 as promoters', [9, 10], { detractors: 0, passives: 0, promoters: 2, nps: 100 }],
    ['in tenths', [9, 9, 3], { promoters: 2, passives: 0, detractors: 1, nps: 33.3 }],
  ])('counts %s', (_what, scores, expected) => {
    expect(addUp([A], ...scores.map((score) => answer('001A', null, score)))).toEqual(expected);
  });

  test.each([
    ['the last day of the year', '2025-11-22', 1],
    ['a day before that', '2025-11-21', 0],
    ['a day that is yet to come', '2026-11-23', 0],
  ])('of an answer on %s', (_what, on, promoters) => {
    expect(addUp([A], answer('001A', null, 10, on)).promoters).toBe(promoters);
  });

  test('leaves out who is not among the customers, or is churned', () => {
    const churned = { ...B, status: 'Churned' };
    const answers = [answer('001A', null, 10), answer('001B', null, 0), answer('001Z', null, 0)];
    expect(addUp([A, churned], ...answers)).toMatchObject({ nps: 100, detractors: 0 });
  });

  test('is not known without answers', () => {
    expect(addUp([A])).toEqual({ nps: null, promoters: 0, passives: 0, detractors: 0 });
  });
});
