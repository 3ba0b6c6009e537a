import { frameFor } from '../chartFrame';
import { placeEvents, placePoints } from '../chartMarks';
import { describePoint, listStops, nearestStop, stopAfterKey } from '../chartStops';
import { eventOf, pointOf } from './points';

const FRAME = frameFor(640, '2026-11-01', '2026-11-21');
const STOPS = listStops(
  placePoints([pointOf('2026-11-01', 60), pointOf('2026-11-21', 40)], FRAME),
  placeEvents([eventOf('2026-11-11'), eventOf('2026-11-21')], FRAME),
);

test('stops go from left to right; what happened comes before the score of the same day', () => {
  expect(STOPS.map(({ text }) => text)).toEqual([
    'Nov 1, 2026: 60, calculated',
    'Nov 11, 2026: Playbook started: Rescue',
    'Nov 21, 2026: Playbook started: Rescue',
    'Nov 21, 2026: 40, calculated',
  ]);
});

test.each([
  [-100, false, 'Nov 1, 2026: 60, calculated'],
  [FRAME.right - 10, false, 'Nov 21, 2026: 40, calculated'],
  [FRAME.right - 10, true, 'Nov 21, 2026: Playbook started: Rescue'],
  [FRAME.left, true, 'Nov 11, 2026: Playbook started: Rescue'],
])('nearest to %d (in the lane of events: %s) is %s', (x, isInLane, text) => {
  expect(nearestStop(STOPS, x, isInLane)?.text).toBe(text);
});

test('without events the lane belongs to the scores, and without anything there is no stop', () => {
  const scores = STOPS.filter(({ y }) => y !== null);
  expect(nearestStop(scores, FRAME.left, true)?.text).toBe('Nov 1, 2026: 60, calculated');
  expect(nearestStop([], 10, false)).toBeUndefined();
});

test.each([
  ['ArrowLeft', 1, 0],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 2, 1],
  ['ArrowRight', 1, 2],
  ['ArrowUp', 3, 3],
  ['Home', 2, 0],
  ['End', 1, 3],
  ['Tab', 1, undefined],
])('%s at %d leads to %p', (key, index, expected) => {
  expect(stopAfterKey(key, index, 3)).toBe(expected);
});

test.each([
  [pointOf('2026-11-11', 45), 'Nov 11, 2026: 45, calculated'],
  [
    pointOf('2026-11-11', 45, { source: 'Manual', by: 'Dana Reyes', comment: 'The champion left' }),
    'Nov 11, 2026: 45, set by hand by Dana Reyes – The champion left',
  ],
  [
    pointOf('2026-11-11', 70, { isStanding: false }),
    'Nov 11, 2026: 70, calculated, beside the health set by hand',
  ],
  [
    pointOf('2026-11-11', 45.5, { count: 3, low: 40, high: 50, from: '2026-11-09', to: '2026-11-13' }),
    'Nov 9, 2026 – Nov 13, 2026: 45.5, mean of 3 calculated scores, 40 to 50',
  ],
  [
    pointOf('2026-11-11', 45, { source: 'Manual', count: 2, low: 40, high: 50, comment: 'Better' }),
    'Nov 11, 2026: 45, mean of 2 scores set by hand, 40 to 50 – Better',
  ],
])('a point is told in words', (point, text) => {
  expect(describePoint(point)).toBe(text);
});
