import { randomUUID } from 'node:crypto';
import { CHANNELS, type Channel } from '../domain/alerts/plan-deliveries.ts';
import { planMessages, type DueDelivery, type Message } from '../domain/alerts/plan-messages.ts';
import { wordBell, wordEmail } from '../domain/alerts/word-message.ts';
import type { AlertLimits, DeliverDeps, DeliveryState, SendOutcome } from './alert-ports.ts';
import { createPeopleBook, type PeopleBook } from './people-book.ts';

const BATCH = 500;
const HOUR_MS = 60 * 60_000;
/** What the org refused for now is tried again after this long; the rest of that way waits behind it. */
const RETRY_MS = 15 * 60_000;

/** What one round of sending came to, in messages. */
export interface DeliverCounts {
  sent: number;
  failed: number;
  /** Ways on which the limit was reached, so that the rest waits. */
  limited: number;
}

/**
 * Sends what is due, the first decided on first, within the limits. The intent is recorded before a message goes out,
 * and one whose outcome is not known is never repeated: nobody is told of the same twice. What a limit holds back waits.
 */
export async function deliverAlerts(
  orgId: string,
  deps: DeliverDeps,
  control: { now: () => string; baseUrl: string; signal?: AbortSignal },
): Promise<DeliverCounts> {
  const counts: DeliverCounts = { sent: 0, failed: 0, limited: 0 };
  const book = createPeopleBook(deps.reader);
  await deps.store.giveUpCutOff(orgId, control.now());
  for (const channel of CHANNELS) {
    let left = await leftOf(channel, orgId, deps, control.now());
    for (let goesOn = true; goesOn && !control.signal?.aborted;) {
      const due = await deps.store.dueDeliveries(orgId, channel, control.now(), BATCH);
      if (due.length === 0) break;
      const plan = planMessages(due, control.now());
      await setAside(orgId, plan, deps, control.now());
      await book.load(plan.messages.map(({ recipientId }) => recipientId));
      for (const message of plan.messages) {
        if (left <= 0) counts.limited += 1;
        if (left <= 0 || control.signal?.aborted) {
          goesOn = false;
          break;
        }
        const state = await deliver(orgId, message, book, deps, control);
        if (state?.state === 'sent') counts.sent += 1;
        if (state?.state === 'failed' || state?.state === 'uncertain') counts.failed += 1;
        if (state?.state === 'sent' || state?.state === 'uncertain') left -= 1;
        if (state?.state === 'waiting') {
          goesOn = false;
          break;
        }
      }
      if (due.length < BATCH) break;
    }
  }
  return counts;
}

/** How many messages of a channel may still go out: the bell counts by the hour, email by the day of GMT. */
async function leftOf(channel: Channel, orgId: string, { store, limits }: DeliverDeps, now: string) {
  const since =
    channel === 'bell'
      ? new Date(Date.parse(now) - HOUR_MS).toISOString()
      : `${now.slice(0, 10)}T00:00:00.000Z`;
  return limitOf(channel, limits) - (await store.countMessages(orgId, channel, since));
}

const limitOf = (channel: Channel, { bellsPerHour, emailsPerDay }: AlertLimits) =>
  channel === 'bell' ? bellsPerHour : emailsPerDay;

/** Drops what has nothing to tell any more, and puts off what is snoozed. */
async function setAside(
  orgId: string,
  { idle, snoozed }: { idle: DueDelivery[]; snoozed: DueDelivery[] },
  { store }: DeliverDeps,
  now: string,
): Promise<void> {
  const ids = (some: DueDelivery[]) => some.map(({ id }) => id);
  const resolved = { state: 'dropped' as const, reason: 'Resolved before it was sent' };
  if (idle.length > 0) await store.settleDeliveries(orgId, ids(idle), resolved, now);
  for (const delivery of snoozed) {
    const waiting = {
      state: 'waiting' as const,
      dueAt: delivery.alert.snoozedUntil ?? now,
      reason: 'Snoozed',
    };
    await store.settleDeliveries(orgId, [delivery.id], waiting, now);
  }
}

/** Sends one message; null when others had taken all of it. */
async function deliver(
  orgId: string,
  message: Message,
  { people }: PeopleBook,
  { store, sender }: DeliverDeps,
  { now, baseUrl }: { now: () => string; baseUrl: string },
): Promise<DeliveryState | null> {
  const wanted = message.items.map(({ id }) => id);
  const person = people.get(message.recipientId);
  const problem = !person?.active
    ? 'The recipient is not an active user'
    : message.channel === 'email' && !person.email
      ? 'The recipient has no email address'
      : null;
  if (!person || problem !== null) {
    const state = { state: 'dropped' as const, reason: problem ?? 'Nobody to tell' };
    await store.settleDeliveries(orgId, wanted, state, now());
    return state;
  }
  const taken = new Set(await store.takeDeliveries(orgId, wanted, randomUUID(), now()));
  if (taken.size === 0) return null;
  const mine: Message = { ...message, items: message.items.filter(({ id }) => taken.has(id)) };
  const outcome =
    message.channel === 'bell'
      ? await sender.sendBell(person.userId, wordBell(mine))
      : await sender.sendEmail(person.email ?? '', wordEmail(mine, person.name, baseUrl));
  const state = toState(outcome, now());
  await store.settleDeliveries(orgId, [...taken], state, now());
  return state;
}

function toState(outcome: SendOutcome, now: string): DeliveryState {
  if (outcome.outcome === 'sent') return { state: 'sent' };
  if (outcome.outcome === 'unknown') return { state: 'uncertain', reason: outcome.error };
  if (!outcome.retry) return { state: 'failed', reason: outcome.error };
  const dueAt = new Date(Date.parse(now) + RETRY_MS).toISOString();
  return { state: 'waiting', dueAt, reason: outcome.error };
}
