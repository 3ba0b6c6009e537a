import { expect, test } from '@jest/globals';
import { toneOf, toneOfValue } from './tones.ts';

test.each([
  ['#54C254', 'good'],
  ['#C25454', 'poor'],
  ['#C2C254', 'fair'],
  [null, 'fair'],
])('the colour %s means %s', (color, tone) => {
  expect(toneOf(color)).toBe(tone);
});

test.each([
  [49, [50, 75], 'poor'],
  [50, [50, 75], 'fair'],
  [75, [50, 75], 'good'],
  [10, [50, null], 'poor'],
  [50, [50, null], 'good'],
  [10, [null, null], ''],
  [null, [50, 75], ''],
])('%s between %j is %s', (value, breakpoints, tone) => {
  expect(toneOfValue(value, breakpoints, ['poor', 'fair', 'good'])).toBe(tone);
});
