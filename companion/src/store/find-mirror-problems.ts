import type { Pool } from 'pg';
import type { MirrorProblem } from '../usecases/ports.ts';

const PROBLEMS = `
  SELECT target, count(*)::int AS accounts, min(name) AS name,
         (array_agg(problem ORDER BY name))[1] AS problem
  FROM account_record, jsonb_each_text(mirrored -> 'problems') AS found (target, problem)
  WHERE org_id = $1 AND mirrored IS NOT NULL
  GROUP BY target
  ORDER BY target`;

/** Accounts whose own value stands for nothing, by what it is mapped to; the first by name stands for the others. */
export async function findMirrorProblems(pool: Pool, orgId: string): Promise<MirrorProblem[]> {
  const { rows } = await pool.query<{ target: string; accounts: number; name: string; problem: string }>(
    PROBLEMS,
    [orgId],
  );
  return rows.map(({ target, accounts, name, problem }) => ({
    ...{ target, accounts },
    example: { name, problem },
  }));
}
