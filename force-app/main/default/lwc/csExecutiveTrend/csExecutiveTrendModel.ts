import { daysBetween } from 'c/csFormat';

/** A value on a day. */
export interface TrendPoint {
  day: string;
  value: number;
}

export const WIDTH = 200;
export const HEIGHT = 36;
const PADDING = 4;

/** A line through the values; days lie as far apart as they are in time. Nothing without two of them. */
export function drawLine(points: readonly TrendPoint[]): string {
  if (points.length < 2) return '';
  return points
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${xOf(point, points)} ${yOf(point, points)}`)
    .join('');
}

/** Where the newest value lies; null without a line. */
export function lastPoint(points: readonly TrendPoint[]): { x: number; y: number } | null {
  const last = points.at(-1);
  return last && points.length > 1 ? { x: xOf(last, points), y: yOf(last, points) } : null;
}

function xOf({ day }: TrendPoint, points: readonly TrendPoint[]): number {
  const [first, last] = [points[0]?.day ?? day, points.at(-1)?.day ?? day];
  const span = daysBetween(first, last);
  return span === 0 ? WIDTH / 2 : round(PADDING + (daysBetween(first, day) / span) * (WIDTH - 2 * PADDING));
}

function yOf({ value }: TrendPoint, points: readonly TrendPoint[]): number {
  const values = points.map((point) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const share = high === low ? 0.5 : (value - low) / (high - low);
  return round(HEIGHT - PADDING - share * (HEIGHT - 2 * PADDING));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
