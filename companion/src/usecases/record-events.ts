import { createHash } from 'node:crypto';
import { checkEventTime, dayOf } from './usage-limits.ts';
import type { UsageDayCounts, UsageIntakeStore } from './usage-ports.ts';

/** One thing that somebody did in the product. */
export interface UsageEvent {
  /** External key or Id. */
  account: string;
  user: string | null;
  /** The feature; null for a login or an API call. */
  event: string | null;
  kind: 'login' | 'api' | 'feature';
  at: Date;
  count: number;
}

/** Why one item of a batch was not kept; `index` is its place in the batch. */
export interface ItemError {
  index: number;
  code: 'invalid' | 'unknown_account' | 'in_future' | 'too_old' | 'day_has_totals';
  message: string;
}

/** What became of a batch: what is valid is kept, and each item that is not is named. */
export interface BatchAnswer {
  accepted: number;
  rejected: number;
  errors: ItemError[];
}

export interface EventBatch {
  caller: string;
  key: string;
  /** The body as it came, for the comparison with the one that came under the same key before. */
  body: unknown;
  events: { index: number; event: UsageEvent }[];
  /** Items that are no events. */
  errors: ItemError[];
}

/**
 * Takes a batch of events. The same key with the same body gets the answer it got, and counts nothing again; with
 * another body it gets none.
 */
export async function recordEvents(
  orgId: string,
  batch: EventBatch,
  store: UsageIntakeStore,
  now: Date,
): Promise<BatchAnswer | 'key_reused'> {
  const { kept, errors } = await sortOut(orgId, batch, store, now);
  const answer: BatchAnswer = {
    accepted: kept.length,
    rejected: errors.length,
    errors: errors.sort((a, b) => a.index - b.index),
  };
  const { caller, key } = batch;
  const bodyHash = hash(JSON.stringify(batch.body));
  const request = { caller, key, bodyHash, at: now.toISOString() };
  const outcome = await store.addEvents(orgId, request, addUp(orgId, kept), answer);
  if (outcome.isNew) return answer;
  return outcome.bodyHash === bodyHash ? outcome.answer : 'key_reused';
}

interface KnownEvent {
  accountId: string;
  event: UsageEvent;
}

async function sortOut(
  orgId: string,
  { events, errors: invalid }: EventBatch,
  store: UsageIntakeStore,
  now: Date,
): Promise<{ kept: KnownEvent[]; errors: ItemError[] }> {
  const errors = [...invalid];
  const inTime = events.filter(({ index, event }) => {
    const refused = checkEventTime(event.at, now);
    if (refused) errors.push({ index, ...refused });
    return !refused;
  });
  const accounts = await store.findUsageAccounts(orgId, [
    ...new Set(inTime.map(({ event }) => event.account)),
  ]);
  const known = inTime.flatMap(({ index, event }) => {
    const accountId = accounts.get(event.account);
    if (accountId === undefined) errors.push(unknownAccount(index, event.account));
    return accountId === undefined ? [] : [{ index, accountId, event }];
  });
  const days = known.map(({ accountId, event }) => ({ accountId, day: dayOf(event.at) }));
  const totalled = await store.findTotalledDays(orgId, days);
  const kept = known.filter(({ index, accountId, event }) => {
    const isTotalled = totalled.has(`${accountId} ${dayOf(event.at)}`);
    const message = `The totals of ${dayOf(event.at)} were given as a whole; events are not added to them.`;
    if (isTotalled) errors.push({ index, code: 'day_has_totals', message });
    return !isTotalled;
  });
  return { kept, errors };
}

/** What is answered for an account that the companion does not know. */
export function unknownAccount(index: number, name: string): ItemError {
  const message = `No account has the external key or Id "${name}". New accounts are known after the next sync.`;
  return { index, code: 'unknown_account', message };
}

/** What the events of each account and day come to. */
function addUp(orgId: string, events: KnownEvent[]): UsageDayCounts[] {
  const byDay = Map.groupBy(events, ({ accountId, event }) => `${accountId} ${dayOf(event.at)}`);
  return [...byDay.values()].map((group) => {
    const [{ accountId, event: first }] = group as [KnownEvent];
    const users = group.flatMap(({ event: { user } }) =>
      user === null ? [] : hashUser(orgId, accountId, user),
    );
    const features = new Map<string, number>();
    for (const { event } of group) {
      if (event.event !== null) features.set(event.event, (features.get(event.event) ?? 0) + event.count);
    }
    return {
      accountId,
      day: dayOf(first.at),
      userHashes: [...new Set(users)].sort(),
      logins: sumOf(group, 'login'),
      apiCalls: sumOf(group, 'api'),
      features: features.size === 0 ? null : Object.fromEntries(features),
    };
  });
}

function sumOf(events: KnownEvent[], kind: UsageEvent['kind']): number | null {
  const counts = events.filter(({ event }) => event.kind === kind).map(({ event }) => event.count);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Enough of a hash to tell people apart; nothing else of them is kept, and that not for long. */
const USER_HASH_LENGTH = 32;
const hashUser = (orgId: string, accountId: string, user: string) =>
  hash(JSON.stringify([orgId, accountId, user])).slice(0, USER_HASH_LENGTH);
