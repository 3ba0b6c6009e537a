import { addDays, daysBetween } from 'c/csFormat';
import type { HealthScore } from 'c/csAccountStory';

/** What a point of the chart stands for. */
export type Grouping = 'week' | 'month';

/** One score, or the mean of those of one source in a week or a month. Days as `YYYY-MM-DD`. */
export interface SeriesPoint {
  id: string;
  /** Day of the score; of several the day in their middle. */
  day: string;
  /** 0–100, in tenths where it is a mean. */
  score: number;
  source: HealthScore['source'];
  /** Scores behind the point, the lowest and the highest of them. */
  count: number;
  low: number;
  high: number;
  from: string;
  to: string;
  /** What was said beside the score; of several the last. */
  comment: string;
  by: string;
  /** Whether it is on the line: what the account's health was at the end of its week or month. */
  isStanding: boolean;
  /** Days without any health since the point before on the line, where these are too many to draw a line over. */
  gapDays: number | null;
}

/** More days than this without a score are a gap: nobody knows what health was in between. */
const GAP_DAYS = 45;

const DAYS_A_WEEK = 7;
/** A Monday, from which weeks are counted. */
const A_MONDAY = '2024-01-01';

/** Scores in the order of time: by day, and on one day what a person set after what was calculated. */
export function inOrder(scores: readonly HealthScore[]): HealthScore[] {
  return [...scores].sort((a, b) => a.day.localeCompare(b.day) || a.source.localeCompare(b.source));
}

/**
 * The scores as points of a line.
 *
 * @param scores in the order of time
 * @param judgementDays for how many days a health set by hand stands in place of the calculated one
 */
export function drawSeries(
  scores: readonly HealthScore[],
  grouping: Grouping,
  judgementDays: number,
): SeriesPoint[] {
  const groups = new Map<string, Traced[]>();
  for (const score of traceStanding(scores, judgementDays)) {
    const key = `${groupOf(score.day, grouping)} ${score.source}`;
    groups.set(key, [...(groups.get(key) ?? []), score]);
  }
  const points = [...groups].map(([key, members]) => ({
    point: pointOf(key, members),
    stoodTo: members.findLast(({ isStanding }) => isStanding)?.day ?? '',
  }));
  const inTime = keepOneLine(points, grouping).sort((a, b) => a.day.localeCompare(b.day));
  return markGaps(inTime, judgementDays);
}

/** A point with the last day on which it was the account's health; empty where it never was. */
interface Group {
  point: SeriesPoint;
  stoodTo: string;
}

interface Traced extends HealthScore {
  isStanding: boolean;
}

/** A calculated score does not stand while a judgement is valid: the companion traces health by the same rule. */
function traceStanding(scores: readonly HealthScore[], judgementDays: number): Traced[] {
  let judgedOn: string | undefined;
  const judgedDays = new Set(scores.filter(({ source }) => source === 'Manual').map(({ day }) => day));
  return scores.map((score) => {
    if (judgedDays.has(score.day)) judgedOn = score.day;
    const isJudged = judgedOn !== undefined && daysBetween(judgedOn, score.day) <= judgementDays;
    return { ...score, isStanding: score.source === 'Manual' || !isJudged };
  });
}

function groupOf(day: string, grouping: Grouping): string {
  if (grouping === 'month') return day.slice(0, 7);
  const weeks = Math.floor(daysBetween(A_MONDAY, day) / DAYS_A_WEEK);
  return addDays(A_MONDAY, weeks * DAYS_A_WEEK);
}

function pointOf(key: string, members: readonly Traced[]): SeriesPoint {
  const first = members[0] as Traced;
  const last = members.at(-1) as Traced;
  const values = members.map(({ score }) => score);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    id: members.length === 1 ? first.id : key,
    day: addDays(first.day, Math.round(daysBetween(first.day, last.day) / 2)),
    score: Math.round(mean * 10) / 10,
    source: first.source,
    count: members.length,
    low: Math.min(...values),
    high: Math.max(...values),
    from: first.day,
    to: last.day,
    comment: last.comment,
    by: last.by,
    isStanding: members.some(({ isStanding }) => isStanding),
    gapDays: null,
  };
}

/** Of one week or month the source that stood last is on the line. */
function keepOneLine(groups: readonly Group[], grouping: Grouping): SeriesPoint[] {
  const last = new Map<string, Group>();
  for (const group of groups.filter(({ stoodTo }) => stoodTo !== '')) {
    const key = groupOf(group.point.to, grouping);
    const seen = last.get(key);
    const isLater = !seen || group.stoodTo > seen.stoodTo;
    if (isLater || (group.stoodTo === seen.stoodTo && group.point.source === 'Manual')) last.set(key, group);
  }
  const onLine = new Set(last.values());
  return groups.map((group) => ({ ...group.point, isStanding: onLine.has(group) }));
}

function markGaps(points: readonly SeriesPoint[], judgementDays: number): SeriesPoint[] {
  let knownTo: string | undefined;
  return points.map((point) => {
    if (!point.isStanding) return point;
    const days = knownTo === undefined ? 0 : daysBetween(knownTo, point.from);
    // Until a judgement expires, health is known: it is what the person set.
    knownTo = point.source === 'Manual' ? addDays(point.to, judgementDays) : point.to;
    return { ...point, gapDays: days > GAP_DAYS ? days : null };
  });
}
