import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../domain/dates.ts';
import type { HealthScoreSignal } from '../domain/signals.ts';
import { AS_OF, buildSignals } from '../domain/testing/build-signals.ts';
import { decideHealthScore } from './record-health-score.ts';

/** What the org does with a write: a key that it knows is rewritten, a new one becomes a record. */
function upsert(records: Map<string, HealthScoreSignal>, key: string, score: number, on: string): void {
  const createdAt = records.get(key)?.createdAt ?? `${on}T09:00:00.000Z`;
  records.set(key, { id: key, score, on, source: 'Calculated', createdAt });
}

test('however often it runs, and whatever it saw of earlier runs, no day has two calculated scores', () => {
  const run = fc.record({
    day: fc.nat(60),
    calculated: fc.integer({ min: 0, max: 100 }),
    sees: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 80 }), (runs) => {
      const records = new Map<string, HealthScoreSignal>();
      for (const { day, calculated, sees } of [...runs].sort((a, b) => a.day - b.day)) {
        const asOf = addDays(AS_OF, day);
        // A run that follows hard on another, or a second replica, has not read what that one wrote.
        const healthScores = sees ? [...records.values()] : [];
        const health = { value: calculated, source: null, calculated, setOn: null };
        const push = decideHealthScore(buildSignals({ healthScores }), health, asOf);
        if (push) upsert(records, push.key, calculated, asOf);
      }
      const days = [...records.values()].map(({ on }) => on);
      expect(new Set(days).size).toBe(days.length);
    }),
  );
});

test('run every day it records one a week, and the first at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), (days) => {
      const records = new Map<string, HealthScoreSignal>();
      for (let day = 0; day < days; day += 1) {
        const asOf = addDays(AS_OF, day);
        const health = { value: day % 100, source: null, calculated: day % 100, setOn: null };
        const push = decideHealthScore(buildSignals({ healthScores: [...records.values()] }), health, asOf);
        if (push) upsert(records, push.key, day % 100, asOf);
      }
      expect(records.size).toBe(Math.ceil(days / 7));
    }),
  );
});
