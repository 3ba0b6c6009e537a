import { isOpen, isSnoozed, type Alert } from './alert.ts';
import type { Channel, Delivery } from './plan-deliveries.ts';

/** A delivery whose time has come, with what it tells. */
export interface DueDelivery extends Delivery {
  accountName: string;
  alert: Pick<
    Alert,
    'accountId' | 'type' | 'severity' | 'message' | 'resolvedOn' | 'readOn' | 'snoozedUntil' | 'escalatedTo'
  >;
}

/** One bell or one email for one person. */
export interface Message {
  channel: Channel;
  recipientId: string;
  items: DueDelivery[];
}

export interface MessagePlan {
  messages: Message[];
  /** Nothing to tell any more: it was resolved in the meantime. */
  idle: DueDelivery[];
  /** To wait until a snooze is over. */
  snoozed: DueDelivery[];
}

/** From so many that wait for one person at once, they share a message: after a night, say. */
const SHARED_FROM = 4;

/** What to send of what is due, in the order in which it came. */
export function planMessages(due: readonly DueDelivery[], now: string): MessagePlan {
  const idle = due.filter(({ alert }) => !isOpen(alert));
  const snoozed = due.filter(({ alert }) => isOpen(alert) && isSnoozed(alert, now));
  const telling = due.filter(({ alert }) => isOpen(alert) && !isSnoozed(alert, now));
  const waiting = Map.groupBy(telling, ({ channel, recipientId }) => `${channel}:${recipientId}`);
  const messages = [...waiting.values()].flatMap((items) => {
    const { channel, recipientId } = items[0]!;
    const message = (some: DueDelivery[]): Message => ({ channel, recipientId, items: some });
    const alone = items.filter(({ together }) => !together);
    if (alone.length >= SHARED_FROM) return [message(items)];
    const shared = items.filter(({ together }) => together);
    return [...alone.map((item) => message([item])), ...(shared.length > 0 ? [message(shared)] : [])];
  });
  const place = new Map(due.map(({ id }, index) => [id, index]));
  const placeOf = ({ items }: Message) => place.get(items[0]!.id) ?? 0;
  return { messages: messages.sort((a, b) => placeOf(a) - placeOf(b)), idle, snoozed };
}
