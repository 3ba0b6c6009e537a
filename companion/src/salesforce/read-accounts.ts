import type { Connection } from 'jsforce';
import { type IsoDate } from '../domain/dates.ts';
import type { AccountReading } from '../usecases/ports.ts';
import type { OwnColumn } from '../domain/mapping/field-mapping.ts';
import { selectAccounts } from './account-row.ts';
import { assembleReadings } from './assemble-readings.ts';
import { signalSources, type SignalSource } from './signal-sources.ts';
import { queryByList } from './soql.ts';

/** Reads accounts with all their signals, in ten queries for each part of the list. */
export async function readAccounts(
  connection: Connection,
  accountIds: string[],
  today: IsoDate,
  own: readonly OwnColumn[] = [],
): Promise<AccountReading[]> {
  const read = <T>({ object, parent, row, where }: SignalSource<T>): Promise<T[]> => {
    const fields = Object.keys(row.shape).join(', ');
    const soql = (list: string) => `SELECT ${fields} FROM ${object} WHERE ${parent} IN ${list} AND ${where}`;
    return queryByList(connection, accountIds, soql, row);
  };
  const of = signalSources(today);
  const account = selectAccounts(own);
  const soql = (list: string) => `SELECT ${account.fields} FROM Account WHERE Id IN ${list}`;
  const [accounts, tasks, events, notes, cases, usage, healthScores, npsResponses, runs, runSteps] =
    await Promise.all([
      queryByList(connection, accountIds, soql, account.row),
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
  return assembleReadings(accounts, found, today, own);
}
