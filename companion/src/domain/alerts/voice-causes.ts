import { countDays, daysBetween, type IsoDate } from '../dates.ts';
import { recordCause } from './account-cause.ts';
import type { AlertAccount, FoundCauses } from './alert-account.ts';

/** The highest score of a detractor. */
const DETRACTOR_UP_TO = 6;

/** People whose latest answer of the last days is a detractor's, each by itself. */
export function findDetractors({ signals }: AlertAccount, days: number, asOf: IsoDate): FoundCauses {
  return (signals.npsAnswers ?? [])
    .filter(({ score, on }) => score <= DETRACTOR_UP_TO && on <= asOf && daysBetween(on, asOf) <= days)
    .map((answer) => {
      const age = daysBetween(answer.on, asOf);
      const when = age === 0 ? 'today' : `${countDays(age)} ago`;
      return recordCause(answer, `A detractor answered ${when}: ${answer.score} of 10.`);
    });
}

/** Open cases that were escalated, each by itself. */
export function findEscalatedTickets({ signals }: AlertAccount, asOf: IsoDate): FoundCauses {
  return signals.cases
    .filter(({ open, escalated }) => open && escalated)
    .map((ticket) => {
      const age = countDays(Math.max(0, daysBetween(ticket.openedOn, asOf)));
      return recordCause(ticket, `Case ${ticket.label} was escalated; it has been open for ${age}.`);
    });
}
