import type { Pool } from 'pg';
import type { Scope } from '../domain/executive-segments.ts';
import { MOVERS_TOLD, type Mover, type Movers } from '../domain/find-movers.ts';
import type { SegmentTally } from '../domain/tally-segments.ts';

/** The column that says which segment of a scope an account is in. */
const COLUMN: Readonly<Record<Scope, string | null>> = {
  All: null,
  Tier: 'tier',
  CSM: 'csm_id',
  Industry: 'industry',
  Region: 'region',
};

const end = (column: string | null, sign: '>' | '<') => `
  (SELECT account_id, health_change, counted
   FROM counted_account
   WHERE org_id = $1 AND health_change ${sign} 0 ${column === null ? '' : `AND ${column} = wanted.value`}
   ORDER BY health_change ${sign === '>' ? 'DESC' : 'ASC'}, account_id COLLATE "C" LIMIT ${MOVERS_TOLD})`;

const moversOf = (column: string | null) => `
  SELECT wanted.value, moved.account_id AS id, moved.health_change AS change,
         (moved.counted ->> 'health')::float8 AS health, (moved.counted ->> 'arr')::float8 AS arr
  FROM unnest($2::text[]) AS wanted (value)
  CROSS JOIN LATERAL (${end(column, '>')} UNION ALL ${end(column, '<')}) AS moved`;

/** Of each segment who rose and who fell most, by the ends of an index: however many accounts there are. */
export async function readMovers(
  pool: Pool,
  orgId: string,
  segments: Pick<SegmentTally, 'scope' | 'value'>[],
): Promise<Movers[]> {
  const found = new Map<string, Mover[]>();
  for (const [scope, wanted] of Map.groupBy(segments, (segment) => segment.scope)) {
    const values = wanted.map(({ value }) => value ?? '');
    const { rows } = await pool.query<Mover & { value: string }>(moversOf(COLUMN[scope]), [orgId, values]);
    for (const { value, ...mover } of rows) {
      const key = `${scope}:${value}`;
      found.set(key, [...(found.get(key) ?? []), mover]);
    }
  }
  return segments.map(({ scope, value }): Movers => {
    const movers = found.get(`${scope}:${value ?? ''}`) ?? [];
    return {
      v: 1,
      risers: movers.filter(({ change }) => change > 0),
      fallers: movers.filter(({ change }) => change < 0),
    };
  });
}
