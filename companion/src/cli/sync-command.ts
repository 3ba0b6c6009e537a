import { runSync, SYNC_JOB } from '../usecases/run-sync.ts';
import type { RunMonitor } from '../usecases/run-monitor.ts';
import { ORG_OPTION } from './choose-org.ts';
import { EXIT, type Command } from './command.ts';

const HELP = `Usage: npm run companion -- sync [--org ID|NAME]

Reads what changed in the org, scores it, and writes the results back, once.

  --org  which org, by its id, its name or that of its connection; that of the environment unless given

Ends with 1 when the org refused a write or it was stopped early.`;

/** One sync. */
export const syncCommand: Command = {
  name: 'sync',
  summary: 'read, score and write back once, print one line, and end',
  help: HELP,
  options: ORG_OPTION,

  async run(context, values) {
    const companion = await context.openCompanion(values);
    const { store, org, clock } = companion;
    const started = clock();
    const runId = await store.planRun(org.orgId, SYNC_JOB, started.toISOString());
    const monitor = watchRuns(companion.monitor, context.progress);
    const counts = await runSync(runId ?? '', org, { ...companion, monitor, runs: store }, context.signal);
    await companion.report?.();
    const seconds = ((clock().getTime() - started.getTime()) / 1000).toFixed(1);
    const { read, scored, pushed, failed } = counts;
    const isStopped = context.signal.aborted;
    context.print(
      `${org.name}: read ${read}, scored ${scored}, pushed ${pushed}, failed ${failed} in ${seconds} s` +
        `${isStopped ? '; stopped early' : ''}`,
    );
    return failed > 0 || isStopped ? EXIT.failed : EXIT.ok;
  },
};

/** The same monitor, which also tells how far a run has come. */
function watchRuns(monitor: RunMonitor, tell: (text: string) => void): RunMonitor {
  return new Proxy(monitor, {
    set(target, name, value: RunMonitor['running']) {
      if (name === 'running' && value) {
        const { scored, of } = value.progress;
        tell(of === null ? 'reading what changed' : `scored ${scored} of ${of} accounts`);
      }
      return Reflect.set(target, name, value);
    },
  });
}
