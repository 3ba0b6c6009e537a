import { daysBetween, type IsoDate } from './dates.ts';
import type { AccountSignals, NpsAnswerSignal, NpsValue } from './signals.ts';

/** Answers older than the newest by more than this belong to another year of surveys. */
const SURVEY_YEAR_DAYS = 365;

/**
 * The latest answer of each person up to a day, newest first. An answer without a contact stands for itself; of two on
 * one day the one with the greater id counts, which is the later record.
 */
export function findLatestAnswers<Answer extends Pick<NpsAnswerSignal, 'id' | 'on' | 'contactId'>>(
  answers: readonly Answer[],
  asOf: IsoDate,
): Answer[] {
  const newestFirst = answers
    .filter(({ on }) => on <= asOf)
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1));
  const seen = new Set<string>();
  return newestFirst.filter(({ contactId, id }) => {
    const person = contactId ?? id;
    if (seen.has(person)) return false;
    seen.add(person);
    return true;
  });
}

/**
 * What the answers of an account come to: the mean of the latest answer of each person, over the year that ends with
 * the newest answer, rounded with halves down, so that a mean of 6.5 shows among those below 7. One person's answer, the
 * last that came in, would let chance decide who speaks for the customer. Null without answers.
 */
export function summariseNps(
  answers: readonly NpsAnswerSignal[],
  asOf: IsoDate,
): (NpsValue & { on: IsoDate }) | null {
  const latest = findLatestAnswers(answers, asOf);
  const newest = latest[0];
  if (!newest) return null;
  const ofTheYear = latest.filter(({ on }) => daysBetween(on, newest.on) <= SURVEY_YEAR_DAYS);
  return { score: Math.ceil(meanScore(ofTheYear) - 0.5), on: newest.on };
}

/** The mean score of answers, of which there is at least one. */
export function meanScore(answers: readonly { score: number }[]): number {
  return answers.reduce((sum, { score }) => sum + score, 0) / answers.length;
}

/** What the NPS fields of the account should hold; null where they are not the companion's to write. */
export function deriveNps(
  { npsAnswers = [], lapsedNps }: AccountSignals,
  asOf: IsoDate,
): { score: number | null; on: IsoDate | null } | null {
  const summary = summariseNps(npsAnswers, asOf);
  return summary ?? (lapsedNps ? { score: null, on: null } : null);
}
