import { drawSeries, inOrder } from '../healthSeries';
import { scoreOf } from './scores';

const draw = (scores: ReturnType<typeof scoreOf>[], grouping: 'week' | 'month' = 'week') =>
  drawSeries(inOrder(scores), grouping, 30);

test('scores go by day, and on one day by hand comes after calculated', () => {
  const scores = [scoreOf('2026-11-02', 1, 'Manual'), scoreOf('2026-11-02', 2), scoreOf('2026-11-01', 3)];
  expect(inOrder(scores).map(({ score }) => score)).toEqual([3, 2, 1]);
});

describe('a point', () => {
  test('of one score is that score on its day, with what was said and by whom', () => {
    const [point] = draw([scoreOf('2026-11-18', 45, 'Manual', { comment: 'Why', by: 'Dana Reyes' })]);
    expect(point).toMatchObject({
      id: '2026-11-18 Manual',
      day: '2026-11-18',
      score: 45,
      count: 1,
      comment: 'Why',
      by: 'Dana Reyes',
    });
  });

  test('of several is their mean in their middle, and says so', () => {
    // 2026-11-16 is a Monday.
    const [point, ...others] = draw([
      scoreOf('2026-11-16', 40),
      scoreOf('2026-11-17', 45),
      scoreOf('2026-11-22', 55),
    ]);
    expect(others).toEqual([]);
    expect(point).toMatchObject({
      day: '2026-11-19',
      score: 46.7,
      count: 3,
      low: 40,
      high: 55,
      from: '2026-11-16',
      to: '2026-11-22',
    });
  });

  test.each([
    ['week', ['2026-11-15', '2026-11-16'], 2],
    ['week', ['2026-11-16', '2026-11-22'], 1],
    ['month', ['2026-11-01', '2026-11-30'], 1],
    ['month', ['2026-11-30', '2026-12-01'], 2],
  ] as const)('by %s of %p makes %d', (grouping, days, count) => {
    expect(
      draw(
        days.map((day) => scoreOf(day, 50)),
        grouping,
      ),
    ).toHaveLength(count);
  });

  test('never mixes what was calculated with what a person set', () => {
    const points = draw([scoreOf('2026-11-17', 40), scoreOf('2026-11-18', 60, 'Manual')]);
    expect(points.map(({ source, score, count }) => [source, score, count])).toEqual([
      ['Calculated', 40, 1],
      ['Manual', 60, 1],
    ]);
  });
});

describe('the line', () => {
  const standing = (scores: ReturnType<typeof scoreOf>[]) =>
    draw(scores)
      .filter(({ isStanding }) => isStanding)
      .map(({ score }) => score);

  test('goes through a judgement while it is valid, and through what was calculated otherwise', () => {
    expect(
      standing([
        scoreOf('2026-09-01', 80),
        scoreOf('2026-09-08', 40, 'Manual'),
        scoreOf('2026-09-15', 81),
        scoreOf('2026-10-08', 82),
        scoreOf('2026-10-12', 83),
      ]),
    ).toEqual([80, 40, 83]);
  });

  test('has one point for a week: the source that stood last in it', () => {
    expect(standing([scoreOf('2026-11-17', 40), scoreOf('2026-11-18', 60, 'Manual')])).toEqual([60]);
  });

  test('goes through a judgement that stood to the end of the month, whatever was calculated after it', () => {
    const scores = [
      scoreOf('2026-10-05', 60),
      scoreOf('2026-10-22', 40, 'Manual'),
      scoreOf('2026-10-29', 70),
    ];
    const points = draw(scores, 'month').filter(({ isStanding }) => isStanding);
    expect(points.map(({ source, score }) => [source, score])).toEqual([['Manual', 40]]);
  });

  test.each([
    ['2026-02-15', null],
    ['2026-02-16', 46],
  ])('from January 1 to %s has a gap of %p days', (day, gap) => {
    expect(draw([scoreOf('2026-01-01', 50), scoreOf(day, 50)]).map(({ gapDays }) => gapDays)).toEqual([
      null,
      gap,
    ]);
  });

  test('has no gap while a judgement is valid', () => {
    const after = (day: string) =>
      draw([scoreOf('2026-01-01', 50, 'Manual'), scoreOf(day, 50)]).at(-1)?.gapDays;
    expect([after('2026-03-17'), after('2026-03-18')]).toEqual([null, 46]);
  });

  test('has the same gap by month', () => {
    const points = draw(
      [scoreOf('2026-01-01', 50), scoreOf('2026-01-31', 50), scoreOf('2026-03-31', 50)],
      'month',
    );
    expect(points.map(({ gapDays }) => gapDays)).toEqual([null, 59]);
  });
});

test('500 weekly scores are 500 points by week, and fewer by month', () => {
  const scores = Array.from({ length: 500 }, (_, week) =>
    scoreOf(new Date(Date.UTC(2016, 0, 4 + 7 * week)).toISOString().slice(0, 10), week % 100),
  );
  expect(draw(scores)).toHaveLength(500);
  expect(draw(scores, 'month')).toHaveLength(115);
  expect(draw(scores, 'month').reduce((sum, { count }) => sum + count, 0)).toBe(500);
});

test('no scores are no points', () => {
  expect(draw([])).toEqual([]);
});
