import { median } from './median-time.ts';
import { openBench } from './open-bench.ts';
import type { Asked } from './org/serve.ts';
import { startOrg, type PreparedOrg } from './org/start-org.ts';
import type { BenchCase } from './outcome.ts';
import { record, type Trace } from './trace.ts';

const ROUNDS = 3;
/** The most rows that a page of a query, and records that a collection, can hold. */
const PAGE = 2_000;
const COLLECTION = 200;

/** The first run, which reads and writes every account: its time against moving the same bytes alone, and its calls. */
export const fullRunCase: BenchCase = {
  name: 'full-run',
  async run({ accounts, rounds = ROUNDS }) {
    const org = await startOrg();
    try {
      await org.hold({ accounts, changed: 0 });
      const { trace, asked } = await recordRun(org, accounts);
      const whole: number[] = [];
      const alone: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        whole.push(await timeRun(org));
        alone.push(await timeReplay(org, trace));
      }
      const [ours, theirs] = [median(whole), median(alone)];
      const fewest = countFewest(asked);
      return [
        {
          name: `A first run over ${accounts} accounts / moving the same bytes alone`,
          ours: `${ours.toFixed(1)} s`,
          theirs: `${theirs.toFixed(1)} s`,
          ratio: ours / theirs,
          wanted: { atMost: 1.25 },
          notes: [
            'Alone: the same requests over HTTP and the same statements and values on PGlite, one after another.',
          ],
        },
        {
          name: `API calls of a first run over ${accounts} accounts / the fewest possible`,
          ours: `${asked.calls} calls`,
          theirs: `${fewest} calls`,
          ratio: asked.calls / fewest,
          wanted: { atMost: 1.1 },
          notes: [
            `Fewest: pages of ${PAGE} rows and collections of ${COLLECTION} records, each of them full.`,
          ],
        },
      ];
    } finally {
      await org.close();
    }
  },
};

async function recordRun(org: PreparedOrg, accounts: number): Promise<{ trace: Trace; asked: Asked }> {
  const companion = await openBench(org.url);
  try {
    const trace = await record(companion.connection, () => companion.sync());
    return { trace, asked: await org.hold({ accounts, changed: 0 }) };
  } finally {
    await companion.close();
  }
}

async function timeRun(org: PreparedOrg): Promise<number> {
  const companion = await openBench(org.url);
  try {
    const start = performance.now();
    await companion.sync();
    return (performance.now() - start) / 1000;
  } finally {
    await companion.close();
  }
}

async function timeReplay(org: PreparedOrg, trace: Trace): Promise<number> {
  const companion = await openBench(org.url);
  try {
    const start = performance.now();
    await trace.replay(companion.connection, companion.database);
    return (performance.now() - start) / 1000;
  } finally {
    await companion.close();
  }
}

/** Full pages for all rows of an object, at least one where it was asked for at all, and full collections. */
function countFewest({ read, written }: Asked): number {
  const full = (counts: Record<string, number>, size: number) =>
    Object.values(counts).reduce((sum, count) => sum + Math.max(1, Math.ceil(count / size)), 0);
  return full(read, PAGE) + full(written, COLLECTION);
}
