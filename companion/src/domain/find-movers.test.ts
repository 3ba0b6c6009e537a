import { describe, expect, test } from '@jest/globals';
import { findMovers } from './find-movers.ts';
import { buildCustomer } from './testing/build-customer.ts';

const moved = (accountId: string, healthChange: number | null, status = 'Active') =>
  buildCustomer({ accountId, healthChange, status });
const ids = (movers: { id: string }[]) => movers.map(({ id }) => id);

describe('movers', () => {
  test('are those whose health moved, the most first, five each way', () => {
    const customers = [3, -9, 12, 1, 7, 2, 5, -1].map((change, index) => moved(`00${index}`, change));
    const { risers, fallers } = findMovers(customers);
    expect(risers.map(({ change }) => change)).toEqual([12, 7, 5, 3, 2]);
    expect(fallers.map(({ change }) => change)).toEqual([-9, -1]);
  });

  test('leave out who is churned, did not move, or of whom nothing is known', () => {
    const customers = [moved('A', 4, 'Churned'), moved('B', 0), moved('C', null)];
    expect(findMovers(customers)).toEqual({ v: 1, risers: [], fallers: [] });
  });

  test('that moved as far come in the order of their ids', () => {
    expect(ids(findMovers([moved('B', 4), moved('A', 4)]).risers)).toEqual(['A', 'B']);
  });
});
