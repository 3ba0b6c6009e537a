import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { FieldValues } from '../domain/account-fields.ts';
import type { WriteRecord } from '../usecases/ports.ts';
import { bulkIngest, type IngestRequest } from './bulk-ingest.ts';
import { KEY_FIELD, type KeyedObject } from './keyed-objects.ts';
import { withRetries } from './retry.ts';

/** The most that Salesforce takes in one collection. */
export const COLLECTION_SIZE = 200;
/** From here on a bulk job takes fewer calls, and is what Salesforce advises. */
export const BULK_FROM = 2_000;

const saveResults = z.array(
  z.object({
    success: z.boolean(),
    errors: z.array(z.object({ statusCode: z.string(), message: z.string() })),
  }),
);
/** What the org says of one record. */
export type SaveResult = z.infer<typeof saveResults>[number];
/** Writes records in their order, and answers for each. */
export type Send = (records: WriteRecord[]) => Promise<SaveResult[]>;

/** The ways in which the companion writes. */
export interface RecordSender {
  update(object: string): Send;
  /** Makes records. By `keyField`, a unique one that each of them has, what came of them is told apart. */
  create(object: string, keyField: string): (records: FieldValues[]) => Promise<SaveResult[]>;
  createBelow(object: string, keyed: KeyedObject): Send;
  /** Without the parent: a master-detail field cannot be written again on a record that exists. */
  upsert(object: string, keyed: Pick<KeyedObject, 'keyField'>): Send;
}

export interface Waiting {
  wait(ms: number): Promise<unknown>;
  onWait?: (() => Promise<void>) | undefined;
}

/** Sends collections of at most 200 records one after another, and from 2,000 records on a job of the Bulk API. */
export function createSender(connection: Connection, { wait, onWait }: Waiting): RecordSender {
  const collections = `/services/data/v${connection.version}/composite/sobjects`;
  const inCollections = async (
    method: 'POST' | 'PATCH',
    url: string,
    records: object[],
  ): Promise<SaveResult[]> => {
    const results: SaveResult[] = [];
    for (let start = 0; start < records.length; start += COLLECTION_SIZE) {
      results.push(
        ...(await sendCollection(
          connection,
          method,
          url,
          records.slice(start, start + COLLECTION_SIZE),
          wait,
        )),
      );
    }
    return results;
  };
  const inBulk = async (request: IngestRequest): Promise<SaveResult[]> => {
    const waiting = { wait, ...(onWait ? { onWait } : {}) };
    const errors = await bulkIngest(connection, request, waiting);
    return request.rows.map((row) => {
      const error = errors.get(String(row[request.keyField]));
      return { success: !error, errors: error ? [error] : [] };
    });
  };

  return {
    update: (object) => (records) => {
      if (records.length >= BULK_FROM) {
        const rows = records.map(({ key, fields }) => ({ Id: key, ...fields }));
        return inBulk({ object, operation: 'update', keyField: 'Id', rows });
      }
      return inCollections(
        'PATCH',
        collections,
        records.map(({ key, fields }) => ({ attributes: { type: object }, id: key, ...fields })),
      );
    },

    create: (object, keyField) => (rows) => {
      if (rows.length >= BULK_FROM) return inBulk({ object, operation: 'insert', keyField, rows });
      return inCollections(
        'POST',
        collections,
        rows.map((row) => ({ attributes: { type: object }, ...row })),
      );
    },

    createBelow:
      (object, { parentField, parentKeyOf }) =>
      (records) => {
        if (records.length >= BULK_FROM) {
          const parentColumn = parentKeyOf ? `${parentField}.${KEY_FIELD}` : String(parentField);
          const rows = records.map(({ key, parentId, fields }) => ({
            [KEY_FIELD]: key,
            [parentColumn]: parentKeyOf ? parentKeyOf(key) : parentId,
            ...fields,
          }));
          return inBulk({ object, operation: 'insert', keyField: KEY_FIELD, rows });
        }
        return inCollections(
          'POST',
          collections,
          records.map(({ key, parentId, fields }) => ({
            attributes: { type: object },
            [KEY_FIELD]: key,
            [parentField ?? '']: parentKeyOf ? { [KEY_FIELD]: parentKeyOf(key) } : parentId,
            ...fields,
          })),
        );
      },

    upsert:
      (object, { keyField = KEY_FIELD }) =>
      (records) => {
        const rows = records.map(({ key, fields }) => ({ [keyField]: key, ...fields }));
        if (records.length >= BULK_FROM) return inBulk({ object, operation: 'upsert', keyField, rows });
        return inCollections(
          'PATCH',
          `${collections}/${object}/${keyField}`,
          rows.map((row) => ({ attributes: { type: object }, ...row })),
        );
      },
  };
}

/** One collection; a record that is refused does not hold up the others. */
export async function sendCollection(
  connection: Connection,
  method: 'POST' | 'PATCH',
  url: string,
  records: object[],
  wait: (ms: number) => Promise<unknown>,
): Promise<SaveResult[]> {
  const body = JSON.stringify({ allOrNone: false, records });
  const headers = { 'content-type': 'application/json' };
  const answer = await withRetries(() => connection.request({ method, url, body, headers }), wait);
  return saveResults.parse(answer);
}
