import { BULK_FROM, pushChanges, type PushDeps } from './push-changes.ts';
import { findTouchedAccounts, readCursors, type CursorDraft } from './find-touched-accounts.ts';
import { loadFieldPlan, mustReadAll } from './field-plan.ts';
import { reportMappings } from './report-mappings.ts';
import type { OrgIdentity, OrgReader, OrgWriter, PushStore, RunControl, SyncStore } from './ports.ts';
import { raiseAlerts } from './raise-alerts.ts';
import { recordExecutive } from './record-executive.ts';
import { recordWorkload } from './record-workload.ts';
import { settleRuns } from './settle-runs.ts';
import { startPlaybooks } from './start-playbooks.ts';
import { readAndScore, rescore, scoreReadings, type BatchContext, type BatchCounts } from './score-batch.ts';
import { tendAlerts, type AlertDeps } from './tend-alerts.ts';
import type { RunMonitor } from './run-monitor.ts';
import type { ConfigSource } from './config-source.ts';
import { publishUsage } from './publish-usage.ts';
import type { UsageFeedStore } from './usage-ports.ts';

/** Accounts a batch: bounds memory, and keeps the queries for their signals within the length of a URL. */
export const BATCH_SIZE = 200;
/** Accounts of a large org that are scored before their writes go out together, as bulk jobs. */
const SCORED_A_PUSH = 5_000;

export interface SyncDeps extends Omit<PushDeps, 'reader' | 'writer' | 'store'> {
  reader: OrgReader;
  writer: Pick<OrgWriter, 'write' | 'setRunStatus'>;
  store: SyncStore & PushStore & UsageFeedStore;
  config: ConfigSource;
  /** Left out where nobody is to be told of anything. */
  alerts?: AlertDeps;
  monitor?: Pick<RunMonitor, 'alertProblems'>;
}

export interface SyncCounts extends BatchCounts {
  pushed: number;
  failed: number;
  /** Whether every account was read, not only those touched by a change. */
  full: boolean;
  /** Values in fields of the org's own that stand for nothing of ours. */
  mirrorProblems: number;
  /** Playbooks that were started by rule. */
  playbooksStarted: number;
  /** Open steps of running playbooks whose day is over. */
  overdueSteps: number;
  alertsRaised: number;
  alertsResolved: number;
}

/**
 * One run of the main job: read what changed since the last run (everything the first time), score, record, push,
 * record the workload of every CSM and the totals of the day, start playbooks whose occasion has come, end those that
 * are done, raise alerts and send them. Accounts that nothing touched are scored from the stored signals when a new day has begun or another
 * configuration holds. Safe to stop and to repeat at any point: cursors move only after all that was read is kept.
 */
export async function syncOrg(org: OrgIdentity, deps: SyncDeps, control: RunControl): Promise<SyncCounts> {
  const started = deps.clock();
  const at = started.toISOString();
  const counts: SyncCounts = {
    read: 0,
    scored: 0,
    pushed: 0,
    failed: 0,
    full: false,
    mirrorProblems: 0,
    playbooksStarted: 0,
    overdueSteps: 0,
    alertsRaised: 0,
    alertsResolved: 0,
  };

  await deps.reader.checkObjects();
  const last = await deps.store.rememberOrg(org, at);
  const config = await deps.config.load(at);
  const { plan, records } = await loadFieldPlan(deps.reader);
  const context: BatchContext = { orgId: org.orgId, config, plan, asOf: at.slice(0, 10), at };

  // First, so that the weeks that the org is given are read back with all that changed.
  await publishUsage(org.orgId, deps.store, started, { signal: control.signal });
  const published = await pushChanges(org.orgId, deps, { signal: control.signal });
  counts.pushed += published.pushed;
  counts.failed += published.failed;

  const touched = mustReadAll(last, plan, context.asOf)
    ? null
    : await findTouchedAccounts(org.orgId, deps, started);
  const cursors: CursorDraft = touched?.cursors ?? (await readCursors(deps.reader, started));
  counts.full = touched === null;
  const of = touched ? touched.accountIds.length : await deps.reader.countAccounts();
  const isLarge = of >= BULK_FROM;

  let unsent = 0;
  const push = async () => {
    const sent = await pushChanges(org.orgId, deps, { signal: control.signal });
    counts.pushed += sent.pushed;
    counts.failed += sent.failed;
    unsent = 0;
  };
  const run = async (score: Promise<BatchCounts>, sendsAtOnce = !isLarge) => {
    const done = await score;
    counts.read += done.read;
    counts.scored += done.scored;
    unsent += done.scored;
    if (sendsAtOnce || unsent >= SCORED_A_PUSH) await push();
    control.progress({ ...counts, of });
  };

  if (counts.full && isLarge) {
    for await (const readings of deps.reader.readInBulk(plan.columns)) {
      if (control.signal.aborted) return counts;
      await run(scoreReadings(readings, deps.store, context));
    }
  } else {
    for await (const page of touched ? [touched.accountIds] : deps.reader.accountIdPages()) {
      for (const ids of batches(page)) {
        if (control.signal.aborted) return counts;
        await run(readAndScore(ids, deps, context));
      }
    }
  }
  if (counts.full) {
    await deps.store.forgetReadBefore(org.orgId, at);
    await deps.store.markFullRead(org.orgId, at, plan.fingerprint);
  }
  for (const [object, cursor] of cursors) await deps.store.saveCursor(org.orgId, object, cursor);

  for (let last = ''; ;) {
    const wanted = { asOf: context.asOf, configHash: config.hash };
    const ids = await deps.store.findUnscored(org.orgId, wanted, last, BATCH_SIZE);
    last = ids.at(-1) ?? '';
    if (ids.length === 0 || control.signal.aborted) break;
    await run(rescore(ids, deps.store, context), false);
  }
  if (unsent > 0) await push();
  counts.mirrorProblems = await reportMappings(org.orgId, deps.store, records, at);
  // Of what the org holds after the writes above, so that a number agrees with the list behind it.
  if (!control.signal.aborted) {
    // Alerts first: the totals count those that are open.
    if (deps.alerts) {
      const raised = await raiseAlerts(org.orgId, deps.alerts, { ...context, config: config.body });
      counts.alertsRaised = raised.raised;
      counts.alertsResolved = raised.resolved;
      if (deps.monitor) deps.monitor.alertProblems = raised.problems;
      if (raised.raised + raised.resolved > 0) await push();
    }
    await recordWorkload(org.orgId, deps, context);
    // A run that nothing happened to, and that begins no day, leaves the totals as they are.
    const isQuiet =
      touched?.accountIds.length === 0 && counts.scored + counts.alertsRaised + counts.alertsResolved === 0;
    if (!isQuiet) await recordExecutive(org.orgId, deps, context);
    counts.playbooksStarted = await startPlaybooks(org.orgId, deps, context);
    counts.overdueSteps = (await settleRuns(deps, context.asOf)).overdueSteps;
  }
  await push();
  if (deps.alerts) await tendAlerts(org, deps.alerts, deps, control.signal);
  return counts;
}

function* batches(ids: string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += BATCH_SIZE) yield ids.slice(start, start + BATCH_SIZE);
}
