import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { openBench } from './open-bench.ts';
import { startOrg } from './org/start-org.ts';

const HELP = `Usage: node companion/bench/sizes.ts --accounts N --database URL

Measures what the table of sizes in docs/run.md tells: the most memory of the process, the size of the database, the API
calls and the time of a first run over N accounts, and of the run after it with 1 in 100 changed. The database has to be
empty: an own one on a PostgreSQL server.`;

const MEGABYTE = 1024 * 1024;
const print = (text: string) => void process.stdout.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '5000' },
    database: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const accounts = Number(values.accounts);
if (values.help || values.database === undefined || !Number.isInteger(accounts)) print(HELP);
else await measure(accounts, values.database);

async function measure(count: number, url: string): Promise<void> {
  const org = await startOrg();
  try {
    await org.hold({ accounts: count, changed: 0 });
    const companion = await openBench(org.url, { url });
    try {
      const first = await timed(() => companion.sync());
      const bytes = await databaseBytes(companion.database.pool);
      const { calls } = await org.hold({ accounts: count, changed: Math.ceil(count / 100) });
      const second = await timed(() => companion.sync());
      const after = await org.hold({ accounts: count, changed: 0 });
      const grown = (await databaseBytes(companion.database.pool)) - bytes;
      print(
        JSON.stringify({
          accounts: count,
          first: { seconds: first, calls },
          second: { seconds: second, calls: after.calls },
          peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
          databaseMegabytes: Math.round(bytes / MEGABYTE),
          grownMegabytes: Math.round(grown / MEGABYTE),
          machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
        }),
      );
    } finally {
      await companion.close();
    }
  } finally {
    await org.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round((performance.now() - start) / 100) / 10;
}

async function databaseBytes(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    'SELECT pg_database_size(current_database())::float8 AS bytes',
  );
  return rows[0]?.bytes ?? 0;
}
