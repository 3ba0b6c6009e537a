import { describe, expect, test } from '@jest/globals';
import { addDays } from './dates.ts';
import { scoreRisk } from './score-risk.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import {
  AS_OF,
  buildAnswer,
  buildCase,
  buildRun,
  buildSignals,
  buildTouch,
  buildUsage,
  WORKED_EXAMPLE,
} from './testing/build-signals.ts';

const score = (known: Parameters<typeof buildSignals>[0], asOf = AS_OF) =>
  scoreRisk(buildSignals(known), STARTER_CONFIG, asOf);

describe('what would better the band', () => {
  test('is the fewest cases that are enough, those that weigh most first', () => {
    const old = { openedOn: addDays(AS_OF, -40) };
    const { band, counterfactual } = score({
      activities: [buildTouch(AS_OF)],
      cases: [
        buildCase({ id: '500A', label: '001', priority: 'Low' }),
        buildCase({ id: '500B', label: '002', priority: 'High', escalated: true, ...old }),
        buildCase({ id: '500C', label: '003', priority: 'High', ...old }),
      ],
    });
    expect(band).toBe('Watch');
    expect(counterfactual).toEqual({
      factor: 'support',
      kind: 'action',
      text: 'Closing case 002 would move the band to Healthy (14).',
      score: 14,
      band: 'Healthy',
    });
  });

  test('is what a CSM can do before what the customer would have to', () => {
    const { counterfactual, alternatives } = score({
      activities: [buildTouch('2026-08-01')],
      nps: { score: 3, on: AS_OF },
    });
    expect(counterfactual).toMatchObject({ kind: 'action', factor: 'engagement' });
    expect(alternatives.map(({ kind, factor }) => [kind, factor])).toEqual([['signal', 'sentiment']]);
  });

  test('is the lowest NPS answer that is enough', () => {
    const { counterfactual } = score({ activities: [buildTouch(AS_OF)], nps: { score: 2, on: AS_OF } });
    // With 3 it would still be 40: Watch.
    expect(counterfactual).toEqual({
      factor: 'sentiment',
      kind: 'signal',
      text: 'A new NPS answer of 4 would move the band to Healthy (33).',
      score: 33,
      band: 'Healthy',
    });
  });

  test('is a better answer of whoever gave the lowest, where several people answered', () => {
    const { counterfactual } = score({
      activities: [buildTouch(AS_OF)],
      npsAnswers: [
        buildAnswer('2026-11-01', 0, { contactId: 'A' }),
        buildAnswer('2026-11-02', 4, { contactId: 'B' }),
      ],
    });
    // A mean of 3.5 leaves 36, at which Watch is held.
    expect(counterfactual?.text).toMatch(
      /^A new NPS answer of 4 in place of the 0 would move the band to Healthy/,
    );
  });

  test('is the least usage that is enough', () => {
    const usage = (activeUsers: number) => ({
      activities: [buildTouch(AS_OF)],
      usage: [buildUsage('2026-10-15', { activeUsers, licensedSeats: 1000 })],
    });
    const { band, counterfactual } = score(usage(300));
    expect(band).toBe('Watch');
    const percent = Number(/^(\d+)% more usage would move/.exec(counterfactual?.text ?? '')?.[1]);
    const after = (more: number) => score({ ...usage(300 * (1 + more / 100)), previousBand: band }).band;
    expect([after(percent - 5), after(percent)]).toEqual(['Watch', 'Healthy']);
  });

  test('is the fewest steps of a playbook where that is enough', () => {
    const rescue = (done: number) =>
      buildRun(
        addDays(AS_OF, -5),
        [1, 2, 3, 4].map((step) => (step <= done ? AS_OF : null)),
        {
          label: 'At-risk rescue',
        },
      );
    const { counterfactual } = score({
      nps: { score: 4, on: AS_OF },
      renewalDate: '2027-02-04',
      enteredHealth: { value: 60, on: AS_OF },
      activities: [buildTouch(AS_OF)],
      runs: [rescue(0)],
    });
    expect(counterfactual).toEqual({
      factor: 'recovery',
      kind: 'action',
      text: 'Doing the next 3 steps of At-risk rescue would move the band to Healthy (33).',
      score: 33,
      band: 'Healthy',
    });
  });

  test('takes into account that a band is left only twice the margin below where it begins', () => {
    const { band, counterfactual } = score({ nps: { score: 4, on: AS_OF }, previousBand: 'At Risk' });
    expect(band).toBe('At Risk');
    expect(counterfactual?.score).toBeLessThan(66);
  });

  test('is not asked for a healthy account', () => {
    expect(score({ nps: { score: 10, on: AS_OF } })).toMatchObject({
      counterfactual: null,
      alternatives: [],
    });
  });

  test('is nothing where no single change is enough', () => {
    const lost = {
      ...WORKED_EXAMPLE,
      renewalDate: null,
      cases: ['A', 'B', 'C', 'D'].map((id) => buildCase({ id, openedOn: '2026-09-01', escalated: true })),
      activities: [buildTouch('2026-03-01')],
      nps: { score: 0, on: AS_OF },
      usage: [],
      enteredHealth: { value: 0, on: AS_OF },
    };
    const { score: now, band, counterfactual, alternatives, easing } = score(lost);
    expect({ band, counterfactual, alternatives }).toEqual({
      band: 'At Risk',
      counterfactual: null,
      alternatives: [],
    });
    expect(easing).toMatchObject({ kind: 'action', band: 'At Risk' });
    expect(easing?.text).toMatch(/^Closing the 4 open cases would lower the risk to \d+\.$/);
    expect(easing?.score).toBeLessThan(now ?? 0);
  });
});

describe('what would tip the band', () => {
  test('says after how many days time alone would do it, to the day', () => {
    const known = { activities: [buildTouch(AS_OF)], cadenceDays: 30 };
    const { band, tipping } = score(known);
    expect(band).toBe('Healthy');
    const time = tipping.find(({ kind }) => kind === 'time');
    const days = Number(
      /^(\d+) days without anything new would move the band to Watch/.exec(time?.text ?? '')?.[1],
    );
    expect(score(known, addDays(AS_OF, days)).band).toBe('Watch');
    expect(score(known, addDays(AS_OF, days - 1)).band).toBe('Healthy');
  });

  test('does not depend on whether what was recorded today has been read back', () => {
    const known = { activities: [buildTouch(AS_OF)], cadenceDays: 30, nps: { score: 6, on: AS_OF } };
    const own = {
      id: 'a1',
      score: 90,
      on: AS_OF,
      source: 'Calculated' as const,
      createdAt: `${AS_OF}T09:00:00Z`,
    };
    const { tipping } = score(known);
    expect(tipping.map(({ kind }) => kind)).toContain('time');
    expect(score({ ...known, healthScores: [own] }).tipping).toEqual(tipping);
  });

  test('is the smallest case, answer or loss of usage that is enough', () => {
    const { band, tipping } = score({
      nps: { score: 5, on: AS_OF },
      cases: [buildCase({ openedOn: addDays(AS_OF, -20) })],
      usage: [buildUsage('2026-10-15', { activeUsers: 450, licensedSeats: 1000 })],
    });
    expect(band).toBe('Healthy');
    expect(tipping).toHaveLength(3);
    for (const { text, band: then } of tipping) {
      expect(text).toMatch(
        /^(A new (escalated )?case|A new NPS answer of \d|\d+% less usage|\d+ days without)/,
      );
      expect(then).toBe('Watch');
    }
  });

  test('is not asked for an account at risk', () => {
    expect(score({ nps: { score: 0, on: AS_OF } }).tipping).toEqual([]);
  });
});
