import type { AlertAccount } from './alert-account.ts';
import type { AlertRule } from './alert-rule.ts';

/** A user who may be told of something. */
export interface AlertPerson {
  userId: string;
  name: string;
  email: string | null;
  managerId: string | null;
  /** An IANA name, such as Europe/Berlin. */
  timeZone: string;
  active: boolean;
}

export type People = ReadonlyMap<string, AlertPerson>;

/**
 * Who is told of something about an account. Where the one whom the rule names is not there or not active any more, it
 * goes to the next who could act: the CSM, her manager, the owner of the account. Null when none of them is there.
 */
export function chooseRecipient(
  recipient: AlertRule['recipient'],
  { csmId, ownerId }: Pick<AlertAccount, 'csmId' | 'ownerId'>,
  recordOwnerId: string | null,
  people: People,
): string | null {
  const csm = csmId ?? ownerId;
  const manager = (csm && people.get(csm)?.managerId) ?? null;
  const named = { CSM: csm, Manager: manager, Owner: recordOwnerId ?? ownerId }[recipient];
  const isThere = (id: string | null): id is string => id !== null && (people.get(id)?.active ?? false);
  return [named, csm, manager, ownerId].find(isThere) ?? null;
}
