import { countDays, daysBetween, type IsoDate } from './dates.ts';
import { known, share, unknown, type Reading } from './measure.ts';
import type { ScoringConfig } from './scoring-config.ts';
import type { AccountSignals } from './signals.ts';

/** What an answer fades to: neither for nor against. */
const NEUTRAL = 50;

/** Sentiment: ten times the NPS answer, in full while fresh, then fading to neutral until it expires. */
export function measureSentiment(signals: AccountSignals, config: ScoringConfig, asOf: IsoDate): Reading {
  if (!signals.nps) return unknown('No NPS answer has been recorded');
  const { score, on } = signals.nps;
  if (on === null) return unknown('The NPS answer has no date');
  const age = Math.max(0, daysBetween(on, asOf));
  const { freshDays, expiresAfterDays } = config.sentiment;
  if (age > expiresAfterDays.value) return unknown(`The last NPS answer is ${countDays(age)} old`);
  const strength = 1 - share(age, freshDays.value, expiresAfterDays.value);
  return known(NEUTRAL + (score * 10 - NEUTRAL) * strength, `NPS ${score}, ${countDays(age)} ago`);
}
