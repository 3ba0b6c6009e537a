import { SEVERITIES } from './alert-rule.ts';
import type { DueDelivery, Message } from './plan-messages.ts';

/**
 * What a custom notification takes
 * (https://developer.salesforce.com/docs/atlas.en-us.pushImplGuide.meta/pushImplGuide/actions_obj_custom_notification.htm).
 */
const MAX_TITLE = 250;
const MAX_BODY = 750;
/** Of more alerts an email tells the first ones and how many there are. */
const MOST_LINES = 50;

/** The tab that lists alerts. */
const ALERTS_TAB = 'CS_Alerts';

/** A notification for the bell. It leads to the account, or with several to the list. */
export interface BellText {
  title: string;
  body: string;
  target: { recordId: string } | { tab: string };
}

/** A plain-text email. */
export interface EmailText {
  subject: string;
  body: string;
}

/** What the bell says. */
export function wordBell({ items }: Message): BellText {
  const [first] = items;
  if (items.length === 1 && first) {
    const { type, message, accountId } = first.alert;
    const title = cut(`${prefixOf(first)}${type}: ${first.accountName}`, MAX_TITLE);
    return { title, body: cut(message, MAX_BODY), target: { recordId: accountId } };
  }
  const lines = bySeverity(items).map(({ accountName, alert }) => `${accountName}: ${alert.type}`);
  return {
    title: `${items.length} alerts for you`,
    body: fit(lines),
    target: { tab: ALERTS_TAB },
  };
}

/** What the email says. `baseUrl` is the org's, without a trailing slash. */
export function wordEmail({ items }: Message, name: string, baseUrl: string): EmailText {
  const [first] = items;
  const subject =
    items.length === 1 && first
      ? `${prefixOf(first)}${first.alert.type}: ${first.accountName}`
      : `${items.length} alerts for you`;
  const shown = bySeverity(items).slice(0, MOST_LINES);
  const groups = SEVERITIES.flatMap((severity) => {
    const some = shown.filter(({ alert }) => alert.severity === severity);
    return some.length === 0 ? [] : [`${severity.toUpperCase()}\n\n${some.map(tell).join('\n\n')}`];
  });
  const more = items.length > MOST_LINES ? [`And ${items.length - MOST_LINES} more.`] : [];
  const count = items.length === 1 ? 'This alert needs' : `These ${items.length} alerts need`;
  return {
    subject: cut(subject, MAX_TITLE),
    body: [
      `Hello ${name},`,
      `${count} a look from you.`,
      ...groups,
      ...more,
      `All your alerts: ${baseUrl}/lightning/n/${ALERTS_TAB}`,
      'Sent by Tenure. Which alerts are sent, when and to whom is set in the alert rules.',
    ].join('\n\n'),
  };

  function tell(item: DueDelivery): string {
    const { type, message, accountId } = item.alert;
    const link = `${baseUrl}/lightning/r/Account/${accountId}/view`;
    return `* ${prefixOf(item)}${item.accountName} - ${type}\n  ${message}\n  ${link}`;
  }
}

/** Told to somebody to whom it was passed on. */
const prefixOf = ({ alert, recipientId }: DueDelivery) =>
  alert.escalatedTo === recipientId ? 'Unread, passed on to you: ' : '';

const bySeverity = (items: readonly DueDelivery[]) =>
  SEVERITIES.flatMap((severity) => items.filter(({ alert }) => alert.severity === severity));

const cut = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** As many lines as a notification takes, and how many are left. */
function fit(lines: readonly string[]): string {
  for (let count = lines.length; count > 0; count -= 1) {
    const rest = lines.length - count;
    const text = [...lines.slice(0, count), ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
    if (text.length <= MAX_BODY) return text;
  }
  return `${lines.length} alerts`;
}
