import { countAccounts } from './count-accounts.ts';
import type { CountStore } from './count-ports.ts';
import { BULK_FROM, pushChanges, type PushDeps } from './push-changes.ts';
import type { FamilyStore } from './family-ports.ts';
import { findTouchedAccounts, readCursors, type CursorDraft } from './find-touched-accounts.ts';
import { loadFieldPlan, mustReadAll } from './field-plan.ts';
import { reportMappings } from './report-mappings.ts';
import type {
  BatchToKeep,
  OrgIdentity,
  OrgReader,
  OrgWriter,
  PushStore,
  RunControl,
  SyncStore,
} from './ports.ts';
import { oneBehind } from './one-behind.ts';
import { raiseAlerts } from './raise-alerts.ts';
import { readAhead } from './read-ahead.ts';
import { recordExecutive } from './record-executive.ts';
import { recordWorkload } from './record-workload.ts';
import { rollUpFamilies } from './roll-up-families.ts';
import { settleRuns } from './settle-runs.ts';
import { startPlaybooks } from './start-playbooks.ts';
import {
  loadEach,
  readAndScore,
  rescore,
  scoreLoaded,
  type BatchContext,
  type BatchCounts,
  type LoadedBatch,
} from './score-batch.ts';
import { tendAlerts, type AlertDeps } from './tend-alerts.ts';
import type { RunMonitor } from './run-monitor.ts';
import type { ConfigSource } from './config-source.ts';
import { publishUsage } from './publish-usage.ts';
import type { UsageFeedStore } from './usage-ports.ts';

/** Accounts a batch: bounds memory, and keeps the queries for their signals within the length of a URL. */
export const BATCH_SIZE = 200;
/** Accounts of a large org that are scored before their writes go out together, as bulk jobs. */
const SCORED_A_PUSH = 5_000;

/** From this many touched accounts on it is worth asking whether they are most of all. */
const MANY = 1_000;

export interface SyncDeps extends Omit<PushDeps, 'reader' | 'writer' | 'store'> {
  reader: OrgReader;
  writer: Pick<OrgWriter, 'write' | 'setRunStatus'>;
  store: SyncStore & CountStore & PushStore & UsageFeedStore & FamilyStore;
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
  const changed = touched && !(await areMost(touched.accountIds, deps.reader)) ? touched.accountIds : null;
  counts.full = changed === null;
  const of = changed ? changed.length : await deps.reader.countAccounts();
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

  if (changed) {
    for (const ids of batches(changed)) {
      if (control.signal.aborted) return counts;
      await run(readAndScore(ids, deps, context));
    }
  } else {
    // The next batch is on its way, and the last one being kept, while one is scored.
    const read = loadEach(readAhead(deps.reader.readAll(of, plan.columns)), deps.store, context);
    const keep = async (batch: BatchToKeep): Promise<BatchCounts> => {
      await deps.store.keepBatch(org.orgId, batch);
      return { read: batch.accounts.length, scored: batch.accounts.length };
    };
    const work = {
      prepare: (loaded: LoadedBatch) => scoreLoaded(loaded, deps.store, context),
      finish: (batch: BatchToKeep) => run(keep(batch)),
    };
    await oneBehind(readAhead(read), work, control.signal);
    if (control.signal.aborted) return counts;
  }
  if (counts.full) {
    await deps.store.forgetReadBefore(org.orgId, at);
    await deps.store.markFullRead(org.orgId, at, plan.fingerprint);
  }
  // Before the cursors move: what was not counted when a crash came has to be found again.
  await deps.store.noteUncounted(org.orgId, changed);
  for (const [object, cursor] of cursors) await deps.store.saveCursor(org.orgId, object, cursor);

  for (let last = ''; ;) {
    const wanted = { asOf: context.asOf, configHash: config.hash };
    const ids = await deps.store.findUnscored(org.orgId, wanted, last, BATCH_SIZE);
    last = ids.at(-1) ?? '';
    if (ids.length === 0 || control.signal.aborted) break;
    await run(rescore(ids, deps.store, context), false);
  }
  const families = control.signal.aborted ? [] : await rollUpFamilies(deps.store, context);
  if (unsent + families.length > 0) await push();
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
    const counted = await countAccounts(org.orgId, deps, context, {
      onChanged: async (only) => {
        counts.playbooksStarted = await startPlaybooks(org.orgId, deps, context, only);
      },
    });
    await recordWorkload(org.orgId, deps, context, counted);
    // A run that nothing happened to, and that begins no day, leaves the totals as they are.
    const hasScored = counts.scored + counts.alertsRaised + counts.alertsResolved > 0;
    const isQuiet = counted.accounts === null && counted.noted === 0 && !hasScored;
    if (!isQuiet) await recordExecutive(org.orgId, deps, context, counted);
    counts.overdueSteps = (await settleRuns(deps, context.asOf)).overdueSteps;
  }
  await push();
  if (deps.alerts) await tendAlerts(org, deps.alerts, deps, control.signal);
  return counts;
}

/** Whether so many of all accounts were touched that reading everything takes fewer calls than list after list. */
async function areMost(touched: string[], reader: Pick<OrgReader, 'countAccounts'>): Promise<boolean> {
  return touched.length >= MANY && touched.length * 4 >= (await reader.countAccounts());
}

function* batches(ids: string[]): Generator<string[]> {
  for (let start = 0; start < ids.length; start += BATCH_SIZE) yield ids.slice(start, start + BATCH_SIZE);
}
