import { CommandError } from '../process/command-error.ts';
import { inChunks } from './in-chunks.ts';
import type { OrgClient, RecordFields, SavedFields, SaveOutcome } from './org-client.ts';
import { soqlLiteral } from './soql-literal.ts';

/** A long SOQL travels in the address of a GET, so an `IN` list is asked in parts. */
const IN_LIST_SIZE = 100;

/** An org keeps these in lower case, however they were sent. */
const STORED_LOWER_CASE: ReadonlySet<string> = new Set(['Username', 'Email']);

/** What to make true in the org. */
export interface SyncRequest {
  readonly object: string;
  /** The fields that together tell one record from another; the first one is searched by. */
  readonly identity: readonly [string, ...string[]];
  readonly records: readonly RecordFields[];
  /**
   * Fields an org lets nobody change later: the parent of a master-detail child
   * (https://help.salesforce.com/s/articleView?id=000385552), audit fields, a task's subtype.
   */
  readonly createOnly?: readonly string[];
  /** Leaves records that are there as they are. */
  readonly keepExisting?: boolean;
}

/** What a sync did; `ids` are in the order of the records sent. */
export interface SyncResult {
  readonly ids: readonly string[];
  readonly created: number;
  readonly updated: number;
}

/**
 * Creates the records that are not in the org and updates those that are, so that a second run, or a run after a
 * crash, doubles nothing. Works for objects without an external id too.
 *
 * @throws CommandError when the org refuses a record: which one, and the org's reason
 */
export async function syncRecords(org: OrgClient, request: SyncRequest): Promise<SyncResult> {
  const existing = await findExisting(org, request);
  const ids = request.records.map((record) => existing.get(identityOf(record, request.identity)));
  const missing = indexesWhere(ids, (id) => id === undefined);
  const present = request.keepExisting ? [] : indexesWhere(ids, (id) => id !== undefined);

  const created = await org.create(
    request.object,
    missing.map((index) => request.records[index]!),
  );
  created.forEach((outcome, position) => {
    ids[missing[position]!] = idOrThrow(outcome, request, missing[position]!);
  });
  const updated = await org.update(
    request.object,
    present.map((index) => ({ ...without(request.records[index]!, request), Id: ids[index]! })),
  );
  updated.forEach((outcome, position) => idOrThrow(outcome, request, present[position]!));

  return { ids: ids.map((id) => id!), created: missing.length, updated: present.length };
}

async function findExisting(org: OrgClient, request: SyncRequest): Promise<Map<string, string>> {
  const [searched] = request.identity;
  const values = [...new Set(request.records.map((record) => String(record[searched])))];
  const found = new Map<string, string>();
  for (const chunk of inChunks(values, IN_LIST_SIZE)) {
    const rows = await org.query(
      `SELECT Id, ${request.identity.join(', ')} FROM ${request.object} ` +
        `WHERE ${searched} IN (${chunk.map(soqlLiteral).join(', ')})`,
    );
    rows.forEach((row: SavedFields) => found.set(identityOf(row, request.identity), row.Id));
  }
  return found;
}

function identityOf(record: RecordFields, identity: readonly string[]): string {
  return JSON.stringify(
    identity.map((field) => {
      const value = String(record[field] ?? '');
      return STORED_LOWER_CASE.has(field) ? value.toLowerCase() : value;
    }),
  );
}

function without(record: RecordFields, request: SyncRequest): RecordFields {
  const createOnly = new Set(request.createOnly);
  return Object.fromEntries(Object.entries(record).filter(([field]) => !createOnly.has(field)));
}

function indexesWhere<T>(items: readonly T[], test: (item: T) => boolean): number[] {
  return items.flatMap((item, index) => (test(item) ? [index] : []));
}

function idOrThrow(outcome: SaveOutcome, request: SyncRequest, index: number): string {
  if (outcome.success) {
    return outcome.id;
  }
  const name = request.identity
    .map((field) => `${field} ${String(request.records[index]![field])}`)
    .join(', ');
  throw new CommandError(`The org refused ${request.object} (${name}): ${outcome.reason}`);
}
