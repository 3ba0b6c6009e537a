import type { ConfigSource } from './config-source.ts';
import { fileAnswer, fileTicket, type Filing, type FilingContext } from './file-event.ts';
import type { ClaimedInbound, InboundStore, SenderFinder, SettledInbound } from './inbound-ports.ts';
import { findSenders } from './match-sender.ts';
import type { OrgReader, OrgWriter, PushStore, SyncStore } from './ports.ts';
import { pushChanges, type PushDeps } from './push-changes.ts';
import { loadFieldPlan } from './field-plan.ts';
import { readAndScore } from './score-batch.ts';
import type { UsageFeedStore } from './usage-ports.ts';

/** Events looked at together: their keys and addresses fit one URL. */
const BATCH_SIZE = 100;
const MINUTE_MS = 60_000;
/** When to look again, by where an event stands: a contact or a key may have come in the meantime. */
const LOOK_AGAIN_MINUTES = { held: 15, queued: 60, filed: 10 } as const;
/** Senders repeat a delivery for a day or two; after this long nobody does. */
const REMEMBERED_DAYS = 30;

export interface InboundDeps extends Omit<PushDeps, 'reader' | 'writer' | 'store'> {
  reader: OrgReader;
  writer: OrgWriter;
  finder: SenderFinder;
  store: SyncStore & PushStore & InboundStore & Pick<UsageFeedStore, 'readUsageDays'>;
  config: ConfigSource;
}

export interface InboundCounts {
  filed: number;
  held: number;
  queued: number;
}

/**
 * Files what came in from outside: decides on the writes, hands them to the outbox, sends them, and scores the accounts
 * that they concern. Safe to stop at any point and to repeat: every record has its key.
 */
export async function processInbound(orgId: string, deps: InboundDeps): Promise<InboundCounts> {
  const counts: InboundCounts = { filed: 0, held: 0, queued: 0 };
  const { store } = deps;
  await reopenOrphans(orgId, deps);
  for (;;) {
    const at = deps.clock().toISOString();
    const claimed = await store.claimInbound(orgId, at, BATCH_SIZE);
    if (claimed.length === 0) return counts;
    const filings = await fileBatch(claimed, deps, at);
    await store.keepPushes(
      orgId,
      filings.flatMap(({ pushes }) => pushes),
      at,
    );
    await store.settleInbound(
      orgId,
      claimed.map((each, index) => settle(each, filings[index]!, at)),
    );
    filings.forEach(({ state }) => (counts[state] += 1));
    await writeAndScore(orgId, filings, deps, at);
    await store.forgetDeliveries(orgId, later(at, -REMEMBERED_DAYS * 24 * 60));
  }
}

async function fileBatch(claimed: ClaimedInbound[], { finder }: InboundDeps, at: string): Promise<Filing[]> {
  const events = claimed.map(({ event }) => event);
  const [filed, senders] = await Promise.all([
    finder.findFiled(events),
    findSenders(
      events.map(({ sender }) => sender),
      finder,
    ),
  ]);
  const context: FilingContext = { filed, senders, finder, at };
  const filings: Filing[] = [];
  for (const event of events) {
    filings.push(event.kind === 'ticket' ? fileTicket(event, context) : await fileAnswer(event, context));
  }
  return filings;
}

function settle({ event, revision }: ClaimedInbound, filing: Filing, at: string): SettledInbound {
  const { kind, key } = event;
  const { state, accountId, reason } = filing;
  return { kind, key, revision, state, accountId, reason, lookAt: later(at, LOOK_AGAIN_MINUTES[state]) };
}

async function writeAndScore(orgId: string, filings: Filing[], deps: InboundDeps, at: string): Promise<void> {
  if (filings.every(({ pushes }) => pushes.length === 0)) return;
  await pushChanges(orgId, deps);
  const accountIds = [...new Set(filings.flatMap(({ accountId }) => accountId ?? []))];
  if (accountIds.length === 0) return;
  const { plan } = await loadFieldPlan(deps.reader);
  const context = { orgId, config: await deps.config.load(at), plan, asOf: at.slice(0, 10), at };
  await readAndScore(accountIds, deps, context);
  await pushChanges(orgId, deps);
}

/** What was filed under an account that is no more is looked at again: a person deletes an account, not its answers. */
async function reopenOrphans(orgId: string, { store, finder, clock }: InboundDeps): Promise<void> {
  const at = clock().toISOString();
  const suspects = await store.findOrphanedAccounts(orgId, at, BATCH_SIZE);
  if (suspects.length === 0) return;
  const { ids } = await finder.findAccounts(suspects, []);
  const gone = suspects.filter((id) => !ids.has(id));
  await store.reopenInbound(orgId, gone, at);
  await store.postponeInbound(orgId, [...ids], later(at, LOOK_AGAIN_MINUTES.filed));
}

const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();
