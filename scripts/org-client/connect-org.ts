import { Connection } from 'jsforce';
import { CommandError } from '../process/command-error.ts';
import type { OrgAccess } from './org-access.ts';
import type {
  BulkJob,
  BulkOutcome,
  OrgClient,
  RecordFields,
  SavedFields,
  SaveOutcome,
} from './org-client.ts';
import { saveOutcome } from './save-outcome.ts';

const API_VERSION = '66.0';
const POLL_INTERVAL_MS = 250;
const POLL_TIMEOUT_MS = 10 * 60_000;
/** A collection request over 200 records is refused; jsforce splits it when told to. */
const COLLECTION = { allOrNone: false, allowRecursive: true } as const;

/** Opens an org with an access token, through jsforce. Nothing is sent until the first call. */
export function connectOrg(access: OrgAccess): OrgClient {
  const connection = new Connection({
    instanceUrl: access.instanceUrl.replace(/\/+$/, ''),
    accessToken: access.accessToken,
    version: API_VERSION,
  });
  return {
    userId: async () => (await connection.request<{ user_id: string }>('/services/oauth2/userinfo')).user_id,
    query: (soql) => query(connection, soql),
    createableFields: async (object) => {
      const { fields } = await connection.describe(object);
      return new Set(fields.filter((field) => field.createable).map((field) => field.name));
    },
    create: (object, records) => create(connection, object, records),
    update: (object, records) => update(connection, object, records),
    remove: (object, ids) => remove(connection, object, ids),
    bulk: (job) => runBulkJob(connection, job),
  };
}

async function query(connection: Connection, soql: string): Promise<readonly SavedFields[]> {
  const result = await connection.query<SavedFields>(soql, {
    autoFetch: true,
    maxFetch: Number.MAX_SAFE_INTEGER,
  });
  return result.records;
}

async function create(
  connection: Connection,
  object: string,
  records: readonly RecordFields[],
): Promise<readonly SaveOutcome[]> {
  return records.length === 0
    ? []
    : (await connection.create(object, [...records], COLLECTION)).map(saveOutcome);
}

async function update(
  connection: Connection,
  object: string,
  records: readonly SavedFields[],
): Promise<readonly SaveOutcome[]> {
  return records.length === 0
    ? []
    : (await connection.update(object, [...records], COLLECTION)).map(saveOutcome);
}

async function remove(
  connection: Connection,
  object: string,
  ids: readonly string[],
): Promise<readonly SaveOutcome[]> {
  return ids.length === 0 ? [] : (await connection.destroy(object, [...ids], COLLECTION)).map(saveOutcome);
}

async function runBulkJob(connection: Connection, request: BulkJob): Promise<BulkOutcome> {
  const job = connection.bulk2.createJob({
    object: request.object,
    operation: request.operation,
    lineEnding: 'LF',
    ...(request.externalIdField === undefined ? {} : { externalIdFieldName: request.externalIdField }),
  });
  try {
    await job.open();
    await job.uploadData(request.csv);
    await job.close();
    await job.poll(POLL_INTERVAL_MS, POLL_TIMEOUT_MS);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `The org did not complete the bulk ${request.operation} of ${request.object}: ${reason}`,
      {
        cause: error,
      },
    );
  }
  const { successfulResults, failedResults, unprocessedRecords } = await job.getAllResults();
  return {
    loaded: successfulResults.length,
    failures: [
      ...failedResults.map(({ sf__Id: _, sf__Error, ...row }) => ({ row: texts(row), reason: sf__Error })),
      ...records(unprocessedRecords).map((row) => ({
        row: texts(row),
        reason: 'The org stopped before this row',
      })),
    ],
  };
}

/** Unprocessed rows come back parsed, or as bare text when the org sends them without a type. */
function records(unprocessed: unknown): readonly object[] {
  return Array.isArray(unprocessed) ? (unprocessed as object[]) : [];
}

function texts(row: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]));
}
