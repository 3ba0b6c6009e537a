import { daysBetween, type IsoDate } from './dates.ts';
import type { Health } from './health.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals, HealthScoreSignal } from './signals.ts';

/** The health that an account had on a day. */
export interface HealthOfDay {
  on: IsoDate;
  score: number;
  source: 'Manual' | 'Calculated';
}

/**
 * Health as it stood, day by day up to `asOf`, oldest first, of the days on which it was recorded: what a person set,
 * and what was calculated while no judgement was valid. A calculated score beside a valid judgement is left out: it
 * was not the account's health. The last day is today's health, where there is any.
 */
export function traceHealth(
  signals: AccountSignals,
  health: Health,
  config: ScoringConfig,
  asOf: IsoDate,
): HealthOfDay[] {
  const entered = signals.enteredHealth;
  const manual = lastOfEachDay(signals, 'Manual', asOf);
  if (entered && entered.on <= asOf && !manual.has(entered.on)) manual.set(entered.on, entered.value);
  const judgedOn = [...manual.keys()];
  const isJudged = (day: IsoDate) =>
    (entered?.source !== undefined && entered.on <= day) ||
    judgedOn.some((on) => on <= day && daysBetween(on, day) <= config.judgementValidDays.value);

  const days = new Map<IsoDate, HealthOfDay>();
  for (const [on, score] of lastOfEachDay(signals, 'Calculated', asOf)) {
    if (!isJudged(on)) days.set(on, { on, score, source: 'Calculated' });
  }
  for (const [on, score] of manual) days.set(on, { on, score, source: 'Manual' });
  if (health.value !== null && health.source !== null) {
    days.set(asOf, { on: asOf, score: health.value, source: health.source });
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function lastOfEachDay(
  { healthScores }: AccountSignals,
  source: HealthScoreSignal['source'],
  asOf: IsoDate,
): Map<IsoDate, number> {
  const last = new Map<IsoDate, HealthScoreSignal>();
  for (const score of healthScores) {
    if (score.source !== source || score.on > asOf) continue;
    const seen = last.get(score.on);
    if (!seen || isLater(score, seen)) last.set(score.on, score);
  }
  return new Map([...last].map(([on, { score }]) => [on, score]));
}

function isLater(a: HealthScoreSignal, b: HealthScoreSignal): boolean {
  return a.createdAt > b.createdAt || (a.createdAt === b.createdAt && a.id > b.id);
}
