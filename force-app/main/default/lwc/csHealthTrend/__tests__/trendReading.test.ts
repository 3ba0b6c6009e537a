import { readWrittenHealth } from '../trendReading';

const HEALTH = { value: 41, source: 'Manual', calculated: 44, setOn: '2026-11-20' };
const TREND = {
  word: 'Declining',
  verdict: 'clear',
  slope: -12.3,
  low: -15,
  high: -9,
  confidence: 0.97,
  weeks: 5,
  since: '2026-07-23',
  change30: -14,
  change90: null,
  judgementDays: 30,
};
const json = (parts: object) => JSON.stringify({ v: 1, health: HEALTH, trend: TREND, ...parts });

test('reads health and trend of version 1', () => {
  expect(readWrittenHealth(json({}))).toEqual({ health: HEALTH, trend: TREND });
});

test('an explanation of a companion that told no trend has its health all the same', () => {
  expect(readWrittenHealth(json({ trend: undefined }))).toEqual({ health: HEALTH, trend: null });
});

test.each([
  ['none', null],
  ['no JSON', '{'],
  ['null', 'null'],
  ['another version', json({ v: 2 })],
])('%s says nothing', (_, text) => {
  expect(readWrittenHealth(text)).toEqual({ health: null, trend: null });
});

test.each([
  ['a slope in words', { ...TREND, slope: 'steep' }],
  ['no number of weeks', { ...TREND, weeks: undefined }],
  ['no verdict', { ...TREND, verdict: undefined }],
])('a trend with %s is not shown', (_, trend) => {
  expect(readWrittenHealth(json({ trend })).trend).toBeNull();
});
