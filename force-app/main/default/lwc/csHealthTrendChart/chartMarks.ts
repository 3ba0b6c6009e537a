import { xOf, yOf } from './chartFrame';
import type { Frame } from './chartFrame';
import { eventShape, pointShape } from './chartShapes';
import type { EventKind } from './chartShapes';

/** What the chart needs of a point; days as `YYYY-MM-DD`, scores 0–100. */
export interface ChartPoint {
  id: string;
  day: string;
  score: number;
  source: 'Manual' | 'Calculated';
  /** Scores behind the point, the lowest and the highest, the first and the last day. */
  count: number;
  low: number;
  high: number;
  from: string;
  to: string;
  comment: string;
  by: string;
  isStanding: boolean;
  gapDays: number | null;
}

/** What the chart needs of an event. */
export interface ChartEvent {
  id: string;
  day: string;
  kind: EventKind;
  text: string;
}

/** A point with its place. */
export interface PointMark {
  id: string;
  x: number;
  y: number;
  path: string;
  className: string;
  /** The span from the lowest to the highest score behind a mean. */
  spread: { y1: number; y2: number } | null;
  point: ChartPoint;
}

/** Events that lie too close to be told apart, as one mark. */
export interface EventMark {
  id: string;
  x: number;
  transform: string;
  path: string;
  className: string;
  /** How many, where there are more than one. */
  count: string;
  events: ChartEvent[];
}

/** With more calculated points than this, their markers would be one thick line. */
const MAX_CALCULATED_MARKS = 60;
/** Events closer than this share a mark. */
const EVENT_PIXELS = 18;
const LANE_Y = 13;

/** Where each point lies. `points` are in the order of time. */
export function placePoints(points: readonly ChartPoint[], frame: Frame): PointMark[] {
  return points.map((point) => {
    const x = xOf(point.day, frame);
    const y = yOf(point.score, frame);
    const isMean = point.count > 1;
    const source = point.source === 'Manual' ? 'manual' : 'calculated';
    return {
      id: point.id,
      x,
      y,
      path: pointShape(point.source, x, y),
      className: `mark ${source}${isMean ? ' mean' : ''}${isBeside(point) ? ' beside' : ''}`,
      spread: point.high > point.low ? { y1: yOf(point.high, frame), y2: yOf(point.low, frame) } : null,
      point,
    };
  });
}

/** Whether it was calculated while a judgement was valid: then it was not the account's health. */
export function isBeside({ source, isStanding }: ChartPoint): boolean {
  return source === 'Calculated' && !isStanding;
}

/** The marks that are drawn: all that a person set, and the calculated ones while they can be told apart. */
export function visibleMarks(marks: readonly PointMark[]): PointMark[] {
  const calculated = marks.filter(({ point }) => point.source === 'Calculated');
  return calculated.length > MAX_CALCULATED_MARKS
    ? marks.filter(({ point }) => point.source === 'Manual')
    : [...marks];
}

/** Health as it stood as one path, broken where too many days have no score. */
export function drawLine(marks: readonly PointMark[]): string {
  const line = marks.filter(({ point }) => point.isStanding);
  return line
    .map(({ x, y, point }, index) => `${index === 0 || point.gapDays !== null ? 'M' : 'L'}${x} ${y}`)
    .join('');
}

/** Where the events lie, in the lane above the plot. `events` are in the order of time. */
export function placeEvents(events: readonly ChartEvent[], frame: Frame): EventMark[] {
  const groups: { x: number; events: ChartEvent[] }[] = [];
  for (const event of events) {
    const x = xOf(event.day, frame);
    const last = groups.at(-1);
    if (last && x - last.x < EVENT_PIXELS) last.events.push(event);
    else groups.push({ x, events: [event] });
  }
  return groups.map(({ x, events: members }) => {
    const [first] = members as [ChartEvent];
    return {
      id: `event ${first.id}`,
      x,
      transform: `translate(${x} ${LANE_Y})`,
      path: members.length === 1 ? eventShape(first.kind) : '',
      className: `event ${members.length === 1 ? first.kind : 'several'}`,
      count: members.length === 1 ? '' : String(members.length),
      events: members,
    };
  });
}
