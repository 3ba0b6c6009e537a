import { daysBetween, type IsoDate } from './dates.ts';
import type { Health } from './health.ts';
import { traceHealth, type HealthOfDay } from './health-history.ts';
import { fitRobustLine } from './robust-line.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';

export type TrendWord = 'Improving' | 'Steady' | 'Declining';

/** Where health has been going, with all that a reader needs to judge how sure that is. */
export interface HealthTrend {
  /** Null where the scores do not tell. */
  word: TrendWord | null;
  /** Why there is a word, or none. */
  verdict: 'clear' | 'unclear' | 'tooFew';
  /** Points in 30 days, in tenths; null with too few scores. `low` and `high` bound it with 90 % confidence. */
  slope: number | null;
  low: number | null;
  high: number | null;
  /** How sure it is that health moves in this direction, 0–1, in hundredths. */
  confidence: number | null;
  /** Weeks with a score that the slope is taken from, and the day of the first. */
  weeks: number;
  since: IsoDate | null;
  /** Health now less health then; null where no score lies near that day. */
  change30: number | null;
  change90: number | null;
  /** For how many days a health set by hand counted in this. */
  judgementDays: number;
}

const DAYS_A_WEEK = 7;
const DAYS_A_MONTH = 30;

/** A quarter shows a direction without last year in it. */
const WINDOW_WEEKS = 13;
/** Where a quarter holds less than this, as with a score a month, the last so many of half a year are taken. */
const ENOUGH_WEEKS = 5;
const STRETCHED_WEEKS = 26;
/** Three points in a row fall by chance one time in six; four, one in twenty-four. */
const MIN_WEEKS = 4;
/** Less than a month apart, scores tell of a case or a survey, not of a direction. */
const MIN_SPAN_WEEKS = 4;

/** A direction is named when it is this sure. */
const SURE = 0.9;
/** Health is not called steady while it may as well move by more than this in 30 days. */
const STEADY_REACH = 10;

/** Where "then" may lie for the change over 30 and over 90 days: days ago. */
const CHANGE_30 = { days: 30, from: 20, to: 45 };
const CHANGE_90 = { days: 90, from: 75, to: 110 };

/**
 * The trend of health: the robust slope through the health of each week, counted back from `asOf`, the last score of
 * a week standing for it. docs/metrics.md has the rule in words.
 */
export function readHealthTrend(
  signals: AccountSignals,
  health: Health,
  config: ScoringConfig,
  asOf: IsoDate,
): HealthTrend {
  const history = traceHealth(signals, health, config, asOf);
  const change = (over: typeof CHANGE_30) => changeOver(history, health.value, asOf, over);
  return {
    ...readDirection(chooseWeeks(history, asOf), config),
    change30: change(CHANGE_30),
    change90: change(CHANGE_90),
    judgementDays: config.judgementValidDays.value,
  };
}

interface HealthOfWeek extends HealthOfDay {
  weeksAgo: number;
}

/** One score for each week, oldest first. */
function chooseWeeks(history: readonly HealthOfDay[], asOf: IsoDate): HealthOfWeek[] {
  const byWeek = new Map<number, HealthOfWeek>();
  for (const day of history) {
    const weeksAgo = Math.floor(daysBetween(day.on, asOf) / DAYS_A_WEEK);
    if (weeksAgo < STRETCHED_WEEKS) byWeek.set(weeksAgo, { ...day, weeksAgo });
  }
  const weeks = [...byWeek.values()].sort((a, b) => b.weeksAgo - a.weeksAgo);
  const ofWindow = weeks.filter(({ weeksAgo }) => weeksAgo < WINDOW_WEEKS);
  return ofWindow.length >= ENOUGH_WEEKS ? ofWindow : weeks.slice(-ENOUGH_WEEKS);
}

type Direction = Omit<HealthTrend, 'change30' | 'change90' | 'judgementDays'>;

function readDirection(weeks: readonly HealthOfWeek[], config: ScoringConfig): Direction {
  const known = { weeks: weeks.length, since: weeks[0]?.on ?? null };
  const span = (weeks[0]?.weeksAgo ?? 0) - (weeks.at(-1)?.weeksAgo ?? 0);
  const line = fitRobustLine(weeks.map(({ weeksAgo, score }) => ({ x: -weeksAgo, y: score })));
  if (!line || weeks.length < MIN_WEEKS || span < MIN_SPAN_WEEKS) {
    return {
      word: null,
      verdict: 'tooFew',
      slope: null,
      low: null,
      high: null,
      confidence: null,
      ...known,
    };
  }
  const slope = perMonth(line.slope);
  const low = perMonth(line.low);
  const high = perMonth(line.high);
  const word = nameDirection({ slope, low, high, confidence: line.confidence }, config);
  return {
    word,
    verdict: word === null ? 'unclear' : 'clear',
    slope,
    low,
    high,
    confidence: Math.floor(line.confidence * 100) / 100,
    ...known,
  };
}

function nameDirection(
  line: { slope: number; low: number; high: number; confidence: number },
  config: ScoringConfig,
): TrendWord | null {
  if (Math.abs(line.slope) < config.trend.steadyWithin.value) {
    return Math.max(-line.low, line.high) <= STEADY_REACH ? 'Steady' : null;
  }
  if (line.confidence < SURE) return null;
  return line.slope > 0 ? 'Improving' : 'Declining';
}

/** A slope by the week as points in 30 days, in tenths. */
function perMonth(slope: number): number {
  const tenths = Math.round((slope * DAYS_A_MONTH * 10) / DAYS_A_WEEK);
  return tenths === 0 ? 0 : tenths / 10;
}

/** Today's health against the one nearest to that many days ago, the later of two as near. */
function changeOver(
  history: readonly HealthOfDay[],
  now: number | null,
  asOf: IsoDate,
  { days, from, to }: typeof CHANGE_30,
): number | null {
  if (now === null) return null;
  const then = history
    .map(({ on, score }) => ({ score, age: daysBetween(on, asOf) }))
    .filter(({ age }) => age >= from && age <= to)
    .sort((a, b) => Math.abs(a.age - days) - Math.abs(b.age - days) || a.age - b.age)[0];
  return then ? now - then.score : null;
}
