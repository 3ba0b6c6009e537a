import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { AccountOutcome } from '../domain/backtest/rewind-signals.ts';
import { addYears, type IsoDate } from '../domain/dates.ts';
import type { OutcomeReader } from '../usecases/query-ports.ts';
import { queryRows } from './soql.ts';

/** Contracts are taken to run for a year: the renewal that is over lies that long before the coming one. */
const TERM_YEARS = 1;

const outcomeRow = z.object({
  Id: z.string(),
  CS_Status__c: z.string().nullable(),
  CS_Renewal_Date__c: z.string().nullable(),
});

/**
 * How the last decision about each account went: a churned one was lost on its renewal date, any other one with a
 * coming renewal was renewed a term before that. Without a date that is over nothing can be told.
 */
export async function readOutcomes(
  connection: Connection,
  today: IsoDate,
): ReturnType<OutcomeReader['readOutcomes']> {
  const fields = Object.keys(outcomeRow.shape).join(', ');
  const rows = await queryRows(connection, `SELECT ${fields} FROM Account ORDER BY Id`, outcomeRow);
  const outcomes = rows.flatMap((row): AccountOutcome[] => {
    const lost = row.CS_Status__c === 'Churned';
    const renewal = row.CS_Renewal_Date__c;
    if (renewal === null) return [];
    const on = lost || renewal <= today ? renewal : addYears(renewal, -TERM_YEARS);
    // A renewal date that is past while the account is not churned is a decision that is still open.
    if (on > today || (!lost && renewal <= today)) return [];
    return [{ accountId: row.Id, lost, on }];
  });
  return { outcomes, undated: rows.length - outcomes.length };
}
