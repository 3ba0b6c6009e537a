import type { Org } from '../org.ts';
import type { UserContext } from '../security/types.ts';
import { ActionError, requireText, type ActionInput, type StandardAction } from './action.ts';

/**
 * Limits of the simple email action
 * (https://developer.salesforce.com/docs/atlas.en-us.262.0.api_action.meta/api_action/actions_obj_email_simple.htm;
 * addresses a day, by GMT: https://developer.salesforce.com/docs/atlas.en-us.228.0.api_action.meta/api_action/actions_obj_email_simple.htm).
 */
const MAX_RECIPIENTS = 150;
const MAX_ADDRESS_BYTES = 4000;
const MAX_SUBJECT = 255;
const MAX_BODY = 384_000;
export const DAILY_ADDRESSES = 5000;

const ADDRESS = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

const input = (name: string, label: string, rest: Partial<ActionInput> = {}): ActionInput => ({
  ...{ name, label, type: 'STRING', required: false, maxOccurs: 1, modelled: true },
  ...rest,
});
const unmodelled = (name: string, label: string) => input(name, label, { modelled: false });

/** "Sends" an email: it is kept where an admin can read it, and never leaves this machine. */
export const emailSimple: StandardAction = {
  name: 'emailSimple',
  label: 'Send Email',
  inputs: [
    input('recipientAddresses', 'Recipient Addresses', { required: true, maxOccurs: MAX_RECIPIENTS }),
    input('emailSubject', 'Subject', { required: true }),
    input('emailBody', 'Body', { type: 'TEXTAREA', required: true }),
    input('senderType', 'Sender Type'),
    unmodelled('senderAddress', 'Sender Email Address'),
    unmodelled('ccAddresses', 'CC Addresses'),
    unmodelled('bccAddresses', 'BCC Addresses'),
    unmodelled('recipientId', 'Recipient ID'),
    unmodelled('relatedRecordId', 'Related Record ID'),
    unmodelled('emailTemplateId', 'Email Template ID'),
    unmodelled('logEmailOnSend', 'Log Email on Send'),
    unmodelled('sendRichBody', 'Rich-Text-Formatted Body'),
    unmodelled('useLineBreaks', 'Use Line Breaks'),
  ],

  run(org, user, values) {
    const to = readAddresses(values['recipientAddresses']);
    const subject = requireText(values, 'emailSubject', MAX_SUBJECT);
    const body = requireText(values, 'emailBody', MAX_BODY);
    const senderType = values['senderType'] ?? 'CurrentUser';
    if (senderType !== 'CurrentUser') {
      throw new ActionError('NOT_IMPLEMENTED', 'The local org sends as the current user only');
    }
    const at = org.now().toISOString();
    if (org.sentMail.countSince(`${at.slice(0, 10)}T00:00:00.000Z`) + to.length > DAILY_ADDRESSES) {
      throw new ActionError(
        'LIMIT_EXCEEDED',
        `The daily limit of ${DAILY_ADDRESSES} email addresses for the org has been reached`,
      );
    }
    org.sentMail.add({ at, from: addressOf(org, user), to, subject, body });
    return null;
  },
};

function readAddresses(value: unknown): string[] {
  const parts: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const addresses = parts.map((part) => String(part).trim()).filter((part) => part !== '');
  if (addresses.length === 0) {
    throw new ActionError('REQUIRED_FIELD_MISSING', 'Missing required input parameter: recipientAddresses');
  }
  if (addresses.length > MAX_RECIPIENTS || Buffer.byteLength(addresses.join(',')) > MAX_ADDRESS_BYTES) {
    throw new ActionError(
      'LIMIT_EXCEEDED',
      `recipientAddresses takes at most ${MAX_RECIPIENTS} addresses and ${MAX_ADDRESS_BYTES} bytes`,
    );
  }
  const bad = addresses.find((address) => !ADDRESS.test(address));
  if (bad !== undefined) throw new ActionError('INVALID_EMAIL_ADDRESS', `Email address is invalid: ${bad}`);
  return addresses;
}

function addressOf(org: Org, { userId }: UserContext): string {
  const admin = org.userById(org.adminId);
  const [found] = org.queries.soql(admin, `SELECT Email FROM User WHERE Id = '${userId}'`).records;
  return String(found?.['Email'] ?? '');
}
