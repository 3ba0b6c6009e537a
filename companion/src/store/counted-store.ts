import type { PoolClient } from 'pg';
import type { CountedAccount } from '../domain/counted-account.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import { isChurned } from '../domain/customer-on-day.ts';
import { type SegmentTally, SegmentTallies } from '../domain/tally-segments.ts';
import type { CountState, CountStore } from '../usecases/count-ports.ts';
import type { Database } from './database.ts';
import { readMovers } from './read-movers.ts';
import { inTransaction } from './transaction.ts';

/** Accounts a statement, when all of them are counted anew. */
const PART_SIZE = 2_000;

const STATE = 'SELECT state FROM count_state WHERE org_id = $1';

const SAVE_STATE = `
  INSERT INTO count_state (org_id, state) VALUES ($1, $2::jsonb)
  ON CONFLICT (org_id) DO UPDATE SET state = excluded.state`;

const NOTE = `
  UPDATE count_state
  SET state = jsonb_set(state, '{uncounted}', (state -> 'uncounted') || to_jsonb($2::text[]))
  WHERE org_id = $1`;

const LOAD = 'SELECT counted FROM counted_account WHERE org_id = $1 AND account_id = ANY($2::text[])';

const FORGOTTEN = `
  SELECT asked.id FROM unnest($2::text[]) AS asked (id)
  WHERE NOT EXISTS (SELECT FROM account_record WHERE org_id = $1 AND account_id = asked.id)`;

const COUNTED = `
  INSERT INTO counted_account (org_id, account_id, counted, tier, csm_id, industry, region, health_change)
  SELECT $1, counted ->> 'accountId', counted, counted ->> 'tier', counted ->> 'csmId', counted ->> 'industry',
         counted ->> 'region', moved
  FROM jsonb_to_recordset($2::jsonb) AS given (counted jsonb, moved float8)
  ON CONFLICT (org_id, account_id) DO UPDATE
  SET counted = excluded.counted, tier = excluded.tier, csm_id = excluded.csm_id, industry = excluded.industry,
      region = excluded.region, health_change = excluded.health_change`;

const TALLIES = 'SELECT scope, value, sums FROM running_total WHERE org_id = $1';

const SAVE_TALLIES = `
  INSERT INTO running_total (org_id, scope, value, sums)
  SELECT $1, scope, value, sums
  FROM jsonb_to_recordset($2::jsonb) AS row (scope text, value text, sums jsonb)
  ON CONFLICT (org_id, scope, value) DO UPDATE SET sums = excluded.sums`;

interface TallyRow {
  scope: SegmentTally['scope'];
  value: string;
  sums: SegmentTally['tally'];
}

/** Running totals, with what each account adds to them. */
export function createCountedStore({ pool }: Pick<Database, 'pool'>): CountStore {
  return {
    async countState(orgId) {
      return (await pool.query<{ state: CountState }>(STATE, [orgId])).rows[0]?.state ?? null;
    },

    async noteUncounted(orgId, accountIds) {
      if (accountIds === null) await pool.query('DELETE FROM count_state WHERE org_id = $1', [orgId]);
      else if (accountIds.length > 0) await pool.query(NOTE, [orgId, accountIds]);
    },

    async loadCounted(orgId, accountIds) {
      const { rows } = await pool.query<{ counted: CountedAccount }>(LOAD, [orgId, accountIds]);
      return rows.map(({ counted }) => counted);
    },

    async findForgotten(orgId, accountIds) {
      const { rows } = await pool.query<{ id: string }>(FORGOTTEN, [orgId, accountIds]);
      return rows.map(({ id }) => id);
    },

    replaceCounted: (orgId, state, accounts, day) =>
      inTransaction(pool, async (client) => {
        const tallies = new SegmentTallies();
        for (const account of accounts) tallies.count(account, day);
        await client.query(SAVE_STATE, [orgId, JSON.stringify(state)]);
        await client.query('DELETE FROM counted_account WHERE org_id = $1', [orgId]);
        await client.query('DELETE FROM running_total WHERE org_id = $1', [orgId]);
        for (let start = 0; start < accounts.length; start += PART_SIZE)
          await keepCounted(client, orgId, accounts.slice(start, start + PART_SIZE));
        await saveTallies(client, orgId, tallies.list());
      }),

    changeCounted: (orgId, state, { changed, goneIds }, day) =>
      inTransaction(pool, async (client) => {
        // Whoever counts holds the state: one after the other.
        const held = await client.query<{ state: CountState }>(`${STATE} FOR UPDATE`, [orgId]);
        const counted = new Set(state.uncounted);
        const uncounted = (held.rows[0]?.state.uncounted ?? []).filter((id) => !counted.has(id));
        const ids = [...changed.map(({ accountId }) => accountId), ...goneIds];
        const { rows } = await client.query<{ counted: CountedAccount }>(LOAD, [orgId, ids]);
        const before = new Map(rows.map((row) => [row.counted.accountId, row.counted]));
        const isSame = (account: CountedAccount) =>
          canonicalJson(account) === canonicalJson(before.get(account.accountId) ?? null);
        const news = changed.filter((account) => !isSame(account));
        const moved = new SegmentTallies();
        for (const id of [...news.map(({ accountId }) => accountId), ...goneIds]) {
          const was = before.get(id);
          if (was) moved.count(was, day, -1);
        }
        for (const account of news) moved.count(account, day);

        await client.query(SAVE_STATE, [orgId, JSON.stringify({ ...state, uncounted })]);
        await client.query('DELETE FROM counted_account WHERE org_id = $1 AND account_id = ANY($2::text[])', [
          orgId,
          goneIds,
        ]);
        await keepCounted(client, orgId, news);
        await addTallies(client, orgId, moved);
      }),

    async readTallies(orgId) {
      return (await pool.query<TallyRow>(TALLIES, [orgId])).rows.map(toSegmentTally);
    },

    readMovers: (orgId, segments) => readMovers(pool, orgId, segments),
  };
}

/** Keeps accounts as they are counted; whose health did not move is not among those that are looked at for it. */
async function keepCounted(client: PoolClient, orgId: string, accounts: CountedAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map((counted) => ({
    counted,
    moved: isChurned(counted) || counted.healthChange === 0 ? null : counted.healthChange,
  }));
  await client.query(COUNTED, [orgId, JSON.stringify(rows)]);
}

async function addTallies(client: PoolClient, orgId: string, moved: SegmentTallies): Promise<void> {
  const touched = moved.list();
  if (touched.length === 0) return;
  const keys = new Set(touched.map(({ scope, value }) => `${scope}:${value ?? ''}`));
  const { rows } = await client.query<TallyRow>(TALLIES, [orgId]);
  for (const row of rows) if (keys.has(`${row.scope}:${row.value}`)) moved.add(toSegmentTally(row));
  await saveTallies(client, orgId, moved.list());
  // A segment of nobody is none.
  await client.query(`DELETE FROM running_total WHERE org_id = $1 AND (sums ->> 'members')::int = 0`, [
    orgId,
  ]);
}

async function saveTallies(client: PoolClient, orgId: string, tallies: SegmentTally[]): Promise<void> {
  const rows = tallies.map(({ scope, value, tally }) => ({ scope, value: value ?? '', sums: tally }));
  await client.query(SAVE_TALLIES, [orgId, JSON.stringify(rows)]);
}

const toSegmentTally = ({ scope, value, sums }: TallyRow): SegmentTally => ({
  ...{ scope, tally: sums },
  value: scope === 'All' ? null : value,
});
