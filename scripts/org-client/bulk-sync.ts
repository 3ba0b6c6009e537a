import { stringify } from 'csv-stringify/sync';
import type { BulkJob, OrgClient, RecordFields } from './org-client.ts';
import { soqlLiteral } from './soql-literal.ts';

/** Rows of one job: far under the 150 MB that an org takes, often enough to show progress. */
const JOB_ROWS = 2_000;
/** How Bulk API 2.0 writes an empty value; an empty cell leaves the field as it is. */
const EMPTY_VALUE = '#N/A';

/** A record and where it came from. */
export interface SourcedRecord<Source> {
  readonly source: Source;
  readonly fields: RecordFields;
}

/** What to load. */
export interface BulkSyncRequest<Source> {
  readonly object: string;
  /** The unique external id field. Every key of this load begins with `keyPrefix`. */
  readonly keyField: string;
  readonly keyPrefix: string;
  readonly records: AsyncIterable<SourcedRecord<Source>> | Iterable<SourcedRecord<Source>>;
  /** Columns that are sent for new records alone, because an org lets nobody change them later. */
  readonly createOnly?: readonly string[];
  readonly onProgress?: (done: number) => void;
  /** A record that the org refused, with the org's reason. */
  readonly onRefused: (source: Source, fields: RecordFields, reason: string) => void;
}

/** What a load did. */
export interface BulkSyncResult {
  readonly loaded: number;
  readonly refused: number;
  /** Ids of records of an earlier load whose keys this one did not have. */
  readonly leftOver: readonly string[];
}

/**
 * Loads records through Bulk API 2.0: new ones are inserted, those that are there are upserted by their key, so that a
 * second load, or one after a crash, doubles nothing. One refused record does not stop the others.
 */
export async function bulkSync<Source>(
  org: OrgClient,
  request: BulkSyncRequest<Source>,
): Promise<BulkSyncResult> {
  const existing = await findExisting(org, request);
  const leftOver = new Map(existing);
  const fresh: SourcedRecord<Source>[] = [];
  const known: SourcedRecord<Source>[] = [];
  const result = { loaded: 0, refused: 0 };

  const flush = async (batch: SourcedRecord<Source>[], isFresh: boolean): Promise<void> => {
    const records = batch.splice(0);
    if (records.length === 0) return;
    const outcome = await org.bulk(isFresh ? insertJob(request, records) : upsertJob(request, records));
    const byKey = new Map(records.map((record) => [keyOf(request, record.fields), record]));
    for (const { row, reason } of outcome.failures) {
      const refused = byKey.get(row[request.keyField] ?? '');
      if (!refused) throw new Error(`The org refused a ${request.object} that was not sent: ${reason}`);
      request.onRefused(refused.source, refused.fields, reason);
    }
    result.loaded += outcome.loaded;
    result.refused += outcome.failures.length;
    request.onProgress?.(result.loaded + result.refused);
  };

  for await (const record of request.records) {
    const key = keyOf(request, record.fields);
    leftOver.delete(key);
    const isFresh = !existing.has(key);
    const batch = isFresh ? fresh : known;
    batch.push(record);
    if (batch.length === JOB_ROWS) await flush(batch, isFresh);
  }
  await flush(fresh, true);
  await flush(known, false);
  return { ...result, leftOver: [...leftOver.values()] };
}

async function findExisting(
  org: OrgClient,
  { object, keyField, keyPrefix }: Pick<BulkSyncRequest<unknown>, 'object' | 'keyField' | 'keyPrefix'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await org.query(
    `SELECT Id, ${keyField} FROM ${object} WHERE ${keyField} LIKE ${soqlLiteral(`${keyPrefix}%`)}`,
  );
  return new Map(rows.map((row) => [String(row[keyField]), row.Id]));
}

function insertJob<Source>(
  { object }: BulkSyncRequest<Source>,
  records: readonly SourcedRecord<Source>[],
): BulkJob {
  return { object, operation: 'insert', csv: toCsv(records, [], '') };
}

function upsertJob<Source>(
  { object, keyField, createOnly }: BulkSyncRequest<Source>,
  records: readonly SourcedRecord<Source>[],
): BulkJob {
  return {
    object,
    operation: 'upsert',
    externalIdField: keyField,
    csv: toCsv(records, createOnly ?? [], EMPTY_VALUE),
  };
}

function toCsv(
  records: readonly SourcedRecord<unknown>[],
  omitted: readonly string[],
  emptyValue: string,
): string {
  const columns = Object.keys(records[0]!.fields).filter((column) => !omitted.includes(column));
  return stringify(
    records.map(({ fields }) => columns.map((column) => fields[column] ?? emptyValue)),
    { header: true, columns, cast: { boolean: String } },
  );
}

function keyOf({ keyField }: { readonly keyField: string }, fields: RecordFields): string {
  return String(fields[keyField]);
}
