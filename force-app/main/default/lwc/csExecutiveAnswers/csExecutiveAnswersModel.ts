import { isCustomer } from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';
import { addDays } from 'c/csFormat';
import { earlierOf } from 'c/csExecutiveMeasures';
import type { Segment } from 'c/csExecutiveMeasures';
import { countCategories } from 'c/csPromoterScore';
import type { NpsCounts } from 'c/csPromoterScore';
import type { Answer } from './csExecutiveAnswersQuery';

/** As the companion counts: docs/metrics.md, NPS. */
const WINDOW_DAYS = 365;

/** The people of one account by what they answered. */
export interface AccountAnswers extends NpsCounts {
  accountId: string;
  accountName: string;
  people: number;
}

/** The answers of the year that ends with a day. Who is a customer now is known; who was one then is not. */
export function answersOf(segment: Segment, asOf: string, isLatest: boolean): AccountFilter {
  const within = {
    CS_Responded_On__c: { gte: { value: addDays(asOf, -WINDOW_DAYS) }, lte: { value: asOf } },
  };
  return earlierOf(segment, isLatest ? { CS_Account__r: isCustomer() } : undefined, within);
}

/**
 * The accounts with their people, each person by the latest answer, the most detractors first. An answer without a
 * contact stands for a person of its own; of two on one day the one with the greater id counts.
 */
export function byAccount(answers: readonly Answer[]): AccountAnswers[] {
  const newestFirst = answers.toSorted((a, b) => b.on.localeCompare(a.on) || (a.id < b.id ? 1 : -1));
  const people = new Map<string, Answer>();
  for (const answer of newestFirst) {
    const person = `${answer.accountId} ${answer.contactId ?? answer.id}`;
    if (!people.has(person)) people.set(person, answer);
  }
  const accounts = new Map<string, Answer[]>();
  for (const answer of people.values()) {
    accounts.set(answer.accountId, [...(accounts.get(answer.accountId) ?? []), answer]);
  }
  return [...accounts.values()]
    .map((given) => ({
      accountId: given[0]?.accountId ?? '',
      accountName: given[0]?.accountName ?? '',
      people: given.length,
      ...countCategories(given.map(({ score }) => score)),
    }))
    .sort((a, b) => b.detractors - a.detractors || a.accountName.localeCompare(b.accountName));
}

/** The people of all accounts. */
export function addUpAnswers(accounts: readonly AccountAnswers[]): NpsCounts {
  const sum = (key: keyof NpsCounts) => accounts.reduce((total, account) => total + account[key], 0);
  return { promoters: sum('promoters'), passives: sum('passives'), detractors: sum('detractors') };
}
