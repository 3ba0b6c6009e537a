import { countOf, formatDay, formatNumber } from 'c/csFormat';
import { isBeside } from './chartMarks';
import type { ChartPoint, EventMark, PointMark } from './chartMarks';

/** A place where keyboard and pointer can stop: a point, or what happened on a day. */
export interface Stop {
  id: string;
  x: number;
  /** Null for an event, which has no score. */
  y: number | null;
  /** Whether it is what the account's health was. */
  isHealth: boolean;
  text: string;
}

/** All stops from left to right; at one place the event comes before the score. */
export function listStops(points: readonly PointMark[], events: readonly EventMark[]): Stop[] {
  const stops: Stop[] = [
    ...events.map(({ id, x, events: members }) => ({
      id,
      x,
      y: null,
      isHealth: false,
      text: members.map(({ day, text }) => `${formatDay(day)}: ${text}`).join('; '),
    })),
    ...points.map(({ id, x, y, point }) => ({
      id,
      x,
      y,
      isHealth: point.isStanding,
      text: describePoint(point),
    })),
  ];
  return stops.sort((a, b) => a.x - b.x);
}

/** The stop nearest to a place, of two as near the later one: in the lane an event, below it a score, if there is one. */
export function nearestStop(stops: readonly Stop[], x: number, isInLane: boolean): Stop | undefined {
  const wanted = stops.filter(({ y }) => (y === null) === isInLane);
  return (wanted.length > 0 ? wanted : stops).reduce<Stop | undefined>(
    (nearest, stop) => (nearest && Math.abs(nearest.x - x) < Math.abs(stop.x - x) ? nearest : stop),
    undefined,
  );
}

/** The stop that a key leads to; undefined for a key that leads nowhere. */
export function stopAfterKey(key: string, index: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** A point in words. A mean says that it is one, of how many, and between what. */
export function describePoint(point: ChartPoint): string {
  const isManual = point.source === 'Manual';
  const comment = point.comment ? ` – ${point.comment}` : '';
  if (point.count === 1) {
    const source = isManual ? `set by hand${point.by ? ` by ${point.by}` : ''}` : 'calculated';
    const beside = isBeside(point) ? ', beside the health set by hand' : '';
    return `${formatDay(point.day)}: ${formatNumber(point.score)}, ${source}${beside}${comment}`;
  }
  const scores = `${countOf(point.count, isManual ? 'score' : 'calculated score')}${isManual ? ' set by hand' : ''}`;
  const range = `${formatNumber(point.low)} to ${formatNumber(point.high)}`;
  const days =
    point.from === point.to ? formatDay(point.from) : `${formatDay(point.from)} – ${formatDay(point.to)}`;
  return `${days}: ${formatNumber(point.score)}, mean of ${scores}, ${range}${comment}`;
}
