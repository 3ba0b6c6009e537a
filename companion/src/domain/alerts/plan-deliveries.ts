import type { Alert } from './alert.ts';
import type { AlertRule } from './alert-rule.ts';
import { nextDigestTime, nextLoudTime } from './local-time.ts';

export const CHANNELS = ['bell', 'email'] as const;
/** A way to tell somebody outside the alert itself. */
export type Channel = (typeof CHANNELS)[number];

/** That somebody is to be told of an alert, by one way. Told at most once: the id is never sent twice. */
export interface Delivery {
  id: string;
  alertKey: string;
  channel: Channel;
  recipientId: string;
  /** Whether it may share a message with the others that wait for the same person. */
  together: boolean;
  dueAt: string;
}

/** Why somebody is told: it was raised, its snooze is over, or nobody has read it. Part of the delivery's id. */
export type Occasion = 'raised' | `snoozed until ${string}` | 'escalated';

/** How and when a person is told of an alert. */
export function planDeliveries(
  alert: Alert,
  occasion: Occasion,
  to: { userId: string; timeZone: string },
  now: string,
): Delivery[] {
  const { rule } = alert;
  const isDigest = occasion === 'raised' && rule.digest;
  const at = new Date(now);
  // What was so before the rule was: told of in one message, as soon as it is not night.
  const dueAt = (isDigest && !alert.baseline ? nextDigestTime : nextLoudTime)(at, to.timeZone, rule.quiet);
  return channelsOf(rule).map((channel) => ({
    id: `${alert.key}:${channel}:${occasion}`,
    alertKey: alert.key,
    channel,
    recipientId: to.userId,
    together: occasion === 'escalated' || (occasion === 'raised' && (rule.digest || alert.baseline)),
    dueAt: dueAt.toISOString(),
  }));
}

const channelsOf = ({ bell, email }: AlertRule): Channel[] => [
  ...(bell ? (['bell'] as const) : []),
  ...(email ? (['email'] as const) : []),
];
