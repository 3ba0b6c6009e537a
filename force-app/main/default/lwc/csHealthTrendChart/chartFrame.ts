import { addDays, daysBetween, formatAxisDay } from 'c/csFormat';

/** The frame of the drawing, in its own units, which are CSS pixels at the width that was measured. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The days at the left and the right edge, `YYYY-MM-DD`. */
  from: string;
  to: string;
}

export interface Tick {
  key: string;
  position: number;
  label: string;
  anchor: string;
}

export interface Zone {
  key: string;
  label: string;
  y: number;
  height: number;
  labelY: number;
  className: string;
}

const HEIGHT = 250;
/** Room above the plot for the marks of what happened. */
const LANE = 28;
const PIXELS_PER_TICK = 110;

/** An axis longer than this tells months with their year: days alone would be ambiguous. */
const MAX_DAYS_WITHOUT_YEAR = 180;

/** Scores that are told on the left: the bounds of the zones. */
const SCORE_TICKS = [0, 40, 70, 100];

/**
 * Zones of health, by common practice. They say how good a health is, not how risky the account: risk weighs more than
 * health, and its bands are configured.
 */
const ZONES = [
  { key: 'healthy', label: 'Healthy', from: 70, to: 100 },
  { key: 'watch', label: 'Watch', from: 40, to: 70 },
  { key: 'at-risk', label: 'At risk', from: 0, to: 40 },
];

/** The frame for a container of `width` pixels and the days of a period. */
export function frameFor(width: number, from: string, to: string): Frame {
  return { width, height: HEIGHT, left: 30, right: width - 60, top: LANE, bottom: HEIGHT - 26, from, to };
}

/** Where a day lies from left to right. A period of a single day has it in the middle. */
export function xOf(day: string, { left, right, from, to }: Frame): number {
  const days = daysBetween(from, to);
  if (!(days > 0)) return round((left + right) / 2);
  return round(left + (daysBetween(from, day) / days) * (right - left));
}

/** Where a score lies from top to bottom. */
export function yOf(score: number, { top, bottom }: Frame): number {
  return round(bottom - (score / 100) * (bottom - top));
}

/** Days along the bottom: as many as fit, the first and the last among them. */
export function dayTicks(frame: Frame): Tick[] {
  const days = daysBetween(frame.from, frame.to);
  if (!(days >= 0)) return [];
  const withYear = days > MAX_DAYS_WITHOUT_YEAR;
  const count = Math.max(1, Math.min(days, Math.floor((frame.right - frame.left) / PIXELS_PER_TICK)));
  const last = days === 0 ? 0 : count;
  return Array.from({ length: last + 1 }, (_, index) => {
    const day = last === 0 ? frame.from : addDays(frame.from, Math.round((days * index) / last));
    const anchor = last === 0 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle';
    return { key: day, position: xOf(day, frame), label: formatAxisDay(day, withYear), anchor };
  });
}

/** Scores along the left side. */
export function scoreTicks(frame: Frame): Tick[] {
  return SCORE_TICKS.map((score) => ({
    key: String(score),
    position: yOf(score, frame),
    label: String(score),
    anchor: 'end',
  }));
}

/** The zones with their place. */
export function placeZones(frame: Frame): Zone[] {
  return ZONES.map(({ key, label, from, to }) => {
    const y = yOf(to, frame);
    const height = round(yOf(from, frame) - y);
    return { key, label, y, height, labelY: round(y + height / 2), className: `zone ${key}` };
  });
}

/** A place in whole tenths: more digits make no difference that can be seen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
