import type { ApiBudget, BudgetState } from './api-budget.ts';
import type { FeedState } from './change-ports.ts';
import type { AlertLimits, AlertQueryStore, AlertTotals } from './alert-ports.ts';
import { addDays } from '../domain/dates.ts';
import { STARTER_VALID_DAYS } from '../domain/validity.ts';
import type { ConfigSource, ConfigState } from './config-source.ts';
import type { CheckUpNotes } from './doctor/check-up.ts';
import type { InboundStore, WaitingInbound } from './inbound-ports.ts';
import type {
  Clock,
  JobRun,
  OrgIdentity,
  RunProgress,
  RunStore,
  StatusStore,
  StoredTotals,
} from './ports.ts';
import { SYNC_JOB } from './run-sync.ts';
import type { RunMonitor } from './run-monitor.ts';

const SHOWN_RUNS = 20;
const SHOWN_ERRORS = 20;
const SHOWN_WAITING = 20;

/** Everything that an admin needs to tell whether all is well. */
export interface Status {
  org: OrgIdentity;
  /** Whether the companion writes to the org, or computes and shows only. */
  access: 'read-only' | 'write-back';
  database: string;
  /** What scores are made with; null before the first. */
  config: ConfigState | null;
  startedAt: string;
  now: string;
  nextSyncAt: string | null;
  running: RunMonitor['running'];
  /** The run under way in words; null when there is none. */
  progress: string | null;
  requests: RunMonitor['requests'];
  orgError: string | null;
  /** Tickets and answers from outside that wait, and why they cannot be filed now, if so. */
  inbound: WaitingInbound & { error: string | null };
  totals: StoredTotals;
  /** How it stands with the org's API calls; null where nobody keeps count. */
  budget: BudgetState | null;
  /** How it stands with the change events that wake syncs. */
  changeEvents: FeedState | 'off' | 'starting';
  /** Accounts whose score is older than it counts for, and how many days that is. */
  stale: { accounts: number; validDays: number };
  /** The newest first. */
  lastRuns: (JobRun & { seconds: number | null })[];
  writeErrors: { object: string; key: string; error: string }[];
  alerts: AlertTotals;
  alertLimits: AlertLimits;
  /** What is wrong with rules that are not applied. */
  alertProblems: string[];
}

export interface StatusDeps {
  org: OrgIdentity;
  access: Status['access'];
  database: string;
  config: Pick<ConfigSource, 'state'>;
  startedAt: string;
  store: StatusStore & RunStore & Pick<AlertQueryStore, 'alertTotals'> & Pick<InboundStore, 'waitingInbound'>;
  monitor: RunMonitor;
  clock: Clock;
  nextSyncAt(): Date | null;
  budget?: Pick<ApiBudget, 'state'>;
  alertLimits: AlertLimits;
  /** Left out where change events are turned off. */
  readFeed?(): Promise<FeedState | null>;
  /** For the page alone: to look there makes an examination when the last one is old. */
  checkUp?: Pick<CheckUpNotes, 'last'>;
}

/** Reads the status of the companion for its org. */
export async function readStatus(deps: StatusDeps): Promise<Status> {
  const { org, access, database, config, startedAt, store, monitor, clock } = deps;
  const now = clock().toISOString();
  const validDays = config.state()?.validDays ?? STARTER_VALID_DAYS;
  const firstValidDay = addDays(now.slice(0, 10), -validDays);
  const [totals, runs, writeErrors, alerts, waiting, staleAccounts, feed] = await Promise.all([
    store.totals(org.orgId),
    store.lastRuns(org.orgId, SYNC_JOB, SHOWN_RUNS),
    store.writeErrors(org.orgId, SHOWN_ERRORS),
    store.alertTotals(org.orgId, now),
    store.waitingInbound(org.orgId, SHOWN_WAITING),
    store.countScoredBefore(org.orgId, firstValidDay),
    deps.readFeed?.(),
  ]);
  return {
    org,
    access,
    database,
    config: config.state(),
    startedAt,
    now,
    nextSyncAt: deps.nextSyncAt()?.toISOString() ?? null,
    running: monitor.running,
    progress: monitor.running ? tellProgress(monitor.running.progress) : null,
    requests: monitor.requests,
    orgError: monitor.orgError,
    inbound: { ...waiting, error: monitor.inbound.error },
    totals,
    budget: deps.budget?.state() ?? null,
    changeEvents: deps.readFeed ? (feed ?? 'starting') : 'off',
    stale: { accounts: staleAccounts, validDays },
    lastRuns: runs.map((run) => ({ ...run, seconds: secondsOf(run) })),
    writeErrors,
    alerts,
    alertLimits: deps.alertLimits,
    alertProblems: monitor.alertProblems,
  };
}

function tellProgress({ scored, of, pushed }: RunProgress): string {
  if (of === null) return 'reading the org';
  return `${scored} of ${of} accounts scored, ${pushed} writes done`;
}

function secondsOf({ startedAt, finishedAt }: JobRun): number | null {
  if (startedAt === null || finishedAt === null) return null;
  return (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
}
