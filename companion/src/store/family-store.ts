import { MAX_LEVELS, MAX_MEMBERS, type Family, type FamilyMember } from '../domain/family.ts';
import type { FamilyRisk } from '../domain/roll-up-family.ts';
import type { FamilyScore } from '../generated/prisma/client.ts';
import type { FamilyScoreRecord, FamilyStore } from '../usecases/family-ports.ts';
import type { Database } from './database.ts';

// UNION and not UNION ALL on the way up: should two readings of a moving hierarchy ever make a circle, it ends.
const ABOVE = `
  above (account_id) AS (
    SELECT account_id FROM started
    UNION
    SELECT account.parent_id FROM above
    JOIN account_record AS account ON account.org_id = $1 AND account.account_id = above.account_id
    WHERE account.parent_id IS NOT NULL
  )`;

const IS_PARENT = `EXISTS (SELECT FROM account_record AS child
                          WHERE child.org_id = $1 AND child.parent_id = account.account_id)`;

const CHANGED = `
  WITH RECURSIVE looked AS (SELECT families_at AS at FROM org WHERE id = $1),
  started AS (
    SELECT account_id FROM account_record, looked
    WHERE org_id = $1 AND (looked.at IS NULL OR read_at > looked.at OR read_at >= $2::timestamptz)
  ), ${ABOVE}, lost AS (
    SELECT family.account_id FROM family_score AS family
    CROSS JOIN unnest(family.member_ids) AS member (id)
    LEFT JOIN account_record AS account ON account.org_id = $1 AND account.account_id = member.id
    WHERE family.org_id = $1 AND family.is_current
      AND (account.account_id IS NULL OR account.account_id IN (SELECT account_id FROM started))
  )
  SELECT account_id FROM account_record AS account
  WHERE org_id = $1 AND (account_id IN (SELECT account_id FROM lost)
                         OR account_id IN (SELECT account_id FROM above) AND ${IS_PARENT})
  ORDER BY account_id`;

const OF_ACCOUNT = `
  WITH RECURSIVE started AS (SELECT $2::text AS account_id), ${ABOVE}
  SELECT account_id FROM account_record AS account
  WHERE org_id = $1 AND account_id IN (SELECT account_id FROM above) AND ${IS_PARENT}
  ORDER BY account_id`;

const TOLD = `
  SELECT account_id FROM family_score JOIN account_record USING (org_id, account_id)
  WHERE org_id = $1 AND is_current ORDER BY account_id`;

// One level and one account more than count, so that it is known whether any was left out.
const MEMBERS = `
  WITH RECURSIVE below (root, account_id, level) AS (
    SELECT account_id, account_id, 0 FROM account_record WHERE org_id = $1 AND account_id = ANY($2::text[])
    UNION
    SELECT below.root, child.account_id, below.level + 1 FROM below
    JOIN account_record AS child ON child.org_id = $1 AND child.parent_id = below.account_id
    WHERE below.level <= ${MAX_LEVELS}
  ), counted AS (
    SELECT root, account_id, min(level) AS level,
           row_number() OVER (PARTITION BY root ORDER BY min(level), account_id) AS number
    FROM below GROUP BY root, account_id
  )
  SELECT root, counted.account_id AS "accountId", name, level, facts->>'status' AS status, arr,
         (last_score->>'score')::float8 AS score, last_score->>'band' AS band, signals->>'tier' AS tier
  FROM counted
  JOIN account_record AS account ON account.org_id = $1 AND account.account_id = counted.account_id
  WHERE number <= ${MAX_MEMBERS + 1}
  ORDER BY root, "accountId"`;

type MemberRow = FamilyMember & { root: string; tier: string | null };

/** The families of accounts, and their risks. */
export function createFamilyStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>): FamilyStore {
  const idsOf = async (sql: string, values: unknown[]) => {
    const { rows } = await pool.query<{ account_id: string }>(sql, values);
    return rows.map(({ account_id }) => account_id);
  };
  return {
    findChangedFamilies: (orgId, at) => idsOf(CHANGED, [orgId, at]),
    findFamiliesOf: (orgId, accountId) => idsOf(OF_ACCOUNT, [orgId, accountId]),

    async loadFamilies(orgId, accountIds) {
      const { rows } = await pool.query<MemberRow>(MEMBERS, [orgId, accountIds]);
      return [...Map.groupBy(rows, ({ root }) => root).values()].flatMap(toFamily);
    },

    async markFamilies(orgId, at) {
      await prisma.org.update({ where: { id: orgId }, data: { familiesAt: new Date(at) } });
    },

    findToldFamilies: (orgId) => idsOf(TOLD, [orgId]),

    async latestFamilyScores(orgId, accountIds) {
      const where = { orgId, accountId: { in: accountIds }, isCurrent: true };
      return (await prisma.familyScore.findMany({ where })).map(toRecord);
    },

    async findFamilyScoreOn(orgId, accountId, day) {
      const row = await prisma.familyScore.findFirst({
        where: { orgId, accountId, asOf: { lte: new Date(day) } },
        orderBy: [{ asOf: 'desc' }, { scoredAt: 'desc' }, { id: 'desc' }],
      });
      return row && toRecord(row);
    },
  };
}

function toFamily(rows: MemberRow[]): Family[] {
  const accountId = rows[0]?.root ?? '';
  const tier = rows.find((row) => row.accountId === accountId)?.tier ?? null;
  const isTooLarge = rows.length > MAX_MEMBERS;
  const counting = rows.filter(({ level }) => level <= MAX_LEVELS);
  if (counting.length < 2) return [];
  const members = isTooLarge ? [] : counting.map(({ root: _root, tier: _tier, ...member }) => member);
  return [{ accountId, tier, members, isCut: counting.length < rows.length, isTooLarge }];
}

function toRecord(row: FamilyScore): FamilyScoreRecord {
  return {
    accountId: row.accountId,
    asOf: row.asOf.toISOString().slice(0, 10),
    scoredAt: row.scoredAt.toISOString(),
    configHash: row.configHash,
    // Written by the sync from the same types.
    inputs: row.inputs as unknown as Family,
    result: row.result as unknown as FamilyRisk | null,
  };
}
