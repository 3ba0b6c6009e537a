import { addDays, countOf, formatChange, formatDay, formatNumber, formatShare } from 'c/csFormat';
import type { HealthEvent } from './healthEvents';
import type { SeriesPoint } from './healthSeries';
import type { HealthReading, TrendReading } from './trendReading';

const ICONS: Record<string, string> = {
  Improving: 'utility:arrowup',
  Declining: 'utility:arrowdown',
  Steady: 'utility:forward',
};

/** What stands above the chart. */
export interface TrendView {
  health: string;
  healthDetail: string;
  word: string;
  wordDetail: string;
  iconName: string;
  change30: string;
  change90: string;
}

/** How nothing reads. */
const NOTHING = '–';

/** The first and the last day of a period: `rangeDays` up to today, or for 0 from the first of `days` on. */
export function periodOf(
  rangeDays: number,
  today: string,
  days: readonly string[],
): { from: string; to: string } {
  if (rangeDays > 0) return { from: addDays(today, -rangeDays), to: today };
  const from = days.reduce((first, day) => (day < first ? day : first), today);
  return { from, to: today };
}

/** Those of a period. */
export function withinPeriod<Item extends { day: string }>(
  items: readonly Item[],
  { from, to }: { from: string; to: string },
): Item[] {
  return items.filter(({ day }) => day >= from && day <= to);
}

/**
 * Where health stands and where it has been going, as the companion told it: this card works nothing out, so that it
 * cannot contradict a list view.
 *
 * @param latest the health that stood last, where the companion has told nothing
 */
export function viewTrend(
  health: HealthReading | null,
  trend: TrendReading | null,
  latest: SeriesPoint | undefined,
): TrendView {
  const value = health?.value ?? latest?.score ?? null;
  return {
    health: value === null ? NOTHING : formatNumber(value),
    healthDetail: detailOf(health, latest),
    ...directionOf(trend),
    change30: changeOf(trend?.change30),
    change90: changeOf(trend?.change90),
  };
}

function detailOf(health: HealthReading | null, latest: SeriesPoint | undefined): string {
  if (!health || health.value === null) return latest ? `On ${formatDay(latest.to)}` : '';
  if (health.source !== 'Manual') return 'Calculated';
  const by = health.field ? `From ${health.field} since` : 'Set by hand on';
  const set = health.setOn ? `${by} ${formatDay(health.setOn)}` : 'Set by hand';
  return health.calculated === null ? set : `${set}; calculated ${formatNumber(health.calculated)}`;
}

function directionOf(trend: TrendReading | null): Pick<TrendView, 'word' | 'wordDetail' | 'iconName'> {
  const iconName = ICONS[trend?.word ?? ''] ?? 'utility:dash';
  if (!trend) return { word: 'Not told yet', wordDetail: 'The next scoring tells it', iconName };
  if (trend.verdict === 'tooFew') {
    return { word: 'Too few scores', wordDetail: `${scoredWeeks(trend)}, 4 are needed`, iconName };
  }
  if (trend.slope === null || trend.low === null || trend.high === null) {
    return { word: trend.word ?? 'No clear trend', wordDetail: '', iconName };
  }
  const slope = `${formatChange(trend.slope)} in 30 days (${formatChange(trend.low)} to ${formatChange(trend.high)})`;
  if (trend.word === null)
    return { word: 'No clear trend', wordDetail: `Scores scatter: ${slope}`, iconName };
  const sure = trend.word === 'Steady' ? '' : `, ${formatShare(trend.confidence ?? 0)} sure`;
  return { word: trend.word, wordDetail: `${slope}${sure}; ${scoredWeeks(trend)}`, iconName };
}

function scoredWeeks({ weeks, since }: TrendReading): string {
  const scored = weeks === 0 ? 'No week with a score' : `${countOf(weeks, 'week')} with a score`;
  return since && weeks > 1 ? `${scored} since ${formatDay(since)}` : scored;
}

function changeOf(change: number | null | undefined): string {
  return change === null || change === undefined ? NOTHING : formatChange(change);
}

/** What the chart shows, in a few sentences for those who cannot see it. */
export function describe(
  points: readonly SeriesPoint[],
  events: readonly HealthEvent[],
  { word }: TrendView,
): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 'No health scores in this period.';
  const happened = events.length === 0 ? '' : ` ${countOf(events.length, 'event')} marked.`;
  if (points.length === 1)
    return `One point: ${formatNumber(first.score)} on ${formatDay(first.day)}.${happened}`;
  const gaps = points.filter(({ gapDays }) => gapDays !== null).length;
  return (
    `${countOf(points.length, 'point')} from ${formatDay(first.from)} to ${formatDay(last.to)}, ` +
    `lowest ${formatNumber(Math.min(...points.map(({ low }) => low)))}, ` +
    `highest ${formatNumber(Math.max(...points.map(({ high }) => high)))}, ` +
    `latest ${formatNumber(last.score)}.${gaps === 0 ? '' : ` ${countOf(gaps, 'gap')}.`}${happened} Trend: ${word}.`
  );
}
