import { addDays } from 'c/csFormat';
import { allOf, fieldIs, isCustomer, managedBy, touchOverdue, touchUnplanned } from 'c/csAccountFilter';
import type { AccountFilter } from 'c/csAccountFilter';
import { RENEWAL_SOON_DAYS } from './csFocusReasons';

/**
 * The accounts of a user that ask for attention on the day `today`: those to which `reasonsFor` gives a reason.
 * The org itself leaves out what she has pinned or put aside, so that it takes up no room; two anti-joins are
 * what a query may have.
 */
export function askingOf(userId: string, today: string): AccountFilter {
  const soon = addDays(today, RENEWAL_SOON_DAYS);
  const reasons = [
    fieldIs('CS_Risk_Band__c', 'At Risk'),
    fieldIs('CS_Health_Trend__c', 'Declining'),
    touchOverdue(today),
    allOf({ CS_Renewal_Date__c: { lte: { value: soon } } }, touchUnplanned()),
  ];
  return allOf(
    managedBy(userId),
    isCustomer(),
    { or: reasons },
    without(userId, { CS_Pinned__c: { eq: true } }),
    without(userId, { CS_Dismissed_Until__c: { gt: { value: today } } }),
  );
}

/** Leaves out the accounts of which the user has such a pin. */
function without(userId: string, pin: Record<string, unknown>): AccountFilter {
  const pins = { OwnerId: { eq: userId }, CS_Account__c: { ne: null }, ...pin };
  return { Id: { ninq: { CS_Pinned_Account__c: pins, ApiName: 'CS_Account__c' } } };
}
