import type { Connection } from 'jsforce';
import type { OutcomeReader } from '../usecases/query-ports.ts';
import { readHistories } from './read-histories.ts';
import { readOutcomes } from './read-outcomes.ts';
import { toAppError } from './salesforce-error.ts';

/** Reads the past of the org through SOQL. Every failure comes out as one line. */
export function createOutcomeReader(connection: Connection): OutcomeReader {
  const inOneLine = <T>(answer: Promise<T>) =>
    answer.catch((error: unknown) => Promise.reject(toAppError(error, connection.instanceUrl)));
  return {
    readOutcomes: (today) => inOneLine(readOutcomes(connection, today)),
    readHistories: (accountIds, since) => inOneLine(readHistories(connection, accountIds, since)),
  };
}
