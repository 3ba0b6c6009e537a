import { describe as describePoints, periodOf, viewTrend, withinPeriod } from '../csHealthTrendModel';
import type { TrendView } from '../csHealthTrendModel';
import { drawSeries, inOrder } from '../healthSeries';
import type { HealthReading, TrendReading } from '../trendReading';
import { scoreOf } from './scores';

const HEALTH: HealthReading = { value: 26, source: 'Manual', calculated: 44, setOn: '2026-11-20' };
const TREND: TrendReading = {
  word: 'Declining',
  verdict: 'clear',
  slope: -12.3,
  low: -15,
  high: -9.5,
  confidence: 0.97,
  weeks: 5,
  since: '2026-07-23',
  change30: -14,
  change90: -39,
  judgementDays: 30,
};
const view = (trend: TrendReading | null, health: HealthReading | null = HEALTH) =>
  viewTrend(health, trend, undefined);

describe('a period', () => {
  test('is so many days up to today, or everything', () => {
    expect(periodOf(90, '2026-11-22', ['2020-01-01'])).toEqual({ from: '2026-08-24', to: '2026-11-22' });
    expect(periodOf(0, '2026-11-22', ['2026-05-01', '2020-01-01'])).toEqual({
      from: '2020-01-01',
      to: '2026-11-22',
    });
    expect(periodOf(0, '2026-11-22', [])).toEqual({ from: '2026-11-22', to: '2026-11-22' });
  });

  test('holds its first and its last day', () => {
    const days = ['2026-08-23', '2026-08-24', '2026-11-22', '2026-11-23'].map((day) => ({ day }));
    expect(withinPeriod(days, { from: '2026-08-24', to: '2026-11-22' })).toEqual(days.slice(1, 3));
  });
});

describe('the summary', () => {
  test('says what the companion told', () => {
    expect(view(TREND)).toEqual({
      health: '26',
      healthDetail: 'Set by hand on Nov 20, 2026; calculated 44',
      word: 'Declining',
      wordDetail: '-12.3 in 30 days (-15 to -9.5), 97% sure; 5 weeks with a score since Jul 23, 2026',
      iconName: 'utility:arrowdown',
      change30: '-14',
      change90: '-39',
    });
  });

  test('does not say how sure it is that nothing moves', () => {
    const steady = { ...TREND, word: 'Steady', slope: 0.4, low: -2, high: 3, confidence: 0.3 } as const;
    expect(view(steady)).toMatchObject({
      word: 'Steady',
      wordDetail: '+0.4 in 30 days (-2 to +3); 5 weeks with a score since Jul 23, 2026',
      iconName: 'utility:forward',
    });
  });

  test.each([
    [
      { ...TREND, word: null, verdict: 'unclear', slope: 3, low: -40, high: 38 } as TrendReading,
      'No clear trend',
      'Scores scatter: +3 in 30 days (-40 to +38)',
    ],
    [
      { ...TREND, word: null, verdict: 'tooFew', slope: null, weeks: 3, since: '2026-10-01' } as TrendReading,
      'Too few scores',
      '3 weeks with a score since Oct 1, 2026, 4 are needed',
    ],
    [
      { ...TREND, word: null, verdict: 'tooFew', slope: null, weeks: 1, since: '2026-10-01' } as TrendReading,
      'Too few scores',
      '1 week with a score, 4 are needed',
    ],
    [null, 'Not told yet', 'The next scoring tells it'],
  ])('of what cannot be told says why', (trend, word, wordDetail) => {
    expect(view(trend)).toMatchObject({ word, wordDetail, iconName: 'utility:dash' });
  });

  test.each([
    [
      'calculated',
      { ...HEALTH, source: 'Calculated' as const },
      { health: '26', healthDetail: 'Calculated' },
    ],
    ['set by hand alone', { ...HEALTH, calculated: null }, { healthDetail: 'Set by hand on Nov 20, 2026' }],
    [
      "in a field of the org's own",
      { ...HEALTH, calculated: null, field: 'Score__c' },
      { healthDetail: 'From Score__c since Nov 20, 2026' },
    ],
    ['not known', { ...HEALTH, value: null }, { health: '–', healthDetail: '' }],
  ])('of a health that is %s', (_, health, expected) => {
    expect(view(TREND, health)).toMatchObject(expected);
  });

  test('without the companion shows the last score with its day', () => {
    const [latest] = drawSeries([scoreOf('2026-11-20', 41)], 'week', 30);
    expect(viewTrend(null, null, latest)).toMatchObject({ health: '41', healthDetail: 'On Nov 20, 2026' });
  });

  test('a change that is not known is not taken as none', () => {
    expect(view({ ...TREND, change30: null, change90: 0 })).toMatchObject({ change30: '–', change90: '0' });
  });
});

describe('the description for those who cannot see the chart', () => {
  const summary = { word: 'Declining' } as TrendView;
  const event = { id: '1', day: '2026-11-05', kind: 'playbook' as const, text: 'Playbook started: Rescue' };
  const series = (...scores: [string, number][]) =>
    drawSeries(inOrder(scores.map(([day, score]) => scoreOf(day, score))), 'week', 30);

  test('names span, extremes, latest, gaps and events', () => {
    const points = series(['2026-08-01', 60], ['2026-11-11', 45], ['2026-11-21', 52]);
    expect(describePoints(points, [event], summary)).toBe(
      '3 points from Aug 1, 2026 to Nov 21, 2026, lowest 45, highest 60, latest 52. 1 gap. 1 event marked. ' +
        'Trend: Declining.',
    );
  });

  test.each([
    [[], 'No health scores in this period.'],
    [series(['2026-11-01', 60]), 'One point: 60 on Nov 1, 2026.'],
  ])('of little says little', (points, expected) => {
    expect(describePoints(points, [], summary)).toBe(expected);
  });
});
