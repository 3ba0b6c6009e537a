import type { RecordRef } from '../signals.ts';
import type { AlertAccount, AlertCause } from './alert-account.ts';

/** The length of `CS_Alert__c.CS_Message__c`. */
const MAX_LENGTH = 255;

/** A message cut to what its field takes. */
export const cutMessage = (text: string): string =>
  text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1)}…`;

/** A cause that lies in the account as a whole, with the records that tell of it. */
export function accountCause(
  { accountId, name }: AlertAccount,
  message: string,
  records: RecordRef[] = [],
): AlertCause[] {
  const account = { object: 'Account', id: accountId, label: name };
  return [{ recordId: accountId, message: cutMessage(message), records: [account, ...records] }];
}

/** A cause that lies in one record. */
export function recordCause({ object, id, label }: RecordRef, message: string): AlertCause {
  return { recordId: id, message: cutMessage(message), records: [{ object, id, label }] };
}
