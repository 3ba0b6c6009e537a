import { describe, expect, test } from '@jest/globals';
import { createApiBudget, type BudgetState } from './api-budget.ts';
import type { ApiUsage } from './ports.ts';

function setup(usage: ApiUsage | null, percent = 50) {
  const org = { usage };
  const changes: BudgetState[] = [];
  const budget = createApiBudget(
    () => org.usage,
    percent,
    (state) => changes.push(state),
  );
  return { budget, org, changes };
}

describe('the budget of API calls', () => {
  test.each([
    [null, 'normal'],
    [{ used: 0, limit: 15_000 }, 'normal'],
    [{ used: 5_999, limit: 15_000 }, 'normal'],
    [{ used: 6_000, limit: 15_000 }, 'slow'],
    [{ used: 7_499, limit: 15_000 }, 'slow'],
    [{ used: 7_500, limit: 15_000 }, 'spent'],
    [{ used: 20_000, limit: 15_000 }, 'spent'],
    [{ used: 0, limit: 0 }, 'normal'],
  ])('of half the calls asks at %j for a pace that is %s', (usage, pace) => {
    expect(setup(usage).budget.pace()).toBe(pace);
  });

  test('follows the org down and up again, and tells each change once', () => {
    const { budget, org, changes } = setup({ used: 10, limit: 100 });
    budget.pace();
    org.usage = { used: 60, limit: 100 };
    budget.pace();
    budget.pace();
    org.usage = { used: 20, limit: 100 };
    budget.pace();
    expect(changes.map(({ pace }) => pace)).toEqual(['spent', 'normal']);
  });

  test('lengthens the pause between looks for requests, and never shortens it', () => {
    const { budget, org } = setup({ used: 45, limit: 100 });
    expect(budget.pollPauseMs(2_000)).toBe(60_000);
    expect(budget.pollPauseMs(90_000)).toBe(90_000);
    org.usage = { used: 50, limit: 100 };
    expect(budget.pollPauseMs(2_000)).toBe(300_000);
    org.usage = { used: 1, limit: 100 };
    expect(budget.pollPauseMs(2_000)).toBe(2_000);
  });

  test('says with numbers why work is put off, and counts it', () => {
    const { budget } = setup({ used: 7_600, limit: 15_000 });
    expect(budget.putOff()).toMatch(/7600 of the 15000 .* below 50%/);
    expect(budget.state().putOff).toBe(1);
  });
});
