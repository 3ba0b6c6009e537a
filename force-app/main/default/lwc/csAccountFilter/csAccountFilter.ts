import { addDays } from 'c/csFormat';

export { SIGNAL_OPTIONS, showing } from './csAccountSignals';
export type { AccountSignal } from './csAccountSignals';

/** The value of a variable of type `Account_Filter`. */
export type AccountFilter = Readonly<Record<string, unknown>>;

/**
 * Everything that all filters ask for; those left undefined ask for nothing.
 *
 * @example
 * allOf(managedBy(USER_ID), isCustomer(), touchOverdue(today))
 */
export function allOf(...filters: (AccountFilter | undefined)[]): AccountFilter {
  const given = filters.filter((filter) => filter !== undefined);
  return given.length === 0 ? {} : { and: given };
}

/** The accounts of one CSM: those in which the user is named, and where nobody is, those that the user owns. */
export function managedBy(userId: string): AccountFilter {
  const owned = { and: [{ CS_Manager__c: { eq: null } }, { OwnerId: { eq: userId } }] };
  return { or: [{ CS_Manager__c: { eq: userId } }, owned] };
}

/** Who is still a customer. An account without a status is one. */
export function isCustomer(): AccountFilter {
  return { CS_Status__c: { ne: 'Churned' } };
}

/** Whose touchpoint was due before `today`: the planned one, or without a plan the one the cadence asks for. */
export function touchOverdue(today: string): AccountFilter {
  return { CS_Touch_Due__c: { lt: { value: today } } };
}

/** Whose touchpoint is due from `today` to `days` days later, both included. */
export function touchDueWithin(days: number, today: string): AccountFilter {
  return { CS_Touch_Due__c: { gte: { value: today }, lte: { value: addDays(today, days) } } };
}

/** For whom no touchpoint is planned. */
export function touchUnplanned(): AccountFilter {
  return { CS_Next_Scheduled__c: { eq: null } };
}

/** Whose name contains `text`; `%` and `_` in it stand for any letters, as in every search of the org. */
export function named(text: string): AccountFilter | undefined {
  const wanted = text.trim();
  return wanted === '' ? undefined : { Name: { like: `%${wanted}%` } };
}

/** Whose `field` holds `value`; no value asks for nothing. */
export function fieldIs(field: string, value: string): AccountFilter | undefined {
  return value === '' ? undefined : { [field]: { eq: value } };
}
