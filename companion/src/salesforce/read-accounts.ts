import type { Connection } from 'jsforce';
import { type IsoDate } from '../domain/dates.ts';
import type { AccountReading } from '../usecases/ports.ts';
import { ACCOUNT_FIELDS, accountRow } from './account-row.ts';
import { assembleReadings } from './assemble-readings.ts';
import { signalSources, type SignalSource } from './signal-sources.ts';
import { queryByList } from './soql.ts';

/** Reads accounts with all their signals, in ten queries for each part of the list. */
export async function readAccounts(
  connection: Connection,
  accountIds: string[],
  today: IsoDate,
): Promise<AccountReading[]> {
  const read = <T>({ object, parent, row, where }: SignalSource<T>): Promise<T[]> => {
    const fields = Object.keys(row.shape).join(', ');
    const soql = (list: string) => `SELECT ${fields} FROM ${object} WHERE ${parent} IN ${list} AND ${where}`;
    return queryByList(connection, accountIds, soql, row);
  };
  const of = signalSources(today);
  const soql = (list: string) => `SELECT ${ACCOUNT_FIELDS} FROM Account WHERE Id IN ${list}`;
  const [accounts, tasks, events, notes, cases, usage, healthScores, npsResponses, runs, runSteps] =
    await Promise.all([
      queryByList(connection, accountIds, soql, accountRow),
      read(of.tasks),
      read(of.events),
      read(of.notes),
      read(of.cases),
      read(of.usage),
      read(of.healthScores),
      read(of.npsResponses),
      read(of.runs),
      read(of.runSteps),
    ]);
  const found = { tasks, events, notes, cases, usage, healthScores, npsResponses, runs, runSteps };
  return assembleReadings(accounts, found, today);
}
