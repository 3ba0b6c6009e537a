import { countOf, formatChange, formatDay, formatNumber } from 'c/csFormat';
import type { UsagePoint, UsageSeries } from './usageSeries';

/** What the companion has written on the account; null for what is not known, undefined for what may not be read. */
export interface WrittenUsage {
  isLow: boolean;
  isDown: boolean;
  /** Percent. */
  seatUse: number | null;
  change: number | null;
  reason: string;
  /** `YYYY-MM-DD` */
  asOf: string | null;
}

/** One figure above the chart. */
export interface UsageFigure {
  key: string;
  label: string;
  value: string;
  detail: string;
  /** The flag that stands with it; empty for none. */
  flag: string;
  /** How far a bar is filled, 0–100; null for no bar. */
  filled: number | null;
}

const NOTHING = '–';
const ALL = 100;

/** The figures: seats in use, usage against usual, and what was used last. */
export function viewFigures(written: WrittenUsage, series: UsageSeries | null): UsageFigure[] {
  const last = series?.points.findLast(({ isRunning }) => !isRunning) ?? series?.points.at(-1);
  return [seatFigure(written, series, last), changeFigure(written), lastFigure(series, last)];
}

function seatFigure(
  { seatUse, isLow }: WrittenUsage,
  series: UsageSeries | null,
  last: UsagePoint | undefined,
): UsageFigure {
  const seats = last?.seats ?? null;
  const figure = { key: 'seats', label: 'Seats in use' };
  if (seatUse === null) {
    const detail = whyNoSeats(seats, series?.measure);
    return { ...figure, value: NOTHING, detail, flag: '', filled: null };
  }
  const detail = seats === null ? '' : `of ${formatNumber(seats)} licensed`;
  const filled = Math.max(0, Math.min(ALL, seatUse));
  return { ...figure, value: percent(seatUse), detail, flag: isLow ? 'Low usage' : '', filled };
}

function whyNoSeats(seats: number | null, measure: string | undefined): string {
  if (seats === null) return 'The usage names no licensed seats.';
  return measure === 'Active users' ? 'Told after the next scoring.' : 'The usage counts no active users.';
}

function changeFigure({ change, isDown }: WrittenUsage): UsageFigure {
  const figure = { key: 'change', label: 'Against usual', filled: null };
  if (change === null) {
    return { ...figure, value: NOTHING, detail: 'Too little history to tell.', flag: '' };
  }
  const detail = Math.round(change) === 0 ? 'as usual for this account' : 'of what is usual for this account';
  return { ...figure, value: `${formatChange(change)}%`, detail, flag: isDown ? 'Usage down' : '' };
}

function lastFigure(series: UsageSeries | null, last: UsagePoint | undefined): UsageFigure {
  const figure = { key: 'last', label: series?.measure ?? 'Usage', flag: '', filled: null };
  if (!last) return { ...figure, value: NOTHING, detail: '' };
  return {
    ...figure,
    value: formatNumber(Math.round(last.value)),
    detail: `${formatDay(last.from)} – ${formatDay(last.to)}`,
  };
}

/** What the chart shows, for those who cannot see it. */
export function describeUsage({ measure, points }: UsageSeries): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return '';
  const span = `${measure} from ${formatDay(first.from)} to ${formatDay(last.to)}`;
  const usual = last.usual === null ? '' : `, usual is ${formatNumber(Math.round(last.usual))}`;
  const count = countOf(points.length, 'period');
  return `${span}, ${count}. The last is ${formatNumber(Math.round(last.value))}${usual}.`;
}

function percent(value: number) {
  return `${formatNumber(value)}%`;
}
