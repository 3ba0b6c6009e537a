import { describe, expect, test } from '@jest/globals';
import { addDays } from '../dates.ts';
import { STARTER_CONFIG } from '../starter-config.ts';
import {
  buildCase,
  buildHealthScore,
  buildSignals,
  buildTouch,
  buildUsage,
} from '../testing/build-signals.ts';
import { buildHistoryTable } from './history-table.ts';
import { proposeFactorWeights } from './propose-weights.ts';
import { rewindSignals } from './rewind-signals.ts';
import { createRandom } from './seeded-random.ts';
import { trainModel } from './train-model.ts';

const DAY = '2026-06-01';

describe('rewindSignals', () => {
  const signals = buildSignals({
    renewalDate: '2026-09-01',
    nextScheduled: '2026-06-10',
    enteredHealth: { value: 10, on: '2026-05-30' },
    nps: { score: 9, on: '2026-05-01' },
    activities: [
      buildTouch('2026-05-20', { id: 'before' }),
      buildTouch('2026-06-02', { id: 'after' }),
      buildTouch('2026-06-20', { id: 'open', kind: 'open' }),
    ],
    cases: [
      buildCase({ id: 'closed later', openedOn: '2026-05-01', open: false }),
      buildCase({ id: 'closed before', openedOn: '2026-05-01', open: false }),
      buildCase({ id: 'opened later', openedOn: '2026-06-02' }),
    ],
    usage: [buildUsage('2026-04-01'), buildUsage('2026-05-20')],
    healthScores: [
      buildHealthScore('2026-05-01', 60, 'Manual'),
      buildHealthScore('2026-06-05', 20, 'Manual'),
    ],
  });
  const closedOn = new Map([
    ['closed later', '2026-06-15'],
    ['closed before', '2026-05-10'],
  ]);
  const then = rewindSignals({ signals, closedOn }, DAY);

  test('keeps what was there by then, and nothing that came later', () => {
    expect(then.activities.map(({ id }) => id)).toEqual(['before']);
    expect(then.usage.map(({ periodStart }) => periodStart)).toEqual(['2026-04-01']);
    expect(then.healthScores.map(({ score }) => score)).toEqual([60]);
    expect(then.nps).toEqual({ score: 9, on: '2026-05-01' });
  });

  test('opens cases again that were closed later', () => {
    expect(then.cases.map(({ id, open }) => [id, open])).toEqual([
      ['closed later', true],
      ['closed before', false],
    ]);
  });

  test('leaves unknown what has no history', () => {
    expect(then).toMatchObject({ renewalDate: null, nextScheduled: null, enteredHealth: null });
    const answeredLater = { ...signals, nps: { score: 2, on: '2026-07-01' } };
    expect(rewindSignals({ signals: answeredLater, closedOn }, DAY).nps).toBeNull();
  });
});

/** Accounts that are lost when nobody talks to them, whatever else; their usage is chance. */
function silentAccountsLeave(count: number) {
  const random = createRandom(11);
  return Array.from({ length: count }, (_, index) => {
    const silence = Math.floor(random() * 120);
    return {
      accountId: String(index),
      lost: random() < silence / 140,
      decidedOn: addDays('2025-01-01', index),
      asOf: DAY,
      signals: buildSignals({
        activities: [buildTouch(addDays(DAY, -silence))],
        usage: [buildUsage('2026-05-01', { activeUsers: Math.floor(random() * 100), licensedSeats: 100 })],
      }),
    };
  });
}

describe('the history of an org', () => {
  const { table, unknown } = buildHistoryTable(silentAccountsLeave(400), STARTER_CONFIG);

  test('becomes a table of shortfalls, 0 to 100, not known where nothing was', () => {
    expect(unknown).toBe(0);
    expect(table.columns.map(({ name }) => name)).toEqual([
      ...['adoption', 'support', 'sentiment', 'engagement', 'judgement', 'momentum'],
    ]);
    const engagement = table.examples.map(({ cells }) => cells[3] as number);
    expect([Math.min(...engagement), Math.max(...engagement)]).toEqual([0, 100]);
    expect(table.examples.every(({ cells }) => cells[2] === null)).toBe(true);
  });

  test('leaves out accounts of which nothing was known, and counts them', () => {
    const nothing = { accountId: 'x', lost: true, decidedOn: DAY, asOf: DAY, signals: buildSignals() };
    expect(buildHistoryTable([nothing], STARTER_CONFIG)).toMatchObject({
      unknown: 1,
      table: { examples: [] },
    });
  });

  test('gives weights that follow it: what tells more weighs more, what it cannot tell of stays', () => {
    const model = trainModel(table.columns, table.examples, { seed: 1, nonNegative: true });
    const powers = table.columns.map(({ name }, index) => ({
      column: name,
      known: table.examples.filter(({ cells }) => cells[index] !== null).length,
      auc: null,
    }));
    const weights = proposeFactorWeights(model, powers, STARTER_CONFIG.weights);
    expect(weights.engagement.value).toBeGreaterThan(0.3);
    expect(weights.engagement.value).toBeGreaterThan(5 * weights.adoption.value);
    expect(weights.adoption.value).toBeGreaterThanOrEqual(0.02);
    expect(weights.sentiment).toEqual({ value: 0.08, reason: expect.stringMatching(/^Kept: /) });
    expect(weights.renewal.value).toBe(0.12);
    const sum = Object.values(weights).reduce((total, { value }) => total + Math.round(value * 100), 0);
    expect(sum).toBe(100);
    expect(weights.engagement.reason).toMatch(/odds of loss are [\d.]+ times .* Was 0.12\.$/);
  });
});
