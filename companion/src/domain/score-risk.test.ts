import { describe, expect, test } from '@jest/globals';
import { scoreRisk } from './score-risk.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import {
  AS_OF,
  buildHealthScore,
  buildRun,
  buildSignals,
  buildTouch,
  WORKED_EXAMPLE,
} from './testing/build-signals.ts';

const score = (signals = buildSignals()) => scoreRisk(signals, STARTER_CONFIG, AS_OF);

describe('scoreRisk', () => {
  test('gives the worked example of docs/metrics.md', () => {
    const { score: total, band, health, contributions, missing } = score(WORKED_EXAMPLE);
    const points = contributions.map(({ factor, measure, points }) => [factor, measure, points]);
    expect(points).toEqual([
      ['momentum', null, 19.5],
      ['adoption', 42, 17.2],
      ['support', 42, 12.5],
      ['renewal', null, 8.5],
      ['engagement', 53, 7],
      ['sentiment', 40, 6.5],
      ['judgement', 45, 5.8],
    ]);
    expect({ total, band, missing }).toEqual({ total: 77, band: 'At Risk', missing: [] });
    expect(health).toEqual({ value: 45, source: 'Manual', calculated: 44, setOn: '2026-11-03' });
  });

  test('scores nothing, and says what is missing, when nothing is known', () => {
    const risk = score();
    expect(risk).toMatchObject({ score: null, band: null, contributions: [], counterfactual: null });
    expect(risk.health).toEqual({ value: null, source: null, calculated: null, setOn: null });
    expect(risk.missing.map(({ factor }) => factor)).toEqual([
      'adoption',
      'support',
      'sentiment',
      'engagement',
      'judgement',
      'momentum',
      'renewal',
    ]);
  });

  test('does not make a risk of a renewal date alone', () => {
    expect(score(buildSignals({ renewalDate: '2026-12-01' })).score).toBeNull();
  });

  test('works with a health set by hand and a renewal date alone', () => {
    const signals = buildSignals({
      renewalDate: '2026-12-22',
      healthScores: [buildHealthScore('2026-11-20', 30, 'Manual')],
    });
    expect(score(signals)).toMatchObject({
      score: 100,
      band: 'At Risk',
      contributions: [
        { factor: 'judgement', points: 88 },
        { factor: 'renewal', points: 12 },
      ],
    });
  });

  test.each([
    [39, 'Healthy'],
    [40, 'Watch'],
    [69, 'Watch'],
    [70, 'At Risk'],
  ])('puts a risk of %i into the band %s', (wanted, band) => {
    // With a judgement alone, and a straight shortfall, the risk is what is missing to 100.
    const config = {
      ...STARTER_CONFIG,
      shortfall: {
        noneFrom: { value: 100, reason: 'every point counts' },
        fullAt: { value: 0, reason: 'every point counts' },
      },
    };
    const signals = buildSignals({ enteredHealth: { value: 100 - wanted, on: AS_OF } });
    expect(scoreRisk(signals, config, AS_OF)).toMatchObject({ score: wanted, band });
  });

  test('says that a touchpoint would better the band, and what the score would be', () => {
    const signals = buildSignals({
      activities: [buildTouch('2026-08-01')],
      nps: { score: 6, on: '2026-11-01' },
    });
    const { band, counterfactual } = score(signals);
    expect(band).toBe('At Risk');
    expect(counterfactual).toEqual({
      factor: 'engagement',
      kind: 'action',
      text: 'A touchpoint today would move the band to Healthy (18).',
      score: 18,
      band: 'Healthy',
    });
  });

  test('works from day one with a health set by hand and a renewal date alone, and says what else it wants', () => {
    const signals = buildSignals({ renewalDate: '2026-12-22', enteredHealth: { value: 60, on: AS_OF } });
    const risk = score(signals);
    expect(risk).toMatchObject({
      score: 52,
      band: 'Watch',
      contributions: [
        { factor: 'judgement', points: 40 },
        { factor: 'renewal', points: 12 },
      ],
    });
    expect(risk.missing.map(({ factor, weight }) => [factor, weight])).toEqual([
      ['adoption', 0.22],
      ['support', 0.16],
      ['sentiment', 0.08],
      ['engagement', 0.12],
      ['momentum', 0.22],
    ]);
  });

  test('takes off what a playbook has done, and lists it with the rest', () => {
    const runs = [buildRun(AS_OF, [AS_OF, AS_OF, null, null])];
    const { score: total, contributions } = score({ ...WORKED_EXAMPLE, runs });
    expect(total).toBe(72);
    expect(contributions.at(-1)).toMatchObject({
      factor: 'recovery',
      points: -5,
      detail: '2 of 4 steps of Rescue are done',
      records: [{ object: 'CS_Playbook_Run__c', label: 'Rescue' }],
    });
    expect(contributions.reduce((sum, { points }) => sum + Math.round(points * 10), 0)).toBe(720);
  });

  test('does not take off more than there is', () => {
    const runs = [buildRun(AS_OF, [AS_OF])];
    const { score: total, contributions } = score(buildSignals({ runs, nps: { score: 8, on: AS_OF } }));
    expect(total).toBe(0);
    expect(contributions.map(({ points }) => points)).toEqual([9.1, -9.1]);
  });

  test('holds a band on, and says so', () => {
    const signals = buildSignals({ nps: { score: 5, on: AS_OF }, previousBand: 'At Risk' });
    expect(score(signals)).toMatchObject({ score: 64, band: 'Watch', held: false });
    const watched = { ...signals, nps: { score: 6, on: '2026-08-10' }, previousBand: 'Watch' as const };
    const { score: total, held, limits } = score(watched);
    expect({ total, held, limits }).toEqual({
      total: 47,
      held: false,
      limits: { watchFrom: 40, atRiskFrom: 70, betterBy: 4 },
    });
    const easing = {
      ...buildSignals({ enteredHealth: { value: 64, on: AS_OF } }),
      previousBand: 'Watch' as const,
    };
    expect(score(easing)).toMatchObject({ score: 38, band: 'Watch', held: true });
    expect(score({ ...easing, previousBand: null })).toMatchObject({
      score: 38,
      band: 'Healthy',
      held: false,
    });
  });
});
