import { countOf, formatDay, formatNumber } from 'c/csFormat';

/** An effort on a day, in hours a month. */
export interface TrendPoint {
  day: string;
  effort: number;
}

export const WIDTH = 120;
export const HEIGHT = 32;
const PADDING = 3;

/** A line over the days; a day without a point breaks it. A single point is a dot's worth of line. */
export function drawLine(points: readonly TrendPoint[], days: readonly string[], top: number): string {
  const byDay = new Map(points.map(({ day, effort }) => [day, effort]));
  let path = '';
  let isBroken = true;
  days.forEach((day, index) => {
    const effort = byDay.get(day);
    if (effort === undefined) {
      isBroken = true;
      return;
    }
    path += `${isBroken ? 'M' : 'L'}${xOf(index, days.length)} ${yOf(effort, top)}`;
    isBroken = false;
  });
  return path;
}

/** Where the newest point lies; null where the newest day has none. */
export function lastPoint(
  points: readonly TrendPoint[],
  days: readonly string[],
  top: number,
): { x: number; y: number } | null {
  const last = points.find(({ day }) => day === days.at(-1));
  return last ? { x: xOf(days.length - 1, days.length), y: yOf(last.effort, top) } : null;
}

/** The line in words, for those who cannot see it. */
export function describeTrend(
  name: string,
  points: readonly TrendPoint[],
  team: readonly TrendPoint[],
): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `No earlier workload of ${name}.`;
  if (points.length === 1)
    return `${name}: ${formatNumber(last.effort)} hours on ${formatDay(last.day)}, nothing earlier.`;
  const average = team.find(({ day }) => day === last.day);
  const beside = average ? ` The team's average is ${formatNumber(average.effort)} hours.` : '';
  return (
    `${name}: from ${formatNumber(first.effort)} hours on ${formatDay(first.day)} to ` +
    `${formatNumber(last.effort)} hours on ${formatDay(last.day)}, over ${countOf(points.length, 'week')}.${beside}`
  );
}

function xOf(index: number, count: number): number {
  if (count < 2) return WIDTH / 2;
  return round(PADDING + (index / (count - 1)) * (WIDTH - 2 * PADDING));
}

function yOf(effort: number, top: number): number {
  const share = top > 0 ? effort / top : 0;
  return round(HEIGHT - PADDING - share * (HEIGHT - 2 * PADDING));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
