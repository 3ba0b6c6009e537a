import type { Connection } from 'jsforce';
import { type z } from 'zod';
import type { IsoDate } from '../domain/dates.ts';
import { AppError } from '../errors.ts';
import type { AccountReading } from '../usecases/ports.ts';
import type { OwnColumn } from '../domain/mapping/field-mapping.ts';
import { selectAccounts } from './account-row.ts';
import { assembleReadings } from './assemble-readings.ts';
import type { BulkWait } from './bulk-job.ts';
import { bulkQuery } from './bulk-query.ts';
import { signalSources, type SignalRows, type SignalSource } from './signal-sources.ts';

/** Accounts a batch: bounds memory, as what is scored and kept at once. */
const BATCH_SIZE = 200;

/**
 * Reads every account with all its signals through ten bulk jobs, in the order of their accounts. The ten run side by
 * side and are merged like sorted piles, so that no more than a batch is in memory, however large the org is.
 *
 * @throws {AppError} BULK_OUT_OF_ORDER when the org sorts Ids otherwise than they compare, so that they cannot be merged
 */
export async function* readAllAccounts(
  connection: Connection,
  today: IsoDate,
  waiting: BulkWait,
  own: readonly OwnColumn[] = [],
): AsyncGenerator<AccountReading[]> {
  const account = selectAccounts(own);
  const soql = `SELECT ${account.fields} FROM Account ORDER BY Id`;
  const accounts = inOrder(bulkQuery(connection, soql, account.row, waiting), ({ Id }) => Id);
  const piles = mapValues(signalSources(today), (source) => openPile(connection, source, waiting));
  try {
    for (;;) {
      const batch = await takeBatch(accounts);
      const last = batch.at(-1)?.Id;
      if (last === undefined) return;
      const names = Object.keys(piles) as (keyof SignalRows)[];
      const taken = await Promise.all(names.map(async (name) => [name, await piles[name].takeUpTo(last)]));
      // Each pile holds the rows of its own source.
      yield assembleReadings(batch, Object.fromEntries(taken) as SignalRows, today, own);
    }
  } finally {
    await Promise.all([accounts.return(undefined), ...Object.values(piles).map((pile) => pile.close())]);
  }
}

async function takeBatch<T>(rows: AsyncIterator<T>): Promise<T[]> {
  const batch: T[] = [];
  while (batch.length < BATCH_SIZE) {
    const next = await rows.next();
    if (next.done) break;
    batch.push(next.value);
  }
  return batch;
}

interface Pile {
  /** The rows of accounts up to this one that were not taken before. */
  takeUpTo(accountId: string): Promise<unknown[]>;
  close(): Promise<void>;
}

function openPile(
  connection: Connection,
  { object, parent, row, where }: SignalSource<unknown>,
  waiting: BulkWait,
): Pile {
  const fields = [...new Set([...Object.keys(row.shape), parent])].join(', ');
  const soql = `SELECT ${fields} FROM ${object} WHERE ${parent} != null AND ${where} ORDER BY ${parent}`;
  const shape = row.loose() as z.ZodObject & z.ZodType<Record<string, unknown>>;
  const accountOf = (found: Record<string, unknown>) => String(valueAt(found, parent));
  const rows = inOrder(bulkQuery(connection, soql, shape, waiting), accountOf);
  let waitingRow: Promise<IteratorResult<Record<string, unknown>>> = rows.next();
  // It is looked at when the pile is asked; until then its failure is nobody's.
  waitingRow.catch(() => undefined);
  return {
    async takeUpTo(accountId) {
      const taken: unknown[] = [];
      for (;;) {
        const next = await waitingRow;
        if (next.done || accountOf(next.value) > accountId) return taken;
        taken.push(next.value);
        waitingRow = rows.next();
      }
    },
    async close() {
      await rows.return(undefined);
    },
  };
}

/** The same rows; ends with an error where one comes before the one before it. */
async function* inOrder<T>(rows: AsyncIterable<T>, idOf: (row: T) => string): AsyncGenerator<T> {
  let last = '';
  for await (const row of rows) {
    const id = idOf(row);
    if (id < last)
      throw new AppError(
        'BULK_OUT_OF_ORDER',
        `The org sorted ${id} behind ${last}; expected them by their letters.`,
      );
    last = id;
    yield row;
  }
}

function valueAt(row: Record<string, unknown>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((node, field) => (node as Record<string, unknown> | null | undefined)?.[field], row);
}

function mapValues<Key extends string, From, To>(record: Record<Key, From>, map: (value: From) => To) {
  const entries = Object.entries(record) as [Key, From][];
  return Object.fromEntries(entries.map(([key, value]) => [key, map(value)])) as Record<Key, To>;
}
