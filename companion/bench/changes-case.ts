import { median } from './median-time.ts';
import { openBench } from './open-bench.ts';
import { startOrg, type PreparedOrg } from './org/start-org.ts';
import type { BenchCase } from './outcome.ts';

const CHANGED = 100;
const ROUNDS = 3;

/** A run in which 100 accounts changed, of many and of 100: what it costs in time and in calls. */
export const changesCase: BenchCase = {
  name: 'changes',
  async run({ accounts }) {
    const org = await startOrg();
    try {
      const few = await costOfChanges(org, CHANGED);
      const many = await costOfChanges(org, accounts);
      const name = `${CHANGED} changed accounts of ${accounts} / of ${CHANGED}`;
      return [
        {
          name: `${name}, time`,
          ours: `${many.seconds.toFixed(2)} s`,
          theirs: `${few.seconds.toFixed(2)} s`,
          ratio: many.seconds / few.seconds,
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
      await org.close();
    }
  },
};

async function costOfChanges(org: PreparedOrg, accounts: number) {
  const quiet = { accounts, changed: 0 };
  const changed = { accounts, changed: CHANGED };
  await org.hold(quiet);
  const companion = await openBench(org.url);
  try {
    await companion.sync();
    const seconds: number[] = [];
    let calls = 0;
    let rows = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      await org.hold(changed);
      const start = performance.now();
      await companion.sync();
      seconds.push((performance.now() - start) / 1000);
      const asked = await org.hold(quiet);
      calls = asked.calls;
      rows = Object.values(asked.read).reduce((sum, count) => sum + count, 0);
    }
    return { seconds: median(seconds), calls, rows };
  } finally {
    await companion.close();
  }
}
