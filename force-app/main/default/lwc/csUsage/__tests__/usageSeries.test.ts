import { drawUsage } from '../usageSeries';
import { weekOf, weeksUpTo } from './usagePeriods';

const TODAY = '2026-11-22';
const repeat = (value: number, times: number) => Array.from({ length: times }, () => value);

describe('usage over time', () => {
  test('has a point for each period, in the order of time, with what was usual before it', () => {
    const series = drawUsage([...weeksUpTo(TODAY, [...repeat(80, 12), 30])].reverse(), TODAY);
    expect(series?.measure).toBe('Active users');
    expect(series?.points).toHaveLength(13);
    expect(series?.points[0]).toMatchObject({ value: 80, usual: null, low: null });
    expect(series?.points.at(-1)).toMatchObject({
      value: 30,
      usual: 80,
      low: 80,
      high: 80,
      isRunning: false,
    });
  });

  test('is not moved by a single spike before', () => {
    const series = drawUsage(weeksUpTo(TODAY, [...repeat(80, 5), 900, ...repeat(80, 7)]), TODAY);
    expect(series?.points.at(-1)).toMatchObject({ usual: 80, high: 80 });
  });

  test('tells a week that is not over, and leaves months out beside weeks', () => {
    const running = weekOf('2026-11-16', 5);
    const month = weekOf('2026-06-01', 300, { days: 30 });
    const series = drawUsage([running, month, ...weeksUpTo('2026-11-16', [80, 81])], TODAY);
    expect(series?.points.map(({ value, isRunning }) => [value, isRunning])).toEqual([
      [80, false],
      [81, false],
      [5, true],
    ]);
  });

  test('goes by logins a day where people are not counted, and by nothing where nothing is', () => {
    const logins = weekOf('2026-11-09', null, { logins: 70 });
    expect(drawUsage([logins], TODAY)).toMatchObject({ measure: 'Logins a day', points: [{ value: 10 }] });
    expect(drawUsage([weekOf('2026-11-09', null)], TODAY)).toBeNull();
    expect(drawUsage([], TODAY)).toBeNull();
  });
});
