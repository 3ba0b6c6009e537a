import { describe, expect, test } from '@jest/globals';
import type { AccountHistory, AccountOutcome } from '../domain/backtest/rewind-signals.ts';
import { createRandom } from '../domain/backtest/seeded-random.ts';
import { addDays } from '../domain/dates.ts';
import { STARTER_CONFIG } from '../domain/starter-config.ts';
import { buildSignals, buildTouch } from '../domain/testing/build-signals.ts';
import { backTestHistory } from './back-test-history.ts';
import type { OutcomeReader } from './query-ports.ts';

const TODAY = '2026-11-22';
const OPTIONS = { today: TODAY, daysBefore: 90, seed: 1, onStep: () => undefined };

/** An org whose customers leave the longer nobody had talked to them 90 days before their decision. */
function setup(count: number) {
  const random = createRandom(5);
  const accounts = Array.from({ length: count }, (_, index) => {
    const on = addDays('2026-01-01', index % 300);
    const silence = Math.floor(random() * 120);
    const touches = [buildTouch(addDays(on, -90 - silence)), buildTouch(addDays(on, -10), { id: 'later' })];
    const outcome: AccountOutcome = { accountId: `001${index}`, lost: random() < silence / 130, on };
    const signals = buildSignals({ accountId: outcome.accountId, activities: touches });
    return { outcome, history: { signals, closedOn: new Map() } satisfies AccountHistory };
  });
  const asked: { ids: number; since: string }[] = [];
  const reader: OutcomeReader = {
    readOutcomes: async () => ({ outcomes: accounts.map(({ outcome }) => outcome), undated: 4 }),
    readHistories: async (ids, since) => {
      asked.push({ ids: ids.length, since });
      return new Map(
        accounts
          .filter(({ outcome }) => ids.includes(outcome.accountId))
          .map(({ outcome, history }) => [outcome.accountId, history]),
      );
    },
  };
  return { reader, asked };
}

const noScores = { findScoresBetween: async () => new Map() };

describe('backTestHistory', () => {
  test('looks at each account as it was before its decision, and finds what foretold it', async () => {
    const { reader } = setup(500);
    const { result } = await backTestHistory('00D', STARTER_CONFIG, { reader, store: noScores }, OPTIONS);
    expect(result.quality?.method).toMatch(/^by time/);
    expect(result.quality?.auc?.value).toBeGreaterThan(0.75);
    // The scores of today see the same one signal, and so rank as well: nothing is to be gained.
    expect(result).toMatchObject({ verdict: 'abstained', bandsOf: 'score', weights: null });
    expect(result.reasons[0]).toMatch(/^No gain/);
  });

  test('prefers what the companion knew at the time over what the records of today tell', async () => {
    const { reader, asked } = setup(60);
    const inputs = buildSignals({ activities: [buildTouch('2025-12-01')] });
    const store = {
      findScoresBetween: async (_orgId: string, all: { accountId: string; from: string; to: string }[]) => {
        expect(all[0]).toEqual({ accountId: '0010', from: '2025-09-02', to: '2025-10-03' });
        return new Map(all.slice(0, 20).map(({ accountId, to }) => [accountId, { asOf: to, inputs }]));
      },
    };
    const { notes } = await backTestHistory('00D', STARTER_CONFIG, { reader, store }, OPTIONS);
    expect(asked).toEqual([{ ids: 40, since: addDays('2026-01-21', -90 - 366) }]);
    expect(notes).toContainEqual(
      expect.stringMatching(/^20 accounts as the companion knew them .*; 40 from/),
    );
  });

  test('reads in batches, and says how many accounts could not be judged', async () => {
    const { reader, asked } = setup(450);
    const { notes } = await backTestHistory('00D', STARTER_CONFIG, { reader, store: noScores }, OPTIONS);
    expect(asked.map(({ ids }) => ids)).toEqual([200, 200, 50]);
    expect(notes).toContainEqual('4 accounts have no decision that is over, and were left out.');
  });

  test('abstains where hardly anyone has left', async () => {
    const { reader } = setup(20);
    const { result } = await backTestHistory('00D', STARTER_CONFIG, { reader, store: noScores }, OPTIONS);
    expect(result).toMatchObject({ verdict: 'abstained', quality: null });
  });
});
