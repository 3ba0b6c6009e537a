import { addDays, daysBetween, formatAxisDay } from 'c/csFormat';

/** What the chart needs of a score; days as `YYYY-MM-DD`, scores 0–100. */
export interface ChartPoint {
  id: string;
  day: string;
  score: number;
  source: 'Manual' | 'Calculated';
  comment: string;
}

/** A place in the drawing, in its own units, which are CSS pixels at the width that was measured. */
export interface Marker extends ChartPoint {
  x: number;
  y: number;
  /** Circle or diamond, so that the source shows without colour. */
  path: string;
  className: string;
}

export interface Geometry {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Tick {
  key: string;
  position: number;
  label: string;
  anchor: string;
}

export interface Band {
  key: string;
  label: string;
  y: number;
  height: number;
  labelY: number;
  className: string;
}

/** Calculated scores further apart than this are joined by a dashed line: nothing is known in between. */
const GAP_DAYS = 45;

/** With more calculated points than this, their markers would be one thick line. */
const MAX_CALCULATED_MARKERS = 60;

const MARKER_RADIUS = 3.5;
const HEIGHT = 220;
const PIXELS_PER_TICK = 110;

/** An axis longer than this tells months with their year: days alone would be ambiguous. */
const MAX_DAYS_WITHOUT_YEAR = 180;

/** Scores that are told on the left: the bounds of the bands. */
const SCORE_TICKS = [0, 40, 70, 100];

/** Bounds of the health bands; they mirror the default risk bands (40 and 70), read from the other end. */
const BANDS = [
  { key: 'good', label: 'Good', from: 70, to: 100 },
  { key: 'fair', label: 'Fair', from: 40, to: 70 },
  { key: 'poor', label: 'Poor', from: 0, to: 40 },
];

/** The frame of the drawing for a container of `width` pixels. */
export function geometryFor(width: number): Geometry {
  return { width, height: HEIGHT, left: 30, right: width - 44, top: 10, bottom: HEIGHT - 26 };
}

/** Where a score lies from top to bottom. */
export function yOf(score: number, { top, bottom }: Geometry): number {
  return round(bottom - (score / 100) * (bottom - top));
}

/** Where each point lies. A single day stands in the middle. `points` are in the order of time. */
export function placeMarkers(points: readonly ChartPoint[], geometry: Geometry): Marker[] {
  const span = spanOf(points);
  return points.map((point) => {
    const x = xOf(point.day, span, geometry);
    const y = yOf(point.score, geometry);
    const isManual = point.source === 'Manual';
    return {
      ...point,
      x,
      y,
      path: isManual ? diamond(x, y) : circle(x, y),
      className: isManual ? 'marker manual' : 'marker calculated',
    };
  });
}

/** The markers that are drawn: all that a person set, and the calculated ones while they can be told apart. */
export function visibleMarkers(markers: readonly Marker[]): Marker[] {
  const calculated = markers.filter(({ source }) => source === 'Calculated');
  return calculated.length > MAX_CALCULATED_MARKERS
    ? markers.filter(({ source }) => source === 'Manual')
    : [...markers];
}

/** The calculated scores as two paths: what is known, and (dashed) the gaps in between. */
export function drawLine(markers: readonly Marker[]): { known: string; gaps: string } {
  const line = markers.filter(({ source }) => source === 'Calculated');
  let known = '';
  let gaps = '';
  line.forEach((marker, index) => {
    const before = line[index - 1];
    if (before && daysBetween(before.day, marker.day) > GAP_DAYS) {
      gaps += `M${before.x} ${before.y}L${marker.x} ${marker.y}`;
      known += `M${marker.x} ${marker.y}`;
    } else {
      known += `${before ? 'L' : 'M'}${marker.x} ${marker.y}`;
    }
  });
  return { known, gaps };
}

/** Days along the bottom: as many as fit, the first and the last among them. */
export function dayTicks(points: readonly ChartPoint[], geometry: Geometry): Tick[] {
  const span = spanOf(points);
  if (!span) return [];
  const withYear = span.days > MAX_DAYS_WITHOUT_YEAR;
  const count = Math.max(
    1,
    Math.min(span.days, Math.floor((geometry.right - geometry.left) / PIXELS_PER_TICK)),
  );
  const last = span.days === 0 ? 0 : count;
  return Array.from({ length: last + 1 }, (_, index) => {
    const day = last === 0 ? span.first : addDays(span.first, Math.round((span.days * index) / last));
    const anchor = last === 0 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle';
    return { key: day, position: xOf(day, span, geometry), label: formatAxisDay(day, withYear), anchor };
  });
}

/** Scores along the left side. */
export function scoreTicks(geometry: Geometry): Tick[] {
  return SCORE_TICKS.map((score) => ({
    key: String(score),
    position: yOf(score, geometry),
    label: String(score),
    anchor: 'end',
  }));
}

/** The health bands with their place. */
export function placeBands(geometry: Geometry): Band[] {
  return BANDS.map(({ key, label, from, to }) => {
    const y = yOf(to, geometry);
    const height = round(yOf(from, geometry) - y);
    return { key, label, y, height, labelY: round(y + height / 2), className: `band ${key}` };
  });
}

/** Index of the marker nearest to `x`; the later one of two on the same day. */
export function nearestIndex(markers: readonly Marker[], x: number): number {
  let nearest = 0;
  markers.forEach((marker, index) => {
    if (Math.abs(marker.x - x) <= Math.abs((markers[nearest]?.x ?? 0) - x)) nearest = index;
  });
  return nearest;
}

interface Span {
  first: string;
  days: number;
}

function spanOf(points: readonly ChartPoint[]): Span | undefined {
  const first = points[0]?.day;
  const last = points.at(-1)?.day;
  return first && last ? { first, days: daysBetween(first, last) } : undefined;
}

function xOf(day: string, span: Span | undefined, { left, right }: Geometry): number {
  if (!span || span.days === 0) return round((left + right) / 2);
  return round(left + (daysBetween(span.first, day) / span.days) * (right - left));
}

function circle(x: number, y: number): string {
  const r = MARKER_RADIUS;
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
}

function diamond(x: number, y: number): string {
  const r = MARKER_RADIUS * 1.6;
  return `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
