import { reasonsFor } from '../csFocusReasons';
import type { FocusAccount } from '../csFocusQuery';
import { TODAY, accountOf } from './accounts';

const textsFor = (fields: Partial<FocusAccount>) =>
  reasonsFor(accountOf(fields), TODAY).map(({ text }) => text);
const weightOf = (fields: Partial<FocusAccount>) => reasonsFor(accountOf(fields), TODAY)[0]?.weight ?? 0;

describe('reasonsFor', () => {
  test('an account that goes well asks for nothing', () => {
    expect(textsFor({})).toEqual([]);
  });

  test.each([
    ['2026-12-22', 'Renews in 30 days and nothing is planned'],
    ['2026-11-23', 'Renews in 1 day and nothing is planned'],
    ['2026-11-22', 'Renews today and nothing is planned'],
    ['2026-11-20', 'Renewal was due 2 days ago and nothing is planned'],
  ])('a renewal on %s without a next step asks', (renewal, text) => {
    expect(textsFor({ renewal, planned: null, touchDue: null })).toEqual([text]);
  });

  test.each([
    ['31 days away', { renewal: '2026-12-23', planned: null, touchDue: null }],
    ['for which something is planned', { renewal: '2026-11-25' }],
    ['without a date', { renewal: null, planned: null, touchDue: null }],
  ])('a renewal %s does not ask', (_, fields) => {
    expect(textsFor(fields)).toEqual([]);
  });

  test.each([
    [{ touchDue: '2026-11-22' }, []],
    [{ touchDue: '2026-11-21', planned: '2026-11-21' }, ['Touchpoint overdue by 1 day']],
    [{ touchDue: '2026-11-12', planned: null }, ['Touchpoint overdue by 10 days (by its cadence)']],
    [{ touchDue: null, planned: null }, []],
  ])('a touchpoint that was due asks: %j', (fields, expected) => {
    expect(textsFor(fields)).toEqual(expected);
  });

  test.each([
    [{ band: 'At Risk', risk: 91 }, ['At risk: 91 of 100']],
    [{ band: 'At Risk', risk: null }, ['At risk']],
    [{ band: 'Watch', risk: 69 }, []],
  ])('the band asks: %j', (fields, expected) => {
    expect(textsFor(fields)).toEqual(expected);
  });

  test.each([
    [{ trend: 'Declining', change: -12 }, ['Health -12 points in 30 days']],
    [{ trend: 'Declining', change: null }, ['Health is declining']],
    [{ trend: 'Improving', change: 9 }, []],
  ])('the trend asks: %j', (fields, expected) => {
    expect(textsFor(fields)).toEqual(expected);
  });

  test('the most pressing reason comes first', () => {
    const fields = {
      renewal: '2026-12-10',
      planned: null,
      touchDue: '2026-11-01',
      band: 'At Risk',
      risk: 75,
      trend: 'Declining',
      change: -6,
    };
    const keys = reasonsFor(accountOf(fields), TODAY).map(({ key }) => key);
    expect(keys).toEqual(['renewal', 'atRisk', 'overdue', 'declining']);
  });

  test.each([
    [{ band: 'At Risk', risk: 70 }, 30],
    [{ band: 'At Risk', risk: 100 }, 50],
    [{ band: 'At Risk', risk: 55 }, 30],
    [{ touchDue: '2026-10-01', planned: '2026-10-01' }, 30],
    [{ renewal: '2026-12-22', planned: null, touchDue: null }, 40],
    [{ renewal: '2026-01-01', planned: null, touchDue: null }, 70],
    [{ trend: 'Declining', change: -60 }, 20],
    [{ trend: 'Declining', change: 3 }, 10],
  ])('weighs within its bounds: %j is %d', (fields, weight) => {
    expect(weightOf(fields)).toBe(weight);
  });
});
