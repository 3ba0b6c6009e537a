import type { ImportRun as ImportRow } from '../generated/prisma/client.ts';
import type { ImportRun, ImportState, ImportStore, UsageLine } from '../usecases/import-ports.ts';
import type { UsageDayRow } from '../usecases/usage-ports.ts';
import type { Database } from './database.ts';
import { inTransaction } from './transaction.ts';

// The same line again is the same line: a batch that was cut off may be kept twice.
const KEEP_LINES = `
  INSERT INTO import_usage_line (run_id, line, account_id, day, active_users, licensed_seats, logins, api_calls,
                                 feature, events)
  SELECT $1, line, "accountId", day, "activeUsers", "licensedSeats", logins, "apiCalls", feature, events
  FROM json_to_recordset($2::json) AS row (line bigint, "accountId" text, day date, "activeUsers" bigint,
    "licensedSeats" bigint, logins bigint, "apiCalls" bigint, feature text, events bigint)
  ON CONFLICT (run_id, line) DO NOTHING`;

// What happens is added up; how many there are is the most that any line says.
const ADD_UP = `
  WITH days AS (
    SELECT DISTINCT account_id, day FROM import_usage_line
    WHERE run_id = $1 AND (account_id, day) > ($2, $3::date) ORDER BY account_id, day LIMIT $4
  ), last AS (
    SELECT account_id, day FROM days ORDER BY account_id DESC, day DESC LIMIT 1
  ), lines AS (
    SELECT * FROM import_usage_line WHERE run_id = $1 AND (account_id, day) > ($2, $3::date)
      AND (account_id, day) <= ((SELECT account_id FROM last), (SELECT day FROM last))
  ), features AS (
    SELECT account_id, day, json_object_agg(feature, events ORDER BY feature) AS features
    FROM (SELECT account_id, day, feature, sum(events)::float8 AS events FROM lines
          WHERE feature IS NOT NULL GROUP BY account_id, day, feature) each GROUP BY account_id, day
  )
  SELECT account_id AS "accountId", day::text, max(active_users)::float8 AS "activeUsers",
         max(licensed_seats)::float8 AS "licensedSeats", sum(logins)::float8 AS logins,
         sum(api_calls)::float8 AS "apiCalls", min(features.features::text)::json AS features
  FROM lines LEFT JOIN features USING (account_id, day)
  GROUP BY account_id, day ORDER BY account_id, day`;

/** How far imports have come, and the lines of usage that wait for the end of their file. */
export function createImportStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>): ImportStore {
  return {
    async startImport(orgId, { kind, fingerprint, mappingHash, file, errorFile, at }) {
      const time = new Date(at);
      const data = { orgId, kind, fingerprint, mappingHash, file, errorFile };
      const row = await prisma.importRun.create({
        data: {
          ...data,
          errorBytes: 0,
          line: 0,
          state: 'running',
          tally: {},
          startedAt: time,
          updatedAt: time,
        },
      });
      return row.id;
    },

    async findUnfinishedImport(orgId, { kind, fingerprint, mappingHash }) {
      const row = await prisma.importRun.findFirst({
        where: { orgId, kind, fingerprint, mappingHash, state: { not: 'done' } },
        orderBy: { startedAt: 'desc' },
      });
      return row && toImportRun(row);
    },

    async saveImport(runId, { line, errorBytes, tally }, usage: UsageLine[], at) {
      await inTransaction(pool, async (client) => {
        if (usage.length > 0) await client.query(KEEP_LINES, [runId, JSON.stringify(usage)]);
        await client.query(
          'UPDATE import_run SET line = $2, error_bytes = $3, tally = $4, updated_at = $5 WHERE id = $1',
          [runId, line, errorBytes, JSON.stringify(tally), at],
        );
      });
    },

    async setImportState(runId, state, at) {
      await prisma.importRun.update({ where: { id: runId }, data: { state, updatedAt: new Date(at) } });
    },

    async listImports(orgId, limit) {
      const rows = await prisma.importRun.findMany({
        where: { orgId },
        orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(toImportRun);
    },

    async pageUsageDays(runId, after, limit) {
      const { accountId, day } = after ?? { accountId: '', day: '0001-01-01' };
      const { rows } = await pool.query<UsageDayRow>(ADD_UP, [runId, accountId, day, limit]);
      return rows;
    },

    async dropUsageLines(runId) {
      await pool.query('DELETE FROM import_usage_line WHERE run_id = $1', [runId]);
    },
  };
}

function toImportRun(row: ImportRow): ImportRun {
  return {
    id: row.id,
    kind: row.kind,
    fingerprint: row.fingerprint,
    mappingHash: row.mappingHash,
    file: row.file,
    errorFile: row.errorFile,
    errorBytes: Number(row.errorBytes),
    line: Number(row.line),
    tally: row.tally,
    // Written by this store from the same type.
    state: row.state as ImportState,
    startedAt: row.startedAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
