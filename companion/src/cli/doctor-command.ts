import { AppError } from '../errors.ts';
import type { Companion } from '../open-companion.ts';
import type { JobRun } from '../usecases/ports.ts';
import { SYNC_JOB } from '../usecases/run-sync.ts';
import { ORG_OPTION } from './choose-org.ts';
import { EXIT, type Command, type CommandContext, type OptionValues } from './command.ts';

/** Older than this, the last sync is news to whoever asks. */
const STALE_MS = 2 * 60 * 60_000;

const HELP = `Usage: npm run companion -- doctor [--org ID|NAME]

Checks what the companion needs, one line each: the environment, the database, the login, the deployed objects, the
last sync, and writes that the org refused. Changes nothing.

  --org  which org, by its id, its name or that of its connection; that of the environment unless given

Ends with 1 when something is wrong.`;

interface Finding {
  name: string;
  problem: string | null;
  detail: string;
}

/** Checks what the companion needs. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check the database, the login, the objects and the last sync',
  help: HELP,
  options: ORG_OPTION,

  async run(context, values) {
    const findings = await examine(context, values);
    for (const { name, problem, detail } of findings) {
      context.print(`${problem === null ? 'ok  ' : 'FAIL'}  ${name.padEnd(12)}  ${problem ?? detail}`);
    }
    const isWell = findings.every(({ problem }) => problem === null);
    context.print(isWell ? 'All is well.' : 'Something needs attention.');
    return isWell ? EXIT.ok : EXIT.failed;
  },
};

async function examine(context: CommandContext, values: OptionValues): Promise<Finding[]> {
  const database = await attempt('database', async () => {
    await (await context.openStore()).ping();
    return 'answers, and has every migration';
  });
  if (database.problem !== null) return [database];
  let companion: Companion | null = null;
  const org = await attempt('org', async () => {
    companion = await context.openCompanion(values);
    return `logged in to ${companion.org.name} at ${companion.org.instanceUrl}; its objects are deployed`;
  });
  return companion === null ? [database, org] : [database, org, ...(await examineWork(companion, context))];
}

async function examineWork({ org, store }: Companion, { clock }: CommandContext): Promise<Finding[]> {
  const [totals, runs, errors] = await Promise.all([
    store.totals(org.orgId),
    store.lastRuns(org.orgId, SYNC_JOB, 20),
    store.writeErrors(org.orgId, 1),
  ]);
  const last = runs.find(({ job, finishedAt }) => job === SYNC_JOB && finishedAt !== null);
  return [
    {
      name: 'first read',
      problem: totals.firstReadAt === null ? 'The org has not been read completely yet: run "sync".' : null,
      detail: `${totals.accounts} accounts, ${totals.scores} scores kept`,
    },
    { name: 'last sync', ...judgeSync(last, clock()) },
    {
      name: 'writes',
      problem:
        totals.writesSetAside === 0
          ? null
          : `The org refused ${totals.writesSetAside} writes, the last with: ${errors[0]?.error ?? 'no reason'}`,
      detail: `${totals.writesWaiting} waiting, none refused`,
    },
  ];
}

function judgeSync(last: JobRun | undefined, now: Date): Omit<Finding, 'name'> {
  if (!last?.finishedAt) return { problem: 'No sync has ended yet.', detail: '' };
  const age = now.getTime() - Date.parse(last.finishedAt);
  const when = `${last.finishedAt.slice(0, 16).replace('T', ' ')} UTC`;
  if (last.state === 'failed') return { problem: `Failed at ${when}: ${last.error}`, detail: '' };
  if (age > STALE_MS)
    return { problem: `The last one ended at ${when}: is the service running?`, detail: '' };
  return { problem: null, detail: `${last.state} at ${when}` };
}

async function attempt(name: string, check: () => Promise<string>): Promise<Finding> {
  try {
    return { name, problem: null, detail: await check() };
  } catch (error) {
    // Then the service that holds the folder is asked, and examines itself.
    if (error instanceof AppError && error.code === 'FOLDER_IN_USE') throw error;
    return { name, problem: error instanceof Error ? error.message : String(error), detail: '' };
  }
}
