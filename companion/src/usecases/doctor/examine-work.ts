import { addDays } from '../../domain/dates.ts';
import { STARTER_VALID_DAYS } from '../../domain/validity.ts';
import type { ChangeFeedStore } from '../change-ports.ts';
import type { InboundStore, WebhookStore } from '../inbound-ports.ts';
import type { ConfigReading, RunStore, StatusStore } from '../ports.ts';
import { SYNC_JOB } from '../run-sync.ts';
import type { Finding } from './finding.ts';
import { judgeChangeEvents } from './judge-change-events.ts';
import { judgeWork } from './judge-work.ts';

export type WorkStore = Pick<StatusStore, 'totals' | 'writeErrors' | 'countScoredBefore'> &
  Pick<RunStore, 'lastRuns'> &
  Pick<WebhookStore, 'listWebhooks'> &
  Pick<InboundStore, 'waitingInbound'> &
  Pick<ChangeFeedStore, 'readFeed'>;

const LOOKED_AT_RUNS = 20;

/** Examines what was done for an org, by the companion's own database. */
export async function examineWork(
  orgId: string,
  store: WorkStore,
  now: Date,
  { config, changeChannel }: { config: ConfigReading | null; changeChannel: string | null },
): Promise<Finding[]> {
  const configured = config?.kind === 'read' ? config.config.bands.validDays?.value : undefined;
  const validDays = configured ?? STARTER_VALID_DAYS;
  const firstValidDay = addDays(now.toISOString().slice(0, 10), -validDays);
  const [totals, syncs, writeErrors, accounts, webhooks, waitingInbound] = await Promise.all([
    store.totals(orgId),
    store.lastRuns(orgId, SYNC_JOB, LOOKED_AT_RUNS),
    store.writeErrors(orgId, 1),
    store.countScoredBefore(orgId, firstValidDay),
    store.listWebhooks(orgId),
    store.waitingInbound(orgId, 0),
  ]);
  const work = judgeWork(
    { totals, syncs, writeErrors, stale: { accounts, validDays }, webhooks, waitingInbound },
    now,
  );
  if (changeChannel === null) return work;
  return [...work, judgeChangeEvents(await store.readFeed(orgId, changeChannel, now.toISOString()))];
}
