import { median } from './median-time.ts';
import { openBench, type BenchCompanion } from './open-bench.ts';
import { startOrg, type PreparedOrg } from './org/start-org.ts';
import type { BenchCase } from './outcome.ts';

const CHANGED = 100;
const ROUNDS = 7;

/** An org of some size with a companion that has read it, and what its runs took. */
interface Side {
  accounts: number;
  companion: BenchCompanion;
  seconds: number[];
  calls: number;
  rows: number;
}

/** A run in which 100 accounts changed, of many and of 100: what it costs in time and in calls. */
export const changesCase: BenchCase = {
  name: 'changes',
  async run({ accounts, rounds = ROUNDS }) {
    const org = await startOrg();
    const sides: Side[] = [];
    try {
      for (const size of [CHANGED, accounts]) sides.push(await openSide(org, size));
      // In turns, so that what else the machine does falls on both alike; the first round does not count.
      for (let round = 0; round <= rounds; round += 1)
        for (const side of sides) await runOnce(org, side, round > 0);
      const [few, many] = sides as [Side, Side];
      const [fewSeconds, manySeconds] = [median(few.seconds), median(many.seconds)];
      const name = `${CHANGED} changed accounts of ${accounts} / of ${CHANGED}`;
      return [
        {
          name: `${name}, time`,
          ours: `${manySeconds.toFixed(2)} s`,
          theirs: `${fewSeconds.toFixed(2)} s`,
          ratio: manySeconds / fewSeconds,
          wanted: { atMost: 1.25 },
          notes: [],
        },
        {
          name: `${name}, API calls`,
          ours: `${many.calls} calls`,
          theirs: `${few.calls} calls`,
          ratio: many.calls / few.calls,
          wanted: { atMost: 1.1 },
          notes: [`Rows read: ${many.rows} instead of ${few.rows}.`],
        },
      ];
    } finally {
      for (const { companion } of sides) await companion.close();
      await org.close();
    }
  },
};

/** Lets a companion read an org of a size for the first time. */
async function openSide(org: PreparedOrg, accounts: number): Promise<Side> {
  await org.hold({ accounts, changed: 0 });
  const companion = await openBench(org.url);
  await companion.sync();
  return { accounts, companion, seconds: [], calls: 0, rows: 0 };
}

async function runOnce(org: PreparedOrg, side: Side, counts: boolean): Promise<void> {
  await org.hold({ accounts: side.accounts, changed: CHANGED });
  const start = performance.now();
  await side.companion.sync();
  const seconds = (performance.now() - start) / 1000;
  const asked = await org.hold({ accounts: side.accounts, changed: CHANGED });
  if (!counts) return;
  side.seconds.push(seconds);
  side.calls = asked.calls;
  side.rows = Object.values(asked.read).reduce((sum, count) => sum + count, 0);
}
