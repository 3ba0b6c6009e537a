import { addDays, daysBetween } from 'c/csFormat';
import type { UsagePeriod } from 'c/csAccountStory';

/** A period of usage, and what was usual then. */
export interface UsagePoint {
  id: string;
  /** The first and the last day of the period. */
  from: string;
  to: string;
  value: number;
  seats: number | null;
  /** The middle of the quarter before, and how far values usually lie from it; null with too little of it. */
  usual: number | null;
  low: number | null;
  high: number | null;
  /** Whether the period is not over yet. */
  isRunning: boolean;
}

/** Usage over time in one measure. */
export interface UsageSeries {
  /** What is counted, for a heading: `Active users`. */
  measure: string;
  points: UsagePoint[];
}

/** Periods up to this long are of one kind: days, weeks, months, and what is longer. The companion says the same. */
const KINDS_UP_TO_DAYS = [2, 10, 45];
/** What is usual is told from the periods that ended so many days before, and with fewer than three it is not. */
const BASELINE_FROM_DAYS = 28;
const BASELINE_TO_DAYS = 124;
const MIN_BASELINE = 3;
/** What makes the median absolute deviation of normal values their standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

const MEASURES: { label: string; of: (period: UsagePeriod) => number | null }[] = [
  { label: 'Active users', of: ({ activeUsers }) => activeUsers },
  { label: 'Logins a day', of: ({ logins, days }) => (logins === null ? null : logins / days) },
  { label: 'API calls a day', of: ({ apiCalls, days }) => (apiCalls === null ? null : apiCalls / days) },
];

/**
 * The periods as one series, in the order of time: in the first measure that the newest one has, and of people only
 * periods as long as the newest, since a month has more of them than a week.
 *
 * @param today `YYYY-MM-DD`
 */
export function drawUsage(periods: readonly UsagePeriod[], today: string): UsageSeries | null {
  const known = periods.filter(({ start }) => start <= today).sort(byEnd);
  const newest = known.at(-1);
  const measure = MEASURES.find(({ of }) => newest !== undefined && of(newest) !== null);
  if (!newest || !measure) return null;
  const isSameKind = (period: UsagePeriod) =>
    measure.label !== 'Active users' || kindOf(period.days) === kindOf(newest.days);
  const points = known.filter(isSameKind).flatMap((period): UsagePoint[] => {
    const value = measure.of(period);
    if (value === null) return [];
    const { id, start: from, seats } = period;
    const to = endOf(period);
    const none = { usual: null, low: null, high: null };
    return [{ id, from, to, value, seats, ...none, isRunning: to >= today }];
  });
  return { measure: measure.label, points: points.map((point) => ({ ...point, ...bandOf(point, points) })) };
}

function bandOf({ to }: UsagePoint, all: readonly UsagePoint[]): Pick<UsagePoint, 'usual' | 'low' | 'high'> {
  const before = all.filter((other) => {
    const age = daysBetween(other.to, to);
    return !other.isRunning && age >= BASELINE_FROM_DAYS && age < BASELINE_TO_DAYS;
  });
  if (before.length < MIN_BASELINE) return { usual: null, low: null, high: null };
  const values = before.map(({ value }) => value);
  const usual = medianOf(values);
  const spread = MAD_TO_DEVIATION * medianOf(values.map((value) => Math.abs(value - usual)));
  return { usual, low: Math.max(0, usual - spread), high: usual + spread };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}

/** The last day of a period. */
export function endOf({ start, days }: UsagePeriod): string {
  return addDays(start, days - 1);
}

function byEnd(a: UsagePeriod, b: UsagePeriod): number {
  const [endA, endB] = [endOf(a), endOf(b)];
  if (endA !== endB) return endA < endB ? -1 : 1;
  return b.days - a.days;
}

function kindOf(days: number): number {
  const kind = KINDS_UP_TO_DAYS.findIndex((most) => days <= most);
  return kind === -1 ? KINDS_UP_TO_DAYS.length : kind;
}
