import type { AccountFacts } from '../domain/account-changes.ts';
import type { FieldValues } from '../domain/account-fields.ts';
import type { Explanation } from '../domain/explanation.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { JobRun, StoredAccount } from '../usecases/ports.ts';
import type { AccountQueryStore } from '../usecases/query-ports.ts';
import type { Database } from './database.ts';

const ACCOUNTS = `
  SELECT account_id AS "accountId", name, external_key AS "externalKey", system_modstamp AS "systemModstamp", signals, record_ids AS "recordIds",
         current, facts, last_score AS "lastScore", scored_as_of::text AS "scoredAsOf"
  FROM account_record
  WHERE org_id = $1 AND account_id > $2 AND ($3::text IS NULL OR last_score ->> 'band' = $3)
  ORDER BY account_id LIMIT $4`;

const BY_ID_OR_NAME = `
  SELECT account_id AS "accountId", name, scored_as_of::text AS "scoredAsOf" FROM account_record
  WHERE org_id = $1 AND (account_id = $2 OR (length($2) = 15 AND left(account_id, 15) = $2) OR name = $2)
  ORDER BY account_id LIMIT 10`;

const RUNS = `
  SELECT id, job, scheduled_at AS "scheduledAt", started_at AS "startedAt", finished_at AS "finishedAt", state, counts,
         error
  FROM job_run
  WHERE org_id = $1 AND ($2::timestamptz IS NULL OR (scheduled_at, id) < ($2::timestamptz, $3::uuid))
  ORDER BY scheduled_at DESC, id DESC LIMIT $4`;

type AccountRow = {
  accountId: string;
  name: string;
  externalKey: string | null;
  systemModstamp: Date;
  signals: AccountSignals;
  recordIds: string[];
  current: FieldValues;
  facts: AccountFacts | null;
  lastScore: Explanation | null;
  scoredAsOf: string | null;
};
type RunRow = Record<'scheduledAt' | 'startedAt' | 'finishedAt', Date | null> &
  Pick<JobRun, 'id' | 'job' | 'state' | 'counts' | 'error'>;

/** Lists of what is stored, page by page. */
export function createAccountQueryStore({
  prisma,
  pool,
}: Pick<Database, 'prisma' | 'pool'>): AccountQueryStore {
  return {
    async orgs() {
      const rows = await prisma.org.findMany({ orderBy: { lastLoginAt: 'desc' } });
      return rows.map(({ id, name, instanceUrl }) => ({ orgId: id, name, instanceUrl }));
    },

    async findAccounts(orgId, idOrName) {
      const { rows } = await pool.query<{ accountId: string; name: string; scoredAsOf: string | null }>(
        BY_ID_OR_NAME,
        [orgId, idOrName],
      );
      return rows;
    },

    async pageAccounts(orgId, { band }, afterId, limit) {
      const { rows } = await pool.query<AccountRow>(ACCOUNTS, [orgId, afterId, band, limit]);
      return rows.map((row): StoredAccount & { scoredAsOf: string | null } => ({
        ...row,
        systemModstamp: row.systemModstamp.toISOString(),
      }));
    },

    async namesOf(orgId, accountIds) {
      const where = { orgId, accountId: { in: accountIds } };
      const rows = await prisma.accountRecord.findMany({ where, select: { accountId: true, name: true } });
      return new Map(rows.map(({ accountId, name }) => [accountId, name]));
    },

    async pageRuns(orgId, after, limit) {
      const { rows } = await pool.query<RunRow>(RUNS, [
        orgId,
        after?.value ?? null,
        after?.id ?? null,
        limit,
      ]);
      return rows.map((row) => ({
        ...row,
        scheduledAt: row.scheduledAt?.toISOString() ?? '',
        startedAt: row.startedAt?.toISOString() ?? null,
        finishedAt: row.finishedAt?.toISOString() ?? null,
      }));
    },
  };
}
