import { countDays, daysBetween, type IsoDate } from './dates.ts';
import { known, share, unknown, type Reading } from './measure.ts';
import { findLatestAnswers, meanScore } from './nps.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals, NpsAnswerSignal } from './signals.ts';

/** What an answer fades to: neither for nor against. */
const NEUTRAL = 50;

/**
 * Sentiment: ten times the NPS answer, in full while fresh, then fading to neutral until it expires. Of several people
 * the mean, each answer faded by its own age. Without answers the NPS of the account itself counts as one.
 */
export function measureSentiment(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Reading {
  const { npsAnswers = [], nps, lapsedNps } = signals;
  if (npsAnswers.length > 0) return measureAnswers(findLatestAnswers(npsAnswers, asOf), config, asOf);
  if (!nps || lapsedNps) return unknown('No NPS answer has been recorded');
  const { score, on } = nps;
  if (on === null) return unknown('The NPS answer has no date');
  const age = ageOf(on, asOf);
  if (age > config.sentiment.expiresAfterDays.value) return expired(age);
  return known(fade(score, age, config), `NPS ${score}, ${countDays(age)} ago`);
}

/** `latest` newest first. The records behind the measure are the lowest answers, which cost the most. */
function measureAnswers(latest: NpsAnswerSignal[], config: ScoringConfig, asOf: IsoDate): Reading {
  const newest = latest[0];
  if (!newest) return unknown('No NPS answer has been recorded');
  const age = ageOf(newest.on, asOf);
  const valid = latest.filter(({ on }) => ageOf(on, asOf) <= config.sentiment.expiresAfterDays.value);
  if (valid.length === 0) return expired(age);
  const faded = valid.map(({ score, on }) => fade(score, ageOf(on, asOf), config));
  const value = faded.reduce((sum, each) => sum + each, 0) / faded.length;
  const detail =
    valid.length === 1
      ? `NPS ${newest.score}, ${countDays(age)} ago`
      : `Mean NPS ${meanScore(valid).toFixed(1)} of ${valid.length} people, the last ${countDays(age)} ago`;
  const lowestFirst = valid.toSorted((a, b) => a.score - b.score);
  return known(
    value,
    detail,
    lowestFirst.map(({ object, id, label }) => ({ object, id, label })),
  );
}

function fade(score: number, age: number, { sentiment }: ScoringConfig): number {
  const strength = 1 - share(age, sentiment.freshDays.value, sentiment.expiresAfterDays.value);
  return NEUTRAL + (score * 10 - NEUTRAL) * strength;
}

const ageOf = (on: IsoDate, asOf: IsoDate) => Math.max(0, daysBetween(on, asOf));

const expired = (age: number) => unknown(`The last NPS answer is ${countDays(age)} old`);
