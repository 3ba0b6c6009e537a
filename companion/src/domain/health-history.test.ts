import { describe, expect, test } from '@jest/globals';
import { addDays, daysBetween } from './dates.ts';
import type { Health } from './health.ts';
import { traceHealth } from './health-history.ts';
import type { AccountSignals, HealthScoreSignal } from './signals.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import { AS_OF, buildHealthScore, buildSignals } from './testing/build-signals.ts';

const UNKNOWN: Health = { value: null, source: null, calculated: null, setOn: null };
const score = (daysAgo: number, value: number, source: HealthScoreSignal['source'] = 'Calculated') =>
  buildHealthScore(addDays(AS_OF, -daysAgo), value, source);
const trace = (known: Partial<AccountSignals>, health = UNKNOWN) =>
  traceHealth(buildSignals(known), health, STARTER_CONFIG, AS_OF).map((each) => [
    daysBetween(each.on, AS_OF),
    each.score,
    each.source,
  ]);

describe('health as it stood', () => {
  test('is what was calculated, oldest first, and today’s', () => {
    const today: Health = { value: 52, source: 'Calculated', calculated: 52, setOn: null };
    expect(trace({ healthScores: [score(7, 55), score(14, 60)] }, today)).toEqual([
      [14, 60, 'Calculated'],
      [7, 55, 'Calculated'],
      [0, 52, 'Calculated'],
    ]);
  });

  test('is what a person set for as long as that is valid; what was calculated beside it is left out', () => {
    const healthScores = [score(60, 80, 'Manual'), score(60, 40), score(30, 41), score(29, 42)];
    expect(trace({ healthScores })).toEqual([
      [60, 80, 'Manual'],
      [29, 42, 'Calculated'],
    ]);
  });

  test('takes the last of two on one day, by time and then by id', () => {
    const first = { ...score(3, 10, 'Manual'), id: 'a', createdAt: '2026-11-19T08:00:00.000Z' };
    const last = { ...first, id: 'b', score: 20 };
    expect(trace({ healthScores: [last, first] })).toEqual([[3, 20, 'Manual']]);
    expect(trace({ healthScores: [{ ...first, createdAt: '2026-11-19T09:00:00.000Z' }, last] })).toEqual([
      [3, 10, 'Manual'],
    ]);
  });

  test('counts a health typed into the account, unless one was recorded that day', () => {
    const enteredHealth = { value: 33, on: addDays(AS_OF, -2) };
    expect(trace({ enteredHealth })).toEqual([[2, 33, 'Manual']]);
    expect(trace({ enteredHealth, healthScores: [score(2, 70, 'Manual')] })).toEqual([[2, 70, 'Manual']]);
  });

  test('knows nothing of the future', () => {
    const enteredHealth = { value: 33, on: addDays(AS_OF, 1) };
    expect(trace({ enteredHealth, healthScores: [score(-1, 50), score(-1, 50, 'Manual')] })).toEqual([]);
  });
});
