import { formatDay, formatNumber } from 'c/csFormat';
import { round, xOf, yOf } from './usageFrame';
import type { Frame } from './usageFrame';

/** What the chart needs of a period; days as `YYYY-MM-DD`. */
export interface ChartPoint {
  id: string;
  from: string;
  to: string;
  value: number;
  seats: number | null;
  usual: number | null;
  low: number | null;
  high: number | null;
  isRunning: boolean;
}

/** A point with its place and its words. */
export interface Mark {
  id: string;
  x: number;
  y: number;
  className: string;
  text: string;
}

/** Where each point lies, by the last day of its period. */
export function placePoints(points: readonly ChartPoint[], frame: Frame, measure: string): Mark[] {
  return points.map((point) => ({
    id: point.id,
    x: xOf(point.to, frame),
    y: yOf(point.value, frame),
    className: `mark${isBelow(point) ? ' below' : ''}${point.isRunning ? ' running' : ''}`,
    text: describe(point, measure),
  }));
}

/** The line through the points; what is not over yet is not a part of it. */
export function drawLine(points: readonly ChartPoint[], frame: Frame): string {
  const over = points.filter(({ isRunning }) => !isRunning);
  return pathOf(over.map(({ to, value }) => [xOf(to, frame), yOf(value, frame)]));
}

/** The line of what is usual. */
export function drawUsual(points: readonly ChartPoint[], frame: Frame): string {
  return pathOf(
    points.flatMap(({ to, usual }) => (usual === null ? [] : [[xOf(to, frame), yOf(usual, frame)]])),
  );
}

/** The band within which usage usually goes up and down. */
export function drawBand(points: readonly ChartPoint[], frame: Frame): string {
  const known = points.filter(({ low, high }) => low !== null && high !== null);
  if (known.length < 2) return '';
  const upper = known.map(({ to, high }) => [xOf(to, frame), yOf(high ?? 0, frame)]);
  const lower = known.map(({ to, low }) => [xOf(to, frame), yOf(low ?? 0, frame)]).reverse();
  return `${pathOf([...upper, ...lower])}Z`;
}

/** Licensed seats, a step where their number changes. */
export function drawSeats(points: readonly ChartPoint[], frame: Frame): string {
  const known = points.filter(({ seats }) => seats !== null);
  return known
    .map(({ to, seats }, index) => {
      const [x, y] = [xOf(to, frame), yOf(seats ?? 0, frame)];
      return index === 0 ? `M${x} ${y}` : `H${x}V${y}`;
    })
    .join('');
}

/** The place that a key leads to; undefined for a key that leads nowhere. */
export function placeAfterKey(key: string, index: number, last: number): number | undefined {
  const places: Record<string, number> = {
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    Home: 0,
    End: last,
  };
  const place = places[key];
  return place === undefined ? undefined : Math.min(last, Math.max(0, place));
}

function isBelow({ value, low, isRunning }: ChartPoint) {
  return !isRunning && low !== null && value < low;
}

function describe(point: ChartPoint, measure: string): string {
  const { from, to, value, usual, seats, isRunning } = point;
  const days = from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
  const parts = [
    `${days}: ${whole(value)} ${measure.toLowerCase()}`,
    ...(seats === null ? [] : [`${whole(seats)} licensed seats`]),
    ...(usual === null ? [] : [`usual is ${whole(usual)}`]),
    ...(isRunning ? ['not over yet'] : []),
    ...(isBelow(point) ? ['below its usual ups and downs'] : []),
  ];
  return parts.join(', ');
}

function whole(value: number) {
  return formatNumber(Math.round(value));
}

function pathOf(places: number[][]) {
  return places.map(([x = 0, y = 0], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}
