import { isChurned, type CustomerOnDay } from './customer-on-day.ts';
import { addDays, type IsoDate } from './dates.ts';
import { findLatestAnswers } from './nps.ts';
import type { NpsAnswerSignal } from './signals.ts';

/** How long an answer counts: the rolling NPS of an account page reaches as far back. */
export const NPS_WINDOW_DAYS = 365;

/** An answer with the account that it was given for. */
export interface AccountAnswer extends Pick<NpsAnswerSignal, 'id' | 'score' | 'on' | 'contactId'> {
  accountId: string;
}

/** The scores of each account that count on a day, one for each person. */
export type ScoresByAccount = ReadonlyMap<string, readonly number[]>;

/** Who promotes and who detracts. `nps` is in tenths, −100 to 100; null without answers. */
export interface NpsTotals {
  nps: number | null;
  promoters: number;
  passives: number;
  detractors: number;
}

/** Of each account the latest answer of each person, from the year that ends with the day. */
export function findLatestScores(answers: readonly AccountAnswer[], asOf: IsoDate): ScoresByAccount {
  const start = addDays(asOf, -NPS_WINDOW_DAYS);
  const ofTheYear = answers.filter(({ on }) => on >= start);
  return new Map(
    [...Map.groupBy(ofTheYear, ({ accountId }) => accountId)].map(([accountId, given]) => [
      accountId,
      findLatestAnswers(given, asOf).map(({ score }) => score),
    ]),
  );
}

/** Counts the people of customers that are not churned by what they answered. */
export function addUpNps(customers: readonly CustomerOnDay[], scoresOf: ScoresByAccount): NpsTotals {
  const scores = customers
    .filter((customer) => !isChurned(customer))
    .flatMap(({ accountId }) => scoresOf.get(accountId) ?? []);
  return npsOf(countScores(scores));
}

/** The NPS of people who were sorted by what they answered. */
export function npsOf({ promoters, passives, detractors }: Omit<NpsTotals, 'nps'>): NpsTotals {
  const people = promoters + passives + detractors;
  const nps = people === 0 ? null : Math.round(1000 * ((promoters - detractors) / people)) / 10;
  return { nps, promoters, passives, detractors };
}

/** Sorts answers into promoters, passives and detractors. */
export function countScores(scores: readonly number[]): Omit<NpsTotals, 'nps'> {
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return { promoters, passives: scores.length - promoters - detractors, detractors };
}
