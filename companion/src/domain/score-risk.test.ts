import { describe, expect, test } from '@jest/globals';
import { scoreRisk } from './score-risk.ts';
import { STARTER_CONFIG } from './starter-config.ts';
import {
  AS_OF,
  buildHealthScore,
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

  test('has no counterfactual for a healthy account, nor where no single action is enough', () => {
    expect(score(buildSignals({ nps: { score: 10, on: AS_OF } })).counterfactual).toBeNull();
    expect(score(buildSignals({ enteredHealth: { value: 10, on: AS_OF } })).counterfactual).toMatchObject({
      factor: 'engagement',
    });
    const lost = {
      ...WORKED_EXAMPLE,
      cases: [],
      activities: [buildTouch(AS_OF)],
      nps: { score: 0, on: AS_OF },
    };
    expect(score(lost).counterfactual).toBeNull();
  });
});
