import type { ScoringConfig } from '../domain/scoring-config.ts';
import type { AccountSignals } from '../domain/signals.ts';
import type { Explanation } from '../domain/explanation.ts';
import type { Score } from '../generated/prisma/client.ts';
import type { AccountStanding, KeptScore, ScoreHistoryStore } from '../usecases/query-ports.ts';
import type { Database } from './database.ts';

const NEWEST_FIRST = [{ scoredAt: 'desc' as const }, { id: 'desc' as const }];

const NEWEST_BETWEEN = `
  SELECT DISTINCT ON (score.account_id) score.account_id AS "accountId", score.as_of::text AS "asOf", score.inputs
  FROM json_to_recordset($2::json) AS asked ("accountId" text, "from" date, "to" date)
  JOIN score ON score.org_id = $1 AND score.account_id = asked."accountId"
            AND score.as_of BETWEEN asked."from" AND asked."to"
  ORDER BY score.account_id, score.as_of DESC, score.scored_at DESC`;

const STANDINGS = `
  SELECT DISTINCT ON (account_id) account_id AS "accountId", (result->>'score')::float8 AS "riskScore",
         result->>'band' AS "riskBand", (result->'health'->>'value')::float8 AS health
  FROM score
  WHERE org_id = $1 AND as_of BETWEEN $2::date AND $3::date
  ORDER BY account_id, as_of DESC, scored_at DESC, id DESC`;

/** The scores of the past. */
export function createScoreHistoryStore({
  prisma,
  pool,
}: Pick<Database, 'prisma' | 'pool'>): ScoreHistoryStore {
  return {
    async findScoreOn(orgId, accountId, day) {
      const row = await prisma.score.findFirst({
        where: { orgId, accountId, asOf: { lte: new Date(day) } },
        orderBy: [{ asOf: 'desc' }, ...NEWEST_FIRST],
      });
      return row && toKeptScore(row);
    },

    async findConfig(orgId, hash) {
      const row = await prisma.scoringConfig.findUnique({ where: { orgId_hash: { orgId, hash } } });
      return row && (row.body as unknown as ScoringConfig);
    },

    async pageScores(orgId, accountId, after, limit) {
      const earlier = after && [
        { scoredAt: { lt: new Date(after.value) } },
        { scoredAt: new Date(after.value), id: { lt: after.id } },
      ];
      const where = { orgId, accountId, ...(earlier ? { OR: earlier } : {}) };
      const rows = await prisma.score.findMany({ where, orderBy: NEWEST_FIRST, take: limit });
      return rows.map(toKeptScore);
    },

    async findScoresBetween(orgId, asked) {
      if (asked.length === 0) return new Map();
      const { rows } = await pool.query<{ accountId: string; asOf: string; inputs: AccountSignals }>(
        NEWEST_BETWEEN,
        [orgId, JSON.stringify(asked)],
      );
      return new Map(rows.map(({ accountId, asOf, inputs }) => [accountId, { asOf, inputs }]));
    },

    async findStandings(orgId, from, to) {
      return (await pool.query<AccountStanding>(STANDINGS, [orgId, from, to])).rows;
    },
  };
}

function toKeptScore(row: Score): KeptScore {
  return {
    id: row.id,
    accountId: row.accountId,
    asOf: row.asOf.toISOString().slice(0, 10),
    scoredAt: row.scoredAt.toISOString(),
    configHash: row.configHash,
    // Written by the sync from the same types.
    inputs: row.inputs as unknown as AccountSignals,
    result: row.result as unknown as Explanation,
  };
}
