import { frameFor } from '../chartFrame';
import { drawLine, placeEvents, placePoints, visibleMarks } from '../chartMarks';
import type { ChartPoint } from '../chartMarks';
import { EVENT_KINDS, eventShape, pointShape } from '../chartShapes';
import { daily, eventOf, pointOf } from './points';

const FRAME = frameFor(640, '2026-11-01', '2026-11-21');
const place = (...points: ChartPoint[]) => placePoints(points, FRAME);

describe('a point', () => {
  test('that a person set has another shape than one that was calculated', () => {
    expect(pointShape('Manual')).not.toBe(pointShape('Calculated'));
  });

  test('that is a mean is hollow and shows what it is the mean of', () => {
    const [single, mean] = place(
      pointOf('2026-11-02', 50),
      pointOf('2026-11-12', 50, { count: 3, low: 40, high: 60 }),
    );
    expect(single).toMatchObject({ className: 'mark calculated', spread: null });
    expect(mean?.className).toBe('mark calculated mean');
    expect(mean?.spread).toEqual({ y1: expect.any(Number), y2: expect.any(Number) });
    expect(mean?.spread?.y1).toBeLessThan(mean?.y ?? 0);
  });

  test('beside a valid judgement is told apart', () => {
    expect(place(pointOf('2026-11-02', 50, { isStanding: false }))[0]?.className).toContain('beside');
  });

  test('that a person set is never told to stand beside one', () => {
    const [mark] = place(pointOf('2026-11-02', 50, { source: 'Manual', isStanding: false }));
    expect(mark?.className).toBe('mark manual');
  });

  test('of 500 stays inside the frame', () => {
    const frame = frameFor(640, '2025-01-01', '2026-05-15');
    const marks = placePoints(daily(500), frame);
    expect(marks).toHaveLength(500);
    expect(marks.every(({ x }) => x >= frame.left && x <= frame.right)).toBe(true);
    expect(marks.every(({ y }) => y >= frame.top && y <= frame.bottom)).toBe(true);
  });

  test('is marked while there are up to 60 calculated ones; of more, only what a person set', () => {
    const frame = frameFor(640, '2025-01-01', '2025-03-02');
    expect(visibleMarks(placePoints(daily(60), frame))).toHaveLength(60);
    const many = placePoints([...daily(61), pointOf('2025-02-01', 30, { source: 'Manual' })], frame);
    expect(visibleMarks(many).map(({ point }) => point.source)).toEqual(['Manual']);
  });
});

describe('the line', () => {
  const commands = (...points: ChartPoint[]) => drawLine(place(...points)).replace(/[^ML]/g, '');

  test('joins health as it stood and leaves out what stands beside it', () => {
    const beside = pointOf('2026-11-02', 20, { isStanding: false });
    expect(commands(pointOf('2026-11-01', 50), beside, pointOf('2026-11-03', 60))).toBe('ML');
  });

  test('is broken where days have no score', () => {
    const after = pointOf('2026-11-21', 60, { gapDays: 60 });
    expect(commands(pointOf('2026-11-01', 50), pointOf('2026-11-02', 50), after)).toBe('MLM');
  });

  test('of one point or none is none', () => {
    expect(commands(pointOf('2026-11-01', 50))).toBe('M');
    expect(drawLine([])).toBe('');
  });
});

describe('an event', () => {
  test('of each kind has a shape of its own', () => {
    expect(new Set(EVENT_KINDS.map(eventShape)).size).toBe(EVENT_KINDS.length);
  });

  test('has its place by day', () => {
    const marks = placeEvents([eventOf('2026-11-01'), eventOf('2026-11-21', { kind: 'people' })], FRAME);
    expect(marks.map(({ x, count }) => [x, count])).toEqual([
      [FRAME.left, ''],
      [FRAME.right, ''],
    ]);
    expect(marks[1]?.path).toBe(eventShape('people'));
  });

  test('too close to another shares a mark that says how many', () => {
    const marks = placeEvents([eventOf('2026-11-10'), eventOf('2026-11-10', { id: 'b' })], FRAME);
    expect(marks).toMatchObject([{ count: '2', path: '', className: 'event several' }]);
    expect(marks[0]?.events).toHaveLength(2);
  });
});
