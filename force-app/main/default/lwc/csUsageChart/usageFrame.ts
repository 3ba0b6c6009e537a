import { addDays, daysBetween, formatAxisDay, formatNumber } from 'c/csFormat';

/** The frame of the drawing, in CSS pixels at the width that was measured. */
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
  /** The value at the top; the bottom is 0. */
  most: number;
}

/** A label along an axis. */
export interface Tick {
  key: string;
  position: number;
  label: string;
  anchor: string;
}

const HEIGHT = 230;
const PIXELS_PER_TICK = 110;
/** An axis longer than this tells months with their year: days alone would be ambiguous. */
const MAX_DAYS_WITHOUT_YEAR = 300;
const VALUE_STEPS = 4;

/** The frame for a container of `width` pixels, some days, and values up to `most`. */
export function frameFor(width: number, from: string, to: string, most: number): Frame {
  return {
    width,
    height: HEIGHT,
    left: 44,
    right: width - 12,
    top: 14,
    bottom: HEIGHT - 26,
    from,
    to,
    most: niceTop(most),
  };
}

/** Where a day lies from left to right. A period of a single day has it in the middle. */
export function xOf(day: string, { left, right, from, to }: Frame): number {
  const days = daysBetween(from, to);
  if (!(days > 0)) return round((left + right) / 2);
  return round(left + (daysBetween(from, day) / days) * (right - left));
}

/** Where a value lies from top to bottom. */
export function yOf(value: number, { top, bottom, most }: Frame): number {
  return round(bottom - (value / most) * (bottom - top));
}

/** Days along the bottom: as many as fit, the first and the last among them. */
export function dayTicks(frame: Frame): Tick[] {
  const days = daysBetween(frame.from, frame.to);
  if (!(days >= 0)) return [];
  const withYear = days > MAX_DAYS_WITHOUT_YEAR;
  const last =
    days === 0 ? 0 : Math.max(1, Math.min(days, Math.floor((frame.right - frame.left) / PIXELS_PER_TICK)));
  return Array.from({ length: last + 1 }, (_, index) => {
    const day = last === 0 ? frame.from : addDays(frame.from, Math.round((days * index) / last));
    const anchor = last === 0 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle';
    return { key: day, position: xOf(day, frame), label: formatAxisDay(day, withYear), anchor };
  });
}

/** Values along the left side, from 0 to the top. */
export function valueTicks(frame: Frame): Tick[] {
  return Array.from({ length: VALUE_STEPS + 1 }, (_, step) => {
    const value = (frame.most * step) / VALUE_STEPS;
    return { key: String(step), position: yOf(value, frame), label: formatNumber(value), anchor: 'end' };
  });
}

/** The next number that divides into quarters a reader can take in. */
function niceTop(most: number): number {
  if (!(most > 0)) return VALUE_STEPS;
  const power = 10 ** Math.floor(Math.log10(most));
  const times = [1, 1.2, 1.6, 2, 3.2, 4, 6, 8, 10].find((each) => each * power >= most) ?? 10;
  return Math.max(VALUE_STEPS, times * power);
}

/** A place in whole tenths: more digits make no difference that can be seen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
