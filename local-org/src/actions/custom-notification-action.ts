import type { Org } from '../org.ts';
import { ActionError, requireText, type ActionInput, type StandardAction } from './action.ts';

/**
 * Limits of custom notifications
 * (https://developer.salesforce.com/docs/atlas.en-us.pushImplGuide.meta/pushImplGuide/actions_obj_custom_notification.htm);
 * that of the hour is the one that Salesforce names for an org, over which notifications are lost.
 */
const MAX_RECIPIENTS = 500;
const MAX_TITLE = 250;
const MAX_BODY = 750;
export const HOURLY_NOTIFICATIONS = 10_000;

const HOUR_MS = 3_600_000;
const USER_PREFIX = '005';
const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

const input = (name: string, label: string, rest: Partial<ActionInput> = {}): ActionInput => ({
  ...{ name, label, type: 'STRING', required: false, maxOccurs: 1, modelled: true },
  ...rest,
});

/** Sends a notification to the bell of each recipient. */
export const customNotificationAction: StandardAction = {
  name: 'customNotificationAction',
  label: 'Send Custom Notification',
  inputs: [
    input('customNotifTypeId', 'Custom Notification Type ID', { type: 'REFERENCE', required: true }),
    input('recipientIds', 'Recipient IDs', { type: 'REFERENCE', required: true, maxOccurs: MAX_RECIPIENTS }),
    input('title', 'Notification Title', { required: true }),
    input('body', 'Notification Body', { required: true }),
    input('targetId', 'Target ID', { type: 'REFERENCE' }),
    input('targetPageRef', 'Target Page Reference'),
    input('senderId', 'Sender ID', { type: 'REFERENCE', modelled: false }),
    input('actionGroup', 'Action Group', { modelled: false }),
  ],

  run(org, user, values) {
    if (!user.hasSystemPermission('SendCustomNotifications')) {
      throw new ActionError(
        'INSUFFICIENT_ACCESS_OR_READONLY',
        'You may not send notifications: the permission Send Custom Notifications is missing.',
      );
    }
    const typeId = requireText(values, 'customNotifTypeId', 18);
    const type = ID.test(typeId) ? org.notificationTypes.find(typeId) : undefined;
    if (!type) throw new ActionError('INVALID_ID_FIELD', `No custom notification type has the ID ${typeId}`);
    const title = requireText(values, 'title', MAX_TITLE);
    const body = requireText(values, 'body', MAX_BODY);
    const recipients = readRecipients(org, values['recipientIds']);
    const target = readTarget(org, values);
    const now = org.now();
    const since = new Date(now.getTime() - HOUR_MS).toISOString();
    const left = HOURLY_NOTIFICATIONS - org.notifications.countSince(since);
    // What is over the limit is lost, and the sender is not told.
    for (const userId of type.desktop ? recipients.slice(0, Math.max(0, left)) : []) {
      org.notifications.add({ userId, typeId: type.id, title, body, ...target, at: now.toISOString() });
    }
    return { SuccessMessage: 'Your custom notification is processed successfully.' };
  },
};

/** The active users among the recipients; an inactive one is told nothing. */
function readRecipients(org: Org, value: unknown): string[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every((id) => typeof id === 'string')) {
    throw new ActionError('REQUIRED_FIELD_MISSING', 'Missing required input parameter: recipientIds');
  }
  if (value.length > MAX_RECIPIENTS) {
    throw new ActionError('LIMIT_EXCEEDED', `recipientIds takes at most ${MAX_RECIPIENTS} values`);
  }
  return [...new Set(value)].flatMap((id: string) => {
    if (!ID.test(id)) throw new ActionError('INVALID_ID_FIELD', `recipientIds: ${id} is not an ID`);
    if (!id.startsWith(USER_PREFIX)) {
      throw new ActionError('NOT_IMPLEMENTED', `The local org notifies users only, not ${id}`);
    }
    const admin = org.userById(org.adminId);
    const soql = `SELECT Id, IsActive FROM User WHERE Id = '${id}'`;
    const [found] = org.queries.soql(admin, soql).records;
    if (!found) throw new ActionError('INVALID_ID_FIELD', `recipientIds: there is no user ${id}`);
    return found['IsActive'] === true ? [String(found['Id'])] : [];
  });
}

function readTarget(
  org: Org,
  { targetId, targetPageRef }: Readonly<Record<string, unknown>>,
): { targetId: string | null; targetPageRef: string | null } {
  if (typeof targetId === 'string' && targetId !== '') {
    const object = ID.test(targetId)
      ? org.schema.objects().find(({ keyPrefix }) => keyPrefix === targetId.slice(0, 3))
      : undefined;
    if (!object) throw new ActionError('INVALID_ID_FIELD', `targetId: ${targetId} is no record's ID`);
    return { targetId, targetPageRef: null };
  }
  if (typeof targetPageRef === 'string' && isPageReference(targetPageRef)) {
    return { targetId: null, targetPageRef };
  }
  throw new ActionError(
    'REQUIRED_FIELD_MISSING',
    'Specify either a targetId or a targetPageRef, which is a page reference with a type as JSON',
  );
}

function isPageReference(text: string): boolean {
  try {
    const value = JSON.parse(text) as { type?: unknown } | null;
    return typeof value?.type === 'string' && value.type !== '';
  } catch {
    return false;
  }
}
