import { expect, test } from '@jest/globals';
import { knowsInterval, timeFrameRange } from './time-frame.ts';

const SUNDAY = '2026-11-22';
const frame = (interval: string, start?: string, end?: string) => ({ column: 'A$D', interval, start, end });

test.each([
  ['INTERVAL_TODAY', '2026-11-22', '2026-11-23'],
  ['INTERVAL_YESTERDAY', '2026-11-21', '2026-11-22'],
  ['INTERVAL_THISWEEK', '2026-11-22', '2026-11-29'],
  ['INTERVAL_LASTWEEK', '2026-11-15', '2026-11-22'],
  ['INTERVAL_THISMONTH', '2026-11-01', '2026-12-01'],
  ['INTERVAL_LASTTHISMONTH', '2026-10-01', '2026-12-01'],
  ['INTERVAL_CURRENTQ', '2026-10-01', '2027-01-01'],
  ['INTERVAL_CURNEXT3Q', '2026-10-01', '2027-10-01'],
  ['INTERVAL_CURPREVQ', '2026-07-01', '2027-01-01'],
  ['INTERVAL_CURY', '2026-01-01', '2027-01-01'],
  ['INTERVAL_PREV2Y', '2024-01-01', '2026-01-01'],
  ['INTERVAL_AGO2Y', '2024-01-01', '2025-01-01'],
  ['INTERVAL_LAST7', '2026-11-16', '2026-11-23'],
  ['INTERVAL_NEXT90', '2026-11-22', '2027-02-20'],
])('%s is from %s until before %s', (interval, start, end) => {
  expect(timeFrameRange(frame(interval), SUNDAY)).toEqual({ start, end });
});

test.each([
  ['2026-01-01', '2026-03-31', { start: '2026-01-01', end: '2026-04-01' }],
  ['2026-01-01', undefined, { start: '2026-01-01' }],
  [undefined, '2026-12-31', { end: '2027-01-01' }],
  [undefined, undefined, {}],
])(
  'a custom range from %s to %s holds its last day and has no end that was not given',
  (start, end, range) => {
    expect(timeFrameRange(frame('INTERVAL_CUSTOM', start, end), SUNDAY)).toEqual(range);
  },
);

test('an interval of entitlement periods is not known', () => {
  expect(knowsInterval('CURRENT_ENTITLEMENT_PERIOD')).toBe(false);
  expect(knowsInterval('INTERVAL_LAST120')).toBe(true);
});
