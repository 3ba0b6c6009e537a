import { addDays, countOf, daysBetween, formatChange, formatDay, formatNumber } from 'c/csFormat';
import type { HealthPoint } from './csHealthTrendQuery';

/** Over how many days a change is stated. */
const CHANGE_DAYS = 30;

/** A change of fewer points than this is noise; the companion uses the same threshold for Health Trend. */
const STEADY_POINTS = 5;

const ICONS: Record<string, string> = {
  Improving: 'utility:arrowup',
  Declining: 'utility:arrowdown',
  Steady: 'utility:forward',
};

/** What the account itself says; null where it says nothing or the user may not read it. */
export interface AccountHealth {
  health: number | null;
  trend: string | null;
  change: number | null;
}

/** The line above the chart. */
export interface TrendSummary {
  health: string;
  word: string;
  change: string;
  iconName: string;
}

/** Points in the order of time: by day, and on one day what a person set after what was calculated. */
export function inOrder(points: readonly HealthPoint[]): HealthPoint[] {
  return [...points].sort((a, b) => a.day.localeCompare(b.day) || a.source.localeCompare(b.source));
}

/** The points of the last `rangeDays` days up to `today`; all of them for 0. */
export function withinRange(points: readonly HealthPoint[], rangeDays: number, today: string): HealthPoint[] {
  if (rangeDays <= 0) return [...points];
  const from = addDays(today, -rangeDays);
  return points.filter(({ day }) => day >= from);
}

/**
 * Where health stands and where it has been going. What the companion stored in the account comes first, so that
 * this card never contradicts the rest of the page; without it the calculated points speak for themselves.
 */
export function summarise(account: AccountHealth, points: readonly HealthPoint[]): TrendSummary {
  const latest = points.at(-1);
  const health = account.health ?? latest?.score ?? null;
  const change = account.change ?? changeOf(points);
  const word = account.trend ?? (change === null ? 'Too few scores for a trend' : trendWord(change));
  return {
    health: health === null ? '–' : formatNumber(health),
    word,
    change: change === null ? '' : `${formatChange(change)} in ${countOf(CHANGE_DAYS, 'day')}`,
    iconName: ICONS[word] ?? 'utility:dash',
  };
}

/** What the chart shows, in one sentence for those who cannot see it. */
export function describe(points: readonly HealthPoint[], summary: TrendSummary): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 'No health scores in this period.';
  if (points.length === 1)
    return `One health score: ${formatNumber(first.score)} on ${formatDay(first.day)}.`;
  const scores = points.map(({ score }) => score);
  return (
    `${countOf(points.length, 'health score')} from ${formatDay(first.day)} to ${formatDay(last.day)}, ` +
    `lowest ${formatNumber(Math.min(...scores))}, highest ${formatNumber(Math.max(...scores))}, ` +
    `latest ${formatNumber(last.score)}. ${summary.word}.`
  );
}

/** Change of the calculated score over 30 days; null while the scores do not reach back that far. */
function changeOf(points: readonly HealthPoint[]): number | null {
  const calculated = points.filter(({ source }) => source === 'Calculated');
  const latest = calculated.at(-1);
  if (!latest) return null;
  const before = calculated.findLast(({ day }) => daysBetween(day, latest.day) >= CHANGE_DAYS);
  return before ? latest.score - before.score : null;
}

function trendWord(change: number): string {
  if (Math.abs(change) < STEADY_POINTS) return 'Steady';
  return change > 0 ? 'Improving' : 'Declining';
}
