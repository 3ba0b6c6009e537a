import type { AlertQueryStore, AlertTotals } from '../../usecases/alert-ports.ts';
import type { JobRun, RunStore, StatusStore, StoredTotals } from '../../usecases/ports.ts';
import type { FeedState } from '../../usecases/change-ports.ts';
import { createRunMonitor } from '../../usecases/run-monitor.ts';
import { MemoryInbound } from '../../usecases/testing/memory-inbound.ts';
import { MemoryQueries } from '../../usecases/testing/memory-queries.ts';
import { MemoryStore } from '../../usecases/testing/memory-store.ts';
import { MemoryUsage } from '../../usecases/testing/memory-usage.ts';
import { createApp } from '../app.ts';

/** The moment of every test. */
export const AT = '2026-11-22T09:00:00.000Z';
/** A run that ended well. */
export const RUN: JobRun = {
  id: '1',
  job: 'sync',
  scheduledAt: AT,
  startedAt: AT,
  finishedAt: '2026-11-22T09:00:02.500Z',
  state: 'succeeded',
  counts: { read: 500, scored: 500, pushed: 1000, failed: 0, full: true },
  error: null,
};

/** What the companion knows of its work, where a test says so. */
interface Known {
  configProblem?: string;
  totals?: Partial<StoredTotals>;
  stale?: number;
  ping?: StatusStore['ping'];
  runs?: JobRun[];
  lastRuns?: RunStore['lastRuns'];
  feed?: Partial<FeedState> | null;
}

const FEED: FeedState = {
  ...{ channel: '/data/CS_Tenure__chn', replayId: 7, connectedSince: AT, lastEventAt: AT },
  ...{ events: 1200, ownEvents: 30, reconnects: 2, problem: null },
};

/** The HTTP side over a companion in memory. */
export function setupApp(known: Known = {}) {
  const totals = {
    accounts: 500,
    scores: 500,
    writesWaiting: 0,
    writesSetAside: 0,
    firstReadAt: AT,
    ...known.totals,
  };
  const alerts: AlertTotals = {
    ...{ open: 3, snoozed: 1, failed: 0, uncertain: 1, oldestDueAt: '2026-11-22T08:59:30.000Z' },
    waiting: { bell: 2, email: 4 },
  };
  const store: StatusStore & Pick<RunStore, 'lastRuns'> & Pick<AlertQueryStore, 'alertTotals'> = {
    alertTotals: async () => alerts,
    ping: known.ping ?? (async () => undefined),
    totals: async () => totals,
    countScoredBefore: async () => known.stale ?? 0,
    writeErrors: async () => [],
    lastRuns: known.lastRuns ?? (async () => known.runs ?? [RUN]),
  };
  const config = { version: 'starter-1', hash: 'abc', recordId: null, problem: known.configProblem ?? null };
  const monitor = createRunMonitor();
  const errors: { error: unknown; requestId: string }[] = [];
  const app = createApp(
    {
      org: { orgId: '00D', name: 'Acme <b>', instanceUrl: 'https://acme.example' },
      database: 'embedded',
      config: { state: () => config },
      startedAt: AT,
      store: Object.assign(new MemoryInbound(), store as StatusStore & RunStore & typeof store),
      alertLimits: { bellsPerHour: 5000, emailsPerDay: 500 },
      monitor,
      clock: () => new Date(AT),
      access: 'write-back',
      nextSyncAt: () => new Date('2026-11-22T09:15:00.000Z'),
      ...(known.feed === undefined
        ? {}
        : { readFeed: async () => (known.feed ? { ...FEED, ...known.feed } : null) }),
    },
    {
      store: Object.assign(new MemoryQueries(new MemoryStore()), new MemoryInbound()),
      usage: new MemoryUsage(),
      recentBooks: () => Promise.reject(new Error('not asked for')),
      executiveBooks: () => Promise.reject(new Error('not asked for')),
      requestsPerMinute: 10,
    },
    { request: () => undefined, error: (error, requestId) => errors.push({ error, requestId }) },
  );
  return { app, monitor, errors };
}
