import type { Webhook } from '../inbound-ports.ts';
import type { JobRun, StoredTotals } from '../ports.ts';
import { fail, ok, warn, type Finding } from './finding.ts';

/** What the companion's own database tells of its work for an org. */
export interface WorkFacts {
  totals: StoredTotals;
  /** The newest first. */
  syncs: JobRun[];
  writeErrors: { object: string; key: string; error: string }[];
  stale: { accounts: number; validDays: number };
  webhooks: Webhook[];
  waitingInbound: { held: number; queued: number };
}

/** Older than this, the last sync is news to whoever asks. */
const STALE_MS = 2 * 60 * 60_000;
const SILENT_HOOK_DAYS = 7;
const DAY_MS = 86_400_000;

/** Whether the work goes on: reads, ticks, writes, scores, and what comes in from outside. */
export function judgeWork(facts: WorkFacts, now: Date): Finding[] {
  const { totals, syncs, stale } = facts;
  return [
    totals.firstReadAt === null
      ? warn(
          'work',
          'first read',
          'The org has not been read completely yet',
          'Run: npm run companion, or once: npm run companion -- sync.',
        )
      : ok('work', 'first read', `${count(totals.accounts)} accounts, ${count(totals.scores)} scores kept`),
    judgeLastSync(
      syncs.find(({ finishedAt, state }) => finishedAt !== null && state !== 'skipped'),
      now,
    ),
    judgeTicks(syncs[0], now),
    judgeWrites(facts),
    stale.accounts === 0
      ? ok('work', 'scores', 'all in date')
      : warn(
          'work',
          'scores',
          `${count(stale.accounts)} accounts were last scored more than ${stale.validDays} days ago`,
          'Run: npm run companion -- score, and look why syncs leave them out.',
        ),
    ...judgeWebhooks(facts, now),
  ];
}

function judgeLastSync(last: JobRun | undefined, now: Date): Finding {
  if (!last?.finishedAt) {
    return warn(
      'work',
      'last sync',
      'None has ended yet',
      'Run: npm run companion, and wait for its first sync.',
    );
  }
  const when = minute(last.finishedAt);
  if (last.state === 'failed') {
    const remedy =
      'Mend what it says, then run: npm run companion -- sync. docs/troubleshooting.md goes by message.';
    return fail('work', 'last sync', `Failed at ${when}: ${last.error}`, remedy);
  }
  if (now.getTime() - Date.parse(last.finishedAt) > STALE_MS) {
    return fail(
      'work',
      'last sync',
      `The last one ended at ${when}`,
      'Start the companion: npm run companion. If it runs, look at its log.',
    );
  }
  return ok('work', 'last sync', `${last.state} at ${when}`);
}

function judgeTicks(newest: JobRun | undefined, now: Date): Finding {
  if (!newest)
    return warn('work', 'ticks', 'No run was planned yet', 'Start the companion: npm run companion.');
  const age = now.getTime() - Date.parse(newest.scheduledAt);
  const when = minute(newest.scheduledAt);
  if (age <= STALE_MS) return ok('work', 'ticks', `the last was due at ${when}`);
  const remedy =
    'Start the companion: npm run companion. If SYNC_CRON is meant to be rarer than every two hours, all is well.';
  return warn('work', 'ticks', `The last was due at ${when}`, remedy);
}

function judgeWrites({ totals, writeErrors }: WorkFacts): Finding {
  const { writesSetAside, writesWaiting } = totals;
  if (writesSetAside === 0) return ok('work', 'writes', `${count(writesWaiting)} waiting, none refused`);
  const [last] = writeErrors;
  const why = last ? `, the last ${last.object} ${last.key}: ${last.error}` : '';
  return fail(
    'work',
    'writes',
    `The org refused ${count(writesSetAside)} writes${why}`,
    'Run: npm run companion -- failed, mend what it says, then: npm run companion -- push --retry.',
  );
}

function judgeWebhooks({ webhooks, waitingInbound }: WorkFacts, now: Date): Finding[] {
  const active = webhooks.filter(({ revokedAt }) => revokedAt === null);
  const findings = active.map(({ name, lastUsedAt, createdAt }) => {
    const since = now.getTime() - Date.parse(lastUsedAt ?? createdAt);
    const told = lastUsedAt ? `last used ${minute(lastUsedAt)}` : 'never used';
    if (since <= SILENT_HOOK_DAYS * DAY_MS) return ok('work', `webhook ${name}`, told);
    const remedy =
      'Look in the other system whether it still sends; end it with: npm run companion -- hook revoke ID.';
    return warn('work', `webhook ${name}`, told, remedy);
  });
  const waiting = waitingInbound.held + waitingInbound.queued;
  if (waiting === 0) return findings;
  const detail = `${count(waitingInbound.held)} tickets and ${count(waitingInbound.queued)} answers came in without an account`;
  const remedy = 'Assign answers in the NPS inbox of the app; give tickets the external key of an account.';
  return [...findings, warn('work', 'from outside', detail, remedy)];
}

const minute = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
const count = (value: number) => value.toLocaleString('en-US');
