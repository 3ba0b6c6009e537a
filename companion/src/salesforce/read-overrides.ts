import type { Connection } from 'jsforce';
import { addDays, type IsoDate } from '../domain/dates.ts';
import type { AccountReading } from '../usecases/ports.ts';
import { findLastOverride, OVERRIDE_FIELDS, overrideRow, type OverrideRow } from './override-rows.ts';
import { queryByList, queryPages } from './soql.ts';

/** A band set by hand holds for half a year at most; a month later it need not be known any more who ended it. */
const OVERRIDE_DAYS = 210;

/** Accounts with the band that was last set by hand on each, asked for beside everything else. */
export async function withOverrides(
  accounts: Promise<AccountReading[]>,
  connection: Connection,
  accountIds: string[],
  today: IsoDate,
): Promise<AccountReading[]> {
  const soql = (list: string) =>
    `SELECT ${OVERRIDE_FIELDS} FROM CS_Risk_Override__c WHERE CS_Account__c IN ${list} AND CreatedDate >= ${since(today)}`;
  const [readings, rows] = await Promise.all([
    accounts,
    queryByList(connection, accountIds, soql, overrideRow),
  ]);
  return put(rows, readings);
}

/** The same for every account of an org: the bands set by hand are few, and asked for once. */
export async function* addOverrides(
  pages: AsyncIterable<AccountReading[]>,
  connection: Connection,
  today: IsoDate,
): AsyncGenerator<AccountReading[]> {
  const soql = `SELECT ${OVERRIDE_FIELDS} FROM CS_Risk_Override__c WHERE CreatedDate >= ${since(today)}`;
  const rows: OverrideRow[] = [];
  for await (const page of queryPages(connection, soql, overrideRow)) rows.push(...page);
  for await (const readings of pages) yield put(rows, readings);
}

const since = (today: IsoDate) => `${addDays(today, -OVERRIDE_DAYS)}T00:00:00Z`;

function put(rows: OverrideRow[], readings: AccountReading[]): AccountReading[] {
  const rowsOf = Map.groupBy(rows, (row) => row.CS_Account__c);
  return readings.map((reading) => {
    const override = findLastOverride(rowsOf.get(reading.accountId) ?? []);
    if (!override) return reading;
    const recordIds = [...reading.recordIds, override.id].sort();
    return { ...reading, recordIds, signals: { ...reading.signals, override } };
  });
}
